#!/usr/bin/env python3
"""Fits how much each sign speaks for two numbers being of one thing.

    python3 corpus/tools/convert.py accounts corpus/stories corpus/shorts --split train --out G   (dossier, gold: so too)
    eval/accounts_as_read.py corpus/stories corpus/shorts --split train --out R
    claims_from_gold G/accounts.jsonl --settled G --pairs G/pairs                 (R: so too)
    training/claim/fit_numbers.py G G/pairs/numbers.tsv --also R R/pairs/numbers.tsv [--out data/lexicon/en]

One sign is what the model of pairs of tellings says: the pairs of each half of the stories are to be written with the
models of the other half (fit_pairs.py --fold), or it would be trusted too much.

Two numbers of one slot of gold are an example of one thing, of two slots of two things; so are gold's compatible pairs.
Of two numbers of which gold knows one or none it is less sure. Logistic regression with a penalty of 1 on the squares,
fitted by Newton's steps; same input, same output. --fold K/N leaves out every Nth story from the Kth on.
"""

import argparse
import collections
import json
from pathlib import Path

import numpy as np

NUMBER = """bias of_same of_missing of_other common_unit near far one_claim words_near words_alike words_mean
 parties_shared same_report same_telling background_other date_other published_apart harm part_other unit_other part_worded toll_falls moved voices_same voices_other close few
 near_mean around_alike unit_alone unit_missing unit_mean one_thing kin trigger_means""".split()

HEADER = """# How much each sign ({where}) speaks for two {what} of one storyline being of one thing:
# thousandths of the natural logarithm of the odds.
# Made by: training/claim/fit_numbers.py from the corpus' train stories and shorts, 2026-11-23. Source: this project's corpus.
# Licence: Apache-2.0.
"""


def rows(path):
    for line in open(path, encoding="utf-8"):
        story, a, b, *signs = line.rstrip("\n").split("\t")
        yield story, a, b, np.array(signs, float) / 1000


def place(text, phrase):
    """Where a phrase of gold stands: (start, end), or nothing."""
    at = -1
    for _ in range(phrase.get("nth", 1)):
        found = text.find(phrase["text"], at + 1)
        at = found if found >= 0 else at
    return (at, at + len(phrase["text"])) if at >= 0 else (0, 0)


class Gold:
    """What gold says of the numbers of one reading of the stories: of people's accounts or of the program's."""

    def __init__(self, folder, accounts):
        lines = (accounts / "accounts.jsonl").read_text(encoding="utf-8").splitlines()
        self.accounts = {a["source_id"]: a for a in map(json.loads, lines)}
        self.report_of = {q["id"]: r for r, a in self.accounts.items() for q in a["quantities"]}
        self.home, self.reports = collections.defaultdict(set), collections.defaultdict(set)
        self.apart, self.stories = set(), {}
        for number, path in enumerate(sorted(folder.glob("*.dossier.json"))):
            self.stories[path.name.removesuffix(".dossier.json")] = number
            self.add(json.loads(path.read_text(encoding="utf-8"))["claims"])
        for path in sorted(folder.glob("*.gold.json")):
            for pair in json.loads(path.read_text(encoding="utf-8"))["compatible"]:
                one, other = ([q["id"] for q in self.within(pair[k]["report"], *self.found(pair[k]))] for k in "ab")
                self.apart |= {pair for a in one for b in other for pair in ((a, b), (b, a))}

    def found(self, phrase):
        return place(self.accounts[phrase["report"]]["text"], phrase)

    def within(self, report, start, end):
        numbers = self.accounts[report]["quantities"]
        return [q for q in numbers if q["text"]["start"] < end and start < q["text"]["end"]]

    def add(self, claims):
        slots = [s for c in claims for s in c["slots"] if s["slot"] in ("count", "casualties")]
        for number, slot in enumerate(slots, len(self.reports)):
            self.reports[number] = {e["report"] for p in slot["positions"] for e in p["evidence"]}
            for p, e in ((p, e) for p in slot["positions"] for e in p["evidence"]):
                for q in self.within(e["report"], e["start"], e["end"]):
                    if q["value"] == p["value"]:
                        self.home[q["id"]].add(number)

    def one_thing(self, a, b):
        """(answer, weight)"""
        x, y = self.home.get(a, set()), self.home.get(b, set())
        if x & y:
            return 1, 1.0
        if (a, b) in self.apart or (x and y):
            return 0, 1.0
        if not (x or y):
            return 0, 0.15
        other = self.report_of[b if x else a]
        return 0, 0.3 if any(other in self.reports[k] for k in x | y) else 0.7


def labelled(gold, pairs, left_out):
    """(signs, one thing?, weight) of the pairs."""
    for story, a, b, signs in rows(pairs):
        if not left_out or gold.stories[story] % left_out[1] != left_out[0]:
            yield (signs, *gold.one_thing(a, b))


def fitted(examples):
    x = np.array([e[0] for e in examples])
    y = np.array([e[1] for e in examples], float)
    w = np.array([e[2] for e in examples])
    penalty = np.eye(x.shape[1])
    penalty[0, 0] = 1e-6
    b = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ b))
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + penalty, x.T @ (w * (y - p)) - penalty @ b)
        b += step
        if abs(step).max() < 1e-6:
            break
    hit = ((x @ b > 0) & (y == 1)).sum()
    wrong = w[(x @ b > 0) & (y == 0)].sum()
    print(f"{len(y)} pairs, {int(y.sum())} of one thing, F1 {2 * hit / (hit + wrong + y.sum()):.3f}")
    return b


def write(folder, name, where, what, signs, weights):
    table = "".join(f"{s}\t{round(v * 1000)}\n" for s, v in sorted(zip(signs, weights)))
    (folder / f"{name}.tsv").write_text(HEADER.format(where=where, what=what) + table, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--also", type=Path, nargs=2, action="append", default=[], help="other accounts of the reports, their pairs")
    parser.add_argument("--fold", help="K/N")
    parser.add_argument("--out", type=Path, default=Path("data/lexicon/en"))
    args = parser.parse_args()
    left_out = tuple(map(int, args.fold.split("/"))) if args.fold else None
    sources = [(args.gold, args.pairs), *args.also]
    counted = [row for accounts, pairs in sources for row in labelled(Gold(args.gold, accounts), pairs, left_out)]
    for name, equal in (("equal", 1), ("unequal", 0)):
        # the first column says whether the two are equal; unequal ones of one telling are never of one thing
        kept = [e for e in counted if e[0][0] == equal and (equal or e[0][1 + NUMBER.index("same_telling")] == 0)]
        write(args.out, f"{name}_number_alignment", "src/claim/measures.h", f"{name} numbers", NUMBER,
              fitted([(signs[1:], y, w) for signs, y, w in kept]))  # fmt: skip


if __name__ == "__main__":
    main()
