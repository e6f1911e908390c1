"""Words as the treebanks cut them, sentences, CoNLL-U there and back, and names brought to the guide's scheme."""

import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

import name_sets  # noqa: E402
import treebank  # noqa: E402

CUTTER = treebank.Cutter()


def cut(text):
    return [text[start:end] for start, end in CUTTER.spans(text)]


class Words(unittest.TestCase):
    def test_a_text_is_cut_as_the_treebanks_do(self):
        rows = (
            ("They don't agree.", ["They", "do", "n't", "agree", "."]),
            ("Mali’s army", ["Mali", "’s", "army"]),
            ("a drone-strike", ["a", "drone", "-", "strike"]),
            ("the pro-Iran bloc", ["the", "pro-Iran", "bloc"]),
            ("the U.S. envoy", ["the", "U.S.", "envoy"]),
            ("1,300 at 14:30", ["1,300", "at", "14:30"]),
            ("Mr. Kone spoke.", ["Mr.", "Kone", "spoke", "."]),
            ("J. Okello left", ["J.", "Okello", "left"]),
        )
        for text, expected in rows:
            self.assertEqual(cut(text), expected)

    def test_every_character_that_is_no_blank_is_in_one_token(self):
        text = "“We can’t,” said Dr. A. B. Cole-Ndiaye (54) — re-elected, 3.5% up... at https://a.example/x-y."
        spans = CUTTER.spans(text)
        self.assertEqual("".join(text[a:b] for a, b in spans), "".join(text.split()))
        self.assertTrue(all(a[1] <= b[0] for a, b in zip(spans, spans[1:])))

    def test_tokens_of_others_are_cut_at_their_hyphens(self):
        for word, expected in (
            ("oil-rich", ["oil", "-", "rich"]), ("anti-war", ["anti-war"]), ("--", ["--"]), ("``", ['"']),
        ):
            self.assertEqual(CUTTER.pieces(word), expected)

    def test_sentences_end_at_a_stop_before_a_capital(self):
        tokens = 'He left . " No . " " Yes ? " she said . Ok'.split()
        ranges = treebank.sentence_ranges(tokens)
        found = [" ".join(tokens[a:b]) for a, b in ranges]
        self.assertEqual(found, ["He left .", '" No . "', '" Yes ? " she said .', "Ok"])


class Files(unittest.TestCase):
    def test_what_is_written_is_read_again(self):
        given = treebank.Sentence(
            words=["It", "sank"], upos=["PRON", "VERB"], xpos=["PRP", "VBD"], heads=[2, 0],
            relations=["nsubj", "root"], names=["O", "O"], sure=[-0.01, -0.5],
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "one.conllu"
            path.write_text(treebank.written(given, "a-1"), encoding="utf-8")
            (read,) = treebank.read(path)
        for layer in ("words", "upos", "xpos", "heads", "relations"):
            self.assertEqual(getattr(read, layer), getattr(given, layer))
        self.assertIn("Name=O|Sure=-0.50", treebank.written(given, "a-1"))


class Names(unittest.TestCase):
    def test_marks_of_others_come_to_the_guides_scheme(self):
        scheme = name_sets.Scheme()
        rows = (
            ("Prime Minister Ana Reyes", "person", ["O", "O", "B-person", "I-person"]),
            ("President", "person", ["O"]),
            ("Kenyan", "gpe", ["O"]),
            ("Kenya", "gpe", ["B-place"]),
            ("the Harbour Board", "organisation", ["O", "B-organisation", "I-organisation"]),
            ("Mortimer Strait", "gpe", [None, None]),
        )
        for phrase, kind, expected in rows:
            if phrase == "President":
                self.assertIn(scheme.labels([phrase], kind), ([None], ["O"]))
            else:
                self.assertEqual(scheme.labels(phrase.split(), kind), expected, phrase)

    def test_spans_of_either_kind_of_iob(self):
        self.assertEqual(name_sets.spans(["I-PER", "I-PER", "O", "B-LOC", "B-LOC"]),
                         [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")])


if __name__ == "__main__":
    unittest.main()
