"""Feeds, calendars, tables, linked data and the map of the site, read by parsers of others."""

import csv
import io
import json
import re
import subprocess
import unittest
from datetime import date

import feedparser
import icalendar

from served import URL, Served

FEEDS = ["/en/feed.atom", "/ru/feed.atom", "/en/bodies/csc/feed.atom", "/ru/bodies/csc/feed.atom",
         "/en/states/AM/feed.atom", "/ru/states/UZ/feed.atom"]


def xml(text):
    """Whether libxml2 finds the document well formed."""
    return subprocess.run(["xmllint", "--noout", "-"], input=text, capture_output=True).stderr.decode()


class Feeds(Served):
    def test_feeds_are_atom_and_lead_to_pages(self):
        for path in FEEDS:
            with self.subTest(path):
                answer = self.get(path)
                self.assertEqual((answer.status, answer.type), (200, "application/atom+xml"))
                self.assertEqual(xml(answer.body), "")
                feed = feedparser.parse(answer.body)
                self.assertFalse(feed.bozo, feed.get("bozo_exception"))
                self.assertEqual(feed.version, "atom10")
                self.assertEqual(feed.feed.language, path[1:3])
                # RFC 4287, section 4.1.1: id, title, updated, an author; of links self and alternate.
                for field in ("id", "title", "updated", "author", "subtitle"):
                    self.assertTrue(feed.feed.get(field), field)
                links = {link.rel: link.href for link in feed.feed.links}
                self.assertEqual(links["self"], URL + path)
                self.assertEqual(self.get(self.local(links["alternate"])).status, 200)
                self.assertGreater(len(feed.entries), 5)
                self.assertEqual(len({entry.id for entry in feed.entries}), len(feed.entries))
                self.assertEqual(feed.feed.updated, feed.entries[0].updated)
                days = [entry.updated for entry in feed.entries]
                self.assertEqual(days, sorted(days, reverse=True))
                for entry in feed.entries:
                    self.assertRegex(entry.id, r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
                    self.assertRegex(entry.updated, r"^\d{4}-\d\d-\d\dT00:00:00Z$")
                    self.assertTrue(entry.title and entry.content[0].value)
                for entry in feed.entries[:5]:
                    for link in entry.links:
                        if link.rel in ("alternate", "related"):
                            self.assertEqual(self.get(self.local(link.href)).status, 200, link.href)

    def test_an_entry_is_the_same_in_every_language_and_says_what_the_timeline_says(self):
        english = feedparser.parse(self.get("/en/states/AM/feed.atom").body)
        russian = feedparser.parse(self.get("/ru/states/AM/feed.atom").body)
        self.assertEqual([e.id for e in english.entries], [e.id for e in russian.entries])
        self.assertNotEqual(english.feed.id, russian.feed.id)
        timeline = self.get("/en/timeline/AM").text
        for entry in english.entries[:20]:
            self.assertIn(entry.title.replace("'", "&#39;").replace('"', "&quot;"), timeline)

    def test_pages_lead_to_their_feed(self):
        for page, feed in (("/en", "/en/feed.atom"), ("/ru/states/AM", "/ru/states/AM/feed.atom"),
                           ("/en/chairs/csc", "/en/bodies/csc/feed.atom")):
            self.assertRegex(self.get(page).text,
                             rf'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="{re.escape(feed)}">')

    def test_of_what_is_not_on_record_there_is_no_feed(self):
        for path in ("/en/states/ZZ/feed.atom", "/en/bodies/nobody/feed.atom", "/en/bodies/nobody/calendar.ics"):
            self.assertEqual((self.get(path).status, self.get(path).type), (404, "text/html"))


class Calendars(Served):
    def read(self, path):
        answer = self.get(path)
        self.assertEqual((answer.status, answer.type), (200, "text/calendar"))
        self.assertEqual(answer.body, self.get(path).body)
        for line in answer.body.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b"\n", line)
            line.decode("utf-8")
        return icalendar.Calendar.from_ical(answer.body)

    def test_sessions_are_events(self):
        for language in ("en", "ru"):
            calendar = self.read(f"/{language}/calendar.ics")
            self.assertEqual(str(calendar["VERSION"]), "2.0")
            self.assertTrue(calendar["PRODID"])
            events = list(calendar.walk("VEVENT"))
            self.assertEqual(len({str(event["UID"]) for event in events}), len(events))
            rows = list(csv.DictReader(io.StringIO(self.get(f"/{language}/sessions.csv").text)))
            pages = {self.local(str(event["URL"])) for event in events}
            for row in rows:
                if row["on"] or row["announced_for"]:
                    self.assertIn(f"/{language}/sessions/{row['session']}", pages)
            for event in events:
                first, after = event["DTSTART"].dt, event["DTEND"].dt
                self.assertIs(type(first), date)
                self.assertLess(first, after)
                self.assertIn(str(event["STATUS"]), ("CONFIRMED", "TENTATIVE", "CANCELLED"))
                for field in ("SUMMARY", "DESCRIPTION", "DTSTAMP", "URL"):
                    self.assertTrue(event[field], field)

    def test_a_day_known_is_a_day_and_a_quarter_is_a_quarter(self):
        def event(path, page):
            (found,) = [e for e in self.read(path).walk("VEVENT") if str(e["URL"]).endswith(page)]
            return found
        minsk = event("/en/calendar.ics", "/sessions/minsk-2023-11-23")
        self.assertEqual((minsk["DTSTART"].dt, minsk["DTEND"].dt), (date(2023, 11, 23), date(2023, 11, 24)))
        self.assertEqual(str(minsk["STATUS"]), "CONFIRMED")
        self.assertEqual(str(minsk["SUMMARY"]), "Council session in Minsk, 23 November 2023")
        self.assertEqual(str(minsk["LOCATION"]), "Minsk")
        astana = event("/en/calendar.ics?on=2024-06-01&known=2024-06-01", "/sessions/astana-2024-11-28")
        self.assertEqual((astana["DTSTART"].dt, astana["DTEND"].dt), (date(2024, 10, 1), date(2025, 1, 1)))
        self.assertEqual(str(astana["STATUS"]), "TENTATIVE")
        self.assertIn("fourth quarter of 2024", str(astana["SUMMARY"]))
        later = event("/ru/calendar.ics", "/sessions/astana-2024-11-28")
        self.assertEqual(str(later["UID"]), str(astana["UID"]))

    def test_a_body_has_its_own(self):
        everybody = len(list(self.read("/en/calendar.ics").walk("VEVENT")))
        council = len(list(self.read("/en/bodies/csc/calendar.ics").walk("VEVENT")))
        self.assertTrue(0 < council < everybody)


class Tables(Served):
    def test_pages_with_a_table_have_it_as_csv(self):
        paths = [p for p in json.loads(self.get("/openapi.json").text)["paths"] if p.endswith(".csv")]
        self.assertGreater(len(paths), 8)
        for path in ("/members", "/chairs/csc", "/sessions", "/papers", "/posts", "/sources", "/differ", "/gaps",
                     "/timeline/AM", "/sessions/minsk-2023-11-23"):
            for language in ("en", "ru"):
                answer = self.get(f"/{language}{path}.csv")
                self.assertEqual((answer.status, answer.type), (200, "text/csv"), path)
                rows = list(csv.reader(io.StringIO(answer.text, newline=""), strict=True))
                self.assertGreater(len(rows), 1)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                self.assertTrue(answer.text.endswith("\r\n"))
                for row in rows:
                    for cell in row:
                        self.assertNotRegex(cell, r"^[=+\-@\t\r]")
                self.assertIn(f'href="/{language}{path}.csv"', self.get(f"/{language}{path}").text)

    def test_columns_are_documented(self):
        with open("docs/tables.md", encoding="utf-8") as file:
            documented = file.read()
        for path in ("/members", "/chairs/csc", "/sessions", "/papers", "/posts", "/sources", "/differ", "/gaps",
                     "/timeline/AM", "/sessions/minsk-2023-11-23"):
            header = self.get(f"/en{path}.csv").text.split("\r\n")[0]
            self.assertIn("| `" + header.replace(",", "`, `") + "` |", documented, path)

    def test_a_table_answers_for_the_day_asked_about(self):
        def members(query):
            rows = csv.DictReader(io.StringIO(self.get("/en/members.csv" + query).text))
            return {row["state"] for row in rows if row["last"] == "" and row["status"] == "member"}
        self.assertEqual(members("?on=2013-06-01"), {"AM", "BY", "KG", "KZ", "RU", "TJ"})
        self.assertIn("UZ", members("?on=2010-06-01"))


class Heads(Served):
    def linked(self, path):
        page = self.get(path).text
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        self.assertEqual(len(re.findall("<script", page)), len(blocks))
        return [json.loads(block) for block in blocks]

    def test_linked_data_says_what_is_settled(self):
        (minsk,) = self.linked("/en/sessions/minsk-2023-11-23")
        self.assertEqual((minsk["@type"], minsk["startDate"]), ("Event", "2023-11-23"))
        self.assertEqual([state["name"] for state in minsk["attendee"]],
                         ["Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"])
        self.assertEqual(minsk["url"], URL + "/en/sessions/minsk-2023-11-23")
        (paper,) = self.linked("/en/papers/declaration-2023")
        self.assertEqual((paper["@type"], paper["legislationDate"]), ("Legislation", "2023-11-23"))
        (treaty,) = self.linked("/ru/instruments/treaty-1992")
        self.assertEqual(treaty["@type"], "Legislation")
        (home,) = self.linked("/en")
        self.assertEqual(home["about"]["@type"], "GovernmentOrganization")
        (holder,) = self.linked("/en/posts/secretary-general")
        self.assertEqual(holder["about"]["@type"], "Person")

    def test_nothing_is_said_of_what_is_announced_or_disputed(self):
        self.assertEqual(self.linked("/en/sessions/astana-2024-11-28?on=2024-06-01"), [])
        self.assertEqual(self.linked("/en/differ"), [])

    def test_every_page_names_its_address_and_its_other_language(self):
        for path in ("", "/members", "/states/AM", "/sessions/minsk-2023-11-23", "/acts/minsk-2023-11-23-held"):
            page = self.get("/en" + path)
            if page.status == 404:
                continue
            self.assertIn(f'<link rel="canonical" href="{URL}/en{path}">', page.text)
            for language in ("en", "ru"):
                self.assertIn(f'<link rel="alternate" hreflang="{language}" href="{URL}/{language}{path}">', page.text)

    def test_the_map_of_the_site_leads_to_pages_that_are_there(self):
        answer = self.get("/sitemap.xml")
        self.assertEqual(answer.type, "application/xml")
        self.assertEqual(xml(answer.body), "")
        addresses = re.findall("<loc>([^<]+)</loc>", answer.text)
        self.assertGreater(len(addresses), 200)
        self.assertEqual(len(set(addresses)), len(addresses))
        for address in addresses:
            self.assertEqual(self.get(self.local(address)).status, 200, address)
        robots = self.get("/robots.txt").text
        self.assertIn(f"Sitemap: {URL}/sitemap.xml", robots)
        self.assertIn("Disallow: /*/display", robots)


if __name__ == "__main__":
    unittest.main()
