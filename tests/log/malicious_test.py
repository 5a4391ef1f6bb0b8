"""A secretariat lies in every way it can think of, with the log's own key. Copy-holders notice, and keep evidence that
convinces a third program; whoever verifies a copy notices too."""

import json
import os
import re
import subprocess
import sys
import unittest

from malicious import Secretariat, Shown, entries_of
from running import ROOT, Key, LogTest, Program, ask, canonical, position, run, sha256, until


def with_cryptography():
    """A Python that has the package which evidence_check.py uses."""
    for candidate in (sys.executable, "/usr/bin/python3", "python3"):
        if subprocess.run([candidate, "-c", "import cryptography"], capture_output=True).returncode == 0:
            return candidate
    raise unittest.SkipTest("no Python with `cryptography`")


class MaliciousTest(LogTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        log = cls.demonstration()
        exported = run("export", log.store, cls.place / "honest")
        assert exported.returncode == 0, exported.stderr
        cls.key, cls.registrar = log.key("log"), log.key("registrar")
        cls.entries = entries_of(cls.place / "honest")
        cls.origin = json.loads(cls.entries[0])["body"]["content"]["origin"]
        cls.liar = Secretariat(cls.key, cls.origin, cls.place / "honest")
        cls.hex = sha256(cls.origin.encode()).hex()

    # -- what it does to the entries

    def edited(self, at):
        """A word of an act is another one."""
        changed = json.loads(self.entries[at])
        changed["body"]["sources"][0]["as"] = {"reported": "official"}.get(changed["body"]["sources"][0]["as"], "reported")
        return [*self.entries[:at], canonical(changed).encode(), *self.entries[at + 1:]]

    def dropped(self, at):
        return self.entries[:at] + self.entries[at + 1:]

    def reordered(self, at):
        return [*self.entries[:at], self.entries[at + 1], self.entries[at], *self.entries[at + 2:]]

    def back_dated(self, at):
        """The newest act stands where an old one stood."""
        return [*self.entries[:at], self.entries[-1], *self.entries[at:-1]]

    def replayed(self, at):
        """An act that was sealed for another log, by the same registrar."""
        seal = json.loads(self.entries[at])["seals"][0]
        sealed = self.registrar.seal({"body": position("from-elsewhere", "AM"), "known_on": "2026-11-22"},
                                     "another.example/log", seal["count"], seal["after"])
        return [*self.entries[:at], canonical(sealed).encode(), *self.entries[at + 1:]]

    # -- a copy is verified

    def verified(self, folder, *more):
        found = run("verify", folder, "--unwitnessed", "--json", *more)
        self.assertIn(found.returncode, (0, 1), found.stderr)
        verdict = json.loads(found.stdout)
        self.assertEqual(verdict["holds"], found.returncode == 0)
        return verdict

    def test_an_honest_copy_holds(self):
        again = self.liar.publish(self.entries, self.place / "published-again")
        self.assertTrue(self.verified(again)["holds"])
        for file in (self.place / "honest").rglob("*"):  # ours is the same log, made by other code
            if file.is_file() and file.name != "README.txt":
                self.assertEqual((again / file.relative_to(self.place / "honest")).read_bytes(), file.read_bytes(), file)

    def test_a_copy_that_was_tampered_with_and_signed_anew_does_not_hold(self):
        at = 500
        for what, entries, check, codes in (
                ("edited", self.edited(at), "seals", ("bad_signature",)),
                ("dropped", self.dropped(at), "keys", ("count_skipped",)),
                ("reordered", self.reordered(at), "keys", ("count_skipped",)),
                ("back-dated", self.back_dated(at), "keys", ("count_skipped", "after_beyond")),
                ("replayed from another origin", self.replayed(at), "seals", ("bad_signature",)),
                ("without its tail and with another", [*self.entries[:at], *self.replayed(at)[at:at + 1]], "seals",
                 ("bad_signature",))):
            with self.subTest(what):
                folder = self.liar.publish(entries, self.place / what.replace(" ", "-"))
                self.other_verifier(folder, self.key.vkey)  # the tree and the signature are in perfect order
                failure = self.verified(folder)["failures"][0]
                self.assertEqual(failure["check"], check, failure)
                self.assertIn(failure["code"], codes)
                self.assertEqual(failure["entry"], at)
                for language in ("en", "ru"):
                    told = run("verify", folder, "--unwitnessed", "--lang", language)
                    self.assertEqual(told.returncode, 1)
                    self.assertIn(str(at), told.stdout + told.stderr)

    def test_a_new_act_with_a_day_of_the_past_does_not_hold(self):
        last = json.loads(self.entries[-1])["seals"][0]
        sealed = self.registrar.seal({"body": position("of-long-ago", "AM", on="2001-01-01"), "known_on": "2001-01-02"},
                                     self.origin, last["count"] + 1, last["after"])
        folder = self.liar.publish([*self.entries, canonical(sealed).encode()], self.place / "day-of-the-past")
        failure, = self.verified(folder)["failures"]
        self.assertEqual((failure["check"], failure["code"], failure["entry"]),
                         ("form", "known_on_falls", len(self.entries)))

    def test_who_kept_a_checkpoint_notices_another_history_and_a_shorter_one(self):
        for what, other, code in (("of the same size", self.replayed(500), "known_differs"),
                                  ("longer", [*self.entries, b"{}"], "shorter_than_known")):
            with self.subTest(what):
                kept = self.place / "kept"
                kept.write_text(self.liar.checkpoint(other))
                failures = self.verified(self.place / "honest", "--older", kept)["failures"]
                self.assertIn(code, [failure["code"] for failure in failures])

    def test_a_checkpoint_by_another_key_or_for_another_log_does_not_hold(self):
        stranger = Key.new(self.place / "stranger.key", self.origin)
        for what, signer, origin in (("by a stranger", stranger, self.origin),
                                     ("for another log", self.key, "another.example/log")):
            folder = Secretariat(signer, origin, self.place / "honest").publish(
                self.entries, self.place / what.replace(" ", "-"))
            self.assertFalse(self.verified(folder)["holds"], what)

    # -- copy-holders are asked to confirm it

    def witness(self, url=""):
        """A new one: its address, its folder, and what it says."""
        place = self.place / f"witness-{len(list(self.place.glob('witness-*')))}"
        keys = [Key.new(place / f"{name}.key", f"{place.name}.{name}.example", "--witness") for name in ("w", "r")]
        (place / "state").mkdir()
        (place / "state" / "logs").write_text(f"log {self.key.vkey} {url}\n".replace(" \n", "\n"))
        program = Program("witness", place / "state", "--key", keys[0].file, "--replay-key", keys[1].file)
        self.addCleanup(program.stop)
        address = until(lambda: re.search(r"http://127.0.0.1:\d+", program.said()), program.said)[0]
        return address, place / "state", program

    def evidence(self, folder):
        return sorted((folder / "evidence").glob("*")) if (folder / "evidence").exists() else []

    def assertConvinces(self, file):
        """A program that shares no code, with the log's key alone."""
        checked = subprocess.run([with_cryptography(), str(ROOT / "tests/log/evidence_check.py"), self.key.vkey, str(file)],
                                 capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        # Evidence against one log is none against another.
        stranger = Key.new(self.place / f"stranger-{os.urandom(4).hex()}.key", self.origin)
        checked = subprocess.run([with_cryptography(), str(ROOT / "tests/log/evidence_check.py"), stranger.vkey, str(file)],
                                 capture_output=True, text=True)
        self.assertEqual(checked.returncode, 1)

    def test_a_copy_holder_confirms_no_second_history_and_keeps_what_proves_it(self):
        size = 900
        seen = self.entries[:size]
        for what, entries, kind in (
                ("a split view", self.replayed(500)[:size], "split"),
                ("a split view at the end", self.edited(size - 1)[:size], "split"),
                ("an edited entry", self.edited(500), "unproved"),
                ("a dropped entry", self.dropped(500), "unproved"),
                ("a reordered entry", self.reordered(500), "unproved"),
                ("a back-dated act", self.back_dated(500), "unproved"),
                ("a replay from another origin", self.replayed(500), "unproved"),
                ("a rollback that grew past what was seen", [*self.entries[:800], *self.entries[:150]], "unproved")):
            with self.subTest(what):
                address, folder, _ = self.witness()
                self.assertEqual(self.liar.bring(address, 0, seen).status, 200)
                confirmed = ask(f"{address}/{self.hex}/checkpoint").text
                answer = self.liar.bring(address, size, entries)
                self.assertEqual(answer.status, 422, answer.text)
                file, = self.evidence(folder)
                self.assertIn(f".{kind}.", file.name)
                self.assertConvinces(file)
                self.assertEqual(ask(f"{address}/{self.hex}/checkpoint").text, confirmed)
                # And the honest log goes on there.
                self.assertEqual(self.liar.bring(address, size, self.entries).status, 200)

    def test_a_rollback_below_what_was_confirmed_is_not_confirmed(self):
        address, folder, _ = self.witness()
        self.assertEqual(self.liar.bring(address, 0, self.entries[:900]).status, 200)
        shorter = self.entries[:800]
        answer = self.liar.bring(address, 800, shorter)
        self.assertEqual((answer.status, answer.text), (409, "900\n"))
        self.assertEqual(self.liar.bring(address, 0, shorter).status, 409)
        self.assertEqual(self.liar.bring(address, 900, shorter).status, 400)
        self.assertIn("\n900\n", ask(f"{address}/{self.hex}/checkpoint").text)

    def test_two_capitals_that_were_shown_two_histories_find_out_by_comparing(self):
        one, other = self.witness()[0], self.witness()[0]
        self.assertEqual(self.liar.bring(one, 0, self.entries).status, 200)
        self.assertEqual(self.liar.bring(other, 0, self.replayed(500)).status, 200)
        notes = [ask(f"{address}/{self.hex}/checkpoint").text for address in (one, other)]
        self.assertEqual(notes[0].split("\n")[:2], notes[1].split("\n")[:2])
        self.assertNotEqual(notes[0].split("\n")[2], notes[1].split("\n")[2])
        kept = self.place / "of-the-other"
        kept.write_text(notes[1])
        failure, = self.verified(self.place / "honest", "--older", kept)["failures"]
        self.assertEqual(failure["code"], "known_differs")

    def test_a_lie_told_from_the_first_day_is_not_replayed(self):
        """Nobody saw another history; but the entries do not hold, and the second statement is not given."""
        honest = Shown(self.place / "honest")
        self.addCleanup(honest.close)
        address, _, _ = self.witness(honest.url)
        self.assertEqual(self.liar.bring(address, 0, self.entries).status, 200)
        until(lambda: ask(f"{address}/replayed/{self.hex}/checkpoint").status == 200, "an honest log was not replayed")
        for what, entries in (("edited", self.edited(500)), ("dropped", self.dropped(500)),
                              ("from-elsewhere", self.replayed(500))):
            with self.subTest(what):
                shown = Shown(self.liar.publish(entries, self.place / f"from-the-first-day-{what}"))
                self.addCleanup(shown.close)
                address, _, program = self.witness(shown.url)
                self.assertEqual(self.liar.bring(address, 0, entries).status, 200)
                until(lambda: "500" in program.said() or "256" in program.said(),
                      lambda: "nothing was noticed: " + program.said())
                self.assertEqual(ask(f"{address}/replayed/{self.hex}/checkpoint").status, 404)


if __name__ == "__main__":
    unittest.main()
