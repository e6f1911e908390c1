#!/usr/bin/env python3
"""How well our corpus is read from text to dossier, as the scorer of dossiers judges it:
`eval/dossiers_of_corpus.py --crossread build/release/crossread --scorer score_dossier.py [--split dev|train] [--section
statements] [--worst N]`.

Each story's reports go into a store of their own; its export and analysis are held against `corpus/tools/convert.py
gold`. Prints the mean over the stories of every section's score, or of one section's score, precision, recall and
agreements (of those stories that have any). Its recorded figures stand in docs/quality.md.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import convert  # noqa: E402
import gold  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402


def score_of(folder, options):
    """What the scorer says of one story."""
    story = reader.read_story(folder)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in convert.reports(story))
        (scratch / "reports.jsonl").write_text(rows, encoding="utf-8")
        (scratch / "gold.json").write_text(json.dumps(gold.Gold(story).json(), ensure_ascii=False), encoding="utf-8")
        subprocess.run([options.crossread, "add", scratch / "reports.jsonl", "--into", scratch / "store"], check=True,
                       stdout=subprocess.DEVNULL)
        dossier = subprocess.run([options.crossread, "export", scratch / "store", "--format", "json"], check=True,
                                 stdout=subprocess.PIPE).stdout
        (scratch / "dossier.json").write_bytes(dossier)
        analysis = subprocess.run([options.crossread, "analyze", scratch / "reports.jsonl", "--format", "jsonl"], check=True,
                                  stdout=subprocess.PIPE).stdout
        (scratch / "analysis.jsonl").write_bytes(analysis)
        command = [sys.executable, options.scorer, "--json", scratch / "gold.json", scratch / "dossier.json", "--analysis",
                   scratch / "analysis.jsonl"]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def mean(values):
    values = [value for value in values if isinstance(value, (int, float))]
    return sum(values) / len(values) if values else float("nan")


def print_all(scores):
    names = list(dict.fromkeys(name for score in scores.values() for name in score["sections"]))
    for name in names:
        print(f"{name:<14}{mean([score['sections'].get(name, {}).get('score') for score in scores.values()]):.3f}")
    print(f"{'overall':<14}{mean([score['overall'] for score in scores.values()]):.3f}")


def print_section(sections):
    for name in ("score", "precision", "recall", "f1"):
        print(f"{name:<14}{mean([section[name] for section in sections]):.3f}")
    for name in sorted({key for section in sections for key in section["extra"]}):
        value = mean([section["extra"].get(name) for section in sections])
        if value == value:
            print(f"{name:<14}{value:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--crossread", required=True)
    parser.add_argument("--scorer", required=True, help="the scorer of dossiers")
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--section", help="one section in detail: statements, events, slots ...")
    parser.add_argument("--worst", type=int, default=0, help="name that many stories that score lowest")
    options = parser.parse_args()
    folders = [f for f in sorted((ROOT / "corpus" / "stories").iterdir()) if splits.part_of(f.name) == options.split]
    scores = {folder.name: score_of(folder, options) for folder in folders}
    if options.section:
        print_section([score["sections"][options.section] for score in scores.values()])
    else:
        print_all(scores)

    def of_story(story):
        score = scores[story]
        return score["sections"][options.section]["score"] if options.section else score["overall"]

    for story in sorted(scores, key=of_story)[: options.worst]:
        print(f"{of_story(story):.3f} {story}")


if __name__ == "__main__":
    main()
