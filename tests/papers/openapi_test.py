"""openapi.json against the server it describes: every path, its status, its media type, its schema."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

import jsonschema

from served import PROGRAM, ROOT, Served


class OpenApi(Served):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.api = json.loads(Served.get(cls(), "/openapi.json").text)

    def runTest(self):  # so that setUpClass may make one
        pass

    def resolved(self, value):
        while "$ref" in value:
            self.assertTrue(value["$ref"].startswith("#/"))
            reference, value = value["$ref"], self.api
            for name in reference[2:].split("/"):
                value = value[name]
        return value

    def validator(self, schema):
        """A schema of the document, whose references are into the document."""
        resolver = jsonschema.RefResolver("", self.api)
        for one in self.api["components"]["schemas"].values():
            if "$id" in one:
                resolver.store[one["$id"]] = one
        return jsonschema.Draft202012Validator(schema, resolver=resolver)

    def test_the_document_is_openapi_3_1(self):
        self.assertEqual(self.api["openapi"], "3.1.0")
        for field in ("title", "version"):
            self.assertTrue(self.api["info"][field])
        for path, item in self.api["paths"].items():
            self.assertTrue(path.startswith("/"))
            get = item["get"]
            self.assertTrue(get["summary"] and get["responses"])
            named = {self.resolved(p)["name"] for p in get.get("parameters", []) if self.resolved(p)["in"] == "path"}
            self.assertEqual(named, {part[1:part.index("}")] for part in path.split("/") if part.startswith("{")}, path)
        for schema in self.api["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)

    def test_every_question_is_there_with_its_parameters(self):
        listed = subprocess.run([PROGRAM, "list", "organisations/csto", "questions"], cwd=ROOT, check=True,
                                capture_output=True, text=True).stdout.split("\n")
        questions = [line.split()[0] for line in listed if line and not line[0].isspace()]
        self.assertGreater(len(questions), 10)
        for question in questions:
            for ending in ("", ".json"):
                self.assertIn(f"/{{language}}/ask/{question}{ending}", list(self.api["paths"]))
            schema = json.loads(self.get(f"/schemas/{question}.json").text)
            self.assertEqual(schema, self.api["components"]["schemas"][f"answer-{question}"])

    def test_every_path_answers_as_it_is_described(self):
        for path, item in self.api["paths"].items():
            get = item["get"]
            for language in ("en", "ru") if "{language}" in path else ("",):
                address, query = path.replace("{language}", language), []
                for parameter in map(self.resolved, get.get("parameters", [])):
                    if parameter["name"] == "language":
                        continue
                    if parameter["in"] == "path":
                        address = address.replace("{" + parameter["name"] + "}", parameter["example"])
                    elif parameter["in"] == "query" and parameter["required"]:
                        query.append(parameter["name"] + "=" + parameter["example"])
                address += "?" + "&".join(query) if query else ""
                with self.subTest(address):
                    answer = self.get(address)
                    self.assertIn(str(answer.status), get["responses"])
                    expected = next(s for s in ("200", "302", "303") if s in get["responses"])
                    self.assertEqual(str(answer.status), expected)
                    response = self.resolved(get["responses"][expected])
                    if "content" not in response:
                        continue
                    self.assertEqual([answer.type], list(response["content"]))
                    if answer.type == "application/json" and address != "/openapi.json":
                        self.validator(response["content"][answer.type]["schema"]).validate(json.loads(answer.text))

    def test_what_is_not_on_record_is_said_so_at_every_kind_of_address(self):
        for path, item in self.api["paths"].items():
            named = [self.resolved(p) for p in item["get"].get("parameters", [])]
            named = [p["name"] for p in named if p["in"] == "path" and p["name"] != "language"]
            if not named or "{language}" not in path:
                continue
            address = path.replace("{language}", "en").replace("{" + named[0] + "}", "no-such-thing")
            with self.subTest(address):
                answer = self.get(address)
                self.assertEqual(answer.status, 404)
                if address.endswith(".json"):
                    self.assertEqual(answer.type, "application/problem+json")
                    self.validator(self.api["components"]["schemas"]["problem"]).validate(json.loads(answer.text))
                else:
                    self.assertEqual(answer.type, "text/html")
                    self.assertIn("no-such-thing", answer.text)

    def test_neighbours_are_named(self):
        for wrong, right in (("/en/sessions/minsk-2023-11-24", "/en/sessions/minsk-2023-11-23"),
                             ("/en/states/Armenja", "/en/states/AM"),
                             ("/en/differ/rule-15", "/en/differ/rule-14"),
                             ("/en/acts/minsk-2023-11-23-absent-an", "/en/acts/minsk-2023-11-23-absent-am")):
            self.assertIn(f'href="{right}"', self.get(wrong).text, wrong)
            problem = json.loads(self.get(wrong + ".json").text)
            self.assertIn(right, [near["at"] for near in problem["nearest"]])

    def test_an_unknown_language_is_offered_both(self):
        page = self.get("/de/members")
        self.assertEqual(page.status, 404)
        for language in ("en", "ru"):
            self.assertIn(f'href="/{language}/members"', page.text)


class Annulled(Served):
    """The CSTO's record with one act taken back by another."""

    taken, taking = "minsk-2023-11-23-absent-am", "absence-annulled"

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.package = os.path.join(cls.folder.name, "csto")
        shutil.copytree(os.path.join(ROOT, "organisations/csto"), cls.package)
        line = {"body": {"about": {"act": cls.taken}, "cites": [], "id": cls.taking, "kind": "annulled",
                         "content": {"why": {"en": "a trial", "ru": "проба"}}, "on": "2026-11-21",
                         "sources": [{"as": "reported", "id": "s2"}]}, "known_on": "2026-11-21", "seals": [], "v": 1}
        with open(os.path.join(cls.package, "record/9999.jsonl"), "w", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n")
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def test_an_act_that_was_annulled_is_gone_and_says_by_what(self):
        for language in ("en", "ru"):
            page = self.get(f"/{language}/acts/{self.taken}")
            self.assertEqual((page.status, page.type), (410, "text/html"))
            self.assertIn(f'href="/{language}/acts/{self.taking}"', page.text)
            data = self.get(f"/{language}/acts/{self.taken}.json")
            self.assertEqual((data.status, data.type), (410, "application/json"))
            self.assertEqual(json.loads(data.text)["annulled_by"], self.taking)
        self.assertEqual(self.get(f"/en/acts/{self.taking}").status, 200)

    def test_before_that_was_known_it_stood(self):
        page = self.get(f"/en/acts/{self.taken}?known=2026-11-20")
        self.assertEqual(page.status, 200)
        self.assertNotIn(self.taking, page.text)

    def test_the_feed_tells_the_annulment_and_no_more_the_act(self):
        feed = self.get("/en/feed.atom").text
        self.assertIn(f"/en/acts/{self.taking}", feed)
        self.assertIn("An entry was annulled", feed)
        self.assertNotIn(f'"alternate" type="text/html" href="https://record.example.org/en/acts/{self.taken}"', feed)

    def test_what_is_left_is_not_on_record(self):
        rows = self.get("/en/sessions/minsk-2023-11-23.csv").text.split("\r\n")
        (armenia,) = [row for row in rows if row.startswith("minsk-2023-11-23,AM,")]
        self.assertIn(",not_on_record,", armenia)


class Mementos(Served):
    """RFC 7089, pattern 1.1: a page is its own timegate, and a state of knowledge has an address."""

    def test_a_moment_is_negotiated(self):
        answer = self.get("/en/members?on=2013-06-01", Accept_Datetime="Wed, 01 Aug 2012 12:00:00 GMT")
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Memento-Datetime"], "Wed, 01 Aug 2012 00:00:00 GMT")
        self.assertEqual(answer.headers["Content-Location"], "/en/members?on=2013-06-01&known=2012-08-01")
        self.assertIn("Accept-Datetime", answer.headers["Vary"])
        self.assertRegex(answer.headers["Link"], r'<https://record.example.org/en/members\?on=2013-06-01>; rel="original timegate"')
        memento = self.get(answer.headers["Content-Location"])
        self.assertEqual(memento.headers["Memento-Datetime"], answer.headers["Memento-Datetime"])
        self.assertEqual(memento.headers["Link"], answer.headers["Link"])

    def test_without_a_moment_there_is_no_memento(self):
        answer = self.get("/en/members")
        self.assertIsNone(answer.headers["Memento-Datetime"])
        self.assertIn('rel="original timegate"', answer.headers["Link"])
        self.assertIn("Accept-Datetime", answer.headers["Vary"])

    def test_a_moment_to_come_is_today_and_nonsense_is_refused(self):
        answer = self.get("/en/members", Accept_Datetime="Fri, 01 Jan 2100 00:00:00 GMT")
        self.assertEqual(answer.headers["Memento-Datetime"], "Sat, 21 Nov 2026 00:00:00 GMT")
        self.assertEqual(self.get("/en/members", Accept_Datetime="yesterday").status, 400)


if __name__ == "__main__":
    unittest.main()
