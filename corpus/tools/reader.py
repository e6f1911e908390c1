"""Reads the corpus: a folder a story, a file a report (r1.txt, r2.txt ...), story.txt for what they share.

A report file is a header (`outlet: ...`), a line `=== text`, the text as the outlet had it, a line `=== notes`, and the notes.
A note is a word, then items: bare words, phrases in quotation marks or backticks, and `field=value,value`.

    @3
    say s1 reject by=HALI who="Mr Hali" cue="dismissed" "the figure as ~~ guesswork"
    ev e1 ASSAULT/firearms "shot" actor="gunmen" to=HALI date=2021-03-04

A phrase is looked up in the paragraph that the last `@n` named (a paragraph is a line of the text that is not blank), on word
borders; `"he"#2` is the second in it, `"he"*` all of them, `"he"@5` one in paragraph 5, `"from ~~ to"` all from the one to the
other, `*` the paragraph. `like r1 5-10=2-7` takes over the notes of r1's paragraphs 2-7 for paragraphs 5-10 here (with `loose`,
those of them whose words still stand). What comes back are spans in code points of the text. Whatever is wrong is a Fault with file and line;
reading goes on after it. Names are not marked one by one: every alias that story.txt gives is found in every report.
"""
import copy
import datetime
import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

import vocabulary as voc

FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-"})

HEADER = {"outlet", "published", "country", "voice", "english", "came", "title_of", "byline"}


@dataclass(frozen=True)
class Fault:
    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class Bad(Exception):
    """A note that cannot be read; the message says why."""


@dataclass(frozen=True, order=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True)
class Value:
    """One value of a note: a bare word, or a phrase to be found in the text."""
    text: str
    phrase: bool = False
    nth: int = 0
    every: bool = False
    paragraph: int = 0


@dataclass
class Note:
    line: int
    paragraph: int
    word: str
    bare: list
    fields: dict

    def one(self, name, default=None):
        values = self.fields.get(name)
        if values is None:
            return default
        if len(values) != 1:
            raise Bad(f"{name}= takes one value")
        return values[0]


@dataclass
class Party:
    """Who acts or speaks: an entity of the story, or words of the text for one that has no entity."""
    key: str = ""
    span: Span = None


@dataclass
class Mention:
    key: str
    span: Span
    level: str            # name, demonym, nominal, pronoun
    derived: bool = False
    line: int = 0


@dataclass
class Office:
    span: Span
    key: str = ""
    honorific: bool = False


@dataclass
class Time:
    span: Span
    type: str
    value: str
    id: str = ""
    line: int = 0


@dataclass
class Quantity:
    span: Span
    value: float
    low: float
    high: float
    unit: str
    of: str = ""
    part_of: str = ""
    id: str = ""
    line: int = 0


@dataclass
class Statement:
    id: str
    acts: list
    speakers: list
    who: Span
    cue: list
    content: list
    quotes: list
    addressees: list
    within: str = ""
    carrier: bool = False
    anonymous: bool = False
    negated: bool = False
    translated: bool = False
    optional: bool = False
    date: str = ""
    line: int = 0


@dataclass
class Event:
    id: str
    types: list
    mode: str
    trigger: Span
    actors: list
    recipients: list
    instrument: list
    place: list
    date: str
    status: str
    source: str
    causes: list
    quantities: list
    contexts: list
    background: bool = False
    optional: bool = False
    line: int = 0


@dataclass
class Furniture:
    kind: str
    span: Span
    name: str = ""        # of a credit: who is credited; of a notice: its kind
    line: int = 0


@dataclass
class Report:
    path: Path
    short: str            # r1
    source_id: str        # story-r1
    header: dict
    text: str
    paragraphs: list      # of Span
    mentions: list = field(default_factory=list)
    offices: list = field(default_factory=list)
    times: list = field(default_factory=list)
    quantities: list = field(default_factory=list)
    statements: list = field(default_factory=list)
    events: list = field(default_factory=list)
    furniture: list = field(default_factory=list)
    not_names: list = field(default_factory=list)
    scare: list = field(default_factory=list)
    ids: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)     # as written, for `like`
    loose: set = field(default_factory=set)       # lines whose notes may have lost what they pointed to

    def exact(self, span):
        return self.text[span.start:span.end]

    def paragraph_of(self, span):
        return next((i for i, p in enumerate(self.paragraphs, 1) if p.start <= span.start < p.end), 0)


@dataclass
class Entity:
    key: str
    kind: str
    name: str
    country: str = ""
    sector: str = ""
    aliases: list = field(default_factory=list)   # found in the reports
    demonyms: list = field(default_factory=list)
    nameless: bool = False
    line: int = 0


@dataclass
class Edge:
    report: str
    other: str
    kinds: list
    direction: str        # from, to, unknown
    passages: list        # of (Span in report, Span in other)
    line: int = 0


@dataclass
class Evidence:
    report: str
    span: Span
    by: str = ""          # id of the note, if any


@dataclass
class Position:
    value: str
    evidence: list
    holders: list
    supersedes: str = ""
    held: str = ""
    line: int = 0


@dataclass
class Slot:
    slot: str
    unit: str
    of: str
    verdicts: list
    positions: list
    optional: bool = False
    line: int = 0
    others: list = field(default_factory=list)    # slots that could be argued for as well


@dataclass
class Claim:
    key: str
    kind: str
    summary: str
    date: str
    support: list
    dissent: list         # of (why, Evidence)
    slots: list
    origins: list         # stated numbers, else derived
    line: int = 0


@dataclass
class Story:
    id: str
    path: Path
    header: dict
    reports: dict         # short -> Report
    entities: dict
    not_same: list
    parts: list           # of (key, reports, follows)
    edges: list
    tolerated: list
    origins: list         # of (label, reports)
    claims: list
    compatible: list      # of (Evidence, Evidence, why)
    apart: list
    faults: list


# ---- notes -----------------------------------------------------------------------------------------------------------

VALUE = re.compile(r'"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s,"`]+)')
SUFFIX = re.compile(r"#(\d+)|@(\d+)|(\*)")
FIELD = re.compile(r"([a-z_]+)=")


def scan_values(line, at):
    """Values from `at`, separated by commas; (values, place after them)."""
    values = []
    while True:
        m = VALUE.match(line, at)
        if not m:
            raise Bad(f"a value is missing at column {at + 1}")
        at = m.end()
        if m.group(3) is not None:
            values.append(Value(m.group(3)))
        else:
            words = m.group(1).replace('\\"', '"') if m.group(1) is not None else m.group(2)
            nth = paragraph = 0
            every = False
            while s := SUFFIX.match(line, at):
                at = s.end()
                nth = int(s.group(1)) if s.group(1) else nth
                paragraph = int(s.group(2)) if s.group(2) else paragraph
                every = every or bool(s.group(3))
            if not words.strip():
                raise Bad("an empty phrase")
            values.append(Value(unicodedata.normalize("NFC", words), True, nth, every, paragraph))
        if at < len(line) and line[at] == ",":
            at += 1
            continue
        if at < len(line) and not line[at].isspace():
            raise Bad(f"'{line[at:]}' sticks to the value before it")
        return values, at


def scan_note(line, number, paragraph):
    parts = line.split(None, 1)
    note = Note(number, paragraph, parts[0], [], {})
    rest, at = (parts[1] if len(parts) > 1 else ""), 0
    while at < len(rest):
        if rest[at].isspace():
            at += 1
            continue
        m = FIELD.match(rest, at)
        name = m.group(1) if m else None
        values, at = scan_values(rest, m.end() if m else at)
        if name is None:
            note.bare.extend(values)
        elif name in note.fields:
            raise Bad(f"{name}= twice")
        else:
            note.fields[name] = values
    return note


def allowed(note, *names):
    for name in note.fields:
        if name not in names:
            raise Bad(f"{note.word} has no field {name}= (it has: {', '.join(names) or 'none'})")


# ---- places ----------------------------------------------------------------------------------------------------------

def phrase_places(text, phrase, lo, hi):
    """Where a phrase stands in text[lo:hi], on word borders, quotation marks and dashes of any form."""
    words = phrase.translate(FOLD)
    left = r"(?<!\w)" if re.match(r"\w", words) else ""
    right = r"(?!\w)" if re.search(r"\w$", words) else ""
    pattern = re.compile(left + r"\s+".join(re.escape(w) for w in words.split()) + right)
    return [Span(*m.span()) for m in pattern.finditer(text.translate(FOLD), lo, hi)]


def find(report, value, note, several=False):
    """The span of a phrase (a list of them when `several`)."""
    number = value.paragraph or note.paragraph
    if not value.phrase:
        if value.text == "*":
            spans = [report.paragraphs[number - 1]] if 1 <= number <= len(report.paragraphs) else []
            if not spans:
                raise Bad(f"there is no paragraph {number}")
            return spans if several else spans[0]
        raise Bad(f"{value.text}: words of the text stand in quotation marks")
    if number == 0:
        raise Bad("a phrase before the first @n")
    if not 1 <= number <= len(report.paragraphs):
        raise Bad(f"there is no paragraph {number}")
    area = report.paragraphs[number - 1]
    if "~~" in value.text:
        spans = [stretch(report, value.text, value.nth, area, number)]
    else:
        spans = phrase_places(report.text, value.text, area.start, area.end)
        if not spans:
            raise Bad(f'"{value.text}" is not in paragraph {number}')
        if value.nth:
            if value.nth > len(spans):
                raise Bad(f'"{value.text}" is {len(spans)} times in paragraph {number}, not {value.nth}')
            spans = [spans[value.nth - 1]]
        if len(spans) > 1 and not value.every:
            raise Bad(f'"{value.text}" is {len(spans)} times in paragraph {number}: say which with #n')
    return spans if several else spans[0]


def stretch(report, text, nth, area, number):
    first, _, last = (x.strip() for x in text.partition("~~"))
    begins = phrase_places(report.text, first, area.start, area.end)
    if not begins or nth > len(begins):
        raise Bad(f'"{first}" is not in paragraph {number}' + (f" {nth} times" if begins else ""))
    if len(begins) > 1 and not nth:
        raise Bad(f'"{first}" is {len(begins)} times in paragraph {number}: lengthen it or say which with #n')
    begin = begins[max(0, nth - 1)]
    ends = phrase_places(report.text, last, begin.end, area.end)
    if not ends:
        raise Bad(f'"{last}" does not follow "{first}" in paragraph {number}')
    if len(ends) > 1:
        raise Bad(f'"{last}" follows "{first}" {len(ends)} times in paragraph {number}: lengthen it')
    return Span(begin.start, ends[0].end)


QUOTED = [re.compile(p) for p in (r"“([^“”\n]+)(?:”|$)", r'(?<![\w"])"([^"\n]+)(?:"|$)', r"„([^“”\n]+)[“”]", r"«([^»\n]+)»",
                                  r"(?<!\w)‘((?:[^‘’\n]|’(?=\w))+)’(?!\w)", r"(?<!\w)'((?:[^'\n]|'(?=\w))+)'(?!\w)")]


def quoted_regions(report):
    """The words between quotation marks, outermost only, paragraph by paragraph; a mark left open runs to the paragraph's end."""
    found = []
    for area in report.paragraphs:
        for pattern in QUOTED:
            for m in pattern.finditer(report.text, area.start, area.end):
                inner = Span(*m.span(1))
                if not any(s.start <= inner.start < s.end or inner.start <= s.start < inner.end for s in found):
                    found.append(inner)
    return sorted(found)


# ---- what a note says ------------------------------------------------------------------------------------------------

def word_in(value, words, what):
    if value not in words:
        raise Bad(f"unknown {what} '{value}' (one of: {' '.join(sorted(words))})")
    return value


def take_id(report, note, letter):
    """The id that opens a note (`s1`), if it has one; remembers it."""
    if note.bare and not note.bare[0].phrase and re.fullmatch(letter + r"\d+[a-z]?", note.bare[0].text):
        name = note.bare.pop(0).text
        if name in report.ids:
            raise Bad(f"{name} is used twice")
        return name
    return ""


def auto_id(report, letter):
    n = 1
    while f"{letter}_{n}" in report.ids:
        n += 1
    return f"{letter}_{n}"


def party(report, story, value, note):
    if value.phrase:
        return Party(span=find(report, value, note))
    if value.text not in story.entities:
        raise Bad(f"unknown entity '{value.text}'")
    return Party(key=value.text)


def parties(report, story, note, name):
    return [party(report, story, v, note) for v in note.fields.get(name, []) if v.phrase or v.text != "none"]


def key_of(story, value):
    if value.phrase or value.text not in story.entities:
        raise Bad(f"unknown entity '{value.text}'")
    return value.text


NUMBER = re.compile(r"(~?)(\?|-?\d+(?:\.\d+)?)(?:\[(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?\])?$")


def number_of(text):
    """`16`, `~200` (about), `11[11..]` (at least), `20[..20]` (up to), `?[24..]` (dozens): value, low, high."""
    m = NUMBER.match(text)
    if not m:
        raise Bad(f"'{text}' is no number (16, ~200, 11[11..], 20[..20], ?[24..])")
    plain = lambda s: None if s in (None, "?") else (float(s) if "." in s else int(s))  # noqa: E731
    value, low, high = plain(m.group(2)), plain(m.group(3)), plain(m.group(4))
    if low is None and high is None:
        if value is None:
            raise Bad("a number that is not told needs bounds: ?[24..]")
        low = high = None if m.group(1) else value
    if low is not None and high is not None and low > high:
        raise Bad(f"'{text}': the lower bound is above the upper")
    return value, low, high


TIMEX = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{4}-W\d{2}(?:-WE|-\d)?|\d{4}-(?:SP|SU|FA|WI)|\d{4}-(?:Q[1-4]|H[12])|\d{2,3}|"
                   r"\d{4}-\d{2}-\d{2}T(?:\d{2}(?::\d{2})?|MO|MI|AF|EV|NI|DT)|PAST_REF|PRESENT_REF|FUTURE_REF|"
                   r"P(?:T?[\dX]+(?:\.\d+)?[YMWDHSE]|[\dX]+(?:WE|DE|CE))+|XXXX(?:-[WX\d]+)*(?:-\d)?(?:T\w+)?)$")


def time_type(value):
    if not TIMEX.match(value):
        raise Bad(f"'{value}' is no TIMEX3 value (2020-01-08, 2020-01-08TEV, 2020-W02, 2020-Q1, 202, P3D, PAST_REF ...)")
    m = re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?", value)
    if m:
        check_day(int(m.group(1)), int(m.group(2)), int(m.group(3) or 1), value)
    if value.startswith("P") and "_REF" not in value:
        return "DURATION"
    return "TIME" if "T" in value and "_REF" not in value else "DATE"


def check_day(year, month, day, value):
    try:
        datetime.date(year, month, day)
    except ValueError:
        raise Bad(f"there is no {value}") from None
    if not 1800 <= year <= 2100:
        raise Bad(f"{value} is out of range")


DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(\.\.\d{4}(-\d{2}(-\d{2})?)?)?$")


def date_value(report, value):
    """The date of an event or statement: ISO, a range with `..`, or the id of a time of this report."""
    if value is None:
        return ""
    text = value.text
    if text in report.ids and text[0] == "t":
        text = re.sub(r"T.*", "", report.ids[text].value)
        return text
    if not DATE.match(text):
        raise Bad(f"'{text}' is no date (2020-01-08, 2020-01, 2020-01-08..2020-01-09, or a time's id)")
    for part in text.split(".."):
        bits = [int(b) for b in part.split("-")] + [1, 1]
        check_day(bits[0], bits[1], bits[2], part)
    return text


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
    row = Quantity(find(report, note.bare[0], note), value, low, high, note.bare[2].text, of.text if of else "", part.text if part else "",
                   name or auto_id(report, "q"), note.line)
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
    row = Statement(name or auto_id(report, "s"), [word_in(a, voc.ACTS, "act") for a in acts[0].split("|")], speakers, who,
                    [find(report, v, note) for v in note.fields.get("cue", [])], content, [], parties(report, story, note, "to"),
                    within.text if within else "", carrier, "anon" in flags, "neg" in flags, "tr" in flags, "opt" in flags,
                    date_value(report, note.one("date")), note.line)
    quotes = note.fields.get("q")
    if quotes is None:
        row.quotes = None      # derived later, when the scare quotes are known
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
    row = Event(name or auto_id(report, "e"), types, mode, find(report, phrases[0], note), parties(report, story, note, "actor"),
                parties(report, story, note, "to"), parties(report, story, note, "with"), parties(report, story, note, "at"),
                date_value(report, note.one("date")), status[0] if status else "asserted", source.text if source else "", names("cause"),
                names("q"), [word_in(c, voc.CONTEXTS, "context") for c in names("ctx")], "bg" in words, "opt" in words, note.line)
    if row.date and row.status not in voc.UNREAL:
        published = report.header.get("published", "")[:10]
        if published and row.date.split("..")[0] > next_day(published):
            raise Bad(f"{row.date} lies after the report ({published}), yet the event is {row.status}")
    report.events.append(row)
    report.ids[row.id] = row


def next_day(text):
    try:
        return (datetime.date.fromisoformat(text) + datetime.timedelta(days=1)).isoformat()
    except ValueError:
        return "9999"


def read_furn(report, story, note):
    allowed(note)
    if len(note.bare) < 2:
        raise Bad("furn KIND * (the paragraph) or furn KIND \"words\"")
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


NOTES = {"ref": read_ref, "name": read_name, "adj": read_adj, "not": read_not, "scare": read_scare, "office": read_office, "time": read_time,
         "qty": read_qty, "say": read_say, "carry": read_say, "ev": read_ev, "furn": read_furn, "credit": read_credit, "notice": read_notice}


# ---- a report --------------------------------------------------------------------------------------------------------

def read_report(path, story, source_id=None):
    """A report; what is wrong with it goes to story.faults."""
    lines = read_lines(path, story.faults)
    fault = lambda n, message: story.faults.append(Fault(str(path), n, message))  # noqa: E731
    marks = [i for i, line in enumerate(lines) if line.startswith("=== ")]
    if [lines[i].strip() for i in marks] != ["=== text", "=== notes"]:
        fault(1, "a report is a header, `=== text`, the text, `=== notes`, the notes")
        return None
    header = read_header(lines[:marks[0]], HEADER, fault)
    text = "\n".join(lines[marks[0] + 1:marks[1]]).strip("\n")
    paragraphs = [Span(m.start(), m.start() + len(m.group().rstrip())) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    paragraphs = [Span(p.start + len(text[p.start:p.end]) - len(text[p.start:p.end].lstrip()), p.end) for p in paragraphs]
    report = Report(path, path.stem, source_id or f"{story.id}-{path.stem}", header, text, paragraphs)
    check_header(report, fault)
    at = 0
    for number, line in enumerate(lines[marks[1] + 1:], marks[1] + 2):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if re.fullmatch(r"@\d+", line):
            at = int(line[1:])
            if not 1 <= at <= len(paragraphs):
                fault(number, f"there is no paragraph {at}: the text has {len(paragraphs)}")
            continue
        try:
            note = scan_note(line, number, at)
            if note.word == "like":
                read_like(report, story, note, fault)
                continue
            run_note(report, story, note)
        except Bad as bad:
            fault(number, str(bad))
    finish_report(report, story, fault)
    return report


def run_note(report, story, note):
    if note.word not in NOTES:
        raise Bad(f"unknown note '{note.word}' (one of: {' '.join(sorted([*NOTES, 'like']))})")
    kept = copy.deepcopy(note)
    NOTES[note.word](report, story, note)
    report.notes.append(kept)


def read_like(report, story, note, fault):
    """like r1 5-10=2-7 [loose]: the notes of r1's paragraphs 2-7, read again for paragraphs 5-10."""
    words = [v.text for v in note.bare]
    loose = "loose" in words
    m = PASSAGE.match(words[1]) if len(words) > 1 else None
    if not m or words[0] not in story.reports or set(words[2:]) - {"loose"}:
        raise Bad("like r1 5-10=2-7 [loose]: an earlier report, and paragraphs here = there")
    first, last, begin = int(m.group(1)), int(m.group(2) or m.group(1)), int(m.group(3))
    if last - first != int(m.group(4) or m.group(3)) - begin:
        raise Bad("the two runs of paragraphs differ in length")
    if loose:
        report.loose.add(note.line)
    shift = {there: there - begin + first for there in range(begin, begin + last - first + 1)}
    for old in story.reports[words[0]].notes:
        if old.paragraph not in shift:
            continue
        new = copy.deepcopy(old)
        new.line, new.paragraph = note.line, shift[old.paragraph]
        moved = lambda v: replace(v, paragraph=shift.get(v.paragraph, v.paragraph))  # noqa: E731
        new.bare = [moved(v) for v in new.bare]
        new.fields = {name: [moved(v) for v in values] for name, values in new.fields.items()}
        try:
            run_note(report, story, new)
        except Bad as bad:
            if not loose:
                fault(note.line, f"taken over from {words[0]} paragraph {old.paragraph}, line {old.line}: {bad}")


def read_lines(path, faults):
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(str(path), 1, f"cannot be read: {error}"))
        return []
    if unicodedata.normalize("NFC", text) != text:
        faults.append(Fault(str(path), 1, "the text is not in Unicode NFC"))
    if "\r" in text or "\t" in text:
        faults.append(Fault(str(path), 1, "carriage returns and tabs have no place here"))
    return text.split("\n")


def read_header(lines, known, fault):
    header = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in known:
            fault(number, f"'{line}' is no line of a header (one of: {', '.join(sorted(known))})")
            continue
        header[name.strip()] = value.strip()
    return header


PUBLISHED = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)?)?$")


def check_header(report, fault):
    h = report.header
    for name in ("outlet", "published", "country", "voice", "came"):
        if not h.get(name):
            fault(1, f"the header lacks {name}:")
    if h.get("published") and not PUBLISHED.match(h["published"]):
        fault(1, f"published: '{h['published']}' (2021-03-04, 2021-03-04T09:40, 2021-03-04T09:40+02:00)")
    elif h.get("published"):
        try:
            check_day(*[int(x) for x in h["published"][:10].split("-")], h["published"])
        except Bad as bad:
            fault(1, str(bad))
    for name, words in (("voice", voc.VOICES), ("english", voc.ENGLISHES)):
        if h.get(name) and h[name] not in words:
            fault(1, f"{name}: '{h[name]}' (one of: {' '.join(sorted(words))})")
    came = h.get("came", "").split()
    if came and came[0] not in voc.CAME:
        fault(1, f"came: '{came[0]}' (one of: {' '.join(sorted(voc.CAME))})")
    if h.get("country") and not re.fullmatch(r"[A-Z]{3}", h["country"]):
        fault(1, f"country: '{h['country']}' is no three-letter code")


def finish_report(report, story, fault):
    """What the notes leave to be derived (names, honorifics, quotes) and what holds between notes."""
    forget_lost(report)
    derive_names(report, story, fault)
    derive_honorifics(report, story)
    regions = [r for r in quoted_regions(report) if r not in report.scare]
    for s in report.statements:
        if s.quotes is None:
            s.quotes = [r for r in regions if any(r.start < c.end and c.start < r.end for c in s.content)]
    for s in report.statements:
        s.content = [whole_quotes(c, regions, report.text) for c in s.content]
    for q in report.quantities:
        point(report, q.part_of, "q", q.line, "part=", fault)
    for s in report.statements:
        point(report, s.within, "sc", s.line, "in=", fault)
        chain_ends(report, s, fault)
        if s.carrier and not any(o.within == s.id for o in report.statements):
            fault(s.line, f"nothing is carried by {s.id}: no in={s.id}")
    for e in report.events:
        point(report, e.source, "s", e.line, "src=", fault)
        for other in e.causes:
            point(report, other, "e", e.line, "cause=", fault)
        for other in e.quantities:
            point(report, other, "q", e.line, "q=", fault)
    report.mentions.sort(key=lambda m: (m.span, m.key))
    seen = {}
    for m in report.mentions:
        if m.span in seen and m.line:
            fault(m.line, f'"{report.exact(m.span)}" is a mention of {seen[m.span]} already')
        seen[m.span] = m.key


def forget_lost(report):
    """What `like ... loose` took over forgets the notes that did not come along."""
    kept = lambda names: [n for n in names if n in report.ids]  # noqa: E731
    for row in report.statements + report.events + report.quantities:
        if row.line in report.loose:
            for name in ("within", "source", "part_of"):
                if hasattr(row, name):
                    setattr(row, name, "".join(kept([getattr(row, name)])))
            if isinstance(row, Event):
                row.causes, row.quantities = kept(row.causes), kept(row.quantities)


def whole_quotes(content, regions, text):
    """A piece that takes in one of a pair of quotation marks takes in the other; one that is all quotation takes in neither."""
    start, end = content.start, content.end
    for r in regions:
        if r.start - 1 >= start and r.start < end <= r.end:
            end = min(r.end + 1, len(text)) if r.end - end <= 1 else end
        elif start >= r.start and start - r.start == 0 and end > r.end:
            start = r.start - 1
    while end > start and text[end - 1] in ",. \n":
        end -= 1
    return Span(start, end)


def point(report, name, letter, line, what, fault):
    if name and (name not in report.ids or name[0] not in letter):
        fault(line, f"{what}{name} points nowhere")


def chain_ends(report, statement, fault):
    seen, at = {statement.id}, statement.within
    while at in report.ids and at[0] in "sc":
        if at in seen:
            fault(statement.line, f"the chain of {statement.id} runs in a circle")
            return
        seen.add(at)
        at = report.ids[at].within


def derive_names(report, story, fault):
    """Every alias of the story's entities, longest first, where no note says otherwise."""
    owners = {}
    for e in story.entities.values():
        for level, words in (("name", e.aliases), ("demonym", e.demonyms)):
            for w in words:
                owners.setdefault(w, []).append((e.key, level))
    taken = [m.span for m in report.mentions if m.level in ("name", "demonym")] + report.not_names
    for words in sorted(owners, key=lambda w: (-len(w), w)):
        for span in phrase_places(report.text, words, 0, len(report.text)):
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            taken.append(span)
            if len(owners[words]) > 1:
                keys = ", ".join(sorted(k for k, _ in owners[words]))
                fault(1, f'"{words}" in paragraph {report.paragraph_of(span)} may be {keys}: say which with a name line')
                continue
            key, level = owners[words][0]
            report.mentions.append(Mention(key, span, level, True))


def derive_honorifics(report, story):
    for m in report.mentions:
        if m.level != "name" or story.entities[m.key].kind != "person":
            continue
        at = m.span.start
        while w := re.search(r"(\S+)\s$", report.text[max(0, at - 20):at]):
            word = w.group(1).lstrip("(“\"‘'")
            begin = at - 1 - len(word)
            if word not in voc.HONORIFICS or any(o.span.start <= begin < o.span.end for o in report.offices):
                break
            report.offices.append(Office(Span(begin, begin + len(word)), m.key, True))
            at = begin
    report.offices.sort(key=lambda o: o.span)


# ---- a story ---------------------------------------------------------------------------------------------------------

def read_story(folder, second=False):
    """A story with its reports; everything that is wrong is in `faults`.

    A second marking has some of the reports, and of story.txt the entities alone.
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
    for number, line in enumerate(lines[body + 1:], body + 2):
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
    if second:
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
    story.entities[words[0]] = Entity(words[0], word_in(words[1], voc.KINDS, "kind"), names[0], country.text if country else "",
                                      word_in(sector.text, voc.SECTORS, "sector") if sector else "", [] if nameless else list(names),
                                      [], nameless, note.line)


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
    story.parts.append((note.bare[0].text, reports_of(story, note.bare[1:]), [v.text for v in note.fields.get("follows", [])]))


PASSAGE = re.compile(r"(?:@?(\d+)(?:-(\d+))?)=@?(\d+)(?:-(\d+))?$")


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
        passages.append((paragraph_range(story.reports[a], m.group(1), m.group(2)), paragraph_range(story.reports[b], m.group(3), m.group(4))))
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
    story.claims.append(Claim(key, word_in(words[1].text, {"event", "statement"}, "kind of claim"), phrases[0], date.text if date else "",
                              [evidence(story, v) for v in words[2:]], [], [], [int(v.text) for v in note.fields.get("origins", [])],
                              note.line))


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
    story.claims[-1].slots.append(Slot(kinds[0], unit.text if unit else "", of.text if of else "",
                                       [word_in(v, voc.VERDICTS, "verdict") for v in words[1].split("|")], [], "opt" in words, note.line, kinds[1:]))


def read_pos(story, note):
    allowed(note, "by", "over", "held")
    if not story.claims or not story.claims[-1].slots:
        raise Bad("stands under no slot")
    if len(note.bare) < 2:
        raise Bad("pos VALUE r1:q1 ...: a position has evidence")
    over, held = note.one("over"), note.one("held")
    story.claims[-1].slots[-1].positions.append(
        Position(note.bare[0].text, [evidence(story, v) for v in note.bare[1:]], [key_of(story, v) for v in note.fields.get("by", [])],
                 over.text if over else "", held.text if held else "", note.line))


def read_pair(story, note):
    allowed(note)
    why = next((v.text for v in note.bare if v.phrase), "")
    items = [evidence(story, v) for v in note.bare if not v.phrase]
    if len(items) != 2 or not why:
        raise Bad(f'{note.word} r1:e1 r2:e3 "why"')
    (story.compatible if note.word == "compatible" else story.apart).append((items[0], items[1], why))


ENTITY_NOTES = {"entity": read_entity, "alias": read_alias, "adj": read_alias}
STORY_NOTES = {"not_same": read_not_same, "story": read_part, "lineage": read_lineage, "tolerate": read_tolerate, "origin": read_origin,
               "claim": read_claim, "dissent": read_dissent, "slot": read_slot, "pos": read_pos, "compatible": read_pair, "apart": read_pair}


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
        if e.direction == "from" and story.reports[e.report].header.get("published", "") < story.reports[e.other].header.get("published", "")[:10]:
            fault(e.line, f"{e.report} came out before {e.other}, from which it is said to be taken")
        for f in story.edges[:i]:
            mates = frozenset((e.report, f.report))
            if e.direction == f.direction == "from" and e.other == f.other and len(mates) == 2 and mates not in told:
                if any(p.start < q.end and q.start < p.end for _, p in e.passages for _, q in f.passages):
                    fault(e.line, f"{e.report} and {f.report} both took from {e.other}: a lineage or tolerate line is missing for the two")


def stories_in(paths):
    """The story folders under the given paths, in order."""
    found = []
    for path in map(Path, paths):
        if path.is_file():
            path = path.parent
        inner = [path] if (path / "story.txt").exists() or list(path.glob("r*.txt")) else sorted(p for p in path.iterdir() if p.is_dir())
        found.extend(p for p in inner if p not in found)
    return found
