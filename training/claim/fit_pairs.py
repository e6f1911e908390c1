#!/usr/bin/env python3
"""Learns whether two tellings are of one thing (claim_same.tsv), and whether a denial is of what another telling tells
(claim_denial.tsv), from the corpus' train stories.

    python3 corpus/tools/convert.py accounts --split train --out G
    python3 corpus/tools/convert.py dossier --split train --out G
    claims_from_gold G/accounts.jsonl --settled G --pairs G/pairs
    training/claim/fit_pairs.py G G/pairs [--out data/models]

One thing: tellings of one gold claim; two things: tellings of two; a telling of a claim and one of none count half,
unless the claim has evidence in that report (a second telling there may be of the same thing, gold lists one). Denial: a
dissent of gold with the support of its claim; all else that the denial might be of is not what it denies, and counts half
where no claim has it. --fold K/N leaves out every Nth story from the Kth on, to measure on those.
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


class Gold:
    def __init__(self, folder, left_out):
        self.home, self.denied, self.reports = (collections.defaultdict(set) for _ in range(3))
        self.stories = set()
        paths = sorted(folder.glob("*.dossier.json"))
        for place, path in enumerate(paths):
            if left_out and place % left_out[1] == left_out[0]:
                continue
            self.stories.add(path.name.removesuffix(".dossier.json"))
            for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
                for support in claim["support"]:
                    self.home[support["by"]].add(claim["id"])
                    self.reports[claim["id"]].add(report_of(support["by"]))
                for dissent in claim["dissent"]:
                    self.denied[dissent["by"]].add(claim["id"])

    def one_thing(self, a, b, _):
        """(answer, weight); no weight where gold does not say."""
        x, y = self.home.get(a, set()), self.home.get(b, set())
        if x and y:
            return bool(x & y), 1.0
        if not x and not y:
            return False, 0.0
        other = report_of(b if x else a)
        return False, 0.0 if any(other in self.reports[claim] for claim in x | y) else 0.5

    def denial(self, a, b, nested):
        if a not in self.denied or nested:
            return False, 0.0
        claims = self.home.get(b, set())
        return bool(claims & self.denied[a]), 1.0 if claims else 0.5


def examples(folder, pairs, kind, names, left_out):
    nested = names.index("nested")
    gold = Gold(folder, left_out)
    judge = gold.one_thing if kind == "same" else gold.denial
    rows, signs = pairs_of(pairs / kind, names)
    told = [judge(a, b, s[nested] > 0) if story in gold.stories else (False, 0.0) for (story, a, b), s in zip(rows, signs)]
    answers, weights = np.array(told, float).T
    kept = weights > 0
    return signs[kept], answers[kept], weights[kept]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=Path("data/models"))
    parser.add_argument("--fold", help="K/N")
    args = parser.parse_args()
    names = sign_names()
    left_out = tuple(map(int, args.fold.split("/"))) if args.fold else None
    for kind, name, what, trees in (
        ("same", "claim_same", "Whether two tellings are of one thing", 150),
        ("denials", "claim_denial", "Whether a denial is of what another telling tells", 100),
    ):
        x, y, weight = examples(args.gold, args.pairs, kind, names, left_out)
        model = BoostedTrees(trees=trees).fit(x, y, weight)
        margin = model.predict(x)
        hit, wrong = (weight * (margin > 0) * y).sum(), (weight * (margin > 0) * (1 - y)).sum()
        print(f"{name}: {len(y)} pairs, {int(y.sum())} that are, F1 {2 * hit / (hit + wrong + (weight * y).sum()):.3f} on them")
        model.write(args.out / f"{name}.tsv", HEADER.format(what=what, name=name), names)


if __name__ == "__main__":
    main()
