"""The best tree: what a judge finds that tries every assignment of heads."""

import itertools
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

try:
    import numpy as np
    import best_tree
except ImportError:
    np = None


def judged(scores):
    """The best total over all trees with one root."""
    n = len(scores)
    totals = (
        sum(scores[i][h] for i, h in enumerate(heads))
        for heads in itertools.product(range(n + 1), repeat=n)
        if best_tree.is_tree(list(heads))
    )
    return max(totals)


@unittest.skipIf(np is None, "needs numpy")
class BestTree(unittest.TestCase):
    def test_it_is_a_tree_and_none_is_better(self):
        chance = np.random.default_rng(5)
        for n in (1, 2, 3, 4, 5):
            for _ in range(12):
                scores = chance.normal(size=(n, n + 1)) * 3
                heads = best_tree.best_tree(scores)
                self.assertTrue(best_tree.is_tree(heads), heads)
                if n <= best_tree.ROOTS_TRIED:
                    self.assertAlmostEqual(sum(scores[i][h] for i, h in enumerate(heads)), judged(scores))

    def test_what_is_no_tree_is_known(self):
        for heads, good in (([0], True), ([2, 0], True), ([2, 1], False), ([0, 0], False), ([0, 3, 2], False),
                            ([2, 3, 0], True), ([1], False)):
            self.assertEqual(best_tree.is_tree(heads), good, heads)

    def test_a_cycle_is_broken_where_it_costs_least(self):
        low = -20.0
        scores = np.full((3, 4), low)
        scores[0] = [low, low, -0.1, -3.0]  # 1 <- 2
        scores[1] = [-2.5, -0.1, low, -1.0]  # 2 <- 1, or 3, or the root
        scores[2] = [-0.2, low, low, low]
        self.assertEqual(best_tree.best_tree(scores), [2, 3, 0])


if __name__ == "__main__":
    unittest.main()
