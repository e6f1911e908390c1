#!/usr/bin/env python3
"""The corpus as the trainer of events reads it."""
import itertools
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

try:
    import event_corpus
except ImportError as missing:
    if __name__ != "__main__":
        raise unittest.SkipTest(str(missing)) from missing
    print(f"skipped: the training scripts want python3-numpy ({missing})")
    sys.exit(0)


class Passages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.columns = list(itertools.islice(event_corpus.passages(), 6))
        cls.texts = [text for column in cls.columns for text in event_corpus.texts_of(column)]

    def test_each_paragraph_is_a_text_of_its_own(self):
        self.assertGreater(len(self.texts), 30)
        self.assertEqual(len({text.id for text in self.texts}), len(self.texts))
        self.assertFalse([text.id for text in self.texts if "\n" in text.row["text"]])

    def test_every_mark_lies_within_its_paragraph(self):
        for text in self.texts:
            size = len(text.row["text"].encode())
            for gold in text.golds:
                spans = [gold.trigger] + [s for parties in gold.parties.values() for p in parties for s in p]
                self.assertFalse([s for s in spans if not 0 <= s[0] < s[1] <= size], text.id)

    def test_no_mark_of_a_body_paragraph_is_lost(self):
        kept = sum(len(text.golds) for text in self.texts)
        marked = sum(len(report.events) for column in self.columns for report in column.reports.values())
        self.assertEqual(kept, marked)


class Signs(unittest.TestCase):
    def test_are_put_in_their_places(self):
        signs = event_corpus.signs_of(" 0:64 27:3")
        self.assertEqual((signs[0][0], signs[1][1], int(signs.sum())), (64, 3, 67))


if __name__ == "__main__":
    unittest.main()
