#!/usr/bin/env python3
"""Checks the corpus and refuses what is wrong, with file and line.

    check.py [PATH ...] [--hints] [--show]

PATH is a story's folder, a file in one, or a folder of stories (all of the corpus without). --hints also lists what is
probably missing (a number, weekday, quotation or name that no note covers); hints do not fail. --show prints what the
notes came to, names found by alias included: read it once a story. Exit code 1 when anything is refused.
"""

import argparse
import re
import sys
from pathlib import Path

import model
import notes
import reader

HERE = Path(__file__).resolve().parent.parent
WORDS = (80, 320)  # the guide asks for 90 to 300; furniture makes some longer
WORDS_OF_SHORTS = (20, 150)
HE_SHE = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.I)
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(yesterday|today|tomorrow|tonight)\b", re.I)
NUMERAL = re.compile(
    r"\b\d[\d,.]*\d\b|\b\d\b|"
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands)\b",
    re.I,
)
CAPITAL = re.compile(
    r"(?<![.!?“\"‘'\n(:—–-] )(?<![“\"‘'\n(@#])(?<!^)\b[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|al|bin|de|da|van|of))*"
)


def faults_of(story):
    """The story's faults: the reader's, and pronouns for a man or a woman that no note resolves."""
    out = list(story.faults)
    if reader.is_passages(story.path):
        return out
    for report in story.reports.values():
        words = len(report.text.split())
        least, most = WORDS_OF_SHORTS if reader.is_short(story.path) else WORDS
        if not least <= words <= most:
            out.append(model.Fault(str(report.path), 1, f"{words} words: a report has {least} to {most}"))
        covered = [m.span for m in report.mentions]
        for m in HE_SHE.finditer(report.text):
            if not any(s.start <= m.start() and m.end() <= s.end for s in covered) and not in_furniture(
                report, m.start()
            ):
                where = report.paragraph_of(model.Span(*m.span()))
                out.append(
                    model.Fault(
                        str(report.path),
                        1,
                        f'"{m.group()}" in paragraph {where} stands for nobody: ref KEY "{m.group()}"',
                    )
                )
    return out


def other_texts(second):
    """Faults of a second marking whose text is not that of the first."""
    first = reader.read_story(second.path.parent.parent / "stories" / second.id)
    return [
        model.Fault(str(r.path), 1, "the text is not that of the first marking")
        for short, r in second.reports.items()
        if short not in first.reports or first.reports[short].text != r.text
    ]


def in_furniture(report, at):
    return any(f.span.start <= at < f.span.end and f.kind != "headline" for f in report.furniture)


def hints_of(report):
    """What no note covers and probably should be covered."""
    spans = lambda rows: [r.span for r in rows]  # noqa: E731
    names = (
        spans(report.mentions)
        + spans(report.offices)
        + spans(report.furniture)
        + spans(report.times)
        + report.not_names
    )
    numbers = (
        spans(report.times)
        + spans(report.quantities)
        + spans(report.furniture)
        + spans(m for m in report.mentions if m.level == "name")
    )
    said = [c for s in report.statements for c in s.content] + report.scare + spans(f for f in report.furniture)
    touch = lambda a, b, rows: any(a < s.end and s.start < b for s in rows)  # noqa: E731
    out = []
    for what, pattern, rows in (
        ("a name?", CAPITAL, [s for s, f in ((x, None) for x in names)]),
        ("a time?", WEEKDAY, spans(report.times)),
        ("a number?", NUMERAL, numbers),
    ):
        for m in pattern.finditer(report.text):
            if not touch(m.start(), m.end(), rows) and not any(
                f.span.start <= m.start() < f.span.end for f in report.furniture
            ):
                out.append((m.start(), what, m.group()))
    for region in notes.quoted_regions(report):
        if not touch(region.start, region.end, said):
            out.append((region.start, "said by whom? (or scare)", report.exact(region)))
    return [
        f"{report.path}: paragraph {report.paragraph_of(model.Span(a, a + 1))}: {what} {words}"
        for a, what, words in sorted(out)
    ]


def party_text(report, party):
    return party.key or f"“{report.exact(party.span)}”"


def shown(report):
    """The notes of a report as the reader took them."""
    x = report.exact
    names = lambda parties: ",".join(party_text(report, p) for p in parties)  # noqa: E731
    lines = [f"--- {report.source_id} ({report.header.get('outlet')}), {len(report.text.split())} words"]
    lines += [f"  {m.level:8} {m.key:10} {x(m.span)}{' *' if m.derived else ''}" for m in report.mentions]
    lines += [f"  {'title' if o.honorific else 'office':8} {o.key:10} {x(o.span)}" for o in report.offices]
    lines += [f"  {t.type:8} {t.value:10} {x(t.span)}" for t in report.times]
    lines += [
        f"  {q.id:8} {q.value} [{q.low}..{q.high}] {q.unit} {q.of} {q.part_of} | {x(q.span)}" for q in report.quantities
    ]
    for s in report.statements:
        lines.append(
            f"  {s.id:8} {'|'.join(s.acts)} {names(s.speakers) or '-'} in={s.within or '-'} "
            f"cue={'/'.join(x(c) for c in s.cue) or '-'} | {' // '.join(x(c) for c in s.content)} | "
            f"quotes {[x(q) for q in s.quotes]}"
        )
    for e in report.events:
        lines.append(
            f"  {e.id:8} {'|'.join(e.types)}/{e.mode} {e.status} {names(e.actors)} -> {names(e.recipients)} "
            f"{e.date} src={e.source or '-'}{' bg' if e.background else ''} | {x(e.trigger)}"
        )
    lines += [f"  {f.kind:8} {f.name} | {x(f.span)}" for f in report.furniture]
    return lines


def main(argv=None):
    parser = argparse.ArgumentParser(description="Checks the corpus.")
    parser.add_argument("paths", nargs="*", default=[str(p) for p in map(HERE.joinpath, ("stories", "second", "passages", "shorts")) if p.is_dir()])
    parser.add_argument("--hints", action="store_true")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_intermixed_args(argv)
    count = reports = words = 0
    folders = reader.stories_in(args.paths)
    for folder in folders:
        story = reader.read_story(folder, second=folder.parent.name == "second")
        faults = faults_of(story) + (other_texts(story) if folder.parent.name == "second" else [])
        for fault in faults:
            print(fault)
        count += len(faults)
        reports += len(story.reports)
        for report in story.reports.values():
            words += len(report.text.split())
            if args.show:
                print("\n".join(shown(report)))
            if args.hints:
                print("\n".join(hints_of(report)) or f"{report.path}: no hints")
    print(f"{len(folders)} stories, {reports} reports, {words} words: {count} faults")
    return 1 if count or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
