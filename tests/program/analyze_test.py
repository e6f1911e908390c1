"""`crossread analyze`: its three formats, given words, bad inputs, pipes."""

import json
import unittest
from html.parser import HTMLParser

from program import ProgramTest

REPORT = ("Harbour reopens\n\nVITO, March 4 - Crews didn't clear the wreck of the Golden Gull on Monday, Mayor Aline Mputu said. "
          "At least 11 boats <were> \"stuck\" & waiting, Mputu's office said.")
GIVEN = """# newdoc id = first
# sent_id = a-1
1\tMputu\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tpay 20 000\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\t_\t_\t_\t_\t_\t_\t_\t_\t_

# newdoc id = second
1\tRain\t_\t_\t_\t_\t_\t_\t_\t_
"""


def cells(conllu):
    return [line.split("\t") for line in conllu.splitlines() if line and not line.startswith("#")]


class Tags(HTMLParser):
    """Counts elements and notes those that are not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.count, self.text = [], {}, ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag not in ("meta", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data):
        self.text += data


class Formats(ProgramTest):
    def setUp(self):
        super().setUp()
        self.report = self.write("report.txt", REPORT)

    def analyze(self, *arguments, **options):
        return self.run_program("analyze", *arguments, "--quiet", **options).stdout.decode()

    def test_a_row_has_every_token_with_its_tags(self):
        row = json.loads(self.analyze(self.report, "--published", "2031-03-05"))
        text, tokens = row["text"], row["tokens"]
        self.assertEqual({"start", "end", "lemma", "upos", "xpos", "head", "deprel"}, set(tokens[0]))
        self.assertEqual("".join(text.split()), "".join(text[token["start"]:token["end"]] for token in tokens))
        self.assertTrue(all(-1 <= token["head"] < len(tokens) for token in tokens))
        self.assertIn("Aline Mputu", [text[one["start"]:one["end"]] for one in row["entities"]])
        self.assertEqual([one["value"] for one in row["quantities"]], [11])
        self.assertIn("2031-03-03", [one["value"] for one in row["times"]])

    def test_conllu_has_ten_columns_and_says_how_words_were_written(self):
        rows = cells(self.analyze(self.report, "--format", "conllu"))
        self.assertTrue(all(len(row) == 10 for row in rows))
        written = [row[1] for row in rows if "-" in row[0]]
        self.assertEqual(written, ["didn't", "Mputu's"])
        self.assertTrue(any(row[9].startswith("Entity=(e") for row in rows))

    def test_conllu_may_be_read_again_and_stays_the_same(self):
        first = self.analyze(self.report, "--format", "conllu")
        again = self.analyze(self.write("again.conllu", first), "--conllu-input", "--format", "conllu")
        self.assertEqual([row[:2] for row in cells(first)], [row[:2] for row in cells(again)])

    def test_the_page_is_whole_and_holds_the_text(self):
        page = self.analyze(self.report, "--format", "html")
        tags = Tags(page)
        self.assertEqual(tags.open, [])
        self.assertEqual(tags.count["article"], 1)
        self.assertEqual(tags.count["svg"], tags.count["details"])
        self.assertIn("At least 11 boats <were> \"stuck\" & waiting, Mputu's office said.", tags.text)
        self.assertNotIn("<script", page)
        self.assertNotIn("http", page.replace("http-equiv", ""))

    def test_a_page_without_reports_is_whole_too(self):
        page = self.analyze(self.write("empty.txt", ""), "--format", "html", code=4)
        self.assertEqual(Tags(page).open, [])

    def test_a_pipe_gets_what_a_file_gets(self):
        from_pipe = self.analyze("-", "--format", "conllu", stdin=REPORT.encode())
        from_file = self.analyze(self.report, "--format", "conllu")
        self.assertEqual(cells(from_pipe), cells(from_file))


class GivenWords(ProgramTest):
    def test_given_words_are_kept(self):
        done = self.run_program("analyze", self.write("words.conllu", GIVEN), "--conllu-input", "--format", "conllu")
        out = done.stdout.decode()
        self.assertEqual([row[:2] for row in cells(out)], [row[:2] for row in cells(GIVEN)])
        self.assertIn("# sent_id = a-1\n", out)
        self.assertIn("# newdoc id = second\n", out)

    def test_every_format_takes_them_from_a_pipe(self):
        for form in ("jsonl", "conllu", "html"):
            done = self.run_program("analyze", "-", "--conllu-input", "--format", form, stdin=GIVEN.encode())
            self.assertIn("20 000", done.stdout.decode())

    def test_a_folder_gives_its_conllu_files(self):
        self.write("words/a.conllu", GIVEN)
        self.write("words/notes.txt", "Not this.")
        rows = self.run_program("analyze", self.folder / "words", "--conllu-input").stdout.decode().splitlines()
        self.assertEqual([json.loads(row)["source_id"] for row in rows], ["first", "second"])

    def test_a_bad_document_is_told_with_its_line_and_stops_no_other(self):
        bad = self.write("bad.conllu", GIVEN.replace("5\t_\t", "7\t_\t"))
        done = self.run_program("analyze", bad, "--conllu-input", code=3)
        self.assertIn("line 8: word 7 where word 5 should be", done.stderr.decode())
        self.assertEqual(json.loads(done.stdout)["source_id"], "second")
        done = self.run_program("analyze", self.write("all.conllu", "1 Rain\n"), "--conllu-input", code=4)
        self.assertIn("line 1: 1 column ", done.stderr.decode())
        self.run_program("analyze", self.write("none.conllu", "# nothing\n"), "--conllu-input", code=4)


if __name__ == "__main__":
    unittest.main()
