#!/usr/bin/env python3
"""How well single reports are read, on our corpus: `eval/corpus_language.py --crossread build/release/crossread [-v]`.

Runs `crossread analyze` over the reports, train and dev apart, and holds names, times and quantities against the gold
Accounts of `corpus/tools/convert.py accounts`. Prints a table; with -v the errors too, a line each: the layer, what is
wrong, the report, the words, and where in the text. The recorded table stands in docs/quality.md.

  names       exact span, then exact span and kind, over persons, organisations, places, facilities; no demonyms
  times       words in common; exact span; exact span and value
  quantities  words in common; words in common with equal value and bounds; of those, how often the unit is equal

Times and quantities in furniture count on neither side: the guide asks for none there but in headlines and datelines.
"""

import argparse
import collections
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

READ = ("headline", "dateline")  # furniture whose times and quantities are marked
KINDS = ("person", "organisation", "place", "facility")


class Tally:
    """Right, found and wanted, by measure, in the order in which the measures came."""

    def __init__(self):
        self.counts = {}

    def add(self, measure, right, found, wanted):
        old = self.counts.get(measure, (0, 0, 0))
        self.counts[measure] = tuple(a + b for a, b in zip(old, (right, found, wanted)))

    def rows(self):
        for measure, (right, found, wanted) in self.counts.items():
            f1 = 2 * right / (found + wanted) if found + wanted else 0.0
            yield measure, wanted, right / found if found else 0.0, right / wanted if wanted else 0.0, f1


def span(row):
    return row["start"], row["end"]


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0]) > 0


def paired(found, wanted, equal):
    """Pairs of rows that have words in common, one to one: those that are equal first, then from the left."""
    both = [(i, k) for i, f in enumerate(found) for k, w in enumerate(wanted) if overlap(f[0], w[0])]
    both.sort(key=lambda pair: (not equal(found[pair[0]], wanted[pair[1]]), pair))
    taken, given, out = set(), set(), []
    for i, k in both:
        if i not in taken and k not in given:
            taken.add(i)
            given.add(k)
            out.append((i, k))
    return out


def names(found, gold, tally, error):
    """Entity mentions at the level of a name."""
    ours = {span(m): m["kind"] for m in found["entities"] if m["level"] == "name"}
    marked = [(m, e["kind"]) for e in gold["entities"] for m in e["mentions"] if not m.get("demonym")]
    theirs = {span(m): kind for m, kind in marked if m["level"] == "name"}
    a = {s for s, kind in ours.items() if kind in KINDS}
    b = {s for s, kind in theirs.items() if kind in KINDS}
    tally.add("names: span", len(set(ours) & set(theirs)), len(ours), len(theirs))
    same = {s for s in a & b if ours[s] == theirs[s]}
    tally.add("names: span and kind", len(same), len(a), len(b))
    for kind in KINDS:
        of = lambda spans, kinds: [s for s in spans if kinds[s] == kind]  # noqa: E731
        tally.add(f"names: {kind}", len(of(same, ours)), len(of(a, ours)), len(of(b, theirs)))
    for s in sorted((a | b) - same):
        if s in ours and s in theirs:
            error("name", f"{ours[s]}, should be {theirs[s]}", s)
            continue
        others = ours if s in theirs else theirs
        near = [o for o in others if overlap(o, s)]
        if s in ours and near:
            continue  # told with the name that should be there
        what = f"missed ({theirs[s]})" if s in theirs else f"no name ({ours[s]})"
        error("name", what, s, f"has {words(gold, near)}" if near else "")


def words(gold, spans):
    return ", ".join(f"[{gold['text'][a:b]}]" for a, b in spans)


def read(row, gold):
    """Not in furniture that nobody marks."""
    return not any(overlap(row[0], span(f)) for f in gold["furniture"] if f["kind"] not in READ)


def times(found, gold, tally, error):
    ours = [row for row in ((span(t), t["value"]) for t in found["times"]) if read(row, gold)]
    theirs = [row for row in ((span(t), t["value"]) for t in gold["times"]) if read(row, gold)]
    pairs = paired(ours, theirs, lambda f, w: f[0] == w[0])
    exact = [(i, k) for i, k in pairs if ours[i][0] == theirs[k][0]]
    valued = [(i, k) for i, k in exact if ours[i][1] == theirs[k][1]]
    for measure, right in (("words in common", pairs), ("span", exact), ("span and value", valued)):
        tally.add(f"times: {measure}", len(right), len(ours), len(theirs))
    for i, k in pairs:
        if ours[i] != theirs[k]:
            what = "span" if ours[i][0] != theirs[k][0] else "value"
            error("time", what, theirs[k][0], f"{theirs[k][1]}; has {words(gold, [ours[i][0]])} {ours[i][1]}")
    singles("time", ours, theirs, pairs, error)


def singles(layer, ours, theirs, pairs, error):
    """What only one side has."""
    for k in sorted(set(range(len(theirs))) - {k for _, k in pairs}):
        error(layer, "missed", theirs[k][0], str(theirs[k][1]))
    for i in sorted(set(range(len(ours))) - {i for i, _ in pairs}):
        error(layer, f"no {layer}", ours[i][0], str(ours[i][1]))


def quantities(found, gold, tally, error):
    number = lambda q: (q["value"], q["low"], q["high"])  # noqa: E731
    ours = [(span(q), number(q), q["unit"]) for q in found["quantities"]]
    theirs = [(span(q["text"]), number(q), q["unit"]) for q in gold["quantities"]]
    ours, theirs = ([row for row in rows if read(row, gold)] for rows in (ours, theirs))
    pairs = paired(ours, theirs, lambda f, w: f[1] == w[1])
    valued = [(i, k) for i, k in pairs if ours[i][1] == theirs[k][1]]
    unit = [(i, k) for i, k in valued if ours[i][2] == theirs[k][2]]
    tally.add("quantities: words in common", len(pairs), len(ours), len(theirs))
    tally.add("quantities: value and bounds", len(valued), len(ours), len(theirs))
    tally.add("quantities: of those, the unit", len(unit), len(valued), len(valued))
    for i, k in pairs:
        if ours[i] != theirs[k] and (ours[i][1] != theirs[k][1] or ours[i][2] != theirs[k][2]):
            what = "value" if ours[i][1] != theirs[k][1] else "unit"
            has = f"has {words(gold, [ours[i][0]])} {ours[i][1]} {ours[i][2]}"
            error("quantity", what, theirs[k][0], f"{theirs[k][1]} {theirs[k][2]}; {has}")
    singles("quantity", ours, theirs, pairs, error)


def analyses(program, stories):
    """What the program reads, by the report's name."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for story in stories:
            for row in convert.reports(story):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        done = subprocess.run([program, "analyze", file.name], check=True, capture_output=True)
    return {row["source_id"]: row for row in map(json.loads, done.stdout.decode("utf-8").splitlines())}


def measured(program, stories, verbose):
    found, tally = analyses(program, stories), Tally()
    for story in stories:
        for gold in convert.gold_accounts(story):
            name, text = gold["source_id"], gold["text"]
            if found[name]["text"] != text:
                raise SystemExit(f"{name}: the program read another text; positions cannot be held against gold")

            def error(layer, what, s, more="", name=name, text=text):
                if verbose:
                    around = text[max(0, s[0] - 40) : s[1] + 30].replace("\n", " ")
                    print("\t".join((layer, what, name, f"{s[0]}-{s[1]}", text[s[0] : s[1]], more, around)))

            for layer in (names, times, quantities):
                layer(found[name], gold, tally, error)
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crossread", default=str(ROOT / "build/release/crossread"))
    parser.add_argument("-v", "--verbose", action="store_true", help="print the errors, too")
    parser.add_argument("stories", nargs="*", default=[str(ROOT / "corpus" / "stories")])
    args = parser.parse_args()

    parts = collections.defaultdict(list)
    for folder in reader.stories_in(args.stories):
        story = reader.read_story(folder)
        if story.faults:
            print(f"{folder.name}: left out, the checker refuses it", file=sys.stderr)
        else:
            parts[splits.part_of(folder.name)].append(story)
    tallies = {part: measured(args.crossread, parts[part], args.verbose) for part in ("train", "dev") if parts[part]}
    for part in tallies:
        print(f"{part}: {len(parts[part])} stories, {sum(len(s.reports) for s in parts[part])} reports")
    heads = " | ".join(f"{part}: n | P | R | F1" for part in tallies)
    print(f"\n| | {heads} |\n|---|" + "---:|" * 4 * len(tallies))
    for rows in zip(*(tally.rows() for tally in tallies.values())):
        cells = [cell for _, n, *values in rows for cell in [str(n), *(f"{v:.3f}" for v in values)]]
        print(f"| {rows[0][0]} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
