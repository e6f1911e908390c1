"""Lemmas from endings: what a few tagged words teach, and that the shipped tables are what the learner writes."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

import lemmas  # noqa: E402

TOKENS = [
    ("walked", "walk", "VERB", "VBD"),
    ("Talked", "talk", "VERB", "VBD"),
    ("created", "create", "VERB", "VBD"),
    ("stated", "state", "VERB", "VBD"),
    ("was", "be", "AUX", "VBD"),
    ("ports", "port", "NOUN", "NNS"),
    ("ships", "ship", "NOUN", "NNS"),
    ("Finnish", "Finnish", "ADJ", "JJ"),
    ("Danish", "Danish", "ADJ", "JJ"),
    ("Green", "green", "ADJ", "JJ"),
    ("4,500", "4500", "NUM", "CD"),
    ("Zerdaw", "Zerdaw", "PROPN", "NNP"),
]


class Learner(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.learnt = lemmas.Lemmas(TOKENS)

    def test_unseen_words_follow_the_longest_ending(self):
        rows = [
            ("mocked", "VERB", "VBD", "mock"),
            ("rotated", "VERB", "VBD", "rotate"),
            ("overthrew", "VERB", "VBD", "overthrow"),  # irregular_verbs.tsv
            ("Piers", "NOUN", "NNS", "pier"),
            ("geese", "NOUN", "NNS", "goose"),  # irregular_plurals.tsv
            ("Swedish", "ADJ", "JJ", "Swedish"),
            ("Grey", "ADJ", "JJ", "grey"),
            ("17,250", "NUM", "CD", "17250"),
            ("Toama", "PROPN", "NNP", "Toama"),
            ("was", "AUX", "VBD", "be"),
        ]
        for form, upos, xpos, expected in rows:
            with self.subTest(form=form):
                self.assertEqual(self.learnt.of(form, upos, xpos), expected)

    def test_an_ending_alone_is_left_as_it_is(self):
        self.assertEqual(self.learnt.of("s", "NOUN", "NNS"), "s")


class Shipped(unittest.TestCase):
    def test_tables_are_sorted_and_name_tags_with_endings(self):
        for name, columns in (("lemmas.tsv", 3), ("lemma_capitals.tsv", 4)):
            rows = lemmas.rows(name)
            self.assertEqual(rows, sorted(rows))
            self.assertEqual({len(row) for row in rows}, {columns})

    def test_a_word_of_two_lemmas_is_given_to_the_commoner(self):
        rows = lemmas.rows("lemmas.tsv")
        for word, lemma in (("faded", "fade"), ("hoped", "hope"), ("tapped", "tap")):
            given = [row[2] for row in rows if row[:2] == ["VBD", "^" + word]]
            self.assertIn(given, ([], [lemma]))


if __name__ == "__main__":
    unittest.main()
