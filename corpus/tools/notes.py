"""The grammar of a note, and the values that stand in it.

A note is a word, then items: bare words, phrases in quotation marks or backticks, and `field=value,value`.

    say s1 reject by=HALI who="Mr Hali" cue="dismissed" "the figure as ~~ guesswork"
    ev e1 ASSAULT/firearms "shot" actor="gunmen" to=HALI date=2021-03-04

A phrase is looked up in the paragraph that the last `@n` named (a paragraph is a line of the text that is not blank),
on word borders; `"he"#2` is the second in it, `"he"*` all of them, `"he"@5` one in paragraph 5, `"from ~~ to"` all
from the one to the other, `*` the paragraph. A phrase that is not there, or is there twice, is refused.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass

from model import Bad, Party, Span

FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-"}
)

PASSAGE = re.compile(r"(?:@?(\d+)(?:-(\d+))?)=@?(\d+)(?:-(\d+))?$")


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


QUOTED = [
    re.compile(p)
    for p in (
        r"“([^“”\n]+)(?:”|$)",
        r'(?<![\w"])"([^"\n]+)(?:"|$)',
        r"„([^“”\n]+)[“”]",
        r"«([^»\n]+)»",
        r"(?<!\w)‘((?:[^‘’\n]|’(?=\w))+)’(?!\w)",
        r"(?<!\w)'((?:[^'\n]|'(?=\w))+)'(?!\w)",
    )
]


def quoted_regions(report):
    """The words between quotation marks, outermost only; a mark left open runs to the end of its paragraph."""
    found = []
    for area in report.paragraphs:
        for pattern in QUOTED:
            for m in pattern.finditer(report.text, area.start, area.end):
                inner = Span(*m.span(1))
                if not any(s.start <= inner.start < s.end or inner.start <= s.start < inner.end for s in found):
                    found.append(inner)
    return sorted(found)


# ---- values ----------------------------------------------------------------------------------------------------------


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


TIMEX = re.compile(
    r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{4}-W\d{2}(?:-WE|-\d)?|\d{4}-(?:SP|SU|FA|WI)|\d{4}-(?:Q[1-4]|H[12])|\d{2,3}|"
    r"\d{4}-\d{2}-\d{2}T(?:\d{2}(?::\d{2})?|MO|MI|AF|EV|NI|DT)|PAST_REF|PRESENT_REF|FUTURE_REF|"
    r"P(?:T?[\dX]+(?:\.\d+)?[YMWDHSE]|[\dX]+(?:WE|DE|CE))+|XXXX(?:-[WX\d]+)*(?:-\d)?(?:T\w+)?)$"
)


def time_type(value):
    if not TIMEX.match(value):
        raise Bad(
            f"'{value}' is no TIMEX3 value (2020-01-08, 2020-01-08TEV, 2020-W02, 2020-Q1, 202, P3D, PAST_REF ...)"
        )
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


def next_day(text):
    try:
        return (datetime.date.fromisoformat(text) + datetime.timedelta(days=1)).isoformat()
    except ValueError:
        return "9999"
