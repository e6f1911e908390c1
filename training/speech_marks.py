"""Which of the readings that the program gives of a stretch of speech are right, as people marked the text: for
training/speech.py. Spans are bytes."""

import collections
import itertools

LEAD = 0.1  # of two right readings that is the better one which is so much more like the marked words


class Candidate:
    """A reading, as training/speech/looks.cpp writes it."""

    def __init__(self, line, group):
        cells = line.rstrip("\n").split("\t")
        span = lambda cell: tuple(map(int, cell.split("-"))) if cell != "-" else None  # noqa: E731
        self.report, self.group = cells[0], group
        self.number = int(cells[1])
        self.speaker, self.cue = span(cells[2]), span(cells[3])
        self.content = [span(cell) for cell in cells[4].split()]
        self.looks = cells[5:]
        self.row = next(look[4:] for look in self.looks if look.startswith("row="))
        self.is_neutral = self.row in ("say", "report")
        self.right = None  # True, False, or None: nobody should be blamed
        self.acts = []
        self.likeness = 0.0  # of its words to those of the statement that it is most like: shared bytes for each of both
        self.statement = None
        self.is_best = False  # the one of its stretch that is most like what is marked
        self.is_better = None  # than the first of its stretch; None: neither better nor worse

    @property
    def is_first(self):
        return "reading=first" in self.looks

    @property
    def rank(self):
        return 1 + self.likeness if self.right else 0


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def length_within(spans, others):
    return sum(overlap(a, b) for a in spans for b in others)


class Marks:
    """The marked statements of a report: `statements`, each with `line` (its number), `acts`, `optional`, `negated` and
    `content`; `span(s)` of a part of a content; `speakers(statement)`, the spans of what stands for who speaks."""

    def said_by(self, candidate):
        """The statements of whoever speaks in the candidate."""
        looks = set(candidate.looks)
        if "who=goes-on" in looks:
            return self.statements
        if candidate.speaker is None:
            return [s for s in self.statements if not self.has_speaker(s)]
        begin, end = candidate.speaker
        if "who=relative" in looks:
            begin -= 40
        return [s for s in self.statements if not self.has_speaker(s) or any(overlap((begin, end), b) for b in self.speakers(s))]

    def label(self, readings, told):
        for reading in readings:
            self.judge(reading, told)
        first = readings[0]
        for other in readings[1:]:
            if first.right is not None and other.right is not None and other.rank != first.rank:
                other.is_better = other.rank > first.rank + LEAD
                if not other.is_better and first.rank <= other.rank + LEAD:
                    other.is_better = None
        best = max((r for r in readings if r.right), key=lambda r: r.likeness, default=None)
        if best is not None:
            told[best.statement] += best.content
            best.is_best = True

    def judge(self, candidate, told):
        size = sum(b - a for a, b in candidate.content)
        said = self.said_by(candidate)
        spans = lambda s: [self.span(c) for c in s.content]  # noqa: E731
        inside = sum(length_within(candidate.content, spans(s)) for s in said)
        candidate.right = 2 * inside >= size
        if not candidate.right:
            return

        def likeness(s):
            both = length_within(candidate.content, spans(s))
            return both / (size + sum(b - a for a, b in spans(s)) - both)

        best = max(said, key=likeness)
        if best.optional or best.negated:
            candidate.right = None
            return
        candidate.likeness, candidate.statement = likeness(best), best.line
        candidate.right = 2 * length_within(candidate.content, told[best.line]) < size
        candidate.acts = best.acts

    def has_speaker(self, statement):
        return bool(statement.speakers)


class MarkedReport(Marks):
    """Those of a report of the corpus."""

    def __init__(self, report):
        places = list(itertools.accumulate((len(letter.encode("utf-8")) for letter in report.text), initial=0))
        self.span = lambda s: (places[s.start], places[s.end])
        self.mentions = collections.defaultdict(list)
        for mention in report.mentions:
            self.mentions[mention.key].append(self.span(mention.span))
        self.statements = [s for s in report.statements if s.content and not s.carrier]

    def speakers(self, statement):
        spans = [self.span(statement.who)] if statement.who else []
        for party in statement.speakers:
            spans += [self.span(party.span)] if party.span else self.mentions[party.key]
        return spans
