#!/usr/bin/env python3
"""Which stories are for training and which for measuring: fixed by the story's id alone, so no story ever changes sides.

The rule: the first eight hex digits of SHA-256 of the id, modulo 5; 0 is dev, the rest train. `splits.py --write` writes corpus/splits.tsv.
"""
import hashlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def part_of(story_id):
    return "dev" if int(hashlib.sha256(story_id.encode("utf-8")).hexdigest()[:8], 16) % 5 == 0 else "train"


def table():
    names = sorted(p.name for p in (HERE / "stories").iterdir() if (p / "story.txt").exists())
    head = "# story\tpart: by SHA-256 of the story's id, first eight hex digits modulo 5; 0 is dev (corpus/tools/splits.py)\n"
    return head + "".join(f"{n}\t{part_of(n)}\n" for n in names)


if __name__ == "__main__":
    if "--write" in sys.argv:
        (HERE / "splits.tsv").write_text(table(), encoding="utf-8")
    sys.stdout.write(table())
