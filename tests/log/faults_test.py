"""What happens to a log when the program, the disk or the clock fails: no acknowledged act is lost, every
checkpoint that was ever received is consistent with the next, and the store verifies.

    LOG_WRITER=build/release/log_writer python3 tests/log/faults_test.py [NAME...]

KILLS (50) says how often the program is killed; FAULTS=all tries every call of the system instead of a sample.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

WRITER = os.environ.get("LOG_WRITER", "build/release/log_writer")
KILLS = int(os.environ.get("KILLS", "50"))
ALL_FAULTS = os.environ.get("FAULTS") == "all"
SAMPLE = 10  # of each call, without FAULTS=all
DAY = "2031-05-07"
SECONDS = 120  # longer than any of it takes: whoever hangs is ended
CALLS = ["write", "pwrite64", "fsync", "fdatasync", "rename", "ftruncate"]


def kept_of(output):
    """The acts that were acknowledged: whole lines only, the last may be cut."""
    return [line for line in output.split("\n")[:-1] if line.startswith("kept ")]


class Log:
    """A store in a folder of its own, and what was ever acknowledged by who wrote it."""

    def __init__(self, test, folder=None):
        self.test = test
        if folder is None:
            made = tempfile.TemporaryDirectory(prefix="log_faults_")
            test.addCleanup(made.cleanup)
            folder = made.name
        self.file = os.path.join(folder, "log.sqlite")
        self.kept = []

    def write(self, threads=1, acts=5, day=DAY, prefix=()):
        done = subprocess.run([*prefix, WRITER, self.file, "write", str(threads), str(acts), day],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=SECONDS)
        self.kept += kept_of(done.stdout)
        return done

    def check(self, what):
        done = subprocess.run([WRITER, self.file, "check"], input="".join(line + "\n" for line in self.kept),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=SECONDS)
        self.test.assertEqual((done.returncode, done.stdout[:6]), (0, "sound "),
                              f"{what}: {done.stdout} {done.stderr}")
        return int(done.stdout.split()[1])

    def copy(self):
        """The same log elsewhere, closed."""
        other = Log(self.test)
        for end in ("", ".guard"):
            shutil.copyfile(self.file + end, other.file + end)
        other.kept = list(self.kept)
        return other


class Killed(unittest.TestCase):
    def test_at_any_moment_under_load(self):
        seed = int(os.environ.get("SEED", random.randrange(1 << 30)))
        rng = random.Random(seed)
        log = Log(self)
        log.write(acts=1)
        for round_number in range(KILLS):
            if round_number and round_number % 25 == 0:  # a long log takes long to be checked
                log = Log(self)
                log.write(acts=1)
            writer = subprocess.Popen([WRITER, log.file, "write", "8", "0", DAY], stdout=subprocess.PIPE, text=True)
            lines = []
            enough = rng.randrange(60)  # acts acknowledged before it dies; then somewhere within a commit
            reached = threading.Event()

            def read():
                for line in writer.stdout:
                    lines.append(line)
                    if len(lines) > enough:
                        reached.set()
                reached.set()

            reader = threading.Thread(target=read)
            reader.start()
            reached.wait(SECONDS)
            time.sleep(rng.uniform(0, 0.004))
            writer.kill()
            writer.wait()
            reader.join()
            writer.stdout.close()
            self.assertTrue(lines and lines[0].startswith("open "), f"seed {seed}: {lines[:1]}")
            log.kept += kept_of("".join(lines))
            size = log.check(f"seed {seed}, kill {round_number}")
            self.assertGreaterEqual(size, len(log.kept))
        self.assertGreater(len(log.kept), 1, "nothing was ever acknowledged: nothing was tried")


@unittest.skipUnless(shutil.which("strace"), "strace is not there")
class EachCallOfTheSystem(unittest.TestCase):
    ACTS = 4

    @classmethod
    def setUpClass(cls):
        tried = subprocess.run(["strace", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL)
        if tried.returncode != 0:
            raise unittest.SkipTest("strace may not trace here")

    def setUp(self):
        self.base = Log(self)
        self.assertEqual(self.base.write(acts=2).returncode, 0)

    def calls(self):
        """How often each call is made by the one thread that makes it most, after the log was opened."""
        log = self.base.copy()
        trace = os.path.join(os.path.dirname(log.file), "trace")
        done = log.write(acts=self.ACTS, prefix=["strace", "-f", "-o", trace, "-e", "trace=" + ",".join(CALLS)])
        self.assertEqual(done.returncode, 0, done.stderr)
        counts = {}
        with open(trace, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                made = re.match(r"(\d+) +(\w+)\(", line)
                if made and made[2] in CALLS:
                    by_thread = counts.setdefault(made[2], {})
                    by_thread[made[1]] = by_thread.get(made[1], 0) + 1
        return {call: max(by_thread.values()) for call, by_thread in counts.items()}

    def each(self, fault):
        counts = self.calls()
        self.assertIn("fdatasync", counts)
        self.assertIn("pwrite64", counts)
        stopped = 0
        for call, count in counts.items():
            places = range(1, count + 1)
            if not ALL_FAULTS and count > SAMPLE:
                places = sorted(random.Random(count).sample(places, SAMPLE))
            for place in places:
                with self.subTest(call=call, place=place, fault=fault):
                    log = self.base.copy()
                    done = log.write(acts=self.ACTS, prefix=[
                        "strace", "-f", "-o", "/dev/null", "-e", "trace=" + call,
                        "-e", f"inject={call}:{fault}:when={place}"])
                    stopped += done.returncode != 0
                    size = log.check(f"{call} {place} {fault}")
                    # It goes on where it was left.
                    after = log.write(acts=2)
                    self.assertEqual(after.returncode, 0, after.stdout + after.stderr)
                    self.assertGreaterEqual(log.check("afterwards"), size + 2)
        self.assertGreater(stopped, 0, "no fault stopped anything: nothing was tried")

    def test_fails(self):
        self.each("error=EIO")

    def test_is_the_last(self):
        self.each("signal=KILL")


class FullDisk(unittest.TestCase):
    def test_stops_says_so_and_goes_on_when_there_is_room(self):
        if os.environ.get("IN_NAMESPACE") != "yes":
            tried = subprocess.run(["unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt"], stderr=subprocess.DEVNULL)
            if tried.returncode != 0:
                self.skipTest("no small disk can be mounted here")
            done = subprocess.run(["unshare", "-m", sys.executable, __file__, "FullDisk"], text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS,
                                  env={**os.environ, "IN_NAMESPACE": "yes"})
            self.assertEqual(done.returncode, 0, done.stdout)
            return
        folder = tempfile.mkdtemp(prefix="log_full_")
        self.addCleanup(os.rmdir, folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", folder], check=True)
        self.addCleanup(subprocess.run, ["umount", folder], check=True)
        log = Log(self, folder)
        done = log.write(threads=4, acts=0)  # until it can write no more
        self.assertEqual(done.returncode, 4, done.stdout[-300:])
        self.assertIn("closed store_failed full", done.stdout)
        self.assertGreater(len(log.kept), 10)
        subprocess.run(["mount", "-o", "remount,size=16m", folder], check=True)
        size = log.check("full")
        self.assertEqual(log.write(acts=3).returncode, 0)
        self.assertEqual(log.check("with room"), size + 3)


class Clock(unittest.TestCase):
    def test_that_goes_back_keeps_nothing(self):
        log = Log(self)
        self.assertEqual(log.write(acts=2).returncode, 0)
        size = log.check("before")
        done = log.write(acts=2, day="2031-05-01")
        self.assertIn("closed clock_back", done.stdout)
        self.assertEqual(log.check("clock back"), size)
        self.assertIn("kept ", log.write(acts=1, day="2031-05-06").stdout)  # a day is not over everywhere
        self.assertIn("kept ", log.write(acts=1, day="2099-01-01").stdout)
        self.assertIn("closed clock_back", log.write(acts=1).stdout)  # a clock that was far ahead is noticed


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
