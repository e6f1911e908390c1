"""Which stories are for training and which for measuring: fixed by the story's id alone, so none ever changes sides.

The rule: the first eight hex digits of SHA-256 of the id, modulo 5; 0 is dev, the rest train. card.py writes the table,
corpus/splits.tsv.
"""

import hashlib


def part_of(story_id):
    return "dev" if int(hashlib.sha256(story_id.encode("utf-8")).hexdigest()[:8], 16) % 5 == 0 else "train"


def table(names):
    head = "# story\tpart: by SHA-256 of the id, first eight hex digits modulo 5; 0 is dev (corpus/tools/splits.py)\n"
    return head + "".join(f"{n}\t{part_of(n)}\n" for n in sorted(names))
