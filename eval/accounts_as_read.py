#!/usr/bin/env python3
"""Makes accounts as the program reads them, in the form of corpus/tools/convert.py accounts, for eval/claims_from_gold:
what is lost in comparing reports that are read with errors, origins, copies and stories as people marked them.

    accounts_as_read.py --crossread build/release/crossread [corpus/stories corpus/shorts] --split train --out FOLDER

Writes FOLDER/accounts.jsonl. Things are split by report, for who is who across reports is to be found again.
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
import reader  # noqa: E402
import splits  # noqa: E402


def lines(*command):
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return out.decode("utf-8")


def dossier_of(crossread, rows):
    """(the export of a store of these reports, their analysis by source id)"""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "reports.jsonl"
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        store = Path(scratch) / "store"
        lines(crossread, "add", file, "--into", store)
        dossier = json.loads(lines(crossread, "export", store, "--format", "json"))
        analysis = map(json.loads, lines(crossread, "analyze", file, "--format", "jsonl").splitlines())
        return dossier, {row["source_id"]: row for row in analysis}


def things_of(dossier, report):
    for entity in dossier["entities"]:
        mentions = [m for m in entity["mentions"] if m["report"] == report]
        if mentions:
            roles = [r for r in entity["roles"] if isinstance(r.get("span"), dict) and r["span"]["report"] == report]
            yield {**entity, "mentions": mentions, "roles": roles}


def account(story, row, report, dossier, analysis):
    named = {}
    quantities = []
    for place, q in enumerate(analysis["quantities"]):
        span = {"start": q["start"], "end": q["end"]}
        quantities.append({**q, "id": f"{report['id']}:q{place}", "text": span, "part_of": None})
        named[q["start"], q["end"]] = quantities[-1]["id"]
    events = []
    for event in (e for e in dossier["events"] if e["report"] == report["id"]):
        own = [{"id": named[k]} for q in event["quantities"] if (k := (q["text"]["start"], q["text"]["end"])) in named]
        events.append({**event, "quantities": own})
    return {
        "source_id": row["id"], "story": story, "outlet": row.get("outlet"), "published": row.get("published"),
        "title": row.get("title"), "text": report["text"], "body": report["body"], "furniture": report["furniture"],
        "credits": report["credits"], "notices": report["notices"], "entities": list(things_of(dossier, report["id"])),
        "quantities": quantities, "statements": [s for s in dossier["statements"] if s["report"] == report["id"]],
        "events": events,
    }  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "corpus" / "stories")], help="folders of stories")
    parser.add_argument("--crossread", default=str(ROOT / "build/release/crossread"))
    parser.add_argument("--split", choices=("train", "dev"), default="train")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_intermixed_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with (args.out / "accounts.jsonl").open("w", encoding="utf-8") as out:
        for folder in reader.stories_in(args.paths):
            if ("train" if reader.is_short(folder) else splits.part_of(folder.name)) != args.split:
                continue
            story = reader.read_story(folder)
            if story.faults:
                continue
            rows = list(convert.reports(story))
            dossier, analysis = dossier_of(args.crossread, rows)
            by_source = {report["source_id"]: report for report in dossier["reports"]}
            for row in rows:
                report = by_source[row["id"]]
                made = account(folder.name, row, report, dossier, analysis[row["id"]])
                out.write(json.dumps(made, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
