"""Runs the program over a folder and makes its export comparable: derived ids become names of what they stand for.

The path of the program is in the environment variable CROSSREAD. Names: a report is its source_id, its second version
"x (version 2)"; a group (origin, story) is "story of x" after its first report by name; anything else is numbered in
the order of the export.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

UNSET = "CROSSREAD is unset: set it to the path of the program, as in CROSSREAD=build/release/crossread"
NOUNS = {"origins": "origin", "stories": "story", "entities": "entity", "statements": "statement", "events": "event",
         "claims": "claim"}


class Failure(Exception):
    """The program ended in a way that leaves nothing to compare."""


def program():
    """The path of the program, or None."""
    path = os.environ.get("CROSSREAD")
    return str(Path(path).resolve()) if path else None


def export_of(folder):
    """The whole export, parsed, after `add FOLDER` into a fresh store.

    What `add` rejects is in the export, so its exit code is not judged.
    """
    with tempfile.TemporaryDirectory() as scratch:
        store = str(Path(scratch) / "store")
        added = run("add", str(folder), "--into", store)
        exported = run("export", store, "--format", "json")
        if exported.returncode != 0:
            raise Failure(f"export ended with {exported.returncode}: {exported.stderr.strip()}\n"
                          f"add had ended with {added.returncode}: {added.stderr.strip()}")
        try:
            return json.loads(exported.stdout)
        except ValueError as error:
            raise Failure(f"the export is not JSON: {error}") from None


def run(*arguments):
    try:
        return subprocess.run([program(), *arguments], capture_output=True, encoding="utf-8", timeout=300, check=False)
    except OSError as error:
        raise Failure(f"cannot run {program()}: {error}") from None


def names_of(export):
    """Each id of the export with the name of what it stands for."""
    names = {}
    for row in export.get("reports", []):
        version = row.get("version", 1)
        names[row["id"]] = row["source_id"] if version == 1 else f"{row['source_id']} (version {version})"
    for key, noun in NOUNS.items():
        for place, row in enumerate(export.get(key, [])):
            members = row.get("reports") if isinstance(row.get("reports"), list) else None
            names[row["id"]] = f"{noun} of {min(names[m] for m in members)}" if members else f"{noun} {place + 1}"
    for story in export.get("stories", []):
        names.setdefault(story.get("storyline"), "storyline of " + names[story["id"]].removeprefix("story of "))
    names.pop(None, None)
    return names


def renamed(value, names):
    """The value with its ids replaced; a list of names is a set, so it is sorted."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        changed = [renamed(v, names) for v in value]
        return sorted(changed) if changed and all(isinstance(v, str) for v in changed) else changed
    if isinstance(value, dict):
        return {k: renamed(v, names) for k, v in value.items()}
    return value


def edge_in_order(edge):
    """A row of lineage, the report whose name comes first on the left."""
    if edge["report"] <= edge["other"]:
        return edge
    swap = {"report": "other", "other": "report",
            "share_of_report": "share_of_other", "share_of_other": "share_of_report"}
    turned = {swap.get(k, k): v for k, v in edge.items()}
    turned["direction"] = {"from": "to", "to": "from"}.get(edge["direction"], edge["direction"])
    turned["passages"] = [{"report": p["other"], "other": p["report"]} for p in edge.get("passages", [])]
    return turned


def part_of(export, keys):
    """What `keys` name ("rejections", or "stories.reports" for one field of a row), ids renamed, rows in order."""
    names = names_of(export)
    fields = {}
    for key in keys:
        array, _, field = key.partition(".")
        fields.setdefault(array, []).append(field)
    part = {}
    for array, wanted in fields.items():
        rows = [renamed(row, names) for row in export.get(array, [])]
        if array == "lineage":
            rows = [edge_in_order(row) for row in rows]
        if "" not in wanted:
            rows = [{field: row.get(field) for field in wanted} for row in rows]
        part[array] = sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))
    return part
