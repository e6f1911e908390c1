"""The values of the corpus: what a report and a story are once they are read. Spans are code points, ends exclusive."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """What is wrong with a file, and where."""

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


@dataclass
class Party:
    """Who acts or speaks: an entity of the story, or words of the text for one that has no entity."""

    key: str = ""
    span: Span = None


@dataclass
class Mention:
    key: str
    span: Span
    level: str  # name, demonym, nominal, pronoun
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
    name: str = ""  # of a credit: who is credited; of a notice: its kind
    line: int = 0


@dataclass
class Report:
    path: Path
    short: str  # r1
    source_id: str  # story-r1
    header: dict
    text: str
    paragraphs: list  # of Span
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
    notes: list = field(default_factory=list)  # as written, for `like`
    loose: set = field(default_factory=set)  # lines whose notes may have lost what they pointed to

    def exact(self, span):
        return self.text[span.start : span.end]

    def paragraph_of(self, span):
        return next((i for i, p in enumerate(self.paragraphs, 1) if p.start <= span.start < p.end), 0)


@dataclass
class Entity:
    key: str
    kind: str
    name: str
    country: str = ""
    sector: str = ""
    aliases: list = field(default_factory=list)  # found in the reports
    demonyms: list = field(default_factory=list)
    nameless: bool = False
    line: int = 0


@dataclass
class Edge:
    report: str
    other: str
    kinds: list
    direction: str  # from, to, unknown
    passages: list  # of (Span in report, Span in other)
    line: int = 0


@dataclass
class Evidence:
    report: str
    span: Span
    by: str = ""  # id of the note, if any


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
    others: list = field(default_factory=list)  # slots that could be argued for as well


@dataclass
class Claim:
    key: str
    kind: str
    summary: str
    date: str
    support: list
    dissent: list  # of (why, Evidence)
    slots: list
    origins: list  # stated numbers, else derived
    line: int = 0


@dataclass
class Story:
    id: str
    path: Path
    header: dict
    reports: dict  # short -> Report
    entities: dict
    not_same: list
    parts: list  # of (key, reports, follows)
    edges: list
    tolerated: list
    origins: list  # of (label, reports)
    claims: list
    compatible: list  # of (Evidence, Evidence, why)
    apart: list
    faults: list
