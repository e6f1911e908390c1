"""Vectors of meaning: words folded as the program folds them, the mixing, the training, and the file's form."""

import struct
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

try:
    import numpy as np
    import torch

    import meaning
    import minilm
except ImportError as missing:
    if __name__ != "__main__":
        raise unittest.SkipTest(str(missing)) from missing
    print(f"skipped: the training scripts want python3-numpy and python3-torch ({missing})")
    sys.exit(0)


class Words(unittest.TestCase):
    def test_words_are_folded_as_the_program_folds_them(self):
        rows = [
            ("Zoë’s", ["zoe"]),
            ("U.S. troops don't", ["us", "troops", "dont"]),
            ("the 22-year-old's", ["the", "22", "year", "old"]),
            ("end.", ["end"]),
        ]
        for text, expected in rows:
            found = [meaning.folded(match.group()) for match in meaning.WORD.finditer(text)]
            self.assertEqual(found, expected)

    def test_the_vocabulary_has_what_is_common_and_what_is_said_thrice(self):
        spellings = meaning.said(["Zerdaw's port", "Zerdaw don't", "in Zerdaw", "rarely"])
        pieces = minilm.WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ship", "##ing"])
        words, shown = meaning.vocabulary(spellings, {"port": 400, "dont": 350}, pieces)
        self.assertEqual(words, ["dont", "port", "ship", "zerdaw"])
        self.assertEqual(shown, ["don't", "port", "ship", "zerdaw"])
        self.assertEqual(meaning.inner_pieces(pieces), ["##ing"])

    def test_pieces_of_a_text_know_the_word_that_they_are_of(self):
        pieces = minilm.WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ship", "##s", ",", "port"])
        ids, owners = meaning.split_for(pieces, "Ships, port", {"ships": 7})
        self.assertEqual([pieces.names[i] for i in ids], ["[CLS]", "ship", "##s", ",", "port", "[SEP]"])
        self.assertEqual(owners, [-1, 7, 7, -1, -1, -1])


class Vectors(unittest.TestCase):
    def test_a_word_that_no_text_says_is_what_it_is_alone(self):
        alone = np.random.default_rng(1).normal(size=(5, 384)).astype(np.float32)
        inside = np.zeros((5, 385), dtype=np.float32)
        inside[0] = 2 * np.append(alone[0] + 3, 1)
        inside[1] = 5 * np.append(alone[1] - 3, 1)
        mixed = meaning.mixed(alone, inside)
        np.testing.assert_allclose(mixed[2:], (alone - alone.mean(0))[2:], atol=1e-5)

    def test_training_brings_the_cosines_nearer(self):
        chance = np.random.default_rng(2)
        words = [f"w{i}" for i in range(40)]
        truth = chance.normal(size=(40, 8)).astype(np.float32)
        bags = [chance.choice(40, 6) for _ in range(1024)]
        whole = np.array([truth[bag].sum(0) for bag in bags])
        texts = [" ".join(words[i] for i in bag) for bag in bags]
        made = meaning.Bags(texts, words, {}, whole)
        start = torch.tensor(truth + chance.normal(size=truth.shape, scale=0.7).astype(np.float32))

        def error(vectors):
            sums = torch.stack([vectors[bag].sum(0) for bag in made.bags])
            ours = torch.nn.functional.normalize(sums, dim=1)
            return float((ours @ ours.T - made.whole @ made.whole.T).square().mean())

        self.assertLess(error(meaning.trained(start, made)), error(start))


class File(unittest.TestCase):
    def test_rows_stand_in_the_order_of_their_hashes(self):
        vectors = np.array([[0.5] * 64, [-1.0] * 64, [0.25] * 64], dtype=np.float32)
        data = meaning.packed(["port", "ship", "##ing"], vectors)
        magic, rows, dimensions, scale, nothing, checksum = struct.unpack("<8sIIfIQ", data[:32])
        self.assertEqual((magic, rows, dimensions, nothing), (b"CRMEAN01", 3, 64, 0))
        self.assertEqual(checksum, meaning.hash64(data[32:]))
        hashes = np.frombuffer(data, dtype="<u8", count=3, offset=32)
        self.assertEqual(list(hashes), sorted(meaning.hash64(key) for key in (b"port", b"ship", b"##ing")))
        rows = np.frombuffer(data, dtype=np.int8, offset=56).reshape(3, 64)
        ship = list(hashes).index(meaning.hash64(b"ship"))
        self.assertAlmostEqual(float(rows[ship][0] * scale), -1.0, places=2)

    def test_hashes_are_those_of_the_program(self):
        self.assertEqual(meaning.hash64(b""), 0x2D06800538D394C2)  # XXH3-64 of nothing, from its specification


if __name__ == "__main__":
    unittest.main()
