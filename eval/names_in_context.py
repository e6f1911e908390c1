#!/usr/bin/env python3
"""Which names of a story name the same: `eval/names_in_context.py --crossread build/release/crossread [-v]`.

The pairs are all pairs of distinct spellings of persons, organisations and places within a story of our corpus
(`corpus/tools/convert.py gold`): same where they are aliases of one entity, different where they are of two. A spelling
that two entities of the story bear is left out: no measure of names could tell. Prints a row for each part and kind
with precision, recall and F1 of `same`; a pair of two kinds counts in `all` only. With -v the errors of the train
stories too, a line each; those of the dev stories are not looked at.
"""

import argparse
import collections
import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import gold  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402

KINDS = ("person", "organisation", "place")


def spellings(story):
    """(spelling, entity, kind) of each spelling that one entity of the story alone bears, sorted."""
    bearers = collections.defaultdict(set)
    for entity in story["entities"]:
        for alias in entity["aliases"] if entity["kind"] in KINDS else ():
            bearers[" ".join(alias.split())].add((entity["key"], entity["kind"]))
    return sorted((text, *next(iter(who))) for text, who in bearers.items() if len(who) == 1)


def pairs(story):
    for a, b in itertools.combinations(spellings(story), 2):
        yield {"a": a[0], "b": b[0], "same": a[1] == b[1], "kind": a[2] if a[2] == b[2] else "mixed"}


def answers(crossread, rows):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pairs.tsv"
        file.write_text("".join(f"{row['a']}\t{row['b']}\n" for row in rows), encoding="utf-8")
        done = subprocess.run([crossread, "names", "--pairs", file], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def print_scores(part, rows):
    for kind in (*KINDS, "all"):
        chosen = [row for row in rows if kind in (row["kind"], "all")]
        right = sum(row["same"] and row["found"] for row in chosen)
        found, wanted = sum(row["found"] for row in chosen), sum(row["same"] for row in chosen)
        print(f"{part:6}{kind:14}{len(chosen):7} pairs {wanted:5} same   precision {right / max(1, found):.3f}   "
              f"recall {right / max(1, wanted):.3f}   f1 {2 * right / max(1, found + wanted):.3f}")


def print_errors(rows):
    for row in rows:
        if row["same"] != row["found"]:
            print("  missed" if row["same"] else "  wrong ", row["score"], row["kind"], row["story"], row["a"], row["b"], sep="\t")


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
