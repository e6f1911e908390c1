"""`crossread brief`: every line of the examples' briefs rests on words that carry its names and numbers."""
import csv
import io
import json
import re
import sys
import unittest
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent))
from program import EXAMPLES, ProgramTest  # noqa: E402

STORIES = ["ferry", "fireworks", "mine-strike", "oil-port"]
TELLING = re.compile(r"\w*[A-Z0-9]\w*")  # names and numbers


def lines_of(brief):
    """(words shown, spans they rest on) of every line."""
    for line in brief["agreed"] + brief["single"] + brief["timeline"] + brief["advisories"]:
        yield line["text"], line["evidence"]
    for moment in brief["timeline"]:
        yield moment["date"]["text"], [moment["dated_by"]]
    for advisory in brief["advisories"]:
        for naming in [advisory["issuer"], *advisory["places"]]:
            if naming:
                yield naming["name"], [naming["words"]]
        if advisory["date"]:
            yield advisory["date"]["text"], [advisory["dated_by"]]
    for person in brief["people"]:
        yield person["named"]["name"], [person["named"]["words"]]
        if person["office"]:
            yield person["office"]["name"], [person["office"]["words"]]
        for act in person["acts"]:
            yield " ".join([act["text"], act["cue"]]), act["evidence"]
    for pair in brief["situation"]:
        for point in pair["points"]:
            for claim, dated in zip(point["claims"], point["dated_by"], strict=True):
                yield claim["text"], claim["evidence"] + [dated]
    for row in brief["matrix"]:
        for cell in row["cells"]:
            if cell["stance"] != "silent":
                shown = cell["side"] if row["part"] == "disputed" and brief["disputed"][row["place"]]["slot"] != "status" else ""
                yield shown or "", [cell["words"]]
    if "new" in brief:
        for line in brief["new"]["lines"]:
            yield line["text"], line["evidence"]
    for parting in brief["disputed"] + brief["revised"]:
        for side in parting["sides"]:
            yield side["text"], side["evidence"]
            yield side["value"] if parting["slot"] != "status" else "", side["values"]
    for speaker in brief["said"]:
        yield speaker["name"], [speaker["named"]]
        if speaker["role"]:
            yield speaker["role"], [speaker["office"]]
        for saying in speaker["sayings"]:
            yield " ".join([saying["text"], saying["cue"], *saying["via"]]), saying["evidence"]


class Brief(ProgramTest):
    def briefs(self, example, *options):
        store = self.folder / example
        self.run_program("add", EXAMPLES / example, "--into", store)
        return json.loads(self.run_program("brief", store, "--format", "json", *options).stdout), store

    def test_every_line_rests_on_words_that_carry_its_names_and_numbers(self):
        for example in STORIES:
            briefs, store = self.briefs(example, "--since", "0")
            texts = {row["id"]: row["text"] for row in self.exported(store)}
            seen = 0
            for brief in briefs:
                for words, evidence in lines_of(brief):
                    self.assertTrue(evidence, words)
                    for span in evidence:
                        self.assertEqual(texts[span["report"]][span["start"]:span["end"]], span["exact"])
                    cited = " ".join(span["exact"] for span in evidence)
                    for word in TELLING.findall(words):
                        self.assertIn(word, cited, words)
                    seen += 1
            self.assertGreater(seen, 10, example)

    def exported(self, store):
        rows = self.run_program("export", store, "--only", "reports", "--format", "jsonl").stdout
        return [json.loads(row) for row in rows.splitlines()]

    def test_what_is_agreed_has_two_origins_and_what_is_single_has_one_report_or_copies_of_it(self):
        for example in STORIES:
            for brief in self.briefs(example)[0]:
                for line in brief["agreed"]:
                    self.assertGreater(line["origins"], 1, line["text"])
                for line in brief["single"]:
                    self.assertEqual(line["origins"], 1, line["text"])

    def test_every_line_stands_in_the_matrix_against_every_report(self):
        for example in STORIES:
            for brief in self.briefs(example)[0]:
                lines = [(row["part"], row["place"], row.get("saying")) for row in brief["matrix"]]
                expected = [(part, i, None) for part in ["agreed", "disputed", "revised", "single"]
                            for i in range(len(brief[part]))]
                expected += [("said", i, k) for i, speaker in enumerate(brief["said"])
                             for k in range(len(speaker["sayings"]))]
                self.assertEqual(lines, expected)
                for row in brief["matrix"]:
                    self.assertEqual(len(row["cells"]), len(brief["reports"]))
                    line = self.line_of(brief, row)
                    for report, cell in zip(brief["reports"], row["cells"], strict=True):
                        cited = any(span["report"] == report for span in line)
                        self.assertEqual(cell["stance"] == "tells", cited)

    @staticmethod
    def line_of(brief, row):
        if row["part"] in ("disputed", "revised"):
            return [span for side in brief[row["part"]][row["place"]]["sides"] for span in side["values"]]
        if row["part"] == "said":
            return brief["said"][row["place"]]["sayings"][row["saying"]]["evidence"]
        return brief[row["part"]][row["place"]]["evidence"]

    def test_the_matrix_is_a_table_with_a_row_for_each_line_and_report(self):
        briefs, store = self.briefs("ferry")
        rows = list(csv.DictReader(io.StringIO(self.run_program("brief", store, "--format", "csv").stdout.decode())))
        self.assertEqual(len(rows), sum(len(brief["matrix"]) * len(brief["reports"]) for brief in briefs))
        texts = {row["id"]: row["text"] for row in self.exported(store)}
        for row in rows:
            self.assertEqual(row["stance"] == "silent", row["words"] == "")
            if row["words"]:
                self.assertEqual(texts[row["report"]][int(row["start"]):int(row["end"])], row["words"])

    def test_the_situation_is_one_picture(self):
        for example in STORIES:
            briefs, store = self.briefs(example)
            picture = ElementTree.fromstring(self.run_program("brief", store, "--format", "svg").stdout)
            hints = [one for one in picture.iter("{http://www.w3.org/2000/svg}title")][1:]
            self.assertEqual(len(hints), sum(len(pair["points"]) for brief in briefs for pair in brief["situation"]))

    def test_what_came_in_a_later_batch_is_new(self):
        reports = sorted(path for path in (EXAMPLES / "ferry").iterdir() if path.suffix in (".txt", ".html", ".jsonl"))
        store = self.folder / "news"
        self.run_program("add", *reports[:-1], "--into", store)
        before = {row["id"] for row in self.exported(store)}
        self.run_program("add", reports[-1], "--into", store)
        late = {row["id"] for row in self.exported(store)} - before
        briefs = json.loads(self.run_program("brief", store, "--format", "json", "--since", "1").stdout)
        self.assertEqual({brief["reports"][i] for brief in briefs for i in brief["new"]["reports"]}, late)
        for brief in briefs:
            self.assertTrue(brief["new"]["reports"])
            for line in brief["new"]["lines"]:
                self.assertLessEqual({span["report"] for span in line["evidence"]}, late)
            for place in brief["new"]["confirmed"]:
                self.assertGreater(brief["agreed"][place]["origins"], 1)
        none = self.run_program("brief", store, "--since", "2")
        self.assertEqual(none.stdout.decode(), "Nothing is new since 2.\n")
        self.run_program("brief", store, "--since", "yesterday", code=2)

    def test_a_table_of_ones_own_tells_who_an_outlet_is(self):
        store = self.folder / "news"
        report = {"id": "a", "outlet": "Selda Evening Post", "text": "The bridge of Orlo fell on Monday, the mayor said."}
        told = self.folder / "a.jsonl"
        told.write_text(json.dumps(report))
        self.run_program("add", told, "--into", store)
        table = self.folder / "ours.tsv"
        table.write_text("Selda Evening Post\t-\t-\tIRN\tdaily\tstate\tOurs\n")
        row = json.loads(self.run_program("outlets", store, "--outlet-table", table, "--format", "json").stdout)
        self.assertEqual((row["country"], row["control"], row["owner"]), ("IRN", "state", "Ours"))
        by = json.loads(self.run_program("outlets", store, "--outlet-table", table, "--by", "owner", "--format", "json").stdout)
        self.assertEqual((by["outlet"], by["reports"]), ("Ours", 1))
        page = self.run_program("brief", store, "--outlet-table", table, "--format", "md").stdout.decode()
        self.assertIn("state media of Iran only", page)

    def test_a_storyline_is_one_brief(self):
        store = self.folder / "ferry"
        self.run_program("add", EXAMPLES / "ferry", "--into", store)
        briefs = json.loads(self.run_program("brief", store, "--storyline", "l", "--format", "json").stdout)
        self.assertEqual(len(briefs), 1)
        self.assertEqual(len(briefs[0]["reports"]), len(self.exported(store)))


if __name__ == "__main__":
    unittest.main()
