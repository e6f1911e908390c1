#!/usr/bin/env python3
"""Writes corpus/CARD.md: what the corpus holds, how it is spread, how far two markings agree, where it repeats itself.

card.py           writes CARD.md and splits.tsv
card.py --check   exit code 1 when they are not what the stories give
card.py --shared  lists the five-word runs that two stories have in common, for those who will write them again
"""

import re
import sys
from collections import Counter
from pathlib import Path

import accounts
import agreement
import notes
import reader
import splits

HERE = Path(__file__).resolve().parent.parent
RUN = 5


def stories():
    """The stories that nothing is held against; those that are still being written do not count."""
    found = [reader.read_story(p) for p in reader.stories_in([HERE / "stories"])]
    return [s for s in found if not s.faults]


def for_training(kind):
    """The passages, a folder a theme, or the short stories: counted apart."""
    folder = HERE / kind
    found = [reader.read_story(p) for p in reader.stories_in([folder])] if folder.is_dir() else []
    return [s for s in found if not s.faults]


def runs_of(story):
    """The five-word runs of a story's own text; names and furniture stay out, since stories may well share them."""
    out = set()
    for r in story.reports.values():
        for first, last in accounts.body_of(r):
            words = [(m.start() + first, m.group().casefold()) for m in re.finditer(r"\w+", r.text[first:last])]
            names = [m.span for m in r.mentions if m.level == "name"]
            free = [(at, w) for at, w in words if not any(s.start <= at < s.end for s in names)]
            out |= {tuple(w for _, w in free[i : i + RUN]) for i in range(len(free) - RUN + 1)}
    return out


def shared_runs(all_stories):
    """{run: ids of the stories that have it}, of those in two or more, and the number of different runs."""
    where = {}
    for story in all_stories:
        for run in runs_of(story):
            where.setdefault(run, []).append(story.id)
    return {run: ids for run, ids in where.items() if len(ids) > 1}, len(where)


def close_independents(all_stories):
    """Pairs of reports that are said to be independent and share a run outside quotations: [(a, b, runs)]."""
    found = []
    for story in all_stories:
        told = {frozenset((e.report, e.other)) for e in story.edges} | {frozenset(p) for p in story.tolerated}
        shorts = list(story.reports)
        runs = {s: plain_runs(story.reports[s]) for s in shorts}
        for i, b in enumerate(shorts):
            for a in shorts[:i]:
                common = runs[a] & runs[b]
                if common and frozenset((a, b)) not in told:
                    found.append(
                        (story.reports[a].source_id, story.reports[b].source_id, sorted(" ".join(r) for r in common))
                    )
    return found


def plain_runs(report):
    quoted = notes.quoted_regions(report)
    names = [m.span for m in report.mentions if m.level == "name"] + [o.span for o in report.offices]
    out = set()
    for first, last in accounts.body_of(report):
        words = [(m.start() + first, m.group().casefold()) for m in re.finditer(r"\w+", report.text[first:last])]
        free = [w if not any(s.start <= at < s.end for s in quoted + names) else None for at, w in words]
        out |= {tuple(free[i : i + RUN]) for i in range(len(free) - RUN + 1) if None not in free[i : i + RUN]}
    return out


def table(title, counter, columns=2):
    rows = "".join(
        f"| {name} | {count} |\n" for name, count in sorted(counter.items(), key=lambda x: (-x[1], str(x[0])))
    )
    return f"\n## {title}\n\n| | |\n|---|---:|\n{rows}" if counter else ""


def depth(report, s):
    return agreement.depth(report, s)


def card(all_stories):
    reports = [(s, r) for s in all_stories for r in s.reports.values()]
    words = lambda rows: sum(len(r.text.split()) for _, r in rows)  # noqa: E731
    train = [x for x in reports if splits.part_of(x[0].id) == "train"]
    dev = [x for x in reports if splits.part_of(x[0].id) == "dev"]
    said = [(r, s) for _, r in reports for s in r.statements if not s.carrier]
    done = [e for _, r in reports for e in r.events]
    mentions = [(s, m) for s, r in reports for m in r.mentions]
    shared, runs = shared_runs(all_stories)
    out = [
        "# Card of the corpus\n\nWritten by `corpus/tools/card.py`; do not edit.\n\n"
        "| | all | train | dev |\n|---|---:|---:|---:|\n"
    ]
    of = lambda rows, f: sum(f(r) for _, r in rows)  # noqa: E731
    measures = [
        ("stories", lambda rows: len({s.id for s, _ in rows})),
        ("reports", len),
        ("words", words),
        ("names", lambda rows: of(rows, lambda r: sum(m.level == "name" for m in r.mentions))),
        ("other mentions", lambda rows: of(rows, lambda r: sum(m.level in ("nominal", "pronoun") for m in r.mentions))),
        ("offices", lambda rows: of(rows, lambda r: sum(not o.honorific for o in r.offices))),
        ("times", lambda rows: of(rows, lambda r: len(r.times))),
        ("quantities", lambda rows: of(rows, lambda r: len(r.quantities))),
        ("statements", lambda rows: of(rows, lambda r: sum(not s.carrier for s in r.statements))),
        ("events", lambda rows: of(rows, lambda r: len(r.events))),
        ("furniture", lambda rows: of(rows, lambda r: len(r.furniture))),
    ]
    out += [f"| {name} | {f(reports)} | {f(train)} | {f(dev)} |\n" for name, f in measures]
    claims = [c for s in all_stories for c in s.claims]
    out.append(
        f"\nEntities {sum(len(s.entities) for s in all_stories)}, copies {sum(len(s.edges) for s in all_stories)}, "
        f"claims {len(claims)}, "
        f"slots {sum(len(c.slots) for c in claims)}.\n"
    )
    brief = [r for s in for_training("passages") for r in s.reports.values()]
    out.append(
        f"\nPassages (unconnected paragraphs, for training): {len(brief)} columns, "
        f"{sum(len(r.paragraphs) for r in brief)} paragraphs, {sum(len(r.text.split()) for r in brief)} words, "
        f"{sum(len(r.statements) for r in brief)} statements, {sum(len(r.events) for r in brief)} events.\n"
    )
    shorts = for_training("shorts")
    short = [r for s in shorts for r in s.reports.values()]
    out.append(
        f"\nShort stories (for training): {len(shorts)} stories, {len(short)} reports, "
        f"{sum(len(r.text.split()) for r in short)} words, {sum(len(r.statements) for r in short)} statements, "
        f"{sum(len(r.events) for r in short)} events, {sum(len(s.claims) for s in shorts)} claims, "
        f"{sum(len(c.slots) for s in shorts for c in s.claims)} slots.\n"
    )
    counts, twice, _ = agreement.measure(agreement.second_folders())
    if twice:
        out.append(
            f"\n## Agreement\n\n{twice} reports were marked a second time from the guide and the story's list of "
            "entities (names are flattered by it); compared here with the first marking as settled since (F1; acts, "
            "chains, statuses and parties over the rows that both have). What was measured before any settling "
            "stands in docs/design/corpus.md.\n\n| layer | F1 |\n|---|---:|\n"
            + "".join(f"| {k} | {c.f1():.3f} |\n" for k, c in counts.items() if c.f1() is not None)
        )
    out.append(
        f"\n## Repetition\n\nOf {runs} different runs of five words (names left out), {len(shared)} stand in two "
        "stories or more "
        f"({100 * len(shared) / max(1, runs):.2f} %). "
        "Pairs of independent reports that share such a run outside quotations: "
        f"{len(close_independents(all_stories))}.\n"
    )
    named = Counter(
        e.country for s in all_stories for e in s.entities.values() if e.kind == "person" and not e.nameless
    )
    out.append(table("People named, by country", Counter({k or "not told": v for k, v in named.items()})))
    out.append(table("Names by kind", Counter(s.entities[m.key].kind for s, m in mentions if m.level == "name")))
    out.append(table("Outlets by country", Counter(r.header.get("country") for _, r in reports)))
    out.append(table("Voices", Counter(r.header.get("voice") for _, r in reports)))
    out.append(table("How reports came", Counter(r.header.get("came", "own").split()[0] for _, r in reports)))
    out.append(table("Topics", Counter(s.header.get("topic") for s in all_stories)))
    out.append(table("Acts", Counter(s.acts[0] for _, s in said)))
    out.append(table("Length of chain", Counter(depth(r, s) for r, s in said)))
    out.append(table("Types of event", Counter(e.types[0] for e in done)))
    out.append(table("Status", Counter(("background, " if e.background else "") + e.status for e in done)))
    out.append(table("Slots", Counter(f"{s.slot}, {s.verdicts[0]}" for c in claims for s in c.slots)))
    out.append(table("Copies", Counter(e.kinds[0] for s in all_stories for e in s.edges)))
    return "".join(out)


def main(argv):
    all_stories = stories()
    if "--shared" in argv:
        shared, _ = shared_runs(all_stories)
        for run, ids in sorted(shared.items()):
            print(" ".join(run), "|", ", ".join(ids))
        for a, b, runs in close_independents(all_stories):
            print(a, b, "|", "; ".join(runs))
        return 0
    files = {HERE / "CARD.md": card(all_stories), HERE / "splits.tsv": splits.table([s.id for s in all_stories])}
    if "--check" in argv:
        stale = [p.name for p, text in files.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
        for name in stale:
            print(f"{name} is out of date: run corpus/tools/card.py")
        return 1 if stale else 0
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
