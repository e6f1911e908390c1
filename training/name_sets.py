"""Texts with names marked by others, brought to the corpus's own scheme (corpus/GUIDE.md, 3).

A name is the name alone: titles and offices are cut off its front, nationalities are none. Where a set's marks say
something that the guide decides otherwise, and the difference cannot be mended, the words are left open (None):
nothing is learnt from them.

    gmb-train.tsv                  Groningen Meaning Bank 2.2 (Bos et al. 2017), public-domain news: token, tag, name
    wikigold-traindev.conll        Balasuriya et al. 2009, CC BY 4.0
    politics-{train,dev}.conll     CrossNER (Liu et al. 2021), MIT, text of Wikipedia
    btc-e.conll                    Broad Twitter Corpus (Derczynski et al. 2016), CC BY 4.0
    wnut17-train.conll             Derczynski et al. 2017, CC BY 4.0
"""

import re
import sys
from pathlib import Path

import treebank

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import convert  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402

KINDS = (
    "person", "organisation", "place", "facility", "group", "vehicle", "product", "event", "law", "weapon", "other",
)
OPEN = None
GMB = {"geo": "place", "org": "organisation", "per": "person", "gpe": "gpe", "tim": "O"}
WIKIGOLD = {"PER": "person", "LOC": "place", "ORG": "organisation"}
POLITICS = {
    "politician": "person", "person": "person", "politicalparty": "organisation", "organisation": "organisation",
    "country": "place", "location": "place", "event": "event",
}
TWEETS = {
    "PER": "person", "LOC": "place", "ORG": "organisation",
    "person": "person", "location": "place", "corporation": "organisation",
}
MORE_TITLES = {
    "prime", "vice", "deputy", "foreign", "interior", "defense", "defence", "finance", "secretary", "general",
    "minister", "president", "president-elect", "elect", "-", "state", "attorney", "chief", "justice", "pope", "king",
    "queen", "prince", "princess", "crown", "senator", "chancellor", "judge", "ambassador", "commander", "spokesman",
    "spokeswoman", "ayatollah", "cardinal", "archbishop", "emperor", "first", "lady", "secretary-general", "governor",
    "congressman", "lawmaker", "former", "mullah", "sheikh", "cleric", "coach", "captain", "mayor", "assistant",
}
NO_NAMES = {"parliament", "senate", "congress", "god", "sunni", "sunnis", "shiite", "shi'ite", "shi'ites", "muslim",
            "muslims", "islam", "kurd", "kurds", "kurdish", "jews", "western", "president", "cabinet"}


class Scheme:
    """What the guide needs to know of words."""

    def __init__(self):
        self.titles = {word.lower() for word in treebank.table("honorifics")} | MORE_TITLES
        self.demonyms = {phrase.lower() for phrase in treebank.table("demonyms")}
        self.places = {phrase.lower() for name in ("countries", "cities") for phrase in treebank.table(name)}

    def is_title(self, word):
        return word.lower() in self.titles or word.lower().rstrip(".") in self.titles

    def labels(self, words, kind):
        """The labels of one marked span, or None for each word of it."""
        phrase = " ".join(words).lower()
        if kind == "O":
            return ["O"] * len(words)
        if phrase in self.demonyms:
            return ["O"] * len(words)
        if kind == "gpe":
            kind = "place" if phrase in self.places else OPEN
        if kind is OPEN or words[0].lower() in self.demonyms or phrase in NO_NAMES or words[0].lower() in NO_NAMES:
            return [OPEN] * len(words)
        titles = 0
        if kind == "person":
            while titles < len(words) and self.is_title(words[titles]):
                titles += 1
        first = 1 if words[0].lower() == "the" and kind != "person" and len(words) > 1 else titles
        rest = len(words) - first
        return ["O"] * first + ([f"B-{kind}"] + [f"I-{kind}"] * (rest - 1) if rest else [])


def column_sentences(path, separator="\t", tag=-1, word=0):
    """(words, tags) of a file of one token a line and blank lines between sentences."""
    words, tags = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = line.rstrip("\n").split(separator)
            if len(row) <= word + 1 or not row[word] or row[0].startswith("# "):
                if words:
                    yield words, tags
                words, tags = [], []
            elif row[word] != "-DOCSTART-":
                words.append(row[word])
                tags.append(row[tag])
    if words:
        yield words, tags


def spans(tags):
    """(begin, end, kind) of tags in IOB, either of its two kinds."""
    found, begin, kind = [], None, None
    for i, tag in enumerate([*tags, "O"]):
        tag = tag or "O"
        if begin is not None and (tag[:2] != "I-" or tag[2:] != kind):
            found.append((begin, i, kind))
            begin = None
        if tag != "O" and begin is None:
            begin, kind = i, tag[2:]
    return found


def brought(words, tags, kinds, scheme, cutter, source):
    """A sentence with the guide's labels and the treebanks' words."""
    labels = ["O"] * len(words)
    for begin, end, kind in spans(tags):
        labels[begin:end] = scheme.labels(words[begin:end], kinds.get(kind, OPEN))
    cut_words, cut_labels = [], []
    for word, label in zip(words, labels):
        pieces = cutter.pieces(word)
        if len(pieces) > 1 and label == "O" and word[0].isupper():
            label = OPEN  # "U.S.-led": a name in part
        cut_words += pieces
        cut_labels.append(label)
        inside = "I-" + label[2:] if label and label != "O" else label
        cut_labels += [inside] * (len(pieces) - 1)
    return treebank.Sentence(words=cut_words, names=cut_labels, source=source)


def gmb(path, scheme, cutter):
    return [brought(w, t, GMB, scheme, cutter, "gmb") for w, t in column_sentences(path)]


def others(folder, scheme, cutter):
    """wikigold, the politics part of CrossNER, a little of Twitter."""
    sets = (
        ("wikigold", "wikigold-traindev.conll", " ", WIKIGOLD, 1),
        ("politics", "politics-train.conll", "\t", POLITICS, 1),
        ("politics", "politics-dev.conll", "\t", POLITICS, 1),
        ("tweets", "btc-e.conll", "\t", TWEETS, 1),
        ("tweets", "wnut17-train.conll", "\t", TWEETS, 4),
    )
    for source, name, separator, kinds, every in sets:
        for i, (words, tags) in enumerate(column_sentences(Path(folder) / name, separator)):
            if i % every == 0:
                yield brought(words, tags, kinds, scheme, cutter, source)


def own(part, cutter):
    """The sentences of the project's corpus with their names; paragraphs are cut by treebank.sentence_ranges."""
    for story in stories_of(part):
        for row in convert.tokens(story):
            yield from report_sentences(row, cutter)


def stories_of(part):
    for folder in sorted((ROOT / "corpus" / "stories").iterdir()):
        if (folder / "story.txt").exists() and splits.part_of(folder.name) == part:
            yield reader.read_story(folder)


def report_sentences(row, cutter):
    named = [entity for entity in row["entities"] if entity[2] != "demonym"]
    for paragraph in re.finditer(r"[^\n]+", row["text"]):
        base = paragraph.start()
        tokens = [(base + start, base + end) for start, end in cutter.spans(paragraph.group())]
        words = [row["text"][start:end] for start, end in tokens]
        labels = [label_of(start, end, named) for start, end in tokens]
        for begin, end in treebank.sentence_ranges(words):
            yield treebank.Sentence(words=words[begin:end], names=labels[begin:end], source="own")


def label_of(start, end, named):
    for first, last, kind in named:
        if first <= start < last:
            return ("B-" if start == first else "I-") + kind
    return "O"
