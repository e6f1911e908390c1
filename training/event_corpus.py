"""The corpus as training/events.py and eval/events_of_corpus.py see it: reports, and their events in bytes."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import convert  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402
TYPE_COUNT, SIGNS = 28, 26  # kEventTypeCount, and kSigns of src/account/event_evidence.h


def stories(part):
    for folder in sorted((ROOT / "corpus" / "stories").iterdir()):
        if splits.part_of(folder.name) == part:
            yield reader.read_story(folder)


def passages():
    """Unconnected paragraphs marked for statements and events; all of them are for training."""
    for folder in reader.stories_in([ROOT / "corpus" / "passages"]):
        yield reader.read_story(folder)


def shorts():
    """Short stories, marked as stories are; all of them are for training."""
    for folder in sorted((ROOT / "corpus" / "shorts").glob("*/")):
        yield reader.read_story(folder)


@dataclass
class Text:
    """What is read in one go, and what is marked in it: a report, or one paragraph of a column of passages."""

    id: str
    row: dict  # as `crossread add` takes it
    golds: list


def texts_of(story):
    """The reports of a story; of passages the paragraphs, which have nothing to do with one another."""
    rows = list(convert.reports(story))
    for row, report in zip(rows, story.reports.values()):
        golds = list(golds_of(story, report))
        if not reader.is_passages(story.path):
            yield Text(row["id"], row, golds)
            continue
        start = 0
        for number, line in enumerate(report.text.split("\n"), 1):
            if number > 1 and line.strip():
                text_id = f"{row['id']}@{number}"
                yield Text(text_id, dict(row, id=text_id, text=line), list(shifted(golds, start, start + len(line.encode()))))
            start += len(line.encode()) + 1


def shifted(golds, start, end):
    """Those within the bytes, with spans counted from the first of them."""
    move = lambda span: (span[0] - start, span[1] - start)  # noqa: E731
    inside = lambda span: start <= span[0] and span[1] <= end  # noqa: E731
    for gold in golds:
        if inside(gold.trigger):
            parties = {role: [[move(s) for s in party if inside(s)] for party in each] for role, each in gold.parties.items()}
            yield replace(gold, trigger=move(gold.trigger), parties=parties)


def rows_of(stories_wanted):
    return [row for story in stories_wanted for row in convert.reports(story)]


@dataclass
class Gold:
    """An event as it is marked; spans are bytes. `parties`: role -> a list, each party the spans of its mentions."""

    trigger: tuple
    types: list
    status: list
    mode: str
    background: bool
    optional: bool
    parties: dict


def golds_of(story, report):
    places = np.cumsum([0] + [len(letter.encode("utf-8")) for letter in report.text])
    span = lambda s: (int(places[s.start]), int(places[s.end]))  # noqa: E731

    def party(p):
        spans = [p.span] if p.span else [m.span for m in report.mentions if m.key == p.key]
        return [span(s) for s in spans]

    for e in report.events:
        told = e.source and e.status in ("asserted", "alleged")
        yield Gold(
            trigger=span(e.trigger),
            types=e.types,
            status=[e.status] + [s for s in ("asserted", "alleged") if told and s != e.status],
            mode=e.mode,
            background=e.background,
            optional=e.optional or any(f.span.start <= e.trigger.start < f.span.end for f in report.furniture),
            parties={
                "actor": [party(p) for p in e.actors],
                "recipient": [party(p) for p in e.recipients],
                "instrument": [party(p) for p in e.instrument],
                "place": [party(p) for p in e.place],
            },
        )


@dataclass
class Candidate:
    report: str
    token: int
    head: int  # of a deed, its governor; of a party, its trigger
    span: tuple
    keys: np.ndarray
    numbers: np.ndarray
    signs: np.ndarray  # of a deed: a row of signs for each type
    draft: tuple  # of the frames: type, status, confidence in thousandths; type "-" for none


def signs_of(listed):
    signs = np.zeros(TYPE_COUNT * SIGNS, dtype=np.int8)
    for place, value in (pair.split(":") for pair in listed.split()):
        signs[int(place)] = int(value)
    return signs.reshape(TYPE_COUNT, SIGNS)


def looks(tool, data, rows, deeds=None):
    """Candidate by candidate what the program's own code sees; with `deeds`, lines for the tool, their parties."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        reports.write_text("".join(json.dumps(row) + "\n" for row in rows))
        command = [str(tool), str(data), str(reports)]
        if deeds is not None:
            (Path(folder) / "deeds").write_text("".join(line + "\n" for line in deeds))
            command.append(str(Path(folder) / "deeds"))
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as run:
            yield from candidates_of(run.stdout)
        if run.returncode:
            raise subprocess.CalledProcessError(run.returncode, command)


def candidates_of(lines):
    report = None
    for line in lines:
        head, _, rest = line.rstrip("\n").partition(" |")
        words = head.split()
        if words[0] == "report":
            report = words[1]
            continue
        keys, numbers, *signs = rest.split(" |")
        one, other, begin, end = map(int, words[1:5])
        token, above = (one, other) if words[0] == "deed" else (other, one)
        yield Candidate(
            report,
            token,
            above,
            (begin, end),
            np.fromstring(keys, dtype=np.uint32, sep=" "),
            np.fromstring(numbers, dtype=np.int8, sep=" "),
            signs_of(signs[0]) if signs else None,
            (words[5], words[6], int(words[7])),
        )
