#!/usr/bin/env python3
"""How time, memory and store grow with the number of reports: `growth.py CROSSREAD [N ...]`.

Makes N reports out of the sentences of examples/ with other names and numbers in each world of 24, adds them to a fresh store, and prints
reports/s, peak memory, bytes of store a report, and the slope of log(time) over log(N). Copies and stories keep their share however large N is.
"""

import json
import math
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def example_rows(program):
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([program, "add", str(ROOT / "examples"), "--into", f"{scratch}/s", "--quiet"], check=True)
        out = subprocess.run([program, "export", f"{scratch}/s", "--only", "reports", "--format", "jsonl"], check=True, capture_output=True)
    rows = [json.loads(line) for line in out.stdout.splitlines()]
    return [{"id": row["source_id"], "outlet": row["outlet"] or "Unnamed", "title": row["title"], "text": row["text"]} for row in rows]


def world(rows, number):
    """The rows with every word of five letters or more turned into one of this world's own, the same everywhere in the world."""
    shift = random.Random(number).randrange(1, 10**9)

    def turned(match):
        word = match.group()
        letters = random.Random(f"{shift} {word.lower()}")
        made = "".join(letters.choice("bcdfglmnprstv") + letters.choice("aeiou") for _ in range(3))
        return made.capitalize() if word[0].isupper() else made

    day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
    for row in rows:
        changed = {key: re.sub(r"[A-Za-z]{5,}", turned, row[key]) for key in ("title", "text")}
        yield {**row, **changed, "id": f"{number}/{row['id']}", "published": day}


def measure(program, rows, count, scratch):
    file = Path(scratch) / f"{count}.jsonl"
    with open(file, "w", encoding="utf-8") as out:
        written = 0
        for number in range(count // len(rows) + 1):
            for row in world(rows, number):
                if written < count:
                    out.write(json.dumps(row) + "\n")
                    written += 1
    store = Path(scratch) / f"{count}.crossread"
    started = time.monotonic()
    done = subprocess.run(["/usr/bin/time", "-f", "%M", program, "add", str(file), "--into", str(store), "--quiet"], check=True, capture_output=True)
    seconds = time.monotonic() - started
    size = sum(path.stat().st_size for path in Path(scratch).glob(store.name + "*"))
    print(f"{count:>9} reports  {count / seconds:8.0f} reports/s  {int(done.stderr.split()[-1]) / 1024:7.0f} MiB peak  {size / count:7.0f} bytes a report", flush=True)
    return seconds


def main():
    program, counts = sys.argv[1], [int(word) for word in sys.argv[2:]] or [1000, 3000, 10000]
    rows = example_rows(program)
    with tempfile.TemporaryDirectory() as scratch:
        points = [(math.log(count), math.log(measure(program, rows, count, scratch))) for count in counts]
    if len(points) > 1:
        x, y = (sum(values) / len(points) for values in zip(*points))
        print(f"growth exponent {sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points):.3f}")


if __name__ == "__main__":
    main()
