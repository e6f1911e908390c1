"""The notes of a report, one reader a word (`ref`, `say`, `ev` ...): each adds rows to the report or says what is
wrong.

To add a kind of note: a reader here, a row in NOTES, a section in GUIDE.md.
"""

import vocabulary as voc
from accounts import interval
from model import Bad, Event, Furniture, Mention, Office, Quantity, Statement, Time
from notes import (
    Value,
    allowed,
    auto_id,
    date_value,
    find,
    key_of,
    next_day,
    number_of,
    parties,
    take_id,
    time_type,
    word_in,
)


def read_ref(report, story, note):
    allowed(note)
    if len(note.bare) < 2:
        raise Bad('ref KEY "words" ...')
    key = key_of(story, note.bare[0])
    for value in note.bare[1:]:
        for span in find(report, value, note, True):
            pronoun = report.exact(span).casefold() in voc.PRONOUNS
            report.mentions.append(Mention(key, span, "pronoun" if pronoun else "nominal", line=note.line))


def read_name(report, story, note):
    allowed(note)
    if len(note.bare) < 2:
        raise Bad('name KEY "words" ...')
    key = key_of(story, note.bare[0])
    for value in note.bare[1:]:
        for span in find(report, value, note, True):
            report.mentions.append(Mention(key, span, "name", line=note.line))


def read_adj(report, story, note):
    before = len(report.mentions)
    read_name(report, story, note)
    for m in report.mentions[before:]:
        m.level = "demonym"


def read_not(report, story, note):
    allowed(note)
    for value in note.bare:
        report.not_names.extend(find(report, value, note, True))


def read_scare(report, story, note):
    allowed(note)
    for value in note.bare:
        report.scare.extend(find(report, value, note, True))


def read_office(report, story, note):
    allowed(note)
    keys = [v for v in note.bare if not v.phrase and v.text != "*"]
    key = key_of(story, keys[0]) if keys else ""
    for value in note.bare:
        if value.phrase:
            report.offices.extend(Office(s, key) for s in find(report, value, note, True))


def read_time(report, story, note):
    allowed(note)
    name = take_id(report, note, "t")
    if not note.bare or not note.bare[0].phrase or len(note.bare) not in (2, 3):
        raise Bad('time "words" VALUE [SET]')
    kind = time_type(note.bare[1].text)
    if len(note.bare) == 3:
        kind = word_in(note.bare[2].text, {"SET"}, "type of time")
    for span in find(report, note.bare[0], note, True):
        time = Time(span, kind, note.bare[1].text, name or auto_id(report, "t"), note.line)
        report.times.append(time)
        report.ids[time.id] = time


def read_qty(report, story, note):
    allowed(note, "of", "part")
    name = take_id(report, note, "q")
    if len(note.bare) != 3 or not note.bare[0].phrase:
        raise Bad('qty "words" NUMBER UNIT [of=...] [part=q1]')
    value, low, high = number_of(note.bare[1].text)
    of, part = note.one("of"), note.one("part")
    row = Quantity(
        find(report, note.bare[0], note),
        value,
        low,
        high,
        note.bare[2].text,
        of.text if of else "",
        part.text if part else "",
        name or auto_id(report, "q"),
        note.line,
    )
    report.quantities.append(row)
    report.ids[row.id] = row


def read_say(report, story, note):
    allowed(note, "by", "who", "cue", "to", "in", "date", "q")
    name = take_id(report, note, "c" if note.word == "carry" else "s")
    flags = {v.text for v in note.bare if not v.phrase}
    acts = [v.text for v in note.bare if not v.phrase and v.text.split("|")[0] in voc.ACTS]
    if note.word == "carry":
        acts = acts or ["report"]
    if len(acts) != 1:
        raise Bad(f"one act is needed (one of: {' '.join(sorted(voc.ACTS))})")
    for flag in flags - set(acts):
        word_in(flag, {"anon", "neg", "tr", "opt", "*"}, "flag")
    if "by" not in note.fields:
        raise Bad("by= is missing (by=none when no speaker is given)")
    speakers = parties(report, story, note, "by")
    who = note.one("who")
    who = find(report, who, note) if who else next((p.span for p in speakers if p.span), None)
    content = [find(report, v, note) for v in note.bare if v.phrase or v.text == "*"]
    carrier = note.word == "carry"
    if not content and not carrier:
        raise Bad("the words that are said are missing")
    if content and carrier:
        raise Bad("carry has no words of its own: use say")
    within = note.one("in")
    row = Statement(
        name or auto_id(report, "s"),
        [word_in(a, voc.ACTS, "act") for a in acts[0].split("|")],
        speakers,
        who,
        [find(report, v, note) for v in note.fields.get("cue", [])],
        content,
        [],
        parties(report, story, note, "to"),
        within.text if within else "",
        carrier,
        "anon" in flags,
        "neg" in flags,
        "tr" in flags,
        "opt" in flags,
        date_value(report, note.one("date")),
        note.line,
    )
    quotes = note.fields.get("q")
    if quotes is None:
        row.quotes = None  # derived later, when the scare quotes are known
    else:
        row.quotes = [find(report, v, note) for v in quotes if v.phrase]
    report.statements.append(row)
    report.ids[row.id] = row


def read_ev(report, story, note):
    allowed(note, "actor", "to", "with", "at", "date", "src", "cause", "q", "ctx")
    name = take_id(report, note, "e")
    phrases = [v for v in note.bare if v.phrase]
    words = [v.text for v in note.bare if not v.phrase]
    if len(phrases) != 1 or not words:
        raise Bad('ev TYPE[/mode] "trigger" ...')
    types, _, mode = words[0].partition("/")
    types = [word_in(t, voc.TYPES, "type") for t in types.split("|")]
    if mode:
        word_in(mode, {m for t in types for m in voc.MODES[t].split()}, f"mode of {types[0]}")
    status = [w for w in words[1:] if w in voc.STATUSES]
    for flag in words[1:]:
        word_in(flag, voc.STATUSES | {"bg", "opt"}, "status or flag")
    if len(status) > 1:
        raise Bad("two statuses")
    names = lambda f: [v.text for v in note.fields.get(f, [])]  # noqa: E731
    source = note.one("src")
    row = Event(
        name or auto_id(report, "e"),
        types,
        mode,
        find(report, phrases[0], note),
        parties(report, story, note, "actor"),
        parties(report, story, note, "to"),
        parties(report, story, note, "with"),
        parties(report, story, note, "at"),
        date_value(report, note.one("date")),
        status[0] if status else "asserted",
        source.text if source else "",
        names("cause"),
        names("q"),
        [word_in(c, voc.CONTEXTS, "context") for c in names("ctx")],
        "bg" in words,
        "opt" in words,
        note.line,
    )
    if row.date and row.status not in voc.UNREAL:
        published = report.header.get("published", "")[:10]
        days = interval(row.date)  # none for PRESENT_REF and lengths of time
        if published and days and days[0] > next_day(published):
            raise Bad(f"{row.date} lies after the report ({published}), yet the event is {row.status}")
    report.events.append(row)
    report.ids[row.id] = row


def read_furn(report, story, note):
    allowed(note)
    if len(note.bare) < 2:
        raise Bad('furn KIND * (the paragraph) or furn KIND "words"')
    kind = word_in(note.bare[0].text, voc.FURNITURE, "kind of furniture")
    for value in note.bare[1:]:
        report.furniture.append(Furniture(kind, find(report, value, note), line=note.line))


def read_credit(report, story, note):
    """credit "BBC" "– BBC": who is credited, and the words (the paragraph without)."""
    allowed(note)
    if not note.bare or not note.bare[0].phrase:
        raise Bad('credit "NAME" "words"')
    span = find(report, note.bare[1], note) if len(note.bare) > 1 else find(report, Value("*"), note)
    report.furniture.append(Furniture("credit", span, note.bare[0].text, note.line))


def read_notice(report, story, note):
    allowed(note)
    kind = word_in(note.bare[0].text if note.bare else "", voc.NOTICES, "kind of notice")
    span = find(report, note.bare[1] if len(note.bare) > 1 else Value("*"), note)
    report.furniture.append(Furniture("notice", span, kind, note.line))


NOTES = {
    "ref": read_ref,
    "name": read_name,
    "adj": read_adj,
    "not": read_not,
    "scare": read_scare,
    "office": read_office,
    "time": read_time,
    "qty": read_qty,
    "say": read_say,
    "carry": read_say,
    "ev": read_ev,
    "furn": read_furn,
    "credit": read_credit,
    "notice": read_notice,
}
