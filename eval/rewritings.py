#!/usr/bin/env python3
"""Are rewritings known as copies, and independent accounts not? `eval/rewritings.py --crossread build/release/crossread [-v]`

Each text of corpus/rewritings/ retells one report of the corpus sentence by sentence. It goes into a store with the report, dated a day later; so do
as many pairs of reports of one story that share no text by the corpus' own gold. Prints precision, recall and F1 of the pairs called a copy, and with -v the
pairs that were missed or wrongly called.
"""

import argparse
import datetime
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


def pairs_of(folder):
    """The reports by id, the rewritten pairs, and as many independent ones: the first of each story, then the second."""
    files = sorted((folder / "rewritings").glob("*.txt"))
    reports, rewritten, independent = {}, [], []
    stories = {file.stem.rsplit("-", 1)[0]: reader.read_story(folder / "stories" / file.stem.rsplit("-", 1)[0]) for file in files}
    for story in stories.values():
        reports.update((row["id"], row) for row in convert.reports(story))
    for file in files:
        source = reports[file.stem]
        name = f"{file.stem}-rewritten"
        later = datetime.date.fromisoformat(source["published"][:10]) + datetime.timedelta(days=1)
        reports[name] = {"id": name, "text": file.read_text(encoding="utf-8"), "outlet": "Retold Daily", "published": later.isoformat()}
        rewritten.append((file.stem, name))
    apart = [gold.Gold(story).json()["lineage"]["forbidden"] for story in stories.values()]
    for rank in range(max(map(len, apart))):
        independent += [tuple(pairs[rank]) for pairs in apart if rank < len(pairs)]
    return reports, rewritten, independent[:len(rewritten)]


def copies_in(crossread, reports):
    """The pairs of ids, in order, that the program calls a copy."""
    with tempfile.TemporaryDirectory() as scratch:
        rows, store = Path(scratch) / "reports.jsonl", Path(scratch) / "store"
        rows.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in reports.values()), encoding="utf-8")
        subprocess.run([crossread, "add", rows, "--into", store, "--quiet"], check=True)

        def exported(what):
            out = subprocess.run([crossread, "export", store, "--only", what, "--format", "jsonl"], check=True, capture_output=True)
            return [json.loads(line) for line in out.stdout.splitlines()]

        source = {row["id"]: row["source_id"].rsplit(":", 1)[-1] for row in exported("reports")}
        links = [row for row in exported("lineage") if row["kind"] != "quoted"]
    return {tuple(sorted((source[row["report"]], source[row["other"]]))) for row in links}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--crossread", required=True)
    arguments.add_argument("-v", action="store_true")
    options = arguments.parse_args()
    reports, rewritten, independent = pairs_of(ROOT / "corpus")
    called = copies_in(options.crossread, reports)
    found = [pair for pair in rewritten if tuple(sorted(pair)) in called]
    false = [pair for pair in independent if tuple(sorted(pair)) in called]
    recall = len(found) / len(rewritten)
    precision = len(found) / max(1, len(found) + len(false))
    print(f"rewritings {len(rewritten)}, independent pairs {len(independent)}")
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    if options.v:
        for pair in rewritten:
            if pair not in found:
                print("missed", *pair)
        for pair in false:
            print("called", *pair)


if __name__ == "__main__":
    main()
