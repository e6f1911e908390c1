"""Which readings of a stretch of speech training/speech.py takes for right."""

import sys
import unittest
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

import polnear  # noqa: E402
import speech_marks  # noqa: E402

TEXT = "The mayor left early. The clerk said the dam had held all night."


def span_of(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def reading(speaker, content, look="reading=first", cue="said"):
    span = lambda words: "-".join(map(str, span_of(words)))  # noqa: E731
    cells = ["r1", "0", span(speaker), span(cue), span(content), look, "row=say"]
    return speech_marks.Candidate("\t".join(cells) + "\n", 0)


@dataclass
class Statement:
    line: int = 1
    content: list = field(default_factory=lambda: [span_of("the dam had held all night")])
    speakers: list = field(default_factory=lambda: [span_of("The clerk")])
    optional: bool = False
    negated: bool = False
    acts: list = field(default_factory=lambda: ["say"])


class Marks(speech_marks.Marks):
    def __init__(self, *statements):
        self.statements = list(statements)

    def span(self, span):
        return span

    def speakers(self, statement):
        return statement.speakers


def labelled(marks, *readings, told=None):
    marks.label(list(readings), told if told is not None else {s.line: [] for s in marks.statements})
    return readings


class Readings(unittest.TestCase):
    def test_one_is_right_by_its_speaker_and_half_of_its_words(self):
        for speaker, content, right in [
            ("The clerk", "the dam had held all night", True),
            ("The mayor", "the dam had held all night", False),
            ("The clerk", "The mayor left early", False),
        ]:
            (found,) = labelled(Marks(Statement()), reading(speaker, content))
            self.assertEqual(found.right, right, (speaker, content))

    def test_another_is_better_that_is_right_where_the_first_is_wrong(self):
        first, other = labelled(
            Marks(Statement()),
            reading("The mayor", "the dam had held all night"),
            reading("The clerk", "the dam had held all night", "reading=subject"),
        )
        self.assertTrue(other.is_better)
        self.assertTrue(other.is_best)
        self.assertFalse(first.is_best)

    def test_neither_is_better_where_they_hardly_differ(self):
        _, other = labelled(
            Marks(Statement()),
            reading("The clerk", "the dam had held all night"),
            reading("The clerk", "the dam had held all night.", "reading=to the end"),
        )
        self.assertIsNone(other.is_better)

    def test_what_was_found_before_is_not_right_again(self):
        marks, told = Marks(Statement()), {1: []}
        labelled(marks, reading("The clerk", "the dam had held all night"), told=told)
        (again,) = labelled(marks, reading("The clerk", "the dam had held all night"), told=told)
        self.assertFalse(again.right)

    def test_nobody_is_blamed_for_a_border_case(self):
        (found,) = labelled(Marks(Statement(optional=True)), reading("The clerk", "the dam had held all night"))
        self.assertIsNone(found.right)


class PolnearRecords(unittest.TestCase):
    def setUp(self):
        told = {"source": [list(span_of("The clerk"))], "cue": [list(span_of("said"))], "content": [list(span_of("the dam had held"))]}
        self.record = polnear.Record({"doc": "d", "text": TEXT, "attributions": [told]})

    def test_say_nothing_of_who_speaks_within_or_around_what_is_marked(self):
        for speaker, content, cue, told in [
            ("The mayor", "early", "left", True),
            ("the dam", "all night", "had held", False),
            ("The mayor", "The clerk said the dam had held", "left", False),
        ]:
            self.assertEqual(self.record.can_tell(reading(speaker, content, cue=cue)), told, cue)


if __name__ == "__main__":
    unittest.main()
