#!/usr/bin/env python3
"""How far two people agree who marked the same report from the guide, layer by layer.

    agreement.py [STORY ...] [-v]
    agreement.py --start STORY r1 r3     lays out corpus/second/STORY: the texts without notes, and a story.txt to fill

The second marking lies in corpus/second/<story-id>/: its own story.txt (entities only) and the reports that were marked
again, with the same text. F1 of what both marked alike, one counted against the other (it does not matter which is
first); keys may differ, so entities are compared through the mentions they share. Layers:

  names       span and kind of a name; demonyms apart
  offices     span
  coref       pairs of mentions (spans that both have) that stand for one entity, or not: F1 over the pairs that are
  times       span and value
  quantities  overlapping span with value and bounds
  furniture   span and kind
  statements  content overlaps by half of its words and the speaker's words overlap; then the share of those with the
              same act and length of chain
  events      overlapping trigger and the same type; then the share of those with the same status, actors and recipients
"""

import argparse
import os
import re
import sys
from pathlib import Path

import model
import reader

HERE = Path(__file__).resolve().parent.parent
LAYERS = (
    "names",
    "demonyms",
    "offices",
    "coref",
    "times",
    "quantities",
    "furniture",
    "statements",
    "acts",
    "chains",
    "events",
    "statuses",
    "actors",
    "recipients",
)


class Count:
    def __init__(self):
        self.both = self.first = self.second = 0

    def add(self, both, first, second):
        self.both, self.first, self.second = self.both + both, self.first + first, self.second + second

    def f1(self):
        total = self.first + self.second
        return 2 * self.both / total if total else None


def words_of(report, spans):
    """The places of the words that the spans hold."""
    return {m.start() for s in spans if s for m in re.finditer(r"\w+", report.text) if s.start <= m.start() < s.end}


def overlap(a, b):
    return len(a & b) / max(1, min(len(a), len(b)))


def paired(first, second, alike):
    """Pairs of rows that are alike, one to one, in order."""
    free, pairs = list(second), []
    for a in first:
        b = next((b for b in free if alike(a, b)), None)
        if b is not None:
            free.remove(b)
            pairs.append((a, b))
    return pairs


def compare(counts, story_a, a, story_b, b, misses):
    kind = lambda story, m: story.entities[m.key].kind  # noqa: E731
    sets = {
        "names": lambda s, r: {(m.span, kind(s, m)) for m in r.mentions if m.level == "name"},
        "demonyms": lambda s, r: {m.span for m in r.mentions if m.level == "demonym"},
        "offices": lambda s, r: {o.span for o in r.offices if not o.honorific},
        "times": lambda s, r: {(t.span, t.value) for t in r.times},
        "furniture": lambda s, r: {(f.span, f.kind) for f in r.furniture},
    }
    for layer, of in sets.items():
        one, two = of(story_a, a), of(story_b, b)
        counts[layer].add(len(one & two), len(one), len(two))
        misses += [f"{a.source_id} {layer}: {show(a, x)}" for x in sorted(one ^ two, key=str)]
    coref(counts["coref"], a, b)
    touch = lambda x, y: x.span.start < y.span.end and y.span.start < x.span.end  # noqa: E731
    same = lambda x, y: touch(x, y) and (x.value, x.low, x.high) == (y.value, y.low, y.high)  # noqa: E731
    counts["quantities"].add(len(paired(a.quantities, b.quantities, same)), len(a.quantities), len(b.quantities))
    statements(counts, a, b, misses)
    events(counts, a, b, misses)


def show(report, item):
    span = item if isinstance(item, model.Span) else item[0]
    return f"“{report.exact(span)}” {'' if item is span else item[1]}"


def coref(count, a, b):
    key_a, key_b = ({m.span: m.key for m in r.mentions if m.level != "demonym"} for r in (a, b))
    spans = sorted(set(key_a) & set(key_b))
    pairs = [(x, y) for i, x in enumerate(spans) for y in spans[:i]]
    one = {p for p in pairs if key_a[p[0]] == key_a[p[1]]}
    two = {p for p in pairs if key_b[p[0]] == key_b[p[1]]}
    count.add(len(one & two), len(one), len(two))


def depth(report, s):
    n, at = 0, s.within
    while at:
        n, at = n + 1, report.ids[at].within
    return n


def statements(counts, a, b, misses):
    real = lambda r: [s for s in r.statements if not s.carrier and not s.optional and not s.negated]  # noqa: E731

    def alike(x, y):
        who_x, who_y = words_of(a, [x.who]), words_of(b, [y.who])
        return overlap(words_of(a, x.content), words_of(b, y.content)) >= 0.5 and (
            not who_x or not who_y or bool(who_x & who_y)
        )

    pairs = paired(real(a), real(b), alike)
    counts["statements"].add(len(pairs), len(real(a)), len(real(b)))
    counts["acts"].add(sum(x.acts[0] in y.acts or y.acts[0] in x.acts for x, y in pairs), len(pairs), len(pairs))
    counts["chains"].add(sum(depth(a, x) == depth(b, y) for x, y in pairs), len(pairs), len(pairs))
    for r, rows, used in ((a, real(a), [x for x, _ in pairs]), (b, real(b), [y for _, y in pairs])):
        misses += [
            f"{r.source_id} statement in one only: {s.acts[0]} “{r.exact(s.content[0])}”" for s in rows if s not in used
        ]


def party_words(report, parties):
    """The words by which the parties are known: those in place, or all mentions of the key."""
    out = set()
    for p in parties:
        out |= words_of(report, [p.span] if p.span else [m.span for m in report.mentions if m.key == p.key])
    return out


def parties(report, found):
    return ", ".join(p.key or report.exact(p.span) for p in found) or "-"


def events(counts, a, b, misses):
    real = lambda r: [e for e in r.events if not e.optional]  # noqa: E731
    alike = lambda x, y: (
        x.trigger.start < y.trigger.end
        and y.trigger.start < x.trigger.end  # noqa: E731
        and (x.types[0] in y.types or y.types[0] in x.types)
    )
    pairs = paired(real(a), real(b), alike)
    counts["events"].add(len(pairs), len(real(a)), len(real(b)))
    counts["statuses"].add(sum(x.status == y.status for x, y in pairs), len(pairs), len(pairs))
    for layer, name in (("actors", "actors"), ("recipients", "recipients")):
        agree = lambda x, y: (not getattr(x, name) and not getattr(y, name)) or bool(  # noqa: E731
            party_words(a, getattr(x, name)) & party_words(b, getattr(y, name))
        )
        counts[layer].add(sum(agree(x, y) for x, y in pairs), len(pairs), len(pairs))
        misses += [
            f"{a.source_id} {layer} of “{a.exact(x.trigger)}”: "
            f"{parties(a, getattr(x, name))} / {parties(b, getattr(y, name))}"
            for x, y in pairs
            if not agree(x, y)
        ]
    misses += [
        f"{a.source_id} status of “{a.exact(x.trigger)}”: {x.status} / {y.status}"
        for x, y in pairs
        if x.status != y.status
    ]
    for r, rows, used in ((a, real(a), [x for x, _ in pairs]), (b, real(b), [y for _, y in pairs])):
        misses += [
            f"{r.source_id} event in one only: {e.types[0]} “{r.exact(e.trigger)}”" for e in rows if e not in used
        ]


def measure(folders):
    """({layer: Count}, reports compared, misses); a report whose texts differ is left out and named in the misses."""
    counts, reports, misses = {layer: Count() for layer in LAYERS}, 0, []
    for folder in folders:
        first, second = reader.read_story(HERE / "stories" / folder.name), reader.read_story(folder, second=True)
        for short, b in second.reports.items():
            a = first.reports.get(short)
            if not a or a.text != b.text:
                misses.append(f"{folder.name} {short}: the texts differ")
                continue
            reports += 1
            compare(counts, first, a, second, b, misses)
    return counts, reports, misses


def second_folders(names=()):
    root = HERE / "second"
    found = sorted(p for p in root.iterdir() if p.is_dir()) if root.is_dir() else []
    return [p for p in found if not names or p.name in names]


def start(story, shorts):
    """Writes the texts of these reports without notes, for somebody who has not seen the first marking."""
    target = HERE / "second" / story
    target.mkdir(parents=True, exist_ok=True)
    head = (HERE / "stories" / story / "story.txt").read_text(encoding="utf-8").split("=== notes")[0]
    for name, text in [("story.txt", head + "=== notes\n")] + [
        (
            f"{s}.txt",
            (HERE / "stories" / story / f"{s}.txt").read_text(encoding="utf-8").split("\n=== notes")[0]
            + "\n=== notes\n",
        )
        for s in shorts
    ]:
        if not (target / name).exists():
            (target / name).write_text(text, encoding="utf-8")


def main(argv=None):
    parser = argparse.ArgumentParser(description="Measures agreement by layer.")
    parser.add_argument("stories", nargs="*")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what only one of the two marked")
    parser.add_argument("--start", action="store_true", help="lay out a second marking: STORY r1 r3")
    args = parser.parse_intermixed_args(argv)
    if args.start:
        start(args.stories[0], args.stories[1:])
        return 0
    counts, reports, misses = measure(second_folders(args.stories))
    print(f"{reports} reports marked twice")
    for layer, count in counts.items():
        value = count.f1()
        print(
            f"{layer:11} {'-' if value is None else f'{value:.3f}'}  {count.both} of {count.first} and {count.second}"
        )
    if args.verbose:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (`| head`) has seen enough; nothing may be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
