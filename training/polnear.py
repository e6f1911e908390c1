"""The training part of PolNeAR 1.0.0 (Newell, Margolin and Ruths, LREC 2018) as training/speech.py sees it: who is reported
to say what, in bytes. Its annotations may be learnt from; its texts are never shipped."""

import gzip
import json
import unicodedata
from dataclasses import dataclass, field

from speech_marks import Marks, length_within


@dataclass
class Attribution:
    line: int  # its number in the record
    content: list
    speakers: list  # spans
    optional: bool = False
    negated: bool = False
    acts: list = field(default_factory=list)  # not told


class Record(Marks):
    """The attributions of a text; one token is in one of them at most, so who speaks within another's words is not told."""

    def __init__(self, record):
        self.id = record["doc"]
        self.row = {"id": self.id, "text": record["text"]}
        places = [0]
        for letter in record["text"]:
            places.append(places[-1] + len(letter.encode("utf-8")))
        spans = lambda role: [(places[a], places[b]) for a, b in role]  # noqa: E731
        self.statements = [
            Attribution(i, spans(a["content"]), spans(a["source"])) for i, a in enumerate(record["attributions"]) if a["content"]
        ]

    def span(self, span):
        return span

    def speakers(self, statement):
        return statement.speakers

    def can_tell(self, candidate):
        """Whether it can be told if a candidate is right: none whose cue stands in somebody's words, or who passes words on."""
        cue = candidate.cue
        inner = cue is not None and any(a <= cue[0] < b for s in self.statements for a, b in s.content)
        outer = any(length_within(candidate.content, s.speakers) for s in self.statements)
        return not inner and not outer


def records(path):
    """The first annotator's of each text."""
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["doc"] not in seen and unicodedata.normalize("NFC", record["text"]) == record["text"]:
                seen.add(record["doc"])
                yield Record(record)
