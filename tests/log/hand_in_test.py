"""Acts are handed in: by the commands, by a representative's own key, with files; and looked at before they are kept."""

import base64
import json
import unittest

from running import Key, LogTest, annexes_of, canonical, file_note, last_entry, position, registry_act, run, sha256


class HandInTest(LogTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration().start()
        cls.log.until_witnessed()
        cls.authority, cls.registrar = cls.log.key("authority"), cls.log.key("registrar")

    def file(self, name, text):
        path = self.place / name
        path.write_text(text)
        return path

    def new_key(self, name):
        return Key.new(self.place / f"{name}.key", f"{name}.example/key")

    def accredit(self, key, holder, use="representative", next_key=None, by=None):
        content = {"key": key.text, "name": f"{holder} {use}", "use": use}
        if next_key:
            content["next"] = next_key.next_hash
        entry = self.log.sealed(by or self.authority,
                                registry_act("key-accredited", f"accredited-{key.name.split('.')[0]}", content,
                                             {"holder": holder}))
        return self.assertKept(self.log.submit(entry))["entry"]

    # By the commands alone, as docs/operating/keys.md has them.
    def test_a_capital_accredits_its_representative_and_enters_its_own_act(self):
        key = self.new_key("am")
        shown = run("key", "show", key.file)
        self.assertIn(key.text, shown.stdout)
        self.assertIn(key.next_hash, shown.stdout)

        def hand_in(name, body, sealer):
            checkpoint = self.file("checkpoint", self.log.get("/log/newest").text)
            act = self.file(f"{name}.json", json.dumps(body, indent=1))
            sealed = run("sign", act, "--key", sealer.file, "--after", checkpoint, "--count", self.log.count(sealer) + 1)
            self.assertEqual(sealed.returncode, 0, sealed.stderr)
            entry = self.file(f"{name}.sealed", sealed.stdout)
            given = run("submit", entry, self.log.url)
            self.assertEqual(given.returncode, 0, given.stderr)
            return sealed.stdout.strip(), self.file(f"{name}.tlog-proof", given.stdout)

        hand_in("accredited", registry_act("key-accredited", "am-representative", {
            "key": key.text, "name": "a representative", "use": "representative"}, {"holder": "AM"}), self.authority)
        sealed, proof = hand_in("position", position("am-says", "AM"), key)

        # The receipt is a proof that others read; the entry is what was sealed, and the day.
        place = int(proof.read_text().splitlines()[1].removeprefix("index "))
        entry = self.log.get(f"/log/entry/{place}").text
        kept = json.loads(entry)
        self.assertRegex(kept.pop("known_on"), r"^\d{4}-\d\d-\d\d$")
        self.assertEqual(canonical(kept), sealed)
        self.other_verifier(self.log.url + "/log", self.log.key("log").vkey, "-proof",
                            f"{proof}:{self.file('entry', entry)}")
        # Our own formats say the same as the program: a seal made here is the seal made there.
        mine = key.seal({"body": json.loads(sealed)["body"]}, self.log.newest().origin, 1, kept["seals"][0]["after"])
        self.assertEqual(canonical(mine), sealed)
        # And it is in the record that is asked.
        answer = run("ask", self.log.store, "statements", "--json")
        self.assertEqual(answer.returncode, 0, answer.stderr)

    def test_a_proof_is_served_for_each_entry(self):
        newest = self.log.newest()
        for place in (0, 1, 2, 255, 256, newest.size - 1):
            with self.subTest(place):
                proof = self.file("proof", self.log.get(f"/log/proof/{place}").text)
                entry = self.file("entry", self.log.get(f"/log/entry/{place}").text)
                self.other_verifier(self.log.url + "/log", self.log.key("log").vkey, "-light", "-proof",
                                    f"{proof}:{entry}")
        self.assertEqual(self.log.get(f"/log/proof/{newest.size}").status, 404)
        self.assertEqual(self.log.get(f"/log/entry/{newest.size}").status, 404)

    def test_a_key_gives_way_to_the_one_it_named_and_to_no_other(self):
        first, second, third, stranger = (self.new_key(f"by{n}") for n in range(4))
        self.accredit(first, "BY", next_key=second)
        self.assertKept(self.log.submit(self.log.sealed(first, position("by-says-1", "BY"))))

        def rotated(to, identity):
            return self.log.sealed(to, registry_act("key-rotated", identity, {
                "from": first.text, "key": to.text, "next": third.next_hash}))
        self.assertRefused(self.log.submit(rotated(stranger, "by-rotated-wrongly")), "wrong_next")
        place = self.assertKept(self.log.submit(rotated(second, "by-rotated")))["entry"]

        refusal = self.assertRefused(self.log.submit(self.log.sealed(first, position("by-says-2", "BY"))), "ended_key")
        self.assertEqual((refusal["facts"]["ended"], refusal["facts"]["why"]), (str(place), "rotated"))
        self.assertKept(self.log.submit(self.log.sealed(second, position("by-says-3", "BY"))))
        known = self.log.keys()
        self.assertEqual(known[first.text]["ended"], place)
        self.assertEqual((known[second.text]["holder"], known[second.text]["use"]), ("BY", "representative"))

    def test_a_recalled_key_seals_nothing_more_and_what_it_sealed_stays(self):
        key = self.new_key("kz")
        self.accredit(key, "KZ")
        before = self.assertKept(self.log.submit(self.log.sealed(key, position("kz-says", "KZ"))))["entry"]
        entry = self.log.get(f"/log/entry/{before}").body
        recalled = self.assertKept(self.log.submit(self.log.sealed(self.authority, registry_act(
            "key-recalled", "kz-recalled", {"key": key.text, "why": "lost"}))))["entry"]
        refusal = self.assertRefused(self.log.submit(self.log.sealed(key, position("kz-says-more", "KZ"))), "ended_key")
        self.assertEqual(refusal["facts"]["why"], "lost")
        self.assertEqual(self.log.keys()[key.text]["ended"], recalled)
        self.assertEqual(self.log.get(f"/log/entry/{before}").body, entry)

    def test_a_member_with_an_authority_accredits_its_own_and_nobody_else_does(self):
        authority, own, foreign = self.new_key("tj"), self.new_key("tjr"), self.new_key("tjx")
        self.accredit(authority, "TJ", use="authority")
        self.accredit(own, "TJ", by=authority)
        self.assertKept(self.log.submit(self.log.sealed(own, position("tj-says", "TJ"))))
        accredited = registry_act("key-accredited", "tj-foreign", {
            "key": foreign.text, "name": "foreign", "use": "representative"}, {"holder": "TJ"})
        self.assertRefused(self.log.submit(self.log.sealed(self.authority, accredited)), "not_authorised")
        for_others = registry_act("key-accredited", "tj-for-others", {
            "key": foreign.text, "name": "foreign", "use": "representative"}, {"holder": "KG"})
        self.assertRefused(self.log.submit(self.log.sealed(authority, for_others)), "not_authorised")

    def test_the_same_act_twice_is_one_entry(self):
        sealed = self.log.sealed(self.registrar, position("twice", "RU"))
        first, second = self.log.submit(sealed), self.log.submit(sealed)
        self.assertEqual((first.status, second.status), (201, 200))
        self.assertEqual(first.json["entry"], second.json["entry"])
        self.assertEqual((first.json["was_on_record"], second.json["was_on_record"]), (False, True))
        self.assertEqual(self.log.newest().size, first.json["entry"] + 1)

    def test_files_are_kept_once_and_never_run(self):
        script = b"<script>alert(1)</script>\n"
        text = "Текст решения\n".encode()
        first = self.log.sealed(self.registrar, position("with-files", "RU"), files=[
            file_note("text.txt", text, language="ru", authentic=True), file_note("page.html", script, "text/html")])
        self.assertKept(self.log.submit_with(first, ("text/plain", text), ("text/html", script)))
        # The bytes are here now: an act that names them need not bring them again.
        second = self.log.sealed(self.registrar, position("with-a-known-file", "RU"),
                                 files=[file_note("again.txt", text, language="ru")])
        self.assertKept(self.log.submit(second))
        for data in (text, script):
            answer = self.log.get(f"/log/files/{sha256(data).hex()}")
            self.assertEqual((answer.status, answer.body), (200, data))
            self.assertEqual(answer.headers["Content-Type"], "application/octet-stream")
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertIn("sandbox", answer.headers["Content-Security-Policy"])
        self.assertEqual(self.log.get("/log/files/" + "0" * 64).status, 404)
        self.assertClean(self.log.store)

    def test_a_file_that_the_act_does_not_name_is_not_kept(self):
        data, stray = b"a named text\n", b"a text that nobody named\n"
        entry = self.log.sealed(self.registrar, position("with-a-stray-file", "RU"), files=[file_note("a.txt", data)])
        self.assertKept(self.log.submit_with(entry, ("text/plain", data), ("text/plain", stray)))
        self.assertEqual(self.log.get(f"/log/files/{sha256(data).hex()}").body, data)
        self.assertEqual(self.log.get(f"/log/files/{sha256(stray).hex()}").status, 404)

    def test_files_that_are_missing_or_changed_are_sent_back(self):
        data, other = b"the text\n", b"another text\n"
        size = self.log.newest().size
        for what, given, code in (
                ("missing", (), "file_missing"),
                ("changed", (("text/plain", other),), "file_missing"),
                ("of another type", (("text/html", data),), "other_type")):
            with self.subTest(what):
                entry = self.log.sealed(self.registrar, position("a-file-" + what.replace(" ", "-"), "RU"),
                                        files=[file_note("the.txt", data)])
                self.assertRefused(self.log.submit_with(entry, *given), code)
                self.assertEqual(self.log.get(f"/log/files/{sha256(data).hex()}").status, 404)
                self.assertEqual(self.log.newest().size, size)

    def test_the_command_attaches_files(self):
        text = self.file("attached.txt", "An attached text.\n")
        body = position("with-an-attachment", "RU")
        # As what the act names it, whatever the name of the file says.
        note = file_note("attached.txt", text.read_bytes(), "text/x-attached")
        act = self.file("attached.json", canonical({"body": body, "files": [note]}))
        checkpoint = self.file("checkpoint", self.log.get("/log/newest").text)
        sealed = run("sign", act, "--key", self.registrar.file, "--after", checkpoint, "--count",
                     self.log.count(self.registrar) + 1)
        self.assertEqual(sealed.returncode, 0, sealed.stderr)
        refused = run("submit", "-", self.log.url, given=sealed.stdout)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("attached.txt", refused.stderr)
        given = run("submit", "-", self.log.url, "--attach", text, given=sealed.stdout)
        self.assertEqual(given.returncode, 0, given.stderr)
        self.assertEqual(self.log.get(f"/log/files/{sha256(text.read_bytes()).hex()}").body, text.read_bytes())

    def test_two_seal_one_act(self):
        key = self.new_key("kg")
        self.accredit(key, "KG")
        newest = self.log.newest()
        sealed = self.log.sealed(key, position("kg-says", "KG"))
        both = self.registrar.seal(sealed, newest.origin, self.log.count(self.registrar) + 1, newest.after())
        self.assertEqual(len(both["seals"]), 2)
        self.assertKept(self.log.submit(both))


class WithheldTest(LogTest):
    """What is not public, handed in by a member with its own key: `sign` seals it, `submit` carries it."""

    def setUp(self):
        self.log = self.demonstration(self.id().rsplit(".", 1)[1])
        self.log.serve()
        self.member = Key.new(self.log.folder / "am.key", "am.example/key")
        self.assertKept(self.log.submit(self.log.sealed(self.log.key("authority"), registry_act(
            "key-accredited", "am-representative",
            {"key": self.member.text, "name": "representative", "use": "representative"}, {"holder": "AM"}))))

    def file(self, name, text):
        path = self.log.folder / name
        path.write_text(text)
        return path

    def sign(self, act, *more, key=None):
        key = key or self.member
        checkpoint = self.file("checkpoint", self.log.get("/log/newest").text)
        return run("sign", act, "--key", key.file, "--after", checkpoint, "--count", self.log.count(key) + 1, *more)

    def signed(self, name, act, *more, key=None):
        sealed = self.sign(self.file(f"{name}.json", json.dumps(act, indent=1)), *more, key=key)
        self.assertEqual(sealed.returncode, 0, sealed.stderr)
        return self.file(f"{name}.sealed", sealed.stdout)

    def submit(self, sealed, word="Entry"):
        given = run("submit", sealed, self.log.url)
        self.assertEqual(given.returncode, 0, given.stderr)
        self.assertIn(word, given.stderr)
        self.assertIn("c2sp.org/tlog-proof", given.stdout)

    def kept(self):
        """What lies under salted hashes, once nobody writes."""
        self.log.stop()
        return annexes_of(self.log.store)

    def test_an_act_is_withheld_with_its_files_and_released_with_them(self):
        person = self.file("ivanov.txt", "of a private person\n")
        act = {"body": position("am-says-to-members", "AM"), "files": [{"path": str(person), "personal": True}]}
        sealed = self.signed("withheld", act, "--distribution", "members", "--release", "2999-01-01")
        self.submit(sealed)
        self.submit(sealed, "On record already")

        annexes = self.kept()
        place, entry = last_entry(self.log.store)
        self.assertEqual(set(entry), {"known_on", "seals", "v", "withheld"})
        self.assertEqual((entry["withheld"]["distribution"], entry["withheld"]["release"]), ("members", "2999-01-01"))
        self.assertEqual(sorted(media_type for media_type, _ in annexes.values()), ["application/json", "text/plain"])
        content = json.loads(annexes[base64.b64decode(entry["withheld"]["commitment"])][1])
        self.assertEqual(content["body"], act["body"])

        released = run("release", self.log.store, place, "--keys", self.log.folder / "keys")
        self.assertEqual(released.returncode, 0, released.stderr)
        note = last_entry(self.log.store)[1]["files"][0]
        self.assertEqual((note["name"], note["personal"]), ("annex-1.txt", True))
        self.assertEqual(annexes[base64.b64decode(note["commitment"])], ("text/plain", person.read_bytes()))
        self.assertClean(self.log.store)

    def test_an_open_act_carries_files_that_are_not_public_and_one_that_is(self):
        public, members, person = (self.file(f"{name}.txt", f"{name}\n") for name in ("public", "members", "ivanov"))
        self.submit(self.signed("open", {"body": position("am-says-openly", "AM"), "files": [
            {"path": str(public), "language": "en"}, {"path": str(members), "distribution": "members"},
            {"path": str(person), "personal": True}]}))
        self.assertEqual(self.log.get(f"/log/files/{sha256(public.read_bytes()).hex()}").body, public.read_bytes())
        annexes = self.kept()
        first, second, third = last_entry(self.log.store)[1]["files"]
        self.assertEqual(first, file_note("public.txt", public.read_bytes(), language="en"))
        for note, file, name in ((second, members, "annex-1.txt"), (third, person, "annex-2.txt")):
            self.assertEqual(note["name"], name)
            self.assertEqual(annexes[base64.b64decode(note["commitment"])], ("text/plain", file.read_bytes()))
        self.assertClean(self.log.store)

    def test_two_seal_what_is_withheld(self):
        sealed = self.signed("by-one", position("am-says-with-another", "AM"), "--distribution", "AM,BY")
        both = self.sign(sealed, key=self.log.key("registrar"))
        self.assertEqual(both.returncode, 0, both.stderr)
        self.submit(self.file("by-both.sealed", both.stdout))
        annexes = self.kept()
        entry = last_entry(self.log.store)[1]
        self.assertEqual(len(entry["seals"]), 2)
        self.assertEqual(entry["withheld"]["distribution"], ["AM", "BY"])
        self.assertIn(base64.b64decode(entry["withheld"]["commitment"]), annexes)

    def test_what_cannot_be_withheld_is_not_sealed(self):
        act = self.file("act.json", json.dumps(position("am-says-wrongly", "AM")))
        by_others = self.signed("by-others", position("am-says-first", "AM"))
        public = self.file("public.txt", "for everybody\n")
        with_public = self.file("with-public.json", json.dumps(
            {"body": position("am-says-wrongly", "AM"), "files": [{"path": str(public)}]}))
        no_act = self.file("no-act.json", json.dumps({"kind": "position-taken"}))
        of_registry = self.file("of-registry.json", json.dumps(registry_act(
            "key-recalled", "am-recalled", {"key": self.member.text, "why": "lost"})))
        members = ("--distribution", "members")
        for what, file, more, code, word in (
                ("to nobody who has a name", act, ("--distribution", "A M"), 2, "--distribution"),
                ("no day", act, (*members, "--release", "soon"), 2, "--release"),
                ("a day without readers", act, ("--release", "2999-01-01"), 2, "--distribution"),
                ("sealed before", by_others, members, 2, "sealed already"),
                ("with a public file", with_public, members, 2, "public file"),
                ("no act", no_act, members, 1, ""),
                ("of the registry", of_registry, members, 1, "key-recalled")):
            with self.subTest(what):
                refused = self.sign(file, *more)
                self.assertEqual((refused.returncode, refused.stdout), (code, ""), refused.stderr)
                self.assertIn(word, refused.stderr)

    def test_what_was_cut_on_its_way_is_not_handed_in(self):
        sealed = self.signed("cut", position("am-says-half", "AM"), "--distribution", "members")
        self.file("cut.sealed", sealed.read_text()[:-1])
        refused = run("submit", sealed, self.log.url)
        self.assertEqual(refused.returncode, 3)
        self.assertIn("bad_length", refused.stderr)


class RecordTest(LogTest):
    """`depositary record`: what follows is shown before it is kept. The server does not run then."""

    joins = position("am-joins-budget-2024", "AM", "joined", on="2024-06-01")
    joins["about"] = {"member": "AM", "paper": "budget-2024"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.log = cls.demonstration()
        cls.act = cls.place / "act.json"
        cls.act.write_text(json.dumps(cls.joins))

    def record(self, act, *more, given=""):
        return run("record", self.log.store, act, "--keys", self.log.folder / "keys", *more, given=given)

    def bound(self):
        return run("ask", self.log.store, "bound", "AM", "budget-2024", "--take", "limited-format=those-who-took-part")

    def test_1_what_follows_is_shown_in_both_languages_and_nothing_is_kept_without_a_yes(self):
        before = self.log.store.read_bytes()
        shown = self.record(self.act, "--on", "2024-06-02", given="no\n")
        self.assertEqual(shown.returncode, 1)
        for sentence in ("What would follow:",
                         "Armenia is not bound by “Budget for 2024” and may join it.",
                         "Armenia is bound by “Budget for 2024”, since 1 June 2024.",
                         "not bound, may join: Armenia."):
            self.assertIn(sentence, shown.stdout)
        self.assertIn("Nothing was kept.", shown.stderr)
        shown = self.record(self.act, "--lang", "ru", "--on", "2024-06-02", given="нет\n")
        self.assertEqual(shown.returncode, 1)
        for sentence in ("Что из этого последует:",
                         "документ «Бюджет на 2024 год» не обязателен для Армении; присоединение возможно.",
                         "документ «Бюджет на 2024 год» обязателен для Армении с 1 июня 2024 года."):
            self.assertIn(sentence, shown.stdout)
        self.assertEqual(self.log.store.read_bytes(), before)

    def test_2_a_session_announced(self):
        announced = {"about": {"body": "csc", "session": "dushanbe-2027"}, "cites": [], "content": {
            "certainty": "will", "title": {"en": "Next session", "ru": "Следующая сессия"}, "when": "2027-11-20"},
            "id": "dushanbe-2027-announced", "kind": "announced", "on": "2026-11-21",
            "sources": [{"as": "reported", "id": "s2"}]}
        act = self.place / "announced.json"
        act.write_text(json.dumps(announced))
        shown = self.record(act, "--on", "2026-11-22", given="no\n")
        self.assertIn("it is announced for 20 November 2027", shown.stdout)
        shown = self.record(act, "--on", "2027-11-21", given="no\n")
        self.assertIn("it was announced for 20 November 2027", shown.stdout)

    def test_3_by_standard_input_it_is_kept_with_yes_alone(self):
        act = self.act.read_text()
        refused = self.record("-", given=act)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Nothing was kept.", refused.stderr)
        kept = self.record("-", "--yes", given=act)
        self.assertEqual(kept.returncode, 0, kept.stderr)
        self.assertIn("Entry ", kept.stdout)
        self.assertIn("since 1 June 2024", run("ask", self.log.store, "bound", "AM", "budget-2024").stdout)

    def test_4_the_same_again_is_said_to_be_on_record(self):
        size = run("doctor", self.log.store).stdout
        again = self.record(self.act, "--yes")
        self.assertEqual((again.returncode, "On record already" in again.stdout), (0, True), again.stdout + again.stderr)
        self.assertEqual(run("doctor", self.log.store).stdout, size)

    def test_5_yes_may_be_said_at_the_question(self):
        act = self.place / "by-yes.json"
        for word, language in (("yes", "en"), ("да", "ru")):
            act.write_text(json.dumps(position(f"kept-by-{language}", "KG")))
            kept = self.record(act, "--lang", language, given=word + "\n")
            self.assertEqual(kept.returncode, 0, kept.stderr)

    def test_6_what_would_be_sent_back_is_not_asked_about(self):
        act = self.place / "wrong.json"
        for body, code in ((position("no-such-member", "ZZ"), "ZZ"),
                           (position("no-such-session", "AM", session="nowhere-2020"), "nowhere-2020"),
                           ({"kind": "position-taken"}, "position-taken")):
            act.write_text(json.dumps(body))
            for more in ((), ("--yes",)):
                sent_back = self.record(act, *more, given="yes\n")
                self.assertEqual(sent_back.returncode, 1, sent_back.stdout)
                self.assertIn("Sent back: ", sent_back.stderr)
                self.assertNotIn("Keep it?", sent_back.stderr)
        self.assertClean(self.log.store)

    def test_7_what_is_withheld_is_kept_with_its_personal_annexes_and_released_with_them(self):
        secret = self.place / "a-name.pdf"
        secret.write_bytes(b"of a private person\n")
        act = self.place / "withheld.json"
        act.write_text(json.dumps(position("withheld-with-an-annex", "KG")))
        kept = self.record(act, "--yes", "--distribution", "members", "--personal", secret)
        self.assertEqual(kept.returncode, 0, kept.stderr)
        place, entry = last_entry(self.log.store)
        self.assertEqual(set(entry), {"known_on", "seals", "v", "withheld"})
        types = sorted(media_type for media_type, _ in annexes_of(self.log.store).values())
        self.assertEqual(types, ["application/json", "application/pdf"])

        released = run("release", self.log.store, place, "--keys", self.log.folder / "keys")
        self.assertEqual(released.returncode, 0, released.stderr)
        note = last_entry(self.log.store)[1]["files"][0]
        self.assertEqual((note["name"], note["personal"]), ("annex-1.pdf", True))
        commitment = base64.b64decode(note["commitment"])
        self.assertEqual(annexes_of(self.log.store)[commitment], ("application/pdf", secret.read_bytes()))
        self.assertClean(self.log.store)

    def test_8_the_name_of_a_personal_file_is_not_written_down(self):
        act = self.place / "personal.json"
        act.write_text(json.dumps(position("with-personal-files", "KG")))
        files = [self.place / name for name in ("ivanov.txt", "petrov-2.ivanov", "ivanov")]
        for file in files:
            file.write_text(f"{file.name}\n")
        kept = self.record(act, "--yes", *(word for file in files for word in ("--personal", file)))
        self.assertEqual(kept.returncode, 0, kept.stderr)
        entry = last_entry(self.log.store)[1]
        self.assertEqual([note["name"] for note in entry["files"]], ["annex-1.txt", "annex-2", "annex-3"])
        self.assertNotIn("ivanov", canonical(entry))

    def test_8_files_of_every_kind_stand_in_the_act_with_their_paths(self):
        def written(name, text):
            (self.place / name).write_text(text)
            return str(self.place / name)
        text, translation, scan = written("ru.txt", "Текст\n"), written("en.txt", "A text\n"), written("a.tif", "scan\n")
        person, attached = written("ivanov.pdf", "of a person\n"), written("later.txt", "attached\n")
        by_hash = file_note("given.txt", b"given by its hash\n", "text/x-given", kind="other")
        act = self.place / "with-files.json"
        act.write_text(json.dumps({"body": position("with-files-of-every-kind", "KG"), "files": [
            {"path": text, "kind": "text", "language": "ru", "authentic": True},
            {"path": translation, "kind": "translation", "language": "en", "name": "in-english.txt"},
            {"path": scan, "kind": "scan", "type": "image/x-scan"}, {"path": person, "personal": True}, by_hash]}))
        missing = self.record(act, "--yes")
        self.assertEqual(missing.returncode, 1, missing.stdout)
        self.assertIn("given.txt", missing.stderr)
        kept = self.record(act, "--yes", "--attach", written("given.txt", "given by its hash\n"), "--attach", attached)
        self.assertEqual(kept.returncode, 0, kept.stderr)
        files = last_entry(self.log.store)[1]["files"]
        commitment = files[3].pop("commitment")
        self.assertEqual(annexes_of(self.log.store)[base64.b64decode(commitment)], ("application/pdf", b"of a person\n"))
        self.assertEqual(files, [
            file_note("ru.txt", "Текст\n".encode(), language="ru", authentic=True),
            file_note("in-english.txt", b"A text\n", kind="translation", language="en"),
            file_note("a.tif", b"scan\n", "image/x-scan", kind="scan"),
            {"kind": "annex", "name": "annex-1.pdf", "personal": True, "size": 12, "type": "application/pdf"},
            by_hash, file_note("later.txt", b"attached\n")])
        self.assertClean(self.log.store)

    def test_8_files_that_are_not_there_or_not_as_they_are_named_are_not_kept(self):
        (self.place / "there.txt").write_text("there\n")
        there, act = str(self.place / "there.txt"), self.place / "wrong-files.json"
        for file, code, word in (
                ({"path": str(self.place / "not-there.txt")}, 3, "not-there.txt"),
                ({"path": there, "kind": "photograph"}, 1, "photograph"),
                ({"path": there, "sha256": "0" * 64}, 1, "there.txt"),
                ({"path": there, "note": "x"}, 1, "note"),
                ("there.txt", 1, "/files/0")):
            with self.subTest(word):
                act.write_text(json.dumps({"body": position("with-wrong-files", "KG"), "files": [file]}))
                refused = self.record(act, "--yes")
                self.assertEqual(refused.returncode, code, refused.stdout)
                self.assertIn(word, refused.stderr)
        self.assertClean(self.log.store)

    def test_8_what_may_be_released_is_said_and_is_no_fault(self):
        act, places = self.place / "with-a-day.json", []
        for day in ("2026-11-01", "2999-01-01"):
            act.write_text(json.dumps(position(f"withheld-until-{day}", "KG")))
            kept = self.record(act, "--yes", "--distribution", "members", "--release", day)
            self.assertEqual(kept.returncode, 0, kept.stderr)
            places.append(last_entry(self.log.store)[0])
        for language, sentence in (("en", "entry {} may be released since 2026-11-01"),
                                   ("ru", "запись {} можно раскрыть с 2026-11-01")):
            looked = run("doctor", self.log.store, "--lang", language)
            self.assertEqual((looked.returncode, looked.stderr), (0, ""))
            self.assertIn(sentence.format(places[0]), looked.stdout)
            self.assertNotIn("2999", looked.stdout)
        server = self.log.serve()
        self.assertIn(f"entry {places[0]} may be released since 2026-11-01", server.said())
        self.assertEqual(server.stop(), 0)
        released = run("release", self.log.store, places[0], "--keys", self.log.folder / "keys")
        self.assertEqual(released.returncode, 0, released.stderr)
        self.assertNotIn("2026-11-01", run("doctor", self.log.store).stdout)

    def test_9_while_a_server_writes_the_command_says_so(self):
        self.log.serve()
        for language, word in (("en", "another program writes"), ("ru", "пишет другая программа")):
            refused = self.record(self.act, "--yes", "--lang", language)
            self.assertEqual(refused.returncode, 3)
            self.assertIn(word, refused.stderr)


if __name__ == "__main__":
    unittest.main()
