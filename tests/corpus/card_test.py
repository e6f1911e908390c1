"""The card sees where stories repeat each other's words."""

import unittest

from stories_for_tests import STORY, TEXT, story

import card

OTHER = TEXT.replace(
    "Ngozi Obi said on Monday the Nigerian firm would pay", "Asked again, the board thought a Nigerian firm would pay"
)


class Repetition(unittest.TestCase):
    def test_five_words_that_two_stories_share_are_listed(self):
        one, two = story(""), story("", OTHER)
        two.id = "another"
        shared, total = card.shared_runs([one, two])
        self.assertIn(("workers", "had", "walked", "out", "he"), shared)
        self.assertNotIn(("said", "on", "monday", "the", "firm"), shared)
        self.assertGreater(total, len(shared))

    def test_the_card_of_nothing_is_a_card(self):
        self.assertIn("| stories | 0 | 0 | 0 |", card.card([]))

    def test_the_card_counts_what_is_there(self):
        self.assertIn("| reports | 1 |", card.card([story("", story_notes=STORY)]))


if __name__ == "__main__":
    unittest.main()
