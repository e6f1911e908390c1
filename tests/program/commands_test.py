"""The program at its edges: help, exit codes, bad inputs, stores that are none, two at once, a kill in the middle, a full disk."""

import csv
import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import unittest

from program import CROSSREAD, EXAMPLES, ProgramTest, canonical

COMMANDS = ["add", "stories", "story", "outlets", "brief", "export", "extract", "analyze", "names", "search", "check", "rebuild"]


def many_rows(count):
    """Reports that have nothing to do with each other: words of their own."""
    rows = []
    for number in range(count):
        letters = random.Random(number)
        words = ["".join(letters.choice("bdfgklmnprstvz") + letters.choice("aeiou") for _ in range(3)) for _ in range(40)]
        text = f"{words[0].capitalize()} {' '.join(words[1:20])}. {words[20].capitalize()} {' '.join(words[21:])}."
        rows.append({"id": f"n{number}", "outlet": "Wire", "published": "2024-05-01", "title": f"Item {number}", "text": text})
    return rows


class Help(ProgramTest):
    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            text = self.run_program(command, "--help").stdout.decode()
            self.assertIn(f"crossread {command}", text)
            self.assertIn("Example", text)
        self.assertIn("Exit codes", self.run_program("--help").stdout.decode())

    def test_the_version_is_told(self):
        self.assertRegex(self.run_program("--version").stdout.decode(), r"^crossread \d+\.\d+\.\d+\n$")

    def test_a_wrong_command_line_ends_with_2_and_says_why(self):
        for arguments in ([], ["frobnicate"], ["add"], ["add", "x.txt"], ["export", "s", "--format", "yaml"],
                          ["export", "s", "--format", "jsonl"], ["add", "x", "--into", "s", "--published", "soon"]):
            self.assertTrue(self.run_program(*arguments, code=2).stderr or not arguments)


class Inputs(ProgramTest):
    def test_all_refused_and_some_refused_differ(self):
        bad = self.write("bad.txt", b"\x00\x01\x02" * 50)
        done = self.add(bad, code=4)
        self.assertIn("bad.txt", done.stderr.decode())
        self.assertIn("binary", done.stderr.decode())
        good = self.write("good.txt", "Rain falls\n\nRain fell on Tuesday in the north of the island, officials said.")
        self.add(bad, good, code=3)
        self.assertEqual(len(self.dossier()["reports"]), 1)

    def test_a_bad_line_is_told_with_its_number(self):
        file = self.write("rows.jsonl", json.dumps(many_rows(1)[0]) + "\n{broken\n" + json.dumps(many_rows(2)[1]) + "\n")
        done = self.add(file, code=3)
        self.assertIn("rows.jsonl:2", done.stderr.decode())
        self.assertEqual(len(self.dossier()["reports"]), 2)

    def test_standard_input_is_read(self):
        done = self.run_program("add", "-", "--into", self.store, "--outlet", "Pipe", "--published", "2024-02-03",
                                stdin=b"Bridge reopens\n\nThe bridge over the lower river reopened on Friday after repairs, the council said.")
        self.assertIn(b"1 added", done.stdout)
        report = self.dossier()["reports"][0]
        self.assertEqual((report["outlet"], report["published"]["start"][:10]), ("Pipe", "2024-02-03"))

    def test_a_changed_report_is_a_new_version(self):
        row = {"id": "a", "url": "https://example.org/a", "published": "2024-03-01T08:00:00Z", "title": "Ferry late",
               "text": "The ferry to the outer islands was two hours late on Friday because of fog, the harbour office said. Nobody complained."}
        self.add(self.write_rows("one.jsonl", [row]))
        row = {**row, "published": "2024-03-01T10:00:00Z", "text": row["text"].replace("two hours", "three hours")}
        self.add(self.write_rows("two.jsonl", [row]))
        first, second = self.dossier()["reports"]
        self.assertEqual((first["version"], second["version"], second["version_of"]), (1, 2, first["id"]))
        self.assertEqual(len(self.dossier()["stories"]), 1)


class Output(ProgramTest):
    def test_nothing_but_data_in_a_pipe(self):
        done = self.run_program("stories", self.run_add())
        self.assertNotIn(b"\x1b", done.stdout + done.stderr)

    def run_add(self):
        self.add(EXAMPLES)
        return self.store

    def test_rows_can_be_paged(self):
        store = self.run_add()
        rows = self.run_program("export", store, "--only", "reports", "--format", "jsonl").stdout.decode().splitlines()
        first = self.run_program("export", store, "--only", "reports", "--format", "jsonl", "--limit", 5).stdout.decode().splitlines()
        cursor = json.loads(first[-1])["id"]
        rest = self.run_program("export", store, "--only", "reports", "--format", "jsonl", "--after", cursor).stdout.decode().splitlines()
        self.assertEqual(first + rest, rows)
        self.run_program("export", store, "--only", "reports", "--format", "jsonl", "--after", "r0", code=7)

    def test_a_part_of_the_dossier_holds_one_story(self):
        store = self.run_add()
        story = self.dossier()["stories"][0]
        part = json.loads(self.run_program("export", store, "--story", story["id"]).stdout)
        self.assertEqual([report["id"] for report in part["reports"]], story["reports"])
        self.run_program("export", store, "--story", "s0000000000000000", code=7)

    def test_stories_are_filtered_and_sorted(self):
        store = self.run_add()
        dossier = self.dossier()
        listed = lambda *options: self.rows("stories", store, "--format", "json", *options)
        whole = {story["id"] for story in dossier["stories"]}
        self.assertEqual({story["id"] for story in listed()}, whole)
        sizes = [len(story["reports"]) for story in listed("--sort", "reports")]
        self.assertEqual(sizes, sorted(sizes, reverse=True))
        outlet = next(report["outlet"] for report in dossier["reports"] if report["outlet"])
        of_outlet = {report["id"] for report in dossier["reports"] if report["outlet"] == outlet}
        self.assertEqual({story["id"] for story in listed("--outlet", outlet)},
                         {story["id"] for story in dossier["stories"] if of_outlet & set(story["reports"])})
        self.assertEqual(listed("--since", "2190-01-01"), [])
        self.assertEqual(listed("--person", "Nobody Whatsoever"), [])
        places = [entity["name"] for entity in dossier["entities"] if entity["kind"] == "place"]
        found = listed("--place", places[0])
        self.assertTrue(found)
        self.assertLess(len(found), len(whole))
        self.run_program("stories", store, "--since", "soon", code=2)

    def test_outlets_tell_who_copies_whom(self):
        self.run_add()
        dossier = self.dossier()
        outlets = self.rows("outlets", self.store, "--format", "json")
        self.assertEqual({row["outlet"] for row in outlets}, {report["outlet"] for report in dossier["reports"]} - {None})
        self.assertTrue(any(row["taking"] for row in outlets))
        for row in outlets:
            self.assertLessEqual(row["taken_words"], row["words"])
            self.assertEqual(row["taking"], sum(source["reports"] for source in row["sources"]))
        self.assertIn(outlets[0]["outlet"], self.run_program("outlets", self.store).stdout.decode())

    def test_search_finds_and_marks(self):
        store = self.run_add()
        report = self.dossier()["reports"][0]
        word = max(report["title"].split(), key=len).strip(",.'’“”:")
        hits = [json.loads(line) for line in self.run_program("search", store, word, "--format", "json").stdout.splitlines()]
        self.assertTrue(hits)
        for hit in hits:
            for passage in hit["passages"]:
                self.assertEqual(passage["exact"].casefold()[:4], word.casefold()[:4])
        for odd in ('"', "AND OR NOT", "a* (", "title:", "-", "'; drop table report; --"):
            self.run_program("search", store, "--", odd)

    def test_search_finds_what_somebody_said_and_what_was_done(self):
        store = self.run_add()
        entities = {entity["id"]: entity for entity in self.dossier()["entities"]}
        speaker = next(entities[row["speaker"]]["name"] for row in self.dossier()["statements"]
                       if row["speaker"] and entities[row["speaker"]]["kind"] == "person")
        rows = self.rows("search", store, "--speaker", speaker, "--format", "json")
        self.assertTrue(rows)
        for row in rows:
            self.assertIn(speaker.split()[-1].casefold(), row["speaker"].casefold())
            self.assertTrue(all(passage["exact"] for passage in row["passages"]))
        kind = self.dossier()["events"][0]["type"]
        rows = self.rows("search", store, "--type", kind, "--format", "json")
        self.assertTrue(rows)
        self.assertEqual({row["type"] for row in rows}, {kind})
        self.assertEqual(self.rows("search", store, "--speaker", "Qzw Xyvk", "--format", "json"), [])
        self.run_program("search", store, code=2)
        self.run_program("search", store, "--type", "WAR", code=2)

    def test_what_reports_tell_comes_as_tables_records_and_annotations(self):
        store = self.run_add()
        dossier = self.dossier()
        for key in ("statements", "events"):
            table = self.run_program("export", store, "--only", key, "--format", "csv").stdout.decode()
            rows = list(csv.DictReader(io.StringIO(table)))
            self.assertEqual([row["id"] for row in rows], [row["id"] for row in dossier[key]])
            self.assertTrue(all(None not in row and None not in row.values() for row in rows))
            notes = self.rows("export", store, "--only", key, "--format", "annotations")
            self.assertEqual([note["id"] for note in notes], ["urn:crossread:" + row["id"] for row in dossier[key]])
            texts = {report["id"]: report["text"] for report in dossier["reports"]}
            for note, row in zip(notes, dossier[key]):
                for target in note["target"]:
                    position, quote = target["selector"]
                    words = texts[row["report"]][position["start"]:position["end"]]
                    self.assertEqual(quote["exact"], words)
                    self.assertIn(quote["prefix"] + words + quote["suffix"], texts[row["report"]])
        records = self.rows("export", store, "--format", "plover")
        events = {row["id"]: row for row in dossier["events"]}
        self.assertTrue(records)
        for record in records:
            event = events[record["id"]]
            self.assertEqual((record["event"], record["mode"]), (event["type"], event["mode"]))
            self.assertEqual(len(record["source"]), len(event["actors"]))
        self.run_program("export", store, "--only", "claims", "--format", "csv", code=2)
        story = dossier["stories"][0]
        some = self.rows("export", store, "--story", story["id"], "--only", "events", "--format", "annotations")
        self.assertEqual(len(some), sum(row["report"] in story["reports"] for row in dossier["events"]))

    def test_the_brief_is_one_file_that_needs_nothing_else(self):
        page = self.run_program("brief", self.run_add(), "--format", "html").stdout.decode()
        for pattern in (r"\bsrc\s*=", r"<link\b", r"@import", r"url\(", r"\bfetch\(", r"XMLHttpRequest"):
            self.assertIsNone(re.search(pattern, page), pattern)
        for story in self.dossier()["stories"]:
            self.assertIn(story["id"], page)

    def test_extract_and_analyze_give_a_row_a_report_in_order(self):
        file = self.write_rows("rows.jsonl", many_rows(700))
        for command in ("extract", "analyze"):
            rows = [json.loads(line) for line in self.run_program(command, file, "--format", "jsonl", "--jobs", 4).stdout.splitlines()]
            self.assertEqual([row["source_id"] for row in rows], [row["id"] for row in many_rows(700)])


class Stores(ProgramTest):
    def test_what_is_no_store_is_told(self):
        text = self.write("letter.txt", "Dear editor")
        folder = self.folder / "folder"
        folder.mkdir()
        for path in (text, folder, self.folder / "missing.crossread"):
            done = self.run_program("stories", path, code=5)
            self.assertIn(path.name, done.stderr.decode())
        self.assertEqual(text.read_text(), "Dear editor")
        self.run_program("add", EXAMPLES, "--into", text, code=5)
        self.assertEqual(text.read_text(), "Dear editor")

    def test_check_finds_a_damaged_store(self):
        self.add(EXAMPLES)
        self.run_program("check", self.store)
        size = self.store.stat().st_size
        with open(self.store, "r+b") as file:
            for place in range(size // 8, size - 4096, size // 8):
                file.seek(place)
                file.write(random.Random(place).randbytes(4096))
        self.run_program("check", self.store, code=5)

    def test_a_rebuild_changes_nothing_that_is_canonical(self):
        self.add(EXAMPLES)
        before = canonical(self.dossier())
        self.run_program("rebuild", self.store)
        self.assertEqual(canonical(self.dossier()), before)
        self.assertIn(b"up to date", self.run_program("rebuild", self.store, "--stale").stdout)

    def test_two_at_once_do_not_disturb_each_other(self):
        files = [self.write_rows(f"half{half}.jsonl", many_rows(600)[half::2]) for half in (0, 1)]
        runs = [subprocess.Popen([CROSSREAD, "add", str(file), "--into", str(self.store)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                for file in files]
        for run in runs:
            _, errors = run.communicate(timeout=300)
            self.assertEqual(run.returncode, 0, errors.decode())
        self.assertEqual(len(self.dossier()["reports"]), 600)
        self.run_program("check", self.store)

    def test_a_kill_in_the_middle_leaves_whole_batches(self):
        file = self.write_rows("many.jsonl", many_rows(5000))
        for wait in (0.3, 0.9):
            run = subprocess.Popen([CROSSREAD, "add", str(file), "--into", str(self.store)], stdout=subprocess.DEVNULL)
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
            run.wait()
            if self.store.exists():
                self.run_program("check", self.store)
        self.add(file)
        self.assertEqual(len(self.run_program("export", self.store, "--only", "reports", "--format", "jsonl").stdout.splitlines()), 5000)

    def test_interrupting_ends_with_130_and_keeps_whole_batches(self):
        file = self.write_rows("many.jsonl", many_rows(5000))
        run = subprocess.Popen([CROSSREAD, "add", str(file), "--into", str(self.store)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        run.send_signal(signal.SIGINT)
        self.assertIn(run.wait(timeout=120), (130, 0))  # 0: it was done before
        self.run_program("check", self.store)

    def test_a_full_disk_is_told_and_costs_nothing_stored(self):
        self.add(EXAMPLES)
        before = self.dossier()
        file = self.write_rows("many.jsonl", many_rows(5000))
        limit = self.store.stat().st_size + 200_000
        script = "import resource, signal, sys, os; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); " \
                 f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); os.execv(sys.argv[1], sys.argv[1:])"
        done = subprocess.run([sys.executable, "-c", script, CROSSREAD, "add", str(file), "--into", str(self.store)], capture_output=True)
        self.assertIn(done.returncode, (5, 6), done.stderr.decode())
        self.assertIn("crossread:", done.stderr.decode())
        self.assertEqual(self.dossier(), before)
        self.run_program("check", self.store)

    def test_a_closed_output_is_no_success(self):
        self.add(EXAMPLES)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CROSSREAD, "export", str(self.store)], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 6)


if __name__ == "__main__":
    unittest.main()
