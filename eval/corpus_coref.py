#!/usr/bin/env python3
"""How well it is settled who is who, on our corpus: `eval/corpus_coref.py --crossread build/release/crossread [-v]`.

Runs `crossread analyze` over the reports, train and dev apart, and holds the clusters of `entities[]` against those of
`corpus/tools/convert.py coref`. Prints a table; with -v the links that are wrong or missing. Its recorded figures stand in
docs/quality.md.

  MUC, B3, LEA   links; mentions; links by the size of their clusters (Moosavi and Strube, ACL 2016). Precision, recall, F1.
                 Clusters of one mention are left out on both sides, demonyms too
  mentions       exact characters, of clusters of two or more
  names ...      of the gold mentions that have one before them, by level: how many stand in a cluster of ours with one of
                 those before them; a mention counts as found where ours and gold's overlap and end or begin together
  relative       who and which, which the guide marks and the program does not: counted in names ... alone, apart
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

RELATIVE = {"who", "whom", "whose", "which"}


def gold_of(split):
    """Rows {id, text, clusters: [[(start, end, level), ...], ...]} of a part of the corpus, without demonyms."""
    rows = []
    for folder in sorted((ROOT / "corpus" / "stories").iterdir()):
        if splits.part_of(folder.name) == split:
            for row in convert.coref(reader.read_story(folder)):
                kept = [[(s, e, level_of(row["text"], s, e, level)) for s, e, level in chain if level != "demonym"]
                        for chain in row["clusters"]]
                rows.append({"id": row["id"], "text": row["text"], "clusters": kept})
    return rows


def level_of(text, start, end, level):
    return "relative" if text[start:end].lower() in RELATIVE else level


def read(crossread, rows):
    """Our clusters by report: [[(start, end), ...], ...]."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        for row in rows:
            print(json.dumps({"id": row["id"], "text": row["text"]}), file=file)
        file.flush()
        command = [crossread, "analyze", file.name, "--format", "jsonl"]
        out = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    found = {}
    for line in out.splitlines():
        analysis = json.loads(line)
        chains = collections.defaultdict(list)
        for mention in analysis["entities"]:
            chains[mention["entity"]].append((mention["start"], mention["end"]))
        found[analysis["source_id"]] = list(chains.values())
    return found


def where(chains):
    return {span: number for number, chain in enumerate(chains) for span in chain}


def parts(chain, other):
    """Sizes of the parts into which the other's clusters cut the chain; whoever is in none is alone."""
    sizes = collections.Counter(other[span] for span in chain if span in other)
    return list(sizes.values()) + [1] * (len(chain) - sum(sizes.values())), sizes.values()


def links(size):
    return size * (size - 1) / 2


class Measures:
    """Kept and wanted, for precision and recall, by measure."""

    def __init__(self):
        self.sums = collections.defaultdict(lambda: [0.0] * 4)

    def add(self, gold, ours):
        for side, chains, other in ((0, ours, where(gold)), (2, gold, where(ours))):
            for chain in chains:
                pieces, held = parts(chain, other)
                size = len(chain)
                kept = {"MUC": size - len(pieces), "B3": sum(n * n for n in held) / size,
                        "LEA": size * sum(map(links, held)) / links(size), "mentions": sum(held)}
                wanted = {"MUC": size - 1, "B3": size, "LEA": size, "mentions": size}
                for name, value in kept.items():
                    self.sums[name][side] += value
                    self.sums[name][side + 1] += wanted[name]

    def rows(self):
        for name, (kept, found, right, wanted) in self.sums.items():
            p, r = kept / found if found else 0, right / wanted if wanted else 0
            yield name, int(wanted), p, r, 2 * p * r / (p + r) if p + r else 0


def stands_for(span, ours):
    """Our cluster of a gold mention, None if we have none for it."""
    if span in ours:
        return ours[span]
    near = [other for other in ours if other[0] < span[1] and span[0] < other[1]
            and (other[0] == span[0] or other[1] == span[1])]
    return ours[min(near, key=lambda other: abs(other[0] - span[0]) + abs(other[1] - span[1]))] if near else None


def count_links(row, chains, tally, verbose):
    """Adds to tally[level] [right, wanted]."""
    ours = where(chains)
    for chain in row["clusters"]:
        before = []
        for start, end, level in sorted(chain):
            number = stands_for((start, end), ours)
            if before:
                right = number is not None and number in [stands_for(span, ours) for span in before]
                tally[level][0] += right
                tally[level][1] += 1
                if verbose and not right:
                    said = row["text"]
                    last = said[slice(*before[-1])]
                    around = said[max(0, start - 60) : end + 25].replace("\n", " ")
                    held = [said[slice(*span)] for span in chains[number]][:3] if number is not None else None
                    print(f"{level}\t{row['id']}\t{said[start:end]}\tmeans {last}\tours {held}\t{around}")
            before.append((start, end))


def measure(crossread, split, verbose):
    rows = gold_of(split)
    found = read(crossread, rows)
    measures, tally = Measures(), collections.defaultdict(lambda: [0, 0])
    for row in rows:
        ours = found[row["id"]]
        gold = [[(s, e) for s, e, level in chain if level != "relative"] for chain in row["clusters"]]
        measures.add([chain for chain in gold if len(chain) > 1], [chain for chain in ours if len(chain) > 1])
        count_links(row, ours, tally, verbose)
    print(f"\n{split}: {len(rows)} reports\n\n| | wanted | P | R | F1 |\n|---|---|---|---|---|")
    for name, wanted, p, r, f1 in measures.rows():
        print(f"| {name} | {wanted} | {p:.3f} | {r:.3f} | {f1:.3f} |")
    for level, (right, wanted) in sorted(tally.items()):
        print(f"| links of {level}s | {wanted} | | {right / wanted:.3f} | |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crossread", required=True)
    parser.add_argument("--split", choices=("train", "dev"), action="append")
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    for split in arguments.split or ("train", "dev"):
        measure(arguments.crossread, split, arguments.verbose)


if __name__ == "__main__":
    main()
