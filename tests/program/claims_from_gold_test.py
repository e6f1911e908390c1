#!/usr/bin/env python3
"""Compares a story of the corpus from its gold accounts and holds what is written to the schema and to its texts.

    CROSSREAD=build/release/crossread tests/program/claims_from_gold_test.py
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("CROSSREAD", "build/release/crossread")).resolve().parent / "eval/claims_from_gold"
STORY = "toamasina-port"


def converted(form, folder):
    command = [sys.executable, ROOT / "corpus/tools/convert.py", form, ROOT / "corpus/stories" / STORY, "--out", folder]
    subprocess.run(command, check=True)


def spans(value):
    if isinstance(value, dict):
        if "exact" in value:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


@unittest.skipUnless(PROGRAM.exists(), "claims_from_gold is not built")
class ClaimsFromGold(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.gold = Path(cls.folder.name)
        converted("accounts", cls.gold)
        converted("dossier", cls.gold)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def dossier(self, accounts="accounts.jsonl"):
        out = self.gold / "out"
        command = [PROGRAM, self.gold / accounts, "--settled", self.gold, "--data", ROOT / "data", "--out", out]
        subprocess.run(command, check=True)
        return (out / f"{STORY}.json").read_text(encoding="utf-8")

    def test_the_document_keeps_to_the_schema(self):
        schema = json.loads((ROOT / "schema/dossier.schema.json").read_text(encoding="utf-8"))
        dossier = json.loads(self.dossier())
        errors = sorted(jsonschema.Draft7Validator(schema).iter_errors(dossier), key=str)
        self.assertEqual([], [f"{list(e.path)}: {e.message[:200]}" for e in errors[:5]])
        for key in ("entities", "statements", "events", "claims"):
            self.assertTrue(dossier[key], key)

    def test_every_span_is_the_words_of_its_text(self):
        dossier = json.loads(self.dossier())
        texts = {r["id"]: r["text"] for r in dossier["reports"]}
        found = list(spans(dossier["claims"])) + list(spans(dossier["statements"])) + list(spans(dossier["events"]))
        self.assertTrue(found)
        for span in found:
            self.assertEqual(texts[span["report"]][span["start"] : span["end"]], span["exact"])

    def test_the_order_of_reports_changes_no_byte(self):
        lines = (self.gold / "accounts.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        random.Random(1).shuffle(lines)
        (self.gold / "shuffled.jsonl").write_text("".join(lines), encoding="utf-8")
        self.assertEqual(self.dossier(), self.dossier("shuffled.jsonl"))

    def test_the_admission_of_live_fire_revises_the_denial(self):
        claims = json.loads(self.dossier())["claims"]
        verdicts = {s["verdict"] for c in claims for s in c["slots"] if s["slot"] == "status"}
        self.assertIn("revised", verdicts)


if __name__ == "__main__":
    unittest.main()
