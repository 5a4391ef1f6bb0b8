"""A demonstration is made, served, witnessed, and looked at by others."""

import re
import unittest

from running import LogTest, Note, position, run


class DemonstrationTest(LogTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration().start()
        cls.first = cls.log.until_witnessed()

    def witnesses(self):
        return re.findall(r"^witness \S+copy-holder-\d (\S+)", self.log.get("/log/policy").text, re.M)

    def test_both_copy_holders_confirm_what_the_log_signed(self):
        note = self.log.witnessed()
        self.assertEqual(note.origin, "demonstration.example/demo")
        self.assertLessEqual({"demonstration.example/demo", "demonstration-copy-holder-1", "demonstration-copy-holder-2"},
                             set(note.signers))
        self.assertEqual((note.size, note.root), (self.log.newest().size, self.log.newest().root))

    def test_a_verifier_of_others_finds_it_good_over_http_with_a_quorum_of_two(self):
        first, second = self.witnesses()
        found = self.other_verifier(self.log.url + "/log", self.log.key("log").vkey, "-witness", first, "-witness", second,
                                    "-quorum", "2")
        self.assertEqual(found["size"], self.log.witnessed().size)

    def test_the_doctor_finds_it_clean_while_it_is_served(self):
        looked = run("doctor", self.log.store)
        self.assertEqual((looked.returncode, looked.stderr), (0, ""))
        entries = int(re.search(r"(\d+) entries", looked.stdout)[1])
        self.assertEqual(entries, self.log.witnessed().size)

    def test_every_act_of_the_package_is_an_entry(self):
        acts = sum(len(file.read_text().splitlines()) for file in (self.log.package / "record").glob("*.jsonl"))
        self.assertEqual(self.first.size, acts + 3)

    def test_made_again_it_is_as_it_was(self):
        before = {file: file.read_bytes() for file in self.log.folder.rglob("*.key")}
        newest = self.log.newest().whole
        self.log.make()
        self.assertEqual(self.log.newest().whole, newest)
        self.assertEqual(before, {file: file.read_bytes() for file in self.log.folder.rglob("*.key")})

    def test_a_folder_with_other_files_is_left_as_it_is(self):
        folder = self.place / "data"
        (folder / "keys").mkdir(parents=True)
        (folder / "keys" / "log.key").write_text("somebody's\n")
        for language, word in (("en", "stay as they are"), ("ru", "не тронуты")):
            refused = run("demonstrate", self.log.package, folder, "--lang", language)
            self.assertEqual((refused.returncode, refused.stdout), (3, ""))
            self.assertIn(word, refused.stderr)
            self.assertIn(str(folder), refused.stderr)
        self.assertEqual([file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*"))],
                         ["keys", "keys/log.key"])
        self.assertEqual((folder / "keys" / "log.key").read_text(), "somebody's\n")

    def test_what_an_interrupted_attempt_left_is_made_anew(self):
        folder = self.place / "interrupted"
        refused = run("demonstrate", self.place / "no-package", folder, "--port", 1)  # its keys were made before
        self.assertNotEqual(refused.returncode, 0)
        self.assertTrue((folder / "unfinished").exists())
        self.assertFalse((folder / "ready").exists())
        (folder / "log.db").write_text("half of a store")
        made = run("demonstrate", self.log.package, folder, "--port", 1)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertTrue((folder / "ready").exists())
        self.assertFalse((folder / "unfinished").exists())
        self.assertClean(folder / "log.db")

    def test_questions_are_asked_of_the_store_as_of_the_package(self):
        for question in ("members --on 2013-06-01", "chair csc --on 2022-12-15", "bound AM budget-2024 --on 2024-06-01"):
            for language in ("en", "ru"):
                words = [*question.split(), "--lang", language]
                of_store, of_package = run("ask", self.log.store, *words), run("ask", self.log.package, *words)
                self.assertEqual(of_store.returncode, 0, of_store.stderr)
                self.assertEqual(of_store.stdout, of_package.stdout)

    def test_started_again_the_log_has_its_head_and_its_witnesses(self):
        before = self.log.until_witnessed()
        self.assertEqual(self.log.programs["server"].stop(), 0)
        self.log.serve()
        # Before any new cosignature: what was confirmed is shown at once.
        after = self.log.note("/log/checkpoint")
        self.assertEqual((after.size, after.root), (before.size, before.root))
        self.assertLessEqual(set(before.signers), set(after.signers))
        self.assertEqual(self.log.newest().root, before.root)

    def test_copy_holders_started_again_go_on(self):
        for number in (1, 2):
            self.assertEqual(self.log.programs[f"holder {number}"].stop(), 0)
            self.log.holder(number)
        kept = self.log.submit(self.log.sealed(self.log.key("registrar"), position("after-a-restart", "AM")))
        entry = self.assertKept(kept)["entry"]
        self.assertGreater(self.log.until_witnessed(entry + 1).size, entry)

    def test_checkpoints_kept_on_the_way_are_of_one_history(self):
        old = self.place / "old"
        old.write_text(self.log.newest().whole)
        self.assertKept(self.log.submit(self.log.sealed(self.log.key("registrar"), position("after-the-old-checkpoint", "BY"))))
        self.assertGreater(self.log.newest().size, Note(old.read_text()).size)
        self.other_verifier(self.log.url + "/log", self.log.key("log").vkey, "-old", old)


if __name__ == "__main__":
    unittest.main()
