#!/usr/bin/env python3
"""Quality, measured: `eval/run.py --crossread build/release/crossread [--scorers FOLDER]`.

On what ships: the examples and our corpus (stories, origins, lineage, furniture, against gold). With --scorers (or $CROSSREAD_SCORERS), a folder
that holds the public corpora's scorers (score_stories.py and its kin), on those too; without it they are left out with a message. Prints a table;
the recorded one stands in docs/quality.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

PUBLIC = [  # scorer, arguments, the measures to quote
    ("score_stories.py", ["ecbplus", "--split", "dev"], ["bcubed_p", "bcubed_r", "bcubed_f1"]),
    ("score_stories.py", ["ecbplus", "--split", "train"], ["bcubed_f1"]),
    ("score_stories.py", ["neus"], ["bcubed_p", "bcubed_r", "bcubed_f1"]),
    ("score_stories.py", ["allsides"], ["bcubed_f1"]),
    ("score_stories.py", ["t17"], ["bcubed_f1"]),
    ("score_lineage.py", ["-n", "2000"], ["edge_p", "edge_r", "edge_f1", "kind_accuracy", "direction_accuracy", "direction_told"]),
    ("score_extract.py", ["aeb"], ["f1", "precision", "recall", "accuracy"]),
    ("score_times.py", ["timebank"], ["strict_f1", "relaxed_f1", "value_f1"]),
    ("score_times.py", ["aquaint"], ["strict_f1", "relaxed_f1", "value_f1"]),
    ("score_ner.py", ["worldwide"], ["micro_f1"]),
    ("score_ner.py", ["conll2003"], ["micro_f1"]),
]


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def groups_of(partition):
    return {member: set(group) for group in partition for member in group}


def bcubed(ours, gold):
    """B-cubed F1 of two partitions of the same members (Bagga and Baldwin 1998)."""
    ours, gold = groups_of(ours), groups_of(gold)
    members = sorted(gold)
    shared = [len(ours.get(m, {m}) & gold[m]) for m in members]
    precision = sum(n / len(ours.get(m, {m})) for n, m in zip(shared, members)) / len(members)
    recall = sum(n / len(gold[m]) for n, m in zip(shared, members)) / len(members)
    return f1(precision, recall)


def link_f1(dossier, source, gold):
    """F1 over unordered pairs; pairs that gold tolerates count neither way; `quoted` is no copy."""
    edges = {frozenset((edge["a"], edge["b"])) for edge in gold["lineage"]["edges"]}
    tolerated = {frozenset((edge["a"], edge["b"])) for edge in gold["lineage"].get("tolerated", [])}
    found = {frozenset((source[link["report"]], source[link["other"]])) for link in dossier["lineage"] if link["kind"] != "quoted"} - tolerated
    if not edges:
        return 1 / (1 + len(found))
    right = len(edges & found)
    return f1(right / len(found) if found else 0.0, right / len(edges))


def dossier_of(program, inputs, scratch):
    store = Path(scratch) / "store.crossread"
    store.unlink(missing_ok=True)
    subprocess.run([program, "add", *map(str, inputs), "--into", str(store), "--quiet"], check=True)
    return json.loads(subprocess.run([program, "export", str(store)], check=True, capture_output=True).stdout)


def score(dossier, gold):
    source = {report["id"]: report["source_id"] for report in dossier["reports"]}
    partition = lambda key: [[source[member] for member in group["reports"]] for group in dossier[key]]  # noqa: E731
    return {"stories": bcubed(partition("stories"), [story["reports"] for story in gold["stories"]]),
            "origins": max(bcubed(partition("origins"), option) for option in gold["origins"]),
            "lineage": link_f1(dossier, source, gold)}


def corpus_stories():
    """(split, name, rows for `add`, gold) of every story of the corpus."""
    import convert
    import gold
    import reader
    import splits

    for folder in reader.stories_in([str(ROOT / "corpus" / "stories")]):
        story = reader.read_story(folder)
        if not story.faults:
            yield splits.part_of(folder.name), folder.name, list(convert.reports(story)), gold.Gold(story).json()


def corpus_scores(program):
    """Each story of the corpus by itself, then the mean."""
    means = {}
    with tempfile.TemporaryDirectory() as scratch:
        for split, name, rows, gold in corpus_stories():
            file = Path(scratch) / f"{name}.jsonl"
            file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
            scores = score(dossier_of(program, [file], scratch), gold)
            means.setdefault(split, []).append(scores)
            if min(scores.values()) < 1:
                print(f"  {split} {name}\t" + "\t".join(f"{key} {value:.2f}" for key, value in scores.items()))
    for split, scores in sorted(means.items()):
        for key in scores[0]:
            print(f"corpus {split}, {len(scores)} stories, each alone\t{key}\t{sum(one[key] for one in scores) / len(scores):.3f}")


def public_scores(program, folder):
    for scorer, arguments, measures in PUBLIC:
        done = subprocess.run([sys.executable, str(Path(folder) / scorer), *arguments, "--run", program, "--json"], capture_output=True, text=True)
        if done.returncode != 0:
            print(f"{scorer} {' '.join(arguments)}\tfailed: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else done.returncode}")
            continue
        values = json.loads(done.stdout)
        print(f"{scorer} {' '.join(arguments)}\t" + "\t".join(f"{name} {values[name]:.3f}" for name in measures if name in values), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crossread", default=str(ROOT / "build/release/crossread"))
    parser.add_argument("--scorers", default=os.environ.get("CROSSREAD_SCORERS"))
    args = parser.parse_args()
    program = str(Path(args.crossread).resolve())

    gold = json.loads((ROOT / "examples/gold.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        for key, value in score(dossier_of(program, [ROOT / "examples"], scratch), gold).items():
            print(f"examples\t{key}\t{value:.3f}")
    corpus_scores(program)
    if args.scorers:
        public_scores(program, args.scorers)
    else:
        print("public corpora: left out; name the folder of their scorers with --scorers")


if __name__ == "__main__":
    main()
