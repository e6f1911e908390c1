"""Reads a report: a header (`outlet: ...`), a line `=== text`, the text as the outlet had it, a line `=== notes`, the
notes.

`like r1 5-10=2-7` takes over the notes of r1's paragraphs 2-7 for paragraphs 5-10 here (with `loose`, those of them
whose words still stand). Names are not marked one by one: every alias that story.txt gives is found in every report,
longest first. Honorifics and the words between quotation marks are found too. Whatever is wrong is a Fault with file
and line; reading goes on after it.
"""

import copy
import re
import unicodedata
from dataclasses import replace

import vocabulary as voc
from model import Bad, Event, Fault, Mention, Office, Report, Span
from notes import PASSAGE, check_day, phrase_places, quoted_regions, scan_note
from report_notes import NOTES

HEADER = {"outlet", "published", "country", "voice", "english", "came", "title_of", "byline"}


def read_report(path, story, source_id=None):
    """A report; what is wrong with it goes to story.faults."""
    lines = read_lines(path, story.faults)
    fault = lambda n, message: story.faults.append(Fault(str(path), n, message))  # noqa: E731
    marks = [i for i, line in enumerate(lines) if line.startswith("=== ")]
    if [lines[i].strip() for i in marks] != ["=== text", "=== notes"]:
        fault(1, "a report is a header, `=== text`, the text, `=== notes`, the notes")
        return None
    header = read_header(lines[: marks[0]], HEADER, fault)
    text = "\n".join(lines[marks[0] + 1 : marks[1]]).strip("\n")
    paragraphs = [
        Span(m.start(), m.start() + len(m.group().rstrip())) for m in re.finditer(r"[^\n]+", text) if m.group().strip()
    ]
    paragraphs = [
        Span(p.start + len(text[p.start : p.end]) - len(text[p.start : p.end].lstrip()), p.end) for p in paragraphs
    ]
    report = Report(path, path.stem, source_id or f"{story.id}-{path.stem}", header, text, paragraphs)
    check_header(report, fault)
    at = 0
    for number, line in enumerate(lines[marks[1] + 1 :], marks[1] + 2):
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
    """A piece with one of a pair of quotation marks takes in the other; one that is all quotation takes in neither."""
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
                fault(
                    1, f'"{words}" in paragraph {report.paragraph_of(span)} may be {keys}: say which with a name line'
                )
                continue
            key, level = owners[words][0]
            report.mentions.append(Mention(key, span, level, True))


def derive_honorifics(report, story):
    for m in report.mentions:
        if m.level != "name" or story.entities[m.key].kind != "person":
            continue
        at = m.span.start
        while w := re.search(r"(\S+)\s$", report.text[max(0, at - 20) : at]):
            word = w.group(1).lstrip("(“\"‘'")
            begin = at - 1 - len(word)
            if word not in voc.HONORIFICS or any(o.span.start <= begin < o.span.end for o in report.offices):
                break
            report.offices.append(Office(Span(begin, begin + len(word)), m.key, True))
            at = begin
    report.offices.sort(key=lambda o: o.span)
