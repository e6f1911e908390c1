"""Agreement: full with itself, less by what one of the two left out."""

import unittest

from stories_for_tests import story

import agreement
from convert_test import NOTES


def counts_of(first, second):
    counts = {layer: agreement.Count() for layer in agreement.LAYERS}
    a, b = story(first), story(second)
    agreement.compare(counts, a, a.reports["r1"], b, b.reports["r1"], [])
    return {layer: count.f1() for layer, count in counts.items()}


class Agreement(unittest.TestCase):
    def test_a_report_agrees_with_itself(self):
        self.assertEqual({1.0}, {v for v in counts_of(NOTES, NOTES).values() if v is not None})

    def test_a_statement_that_one_left_out_lowers_statements_alone(self):
        fewer = "\n".join(line for line in NOTES.splitlines() if not line.startswith("say s2"))
        got = counts_of(NOTES, fewer)
        self.assertAlmostEqual(2 / 3, got["statements"])
        self.assertEqual((1.0, 1.0, 1.0), (got["names"], got["events"], got["times"]))

    def test_another_status_is_seen(self):
        self.assertEqual(0.5, counts_of(NOTES, NOTES.replace("planned", "threatened"))["statuses"])


if __name__ == "__main__":
    unittest.main()
