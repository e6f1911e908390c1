"""What the reader of the corpus takes, finds and refuses."""

import unittest

from stories_for_tests import STORY, TEXT, story

import notes
import reader

# The notes of a report and what must be said against them, with the line of the report's file.
REFUSED = [
    ('@2\nref OBI "chairman"', 'r1.txt:14: "chairman" is not in paragraph 2'),
    ('@2\nref OBI "said"', 'r1.txt:14: "said" is 2 times in paragraph 2: say which with #n'),
    ('@2\nref OBI "said"#3', 'r1.txt:14: "said" is 2 times in paragraph 2, not 3'),
    ("@9", "r1.txt:13: there is no paragraph 9: the text has 3"),
    ('ref OBI "Obi"', "r1.txt:13: a phrase before the first @n"),
    ('@2\nref OBAMA "he"*', "r1.txt:14: unknown entity 'OBAMA'"),
    ('@2\nsay utter by=OBI who="Ngozi Obi" "the Nigerian firm"', "r1.txt:14: one act is needed"),
    ('@2\nsay say who="Ngozi Obi" "the Nigerian firm"', "r1.txt:14: by= is missing"),
    ('@2\nsay say by=OBI who="Ngozi Obi"', "r1.txt:14: the words that are said are missing"),
    ('@2\nsay say by=OBI in=s9 "the Nigerian firm"', "r1.txt:14: in=s9 points nowhere"),
    ('@2\nsay s1 say by=OBI in=s2 "Workers"\nsay s2 say by=OBI in=s1 "firm"', "the chain of s1 runs in a circle"),
    ('@2\ncarry c1 by=OBI who="Ngozi Obi"', "nothing is carried by c1"),
    ('@2\nev STRIKE "walked out"', "r1.txt:14: unknown type 'STRIKE'"),
    ('@2\nev PROTEST/drone "walked out"', "r1.txt:14: unknown mode of PROTEST 'drone'"),
    ('@2\nev PROTEST "walked out" maybe', "r1.txt:14: unknown status or flag 'maybe'"),
    ('@2\nev PROTEST "walked out" actor=BOSS', "r1.txt:14: unknown entity 'BOSS'"),
    ('@2\nev PROTEST "walked out" date=2022-06-31', "r1.txt:14: there is no 2022-06-31"),
    (
        '@2\nev PROTEST "walked out" date=2022-07-01',
        "r1.txt:14: 2022-07-01 lies after the report (2022-06-09), yet the event is asserted",
    ),
    ('@2\nev PROTEST "walked out" src=s1', "r1.txt:14: src=s1 points nowhere"),
    ('@2\nev PROTEST "walked out" colour=red', "r1.txt:14: ev has no field colour="),
    ('@2\ntime "Monday" soon', "r1.txt:14: 'soon' is no TIMEX3 value"),
    ('@2\ntime "Monday" 2022-13', "r1.txt:14: there is no 2022-13"),
    ('@2\nqty "every kobo" many kobo', "r1.txt:14: 'many' is no number"),
    ('@2\nqty "every kobo" 5[9..2] kobo', "r1.txt:14: '5[9..2]': the lower bound is above the upper"),
    ("@1\nfurn banner *", "r1.txt:14: unknown kind of furniture 'banner'"),
    ('@2\nshout "Workers"', "r1.txt:14: unknown note 'shout'"),
    ('@2\nref OBI "he"*,"Workers', "r1.txt:14: a value is missing"),
    ('@2\nsay s1 say by=OBI "Workers"\nsay s1 say by=OBI "firm"', "r1.txt:15: s1 is used twice"),
]


class Reading(unittest.TestCase):
    def exact(self, lines, text=TEXT, story_notes=STORY):
        made = story(lines, text, story_notes)
        self.assertEqual([], [str(f) for f in made.faults if "story.txt" not in f.path])
        return made, made.reports["r1"]

    def test_what_is_wrong_is_refused_with_file_and_line(self):
        for lines, message in REFUSED:
            with self.subTest(notes=lines):
                said = "\n".join(str(f) for f in story(lines).faults)
                self.assertIn(message, said)

    def test_a_week_or_a_present_time_does_not_lie_after_the_report(self):
        for value in ("2022-W23", "2022-W01", "2022-Q2", "2022-06", "PRESENT_REF", "P3D"):
            with self.subTest(value=value):
                self.exact(f'@2\ntime t1 "Monday" {value}\nev PROTEST "walked out" date=t1')
        said = [str(f) for f in story('@2\ntime t1 "Monday" 2022-W30\nev PROTEST "walked out" date=t1').faults]
        self.assertTrue(any("2022-W30 lies after the report" in f for f in said), said)

    def test_aliases_are_found_everywhere_and_longest_first(self):
        _, r = self.exact("")
        self.assertEqual(["Ngozi Obi", "Nigerian", "Obi", "Obi"], [r.exact(m.span) for m in r.mentions])
        self.assertEqual(["name", "demonym", "name", "name"], [m.level for m in r.mentions])

    def test_an_alias_of_two_must_be_said_in_place(self):
        twice = STORY.replace("story S1", 'entity SON person "Emeka Obi"\n  alias "Obi"\nstory S1')
        said = [str(f) for f in story('@3\nname OBI "Obi"#1', story_notes=twice).faults]
        self.assertTrue(any('"Obi" in paragraph 3 may be OBI, SON' in f for f in said))
        both = story('@3\nname OBI "Obi"#1\nname SON "Obi"#2', story_notes=twice)
        self.assertEqual(["OBI", "OBI", "SON"], [m.key for m in both.reports["r1"].mentions if m.level == "name"])

    def test_an_honorific_is_a_title_and_no_part_of_the_name(self):
        _, r = self.exact("")
        self.assertEqual([("Mrs", "OBI", True)], [(r.exact(o.span), o.key, o.honorific) for o in r.offices])

    def test_a_phrase_stands_on_word_borders_and_quotes_of_any_form_are_equal(self):
        _, r = self.exact('@2\nref OBI "he"*\n@3\nsay s1 say by=OBI who="Mrs Obi" cue="said" "“We kept" "our word"')
        self.assertEqual(2, sum(m.level == "pronoun" for m in r.mentions))
        self.assertEqual(["We kept", "our word"], [r.exact(c).strip(',"') for c in r.statements[0].content])

    def test_a_stretch_runs_from_its_first_words_to_its_last(self):
        _, r = self.exact('@2\nsay promise by=OBI who="Ngozi Obi" cue="said"#1 "the Nigerian ~~ every kobo"')
        self.assertEqual('the Nigerian firm would pay "every kobo"', r.exact(r.statements[0].content[0]))

    def test_quotations_inside_the_content_are_found(self):
        _, r = self.exact(
            '@2\nsay promise by=OBI who="Ngozi Obi" "the Nigerian ~~ every kobo"\n'
            '@3\nsay say by=OBI "We kept" "our word"'
        )
        self.assertEqual(
            [["every kobo"], ["We kept,", "our word."]], [[r.exact(q) for q in s.quotes] for s in r.statements]
        )

    def test_scare_quotes_are_no_quotation(self):
        _, r = self.exact('@2\nscare "every kobo"\nsay promise by=OBI who="Ngozi Obi" "the Nigerian ~~ every kobo"')
        self.assertEqual([], r.statements[0].quotes)

    def test_an_apostrophe_ends_no_quotation(self):
        text = "Quarry\n\nHe said ‘the firm’s word isn’t good’ and the workers’ union left.\n"
        _, r = self.exact('@2\nref OBI "He"', text)
        self.assertEqual(["the firm’s word isn’t good"], [r.exact(q) for q in notes.quoted_regions(r)])

    def test_notes_of_a_reprint_are_taken_over(self):
        made = story('@2\nqty q1 "every kobo" 1 kobo\nev e1 PROTEST/strike "walked out" actor="Workers" q=q1\n')
        second = made.path / "r2.txt"
        second.write_text(
            made.path.joinpath("r1.txt").read_text(encoding="utf-8").split("=== notes")[0] + "=== notes\nlike r1 2=2\n",
            encoding="utf-8",
        )
        copied = reader.read_story(made.path).reports["r2"]
        self.assertEqual(["walked out"], [copied.exact(e.trigger) for e in copied.events])
        self.assertEqual(["q1"], copied.events[0].quantities)

    def test_a_loose_take_over_drops_what_is_gone(self):
        made = story(
            '@2\nsay s1 say by=OBI who="Ngozi Obi" "the Nigerian firm"\nev e1 PROTEST/strike "walked out" src=s1\n'
        )
        text = (
            made.path.joinpath("r1.txt")
            .read_text(encoding="utf-8")
            .split("=== notes")[0]
            .replace("Nigerian firm", "company")
        )
        (made.path / "r2.txt").write_text(text + "=== notes\nlike r1 2=2 loose\n", encoding="utf-8")
        copied = reader.read_story(made.path)
        self.assertEqual([], [str(f) for f in copied.faults if "r2.txt" in f.path])
        self.assertEqual([("e1", "")], [(e.id, e.source) for e in copied.reports["r2"].events])


NUMBERS = [
    ("16", (16, 16, 16)),
    ("~200", (200, None, None)),
    ("11[11..]", (11, 11, None)),
    ("20[..20]", (20, None, 20)),
    ("?[24..]", (None, 24, None)),
    ("?[15..20]", (None, 15, 20)),
    ("3.2", (3.2, 3.2, 3.2)),
    ("-4", (-4, -4, -4)),
]

TIMES = [
    ("2022-06-09", "DATE"),
    ("2022-06", "DATE"),
    ("2022", "DATE"),
    ("202", "DATE"),
    ("2022-W23", "DATE"),
    ("2022-SP", "DATE"),
    ("2022-06-09TEV", "TIME"),
    ("2022-06-09T14:30", "TIME"),
    ("P3D", "DURATION"),
    ("PT2H", "DURATION"),
    ("PAST_REF", "DATE"),
]


class Values(unittest.TestCase):
    def test_numbers_carry_their_bounds(self):
        for text, expected in NUMBERS:
            with self.subTest(text=text):
                self.assertEqual(expected, notes.number_of(text))

    def test_times_have_a_type_by_their_value(self):
        for value, expected in TIMES:
            with self.subTest(value=value):
                self.assertEqual(expected, notes.time_type(value))


if __name__ == "__main__":
    unittest.main()
