#!/usr/bin/env python3
"""Compiles the frames of events, data/lexicon/en/event_frames.tsv.

    python3 training/lexicon/make_event_frames.py --data FOLDER
        [--out data/lexicon/en/event_frames.tsv]

FOLDER holds, as they are published or with .gz at the end:
  CAMEO.2.0.txt          openeventdata/petrarch2 @ 676801c, verb dictionary (MIT)
  cameo_to_plover.tsv    codes of CAMEO with their types and modes, from the PLOVER manual (facts)
Our own frames are beside this script (event_frames.own.txt) and go before all others. What the corpus teaches is in the
model (training/events.py), to which the frames are a look among others: so no frame comes from the corpus.
"""

import argparse
import gzip
import re
from pathlib import Path

HERE = Path(__file__).parent
DATE = "2026-11-22"
CLASSES = {"v": "verb", "n": "noun", "a": "adjective"}
CAMEO_CONFIDENCE = 500
# Everyday verbs whose block in the dictionary says little about what they mean without their object.
PLAIN = {"ASSAULT", "COERCE", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "AID"}  # without object
TOO_WIDE = set("""accelerate accept act add adopt affect agree aim allow announce answer appear approve argue arrange ask
assert be become begin believe bid bring build call can carry cause change claim clear come complete conclude conduct confirm
consider contain continue control convince cost cover create decide declare deliver demand deny describe design determine
develop direct do draw draft drop end enter establish expect explain express extend face fall feel file fill find finish follow
form gain get give go grow guide handle have head hear help hold hope improve include indicate inform introduce issue join keep
know land last launch lead learn leave let like live look lose maintain make manage mark may mean mention move need note
notice obtain offer open order pass pay perform place plan play point post prepare present produce provide put raise reach
read receive remain report require resume return reveal rise run say see seek seem send serve set settle share show sign sit
speak spend stand start state stay stop study suggest take talk tell think tie tour try turn understand use vote wait walk
break weep regret contradict hang lower sell withhold drop book recount slaughter run count measure weigh cut rest sleep
want watch win wish work write reply respond comment clarify remark complete attend contact""".split())


def open_text(folder, name):
    path = folder / name
    return path.open() if path.exists() else gzip.open(folder / (name + ".gz"), "rt", errors="replace")


def own_rows(path):
    for line in path.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        head, words = line.split(" : ", 1)
        kind, word_class, confidence, *roles = head.split()
        kind, _, mode = kind.partition("/")
        for entry in words.split(","):
            lemma, *conditions = entry.split()
            lemma, conditions = compound(lemma, conditions)
            yield (lemma, CLASSES[word_class], " ".join(conditions) or "-", "-" if kind == "none" else kind, mode or "-",
                   " ".join(r for r in roles if r != "-") or "-", int(confidence))


def compound(lemma, conditions):
    """drone_strike is strike with the modifier drone."""
    if "_" not in lemma:
        return lemma, conditions
    modifier, lemma = lemma.split("_")
    return lemma, [f"mod={modifier}", *conditions]


def plover_of(path_lines):
    table = {}
    for line in list(path_lines)[1:]:
        code, kind, mode = (line.rstrip("\n").split("\t") + ["", ""])[:3]
        table[code] = kind
    return table


def kind_of(code, table):
    code = code.split(":")[0].strip("[]() ")
    if code.startswith("163"):
        return "SANCTION"
    while code:
        if code in table:
            return table[code]
        code = code[:-1]
    return None


ROLES = {"REQUEST": "s:a o:r to:r of:r from:r on:r", "AGREE": "s:a o:r with:r to:r", "AID": "s:a o:r to:r",
         "CONSULT": "s:a o:r with:r", "COOPERATE": "s:a o:r with:r", "RETREAT": "s:a o:r from:r"}


def cameo_rows(lines, table):
    """Verbs with the code of their block, and `- * OBJECT [code]` as a condition on the object."""
    default, verbs = None, []
    for line in lines:
        line, _, found_with = (part.strip() for part in line.partition("#"))
        block = re.match(r"---\s*(\S+)\s*\[([^\]]*)\]", line)
        if block:
            default, verbs = kind_of(block[2], table) if block[2] != "---" else None, []
        elif line.startswith("- "):
            pattern = re.match(r"- \* ([A-Z]{4,})\s*\[(\d+)", line)
            kind = pattern and kind_of(pattern[2], table)
            if kind and kind in ROLES or kind and default:
                for verb in verbs:
                    if kind == default or verb.upper() not in re.findall("[A-Z]+", found_with):
                        continue
                    yield verb, f"o={pattern[1].lower()}", kind
        elif re.match(r"[A-Z]{3,}\b(?!_)", line) and not line.startswith("+"):
            verb = re.match(r"[A-Z]+", line)[0].lower()
            own = re.search(r"\[(\d+)\]", line)
            verbs.append(verb)
            kind = kind_of(own[1], table) if own else default
            if kind in PLAIN and verb not in TOO_WIDE:
                yield verb, "-", kind


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parents[1] / "data/lexicon/en/event_frames.tsv")
    args = parser.parse_args()
    rows, known = [], set()
    for row in own_rows(HERE / "event_frames.own.txt"):
        if row[:3] not in known:
            rows.append(row)
            known.add(row[:3])
    plain = {(lemma, word_class) for lemma, word_class, condition in known if word_class == "noun" or condition == "-"}
    with open_text(args.data, "cameo_to_plover.tsv") as lines:
        table = plover_of(lines)
    with open_text(args.data, "CAMEO.2.0.txt") as lines:
        for verb, condition, kind in cameo_rows(lines, table):
            if (verb, "verb", condition) in known or (verb, "verb") in plain:
                continue
            known.add((verb, "verb", condition))
            rows.append((verb, "verb", condition, kind, "-", ROLES.get(kind, "-"), CAMEO_CONFIDENCE))
    rows.sort(key=lambda row: row[:2])
    args.out.write_text(HEADER + "".join("\t".join(map(str, row)) + "\n" for row in rows))


HEADER = f"""# Frames of events: lemma, class of word, conditions, type, mode, roles, confidence in thousandths.
# Conditions (all must hold) and roles name slots: s subject, o object, poss possessor, mod modifier before a noun, prt
# particle, inf infinitive or clause, else a preposition; roles are a actor, r recipient, i instrument, p place, n none.
# Within a word the frames with most conditions are tried first, then in this order. Type - : this use is no event.
# Source: our own (training/lexicon/event_frames.own.txt, 600 to 850) and the CAMEO.2.0 verb dictionary of PETRARCH2,
# openeventdata/petrarch2 @ 676801c (500; Copyright (c) 2015 Open Event Data Alliance), with PLOVER's table of CAMEO codes.
# Licence: Apache-2.0, the rows of 500 MIT.
# Made by: training/lexicon/make_event_frames.py, {DATE}.
"""


if __name__ == "__main__":
    main()
