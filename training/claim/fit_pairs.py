#!/usr/bin/env python3
"""Learns whether two tellings are of one thing (claim_same.tsv), and whether one stands against what another tells
(claim_counter.tsv), from the corpus' train stories.

    python3 corpus/tools/convert.py accounts corpus/stories corpus/shorts --split train --out G
    python3 corpus/tools/convert.py dossier corpus/stories corpus/shorts --split train --out G
    eval/accounts_as_read.py corpus/stories corpus/shorts --split train --out R
    claims_from_gold G/accounts.jsonl --settled G --pairs G/pairs
    claims_from_gold R/accounts.jsonl --settled G --pairs R/pairs
    training/claim/fit_pairs.py G G/pairs --also R R/pairs [--out data/models]

A telling is of the gold claims whose evidence its words overlap; where none does, of those with evidence in its sentence.
One thing: tellings of one gold claim; two things: tellings of two, which weigh less when both stand in one sentence; a
telling of a claim and one of none count half, less if the claim has evidence in that report (a second telling there may
be of the same thing, gold lists one). Against: a dissent of gold with the support of its claim, and tellings of two
positions of a disputed or revised slot; all other pairs are not, and count half where no claim has one of the two. What
the model of one thing says is itself a sign of the other: for that each half of the stories is judged by a model of the
other half. --fold K/N leaves out every Nth story from the Kth on, to measure on those.
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
# Made by: training/claim/fit_pairs.py from the corpus' train stories and shorts, 2026-11-23. Licence: Apache-2.0.
"""


def sign_names():
    header = (Path(__file__).parents[2] / "src/claim/pair_signs.h").read_text(encoding="utf-8")
    body = header[header.index("enum class PairSign") : header.index("inline constexpr std::size_t kPairSigns")]
    return re.findall(r"^ +(\w+),", body, re.M)


def pairs_of(path, names):
    rows = [line.split("\t") for line in path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()]
    return rows, np.fromfile(path.with_suffix(".signs"), dtype="<i2").reshape(len(rows), len(names))


def overlaps(spans, other):
    return any(start < other["end"] and other["start"] < end for start, end in spans)


class Telling:
    """An event or a statement of a report: where its words stand, and its sentence."""

    def __init__(self, report, spans, sentence):
        self.report, self.spans, self.sentence = report, spans, [sentence]


def tellings_of(folder):
    """Telling by its id."""
    out = {}
    for account in map(json.loads, (folder / "accounts.jsonl").read_text(encoding="utf-8").splitlines()):
        for event in account["events"]:
            around = event.get("sentence") or event["trigger"]
            spans = [(event["trigger"]["start"], event["trigger"]["end"])]
            out[event["id"]] = Telling(account["source_id"], spans, (around["start"], around["end"]))
        for said in account["statements"]:
            spans = [(c["start"], c["end"]) for c in said["content"]]
            out[said["id"]] = Telling(account["source_id"], spans, (spans[0][0], spans[-1][1]))
    return out


class Gold:
    """What gold says of the tellings of one reading of the stories: of people's accounts or of the program's."""

    def __init__(self, folder, accounts, left_out):
        self.tellings = tellings_of(accounts)
        self.of_report = collections.defaultdict(list)
        for name, telling in self.tellings.items():
            self.of_report[telling.report].append(name)
        self.home, self.near = collections.defaultdict(set), collections.defaultdict(set)
        self.reports = collections.defaultdict(set)
        self.stories, self.against, self.in_claim = {}, set(), set()
        for place, path in enumerate(sorted(folder.glob("*.dossier.json"))):
            if left_out and place % left_out[1] == left_out[0]:
                continue
            self.stories[path.name.removesuffix(".dossier.json")] = place // (left_out[1] if left_out else 1) % 2
            for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
                self.add(claim)

    def met(self, evidence):
        """The tellings whose words each of the spans overlaps."""
        return {n for e in evidence for n in self.of_report[e["report"]] if overlaps(self.tellings[n].spans, e)}

    def add(self, claim):
        for evidence in (row["evidence"] for row in claim["support"]):
            self.reports[claim["id"]].add(evidence["report"])
            told = self.met([evidence])
            beside = {n for n in self.of_report[evidence["report"]] if overlaps(self.tellings[n].sentence, evidence)}
            for name in told or beside:
                self.home[name].add(claim["id"])
            for name in beside - told:
                self.near[name].add(claim["id"])
        spans = lambda rows: [row["evidence"] for row in rows]  # noqa: E731
        sides = [(spans(claim["dissent"]), spans(claim["support"]))]
        for slot in claim["slots"]:
            if slot["verdict"] in ("disputed", "revised") and slot["slot"] not in ("count", "casualties"):
                held = spans(slot["positions"])
                sides += [(a, b) for a in held for b in held if a is not b]
        for one, other in ((self.met(a), self.met(b)) for a, b in sides):
            self.in_claim |= one | other
            self.against |= {pair for a in one - other for b in other - one for pair in ((a, b), (b, a))}

    def one_thing(self, a, b):
        """(answer, weight); no weight where gold does not say."""
        x, y = self.home.get(a, set()), self.home.get(b, set())
        if x & y:
            return True, 1.0
        beside = self.near.get(a, set()) & y or self.near.get(b, set()) & x
        if x and y:
            return False, 0.3 if beside else 1.0
        if beside or not (x or y):
            return False, 0.0
        other = self.tellings[b if x else a].report
        return False, 0.1 if any(other in self.reports[claim] for claim in x | y) else 0.5

    def stands_against(self, a, b):
        if (a, b) in self.against:
            return True, 1.0
        return False, 1.0 if a in self.in_claim and b in self.in_claim else 0.5


def examples(readings, name, names, judge):
    """Signs, answers, weights, and which half of the stories each pair is of; of pairs of which gold is not sure every third."""
    out = []
    for gold, pairs in readings:
        rows, signs = pairs_of(pairs / name, names)
        told = [getattr(gold, judge)(a, b) if story in gold.stories else (False, 0.0) for story, a, b in rows]
        answers, weights = np.array(told, float).T
        half = np.array([gold.stories.get(story, 0) for story, _, _ in rows])
        unsure = (answers == 0) & (weights < 1)
        third = np.arange(len(rows)) % 3 == 0
        kept = (weights > 0) & (~unsure | third)
        out.append((signs[kept].astype(np.int32), answers[kept], np.where(unsure, 3 * weights, weights)[kept], half[kept]))
    return [np.concatenate(column) for column in zip(*out)]


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
    parser.add_argument("--also", type=Path, nargs=2, action="append", default=[], help="other accounts of the reports, their pairs")
    parser.add_argument("--out", type=Path, default=Path("data/models"))
    parser.add_argument("--fold", help="K/N")
    args = parser.parse_args()
    names = sign_names()
    left_out = tuple(map(int, args.fold.split("/"))) if args.fold else None
    sources = [(args.gold, args.pairs), *args.also]
    readings = [(Gold(args.gold, accounts, left_out), pairs) for accounts, pairs in sources]
    mutual = list(range(names.index("first_event")))
    x, y, weight, half = examples(readings, "same", names, "one_thing")
    same = fitted("claim_same", 150, x, y, weight, mutual)
    same.write(args.out / "claim_same.tsv", HEADER.format(what="Whether two tellings are of one thing", name="claim_same"), names)
    by_half = [fitted(f"without half {k}", 150, x[half != k], y[half != k], weight[half != k], mutual) for k in (0, 1)]
    x, y, weight, half = examples(readings, "counters", names, "stands_against")
    for k in (0, 1):
        margin = np.clip(by_half[k].predict(x[half == k]), -3, 3)
        x[half == k, names.index("one_thing")] = (margin + 3) * 1000 / 6
    counter = fitted("claim_counter", 100, x, y, weight, list(range(len(names))))
    counter.write(args.out / "claim_counter.tsv", HEADER.format(what="Whether one telling stands against another", name="claim_counter"), names)


if __name__ == "__main__":
    main()
