#!/usr/bin/env python3
"""Which names of a story name the same: `eval/names_in_context.py --crossread build/release/crossread [-v]`.

The pairs are all pairs of distinct spellings of persons, organisations and places within a story of our corpus
(`corpus/tools/convert.py gold`): same where they are aliases of one entity, different where they are of two; capitals
and blanks apart, spellings that are equal are one. Prints a row for each part and kind with precision, recall and F1 of
`same`; a pair of two kinds counts in `all` and below it only. The rows:

  person, organisation, place, all   every pair of spellings that one entity of the story alone bears
  told by names                      `all` but for what names cannot tell: a country for its government's seat or the
                                     other way round (Beijing, China), spellings of one entity that share no word and
                                     are no initials (nicknames, tickers, metonyms), and a part of a name that is part
                                     of two entities' names in the story (Rotich: Elijah or Mercy?)
  full names                         pairs of `told by names` that have two words or more each

With -v the errors of the train stories too, a line each; those of the dev stories are not looked at.
"""

import argparse
import collections
import difflib
import itertools
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import gold  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402

KINDS = ("person", "organisation", "place")


def spellings(story):
    """(spelling, entity, kind) of each spelling that one entity of the story alone bears, sorted."""
    bearers, written = collections.defaultdict(set), {}
    for entity in story["entities"]:
        for alias in entity["aliases"] if entity["kind"] in KINDS else ():
            text = " ".join(alias.split())
            bearers[text.casefold()].add((entity["key"], entity["kind"]))
            written[text.casefold()] = min(text, written.get(text.casefold(), text), key=str.swapcase)
    return sorted((written[text], *next(iter(who))) for text, who in bearers.items() if len(who) == 1)


def words(name):
    """The words that tell, without marks, in small letters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return frozenset(word for word in re.findall(r"\w+", plain) if len(word) > 1)


def codes(table):
    """Word sets of names with the countries that they stand for."""
    out = collections.defaultdict(set)
    for line in (ROOT / "data" / "lexicon" / "en" / table).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, code = line.split("\t")[:2]
            out[words(name)].add(code)
    return out


SEATS, COUNTRIES = codes("capitals.tsv"), codes("countries.tsv")


def seat_and_country(a, b):
    return any(SEATS[words(x)] & COUNTRIES[words(y)] for x, y in ((a, b), (b, a)))


def alike(a, b):
    """Whether the letters have anything in common that could tell: a near word, or initials."""
    x, y = sorted(words(a)), sorted(words(b))
    near = any(difflib.SequenceMatcher(None, u, v).ratio() >= 0.6 for u in x for v in y)
    return near or initials(a, b) or initials(b, a)


def initials(short, full):
    letters = "".join(c for c in short.casefold() if c.isalpha())
    firsts = [word[0] for word in re.findall(r"[^\W\d]+", full.casefold())]
    return len(letters) > 1 and len(firsts) > 1 and all(c in firsts for c in letters)


def namesake_part(names, a, b):
    """One is part of the other, and also part of the name of another entity."""
    part, full = sorted((words(a[0]), words(b[0])), key=len)
    return part < full and len({key for text, key, _ in names if part < words(text)}) > 1


def tellable(names, a, b, same):
    if seat_and_country(a[0], b[0]) or namesake_part(names, a, b):
        return False
    return not same or alike(a[0], b[0])


def pairs(story):
    names = spellings(story)
    for a, b in itertools.combinations(names, 2):
        same = a[1] == b[1]
        yield {"a": a[0], "b": b[0], "same": same, "kind": a[2] if a[2] == b[2] else "mixed",
               "told": tellable(names, a, b, same), "full": len(a[0].split()) > 1 and len(b[0].split()) > 1}


def answers(crossread, rows):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pairs.tsv"
        file.write_text("".join(f"{row['a']}\t{row['b']}\n" for row in rows), encoding="utf-8")
        done = subprocess.run([crossread, "names", "--pairs", file], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


ROWS = {**{kind: (lambda row, kind=kind: row["kind"] == kind) for kind in KINDS}, "all": lambda row: True,
        "told by names": lambda row: row["told"], "full names": lambda row: row["told"] and row["full"]}


def print_scores(part, rows):
    for name, holds in ROWS.items():
        chosen = [row for row in rows if holds(row)]
        right = sum(row["same"] and row["found"] for row in chosen)
        found, wanted = sum(row["found"] for row in chosen), sum(row["same"] for row in chosen)
        print(f"{part:6}{name:14}{len(chosen):7} pairs {wanted:5} same   precision {right / max(1, found):.3f}   "
              f"recall {right / max(1, wanted):.3f}   f1 {2 * right / max(1, found + wanted):.3f}")


def print_errors(rows):
    for row in rows:
        if row["same"] != row["found"]:
            print("  missed" if row["same"] else "  wrong ", row["score"], row["kind"], "told" if row["told"] else "untold", row["a"], row["b"], sep="\t")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crossread", default=ROOT / "build" / "release" / "crossread")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the errors of the train stories too")
    args = parser.parse_args()
    rows = []
    for folder in reader.stories_in([ROOT / "corpus" / "stories"]):
        story = reader.read_story(folder)
        part = splits.part_of(folder.name)
        rows += [{**row, "story": story.id, "part": part} for row in pairs(gold.Gold(story).json())]
    answered = answers(args.crossread, rows)
    if len(answered) != len(rows):
        sys.exit(f"{len(answered)} answers for {len(rows)} pairs")
    for row, (word, score) in zip(rows, answered):
        row["found"], row["score"] = word == "same", score
    for part in ("train", "dev"):
        chosen = [row for row in rows if row["part"] == part]
        print_scores(part, chosen)
        if args.verbose and part == "train":
            print_errors(chosen)


if __name__ == "__main__":
    main()
