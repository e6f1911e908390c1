#!/usr/bin/env python3
"""Makes gold accounts of a file in the dossier's gold form, for eval/claims_from_gold.

    accounts_of_gold.py GOLD.json REPORTS.jsonl --out FOLDER

Writes FOLDER/accounts.jsonl, in the form of corpus/tools/convert.py accounts, and FOLDER/<corpus>.dossier.json with the
origins, copies and stories that gold names (the first of several partitions). Where gold takes several answers, the
first is taken; a phrase that does not stand in its report is left out and told on standard error.
"""

import argparse
import json
import re
import sys
from pathlib import Path

FOLD = str.maketrans("“”„‘’\u00a0–—", "\"\"\"'' --")
SENTENCE_END = re.compile(r"[.!?]['\"”’]*\s+|\n")


class Report:
    def __init__(self, gold, row, head):
        self.gold, self.head, self.text, self.id = gold, head, row["text"], row["id"]
        self.row, self.folded = row, row["text"].translate(FOLD)
        self.entities, self.statements, self.events, self.quantities = {}, [], [], []
        self.find_mentions()

    def span(self, start, end):
        return {"report": self.id, "start": start, "end": end, "exact": self.text[start:end]}

    def place(self, phrase):
        """The span of a gold phrase {text, nth, of}; white space and quotation marks are flexible."""
        pattern = r"\s+".join(re.escape(w) for w in phrase["text"].translate(FOLD).split())
        hits = [m.span() for m in re.finditer(pattern, self.folded)]
        if not hits:
            print(f"{self.id}: not there: {phrase['text']}", file=sys.stderr)
            return None
        nth, of = phrase.get("nth", 1), phrase.get("of", 1)
        at = len(hits) - 1 - (of - nth) if len(hits) >= of else nth - 1
        return self.span(*hits[max(0, min(at, len(hits) - 1))])

    def sentence(self, span):
        before = [m.end() for m in SENTENCE_END.finditer(self.text, 0, span["start"])]
        after = SENTENCE_END.search(self.text, span["end"])
        return self.span(before[-1] if before else 0, after.start() + 1 if after else len(self.text))

    def find_mentions(self):
        aliases = [(a, e) for e in self.gold["entities"] for a in e["aliases"]]
        taken = []
        for alias, entity in sorted(aliases, key=lambda x: (-len(x[0]), x[0])):
            pattern = r"(?<!\w)" + r"\s+".join(re.escape(w) for w in alias.split()) + r"(?!\w)"
            for m in re.finditer(pattern, self.text):
                if not any(m.start() < b and a < m.end() for a, b in taken):
                    taken.append(m.span())
                    self.mention(entity["key"], m.span(), "name", entity["kind"])

    def mention(self, key, at, level, kind):
        row = self.entities.setdefault(
            key, {"id": "e:" + key, "kind": kind, "name": key, "roles": [], "mentions": []}
        )
        row["mentions"].append(dict(self.span(*at), level=level))

    def entity(self, key, meant):
        """The id of a key or, for words without one, of a thing of this report."""
        known = next((e for e in self.gold["entities"] if e["key"] == key), None)
        if key not in self.entities:
            self.mention(key, (meant["start"], meant["end"]), "nominal", known["kind"] if known else "other")
        return "e:" + key

    def parties(self, alternatives, meant):
        return [self.entity(keys[0], meant) for keys in alternatives or [] if keys[0]]

    def add_statement(self, gold):
        content = [p for p in map(self.place, gold["content"]) if p]
        if not content:
            return
        who = self.place(gold["speaker_text"]) if "speaker_text" in gold else None
        meant = who or content[0]
        speaker = gold["speaker"][0]
        via = [{"source": self.entity(keys[0], meant), "text": meant} for keys in gold["via"]]
        self.statements.append({
            "id": f"t:{self.id}:{len(self.statements)}",
            "speaker": None if speaker == "*" else self.entity(speaker, meant),
            "speaker_text": who, "act": "ask" if gold["acts"][0] == "question" else gold["acts"][0], "cue": None,
            "content": content, "quotes": [], "via": via, "anonymous": bool(gold.get("anonymous")),
        })  # fmt: skip

    def quantity(self, gold):
        units = [u for u in gold["units"] if u]
        harm = "person" in units and ("killed" in units or "dead" in units)
        row = {
            "id": f"q:{self.id}:{len(self.quantities)}", "value": gold["value"], "low": gold.get("low"),
            "high": gold.get("high"), "unit": "person" if harm else units[0] if units else "",
            "of": "killed" if harm else None, "part_of": None, "text": self.place(gold),
        }  # fmt: skip
        if row["text"]:
            self.quantities.append(row)
        return row if row["text"] else None

    def add_event(self, gold):
        trigger = self.place(gold)
        if not trigger or not gold["types"]:
            return
        date = None
        if gold.get("dates") and gold["dates"][0][0]:
            start, end = gold["dates"][0]
            date = {"start": start, "end": end, "grain": "day", "text": ""}
        told = [s for s in self.statements if any(inside(trigger, c) for c in s["content"])]
        self.events.append({
            "id": f"v:{self.id}:{len(self.events)}", "type": gold["types"][0], "mode": (gold.get("mode") or [None])[0],
            "contexts": [], "actors": self.parties(gold["actors"], trigger),
            "recipients": self.parties(gold["recipients"], trigger),
            "trigger": trigger, "sentence": self.sentence(trigger),
            "date": date, "status": gold["status"][0], "source": told[-1]["id"] if told else None, "causes": [],
            "background": bool(gold.get("background")),
            "quantities": [q for q in map(self.quantity, gold["quantities"]) if q],
        })  # fmt: skip

    def json(self):
        return {
            "source_id": self.id, "story": self.gold["corpus"], "outlet": self.head.get("outlet"),
            "published": self.head.get("published") or self.row.get("published"), "title": "", "text": self.text,
            "body": [[0, len(self.text)]], "furniture": [], "credits": [], "notices": [],
            "entities": list(self.entities.values()), "quantities": self.quantities,
            "statements": self.statements, "events": self.events,
        }  # fmt: skip


def inside(inner, outer):
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"]


def settled(gold, reports):
    pair = {"a": "report", "b": "other", "direction": "direction"}
    link = lambda e: {v: e[k] for k, v in pair.items()} | {"kind": e["kinds"][0], "passages": []}  # noqa: E731
    lines = {s["key"]: s["key"] for s in gold["stories"]}
    for f in gold.get("follows", []):
        lines[f["later"]] = lines[f["earlier"]]
    return {
        "reports": [{"id": r.id, "source_id": r.id, "text": r.text} for r in reports],
        "origins": [
            {"id": str(i), "label": g[0], "reports": g, "passages": []} for i, g in enumerate(gold["origins"][0])
        ],
        "lineage": [link(e) for e in gold["lineage"]["edges"]],
        "stories": [
            {"id": s["key"], "title": s["key"], "reports": s["reports"], "storyline": lines[s["key"]],
             "follows": [f["earlier"] for f in gold.get("follows", []) if f["later"] == s["key"]]}
            for s in gold["stories"]
        ],
    }  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    gold = json.loads(args.gold.read_text(encoding="utf-8"))
    texts = {r["id"]: r for r in map(json.loads, args.reports.read_text(encoding="utf-8").splitlines())}
    reports = [Report(gold, texts[head["source_id"]], head) for head in gold["reports"]]
    for report in reports:
        for row in gold["statements"]:
            if row["report"] == report.id:
                report.add_statement(row)
        for row in gold["events"]:
            if row["report"] == report.id:
                report.add_event(row)
    args.out.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(r.json(), ensure_ascii=False) + "\n" for r in reports)
    (args.out / "accounts.jsonl").write_text(lines, encoding="utf-8")
    text = json.dumps(settled(gold, reports), ensure_ascii=False, indent=1)
    (args.out / f"{gold['corpus']}.dossier.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
