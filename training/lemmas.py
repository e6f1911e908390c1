#!/usr/bin/env python3
"""Learns data/lexicon/en/lemmas.tsv and lemma_capitals.tsv: from a word's form and tags, its form in a dictionary.

    python3 training/lemmas.py en_ewt-ud-train.conllu gum-train.conllu --dev en_ewt-ud-dev.conllu gum-dev.conllu

The idea (as Plisson, Lavrac and Mladenic 2004): a lemma is the form with another ending. For each tag the endings of
all forms vote for what becomes of them; an ending gets a row where it wants something else than the shorter ending
does: VBD `ed` loses `ed`, but `ated` becomes `ate`, and the whole word `^went` becomes `go`. Words that the treebanks
do not have are taken from the frequency list: of the lemmas that other words of their ending have, the one that is
itself a common word ("faded" is of "fade", not of "fad"). Irregular verbs and plurals come from their own tables.

Capitals are learnt apart, in the same way: for each tag and each way of writing (aa, Aa, AA) the endings after which
a lemma is lower, as written or begins with a capital.

--dev prints how many lemmas of other treebanks come out, with gold tags. Guarded by tests/training/lemmas_test.py; the
tables' reader is src/lexicon/lemmas.h.
"""

import argparse
import collections
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEXICON = ROOT / "data" / "lexicon" / "en"
NAME_TAGS = ("NNP", "NNPS", "ADD")  # their lemmas keep their capitals unless a row says otherwise
WHOLE = "^"
NO_WORD = re.compile(r"[\d@~/^\s]")  # part of numbers, addresses and names of files: never rows of their own
LONGEST_ENDING = 7  # EWT dev 98.17 with five as with seven (2026-11-22)
FEWEST_VOTES = 2  # EWT dev 98.17 with two, 98.11 with three (2026-11-22)
FEWEST_FOR_NAMES = 5  # few endings of names mean anything; not tuned
MAIN_SHARE = 0.5  # of a tag's words: the part of speech that needs no rows of its own
CLEARLY_COMMONER = 40  # centibels: by how much a word of the list must be commoner than the one that the endings give
INFLECTED = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s", "JJR": "er", "JJS": "est"}

HEADER = """\
# {what}
# Learnt from UD English EWT (train; annotations CC BY-SA 4.0, Silveira et al. 2014) and GUM (train; CC BY 4.0, Zeldes
#   2017), and the words of background.tsv (CC BY-SA 4.0, wordfreq by Robyn Speer), irregular_verbs.tsv and
#   irregular_plurals.tsv. Licence: CC BY-SA 4.0.
# Made by: training/lemmas.py, 2026-11-22. Sorted.
"""
ENDINGS = """\
What becomes of a word's ending when it is put in its dictionary form: the tag (XPOS, or UPOS and XPOS), the ending
#   of the lower-cased form (the whole of it after ^), and what stands there instead. The longest ending counts."""
CAPITALS = """\
How a lemma is written: the tag (XPOS), the form's letters (aa, Aa, AA), the ending of the lower-cased form (the whole
#   of it after ^), and lower, as_written or first_capital. The longest ending counts; without one, names are as
#   written and all else is lower."""


def straight(text):
    return text.replace("’", "'")


def read(path):
    """(form, lemma, UPOS, XPOS) of each word of a CoNLL-U file that has a lemma."""
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if cells[0].isdigit() and cells[2] != "_":
            yield straight(cells[1]), straight(cells[2]), cells[3], cells[4]


def rows(name):
    lines = (LEXICON / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def without_marks(form, xpos):
    """A number without the commas between its thousands; any other word as it is."""
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", form) if xpos == "CD" else form


def letters(form):
    if form == form.lower():
        return "aa"
    return "AA" if form.isupper() and len(form) > 1 else "Aa"


def change(form, lemma):
    """How many characters the form loses at its end, and what it gets there."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def as_usual(tag):
    return "as_written" if tag in NAME_TAGS else "lower"


def written(form, cut, added, how):
    """The lemma in capitals or without, from the form's change; an ending alone stays as it is."""
    if cut == len(form) and not added:
        return form
    if how == "as_written":
        return form[: len(form) - cut] + added
    lemma = form.lower()[: len(form) - cut] + added
    return lemma[:1].upper() + lemma[1:] if how == "first_capital" else lemma


class Endings:
    """ending -> value, where the longest ending of a word counts; learnt from words and how often each wants what."""

    def __init__(self, usual):
        self.usual = usual
        self.values = {}

    def find(self, word):
        if WHOLE + word in self.values:
            return self.values[WHOLE + word]
        return next((self.values[word[i:]] for i in range(len(word)) if word[i:] in self.values), self.usual)

    def learn(self, words, fewest, fits):
        """`words`: word -> Counter of values; `fewest` votes make a row; `fits(ending, value)`: whether it can."""
        votes = collections.defaultdict(collections.Counter)
        for word, counts in sorted(words.items()):
            for length in range(1, min(LONGEST_ENDING, len(word)) + 1):
                votes[word[-length:]][best(counts)] += 1
        for ending in sorted(votes, key=lambda e: (len(e), e)):
            counts = collections.Counter({v: n for v, n in votes[ending].items() if fits(ending, v)})
            self.set_if_better(ending, ending, counts, fewest)
        for word, counts in sorted(words.items()):
            if not NO_WORD.search(word):
                self.set_if_better(WHOLE + word, word, counts, 1)
        return self

    def set_if_better(self, key, ending, counts, fewest):
        if counts:
            value, old = best(counts), self.find(ending)
            if value != old and counts[value] >= fewest and counts[value] > counts[old]:
                self.values[key] = value


def best(counts):
    return max(counts, key=lambda value: (counts[value], str(value)))


class Lemmas:
    def __init__(self, tokens):
        self.endings, self.capitals = {}, {}
        shares = collections.Counter((upos, xpos) for _, _, upos, xpos in tokens)
        totals = collections.Counter(xpos for _, _, _, xpos in tokens)
        changes, writings = collections.defaultdict(counters), collections.defaultdict(counters)
        for whole, lemma, upos, xpos in tokens:
            form = without_marks(whole, xpos)
            low = form.lower()
            cut, added = change(low, lemma.lower())
            main = shares[upos, xpos] >= MAIN_SHARE * totals[xpos]
            for key in [xpos] if main else [xpos, f"{upos} {xpos}"]:
                changes[key][low][cut, added] += 1
            ways = [as_usual(xpos), "as_written", "first_capital", "lower"]
            how = next((way for way in ways if written(form, cut, added, way) == lemma), ways[0])
            writings[xpos, letters(form)][low][how] += 1
        self.add_listed(changes)
        for key, words in changes.items():
            self.endings[key] = Endings((0, "")).learn(words, fewest(key), lambda end, value: value[0] <= len(end))
        for key, words in writings.items():
            self.capitals[key] = Endings(as_usual(key[0])).learn(words, fewest(key[0]), lambda end, value: True)
        self.add_common(changes)

    def add_listed(self, changes):
        """Irregular verbs and plurals that the treebanks lack."""
        for base, past, participle in rows("irregular_verbs.tsv"):
            for tag, forms in (("VBD", past), ("VBN", participle)):
                for form in forms.split("/"):
                    changes[tag][form].setdefault(change(form, base), 1)
        for plural, singular in rows("irregular_plurals.tsv"):
            changes["NNS"][plural].setdefault(change(plural, singular), 1)

    def add_common(self, changes):
        """Words of the frequency list for which the endings give a lemma much rarer than another that they could."""
        rarity = {word: int(value) for word, value in rows("background.tsv")}
        for tag, mark in INFLECTED.items():
            known = collections.Counter(value for counts in changes[tag].values() for value in counts)
            usual = [value for value, n in known.items() if n >= 20 and value[0] <= len(mark) + 2]
            endings = self.endings.setdefault(tag, Endings((0, "")))
            for word in sorted(w for w in rarity if w.endswith(mark) and w not in changes[tag]):
                found = min(candidates(word, mark, usual, rarity), default=None)
                old = endings.find(word)
                if found and found[1] != old and found[0] + CLEARLY_COMMONER <= rarity.get(applied(word, old), 760):
                    endings.values[WHOLE + word] = found[1]

    def of(self, form, upos, xpos):
        form = without_marks(form, xpos)
        low = form.lower()
        of_both = self.endings.get(f"{upos} {xpos}", Endings((0, "")))
        cut, added = (of_both if of_both.values else self.endings.get(xpos, of_both)).find(low)
        capitals = self.capitals.get((xpos, letters(form)))
        return written(form, cut, added, capitals.find(low) if capitals else as_usual(xpos))


def fewest(tag):
    return FEWEST_FOR_NAMES if tag.split()[-1] in NAME_TAGS else FEWEST_VOTES


def counters():
    return collections.defaultdict(collections.Counter)


def applied(word, value):
    return word[: len(word) - value[0]] + value[1]


def candidates(word, mark, changes, rarity):
    """(rarity of the lemma, change) for each change of the plain kinds after which a listed word stands."""
    for value in changes:
        lemma = applied(word, value)
        if len(lemma) > 2 and lemma in rarity and is_plain(word[len(lemma) - len(value[1]) :], value[1], mark, lemma):
            yield rarity[lemma], value


def is_plain(removed, added, mark, lemma):
    """Walk-ed, like-d, lik-ing, stop-ped, tri-ed, box-es: what English does with the ending `mark`."""
    if added == "y":
        return removed == ("ies" if mark == "s" else "i" + mark)
    if added == "e":
        return removed == mark and mark != "s"
    if added:
        return False
    if mark == "s":
        return removed == "s" or removed == "es" and lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    doubled = removed[1:] == mark and removed[0] == lemma[-1] != "s"
    return doubled or removed in (mark, mark[1:])


def tables(lemmas):
    """The rows of both tables, sorted."""
    changed = [
        (tag, ending, ending.removeprefix(WHOLE)[: len(ending.removeprefix(WHOLE)) - cut] + added)
        for tag, endings in lemmas.endings.items()
        for ending, (cut, added) in endings.values.items()
    ]
    written_as = [
        (tag, way, ending, value)
        for (tag, way), endings in lemmas.capitals.items()
        for ending, value in endings.values.items()
    ]
    return sorted(changed), sorted(written_as)


def write(name, what, lines):
    with open(LEXICON / name, "w", encoding="utf-8") as out:
        out.write(HEADER.format(what=what))
        for line in lines:
            print(*line, sep="\t", file=out)


def report(lemmas, path, seen):
    right = {True: 0, False: 0}
    total = {True: 0, False: 0}
    for form, lemma, upos, xpos in read(path):
        known = (form.lower(), xpos) in seen
        total[known] += 1
        right[known] += lemmas.of(form, upos, xpos) == lemma
    share = lambda part, whole: f"{100 * part / whole:.2f} % of {whole}"
    print(Path(path).name, share(sum(right.values()), sum(total.values())), "unseen", share(right[False], total[False]))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("train", nargs="+", metavar="CONLLU")
    options.add_argument("--dev", nargs="*", default=[], metavar="CONLLU")
    given = options.parse_args()
    tokens = [token for path in given.train for token in read(path)]
    lemmas = Lemmas(tokens)
    changed, written_as = tables(lemmas)
    write("lemmas.tsv", ENDINGS, changed)
    write("lemma_capitals.tsv", CAPITALS, written_as)
    print(f"{len(changed)} endings, {len(written_as)} rows for capitals", file=sys.stderr)
    seen = {(form.lower(), xpos) for form, _, _, xpos in tokens}
    for path in given.dev:
        report(lemmas, path, seen)


if __name__ == "__main__":
    main()
