"""An older copy of the store is put back: the server answers questions and signs nothing."""

import shutil
import unittest

from running import LogTest, position, run, until


class OlderCopyTest(LogTest):
    def setUp(self):
        self.log = self.demonstration(self.id().rsplit(".", 1)[1])
        self.log.holder(1)
        self.log.holder(2)
        self.log.serve()
        self.log.until_witnessed()
        self.guard = self.log.store.with_name("log.db.guard")
        self.copy = self.place / f"{self.log.folder.name}.copy"
        made = run("backup", self.log.store, self.copy)
        self.assertEqual(made.returncode, 0, made.stderr)
        for number in range(3):
            self.log.submit(self.log.sealed(self.log.key("registrar"), position(f"since-the-copy-{number}", "RU")))
        self.newest = self.log.until_witnessed(self.log.newest().size)
        self.assertEqual(self.log.programs["server"].stop(), 0)

    def tearDown(self):
        self.log.stop()

    def put_back(self):
        for file in self.log.folder.glob("log.db*"):
            if file not in (self.guard, self.log.store.with_name("log.db.pen")):
                file.unlink()
        shutil.copy(self.copy, self.log.store)

    def must_not_sign(self, who):
        old = self.log.newest()
        self.assertLess(old.size, self.newest.size)
        refusal = until(lambda: (answer := self.log.submit(self.log.sealed(
            self.log.key("registrar"), position("into-the-old-copy", "RU")))) and answer.status == 503 and answer,
            "an older copy was written to")
        refusal = self.assertRefused(refusal, "longer_known", 503)
        self.assertIn(who, refusal["facts"]["who"])
        self.assertEqual(refusal["facts"]["size"], str(self.newest.size))
        self.assertEqual(refusal["facts"]["ours"], str(old.size))
        self.assertIn("older or another copy", refusal["says"]["en"])
        self.assertIn("старая или иная копия", refusal["says"]["ru"])
        # What it has, it still tells; of what it signed, nothing is new.
        self.assertEqual(self.log.newest().whole.split("\n\n")[0], old.whole.split("\n\n")[0])
        self.assertEqual(self.log.get("/en").status, 200)
        self.assertEqual(self.log.get("/en/ask/members.json?on=2013-06-01").status, 200)
        self.assertEqual(run("ask", self.log.store, "members", "--on", "2013-06-01").returncode, 0)
        self.assertIn("nothing", self.log.programs["server"].said())

    def test_the_guard_file_knows(self):
        self.put_back()
        self.log.programs["holder 1"].stop()
        self.log.programs["holder 2"].stop()
        looked = run("doctor", self.log.store)
        self.assertEqual(looked.returncode, 1)
        self.assertIn(str(self.newest.size), looked.stderr)
        self.log.serve()
        self.must_not_sign("log.db.guard")

    def test_without_the_guard_file_the_copy_holders_know(self):
        self.put_back()
        self.guard.unlink()
        self.log.serve()
        self.must_not_sign("demonstration-copy-holder-")

    def test_copy_holders_that_come_later_are_heard_too(self):
        self.put_back()
        self.guard.unlink()
        for number in (1, 2):
            self.log.programs[f"holder {number}"].stop()
        self.log.serve()
        self.log.holder(1)
        # It is told at its next question; nothing was handed in meanwhile.
        until(lambda: "nothing more is signed" in self.log.programs["server"].said(), "it was not told")
        self.must_not_sign("demonstration-copy-holder-1")

    def test_the_newest_copy_goes_on(self):
        newest = self.place / "newest.copy"
        self.assertEqual(run("backup", self.log.store, newest).returncode, 0)
        self.copy = newest
        self.put_back()
        self.log.serve()
        kept = self.assertKept(self.log.submit(self.log.sealed(self.log.key("registrar"), position("going-on", "RU"))))
        self.assertEqual(kept["entry"], self.newest.size)
        self.log.until_witnessed(self.newest.size + 1)


if __name__ == "__main__":
    unittest.main()
