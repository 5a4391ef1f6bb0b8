"""A demonstration is made, served, witnessed, and looked at by others."""

import os
import re
import shutil
import subprocess
import unittest

from running import ROOT, LogTest, Note, position, run


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
