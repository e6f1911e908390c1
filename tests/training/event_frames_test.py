#!/usr/bin/env python3
"""The compiler of the frames of events."""
import importlib.util
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("frames", ROOT / "training/lexicon/make_event_frames.py")
frames = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(frames)


class Frames(unittest.TestCase):
    def test_a_compound_becomes_a_noun_with_its_modifier(self):
        self.assertEqual(frames.compound("drone_strike", ["on=*"]), ("strike", ["mod=drone", "on=*"]))

    def test_codes_take_the_type_of_their_longest_listed_beginning(self):
        table = {"19": "ASSAULT", "193": "COERCE"}
        self.assertEqual([frames.kind_of(code, table) for code in ("193", "1951", "163", "020")],
                         ["COERCE", "ASSAULT", "SANCTION", None])

    def test_the_dictionary_gives_verbs_and_their_objects(self):
        lines = ["--- ATTACK [190] ---", "AMBUSH {AMBUSHES }", "- * RELIEF [070]  # AMBUSH <x>", "- * FOOD [070]  # OTHER"]
        rows = list(frames.cameo_rows(lines, {"190": "ASSAULT", "070": "AID"}))
        self.assertEqual(rows, [("ambush", "-", "ASSAULT"), ("ambush", "o=relief", "AID")])

    def test_the_own_frames_are_in_the_shipped_table(self):
        shipped = {tuple(line.split("\t")[:3]) for line in
                   (ROOT / "data/lexicon/en/event_frames.tsv").read_text().splitlines() if not line.startswith("#")}
        own = {row[:3] for row in frames.own_rows(ROOT / "training/lexicon/event_frames.own.txt")}
        self.assertEqual(own - shipped, set())


if __name__ == "__main__":
    unittest.main()
