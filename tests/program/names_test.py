"""`crossread names`: one answer a line, in order; a bad line is told by file and line."""

import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(__file__))
from program import CROSSREAD, ProgramTest  # noqa: E402


class Names(ProgramTest):
    def answers(self, text, **options):
        done = self.run_program("names", "--pairs", self.write("pairs.tsv", text), **options)
        return done.stdout.decode().splitlines()

    def test_each_line_gets_its_answer_in_order(self):
        lines = self.answers("Soleimani\tSuleimani\nIran\tIraq\nCraft\tKelly Craft\n")
        self.assertEqual([line.split("\t")[0] for line in lines], ["same", "different", "same"])
        for line in lines:
            self.assertRegex(line, r"^(same\t(0\.[5-9]\d\d|1\.000)|different\t0\.[0-4]\d\d|different\t0\.500)$")

    def test_standard_input_and_line_ends_of_other_systems_are_read(self):
        done = self.run_program("names", "--pairs", "-", stdin="Kyiv\tKiev\r\nNiger\tNigeria".encode())
        self.assertEqual([line[:4] for line in done.stdout.decode().splitlines()], ["same", "diff"])

    def test_a_file_without_lines_has_no_answers(self):
        self.assertEqual(self.answers(""), [])

    def test_a_bad_line_is_told_with_file_and_line(self):
        for line, why in ((b"Iran", "no tab"), (b"Iran\tIraq\tOman", "more than one tab"), (b"Iran\t ", "empty"), (b"\t", "empty"),
                          (b"\xff\tIran", "UTF-8")):
            done = self.run_program("names", "--pairs", self.write("pairs.tsv", b"Kyiv\tKiev\n" + line + b"\nIran\tIraq\n"), code=3)
            self.assertIn("pairs.tsv:2: ", done.stderr.decode())
            self.assertIn(why, done.stderr.decode())
            self.assertEqual(len(done.stdout.splitlines()), 1)
        self.run_program("names", "--pairs", self.write("pairs.tsv", "one name"), code=4)

    def test_a_file_that_is_not_there_is_told(self):
        done = self.run_program("names", "--pairs", self.folder / "none.tsv", code=4)
        self.assertIn("none.tsv", done.stderr.decode())

    def test_help_has_an_example_that_works(self):
        text = self.run_program("names", "--help").stdout.decode()
        example = text.split("Example:\n")[1].strip().replace("crossread names", f"{CROSSREAD} names")
        done = subprocess.run(["bash", "-c", example], capture_output=True, timeout=60)
        self.assertEqual(done.stdout.decode().split("\t")[0], "same")


if __name__ == "__main__":
    unittest.main()
