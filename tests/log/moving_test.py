"""One log in one kind of store and in another: the same bytes, the same root, and it goes on."""

import json
import unittest

from running import LogTest, Note, annexes_of, base64_of, last_entry, position, run


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

    def test_annexes_are_carried_over_and_what_was_taken_away_stays_away(self):
        self.log.stop()  # copy-holders that know more of this log would have it signed no more
        old, keys = self.log.imported(self.place / "with-annexes.db"), self.log.folder / "keys"
        said, about = self.place / "act.json", {}
        for name, more in (("open", ()), ("withheld", ("--distribution", "members")), ("asked", ())):
            said.write_text(json.dumps(position(f"an-act-{name}", "KG")))
            about[name] = self.place / f"{name}.txt"
            about[name].write_text(f"of a private person: {name}\n")
            kept = run("record", old, said, "--keys", keys, "--yes", "--personal", about[name], *more)
            self.assertEqual(kept.returncode, 0, kept.stderr)
        before = annexes_of(old)
        self.assertEqual(len(before), 4)  # and the act itself
        removed = next(commitment for commitment, (_, data) in before.items() if data == about["asked"].read_bytes())
        older = self.place / "with-all-annexes.db"
        self.assertEqual(run("backup", old, older).returncode, 0)
        gone = run("remove-annex", old, base64_of(removed), "--keys", keys, "--reason", "The person asked for it.")
        self.assertEqual(gone.returncode, 0, gone.stderr)
        place = last_entry(old)[0] - 2  # what follows the withheld act: one more act, and the removal

        new = self.place / "without-annexes.db"
        moved = run("import", self.export(old, "to-be-moved"), new)
        self.assertEqual(moved.returncode, 0, moved.stderr)
        self.assertEqual(annexes_of(new), {})
        refused = run("release", new, place, "--keys", keys)
        self.assertEqual(refused.returncode, 1, refused.stdout)
        for times, language in ((3, "en"), (0, "ru")):
            carried = run("annexes", old, new, "--lang", language)
            self.assertEqual((carried.returncode, carried.stderr), (0, ""))
            self.assertIn(f": {times}\n", carried.stdout)
        del before[removed]
        self.assertEqual(annexes_of(new), before)
        self.assertEqual(last_entry(new), last_entry(old))
        self.assertClean(new)
        released = run("release", new, place, "--keys", keys)
        self.assertEqual(released.returncode, 0, released.stderr)

        # An older copy still has what the log says was taken away.
        self.assertIn(removed, annexes_of(older))
        copy = self.server.database()
        self.assertEqual(run("import", self.export(new, "moved-once-more"), copy).returncode, 0)
        carried = run("annexes", older, copy)
        self.assertEqual(carried.returncode, 0, carried.stderr)
        self.assertEqual(self.server.ask(copy.split("/")[3].split("?")[0], "SELECT count(*) FROM depositary.annex"), "3")
        self.assertClean(copy)

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
