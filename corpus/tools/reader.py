"""Reads a story: a folder with its reports (r1.txt, r2.txt ...) and story.txt for what they share.

story.txt holds the entities with their aliases, and then what holds between reports: stories, lineage, origins,
claims with slots and positions, pairs that must stay apart. Evidence is a note of a report (`r1:e2`). See GUIDE.md,
section 8.
"""

import re
from pathlib import Path

import vocabulary as voc
from model import Bad, Claim, Edge, Entity, Event, Evidence, Fault, Position, Slot, Span, Statement, Story
from notes import DATE, PASSAGE, allowed, key_of, scan_note, word_in
from report import read_header, read_lines, read_report


def is_passages(folder):
    """Whether a folder holds unconnected passages, marked for statements and events alone (GUIDE.md, section 10)."""
    return Path(folder).resolve().parent.name == "passages"


def is_short(folder):
    """Whether a folder holds a short story: a few paragraphs of some outlets on one thing, for training (GUIDE.md, section 11)."""
    return Path(folder).resolve().parent.name == "shorts"


def read_story(folder, second=False):
    """A story with its reports; everything that is wrong is in `faults`.

    A second marking has some of the reports, and of story.txt the entities alone; passages have no story in common.
    """
    folder = Path(folder)
    path = folder / "story.txt"
    story = Story(folder.name, folder, {}, {}, {}, [], [], [], [], [], [], [], [], [])
    if not path.exists():
        story.faults.append(Fault(str(path), 1, "is missing"))
        return story
    lines = read_lines(path, story.faults)
    fault = lambda n, message: story.faults.append(Fault(str(path), n, message))  # noqa: E731
    body = next((i for i, line in enumerate(lines) if line.startswith("=== ")), len(lines))
    story.header = read_header(lines[:body], {"title", "topic", "countries", "writer", "license"}, fault)
    for name in ("title", "topic"):
        if not story.header.get(name):
            fault(1, f"the header lacks {name}:")
    notes = []
    for number, line in enumerate(lines[body + 1 :], body + 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            notes.append(scan_note(line.strip(), number, 0))
        except Bad as bad:
            fault(number, str(bad))
    run_notes(story, [n for n in notes if n.word in ENTITY_NOTES], ENTITY_NOTES, fault)
    for file in sorted(folder.glob("r*.txt"), key=lambda p: (len(p.stem), p.stem)):
        if not re.fullmatch(r"r\d+", file.stem):
            story.faults.append(Fault(str(file), 1, "reports are called r1.txt, r2.txt ..."))
            continue
        report = read_report(file, story)
        if report:
            story.reports[report.short] = report
    if not story.reports:
        fault(1, "there are no reports")
    if second or is_passages(folder):
        return story
    run_notes(story, [n for n in notes if n.word not in ENTITY_NOTES], STORY_NOTES, fault)
    check_story(story, fault)
    return story


def run_notes(story, notes, readers, fault):
    for note in notes:
        try:
            if note.word not in readers:
                raise Bad(f"unknown note '{note.word}' (one of: {' '.join(sorted(ENTITY_NOTES | STORY_NOTES))})")
            readers[note.word](story, note)
        except Bad as bad:
            fault(note.line, str(bad))


def read_entity(story, note):
    allowed(note, "country", "sector")
    words = [v.text for v in note.bare if not v.phrase]
    names = [v.text for v in note.bare if v.phrase]
    if len(words) < 2 or len(names) != 1:
        raise Bad('entity KEY KIND "Name" [country=] [sector=] [nameless]')
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", words[0]):
        raise Bad(f"'{words[0]}': a key is in capitals")
    if words[0] in story.entities:
        raise Bad(f"{words[0]} is declared twice")
    for flag in words[2:]:
        word_in(flag, {"nameless"}, "flag")
    country, sector = note.one("country"), note.one("sector")
    if country and not re.fullmatch(r"[A-Z]{3}", country.text):
        raise Bad(f"country={country.text} is no three-letter code")
    nameless = "nameless" in words[2:]
    story.entities[words[0]] = Entity(
        words[0],
        word_in(words[1], voc.KINDS, "kind"),
        names[0],
        country.text if country else "",
        word_in(sector.text, voc.SECTORS, "sector") if sector else "",
        [] if nameless else list(names),
        [],
        nameless,
        note.line,
    )


def last_entity(story):
    if not story.entities:
        raise Bad("stands under no entity")
    return list(story.entities.values())[-1]


def read_alias(story, note):
    allowed(note)
    words = [v.text for v in note.bare]
    entity = last_entity(story)
    target = entity.aliases if note.word == "alias" else entity.demonyms
    target.extend(w for w in words if w not in target)


def reports_of(story, values):
    for v in values:
        if v.phrase or v.text not in story.reports:
            raise Bad(f"there is no report {v.text}")
    return [v.text for v in values]


def read_not_same(story, note):
    keys = [key_of(story, v) for v in note.bare]
    if len(keys) != 2 or keys[0] == keys[1]:
        raise Bad("not_same KEY KEY")
    story.not_same.append(tuple(keys))


def read_part(story, note):
    allowed(note, "follows")
    if len(note.bare) < 2:
        raise Bad("story S1 r1 r2 ... [follows=S0]")
    story.parts.append(
        (note.bare[0].text, reports_of(story, note.bare[1:]), [v.text for v in note.fields.get("follows", [])])
    )


def read_lineage(story, note):
    """lineage r2 from r1 near 2-5=2-5 7=6: paragraphs of the one and of the other."""
    allowed(note)
    words = [v.text for v in note.bare]
    if len(words) < 4 or words[1] not in ("from", "to", "unknown"):
        raise Bad("lineage r2 from r1 KIND PASSAGES (2-5=2-5: paragraphs of r2 = of r1)")
    a, b = reports_of(story, [note.bare[0], note.bare[2]])
    if a == b:
        raise Bad("a report is no copy of itself")
    kinds = [word_in(k, voc.LINEAGE, "kind of copy") for k in words[3].split("|")]
    passages = []
    for text in words[4:]:
        m = PASSAGE.match(text)
        if not m:
            raise Bad(f"'{text}' is no passage (2-5=2-5)")
        passages.append(
            (
                paragraph_range(story.reports[a], m.group(1), m.group(2)),
                paragraph_range(story.reports[b], m.group(3), m.group(4)),
            )
        )
    if not passages:
        raise Bad("the passages are missing (2-5=2-5)")
    story.edges.append(Edge(a, b, kinds, words[1], passages, note.line))


def paragraph_range(report, first, last):
    lo, hi = int(first), int(last or first)
    if not 1 <= lo <= hi <= len(report.paragraphs):
        raise Bad(f"{report.short} has no paragraphs {lo}-{hi}")
    return Span(report.paragraphs[lo - 1].start, report.paragraphs[hi - 1].end)


def read_tolerate(story, note):
    allowed(note)
    story.tolerated.append(tuple(reports_of(story, note.bare)))


def read_origin(story, note):
    allowed(note)
    label = next((v.text for v in note.bare if v.phrase), "")
    story.origins.append((label, reports_of(story, [v for v in note.bare if not v.phrase])))


EVIDENCE = re.compile(r"(r\d+):([a-z]_?\d+[a-z]?)$")


def evidence(story, value):
    """r1:e2 (a note of a report); the span is its trigger, content or words."""
    m = None if value.phrase else EVIDENCE.match(value.text)
    if not m:
        raise Bad(f"'{value.text}' is no evidence (r1:e2, r2:s1, r3:q4)")
    report = story.reports.get(m.group(1))
    if not report:
        raise Bad(f"there is no report {m.group(1)}")
    row = report.ids.get(m.group(2))
    if row is None:
        raise Bad(f"{m.group(1)} has no note {m.group(2)}")
    return Evidence(report.short, span_of(row), m.group(2))


def span_of(row):
    if isinstance(row, Event):
        return row.trigger
    if isinstance(row, Statement):
        return row.content[0] if row.content else row.who
    return row.span


def read_claim(story, note):
    allowed(note, "date", "origins")
    phrases = [v.text for v in note.bare if v.phrase]
    words = [v for v in note.bare if not v.phrase]
    if len(phrases) != 1 or len(words) < 3:
        raise Bad('claim KEY event|statement "summary" r1:e1 r2:s2 ... [date=]')
    key = words[0].text
    if any(c.key == key for c in story.claims):
        raise Bad(f"{key} is declared twice")
    date = note.one("date")
    if date and not DATE.match(date.text):
        raise Bad(f"'{date.text}' is no date")
    story.claims.append(
        Claim(
            key,
            word_in(words[1].text, {"event", "statement"}, "kind of claim"),
            phrases[0],
            date.text if date else "",
            [evidence(story, v) for v in words[2:]],
            [],
            [],
            [int(v.text) for v in note.fields.get("origins", [])],
            note.line,
        )
    )


def read_dissent(story, note):
    if not story.claims:
        raise Bad("stands under no claim")
    words = list(note.bare)
    why = word_in(words[0].text if words else "", {"denied", "corrected", "doubted"}, "kind of dissent")
    story.claims[-1].dissent.extend((why, evidence(story, v)) for v in words[1:])


def read_slot(story, note):
    allowed(note, "unit", "of")
    if not story.claims:
        raise Bad("stands under no claim")
    words = [v.text for v in note.bare]
    if len(words) not in (2, 3):
        raise Bad("slot KIND VERDICT [unit=] [of=] [opt]")
    unit, of = note.one("unit"), note.one("of")
    kinds = [word_in(k, voc.SLOTS, "slot") for k in words[0].split("|")]
    story.claims[-1].slots.append(
        Slot(
            kinds[0],
            unit.text if unit else "",
            of.text if of else "",
            [word_in(v, voc.VERDICTS, "verdict") for v in words[1].split("|")],
            [],
            "opt" in words,
            note.line,
            kinds[1:],
        )
    )


def read_pos(story, note):
    allowed(note, "by", "over", "held")
    if not story.claims or not story.claims[-1].slots:
        raise Bad("stands under no slot")
    if len(note.bare) < 2:
        raise Bad("pos VALUE r1:q1 ...: a position has evidence")
    over, held = note.one("over"), note.one("held")
    story.claims[-1].slots[-1].positions.append(
        Position(
            note.bare[0].text,
            [evidence(story, v) for v in note.bare[1:]],
            [key_of(story, v) for v in note.fields.get("by", [])],
            over.text if over else "",
            held.text if held else "",
            note.line,
        )
    )


def read_pair(story, note):
    allowed(note)
    why = next((v.text for v in note.bare if v.phrase), "")
    items = [evidence(story, v) for v in note.bare if not v.phrase]
    if len(items) != 2 or not why:
        raise Bad(f'{note.word} r1:e1 r2:e3 "why"')
    (story.compatible if note.word == "compatible" else story.apart).append((items[0], items[1], why))


ENTITY_NOTES = {"entity": read_entity, "alias": read_alias, "adj": read_alias}
STORY_NOTES = {
    "not_same": read_not_same,
    "story": read_part,
    "lineage": read_lineage,
    "tolerate": read_tolerate,
    "origin": read_origin,
    "claim": read_claim,
    "dissent": read_dissent,
    "slot": read_slot,
    "pos": read_pos,
    "compatible": read_pair,
    "apart": read_pair,
}


def check_story(story, fault):
    for what, groups in (("story", [p[1] for p in story.parts]), ("origin", [o[1] for o in story.origins])):
        told = [r for g in groups for r in g]
        for r in story.reports:
            if told.count(r) != 1:
                fault(1, f"{r} stands in {told.count(r)} {what} lines, not in one")
    check_lineage(story, fault)
    names = [p[0] for p in story.parts]
    for key, _, follows in story.parts:
        for f in follows:
            if f not in names or f == key:
                fault(1, f"story {key} follows={f} points nowhere")
    for c in story.claims:
        for s in c.slots:
            if len(s.positions) < (1 if s.verdicts[0] in ("agreed", "single") else 2):
                fault(s.line, f"slot {s.slot} of {c.key} is {s.verdicts[0]} and has {len(s.positions)} positions")
            values = [p.value for p in s.positions]
            for p in s.positions:
                if p.supersedes and p.supersedes not in values:
                    fault(p.line, f"over={p.supersedes} is no position of this slot")
    for e in story.entities.values():
        if not any(m.key == e.key for r in story.reports.values() for m in r.mentions):
            fault(e.line, f"{e.key} is mentioned in no report")


def check_lineage(story, fault):
    """Two that took from the same report share words: a line says how, or that they may be seen either way."""
    told = {frozenset((e.report, e.other)) for e in story.edges} | {frozenset(p) for p in story.tolerated}
    for i, e in enumerate(story.edges):
        if (
            e.direction == "from"
            and story.reports[e.report].header.get("published", "")
            < story.reports[e.other].header.get("published", "")[:10]
        ):
            fault(e.line, f"{e.report} came out before {e.other}, from which it is said to be taken")
        for f in story.edges[:i]:
            mates = frozenset((e.report, f.report))
            if e.direction == f.direction == "from" and e.other == f.other and len(mates) == 2 and mates not in told:
                if any(p.start < q.end and q.start < p.end for _, p in e.passages for _, q in f.passages):
                    fault(
                        e.line,
                        f"{e.report} and {f.report} both took from {e.other}: "
                        "a lineage or tolerate line is missing for the two",
                    )


def stories_in(paths):
    """The story folders under the given paths, in order."""
    found = []
    for path in map(Path, paths):
        if path.is_file():
            path = path.parent
        inner = (
            [path]
            if (path / "story.txt").exists() or list(path.glob("r*.txt"))
            else sorted(p for p in path.iterdir() if p.is_dir())
        )
        found.extend(p for p in inner if p not in found)
    return found
