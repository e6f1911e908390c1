#!/usr/bin/env python3
"""Learns whether two tellings are of one thing (claim_same.tsv), and whether one stands against what another tells
(claim_counter.tsv), from the corpus' train stories.

    python3 corpus/tools/convert.py accounts --split train --out G
    python3 corpus/tools/convert.py dossier --split train --out G
    claims_from_gold G/accounts.jsonl --settled G --pairs G/pairs
    training/claim/fit_pairs.py G G/pairs [--out data/models]

One thing: tellings of one gold claim; two things: tellings of two; a telling of a claim and one of none count half,
unless the claim has evidence in that report (a second telling there may be of the same thing, gold lists one). Against: a
dissent of gold with the support of its claim, and tellings of two positions of a disputed or revised slot; all other
pairs are not, and count half where no claim has one of the two. What the model of one thing says is itself a sign of the
other: for that each half of the stories is judged by a model of the other half. --fold K/N leaves out every Nth story
from the Kth on, to measure on those.
"""

import argparse
import collections
import json
import re
from pathlib import Path

import numpy as np
from boosted_trees import BoostedTrees

HEADER = """# {what}: gradient-boosted trees over the signs of src/claim/pair_signs.h,
# tree, node, sign, threshold, value in thousandths of the natural logarithm of the odds. See {name}.card.md.
# Made by: training/claim/fit_pairs.py from the corpus' train stories, 2026-11-22. Licence: Apache-2.0.
"""


def sign_names():
    header = (Path(__file__).parents[2] / "src/claim/pair_signs.h").read_text(encoding="utf-8")
    body = header[header.index("enum class PairSign") : header.index("inline constexpr std::size_t kPairSigns")]
    return re.findall(r"^ +(\w+),", body, re.M)


def pairs_of(path, names):
    rows = [line.split("\t") for line in path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()]
    return rows, np.fromfile(path.with_suffix(".signs"), dtype="<i2").reshape(len(rows), len(names))


def report_of(telling):
    return telling.split(":")[1]


def overlaps(spans, other):
    return any(start < other["end"] and other["start"] < end for start, end in spans)


class Gold:
    def __init__(self, folder, left_out):
        self.home, self.reports = collections.defaultdict(set), collections.defaultdict(set)
        self.stories, self.against, self.in_claim = {}, set(), set()
        tellings = self.tellings(folder)
        paths = sorted(folder.glob("*.dossier.json"))
        for place, path in enumerate(paths):
            if left_out and place % left_out[1] == left_out[0]:
                continue
            self.stories[path.name.removesuffix(".dossier.json")] = place // (left_out[1] if left_out else 1) % 2
            for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
                self.add(claim, tellings)

    def tellings(self, folder):
        """Of each report its tellings with their evidence."""
        out = collections.defaultdict(list)
        for account in map(json.loads, (folder / "accounts.jsonl").read_text(encoding="utf-8").splitlines()):
            for event in account["events"]:
                out[account["source_id"]].append((event["id"], [(event["trigger"]["start"], event["trigger"]["end"])]))
            for said in account["statements"]:
                out[account["source_id"]].append((said["id"], [(c["start"], c["end"]) for c in said["content"]]))
        return out

    def add(self, claim, tellings):
        support = {row["by"] for row in claim["support"]}
        for telling in support:
            self.home[telling].add(claim["id"])
            self.reports[claim["id"]].add(report_of(telling))
        sides = [({row["by"] for row in claim["dissent"]}, support)]
        for slot in claim["slots"]:
            if slot["verdict"] in ("disputed", "revised") and slot["slot"] not in ("count", "casualties"):
                held = [
                    {t for e in p["evidence"] for t, spans in tellings[e["report"]] if overlaps(spans, e)}
                    for p in slot["positions"]
                ]
                sides += [(a, b) for a in held for b in held if a is not b]
        self.in_claim |= support | sides[0][0]
        for one, other in sides:
            self.against |= {pair for a in one - other for b in other - one for pair in ((a, b), (b, a))}

    def one_thing(self, a, b):
        """(answer, weight); no weight where gold does not say."""
        x, y = self.home.get(a, set()), self.home.get(b, set())
        if x and y:
            return bool(x & y), 1.0
        if not x and not y:
            return False, 0.0
        other = report_of(b if x else a)
        return False, 0.0 if any(other in self.reports[claim] for claim in x | y) else 0.5

    def stands_against(self, a, b):
        if (a, b) in self.against:
            return True, 1.0
        return False, 1.0 if a in self.in_claim and b in self.in_claim else 0.5


def examples(gold, path, names, judge):
    """Signs, answers, weights, and which half of the stories each pair is of."""
    rows, signs = pairs_of(path, names)
    told = [judge(a, b) if story in gold.stories else (False, 0.0) for story, a, b in rows]
    answers, weights = np.array(told, float).T
    half = np.array([gold.stories.get(story, 0) for story, _, _ in rows])
    kept = weights > 0
    return signs[kept].astype(np.int32), answers[kept], weights[kept], half[kept]


def fitted(name, trees, x, y, weight, columns):
    model = BoostedTrees(trees=trees, columns_used=columns).fit(x, y, weight)
    margin = model.predict(x)
    hit, wrong = (weight * (margin > 0) * y).sum(), (weight * (margin > 0) * (1 - y)).sum()
    print(f"{name}: {len(y)} pairs, {int(y.sum())} that are, F1 {2 * hit / (hit + wrong + (weight * y).sum()):.3f} on them")
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=Path("data/models"))
    parser.add_argument("--fold", help="K/N")
    args = parser.parse_args()
    names = sign_names()
    gold = Gold(args.gold, tuple(map(int, args.fold.split("/"))) if args.fold else None)
    mutual = list(range(names.index("first_event")))
    x, y, weight, half = examples(gold, args.pairs / "same", names, gold.one_thing)
    same = fitted("claim_same", 150, x, y, weight, mutual)
    same.write(args.out / "claim_same.tsv", HEADER.format(what="Whether two tellings are of one thing", name="claim_same"), names)
    by_half = [fitted(f"without half {k}", 150, x[half != k], y[half != k], weight[half != k], mutual) for k in (0, 1)]
    x, y, weight, half = examples(gold, args.pairs / "counters", names, gold.stands_against)
    for k in (0, 1):
        margin = np.clip(by_half[k].predict(x[half == k]), -3, 3)
        x[half == k, names.index("one_thing")] = (margin + 3) * 1000 / 6
    counter = fitted("claim_counter", 100, x, y, weight, list(range(len(names))))
    counter.write(args.out / "claim_counter.tsv", HEADER.format(what="Whether one telling stands against another", name="claim_counter"), names)


if __name__ == "__main__":
    main()
