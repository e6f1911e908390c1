"""`crossread brief`: every line of the examples' briefs rests on words that carry its names and numbers."""
import json
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from program import EXAMPLES, ProgramTest  # noqa: E402

STORIES = ["ferry", "fireworks", "mine-strike", "oil-port"]
TELLING = re.compile(r"\w*[A-Z0-9]\w*")  # names and numbers


def lines_of(brief):
    """(words shown, spans they rest on) of every line."""
    for line in brief["agreed"] + brief["single"] + brief["timeline"] + brief["advisories"]:
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
            briefs, store = self.briefs(example)
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

    def test_a_storyline_is_one_brief(self):
        store = self.folder / "ferry"
        self.run_program("add", EXAMPLES / "ferry", "--into", store)
        briefs = json.loads(self.run_program("brief", store, "--storyline", "l", "--format", "json").stdout)
        self.assertEqual(len(briefs), 1)
        self.assertEqual(len(briefs[0]["reports"]), len(self.exported(store)))


if __name__ == "__main__":
    unittest.main()
