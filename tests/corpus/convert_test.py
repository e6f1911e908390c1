"""What the converters give: for small stories word by word, for the whole corpus the properties that hold for all."""

import json
import re
import unittest

from stories_for_tests import ROOT, story

import accounts
import check
import convert
import gold
import notes
import reader
import splits

NOTES = """@2
ref UNION "Workers"
ref OBI "he"*
time "Monday" 2022-06-06
qty q1 "every kobo" 1 NGN
say s1 promise by=OBI who="Ngozi Obi" cue="said"#1 "the Nigerian ~~ every kobo"
say s2 say by=OBI who="he"#1 cue="said"#2 "he feared worse"
ev e1 PROTEST/strike "walked out" actor=UNION
ev e2 AID "pay" actor=OBI planned src=s1 q=q1 date=2022-06-06
"""


def everything(value, path=""):
    """All dictionaries within a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from everything(inner)


class Small(unittest.TestCase):
    def setUp(self):
        self.story = story(NOTES)
        self.assertEqual([], [str(f) for f in self.story.faults])
        self.report = self.story.reports["r1"]

    def test_tokens_carry_labels_of_names_and_of_offices(self):
        row = next(convert.tokens(self.story))
        named = [
            (row["text"][a:b], name, office) for a, b, name, office in row["tokens"] if (name, office) != ("O", "O")
        ]
        self.assertEqual(
            [
                ("Ngozi", "B-person", "O"),
                ("Obi", "I-person", "O"),
                ("Nigerian", "B-demonym", "O"),
                ("Mrs", "O", "B-title"),
                ("Obi", "B-person", "O"),
                ("Obi", "B-person", "O"),
            ],
            named,
        )

    def test_attributions_have_source_cue_and_content(self):
        row = next(convert.quotes(self.story))
        words = lambda spans: [row["text"][a:b] for a, b in spans]  # noqa: E731
        first = row["attributions"][0]
        self.assertEqual(
            (["Ngozi Obi"], ["said"], ['the Nigerian firm would pay "every kobo"']),
            (words(first["source"]), words(first["cue"]), words(first["content"])),
        )

    def test_clusters_hold_names_nouns_and_pronouns(self):
        row = next(convert.coref(self.story))
        obi = row["clusters"][row["keys"].index("OBI")]
        self.assertEqual(["Ngozi Obi", "he", "he", "Obi", "Obi"], [row["text"][a:b] for a, b, _ in obi])

    def test_an_account_speaks_the_dossiers_shapes(self):
        account = next(convert.gold_accounts(self.story))
        said, done = account["statements"], account["events"]
        self.assertEqual(["promise", "say"], [s["act"] for s in said])
        self.assertEqual(said[0]["id"], done[1]["source"])
        self.assertEqual(
            [
                {
                    "start": "2022-06-06",
                    "end": "2022-06-06",
                    "grain": "day",
                    "zone": None,
                    "text": "Monday",
                    "anchor": "published",
                }
            ],
            [e["date"] for e in done if e["date"]],
        )
        self.assertEqual(
            'Ngozi Obi said on Monday the Nigerian firm would pay "every kobo".', done[1]["sentence"]["exact"]
        )
        self.assertEqual([1], [q["value"] for q in done[1]["quantities"]])

    def test_gold_counts_the_place_of_words_that_come_twice(self):
        row = gold.Gold(self.story).json()["statements"][1]
        # the first "he" is in "the": the scorer counts letters
        self.assertEqual(
            {"report": "quarry-strike-r1", "text": "he", "nth": 2},
            {k: v for k, v in row["speaker_text"].items() if k != "of"},
        )

    def test_an_alias_that_is_no_name_everywhere_is_not_counted_by(self):
        made = story('@3\nnot "Obi"#2\n@2\nref OBI "he"*\nref UNION "Workers"\n')
        obi = next(e for e in gold.Gold(made).json()["entities"] if e["key"] == "OBI")
        self.assertEqual((["Ngozi Obi"], ["Mrs Obi", "Obi"]), (obi["aliases"], obi["also"][:2]))

    def test_an_unnamed_actor_goes_by_words(self):
        self.assertEqual([["Workers", "the quarry workers"]], gold.Gold(self.story).json()["events"][0]["actors"])

    def test_words_in_place_become_an_entity_of_the_report(self):
        made = story('@2\nref OBI "he"*\nev PROTEST/strike "walked out" actor="Workers"\n')
        account = next(convert.gold_accounts(made))
        mine = [e for e in account["entities"] if e["name"] == "Workers"]
        self.assertEqual([account["events"][0]["actors"][0]], [e["id"] for e in mine])


INTERVALS = [
    ("2022-06-09", ("2022-06-09", "2022-06-09", "day")),
    ("2024-02", ("2024-02-01", "2024-02-29", "month")),
    ("2022-W23", ("2022-06-06", "2022-06-12", "week")),
    ("2022-W23-WE", ("2022-06-11", "2022-06-12", "day")),
    ("2022-WI", ("2022-12-01", "2023-02-28", "season")),
    ("202", ("2020-01-01", "2029-12-31", "decade")),
    ("2022-06-09TEV", ("2022-06-09", "2022-06-09", "hour")),
    ("2022-06-08..2022-06-09", ("2022-06-08", "2022-06-09", "day")),
    ("PAST_REF", None),
]


class Intervals(unittest.TestCase):
    def test_a_value_has_a_first_and_a_last_day(self):
        for value, expected in INTERVALS:
            with self.subTest(value=value):
                self.assertEqual(expected, accounts.interval(value))


class Corpus(unittest.TestCase):
    """The stories that are there: properties, whoever wrote them."""

    @classmethod
    def setUpClass(cls):
        cls.stories = [reader.read_story(f) for f in reader.stories_in([ROOT / "corpus" / "stories"])]

    def test_no_story_is_refused(self):
        self.assertEqual([], [str(f) for s in self.stories for f in check.faults_of(s)])

    def test_every_span_is_the_text_there(self):
        for made in self.stories:
            texts = {r.source_id: r.text for r in made.reports.values()}
            for row in everything(accounts.dossier(made)):
                if "exact" in row:
                    self.assertEqual(texts[row["report"]][row["start"] : row["end"]], row["exact"])

    def test_every_phrase_of_gold_is_found_where_it_is_said_to_be(self):
        for made in self.stories:
            texts = {r.source_id: r.text.translate(notes.FOLD) for r in made.reports.values()}
            for row in everything(gold.Gold(made).json()):
                if {"report", "text"} <= set(row):
                    words = r"\s+".join(re.escape(w) for w in row["text"].translate(notes.FOLD).split())
                    self.assertEqual(row.get("of", 1), len(re.findall(f"(?={words})", texts[row["report"]])), row)
                    self.assertLessEqual(row.get("nth", 1), row.get("of", 1))

    def test_what_is_pointed_at_is_there(self):
        for made in self.stories:
            out = accounts.dossier(made)
            carriers = {f"t:{r.source_id}:{s.id}" for r in made.reports.values() for s in r.statements if s.carrier}
            said = {s["id"] for s in out["statements"]} | carriers
            known = {e["id"] for e in out["entities"]}
            for s in out["statements"]:
                self.assertIn(s["within"], said | {None})
                self.assertIn(s["speaker"], known | {None})
            for e in out["events"]:
                self.assertIn(e["source"], said | {None})
                self.assertLessEqual(set(e["actors"] + e["recipients"]), known)
            for c in out["claims"]:
                self.assertTrue(c["support"])
                self.assertTrue(all(p["evidence"] for slot in c["slots"] for p in slot["positions"]))

    def test_converting_twice_gives_the_same_bytes(self):
        for made in self.stories:
            again = reader.read_story(made.path)
            for form in convert.FILES.values():
                self.assertEqual(json.dumps(form(made)), json.dumps(form(again)))

    def test_a_storys_side_depends_on_its_id_alone(self):
        self.assertEqual(["dev", "train"], [splits.part_of(x) for x in ("example-0", "toamasina-port")])


if __name__ == "__main__":
    unittest.main()
