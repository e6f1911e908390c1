#!/usr/bin/env python3
"""How often do we see that two sentences with numbers say the same (NewsNLI), or that two answers do (NAnCo)?

    eval/answers.py --crossread build/release/crossread --claims build/release/eval/claims_from_gold --newsnli FILE.tsv.gz --nanco FILE.json.gz

Every sentence or paragraph is a report of its own, of another outlet and without a date; those of a pair or a question are settled as one story.
NewsNLI: premise and hypothesis agree if one claim holds tellings of both and none of its slots is disputed. NAnCo: two paragraphs of a question agree if
one claim holds tellings of both that share words with their answers, and no slot of it is disputed between them; gold is whether people put the
answers into one cluster. Prints precision, recall and F1 of agreeing, and of NewsNLI the accuracy. Both corpora only measure.
"""

import argparse
import gzip
import itertools
import json
import subprocess
import tempfile
from pathlib import Path

import accounts_as_read

ROOT = Path(__file__).resolve().parents[1]


def newsnli(file):
    """(name, [(id, text, None)] of premise and hypothesis, {pairs that agree})"""
    for line in gzip.open(file, "rt", encoding="utf-8").read().splitlines()[1:]:
        number, premise, hypothesis, label = line.split("\t")
        ids = f"nli{number}a", f"nli{number}b"
        yield f"nli{number}", [(ids[0], premise, None), (ids[1], hypothesis, None)], {ids} if label == "entailment" else set()


def nanco(file):
    for number, question in enumerate(json.load(gzip.open(file, "rt", encoding="utf-8"))):
        rows = [(f"q{number}n{place}", a["Paragraph"], a["Answer"]) for place, a in enumerate(question["answers"])]
        cluster = {row[0]: a["cluster_global"] for row, a in zip(rows, question["answers"])}
        same = {pair for pair in itertools.combinations(cluster, 2) if cluster[pair[0]] == cluster[pair[1]]}
        yield f"q{number}", rows, same


def settled(crossread, claims, stories, data):
    """{story: dossier}, of all stories read at once and each settled as one."""
    rows = [{"id": i, "text": text, "outlet": f"Outlet {i}"} for _, its, _ in stories for i, text, _ in its]
    dossier, analysis = accounts_as_read.dossier_of(crossread, rows)
    by_source = {report["source_id"].rsplit(":", 1)[-1]: report for report in dossier["reports"]}
    analysis = {key.rsplit(":", 1)[-1]: row for key, row in analysis.items()}
    # Things are looked up by the report that mentions them: there are thousands.
    things = {}
    for entity in dossier["entities"]:
        for report in {m["report"] for m in entity["mentions"]}:
            things.setdefault(report, []).append(entity)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with (folder / "accounts.jsonl").open("w", encoding="utf-8") as out:
            for name, its, _ in stories:
                reports = []
                for i, _, _ in its:
                    if i not in by_source:
                        continue  # refused, or the same text as another
                    report = by_source[i]
                    own = {**dossier, "entities": things.get(report["id"], [])}
                    row = {"id": i, "outlet": f"Outlet {i}"}
                    out.write(json.dumps(accounts_as_read.account(name, row, report, own, analysis[i]), ensure_ascii=False) + "\n")
                    reports.append({"id": i, "source_id": i, "text": report["text"]})
                ids = [r["id"] for r in reports]
                whole = {
                    "reports": reports, "lineage": [], "origins": [{"label": i, "reports": [i], "passages": []} for i in ids],
                    "stories": [{"id": name, "title": "", "reports": ids, "follows": [], "storyline": name}] if ids else [],
                }  # fmt: skip
                (folder / f"{name}.dossier.json").write_text(json.dumps(whole), encoding="utf-8")
        subprocess.run([claims, folder / "accounts.jsonl", "--settled", folder, "--data", data, "--out", folder / "out"], check=True)
        return {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in (folder / "out").glob("*.json")}


def agreeing(dossier, rows):
    """The pairs of ids of which a claim says the same."""
    source = {r["id"]: r["source_id"].rsplit(":", 1)[-1] for r in dossier["reports"]}
    text = {source[r["id"]]: r["text"] for r in dossier["reports"]}
    answers = {i: (text[i].find(answer), answer) for i, _, answer in rows if answer and i in text}
    told = {e["id"]: e for kind in ("events", "statements") for e in dossier[kind]}

    def meets(span):
        i = source[span["report"]]
        if i not in answers:
            return True
        start, answer = answers[i]
        return start < 0 or (span["start"] < start + len(answer) and start < span["end"])

    def spans_of(support):
        one = told.get(support["by"], {})
        return [one["sentence"]] if isinstance(one.get("sentence"), dict) else one.get("content") or [support["evidence"]]

    pairs = set()
    for claim in dossier["claims"]:
        tellers = {source[span["report"]] for support in claim["support"] for span in spans_of(support) if meets(span)}
        apart = {"disputed", "revised"} & {slot["verdict"] for slot in claim["slots"]}
        if not apart:
            pairs |= set(itertools.combinations(sorted(tellers), 2))
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--crossread", default=str(ROOT / "build/release/crossread"))
    parser.add_argument("--claims", default=str(ROOT / "build/release/eval/claims_from_gold"))
    parser.add_argument("--data", default=str(ROOT / "data"))
    parser.add_argument("--newsnli", type=Path)
    parser.add_argument("--nanco", type=Path)
    args = parser.parse_args()
    for name, file, read in (("NewsNLI", args.newsnli, newsnli), ("NAnCo", args.nanco, nanco)):
        if not file:
            continue
        stories = list(read(file))
        dossiers = settled(args.crossread, args.claims, stories, args.data)
        right = found = wanted = accurate = 0
        for story, rows, same in stories:
            same = {tuple(sorted(pair)) for pair in same}
            ours = agreeing(dossiers[story], rows) if story in dossiers else set()
            right, found, wanted = right + len(same & ours), found + len(ours), wanted + len(same)
            accurate += same == ours
        precision, recall = right / max(1, found), right / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        line = f"{name}: {len(stories)} stories, pairs that agree {wanted}, found {found}, precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"
        print(line + (f" accuracy {accurate / len(stories):.3f}" if name == "NewsNLI" else ""))


if __name__ == "__main__":
    main()
