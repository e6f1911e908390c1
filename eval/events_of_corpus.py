#!/usr/bin/env python3
"""Measures the events that the program finds against those of the corpus.

    python3 eval/events_of_corpus.py [--part dev] [--program build/release/crossread] [-v]

A marked event is found when an event's trigger shares a letter with its own; of several the one of its type goes first.
Events marked as optional and those of headlines are not missed, and what finds them is not false. Types, statuses, actors
and recipients may be any that the notes allow; a party is right when a mention of it shares a letter with one of gold's.
Parties and background are measured over the events found. `-v` prints what is missed, false and wrong.
"""

import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "training"))

import event_corpus  # noqa: E402


def analyses(program, rows):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows))
        command = [str(program), "analyze", "--quiet", "--format", "jsonl", str(file)]
        out = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return {row["source_id"]: row for row in map(json.loads, out.splitlines())}


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Measure:
    def __init__(self):
        self.count = collections.Counter()
        self.misses = []

    def report(self, text, golds, row):
        raw = text.encode()
        places = [0]
        for letter in text:
            places.append(places[-1] + len(letter.encode()))
        ours = [dict(e, span=(places[e["trigger"]["start"]], places[e["trigger"]["end"]])) for e in row["events"]]
        mentions = collections.defaultdict(list)
        for m in row["entities"]:
            mentions[m["entity"]].append((places[m["start"]], places[m["end"]]))
        pairs = sorted(
            (e["type"] not in g.types, g.optional, gi, ei)
            for gi, g in enumerate(golds)
            for ei, e in enumerate(ours)
            if overlaps(g.trigger, e["span"])
        )
        of_gold, of_ours = {}, {}
        for _, _, gi, ei in pairs:
            if gi not in of_gold and ei not in of_ours:
                of_gold[gi], of_ours[ei] = ei, gi
        said = lambda a: raw[max(0, a[0] - 60) : a[0]].decode(errors="ignore") + "[" + raw[a[0] : a[1]].decode() + "]" + raw[a[1] : a[1] + 40].decode(errors="ignore")  # noqa: E731
        for gi, gold in enumerate(golds):
            if gold.optional:
                continue
            self.count["gold"] += 1
            if gi not in of_gold:
                self.misses.append(("missed", "|".join(gold.types), gold.status[0], said(gold.trigger)))
                continue
            self.one(gold, ours[of_gold[gi]], mentions, said)
        for ei, event in enumerate(ours):
            if ei not in of_ours:
                self.misses.append(("false", event["type"], event["status"], said(event["span"])))
            self.count["ours"] += ei not in of_ours or not golds[of_ours[ei]].optional

    def one(self, gold, event, mentions, said):
        kind, status = event["type"] in gold.types, event["status"] in gold.status
        self.count["found"] += 1
        self.count["type"] += kind
        self.count["status"] += status
        self.count["both"] += kind and status
        self.count["old gold"] += gold.background
        self.count["old ours"] += event["background"]
        self.count["old right"] += gold.background and event["background"]
        if not kind or not status:
            self.misses.append(("wrong", "|".join(gold.types) + " " + gold.status[0], event["type"] + " " + event["status"], said(gold.trigger)))
        for role, theirs in (("actor", event["actors"]), ("recipient", event["recipients"])):
            wanted = [s for p in gold.parties[role] for s in p]
            got = [s for e in theirs for s in mentions[e]]
            self.count[role + " gold"] += bool(gold.parties[role])
            self.count[role + " ours"] += bool(theirs)
            self.count[role + " right"] += bool(wanted) and any(overlaps(a, b) for a in wanted for b in got)

    def lines(self):
        c = self.count
        rows = [(name, c[name], c["ours"], c["gold"]) for name in ("found", "type", "both")]
        rows += [(role, c[role + " right"], c[role + " ours"], c[role + " gold"]) for role in ("actor", "recipient")]
        rows.append(("background", c["old right"], c["old ours"], c["old gold"]))
        names = {"found": "trigger", "both": "type and status"}
        for name, right, ours, gold in rows:
            p, r = right / max(1, ours), right / max(1, gold)
            yield f"{names.get(name, name)}: P {p:.3f} R {r:.3f} F1 {2 * right / max(1, ours + gold):.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", default="dev", choices=["train", "dev"])
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/crossread")
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    stories = list(event_corpus.stories(arguments.part))
    rows = analyses(arguments.program, event_corpus.rows_of(stories))
    measure = Measure()
    for story in stories:
        for report in story.reports.values():
            golds = list(event_corpus.golds_of(story, report))
            measure.report(report.text, golds, rows[report.source_id])
    print("\n".join(measure.lines()))
    if arguments.verbose:
        for miss in measure.misses:
            print(" | ".join(miss).replace("\n", " "))


if __name__ == "__main__":
    main()
