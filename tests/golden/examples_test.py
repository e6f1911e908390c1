#!/usr/bin/env python3
"""Holds the program to examples/gold.json, and the gold to the texts.

    CROSSREAD=build/release/crossread python3 tests/golden/examples_test.py

`Gold` needs no program: every phrase is in its text, and texts share words exactly where the gold says so. `Examples`
runs the program once and compares section by section; it is skipped when CROSSREAD is unset.
"""

import datetime
import html.parser
import itertools
import json
import re
import unittest
from pathlib import Path

import dossier

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOLD = json.loads((EXAMPLES / "gold.json").read_text(encoding="utf-8"))
FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-"})
LEAST_OF_A_COPY = 0.30  # shares of runs of five words, set by hand to tell what the examples mean to show
LEAST_OF_A_PART = 0.10
MOST_OF_OTHERS = 0.03


# ---- phrases in texts ----

def places(text, phrase):
    """Every place of the phrase in the text; blanks are flexible, shapes of quotation marks and dashes do not count."""
    bits = [re.escape(bit) for bit in phrase.translate(FOLD).split()]
    return [m.span(1) for m in re.finditer(r"(?=(" + r"\s+".join(bits) + r"))", text.translate(FOLD))]


def place(text, phrase):
    """The place of a gold phrase {text, nth, of} or None; counted from the back, as a title may stand before."""
    found = places(text, phrase["text"])
    if not found:
        return None
    back = phrase.get("of", 1) - phrase.get("nth", 1)
    return found[max(0, len(found) - 1 - back)] if "nth" in phrase else found[0]


def share_in_body(row, span):
    """How much of the span, blanks aside, lies in the body of a report of the export."""
    solid = [i for i in range(*span) if not row["text"][i].isspace()]
    return sum(any(a <= i < b for a, b in row["body"]) for i in solid) / len(solid)


# ---- the texts themselves, read without the program ----

class Visible(html.parser.HTMLParser):
    """The text that a page shows, one line for each block."""

    BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "li", "td", "tr", "br", "figcaption", "section", "article", "aside",
              "header", "footer", "nav", "button", "time", "blockquote", "figure"}

    def __init__(self):
        super().__init__()
        self.text, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style", "title")
        self.text.append("\n" if tag in self.BLOCKS else "")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "title")
        self.text.append("\n" if tag in self.BLOCKS else "")

    def handle_data(self, data):
        self.text.append("" if self.hidden else data)


def source_texts():
    """Each report's source_id with the text that a person sees."""
    texts = {}
    for file in sorted(EXAMPLES.rglob("*")):
        name = file.relative_to(EXAMPLES).as_posix()
        if file.suffix == ".txt":
            texts[name] = file.read_text(encoding="utf-8")
        elif file.suffix == ".html":
            page = Visible()
            page.feed(file.read_text(encoding="utf-8"))
            texts[name] = "".join(page.text)
        elif file.suffix == ".jsonl":
            for line in file.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                texts[row["id"]] = row["text"]
    return texts


def runs(phrases):
    """The runs of five words of a report's gold body."""
    words = re.findall(r"\w+", " ".join(phrases).translate(FOLD).casefold())
    return {tuple(words[i:i + 5]) for i in range(len(words) - 4)}


def pair(row):
    return frozenset((row["a"], row["b"]))


class Gold(unittest.TestCase):
    """The gold fits the texts."""

    @classmethod
    def setUpClass(cls):
        cls.texts = source_texts()
        body = {}
        for phrase in GOLD["body"]:
            body.setdefault(phrase["report"], []).append(phrase["text"])
        cls.runs = {name: runs(phrases) for name, phrases in body.items()}

    def share(self, a, b):
        """The share of the shorter body's runs that the other has too."""
        return len(self.runs[a] & self.runs[b]) / min(len(self.runs[a]), len(self.runs[b]))

    def test_there_are_24_reports_and_gold_names_them_all(self):
        self.assertEqual(24, len(self.texts))
        self.assertEqual(sorted(self.texts), sorted(r["source_id"] for r in GOLD["reports"]))

    def test_every_phrase_is_in_its_text_as_often_as_gold_says(self):
        for phrase in GOLD["furniture"] + GOLD["body"]:
            found = len(places(self.texts[phrase["report"]], phrase["text"]))
            with self.subTest(report=phrase["report"], text=phrase["text"][:60]):
                if phrase.get("of", 1) > 1:
                    self.assertEqual(phrase["of"], found)
                self.assertGreaterEqual(found, 1)

    def test_every_phrase_outside_a_report_is_on_its_page(self):
        for page in GOLD["pages"]:
            for text in page["outside"]:
                with self.subTest(report=page["report"], text=text):
                    self.assertTrue(places(self.texts[page["report"]], text))

    def test_stories_and_origins_are_partitions(self):
        everyone = sorted(self.texts)
        self.assertEqual(everyone, sorted(r for story in GOLD["stories"] for r in story["reports"]))
        for partition in GOLD["origins"]:
            self.assertEqual(everyone, sorted(r for group in partition for r in group))

    def test_copies_share_words(self):
        for edge in GOLD["lineage"]["edges"]:
            with self.subTest(a=edge["a"], b=edge["b"]):
                least = LEAST_OF_A_PART if edge["kinds"] == ["part"] else LEAST_OF_A_COPY
                self.assertGreaterEqual(self.share(edge["a"], edge["b"]), least)

    def test_all_others_do_not(self):
        linked = {pair(row) for row in GOLD["lineage"]["edges"] + GOLD["lineage"]["tolerated"]}
        for a, b in itertools.combinations(sorted(self.texts), 2):
            if frozenset((a, b)) not in linked:
                with self.subTest(a=a, b=b):
                    self.assertLess(self.share(a, b), MOST_OF_OTHERS)


@unittest.skipUnless(dossier.program(), dossier.UNSET)
class Examples(unittest.TestCase):
    """The program finds what gold says."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.export = dossier.export_of(EXAMPLES)
        cls.reports = {row["source_id"]: row for row in cls.export["reports"]}
        cls.name = {row["id"]: row["source_id"] for row in cls.export["reports"]}

    def report(self, name):
        self.assertIn(name, self.reports, "a report is missing from the export")
        return self.reports[name]

    def partition(self, key):
        """The groups of reports under `stories` or `origins`; an origin without a report (a lifted part) is none."""
        groups = [sorted(self.name[r] for r in row["reports"]) for row in self.export[key]]
        return sorted(group for group in groups if group)

    def test_every_report_is_read(self):
        self.assertEqual(sorted(r["source_id"] for r in GOLD["reports"]), sorted(self.name.values()))
        refused = [r for r in self.export["rejections"] if re.search(r"\.(txt|html|jsonl)(:\d+)?$", r["source_id"])]
        self.assertEqual([], refused)

    def test_outlets_and_days_are_known(self):
        for gold in GOLD["reports"]:
            row = self.report(gold["source_id"])
            with self.subTest(report=gold["source_id"]):
                if gold["outlet"]:
                    self.assertEqual(gold["outlet"], row["outlet"])
                start = (row["published"] or {}).get("start") or ""
                self.assertEqual(gold["published"] or "", start[:10])

    def test_furniture_is_kept_out_of_the_body(self):
        for phrase in GOLD["furniture"]:
            row = self.report(phrase["report"])
            at = place(row["text"], phrase)
            with self.subTest(report=phrase["report"], text=phrase["text"]):
                self.assertIsNotNone(at, "the text of the export lacks it: furniture is marked, not deleted")
                self.assertLessEqual(share_in_body(row, at), 0.1, "it is in the body")

    def test_what_surrounds_a_report_on_its_page_is_not_in_the_body(self):
        for page in GOLD["pages"]:
            row = self.report(page["report"])
            for text in page["outside"]:
                with self.subTest(report=page["report"], text=text):
                    shares = [share_in_body(row, at) for at in places(row["text"], text)]
                    self.assertTrue(all(share <= 0.1 for share in shares), "it is in the body")

    def test_paragraphs_of_a_report_are_never_lost(self):
        for phrase in GOLD["body"]:
            row = self.report(phrase["report"])
            at = place(row["text"], phrase)
            with self.subTest(report=phrase["report"], text=phrase["text"][:80]):
                self.assertIsNotNone(at, "the text of the export lacks it")
                self.assertGreaterEqual(share_in_body(row, at), 0.95, "it is not in the body")

    def test_credits_are_found(self):
        for gold in GOLD["credits"]:
            with self.subTest(**gold):
                self.assertIn(gold["name"], [c["name"] for c in self.report(gold["report"])["credits"]])

    def test_notices_are_found(self):
        for gold in GOLD["notices"]:
            with self.subTest(**gold):
                self.assertIn(gold["name"], [n["kind"] for n in self.report(gold["report"])["notices"]])

    def test_no_story_holds_two_events(self):
        key_of = {r: s["key"] for s in GOLD["stories"] for r in s["reports"]}
        for reports in self.partition("stories"):
            self.assertEqual(len({key_of[r] for r in reports}), 1, reports)

    def test_stories_are_those_of_gold_but_for_the_known_splits(self):
        """`known_splits` are faults that we know of; one that is mended must be struck off the list."""
        expected = {frozenset(s["reports"]) for s in GOLD["stories"]}
        for split in GOLD["known_splits"]:
            parts = {frozenset(part) for part in split["parts"]}
            expected = (expected - {frozenset().union(*parts)}) | parts
        self.assertEqual(sorted(sorted(part) for part in expected), self.partition("stories"))

    def test_stories_follow_one_another_as_in_gold(self):
        key_of = {r: s["key"] for s in GOLD["stories"] for r in s["reports"]}
        key = {s["id"]: key_of[self.name[s["reports"][0]]] for s in self.export["stories"]}
        found = {(key[s["id"]], key[earlier]) for s in self.export["stories"] for earlier in s["follows"]}
        tolerated = {(f["later"], f["earlier"]) for f in GOLD["follows_tolerated"]}
        self.assertEqual({(f["later"], f["earlier"]) for f in GOLD["follows"]}, found - tolerated)

    def edges(self):
        """The copies of the export: pair to (kind, who took it from whom: a name or None)."""
        edges = {}
        for row in self.export["lineage"]:
            a, b = self.name[row["report"]], self.name[row["other"]]
            if row["kind"] != "quoted":
                edges[frozenset((a, b))] = (row["kind"], {"from": a, "to": b}.get(row["direction"]))
        return edges

    def test_copies_are_linked_and_nothing_else(self):
        tolerated = {pair(row) for row in GOLD["lineage"]["tolerated"]}
        expected = {tuple(sorted(pair(row))) for row in GOLD["lineage"]["edges"]}
        found = {tuple(sorted(p)) for p in self.edges() if p not in tolerated}
        self.assertEqual([], sorted(expected - found), "copies that were not found")
        self.assertEqual([], sorted(found - expected), "links between reports of which neither copied the other")

    def test_copies_are_of_the_right_kind_and_direction(self):
        edges = self.edges()
        for gold in GOLD["lineage"]["edges"]:
            if pair(gold) not in edges:
                continue  # the test above tells of it
            kind, taker = edges[pair(gold)]
            with self.subTest(a=gold["a"], b=gold["b"]):
                self.assertIn(kind, gold["kinds"])
                if gold["direction"]:
                    self.assertEqual(gold["a"] if gold["direction"] == "a_from_b" else gold["b"], taker, "who took it")

    def test_origins_are_one_of_the_partitions_of_gold(self):
        allowed = [sorted(sorted(group) for group in partition) for partition in GOLD["origins"]]
        found = self.partition("origins")
        if found not in allowed:
            self.assertEqual(allowed[0], found)

    def test_a_corrected_page_is_a_version_of_the_first(self):
        for gold in GOLD["versions"]:
            newer, older = self.report(gold["newer"]), self.report(gold["older"])
            with self.subTest(**gold):
                if "unordered" in (newer["version"], older["version"]):
                    self.assertTrue(newer["version_of"] == older["id"] or older["version_of"] == newer["id"])
                else:
                    self.assertEqual(older["id"], newer["version_of"])
                    self.assertGreater(newer["version"], older["version"])

    def test_pages_have_their_title_outlet_and_byline(self):
        for page in GOLD["pages"]:
            row = self.report(page["report"])
            with self.subTest(report=page["report"]):
                self.assertEqual(page["title"], row["title"])
                self.assertEqual(page["outlet"], row["outlet"])
                for author in page.get("byline", []):
                    self.assertIn(author, row["byline"] or "")

    def test_pages_have_their_time_of_publication(self):
        for page in GOLD["pages"]:
            published = self.report(page["report"])["published"] or {}
            start, gold = published.get("start") or "", page["published"]
            with self.subTest(report=page["report"]):
                if len(gold) == 10 or published.get("grain") == "day":
                    self.assertEqual(gold[:10], start[:10])
                else:
                    self.assertEqual(instant(gold), instant(start, published.get("zone")))


def instant(text, zone=None):
    """A time to the minute, in UTC where its zone is known."""
    zoned = re.search(r"T.*(Z|[+-]\d\d:?\d\d)$", text)
    time = datetime.datetime.fromisoformat(text if zoned or "T" not in text else text + (zone or ""))
    return (time.astimezone(datetime.timezone.utc) if time.tzinfo else time).replace(second=0, microsecond=0)


if __name__ == "__main__":
    unittest.main()
