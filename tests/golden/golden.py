#!/usr/bin/env python3
"""Checks the golden cases, or rewrites what they expect.

    CROSSREAD=build/release/crossread tests/golden/golden.py [--rewrite] [CASE...]

A case is a folder in tests/golden/cases: `in/` holds the reports, `case.json` the `keys` of the export to compare (an
array such as "stories", or a field of its rows such as "stories.reports"), `expected.json` what is expected of them,
`WHY.md` why the case is kept. Every derived id is replaced by a name first (dossier.py), so that an expectation can be
read, and written by hand.

Each difference is shown as a diff. With --rewrite the new result then takes the place of the old: read the diff before
you commit it.
Exit code: 0 all agree (or were rewritten), 1 a case differs or is broken, 77 skipped because CROSSREAD is unset.
"""

import argparse
import difflib
import json
import sys
from pathlib import Path

import dossier

CASES = Path(__file__).resolve().parent / "cases"
SKIPPED = 77


def printed(part):
    return json.dumps(part, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def difference(name, expected, actual):
    old, new = expected.splitlines(keepends=True), actual.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, f"{name}/expected.json", f"{name}/actual")
    return "".join(lines)


def result_of(case):
    keys = json.loads((case / "case.json").read_text(encoding="utf-8"))["keys"]
    return printed(dossier.part_of(dossier.export_of(case / "in"), keys))


def check(case, rewrite):
    """Whether the case agrees, or does so after the rewriting. Shows what it finds."""
    file = case / "expected.json"
    try:
        expected = printed(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else ""
        actual = result_of(case)
    except (dossier.Failure, OSError, ValueError, KeyError) as error:
        print(f"FAIL {case.name}: {error}")
        return False
    if actual == expected:
        print(f"ok   {case.name}")
        return True
    print(f"{'NEW ' if rewrite else 'FAIL'} {case.name}: {first_line(case / 'WHY.md')}")
    print(difference(case.name, expected, actual), end="")
    if rewrite:
        file.write_text(actual, encoding="utf-8")
    return rewrite


def first_line(file):
    return file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")


def main():
    parser = argparse.ArgumentParser(description="Check the golden cases, or rewrite what they expect.")
    parser.add_argument("--rewrite", action="store_true", help="let the new results take the place of the old")
    parser.add_argument("cases", nargs="*", metavar="CASE",
                        help="names of folders in tests/golden/cases; all when none is given")
    arguments = parser.parse_args()
    if not dossier.program():
        print("skipped: " + dossier.UNSET)
        return SKIPPED
    known = sorted(p.name for p in CASES.iterdir() if p.is_dir())
    unknown = sorted(set(arguments.cases) - set(known))
    if unknown:
        parser.error(f"no such case: {', '.join(unknown)}; there are {', '.join(known)}")
    agree = [check(CASES / name, arguments.rewrite) for name in arguments.cases or known]
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
