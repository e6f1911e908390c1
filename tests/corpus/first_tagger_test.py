"""The first trainer: on one story it learns, and what it tags is the text's."""

import sys
import unittest

from stories_for_tests import ROOT

sys.path.insert(0, str(ROOT / "training"))

import first_tagger as tagger  # noqa: E402
import convert  # noqa: E402
import reader  # noqa: E402


class OneStory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        story = reader.read_story(ROOT / "corpus" / "stories" / "toamasina-port")
        lexicon = tagger.Lexicon()
        cls.rows = list(convert.tokens(story))
        cls.given = [tagger.sequences(row, lexicon) for row in cls.rows]
        cls.all = [s for sequences in cls.given for s in sequences]
        cls.trained = tagger.Tagger("names").train(cls.all, epochs=3)

    def test_what_it_was_taught_it_finds_as_spans_of_the_text(self):
        row, sequences = self.rows[0], self.given[0]
        found = {
            (row["text"][start:end], kind)
            for s in sequences
            for start, end, kind in tagger.spans(s.tokens, self.trained.tag(s))
        }
        for name in (("Herisoa Bezara", "person"), ("Madagascar", "place"), ("Edgard Mamiharisoa", "person")):
            self.assertIn(name, found)

    def test_the_paragraphs_hold_every_token_once(self):
        for row, sequences in zip(self.rows, self.given):
            self.assertEqual(row["tokens"], [token for s in sequences for token in s.tokens])

    def test_the_converters_labels_read_back_are_its_names(self):
        for row, sequences in zip(self.rows, self.given):
            read = [list(span) for s in sequences for span in tagger.spans(s.tokens, s.labels("names"))]
            self.assertEqual(sorted(row["entities"]), sorted(read))

    def test_no_label_goes_on_within_another(self):
        for sequence in self.all:
            before = "O"
            for label in self.trained.tag(sequence):
                self.assertTrue(tagger.may_follow(label, before), (before, label))
                before = label

    def test_the_same_stories_teach_the_same(self):
        again = tagger.Tagger("names").train(self.all, epochs=3)
        self.assertEqual(self.trained.weights, again.weights)

    def test_names_that_touch_stay_two(self):
        tokens = [[0, 2, "B-place", "O"], [3, 5, "B-place", "O"], [6, 8, "I-place", "O"], [9, 10, "O", "O"]]
        self.assertEqual(
            [(0, 2, "place"), (3, 8, "place")], tagger.spans(tokens, ["B-place", "B-place", "I-place", "O"])
        )

    def test_scores_count_exact_spans_of_the_kind(self):
        counts = tagger.Counts()
        counts.add([(0, 2, "person"), (3, 4, "place")], [(0, 2, "person"), (3, 5, "place")])
        self.assertEqual((0.5, 0.5, 0.5), counts.of(["person", "place"]))
        self.assertEqual((1.0, 1.0, 1.0), counts.of(["person"]))


if __name__ == "__main__":
    unittest.main()
