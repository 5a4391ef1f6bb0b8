"""A demonstration is made, served, witnessed, and looked at by others."""

import os
import re
import resource
import shutil
import signal
import subprocess
import unittest

from running import PATIENCE, PROGRAM, ROOT, Key, LogTest, Note, ask, free_ports, position, run


def small_files():
    """In the child: no file grows beyond 256 KiB, as if the disk were full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 18, 1 << 18))


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

    # As the readme shows it.
    @unittest.skipUnless(shutil.which("go"), "Go is not installed")
    def test_one_act_is_verified_by_the_program_in_the_documents(self):
        program = self.place / "verify"
        subprocess.run(["go", "build", "-o", program, ROOT / "docs/verify/verify.go"], check=True, cwd=self.place,
                       env={**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode",
                            "GOCACHE": str(self.place / "gocache")})

        def verify(policy, proof, entry):
            for name, text in (("policy", policy), ("proof", proof), ("entry", entry)):
                (self.place / f"one.{name}").write_text(text)
            done = subprocess.run([program, *(self.place / f"one.{name}" for name in ("policy", "proof", "entry"))],
                                  text=True, capture_output=True, check=False)
            return done.returncode, done.stdout

        self.log.until_witnessed()
        policy, proof, entry = (self.log.get(f"/log/{path}").text for path in ("policy", "proof/214", "entry/214"))
        code, said = verify(policy, proof, entry)
        self.assertEqual(code, 0, said)
        self.assertIn("holds: entry 214 of", said)
        for holder in (1, 2):
            self.assertRegex(said, rf"confirmed by demonstration-copy-holder-{holder} at \d{{4}}-")
        for what, changed in (("another entry", (policy, proof, self.log.get("/log/entry/215").text)),
                              ("a changed entry", (policy, proof, entry.replace('"v":1', '"v":2'))),
                              ("another place", (policy, proof.replace("index 214", "index 215"), entry)),
                              ("a changed size", (policy, re.sub(r"(?m)^(\d+)$", r"1\1", proof), entry)),
                              ("a policy without the log", (policy.replace("log ", "# log "), proof, entry))):
            with self.subTest(what):
                code, said = verify(*changed)
                self.assertEqual(code, 1, said)

    def test_the_policy_is_served_as_an_export_has_it_and_the_log_verifies_over_http(self):
        # The policy that the log was opened with has a remark and does not name the log.
        (self.place / "short-policy").write_text("# Nobody is asked.\nquorum   none\n")
        store = self.log.imported(self.place / "short.db", self.place / "short-policy")
        exported = run("export", store, self.place / "short")
        self.assertEqual(exported.returncode, 0, exported.stderr)
        port = free_ports(1)
        self.addCleanup(self.log.serve(store=store, port=port, name="short").stop)
        url = f"http://127.0.0.1:{port}/log"
        self.assertEqual(ask(url + "/policy").text, (self.place / "short" / "policy").read_text())
        found = run("verify", url, "--json")
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)

    def test_a_proof_is_held_against_a_kept_checkpoint_of_its_size_and_of_no_other(self):
        note = self.log.until_witnessed(self.log.newest().size)
        proof, kept, older = self.place / "proof.html", self.place / "kept", self.place / "older"
        made = run("prove", self.log.store, "0", proof)
        self.assertEqual(made.returncode, 0, made.stderr)
        kept.write_text(note.whole)
        older.write_text(self.log.key("log").checkpoint(note.origin, note.size - 1, bytes(32)))
        found = run("verify", proof, "--older", kept)
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)
        for language in ("en", "ru"):
            refused = run("verify", proof, "--older", older, "--lang", language)
            self.assertEqual((refused.returncode, refused.stdout), (2, ""))
            self.assertIn(str(note.size - 1), refused.stderr)

    def test_an_exported_log_is_read_in_under_the_readers_policy_and_a_failure_leaves_nothing(self):
        exported, store, strange = self.place / "for-import", self.place / "read-in.db", self.place / "strange-policy"
        made = run("export", self.log.store, exported)
        self.assertEqual(made.returncode, 0, made.stderr)
        stranger = Key.new(self.place / "stranger.key", self.first.origin)
        strange.write_text(f"log {stranger.vkey}\nquorum none\n")
        refused = run("import", exported, store, "--policy", strange)
        self.assertEqual(refused.returncode, 1, refused.stdout + refused.stderr)
        self.assertFalse(store.exists())
        taken = run("import", exported, store, "--policy", exported / "policy")
        self.assertEqual(taken.returncode, 0, taken.stdout + taken.stderr)
        again = run("import", exported, store)
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("already", again.stderr)

    def test_an_import_that_could_not_be_written_leaves_what_was_there_and_nothing_else(self):
        exported = self.place / "for-a-full-disk"
        made = run("export", self.log.store, exported)
        self.assertEqual(made.returncode, 0, made.stderr)
        for what, source, more in (("a log", exported, ()),
                                   ("a package", self.log.package, ("--keys", self.log.folder / "keys"))):
            with self.subTest(what):
                folder = self.place / what.replace(" ", "-")
                folder.mkdir()
                (folder / "log.db.pen").touch()
                failed = subprocess.run([PROGRAM, "import", source, folder / "log.db", *more], cwd=ROOT,
                                        preexec_fn=small_files, capture_output=True, text=True, timeout=PATIENCE)
                self.assertIn(failed.returncode, (1, 3), failed.stdout + failed.stderr)
                self.assertNotIn("could not be taken away", failed.stderr)
                self.assertEqual([file.name for file in folder.iterdir()], ["log.db.pen"])
                again = run("import", source, folder / "log.db", *more)
                self.assertEqual(again.returncode, 0, again.stderr)
                self.assertClean(folder / "log.db")

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

    def test_what_others_put_beside_an_interrupted_attempt_stays(self):
        for name in ("unfinished/letter", "letter"):  # a folder of somebody's that has the name of the mark; a file
            with self.subTest(name):
                folder = self.place / ("beside-" + name.replace("/", "-"))
                (folder / name).parent.mkdir(parents=True)
                (folder / name).write_text("somebody's\n")
                if name == "letter":
                    (folder / "unfinished").write_text("")
                refused = run("demonstrate", self.log.package, folder, "--port", 1)
                self.assertEqual((refused.returncode, refused.stdout), (3, ""))
                self.assertIn("stay as they are", refused.stderr)
                self.assertEqual((folder / name).read_text(), "somebody's\n")

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
