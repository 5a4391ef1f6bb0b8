"""One log in one kind of store and in another: the same bytes, the same root, and it goes on."""

import unittest

from running import LogTest, Note, position, run


def files_of(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class MovingTest(LogTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration()
        cls.server = cls.postgres()

    def export(self, store, name):
        folder = self.place / name
        made = run("export", store, folder)
        self.assertEqual(made.returncode, 0, made.stderr)
        return folder

    def test_the_same_package_and_keys_make_the_same_log_in_either_store(self):
        notes = []
        for name, store in (("of-sqlite", self.place / "again.db"), ("of-postgresql", self.server.database())):
            self.log.imported(store)
            self.assertClean(store)
            notes.append(Note((self.export(store, name) / "checkpoint").read_text()))
        self.assertEqual((notes[0].size, notes[0].root), (notes[1].size, notes[1].root))

    def test_a_log_moves_from_sqlite_to_postgresql_and_goes_on(self):
        self.log.start()
        before = self.log.until_witnessed()
        self.assertEqual(self.log.programs["server"].stop(), 0)
        exported = self.export(self.log.store, "moving")
        store = self.server.database()
        moved = run("import", exported, store)
        self.assertEqual(moved.returncode, 0, moved.stderr)
        self.assertClean(store)
        self.assertEqual(files_of(self.export(store, "moved")), files_of(exported))

        self.log.serve(store=store)
        self.assertEqual(self.log.newest().root, before.root)
        kept = self.assertKept(self.log.submit(self.log.sealed(self.log.key("registrar"), position("moved", "RU"))))
        self.assertEqual(kept["entry"], before.size)
        after = self.log.until_witnessed(before.size + 1)
        old = self.place / "old"
        old.write_text(before.whole)
        self.other_verifier(self.log.url + "/log", self.log.key("log").vkey, "-old", old)
        self.assertLessEqual({"demonstration-copy-holder-1", "demonstration-copy-holder-2"}, set(after.signers))

    def test_what_was_tampered_with_is_not_taken_in(self):
        exported = self.export(self.log.store, "tampered")
        bundle = exported / "tile/entries/000"
        bundle.write_bytes(bundle.read_bytes().replace(b'"AM"', b'"AZ"', 1))
        store = self.place / "not-made.db"
        refused = run("import", exported, store)
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertNotEqual(run("ask", store, "members").returncode, 0)


if __name__ == "__main__":
    unittest.main()
