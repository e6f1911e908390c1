#!/usr/bin/env python3
"""Converts the corpus to what trainers and scorers read.

    convert.py FORM [PATH ...] [--split train|dev] [--out FOLDER]

FORM  reports   JSON lines that `crossread add` reads: id, text, outlet, published
      accounts  JSON lines, a gold Account a report, in the dossier's shapes
      tokens    JSON lines: tokens [start, end, name label, office label], labels as B-person, I-person, O;
                and entities [start, end, kind]
      quotes    JSON lines in PolNeAR's form: attributions of source, cue, content
      coref     JSON lines: clusters of [start, end, level]
      gold      the dossier's gold form, a file a story (--out)
      dossier   the dossier that the notes make, a file a story (--out)
All positions are code points of `text`, ends exclusive. Without --out JSON lines go to standard output.
A story that the reader refuses is left out, its faults go to standard error, and the exit code is 1.
"""

import argparse
import json
import re
import sys
from pathlib import Path

import accounts
import gold
import reader
import splits

TOKEN = re.compile(r"\w+|[^\w\s]")


def reports(story):
    for r in story.reports.values():
        yield {
            "id": r.source_id,
            "text": r.text,
            "outlet": r.header.get("outlet"),
            "published": r.header.get("published"),
        }


def gold_accounts(story):
    for r in story.reports.values():
        yield accounts.Account(story, r).json()


def tokens(story):
    """Names and offices as labels of tokens: a token is a run of letters and digits, or one other mark."""
    for r in story.reports.values():
        names = [
            (m.span, "demonym" if m.level == "demonym" else story.entities[m.key].kind)
            for m in r.mentions
            if m.level in ("name", "demonym")
        ]
        offices = [(o.span, "title" if o.honorific else "office") for o in r.offices]
        rows = [[m.start(), m.end(), label(m, names), label(m, offices)] for m in TOKEN.finditer(r.text)]
        yield {
            "id": r.source_id,
            "text": r.text,
            "tokens": rows,
            "entities": [[s.start, s.end, kind] for s, kind in names],
        }


def label(token, spans):
    for span, kind in spans:
        if span.start <= token.start() and token.end() <= span.end:
            return ("B-" if token.start() == span.start else "I-") + kind
    return "O"


def quotes(story):
    pairs = lambda spans: [[s.start, s.end] for s in spans if s]  # noqa: E731
    for r in story.reports.values():
        account = accounts.Account(story, r)
        rows = [
            {
                "source": pairs([s.who]),
                "cue": pairs(s.cue),
                "content": pairs(account.content_of(s)),
                "id": s.id,
                "act": s.acts[0],
                "speaker": account.party_id(s.speakers[0]) if s.speakers else None,
                "within": s.within or None,
                "carrier": s.carrier,
            }
            for s in r.statements
        ]
        yield {
            "doc": r.source_id,
            "annotator": "first",
            "publisher": r.header.get("outlet"),
            "date": r.header["published"][:10],
            "title": accounts.title_of(r),
            "text": r.text,
            "attributions": rows,
            "other_spans": [],
        }


def coref(story):
    for r in story.reports.values():
        clusters = {}
        for m in r.mentions:
            clusters.setdefault(m.key, []).append([m.span.start, m.span.end, m.level])
        yield {"id": r.source_id, "text": r.text, "clusters": list(clusters.values()), "keys": list(clusters)}


LINES = {"reports": reports, "accounts": gold_accounts, "tokens": tokens, "quotes": quotes, "coref": coref}
FILES = {"gold": lambda story: gold.Gold(story).json(), "dossier": accounts.dossier}


def main(argv=None):
    parser = argparse.ArgumentParser(description="Converts the corpus.")
    parser.add_argument("form", choices=sorted(LINES | FILES))
    parser.add_argument("paths", nargs="*", default=[str(Path(__file__).resolve().parent.parent / "stories")])
    parser.add_argument("--split", choices=("train", "dev"))
    parser.add_argument("--out", type=Path)
    args = parser.parse_intermixed_args(argv)
    stories = [
        reader.read_story(f)
        for f in reader.stories_in(args.paths)
        if not args.split or ("train" if reader.is_short(f) else splits.part_of(f.name)) == args.split
    ]
    faults = [fault for story in stories for fault in story.faults]
    for fault in faults:
        print(fault, file=sys.stderr)
    stories = [story for story in stories if not story.faults]
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
    if args.form in FILES:
        if not args.out:
            parser.error(f"{args.form} needs --out")
        for story in stories:
            text = json.dumps(FILES[args.form](story), ensure_ascii=False, indent=1)
            (args.out / f"{story.id}.{args.form}.json").write_text(text + "\n", encoding="utf-8")
        return 1 if faults else 0
    lines = [json.dumps(row, ensure_ascii=False) for story in stories for row in LINES[args.form](story)]
    text = "".join(line + "\n" for line in lines)
    if args.out:
        (args.out / f"{args.form}.jsonl").write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
