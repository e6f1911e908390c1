#!/usr/bin/env python3
"""Compiles data/lexicon/en/background.tsv: how rare a word of English is, everywhere, not in one store.

    pip download --no-deps wordfreq==3.1.1
    pip install msgpack
    python3 make_background.py wordfreq-3.1.1-py3-none-any.whl > ../../data/lexicon/en/background.tsv

The words are folded as src/text/words.h folds them (lower case, no accents, no apostrophes, no possessive s), and
forms that fold alike are added up. Words with digits are left out: how rare a number is says its length.
"""

import gzip
import hashlib
import math
import re
import sys
import unicodedata
import zipfile
from collections import defaultdict

import msgpack

SHA256 = "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473"
RAREST = 715  # centibels: once in 14 million words; cuts the table to 1.3 MB

HEADER = """\
# How rare a word of English is: the word as src/text/words.h folds it, and its rarity in centibels (300: once in a
# thousand words, 600: once in a million). Sorted by word. What is not listed is rarer than {rarest}.
# Source: wordfreq 3.1.1 (Robyn Speer), list large_en; wheel sha256 {sha256}
# Licence: CC BY-SA 4.0. Built on Wikipedia, ParaCrawl, the Leeds Internet Corpus, OpenSubtitles 2018
#   (http://www.opensubtitles.org/), SUBTLEX-US and SUBTLEX-UK (Marc Brysbaert et al., freely available data), Google
#   Books Ngrams (http://books.google.com/ngrams), news, Twitter and Reddit, to about 2021.
# Made by: training/background/make_background.py, 2026-11-22. See background.card.md.
"""


def folded(word):
    word = re.sub(r"['’]s$", "", word)
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’.")


def frequencies(wheel):
    """folded word -> its share of all words, from lists of words of one rarity each."""
    with zipfile.ZipFile(wheel) as archive:
        header, *lists = msgpack.loads(gzip.decompress(archive.read("wordfreq/data/large_en.msgpack.gz")))
    assert header == {"format": "cB", "version": 1}, header
    shares = defaultdict(float)
    for centibels, words in enumerate(lists):
        for word in words:
            shares[folded(word)] += 10 ** (-centibels / 100)
    return shares


def main(wheel):
    digest = hashlib.sha256(open(wheel, "rb").read()).hexdigest()
    if digest != SHA256:
        sys.exit(f"{wheel}: sha256 {digest}, expected {SHA256}")
    sys.stdout.write(HEADER.format(rarest=RAREST, sha256=SHA256))
    for word, share in sorted(frequencies(wheel).items()):
        rarity = round(-100 * math.log10(share))
        if rarity <= RAREST and word.isalpha():
            print(word, rarity, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
