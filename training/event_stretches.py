"""Texts as the teacher of events reads them: in stretches of whole paragraphs, with what is marked at their words.

A word is a run of letters and digits or one mark; the words that may be triggers or parties are the program's own
(event_looks), placed by their bytes. Guarded by tests/training/event_stretches_test.py.
"""

import collections
import re
from dataclasses import dataclass, field

import numpy as np

import event_corpus
import events

import vocabulary

ACTS = sorted(vocabulary.ACTS)
WORD = re.compile(r"\w+|[^\w\s]")
STRETCH, CONTEXT, BATCH_WORDS = 150, 35, 700  # words of a stretch, of what stands before it, of a batch


@dataclass
class Stretch:
    """Words read in one go; the first `context` of them only help. Targets are by word; see `Targets`."""

    text: str  # its id
    words: list
    spans: list  # bytes of each word
    context: int
    candidates: dict = field(default_factory=dict)  # word -> index of the candidate for a trigger
    parties: list = field(default_factory=list)  # (word of the trigger, word of the party, index of the candidate)
    speech: list = field(default_factory=list)  # (word of the cue, {word: role})
    cues: dict = field(default_factory=dict)  # word -> act
    contents: dict = field(default_factory=dict)  # word -> B or I


def words_of(text):
    """Words with their bytes, and whether a new line stands before."""
    places = np.cumsum([0] + [len(letter.encode()) for letter in text])
    end = 0
    for match in WORD.finditer(text):
        yield match.group(), (int(places[match.start()]), int(places[match.end()])), "\n" in text[end : match.start()]
        end = match.end()


def stretches_of(text_id, text):
    words = list(words_of(text))
    paragraphs = []
    for number, (_, _, new) in enumerate(words):
        if new or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(number)
    chunks = []
    for paragraph in paragraphs:
        for begin in range(0, len(paragraph), STRETCH):
            part = paragraph[begin : begin + STRETCH]
            if chunks and len(chunks[-1]) + len(part) <= STRETCH:
                chunks[-1] += part
            else:
                chunks.append(list(part))
    for chunk in chunks:
        before = list(range(min(CONTEXT, chunk[0])))
        yield Stretch(text_id, [words[i][0] for i in before + chunk], [words[i][1] for i in before + chunk], len(before))


class Places:
    """Which word of which stretch a byte of a text belongs to."""

    def __init__(self, stretches):
        self.at = collections.defaultdict(dict)
        for stretch in stretches:
            for i in range(stretch.context, len(stretch.words)):
                for byte in range(*stretch.spans[i]):
                    self.at[stretch.text][byte] = (stretch, i)

    def word(self, text, byte):
        return self.at[text].get(byte, (None, None))

    def words(self, text, span):
        """The words of a span, with their stretch, in order."""
        found = []
        for byte in range(*span):
            hit = self.at[text].get(byte)
            if hit and (not found or found[-1] != hit):
                found.append(hit)
        return found


def place_candidates(stretches, deeds, parties):
    places = Places(stretches)
    for i, c in enumerate(deeds.candidates):
        stretch, word = places.word(c.report, c.span[0])
        if stretch is not None:
            stretch.candidates.setdefault(word, i)
    at = {(c.report, c.token): c.span[0] for c in deeds.candidates}
    for i, c in enumerate(parties.candidates):
        stretch, word = places.word(c.report, c.span[1] - 1)
        other, trigger = places.word(c.report, at[c.report, c.head])
        if stretch is not None and stretch is other and word != trigger:
            stretch.parties.append((trigger, word, i))
    return places


def place_speech(places, text_id, statements):
    for s in statements:
        if s.optional:
            continue
        content = [hit for span in s.content for hit in places.words(text_id, span)]
        for k, (stretch, word) in enumerate(content):
            stretch.contents[word] = "B" if k == 0 else "I"
        cue = [hit for span in s.cue for hit in places.words(text_id, span)]
        if not cue:
            continue
        for stretch, word in cue:
            stretch.cues[word] = ACTS.index(s.acts[0])
        home, anchor = cue[0]
        roles = {word: 2 for stretch, word in content if stretch is home}
        roles.update({word: 1 for stretch, word in (places.words(text_id, s.who) if s.who else []) if stretch is home})
        home.speech.append((anchor, roles))


class Statement:
    """A statement's spans in bytes."""

    def __init__(self, statement, report, start=0, end=1 << 40):
        byte = lambda p: len(report.text[:p].encode()) - start  # noqa: E731
        move = lambda span: (byte(span.start), byte(span.end))  # noqa: E731
        inside = lambda span: span[0] >= 0 and span[1] <= end - start  # noqa: E731
        self.acts, self.optional = statement.acts, statement.optional
        self.cue = [s for s in map(move, statement.cue) if inside(s)]
        self.content = [s for s in map(move, statement.content) if inside(s)]
        self.who = move(statement.who) if statement.who and inside(move(statement.who)) else None


def statements_of(story):
    """Text id -> its statements, the texts as event_corpus.texts_of cuts them."""
    for report in story.reports.values():
        if not event_corpus.reader.is_passages(story.path):
            yield report.source_id, [Statement(s, report) for s in report.statements]
            continue
        start = 0
        for number, line in enumerate(report.text.split("\n"), 1):
            end = start + len(line.encode())
            if number > 1 and line.strip():
                found = [Statement(s, report, start, end) for s in report.statements]
                yield f"{report.source_id}@{number}", [s for s in found if s.content or s.cue]
            start = end + 1


@dataclass
class Data:
    """Texts, their candidates with labels, and the stretches that place them."""

    deeds: events.Deeds
    parties: events.Parties
    stretches: list


def data_of(tool, data, stories, passages=()):
    deeds = events.Deeds(tool, data, stories, passages)
    parties = events.Parties(tool, data, deeds)
    stretches = [s for row in deeds.rows for s in stretches_of(row["id"], row["text"])]
    places = place_candidates(stretches, deeds, parties)
    for story in [*stories, *passages]:
        for text_id, statements in statements_of(story):
            place_speech(places, text_id, statements)
    return Data(deeds, parties, stretches)


def flat_places(stretches, longest):
    """Of the candidates and pairs of a batch: their places among its words (row * longest + word), and indices."""
    deeds, parties = [], []
    for row, s in enumerate(stretches):
        deeds += [(row * longest + word, i) for word, i in s.candidates.items()]
        parties += [(row * longest + a, row * longest + b, i) for a, b, i in s.parties]
    return np.array(deeds, dtype=np.int64).reshape(-1, 2), np.array(parties, dtype=np.int64).reshape(-1, 3)


def speech_pairs(stretches, longest):
    """Of each cue of gold with each word of its stretch: places of both, role."""
    left, right, role = [], [], []
    for row, s in enumerate(stretches):
        for anchor, roles in s.speech:
            for word in range(s.context, len(s.words)):
                left.append(row * longest + anchor)
                right.append(row * longest + word)
                role.append(roles.get(word, 0))
    return tuple(np.array(each, dtype=np.int64) for each in (left, right, role))


def batches(stretches, chance=None):
    order = sorted(range(len(stretches)), key=lambda i: (len(stretches[i].words), i))
    if chance:
        order.sort(key=lambda i: len(stretches[i].words) + chance.uniform(-12, 12))
    found, longest = [[]], 0
    for i in order:
        longest = max(longest, len(stretches[i].words))
        if found[-1] and longest * (len(found[-1]) + 1) > BATCH_WORDS:
            found.append([])
            longest = len(stretches[i].words)
        found[-1].append(stretches[i])
    if chance:
        chance.shuffle(found)
    return found
