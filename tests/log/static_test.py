"""The pages as files: written twice they are the same, any web server gives them out, their links lead somewhere, and
one letter changed in them is found by whoever has the folder.

    DEPOSITARY=build/release/depositary python3 tests/log/static_test.py
"""

import filecmp
import functools
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = os.environ.get("DEPOSITARY", str(ROOT / "build/release/depositary"))
URL, TODAY = "https://record.example.org", "2026-11-21"
HELD, FAULTS, MISUSE, UNREADABLE = 0, 1, 2, 3
PAGES = ["", "en/", "ru/", "en/members", "ru/sessions", "en/papers", "en/states/BY", "ru/rulebook", "en/log", "en/log/0"]


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, timeout=900)


def export(store, folder, *more):
    return run("export", store, folder, "--site", "--url", URL + "/", "--today", TODAY, *more)


def verify(folder, *more):
    """Nobody witnesses the log of this test."""
    done = run("verify", folder, "--unwitnessed", "--json", *more)
    return done.returncode, json.loads(done.stdout)


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src", "action") and value]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def changed(file, before, after):
    text = file.read_bytes()
    assert text.count(before) > 0, (file, before)
    file.write_bytes(text.replace(before, after, 1))
    return text


class StaticCopy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="depositary-static-"))
        made = run("demonstrate", "organisations/csto", cls.place / "log", "--port", "1")
        assert made.returncode == HELD, made.stderr
        cls.store, cls.folder = cls.place / "log/log.db", cls.place / "copy"
        done = export(cls.store, cls.folder)
        assert done.returncode == HELD, done.stderr
        cls.site = cls.folder / "site"
        handler = functools.partial(Quiet, directory=str(cls.site))
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.at = f"http://127.0.0.1:{cls.server.server_port}/"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        shutil.rmtree(cls.place)

    def get(self, path):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.parse.urljoin(self.at, path), timeout=60) as answer:
            return answer.url, answer.headers.get_content_type(), answer.read()

    def test_the_same_day_gives_the_same_bytes(self):
        again = self.place / "again"
        self.assertEqual(export(self.store, again).returncode, HELD)
        files = sorted(str(one.relative_to(self.folder)) for one in self.folder.rglob("*") if one.is_file())
        self.assertEqual(files, sorted(str(one.relative_to(again)) for one in again.rglob("*") if one.is_file()))
        same, other, missing = filecmp.cmpfiles(self.folder, again, files, shallow=False)
        self.assertEqual((len(same), other, missing), (len(files), [], []))
        self.assertFalse([one for one in files if one.endswith(".unfinished")])
        shutil.rmtree(again)

    def test_nothing_is_written_over(self):
        about = (self.site / "about.json").read_bytes()
        self.assertEqual(json.loads(about)["today"], TODAY)
        other_day = run("export", self.store, self.folder, "--site", "--url", URL, "--today", "2026-11-20")
        self.assertEqual(other_day.returncode, UNREADABLE)
        self.assertIn("site/about.json", other_day.stderr)
        self.assertEqual((self.site / "about.json").read_bytes(), about)

    def test_what_is_asked_for_wrongly(self):
        for more in (["--today", "2026-02-30"], ["--url", "javascript:x"], ["--url", "https://example.org/?a=b"]):
            done = run("export", self.store, self.place / "wrong", "--site", *more)
            self.assertEqual(done.returncode, MISUSE, (more, done.stderr))
        self.assertEqual(run("export", self.store, self.place / "wrong", "--today", TODAY).returncode, MISUSE)

    def test_a_web_server_gives_pages_out_and_their_links_lead_somewhere(self):
        seen = 0
        for page in PAGES:
            url, kind, body = self.get(page)
            self.assertEqual(kind, "text/html", page)
            for link in set(Links(body.decode()).found):
                target, place = urllib.parse.urldefrag(urllib.parse.urljoin(url, link))
                if not target.startswith(self.at):
                    continue
                self.assertFalse(urllib.parse.urlsplit(target).query, (page, link))
                try:
                    there, there_kind, there_body = self.get(target)
                except urllib.error.HTTPError as refusal:
                    self.fail(f"{page}: {link}: {refusal.code}")
                # A folder has one address: no link is led on.
                self.assertEqual(there, target, (page, link))
                self.assertTrue(there_body, link)
                seen += 1
        self.assertGreater(seen, 200)

    def test_pages_open_from_a_disk(self):
        page = self.site / "en/members/index.html"
        for link in Links(page.read_text()).found:
            if "://" in link or link.startswith("#"):
                continue
            target = page.parent / urllib.parse.unquote(urllib.parse.urldefrag(link).url)
            self.assertTrue(target.is_file(), link)

    def test_each_page_has_its_data_and_each_feed_is_there(self):
        self.assertEqual(json.loads((self.site / "en/members.json").read_text())["question"], "members")
        for name in ("ru.json", "en/members.csv", "en/feed.atom", "en/calendar.ics", "sitemap.xml", "robots.txt",
                     "openapi.json", "emblem.svg", "schemas/members.json", "en/static-copy/index.html"):
            self.assertTrue((self.site / name).is_file(), name)
        self.assertEqual(len(list(self.site.glob("style-*.css"))), 1)
        self.assertIn(f"{URL}/en/", (self.site / "en/feed.atom").read_text())
        for language in ("en", "ru"):
            pages = {one.parent for one in (self.site / language).rglob("index.html")}
            without = [one for one in pages if not one.with_name(one.name + ".json").is_file()]
            self.assertEqual(without, [], "pages without data")

    def test_the_copy_holds(self):
        code, verdict = verify(self.folder)
        self.assertEqual((code, verdict["failures"]), (HELD, []))
        shown = next(one for one in verdict["checks"] if one["check"] == "conclusions")
        files = sum(1 for one in self.site.rglob("*") if one.is_file())
        self.assertEqual(shown, {"check": "conclusions", "state": "holds", "count": files - 1})  # but about.json

    def finds(self, name, before, after, path=None):
        file = self.site / name
        was = changed(file, before, after)
        try:
            code, verdict = verify(self.folder)
        finally:
            file.write_bytes(was)
        self.assertEqual(code, FAULTS, name)
        self.assertEqual([(one["check"], one["code"], one["path"]) for one in verdict["failures"]],
                         [("conclusions", "page_differs", path or f"site/{name}")])

    def test_one_letter_changed_in_an_answer_is_found(self):
        self.finds("en/members.json", b"Belarus", b"Belarux")

    def test_one_letter_changed_in_a_page_is_found(self):
        self.finds("ru/members/index.html", "Беларусь".encode(), "Беларуси".encode())

    def test_another_day_than_the_pages_were_made_for_is_found(self):
        file = self.site / "about.json"
        was = changed(file, TODAY.encode(), b"2010-11-21")
        try:
            code, verdict = verify(self.folder)
        finally:
            file.write_bytes(was)
        self.assertEqual((code, verdict["failures"][0]["code"]), (FAULTS, "page_differs"))

    def test_a_file_taken_away_is_found(self):
        file = self.site / "en/members.csv"
        was = file.read_bytes()
        file.unlink()
        try:
            code, verdict = verify(self.folder)
        finally:
            file.write_bytes(was)
        self.assertEqual((code, verdict["failures"][0]["path"]), (FAULTS, "site/en/members.csv"))

    def test_a_log_alone_has_no_pages_to_compare(self):
        alone = self.place / "alone"
        self.assertEqual(run("export", self.store, alone).returncode, HELD)
        code, verdict = verify(alone)
        shown = next(one for one in verdict["checks"] if one["check"] == "conclusions")
        self.assertEqual((code, shown["state"], shown["count"]), (HELD, "not_asked", 0))


if __name__ == "__main__":
    unittest.main()
