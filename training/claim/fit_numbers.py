#!/usr/bin/env python3
"""Fits how much each sign speaks for two numbers being of one thing.

    python3 corpus/tools/convert.py accounts --split train --out G
    python3 corpus/tools/convert.py dossier --split train --out G
    python3 corpus/tools/convert.py gold --split train --out G
    claims_from_gold G/accounts.jsonl --settled G --pairs G/pairs
    training/claim/fit_numbers.py G G/pairs/numbers.tsv [--out data/lexicon/en]

Two numbers of one slot of gold are an example of one thing, of two slots of two things; so are gold's compatible pairs.
Logistic regression with a penalty of 1 on the squares, fitted by Newton's steps; same input, same output.
"""

import argparse
import collections
import json
from pathlib import Path

import numpy as np

NUMBER = """bias of_same of_missing of_other common_unit near far one_claim words_near words_alike words_mean
 parties_shared same_report same_telling background_other date_other published_apart harm part_other unit_other part_worded toll_falls moved voices_same voices_other""".split()

HEADER = """# How much each sign ({where}) speaks for two {what} of one storyline being of one thing:
# thousandths of the natural logarithm of the odds.
# Made by: training/claim/fit_numbers.py from the corpus' train stories, 2026-11-22. Source: this project's corpus.
# Licence: Apache-2.0.
"""


def rows(path):
    for line in open(path, encoding="utf-8"):
        _, a, b, *signs = line.rstrip("\n").split("\t")
        yield a, b, np.array(signs, float) / 1000


def dossiers(folder):
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.dossier.json"))]


def labelled(pairs, home, reports, report_of, apart=frozenset(), unsure=0.5):
    """(signs, one thing?, weight) of the pairs on which gold says something."""
    for a, b, signs in pairs:
        x, y = home.get(a, set()), home.get(b, set())
        if x & y:
            yield a, signs, 1, 1.0
        elif (a, b) in apart or (x and y):
            yield a, signs, 0, 1.0
        elif x or y:
            other = report_of(b if x else a)
            if not any(other in reports[k] for k in x | y):
                yield a, signs, 0, unsure


def numbers(folder, path):
    lines = (folder / "accounts.jsonl").read_text(encoding="utf-8").splitlines()
    accounts = {a["source_id"]: a for a in map(json.loads, lines)}
    home, slots = collections.defaultdict(set), 0
    for dossier in dossiers(folder):
        for slot in (s for c in dossier["claims"] for s in c["slots"] if s["slot"] in ("count", "casualties")):
            slots += 1
            for e in (e for p in slot["positions"] for e in p["evidence"]):
                for q in accounts[e["report"]]["quantities"]:
                    if q["text"]["start"] < e["end"] and e["start"] < q["text"]["end"]:
                        home[q["id"]].add(slots)
    apart = set()
    for gold in (json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.gold.json"))):
        for pair in gold["compatible"]:
            sides = [
                [q["id"] for q in accounts[pair[k]["report"]]["quantities"]
                 if q["text"]["exact"] in pair[k]["text"] or pair[k]["text"] in q["text"]["exact"]]
                for k in "ab"
            ]  # fmt: skip
            apart |= {(x, y) for x in sides[0] for y in sides[1]} | {(y, x) for x in sides[0] for y in sides[1]}
    none = collections.defaultdict(set)
    return list(labelled(rows(path), home, none, lambda i: i.split(":")[1], apart, 0.7))


def fitted(examples):
    x = np.array([e[1] for e in examples])
    y = np.array([e[2] for e in examples], float)
    w = np.array([e[3] for e in examples])
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
    parser.add_argument("--also", type=Path, nargs=2, action="append", default=[], help="other accounts of the reports")
    parser.add_argument("--out", type=Path, default=Path("data/lexicon/en"))
    args = parser.parse_args()
    counted = [row for gold, pairs in [(args.gold, args.pairs), *args.also] for row in numbers(gold, pairs)]
    for name, equal in (("equal", 1), ("unequal", 0)):
        # the first column says whether the two are equal; unequal ones of one telling are never of one thing
        kept = [e for e in counted if e[1][0] == equal and (equal or e[1][1 + NUMBER.index("same_telling")] == 0)]
        write(args.out, f"{name}_number_alignment", "src/claim/measures.h", f"{name} numbers", NUMBER,
              fitted([(a, signs[1:], y, w) for a, signs, y, w in kept]))  # fmt: skip


if __name__ == "__main__":
    main()
