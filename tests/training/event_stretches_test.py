#!/usr/bin/env python3
"""Texts as the teacher of events reads them: nothing is read twice, and marks stand at the words of their bytes."""

import sys
import unittest
from pathlib import Path
from types import SimpleNamespace

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

try:
    import event_stretches as stretches_module
    import events
except ImportError as missing:
    if __name__ != "__main__":
        raise unittest.SkipTest(str(missing)) from missing
    print(f"skipped: the training scripts want python3-numpy, python3-torch and python3-xxhash ({missing})")
    sys.exit(0)

LONG = "The ferry – half empty – sank off Zoë's quay. " * 12
TEXT = "\n\n".join(["Ferry sinks", LONG, "Two died.", LONG, LONG * 2])


class Stretches(unittest.TestCase):
    def setUp(self):
        self.stretches = list(stretches_module.stretches_of("a", TEXT))

    def test_hold_every_word_once_beside_their_context(self):
        spans = [span for s in self.stretches for span in s.spans[s.context :]]
        self.assertEqual(spans, [span for _, span, _ in stretches_module.words_of(TEXT)])
        raw = TEXT.encode()
        for s in self.stretches:
            self.assertEqual([raw[b:e].decode() for b, e in s.spans], s.words)

    def test_are_short_and_start_with_the_text_s_first_words(self):
        self.assertGreater(len(self.stretches), 2)
        first = [word for word, _, _ in stretches_module.words_of(TEXT)]
        for s in self.stretches:
            self.assertLessEqual(len(s.words) - s.context, stretches_module.STRETCH)
            self.assertEqual(s.words[: s.context], first[: s.context])

    def test_have_what_is_said_at_the_words_of_its_bytes(self):
        text = "Zoë said the quay was safe."
        stretches = list(stretches_module.stretches_of("b", text))
        at = lambda words: (len(text[: text.index(words)].encode()), len(text[: text.index(words) + len(words)].encode()))  # noqa: E731
        said = SimpleNamespace(acts=["say"], optional=False, cue=[at("said")], content=[at("the quay was safe")], who=at("Zoë"))
        stretches_module.place_speech(stretches_module.Places(stretches), "b", [said])
        (only,) = stretches
        self.assertEqual({only.words[i] for i in only.cues}, {"said"})
        self.assertEqual([only.words[i] for i in sorted(only.contents)], ["the", "quay", "was", "safe"])
        ((anchor, roles),) = only.speech
        self.assertEqual((only.words[anchor], [only.words[i] for i in roles if roles[i] == 1]), ("said", ["Zoë"]))


class Silver(unittest.TestCase):
    def test_chances_are_spread_to_one(self):
        self.assertEqual(events.spread({"b": 0.2, "a": 0.6}, ["a", "b", "c"]).round(2).tolist(), [0.75, 0.25, 0])


if __name__ == "__main__":
    unittest.main()
