#!/usr/bin/env python3
"""Learns what it costs to write one name for another: `training/name_likeness.py FOLDER [--out data/lexicon/en/name_edits.tsv]`.

FOLDER holds wd_{arabic,hebrew,russian}_64.tsv.gz, the training part of Merhav and Ash, COLING 2018
(steveash/NETransliteration-COLING2018 @ 5d5f59e, CC0 1.0): Latin spellings of name words with their form in another
script. Two Latin spellings that share a form are spellings of one name; two near spellings whose forms lie far apart
are not, nor are two names picked at random.

The measure is a conditional edit distance with a hidden alignment (after McCallum, Bellare and Pereira, "A conditional
random field for discriminatively-trained finite-state string edit distance", UAI 2005; here with the best alignment in
place of the sum over all). A name is ^letters$. An alignment cuts both names into pieces of up to three letters; each
pair of pieces has a weight, positive for pieces that speak for one name, and

  score = bias + sum of the weights along the best alignment,    likeness = 1 / (1 + exp(-score)).

Which pairs of pieces there are: every letter with every letter and with nothing, and those that stand against each
other in the differences of at least --least pairs that are the same. Weights are fitted by stochastic gradient descent
(AdaGrad, L2), pairs in a fixed order: the same files give the same table. Takes about five minutes on one core.
"""

import argparse
import gzip
import hashlib
import math
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

SCRIPTS = ("arabic", "hebrew", "russian")
VOWELS = set("aeiouyAOU")
MARKED = {"s\u030c": "S", "s\u0327": "S", "s\u0326": "S", "s\u0301": "S", "c\u030c": "C", "c\u0301": "C", "c\u0327": "C",
          "z\u030c": "Z", "z\u0301": "Z", "z\u0307": "Z", "g\u0306": "G", "a\u0308": "A", "o\u0308": "O", "u\u0308": "U",
          "n\u0303": "N", "n\u0301": "N", "n\u030c": "N"}
OTHER = {"ß": "ss", "ø": "O", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "A", "œ": "O", "ı": "i", "å": "a", "ə": "a",
         "ħ": "h", "ŋ": "n"}
LETTERS = "abcdefghijklmnopqrstuvwxyzAOUSCZGN"
PLAIN = {"A": "a", "O": "o", "U": "u", "S": "s", "C": "c", "Z": "z", "G": "g", "N": "n"}
LONGEST = 3
STEPS = (1, 7)  # how far on; not tuned


# ---- letters -----------------------------------------------------------------------------------------------------

def fold(name):
    """The letters of one word as src/lexicon/name_letters.cpp folds them: a capital is a letter with its mark."""
    text = unicodedata.normalize("NFD", name.lower().replace("å", "a"))
    out, at = [], 0
    while at < len(text):
        pair = MARKED.get(text[at:at + 2])
        out.append(pair or OTHER.get(text[at], text[at] if text[at] in LETTERS else ""))
        at += 2 if pair else 1
    return "".join(out)


# ---- pairs -------------------------------------------------------------------------------------------------------

def read(path):
    """(spelling -> all its forms), (form -> its spellings that were seen twice)."""
    forms, spellings = defaultdict(set), defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            latin, form, count = line.rstrip("\n").split("\t")
            letters = form.replace(" ", "")
            forms[latin].add(letters)
            if int(count) >= 2 and len(latin) >= 3 and len(letters) >= 3 and not re.search(r"\d", latin):
                spellings[letters].add(latin)
    return forms, spellings


def near_in_length(a, b):
    return min(len(a), len(b)) >= 0.6 * max(len(a), len(b))


def digest(*words):
    return hashlib.md5("\t".join(words).encode()).hexdigest()


def trims(name):
    """The name with up to two letters left out: names within two edits share one."""
    once = {name[:at] + name[at + 1:] for at in range(len(name))}
    return {name} | once | {word[:at] + word[at + 1:] for word in once for at in range(len(word))}


def strangers(rows):
    """For every pair that is the same one of its names with one of pairs further on: not near, and not the same."""
    same = [row for row in rows if row[2]]
    for step in STEPS:
        for (a, _, _), (_, b, _) in zip(same, same[step:]):
            if edits(a, b) > 0.4 * max(len(a), len(b)):
                yield (*sorted((a, b)), 0)


def edits(a, b, most=99):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > most:
            return most + 1
    return row[-1]


def pairs_of(path):
    """Rows (a, b, same): as many near pairs that differ as pairs that are the same."""
    forms, spellings = read(path)
    same = sorted({pair for group in spellings.values() for pair in combinations(sorted(group), 2)
                   if near_in_length(*pair)})
    by_trim = defaultdict(set)
    for name in sorted({name for group in spellings.values() for name in group}):
        for key in trims(fold(name)):
            by_trim[key].add(name)
    taken = set(same)
    yield from ((a, b, 1) for a, b in same)
    for a, b in same:
        anchor = min(a, b, key=lambda name: digest(name, a, b))
        near = {name for key in trims(fold(anchor)) for name in by_trim[key]} - {anchor}
        ranked = sorted(near, key=lambda name: (edits(fold(anchor), fold(name)), digest(anchor, name)))
        for other in ranked:
            pair = tuple(sorted((anchor, other)))
            far = all(edits(x, y, 1) >= 2 for x in forms[anchor] for y in forms[other])
            if pair not in taken and near_in_length(*pair) and far:
                taken.add(pair)
                yield (*pair, 0)
                break


def folded(rows):
    seen = {}
    for a, b, same in rows:
        x, y = sorted((fold(a), fold(b)))
        if len(x) >= 2 and len(y) >= 2:
            seen[x, y] = max(same, seen.get((x, y), 0))
    out = [(f"^{x}$", f"^{y}$", same) for (x, y), same in sorted(seen.items()) if x != y]
    out.sort(key=lambda row: digest(row[0], row[1]))
    return out


# ---- pieces ------------------------------------------------------------------------------------------------------

def blocks(a, b):
    """The stretches in which two names differ along a shortest alignment, each also with the letter before and after."""
    rows = [[max(i, j) if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (x != y))
    i, j = len(a), len(b)
    end = None
    while i or j:
        equal = i and j and a[i - 1] == b[j - 1] and rows[i][j] == rows[i - 1][j - 1]
        if equal:
            if end:
                yield from around(a, b, (i, j), end)
                end = None
            i, j = i - 1, j - 1
            continue
        end = end or (i, j)
        if i and j and rows[i][j] == rows[i - 1][j - 1] + 1:
            i, j = i - 1, j - 1
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1


def around(a, b, start, end):
    for before in (0, 1):
        for after in (0, 1):
            x = a[start[0] - before:end[0] + after]
            y = b[start[1] - before:end[1] + after]
            if max(len(x), len(y)) <= LONGEST:
                yield tuple(sorted((x, y)))


def inventory(rows, least):
    """Pairs of pieces that are longer than a letter and stand against each other often where the name is the same."""
    counts = [Counter(), Counter()]
    for a, b, same in rows:
        counts[same].update(set(blocks(a, b)))
    return sorted(pair for pair, count in counts[1].items()
                  if count >= least and count > 0.5 * counts[0][pair] and max(map(len, pair)) > 1)


# ---- the model ---------------------------------------------------------------------------------------------------

def kind(letter):
    return "V" if letter in VOWELS else "C"


class Model:
    """Weights of pairs of pieces; a pair that was never met weighs what its kinds of letters do."""

    def __init__(self, extra):
        self.weights = {}
        for x in LETTERS:
            self.weights[x, x] = 0.6
            self.weights["", x] = -0.6 if x in VOWELS else -1.2
            for y in LETTERS:
                if x < y:
                    both = kind(x) + kind(y)
                    self.weights[x, y] = {"VV": -0.4, "CC": -1.5}.get(both, -2.0)
                    if PLAIN.get(x) == y or PLAIN.get(y) == x:
                        self.weights[x, y] = 0.5
        self.weights["^", "^"] = self.weights["$", "$"] = 0.0
        for pair in extra:
            self.weights[pair] = bounded(pair, 0.0)
        self.bias = 0.0
        self.start = dict(self.weights)
        self.pieces = {piece for pair in self.weights for piece in pair}

    def ends(self, name):
        """For each place in the name the pieces that end there, longest last; the empty one first."""
        return [[""] + [name[at - n:at] for n in range(1, min(LONGEST, at) + 1) if name[at - n:at] in self.pieces]
                for at in range(len(name) + 1)]

    def best(self, a, b):
        """The weight of the best alignment, and its pairs of pieces."""
        of_a, of_b, weights = self.ends(a), self.ends(b), self.weights
        table, back = {(0, 0): 0.0}, {}
        for i in range(len(a) + 1):
            for j in range(len(b) + 1):
                top, via = -1e9, None
                for x in of_a[i]:
                    for y in of_b[j]:
                        pair = (x, y) if x <= y else (y, x)
                        weight = weights.get(pair)
                        if weight is None:
                            continue
                        before = table.get((i - len(x), j - len(y)))
                        if before is not None and before + weight > top:
                            top, via = before + weight, (x, y, pair)
                if via:
                    table[i, j], back[i, j] = top, via
        path, i, j = [], len(a), len(b)
        while i or j:
            x, y, pair = back[i, j]
            path.append(pair)
            i, j = i - len(x), j - len(y)
        return table[len(a), len(b)], path


def likeness(score):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def bounded(pair, weight):
    """What stands against nothing speaks against one name: or names would be rewarded for differing."""
    return weight if all(pair) else min(weight, -0.1)


def train(rows, model, epochs, rate, keep):
    squares = defaultdict(lambda: 1e-3)
    order = list(rows)
    for epoch in range(epochs):
        random.Random(epoch).shuffle(order)
        loss = 0.0
        for a, b, same in order:
            total, path = model.best(a, b)
            chance = likeness(model.bias + total)
            loss -= math.log(max(1e-9, chance if same else 1 - chance))
            error = same - chance
            squares["bias"] += error * error
            model.bias += rate * error / math.sqrt(squares["bias"])
            for pair, count in sorted(Counter(path).items()):
                slope = error * count - keep * (model.weights[pair] - model.start[pair])
                squares[pair] += slope * slope
                model.weights[pair] = bounded(pair, model.weights[pair] + rate * slope / math.sqrt(squares[pair]))
        print(f"epoch {epoch + 1}: loss {loss / len(order):.4f}", file=sys.stderr)


# ---- the table ---------------------------------------------------------------------------------------------------

HEADER = """# What it says for one name when two spellings have these pieces in the same place, in hundredths of a logit:
# piece, piece, weight. ^ begins a word, $ ends it, - is nothing; a capital is a letter with its mark (S: s with caron,
# cedilla or acute; A, O, U with dots). The row "bias" is added once. Sorted.
# Source: steveash/NETransliteration-COLING2018 @ 5d5f59e, training files (Merhav and Ash, COLING 2018), mined from
# Wikidata. Licence: CC0 1.0.
# Made by: training/name_likeness.py, 2026-11-22. {note}
"""


def write(model, path, note):
    rows = [("bias", "-", model.bias)] + [(x or "-", y or "-", weight) for (x, y), weight in sorted(model.weights.items())]
    body = "".join(f"{x}\t{y}\t{round(100 * weight)}\n" for x, y, weight in rows)
    Path(path).write_text(HEADER.format(note=note) + body, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("data/lexicon/en/name_edits.tsv"))
    parser.add_argument("--least", type=int, default=6, help="pairs in which a pair of pieces must stand (default 6)")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=0.06)
    parser.add_argument("--keep", type=float, default=0.03, help="how strongly weights hold to where they began")
    args = parser.parse_args()
    rows = folded([row for script in SCRIPTS for row in pairs_of(args.folder / f"wd_{script}_64.tsv.gz")])
    extra = inventory(rows, args.least)
    rows += strangers(rows)
    print(f"{len(rows)} pairs, {sum(row[2] for row in rows)} the same; {len(extra)} pairs of longer pieces", file=sys.stderr)
    model = Model(extra)
    train(rows, model, args.epochs, args.rate, args.keep)
    write(model, args.out, f"{len(rows)} pairs.")


if __name__ == "__main__":
    main()
