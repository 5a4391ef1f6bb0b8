"""A call of the system fails, or is the last, while a witness takes checkpoints and while a log is exported. A witness
never forgets what it has cosigned; an export that was cut off is not taken for a whole one, and is gone on with.

    DEPOSITARY=build/release/depositary python3 tests/log/call_faults_test.py [NAME...]

FAULTS=all tries every call instead of a sample.
"""

import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import unittest

from malicious import consistency, leaf, root
from running import Key, LogTest, Note, Program, PROGRAM, ROOT, ask, base64_of, free_ports, run, sha256, until

ALL_FAULTS = os.environ.get("FAULTS") == "all"
SAMPLE = 4  # of each call, without FAULTS=all
CALLS = ["write", "fsync", "fdatasync", "rename"]
FAULTS = ["error=EIO", "signal=KILL"]
SECONDS = 120  # longer than any of it takes
STRACE = ["strace", "-f", "-D"]  # whoever ends what is started here ends the program, not its tracer


def traced(trace, *more):
    """In front of a program: its calls are written to `trace`."""
    return [*STRACE, "-y", "-s", "80", "-o", trace, "-e", "trace=" + ",".join([*CALLS, *more])]


def faulty(call, fault, place):
    """In front of a program: in each thread that call fails, or is the last, at its so-many-th time."""
    return [*STRACE, "-o", "/dev/null", "-e", "trace=" + call, "-e", f"inject={call}:{fault}:when={place}"]


def calls_in(trace):
    """Those that were made until the program ended, in order: the thread, the name, the rest of the line."""
    until(lambda: re.search(r"\+\+\+ .* \+\+\+\n\Z", trace.read_text(errors="replace")), "the trace has no end")
    found = [re.match(r"(\d+) +(\w+)\((.*)", line) for line in trace.read_text(errors="replace").splitlines()]
    return [call.groups() for call in found if call]


def places_of(trace):
    """Each call and its places, by the thread that makes it most; a sample of them."""
    counts = {}
    for thread, name, _ in calls_in(trace):
        by_thread = counts.setdefault(name, {})
        by_thread[thread] = by_thread.get(thread, 0) + 1
    for name, by_thread in counts.items():
        count = max(by_thread.values())
        places = range(1, count + 1)
        if not ALL_FAULTS and count > SAMPLE:
            places = sorted(random.Random(count).sample(places, SAMPLE))
        for place in places:
            yield name, place


class CallsTest(LogTest):
    @classmethod
    def setUpClass(cls):
        if not shutil.which("strace") or subprocess.run(["strace", "-o", "/dev/null", "true"],
                                                        stderr=subprocess.DEVNULL).returncode != 0:
            raise unittest.SkipTest("strace is not there, or may not trace here")
        super().setUpClass()

    def each_fault(self, trace, what):
        """`what` says of each fault whether it stopped the program."""
        stopped = 0
        for call, place in places_of(trace):
            for fault in FAULTS:
                with self.subTest(call=call, place=place, fault=fault):
                    stopped += what(call, fault, place)
        self.assertGreater(stopped, 0, "no fault stopped anything: nothing was tried")


# -- a witness ---------------------------------------------------------------------------------------------------------

class Asking:
    """Somebody with the log's key who would be glad of two histories. What was cosigned is kept as lists of leaves."""

    def __init__(self, test, log):
        self.test, self.log, self.cosigned = test, log, []

    def believed(self):
        return max(self.cosigned, key=len, default=[])

    def note(self, leaves):
        return self.log.checkpoint(self.log.name, len(leaves), root(leaves))

    def asks(self, url, old, new):
        """For a cosignature of `new`, tied to `old`. The status; nothing where nobody answers."""
        path = consistency(len(old), new) if old else []
        answer = ask(url + "/add-checkpoint", "\n".join([f"old {len(old)}", *map(base64_of, path), "", self.note(new)]))
        if answer is None:
            return None
        if answer.status == 200:
            self.test.assertRegex(answer.text, "^— holder ")
            self.must_agree(new)
            self.cosigned.append(new)
        return answer.status

    def must_agree(self, leaves):
        """With all that was cosigned before: one is the beginning of the other."""
        for before in self.cosigned:
            common = min(len(before), len(leaves))
            self.test.assertEqual(before[:common], leaves[:common], "two histories were cosigned")
            self.test.assertLessEqual(len(before), len(leaves), "an older state was gone on from")

    def try_to_split(self, url):
        """From nothing and from everything that was ever cosigned, another way than was cosigned after it."""
        for old in [[], *self.cosigned]:
            if len(old) < len(self.believed()):
                status = self.asks(url, old, [*old, leaf(b"split")])
                self.test.assertNotEqual(status, 200)


class AWitness(CallsTest):
    STEPS = 4

    def setUp(self):
        self.folder = pathlib.Path(self.place / self._testMethodName)
        self.log = Key.new(self.folder / "log.key", "log.example/faults")
        self.key = Key.new(self.folder / "witness.key", "holder", "--witness")
        self.runs = 0

    def state(self):
        self.runs += 1
        state = self.folder / f"state-{self.runs}"
        state.mkdir()
        (state / "logs").write_text(f"log {self.log.vkey}\n")
        return state

    def started(self, state, before=()):
        """A witness, and its address where it answers."""
        port = free_ports(1)
        program = Program("witness", state, "--key", self.key.file, "--port", port, before=before)
        self.addCleanup(program.stop, signal.SIGKILL)
        url = f"http://127.0.0.1:{port}"
        until(lambda: ask(url) or not program.running(), program.said)
        return program, url

    def grows(self, asking, url):
        """Honest for a while, and another history wherever the honest one is not taken."""
        for step in range(self.STEPS):
            old = asking.believed()
            for name in (b"honest", b"fork"):
                if asking.asks(url, old, [*old, leaf(name + b" %d" % step)]) in (200, None):
                    break

    def test_answers_when_what_it_cosigned_is_on_the_disk(self):
        state, trace = self.state(), self.folder / "trace"
        asking = Asking(self, self.log)
        program, url = self.started(state, traced(trace, "sendto", "sendmsg", "writev"))
        self.grows(asking, url)
        self.assertEqual(len(asking.cosigned), self.STEPS)
        program.stop()
        by_thread, answered = {}, 0
        file = str(next((state / "checkpoints").iterdir()))
        for thread, name, rest in calls_in(trace):
            done = by_thread.setdefault(thread, [])
            if name == "rename" and f'"{file}"' in rest:
                done.append("renamed")
            elif name == "fsync" and f"<{file}.new>" in rest:
                done.append("flushed")
            elif name == "fsync" and f"<{os.path.dirname(file)}>" in rest:
                done.append("folder flushed")
            elif "HTTP/1.1 200" in rest and done:
                self.assertEqual(done[-3:], ["flushed", "renamed", "folder flushed"], rest)
                by_thread[thread] = []
                answered += 1
        self.assertEqual(answered, self.STEPS)

    def test_never_forgets_what_it_cosigned(self):
        trace = self.folder / "trace"
        program, url = self.started(self.state(), traced(trace))
        self.grows(Asking(self, self.log), url)
        program.stop()

        def with_fault(call, fault, place):
            state, asking = self.state(), Asking(self, self.log)
            program, url = self.started(state, faulty(call, fault, place))
            self.grows(asking, url)
            stopped = not program.running() or len(asking.cosigned) < self.STEPS
            program.stop(signal.SIGKILL)
            # Started again it knows at least all that it gave a signature for, and goes on from there.
            program, url = self.started(state)
            self.assertTrue(program.running(), program.said())
            asking.try_to_split(url)
            known = ask(f"{url}/{sha256(self.log.name.encode()).hex()}/checkpoint")
            here = Note(known.text).size if known.status == 200 else 0
            self.assertGreaterEqual(here, len(asking.believed()))
            if here > len(asking.believed()):  # kept, and the answer did not come
                self.assertEqual(here, len(asking.believed()) + 1)
                old = asking.believed()
                ways = [[*old, leaf(name + b" %d" % len(old))] for name in (b"honest", b"fork")]
                kept = next(way for way in ways if base64_of(root(way)) == Note(known.text).root)
                other = next(way for way in ways if way != kept)
                self.assertEqual(asking.asks(url, old, other), 409)
                self.assertEqual(asking.asks(url, kept, other), 422)
                self.assertEqual(asking.asks(url, kept, kept), 200)
            old = asking.believed()
            self.assertEqual(asking.asks(url, old, [*old, leaf(b"afterwards")]), 200)
            asking.try_to_split(url)
            self.assertEqual(program.stop(), 0)
            return stopped

        self.each_fault(trace, with_fault)


# -- an export ---------------------------------------------------------------------------------------------------------

def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class AnExport(CallsTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration()
        cls.trace, whole = cls.place / "trace", cls.place / "whole"
        done = cls.export(whole, traced(cls.trace))
        assert done.returncode == 0, done.stderr
        cls.whole = contents(whole)

    @classmethod
    def export(cls, folder, before=()):
        return subprocess.run([*before, PROGRAM, "export", cls.log.store, folder], cwd=ROOT, capture_output=True,
                              text=True, timeout=SECONDS)

    def test_names_a_checkpoint_when_all_it_speaks_of_is_on_the_disk(self):
        folders, flushed, named = set(), set(), None
        for _, name, rest in calls_in(self.trace):
            paths = re.findall(r'"([^"]*)"', rest) or re.findall(r"<([^>]*)>", rest)
            if name == "rename" and paths[1].endswith("/checkpoint"):
                named = paths[1]
                self.assertTrue(folders and folders <= flushed, folders - flushed)
                flushed.clear()
            elif name == "rename":
                self.assertIn(paths[0], flushed, "it was given its name before it was flushed")
                folders.add(os.path.dirname(paths[1]))
            elif name == "fsync":
                flushed.add(paths[0])
        self.assertIsNotNone(named)
        self.assertIn(os.path.dirname(named), flushed)

    def test_is_whole_or_seen_not_to_be_and_is_gone_on_with(self):
        runs = iter(range(1 << 20))

        def with_fault(call, fault, place):
            folder = self.place / f"export-{next(runs)}"
            done = self.export(folder, faulty(call, fault, place))
            present = contents(folder) if folder.exists() else {}
            if done.returncode == 0 or "checkpoint" in present:
                self.assertEqual(present, self.whole)
            elif folder.exists():
                self.assertNotEqual(run("verify", folder, "--unwitnessed").returncode, 0)
            if "EIO" in fault and done.returncode != 0:
                self.assertEqual(done.returncode, 3)
                self.assertRegex(done.stderr, rf"^{folder}: .+ cannot be written: Input/output error\n$")
            # Nothing has another's bytes under its name, and nothing stays of what was not finished.
            for name, data in present.items():
                if not name.endswith(".unfinished"):
                    self.assertEqual(data, self.whole[name], name)
            again = self.export(folder)
            self.assertEqual((again.returncode, again.stderr), (0, ""))
            self.assertEqual(contents(folder), self.whole)
            shutil.rmtree(folder)
            return done.returncode != 0

        self.each_fault(self.trace, with_fault)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
