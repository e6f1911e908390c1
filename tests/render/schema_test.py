#!/usr/bin/env python3
"""Holds the dossier to its schema: what the program exports, a whole document written by hand, and damaged ones.

    CROSSREAD=build/release/crossread tests/render/schema_test.py

Beyond what a schema can say, every span's `exact` must be the words at its place, and every id must name a row.
Without CROSSREAD the hand-written documents alone are checked.
"""

import copy
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schema/dossier.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
PROGRAM = os.environ.get("CROSSREAD")

DAY = {"start": "2031-03-04", "end": "2031-03-04", "grain": "day", "zone": None, "text": None, "anchor": "unknown"}
TEXT = "São Vito’s harbour was shut, the mayor said."
R, S, L, O = "r" + "1" * 16, "s" + "1" * 16, "l" + "1" * 16, "o" + "1" * 16
E, T, V, C, Q = "e" + "1" * 16, "t" + "1" * 16, "v" + "1" * 16, "c" + "1" * 16, "q" + "1" * 16


def span(words):
    start = TEXT.index(words)
    return {"report": R, "start": start, "end": start + len(words), "exact": words}


# One row of every kind, so that each definition is used.
WHOLE = {
    "schema_version": "1.0.0",
    "producer": {"crossread": "0.1.0", "tables": "0" * 32, "models": {"language": "0" * 32}},
    "reports": [{
        "id": R, "source_id": "a.txt", "outlet": "Vito Post", "url": None, "title": "Harbour shut", "byline": None,
        "dateline": None, "published": DAY, "published_from": "metadata", "language": "en", "text": TEXT,
        "text_digest": "0" * 32, "body": [[0, len(TEXT)]], "furniture": [{"start": 0, "end": 3, "kind": "section"}],
        "credits": [{"name": "Vito Post", "span": span("São Vito")}],
        "notices": [{"kind": "update", "span": span("shut")}], "origin": O, "version_of": None, "version": 1}],
    "rejections": [{"source_id": "b.txt", "stage": "intake", "fault": "not_utf8", "message": ""}],
    "origins": [{"id": O, "label": "Vito Post", "reports": [R], "passages": [span("harbour")]}],
    "lineage": [{"report": R, "other": R, "kind": "near", "direction": "unknown", "shared_words": 7,
                 "share_of_report": 1, "share_of_other": 0.875,
                 "passages": [{"report": span("harbour"), "other": span("harbour")}]}],
    "stories": [{"id": S, "title": "Harbour shut", "reports": [R], "start": DAY, "end": None, "follows": [],
                 "storyline": L}],
    "entities": [{"id": E, "kind": "person", "name": "the mayor", "aliases": [{"text": "the mayor", "mentions": 1}],
                  "roles": [{"role": "mayor", "span": span("the mayor")}, {"role": "mayor", "from": "table"}],
                  "country": "PRT", "sector": "GOV", "authority": None,
                  "mentions": [dict(span("the mayor"), level="nominal")]}],
    "statements": [{"id": T, "report": R, "speaker": E, "speaker_text": span("the mayor"), "addressee": None,
                    "act": "say", "cue": span("said"), "content": [span("harbour was shut")], "quotes": [],
                    "translated": False, "within": None, "via": [{"source": E, "text": span("the mayor said")}],
                    "anonymous": False, "negated": False, "date": DAY, "confidence": 0.9}],
    "events": [{"id": V, "report": R, "type": "ACCIDENT", "mode": None, "contexts": [], "actors": [E],
                "recipients": [], "instrument": None, "trigger": span("shut"), "sentence": span(TEXT), "date": DAY,
                "place": None, "status": "asserted", "source": T, "causes": [], "background": False,
                "quantities": [{"id": Q, "value": 1, "low": 1, "high": None, "unit": "harbour", "of": None,
                                "part_of": None, "text": span("harbour")}]}],
    "claims": [{"id": C, "storyline": L, "stories": [S], "kind": "event", "summary": "The harbour was shut.",
                "date": DAY, "support": [{"evidence": span("shut"), "by": V, "origin": O, "root": E}],
                "dissent": [{"evidence": span("shut"), "by": T, "origin": O, "why": "denied"}],
                "reports": 1, "origins": 1, "roots": 1,
                "slots": [{"slot": "count", "unit": "harbour", "of": "shut", "verdict": "single",
                           "positions": [{"value": 1, "low": 1, "high": 1, "holders": [E], "origins": [O],
                                          "held": DAY, "supersedes": None, "evidence": [span("harbour")]}]}]}],
    "timeline": [{"date": DAY, "claim": C, "time_of": "happening"}],
    "advisories": [{"issuer": E, "what": "closure", "to": None, "place": [], "date": DAY, "span": span("shut")}],
    "situation": [{"date": "2031-03-04", "actor": "PRT", "recipient": "ESP", "score": -0.5, "claims": [C]}],
    "changes": [{"batch": 1, "at": "2031-03-04T09:00:00Z", "kind": "redirect", "from": [S], "to": [S]}],
}
KEYS = [key for key, part in SCHEMA["properties"].items() if part.get("type") == "array"]

REPORTS = [
    {"id": "wire", "outlet": "Northern Press Agency", "published": "2031-03-04T08:10:00Z", "title": "Orlo bridge shut",
     "text": "The Orlo bridge – “the old lady” – was closed on Monday night after a pier sank by 22 centimetres, the "
             "Selda roads office said.\n\nEngineers stopped a freight train before it reached the river 🌉, said the "
             "office’s director, Maren Tolk. Nobody was hurt, and ferries will run through the night until Friday."},
    {"id": "copy", "outlet": "Valley Courier", "published": "2031-03-04T10:00:00Z", "title": "Bridge shut",
     "text": "The Orlo bridge – “the old lady” – was closed on Monday night after a pier sank by 22 centimetres, the "
             "Selda roads office said.\n\nEngineers stopped a freight train before it reached the river 🌉, said the "
             "office’s director, Maren Tolk. Nobody was hurt, and ferries will run through the night until Friday."},
    {"id": "own", "title": "Vineyards", "text": "São Vito’s grape harvest was the best in years, growers said in May."},
    {"id": "empty", "text": ""},
]


def spans_in(value):
    if isinstance(value, dict):
        if "exact" in value and "report" in value:
            yield value
        for part in value.values():
            yield from spans_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans_in(part)


def wrong_spans(document):
    texts = {row["id"]: row["text"] for row in document["reports"]}
    return [s for s in spans_in(document) if texts[s["report"]][s["start"]:s["end"]] != s["exact"]]


def run(*arguments, given=None):
    done = subprocess.run([PROGRAM, *arguments], input=given, capture_output=True, encoding="utf-8", check=False)
    return done.stdout


class Schema(unittest.TestCase):
    def test_is_itself_valid(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_takes_the_empty_and_the_whole_document(self):
        VALIDATOR.validate(WHOLE)
        VALIDATOR.validate({**WHOLE, **{key: [] for key in KEYS}})
        self.assertEqual(wrong_spans(WHOLE), [])

    def test_refuses_a_document_without_any_one_key(self):
        for key in WHOLE:
            damaged = {k: v for k, v in WHOLE.items() if k != key}
            self.assertFalse(VALIDATOR.is_valid(damaged), key)

    def test_refuses_any_row_with_a_field_too_many_or_too_few(self):
        for key in KEYS:
            for field in WHOLE[key][0]:
                damaged = copy.deepcopy(WHOLE)
                del damaged[key][0][field]
                optional = field == "confidence"
                self.assertEqual(VALIDATOR.is_valid(damaged), optional, f"{key} without {field}")
            damaged = copy.deepcopy(WHOLE)
            damaged[key][0]["colour"] = "red"
            self.assertFalse(VALIDATOR.is_valid(damaged), key)

    def test_refuses_wrong_values(self):
        for path, value in [
                (("schema_version",), "2.0.0"),
                (("reports", 0, "id"), "r123"),
                (("reports", 0, "id"), "s" + "1" * 16),
                (("reports", 0, "id"), "r" + "G" * 16),
                (("reports", 0, "published_from"), "guess"),
                (("reports", 0, "published", "start"), "4 March"),
                (("reports", 0, "published", "zone"), "CET"),
                (("reports", 0, "published", "grain"), "fortnight"),
                (("reports", 0, "body", 0), [3]),
                (("reports", 0, "furniture", 0, "kind"), "banner"),
                (("reports", 0, "version"), 0),
                (("reports", 0, "version"), "second"),
                (("reports", 0, "credits", 0, "span", "start"), -1),
                (("reports", 0, "credits", 0, "span", "start"), 1.5),
                (("origins", 0, "reports"), []),
                (("lineage", 0, "kind"), "similar"),
                (("lineage", 0, "share_of_report"), 1.2),
                (("stories", 0, "follows"), [S, S]),
                (("statements", 0, "content"), []),
                (("claims", 0, "support"), []),
                (("claims", 0, "slots", 0, "verdict"), "unknown"),
                (("changes", 0, "from"), [7]),
        ]:
            damaged = copy.deepcopy(WHOLE)
            at = damaged
            for step in path[:-1]:
                at = at[step]
            at[path[-1]] = value
            self.assertFalse(VALIDATOR.is_valid(damaged), f"{path} = {value!r}")


@unittest.skipUnless(PROGRAM, "CROSSREAD is unset: set it to the path of the program")
class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.store = str(Path(cls.scratch.name) / "store")
        given = Path(cls.scratch.name) / "reports.jsonl"
        given.write_text("".join(json.dumps(row) + "\n" for row in REPORTS), encoding="utf-8")
        run("add", str(given), "--into", cls.store)
        cls.document = json.loads(run("export", cls.store, "--format", "json"))

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_keeps_to_the_schema(self):
        errors = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in VALIDATOR.iter_errors(self.document)]
        self.assertEqual(errors, [])

    def test_is_about_what_was_given(self):
        self.assertEqual(sorted(row["source_id"].rsplit("/")[-1] for row in self.document["reports"]),
                         ["copy", "own", "wire"])
        self.assertEqual(len(self.document["rejections"]), 1)
        self.assertEqual(len(self.document["lineage"]), 1)
        self.assertEqual(len(self.document["origins"]), 2)
        self.assertEqual(len(self.document["stories"]), 2)

    def test_cites_the_words_at_their_place(self):
        self.assertGreater(len(list(spans_in(self.document))), 0)
        self.assertEqual(wrong_spans(self.document), [])

    def test_names_only_rows_that_are_there(self):
        known = {row["id"] for key in KEYS for row in self.document[key] if "id" in row}
        known |= {row["storyline"] for row in self.document["stories"]}
        known |= {row["origin"] for row in self.document["reports"]}
        for key in ("reports", "origins", "lineage", "stories"):
            for row in self.document[key]:
                named = {word for word in re.findall(r'"([rosl][0-9a-f]{16})"', json.dumps(row))}
                self.assertLessEqual(named, known, key)
        origins = {row["id"] for row in self.document["origins"]}
        self.assertLessEqual({row["origin"] for row in self.document["reports"]}, origins)

    def test_has_the_same_rows_as_lines(self):
        for key in KEYS:
            lines = run("export", self.store, "--only", key, "--format", "jsonl").splitlines()
            self.assertEqual([json.loads(line) for line in lines], self.document[key], key)


if __name__ == "__main__":
    unittest.main()
