"""What the tests of the program share: running it, scratch folders, reports to feed it."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
CROSSREAD = os.environ.get("CROSSREAD", "")


@unittest.skipUnless(CROSSREAD, "set CROSSREAD to the program")
class ProgramTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.store = self.folder / "news.crossread"

    def run_program(self, *arguments, code=0, stdin=None, env=None):
        """Runs `crossread ARGUMENTS`; fails unless it ends with `code`; gives the finished process."""
        done = subprocess.run([CROSSREAD, *map(str, arguments)], input=stdin, capture_output=True, timeout=600,
                              env={**os.environ, **(env or {})})
        if done.returncode != code:
            self.fail(f"crossread {' '.join(map(str, arguments))}: exit {done.returncode}, not {code}\n{done.stderr.decode()}")
        return done

    def add(self, *inputs, code=0, **options):
        return self.run_program("add", *inputs, "--into", self.store, "--quiet", code=code, **options)

    def rows(self, *arguments):
        """The JSON lines that `crossread ARGUMENTS` prints."""
        return [json.loads(line) for line in self.run_program(*arguments).stdout.splitlines()]

    def dossier(self, store=None):
        return json.loads(self.run_program("export", store or self.store, "--format", "json").stdout)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_rows(self, name, rows):
        return self.write(name, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def canonical(dossier):
    """The part of a dossier that depends on the set of reports alone."""
    return {key: value for key, value in dossier.items() if key != "changes"}


def spans_in(value):
    """Every span of a dossier."""
    if isinstance(value, dict):
        if {"report", "start", "end", "exact"} <= set(value):
            yield value
        for child in value.values():
            yield from spans_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from spans_in(child)
