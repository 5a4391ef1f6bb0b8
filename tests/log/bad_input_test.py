"""What is handed in and must not stand: each is sent back with its code and a sentence in both languages, and the log
is afterwards what it was."""

import base64
import json
import unittest

from running import (Key, LogTest, ask, base64_of, canonical, file_note, position, registry_act, run, said, sha256,
                     until)

# Ed25519 public keys of low order, or written in a second way (tests of libsodium, CCTV): no seal by them means much.
LOW_ORDER = ("0100000000000000000000000000000000000000000000000000000000000000",
             "0000000000000000000000000000000000000000000000000000000000000000",
             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")


class BadInputTest(LogTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration()
        cls.log.serve()
        cls.authority, cls.registrar = cls.log.key("authority"), cls.log.key("registrar")
        cls.member, cls.ended = (Key.new(cls.place / name, f"{name}.example/key") for name in ("member", "ended"))
        for key, holder in ((cls.member, "AM"), (cls.ended, "BY")):
            cls.keep(cls.authority, registry_act("key-accredited", f"accredited-{holder.lower()}", {
                "key": key.text, "name": holder, "use": "representative"}, {"holder": holder}))
        cls.keep(cls.authority, registry_act("key-recalled", "recalled-by", {"key": cls.ended.text, "why": "retired"}))
        cls.keep(cls.member, position("am-first", "AM"))

    @classmethod
    def keep(cls, key, body):
        kept = cls.log.submit(cls.log.sealed(key, body))
        assert kept.status == 201, kept.text

    def setUp(self):
        self.before = self.log.newest().whole, self.log.get("/log/keys.json").text

    def tearDown(self):
        self.assertEqual((self.log.newest().whole, self.log.get("/log/keys.json").text), self.before)

    def good(self, **more):
        return self.log.sealed(self.registrar, position("an-act", "RU"), **more)

    def sealed(self, key=None, count=None, after=None, body=None, origin=None):
        """An entry like a good one, but for what is given."""
        key, newest = key or self.member, self.log.newest()
        return key.seal({"body": body or position("an-act", "AM")}, origin or newest.origin,
                        self.log.count(key) + 1 if count is None else count, after or newest.after())

    def refused(self, entry, code, **facts):
        refusal = self.assertRefused(self.log.submit(entry), code)
        for name, value in facts.items():
            self.assertEqual(refusal["facts"][name], value, refusal)
        return refusal

    # -- bytes

    def test_bytes_that_are_not_canonical(self):
        text = canonical(self.good())
        for what, changed in (
                ("a space", text.replace('":', '": ', 1)),
                ("an end of line", text + "\n"),
                ("another order", '{"v":1,' + text[1:].replace(',"v":1}', "}")),
                ("a needless escape", text.replace("an-act", "\\u0061n-act")),
                ("a number written otherwise", text.replace('"v":1', '"v":1.0')),
                ("a number with an exponent", text.replace('"v":1', '"v":1e0')),
                ("a name twice", text.replace('"v":1', '"v":1,"v":1')),
                ("a name twice by an escape", text.replace('"v":1', '"v":1,"\\u0076":1')),
                ("half of a surrogate pair", text.replace("A position.", "\\udead")),
                ("a surrogate in UTF-8", text.encode().replace(b"A position.", b"\xed\xba\xad")),
                ("bytes that are not UTF-8", text.encode().replace(b"A position.", b"\xff")),
                ("a byte order mark", b"\xef\xbb\xbf" + text.encode()),
                ("a number beyond 2^53", text.replace('"count":', '"count":9007199254740993,"x":', 1)),
                ("infinity", text.replace('"v":1', '"v":1e400')),
                ("a whole number that is cut", text[:-1]),
                ("nothing behind it", text + "{}"),
                ("a deep tower", text.replace('"v":1', '"v":' + "[" * 40 + "]" * 40))):
            with self.subTest(what):
                answer = self.log.submit(changed)
                if answer.status == 400:  # not even an entry: its first byte is another
                    self.assertEqual(what, "a byte order mark")
                    continue
                self.assertRefused(answer, "not_canonical")

    def test_what_an_entry_does_not_have(self):
        good = self.good()
        for what, changed, code in (
                ("a name of its own", {**good, "note": "x"}, "unknown_key"),
                ("another version", {**good, "v": 2}, None),
                ("no version", {name: value for name, value in good.items() if name != "v"}, "missing_key"),
                ("a day of its own", {**good, "known_on": "2026-11-22"}, "known_on_given"),
                ("no seal", {**good, "seals": []}, "no_seal"),
                ("a body that is a text", {**good, "body": "x"}, "wrong_shape"),
                ("no body", {name: value for name, value in good.items() if name != "body"}, "missing_key"),
                ("too many seals", {**good, "seals": good["seals"] * 65}, "too_many_seals"),
                ("one seal twice", {**good, "seals": good["seals"] * 2}, "seal_twice")):
            with self.subTest(what):
                answer = self.log.submit(changed)
                self.assertRefused(answer, code or answer.json["code"])

    def test_an_entry_over_the_limit(self):
        body = position("a-long-act", "RU")
        body["content"]["says"] = said("x" * 30_000)
        entry = self.log.sealed(self.registrar, body)
        self.assertGreater(len(canonical(entry)), 60_000)
        self.refused(entry, "too_long")

    def test_more_bytes_than_a_request_may_have(self):
        answer = ask(self.log.url + "/log/submit", b"{" + b" " * (80 << 20))
        self.assertTrue(answer is None or answer.status == 413, answer and answer.status)
        self.assertTrue(until(self.log.newest))

    def test_a_parcel_that_cannot_be_opened(self):
        entry = canonical(self.good()).encode()
        head = b"depositary/submission@v1\n"
        for what, body in (
                ("nothing", b""), ("another version", head.replace(b"v1", b"v2") + b"entry 3\n\nabc"),
                ("no entry", head + b"file text/plain 3\n\nabc"), ("too short", head + b"entry 9\n\nabc"),
                ("too long", head + b"entry 1\n\nabc"), ("a sign", head + b"entry +3\n\nabc"),
                ("a zero before", head + b"entry 03\n\nabc"), ("beyond 2^63", head + b"entry 9223372036854775808\n\nabc"),
                ("no type", head + b"entry %d\nfile 3\n\n" % len(entry) + entry + b"abc"),
                ("a type with an end of line", head + b"entry %d\nfile te\nxt/plain 3\n\n" % len(entry) + entry + b"abc"),
                ("no empty line", head + b"entry 3\nabc")):
            with self.subTest(what):
                answer = ask(self.log.url + "/log/submit", body)
                self.assertEqual(answer.status, 400, answer.text)
                for language in ("en", "ru"):
                    self.assertGreater(len(answer.json["says"][language]), 20)

    # -- keys

    def test_keys_of_low_order_are_not_accredited_and_seal_nothing(self):
        for public in map(bytes.fromhex, LOW_ORDER):
            text = base64_of(b"\x01" + public)
            with self.subTest(public.hex()):
                self.refused(self.sealed(self.authority, body=registry_act(
                    "key-accredited", "low-order", {"key": text, "name": "x", "use": "representative"},
                    {"holder": "KZ"})), "bad_key")
                entry = self.good()
                entry["seals"][0]["key"] = text
                answer = self.log.submit(entry)
                self.assertIn(answer.json["code"], ("bad_key", "unknown_key_id"))

    def test_keys_that_are_none(self):
        for text in ("", "x", base64_of(b"\x02" + bytes(32)), base64_of(b"\x01" + bytes(31)), self.member.text[:-1]):
            with self.subTest(text):
                entry = self.good()
                entry["seals"][0]["key"] = text
                answer = self.log.submit(entry)
                self.assertRefused(answer, answer.json["code"])
                self.assertIn(answer.json["code"], ("bad_key", "unknown_key_id", "not_bytes", "wrong_shape"))

    def test_a_key_that_nobody_accredited(self):
        stranger = Key.new(self.place / "stranger", "stranger.example/key")
        self.refused(self.sealed(stranger), "unknown_key_id", key=stranger.text)

    def test_a_key_that_was_recalled(self):
        refusal = self.refused(self.sealed(self.ended, body=position("by-act", "BY")), "ended_key", why="retired")
        self.assertIn(refusal["facts"]["ended"], refusal["says"]["ru"])

    def test_a_key_accredited_twice(self):
        self.refused(self.sealed(self.authority, body=registry_act("key-accredited", "again", {
            "key": self.member.text, "name": "AM", "use": "representative"}, {"holder": "AM"})), "key_in_use")

    # -- seals

    def test_a_number_used_before_or_skipped(self):
        last = self.log.count(self.member)
        self.refused(self.sealed(count=last), "count_used", found=str(last), expected=str(last + 1))
        self.refused(self.sealed(count=last + 2), "count_skipped", found=str(last + 2), expected=str(last + 1))
        self.assertRefused(self.log.submit(self.sealed(count=0)), self.log.submit(self.sealed(count=0)).json["code"])

    def test_a_checkpoint_that_is_too_old_too_new_or_of_another_log(self):
        newest = self.log.newest()
        accredited = self.log.keys()[self.member.text]["accredited"]
        old = {"size": accredited, "root": base64_of(bytes(32))}
        self.refused(self.sealed(after=old), "after_stale", found=str(accredited))
        self.refused(self.sealed(after={"size": newest.size + 1, "root": newest.root}), "after_beyond",
                     found=str(newest.size + 1), size=str(newest.size))
        self.refused(self.sealed(after={"size": newest.size, "root": base64_of(sha256(b"another log"))}),
                     "after_differs")

    def test_a_seal_that_does_not_hold(self):
        body_changed, seal_changed, after_changed = self.sealed(), self.sealed(), self.sealed()
        body_changed["body"]["content"]["stance"] = "objects"
        signature = bytearray(base64.b64decode(seal_changed["seals"][0]["seal"]))
        signature[40] ^= 1
        seal_changed["seals"][0]["seal"] = base64_of(signature)
        after_changed["seals"][0]["count"] += 1
        for entry in (body_changed, seal_changed, after_changed, self.sealed(origin="another.example/log")):
            self.refused(entry, "bad_signature", key=self.member.text)

    # -- what a key may do

    def test_a_representative_speaks_for_its_own_member_alone(self):
        self.refused(self.sealed(body=position("by-act", "BY")), "not_their_act", holder="AM", found="BY")

    def test_a_representative_may_not_do_what_the_registry_does(self):
        for kind, content in (("rulebook-published", {"reason": "x"}),
                              ("policy-changed", {"policy": self.log.get("/log/policy").text}),
                              ("key-accredited", {"key": self.ended.text[:-4] + "AAA=", "name": "x", "use": "registrar"})):
            with self.subTest(kind):
                answer = self.log.submit(self.sealed(body=registry_act(kind, "taken-over", content)))
                self.assertIn(self.assertRefused(answer, answer.json["code"])["code"], ("not_authorised", "bad_key"))

    def test_a_log_is_opened_once(self):
        opened = json.loads(self.log.get("/log/charter.json").text)["body"]
        self.refused(self.sealed(self.authority, body={**opened, "id": "opened-again"}), "not_first")

    def test_a_policy_that_cannot_be_used(self):
        self.refused(self.sealed(self.authority, body=registry_act(
            "policy-changed", "a-bad-policy", {"policy": "quorum nobody\n"})), "bad_policy", line="1")

    def test_acts_that_are_not_in_form(self):
        for what, body, code in (
                ("of a member that is none", position("an-act", "ZZ"), None),
                ("about a session that is none", position("an-act", "AM", session="nowhere-2020"), None),
                ("with an id that is taken", position("am-first", "AM", stance="objects"), None),
                ("on a day that is none", position("an-act", "AM", on="2026-02-30"), None),
                ("of a kind that is none", {**position("an-act", "AM"), "kind": "conquered"}, None),
                ("without a source", {**position("an-act", "AM"), "sources": []}, None),
                ("without an id", {name: value for name, value in position("an-act", "AM").items() if name != "id"}, None)):
            with self.subTest(what):
                answer = self.log.submit(self.sealed(self.registrar, body=body))
                self.assertRefused(answer, code or answer.json["code"])

    # -- and after all of it

    def test_what_is_refused_can_be_shown_signed(self):
        entry = self.good()
        entry["seals"][0]["count"] += 5
        refusal = self.assertRefused(self.log.submit(entry), "bad_signature")
        text, _, line = refusal["refusal"].rpartition("\n\n")
        head, origin, submitted, code, faults = text.split("\n")
        self.assertEqual((head, origin, code), ("depositary/refusal/v1", self.log.newest().origin, "bad_signature"))
        self.assertEqual(submitted, base64_of(sha256(canonical(entry).encode())))
        self.assertEqual(json.loads(faults)[0]["code"], "bad_signature")
        self.assertEqual(self.log.key("log").note(text + "\n"), refusal["refusal"])

    def test_only_what_can_be_handed_in_is_taken_by_post(self):
        for path in ("/log/checkpoint", "/log/submit/", "/log/", "/", "/en/", "/log/entry/0"):
            answer = ask(self.log.url + path, "{}")
            self.assertIn(answer.status, (404, 405), path)

    @classmethod
    def tearDownClass(cls):
        # The same act, in order, is taken at once: nothing of all this stood in its way.
        cls.keep(cls.registrar, position("an-act", "RU"))
        cls.keep(cls.member, position("am-second", "AM"))
        looked = run("doctor", cls.log.store)
        assert (looked.returncode, looked.stderr) == (0, ""), looked.stderr
        super().tearDownClass()


class RefusalOnRecordTest(LogTest):
    """Whoever was refused asks that it be on record: POST /log/refusals (docs/formats/refusal.md)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration()
        cls.log.serve("--registrar-key", cls.log.folder / "keys" / "registrar.key")
        cls.authority, cls.member = cls.log.key("authority"), Key.new(cls.place / "member", "member.example/key")
        kept = cls.log.submit(cls.log.sealed(cls.authority, registry_act("key-accredited", "accredited-am", {
            "key": cls.member.text, "name": "AM", "use": "representative"}, {"holder": "AM"})))
        assert kept.status == 201, kept.text

    def refused(self, key, body, code):
        """An entry that is sent back, as it was handed in, and the log's note of it."""
        entry = canonical(self.log.sealed(key, body))
        return entry, self.assertRefused(self.log.submit(entry), code)["refusal"]

    def put_on_record(self, note, entry, url=None):
        return ask((url or self.log.url) + "/log/refusals", f"refusal {len(note.encode())}\n{note}{entry}")

    def test_it_is_an_entry_at_the_place_that_is_answered(self):
        entry, note = self.refused(self.member, position("by-speaks", "BY"), "not_their_act")
        size, count = self.log.newest().size, self.log.count(self.log.key("registrar"))
        answer = self.put_on_record(note, entry)
        self.assertEqual(answer.status, 201, answer.text)
        self.assertEqual((answer.json["entry"], answer.json["was_on_record"]), (size, False))
        kept = json.loads(self.log.get(f"/log/entry/{size}").text)
        self.assertEqual((kept["body"]["kind"], kept["body"]["content"]), (
            "refusal-logged", {"code": "not_their_act", "submitted": base64_of(sha256(entry.encode()))}))
        registrar = self.log.key("registrar")
        self.assertEqual([(seal["key"], seal["count"]) for seal in kept["seals"]], [(registrar.text, count + 1)])

        again = self.put_on_record(note, entry)
        self.assertEqual((again.status, again.json["entry"], again.json["was_on_record"]), (200, size, True))
        self.assertEqual(self.log.newest().size, size + 1)
        # The registrar goes on with the number after it.
        self.assertKept(self.log.submit(self.log.sealed(registrar, position("after-a-refusal", "RU"))))
        self.assertClean(self.log.store)

    def test_what_was_not_refused_is_not_put_on_record(self):
        entry, note = self.refused(self.member, position("by-speaks-again", "BY"), "not_their_act")
        other, _ = self.refused(self.member, position("kz-speaks", "KZ"), "not_their_act")
        before = self.log.newest().whole
        text = note.rpartition("\n\n")[0] + "\n"
        stranger = Key.new(self.place / "stranger", "stranger.example/key")
        self.assertEqual(self.log.key("log").note(text), note)
        for what, told, about, code in (
                ("a note by another key", self.log.key("registrar").note(text), entry, "bad_signature"),
                ("a note that was changed", note.replace("not_their_act", "not_our_act", 1), entry, "bad_signature"),
                ("a checkpoint", before, entry, "bad_signature"),
                ("no note", "x", entry, "bad_signature"),
                ("an entry that it is not about", note, other, "not_bytes"),
                ("no entry", note, "", "not_bytes")):
            with self.subTest(what):
                self.assertRefused(self.put_on_record(told, about), code)
        # Whom nobody accredited is refused, and has a note of it; the record is not a wall to write on.
        refusal = self.refused(stranger, position("nobody-speaks", "AM"), "unknown_key_id")
        self.assertRefused(self.put_on_record(refusal[1], refusal[0]), "unknown_key_id")
        for body in ("", "refusal\n", f"refusal 9999\n{note}{entry}", f"refusal -1\n{note}{entry}", note + entry):
            with self.subTest(body[:20]):
                answer = ask(self.log.url + "/log/refusals", body)
                self.assertEqual((answer.status, answer.json["code"]), (400, "bad_header"), answer.text)
        self.assertEqual(self.log.newest().whole, before)

    def test_a_server_without_the_registrars_key_puts_none_on_record(self):
        other = self.demonstration("without")
        other.serve()
        entry = canonical(other.sealed(self.member, position("nobody-speaks", "AM")))
        note = self.assertRefused(other.submit(entry), "unknown_key_id")["refusal"]
        self.assertRefused(self.put_on_record(note, entry, other.url), "not_authorised")


if __name__ == "__main__":
    unittest.main()
