"""A disk that cannot be written: whoever was to write says so and where, and leaves nothing behind; whoever reads goes
on reading. The disk is one of this test alone, mounted where nobody else sees it. Left out where that may not be done.

    DEPOSITARY=build/release/depositary python3 tests/log/read_only_test.py
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import unittest

from running import CSTO, PROGRAM, Key, Log, LogTest, Program, ask, canonical, free_ports, position, run, until

UNREADABLE = 3
NO_WRITING = "Read-only file system"


def contents(folder):
    """Every file in it, as bytes."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


class ReadOnlyTest(LogTest):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.made = cls.demonstration()

    def setUp(self):
        """A disk with the demonstration on it, and a folder beside it."""
        self.beside = self.place / self._testMethodName
        self.disk = self.beside / "disk"
        self.disk.mkdir(parents=True)
        subprocess.run(["mount", "--bind", self.disk, self.disk], check=True)
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)
        shutil.copytree(self.made.folder, self.disk / "log")
        self.store, self.keys = self.disk / "log/log.db", self.disk / "log/keys"
        self.registrar = Key(self.keys / "registrar.key")
        self.act = self.beside / "act.json"
        self.act.write_text(canonical(position("recorded", "BY")))

    @contextlib.contextmanager
    def read_only(self):
        subprocess.run(["mount", "-o", "remount,bind,ro", self.disk], check=True)
        try:
            yield
        finally:
            subprocess.run(["mount", "-o", "remount,bind,rw", self.disk], check=True)

    def started(self, command, path, *arguments):
        """A program and its address, when it answers."""
        port = free_ports(1)
        program = Program(command, *arguments, "--port", port)
        self.addCleanup(program.stop, signal.SIGKILL)  # before the disk goes
        self.made.answering(program, f"http://127.0.0.1:{port}{path}")
        return program, f"http://127.0.0.1:{port}"

    def reads(self, *command):
        done = run(*command)
        self.assertEqual((done.returncode, done.stderr), (0, ""), command)
        return done.stdout

    def must_refuse(self, command, english, russian):
        """In one sentence of each language, the place and the system's words in it; and nothing has changed."""
        before = contents(self.beside)
        for language, sentence in (("en", english), ("ru", russian)):
            with self.subTest(command=command[0], language=language):
                done = run(*command, "--lang", language)
                self.assertEqual((done.returncode, done.stdout), (UNREADABLE, ""))
                self.assertEqual(done.stderr, f"{sentence}: {NO_WRITING}\n")
        self.assertEqual(contents(self.beside), before)

    def test_whoever_is_to_write_says_so_and_where(self):
        pen, there, holder = f"{self.store}.pen", self.disk / "made", self.disk / "log/copy-holder-1"
        rows = [
            (["serve", self.store, "--log-key", self.keys / "log.key", "--port", 0],
             f"{self.store}: cannot be opened: {pen}", f"{self.store}: не открывается: {pen}"),
            (["record", self.store, self.act, "--keys", self.keys, "--yes"],
             f"{self.store}: cannot be opened: {pen}", f"{self.store}: не открывается: {pen}"),
            (["import", CSTO, there, "--keys", self.keys],
             f"{there}: cannot be opened: {there}", f"{there}: не открывается: {there}"),
            (["witness", holder, "--key", holder / "witness.key"],
             f"{holder}: cannot open {holder}/lock",
             f"{holder}: ошибка чтения или записи: cannot open {holder}/lock"),
            (["export", self.store, there],
             f"{there}: tile/entries/000 cannot be written", f"{there}: не удаётся записать tile/entries/000"),
            (["export", self.store, there, "--site"],
             f"{there}: tile/entries/000 cannot be written", f"{there}: не удаётся записать tile/entries/000"),
            (["backup", self.store, there],
             f"{there}: cannot be opened: {there}.part", f"{there}: не открывается: {there}.part"),
            (["key", "new", "example.org/key", there],
             f"{there}: reading or writing failed", f"{there}: ошибка чтения или записи"),
        ]
        with self.read_only():
            for row in rows:
                self.must_refuse(*row)

    def test_an_exported_log_is_not_taken_in(self):
        self.reads("export", self.store, self.beside / "exported")
        there = self.disk / "moved.db"
        with self.read_only():
            self.must_refuse(["import", self.beside / "exported", there], f"{there}: cannot be opened: {there}",
                             f"{there}: не открывается: {there}")

    def test_an_export_that_is_there_is_not_gone_on_with(self):
        there = self.disk / "exported"
        self.reads("export", self.store, there)
        (there / "checkpoint").unlink()
        with self.read_only():
            self.must_refuse(["export", self.store, there], f"{there}: checkpoint cannot be written",
                             f"{there}: не удаётся записать checkpoint")
        self.reads("export", self.store, there)
        self.reads("verify", there, "--unwitnessed")

    def test_a_witness_that_has_cosigned_does_not_begin_and_forgets_nothing(self):
        state, log = self.disk / "log/copy-holder-1", Key(self.keys / "log.key")
        first, other = (log.checkpoint(log.name, 1, bytes([root]) * 32) for root in (1, 2))
        witness, url = self.started("witness", "/", state, "--key", state / "witness.key")
        self.assertEqual(ask(url + "/add-checkpoint", f"old 0\n\n{first}").status, 200)
        self.assertEqual(witness.stop(), 0)
        with self.read_only():
            self.must_refuse(["witness", state, "--key", state / "witness.key"], f"{state}: cannot open {state}/lock",
                             f"{state}: ошибка чтения или записи: cannot open {state}/lock")
        _, url = self.started("witness", "/", state, "--key", state / "witness.key")
        self.assertEqual(ask(url + "/add-checkpoint", f"old 0\n\n{other}").status, 409)
        self.assertEqual(ask(url + "/add-checkpoint", f"old 1\n\n{other}").status, 422)

    def test_whoever_reads_goes_on(self):
        exported, copy = self.beside / "exported", self.beside / "copy.db"
        with self.read_only():
            before = contents(self.disk)
            follower, url = self.started("serve", "/log/newest", self.store)
            log = Log(url)
            for page in ("/en/members", "/ru/sessions", "/log/tile/entries/000", "/log/keys.json"):
                self.assertEqual(log.get(page).status, 200, page)
            self.assertEqual(log.submit(log.sealed(self.registrar, position("to-a-follower", "RU"))).status, 503)
            self.assertEqual(follower.stop(), 0)
            for command in (["ask", self.store, "members", "--on", "2013-06-01"], ["doctor", self.store],
                            ["verify", self.store, "--unwitnessed"], ["export", self.store, exported],
                            ["backup", self.store, copy], ["verify", exported, "--unwitnessed"], ["doctor", copy],
                            ["prove", self.store, "0", self.beside / "proof.html"]):
                self.reads(*command)
            self.assertEqual(contents(self.disk), before)

    def test_keys_and_a_package_are_read_from_it(self):
        shutil.copytree(CSTO, self.disk / "package")
        with self.read_only():
            self.reads("import", self.disk / "package", self.beside / "new.db", "--keys", self.keys)
            self.assertClean(self.beside / "new.db")

    def test_a_store_of_any_name_is_read(self):
        store = self.disk / "a%20b?immutable=0#c" / "x%3f.db"
        store.parent.mkdir()
        shutil.copy(self.store, store)
        with self.read_only():
            self.assertClean(store)

    def test_what_a_writer_that_was_killed_left_is_read_or_it_is_said_what_hinders(self):
        server, url = self.started("serve", "/log/newest", self.store, "--log-key", self.keys / "log.key")
        log = Log(url)
        self.assertKept(log.submit(log.sealed(self.registrar, position("before-the-kill", "KZ"))))
        size = log.newest().size
        server.stop(signal.SIGKILL)
        with self.read_only():
            self.assertIn(f"{size} entries", self.reads("doctor", self.store))
        # Copied without one of its files it is not taken for what it was before.
        self.store.with_name("log.db-shm").unlink()
        with self.read_only():
            why = f"{self.store}: its files -wal and -shm cannot be made beside it"
            self.must_refuse(["doctor", self.store], f"{self.store}: cannot be opened: {why}",
                             f"{self.store}: не открывается: {why}")
        self.assertIn(f"{size} entries", self.reads("doctor", self.store))

    def test_who_may_not_write_there_is_told_what_for(self):
        """Another user than the one whose folder it is; the disk can be written."""
        nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM]
        if run(*nobody, "--help", program="setpriv").returncode != 0:
            self.skipTest("the program cannot be started by another user here")
        folder = self.disk / "readable"
        folder.mkdir()
        store = folder / "log.db"
        shutil.copy(self.store, store)
        store.chmod(0o644)
        key = self.beside / "log.key"
        shutil.copy(self.keys / "log.key", key)
        os.chown(key, 65534, 65534)
        for above in (self.place, self.beside):
            above.chmod(0o755)
        for command, why in ((["doctor", store], f"{store}: its files -wal and -shm cannot be made beside it"),
                             (["serve", store, "--log-key", key, "--port", 0], f"{store}.pen")):
            done = run(*nobody, *command, program="setpriv")
            self.assertEqual((done.returncode, done.stderr),
                             (UNREADABLE, f"{store}: cannot be opened: {why}: Permission denied\n"))
        self.assertEqual(list(folder.iterdir()), [store])
        # While a writer is there, so are its files.
        self.started("serve", "/log/newest", store, "--log-key", self.keys / "log.key")
        done = run(*nobody, "doctor", store, program="setpriv")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_it_goes_on_once_the_disk_can_be_written(self):
        record = ["record", self.store, self.act, "--keys", self.keys, "--yes"]
        with self.read_only():
            self.assertEqual(run(*record).returncode, UNREADABLE)
        self.reads(*record)
        self.assertClean(self.store)


if __name__ == "__main__":
    if os.environ.get("IN_NAMESPACE") != "yes":
        tried = subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], stderr=subprocess.DEVNULL)
        if tried.returncode != 0:
            print("left out: no disk can be mounted here")
            sys.exit(77)
        os.environ["IN_NAMESPACE"] = "yes"
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv])
    unittest.main()
