#!/usr/bin/env python3
"""A first trainer on the corpus: what a small tagger learns from the notes, to prove the converters and their size.

    python3 training/first_tagger.py

It reads the rows of `corpus/tools/convert.py tokens` and learns two layers, names (with kinds and demonyms) and
offices (with titles), each with an averaged perceptron (Collins 2002) that goes from left to right. Features: the
word, its shape and affixes, its neighbours, how the report writes it elsewhere, and the tables of data/lexicon/en.
It prints entity F1 (exact span and kind), on the dev split, on five folds of the training stories, and on dev after a
quarter and a half of them. Weights are whole numbers and the order is fixed: the same corpus gives the same figures.
Nothing that ships is made here.
"""

import argparse
import collections
import hashlib
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import convert  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402

LEXICON = ROOT / "data" / "lexicon" / "en"
WORD_TABLES = ("forenames", "surnames", "honorifics", "name_heads", "name_particles", "weekdays", "months")
PHRASE_TABLES = ("cities", "countries", "regions", "organisations", "demonyms", "offices")
LONGEST_PHRASE = 4  # words; longer rows of the tables are left out
EPOCHS = 5  # names on five folds: F1 0.686 after three, 0.688 after five, 0.687 after eight (2026-11-22, 36 stories)
FOLDS = 5
LAYERS = {"names": 2, "offices": 3}  # which column of a token row holds the labels
ASIDE = {"names": "demonym", "offices": None}  # counted on its own line, not in the sum


class Lexicon:
    """The name tables: sets of folded words, and phrases by their words."""

    def __init__(self, folder=LEXICON):
        self.words = {name: {row[0].casefold() for row in rows(folder, name)} for name in WORD_TABLES}
        self.phrases = {}
        for name in PHRASE_TABLES:
            for row in rows(folder, name):
                phrase = tuple(m.group().casefold() for m in convert.TOKEN.finditer(row[0]))
                if 0 < len(phrase) <= LONGEST_PHRASE:
                    self.phrases.setdefault(phrase, []).append(name)
        self.kinds = kinds_of_words(folder)

    def found(self, folded):
        """For each word the tables in which a phrase begins or goes on there, the longest only."""
        marks = [[] for _ in folded]
        for i in range(len(folded)):
            for length in range(min(LONGEST_PHRASE, len(folded) - i), 0, -1):
                tables = self.phrases.get(tuple(folded[i : i + length]))
                if tables:
                    for k in range(length):
                        marks[i + k] += [f"{table}{'+' if k else ''}" for table in tables]
                    break
        return marks


def rows(folder, name):
    for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def kinds_of_words(folder):
    """The kind of name in which a word stands most often, summed over its places in the name."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for word, _, *numbers in rows(folder, "name_words"):
        counts[word] = [a + int(b) for a, b in zip(counts[word], numbers)]
    return {word: "POG"[max(range(3), key=lambda i: (n[i], -i))] for word, n in counts.items()}


def shape(word):
    """Xxx for Toamasina, XX for SCP, 99 for 1,900: runs of one kind are cut at three."""
    out = ""
    for c in word:
        mark = "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c
        if not out.endswith(mark * 3):
            out += mark
    return out


class Sequence:
    """A paragraph: token rows with their features; labels of a layer are read off the rows."""

    def __init__(self, tokens, features):
        self.tokens = tokens
        self.features = features

    def labels(self, layer):
        return [token[LAYERS[layer]] for token in self.tokens]


def sequences(row, lexicon):
    """The paragraphs of a report (a row of `convert.py tokens`)."""
    text = row["text"]
    written = {text[a:b] for a, b, *_ in row["tokens"]}
    paragraph, out = [], []
    for token in row["tokens"]:
        if paragraph and "\n" in text[paragraph[-1][1] : token[0]]:
            out.append(paragraph)
            paragraph = []
        paragraph.append(token)
    return [Sequence(p, features_of([text[a:b] for a, b, *_ in p], written, lexicon)) for p in out + [paragraph] if p]


def features_of(words, written, lexicon):
    """The features of each word that do not hang on labels; interned, for they are looked up often."""
    folded = ["<s>", "<s>"] + [w.casefold() for w in words] + ["</s>", "</s>"]
    shapes = ["<s>", "<s>"] + [shape(w) for w in words] + ["</s>", "</s>"]
    marks = [[], []] + lexicon.found(folded[2:-2]) + [[], []]
    out = []
    for i, word in enumerate(words, start=2):
        f = folded[i]
        found = ["bias", f"w={f}", f"s={shapes[i]}", f"w-1={folded[i - 1]}", f"w+1={folded[i + 1]}"]
        found += [f"w-2={folded[i - 2]}", f"w+2={folded[i + 2]}", f"s-1={shapes[i - 1]}", f"s+1={shapes[i + 1]}"]
        found += [f"s-1s={shapes[i - 1]} {shapes[i]}", f"ss+1={shapes[i]} {shapes[i + 1]}"]
        found += [f"w-1s={folded[i - 1]} {shapes[i]}", f"sw+1={shapes[i]} {folded[i + 1]}"]
        found += [f"{end}={part}" for end, part in (("p3", f[:3]), ("x2", f[-2:]), ("x3", f[-3:]), ("x4", f[-4:]))]
        if shapes[i].startswith("X") and word.lower() in written:
            found.append("also lower")
        if shapes[i - 1] in ("<s>", ".", '"', ":"):
            found.append(f"first {shapes[i]}")
        for step in (-1, 0, 1):
            near = folded[i + step]
            found += [f"{step}{name}" for name in WORD_TABLES if near in lexicon.words[name]]
            found += [f"{step}{mark}" for mark in marks[i + step]]
            if near in lexicon.kinds:
                found.append(f"{step}k{lexicon.kinds[near]}{shapes[i][:1]}")
        out.append([sys.intern(name) for name in found])
    return out


class Tagger:
    """An averaged perceptron: for each feature a whole number for each label."""

    def __init__(self, layer):
        self.layer = layer
        self.labels = ["O"]
        self.weights = {}

    def best(self, features, before, earlier):
        """The label of most weight that may follow `before`; the first of equals."""
        scores = dict.fromkeys(self.labels, 0)
        for name in [*features, f"l-1={before}", f"l-2={earlier} {before}", f"{features[1]}|{before}"]:
            for label, weight in self.weights.get(name, {}).items():
                scores[label] += weight
        return max((label for label in self.labels if may_follow(label, before)), key=scores.__getitem__)

    def tag(self, sequence):
        before, earlier, out = "O", "O", []
        for features in sequence.features:
            earlier, before = before, self.best(features, before, earlier)
            out.append(before)
        return out

    def train(self, given, epochs=EPOCHS):
        self.labels = sorted({label for s in given for label in s.labels(self.layer)} | {"O"})
        self.weights, lost, step = {}, {}, 0
        order, chance = list(range(len(given))), random.Random(1)
        for _ in range(epochs):
            chance.shuffle(order)
            for i in order:
                before, earlier = "O", "O"
                for features, right in zip(given[i].features, given[i].labels(self.layer)):
                    step += 1
                    guess = self.best(features, before, earlier)
                    if guess != right:
                        context = [f"l-1={before}", f"l-2={earlier} {before}", f"{features[1]}|{before}"]
                        for name in features + context:
                            for label, change in ((right, 1), (guess, -1)):
                                row = self.weights.setdefault(name, {})
                                row[label] = row.get(label, 0) + change
                                missed = lost.setdefault(name, {})
                                missed[label] = missed.get(label, 0) + change * step
                    earlier, before = before, guess
        self.average(lost, step)
        return self

    def average(self, lost, steps):
        """The sum of the weights over all steps: a change at step n counts from there on."""
        for name, row in self.weights.items():
            for label, weight in row.items():
                row[label] = weight * (steps + 1) - lost[name][label]


def may_follow(label, before):
    """I-person only within a person."""
    return not label.startswith("I-") or before[2:] == label[2:]


def spans(tokens, labels):
    """(start, end, kind) of the runs of labels."""
    out = []
    for (start, end, *_), label in zip(tokens, labels):
        if label.startswith("I-") and out and out[-1][2] == label[2:] and out[-1][3]:
            out[-1] = (out[-1][0], end, label[2:], True)
        elif label != "O":
            out.append((start, end, label[2:], True))
        elif out:
            out[-1] = (*out[-1][:3], False)
    return [span[:3] for span in out]


class Counts:
    """Right, found and wanted spans of each kind."""

    def __init__(self):
        self.right, self.found, self.wanted = collections.Counter(), collections.Counter(), collections.Counter()

    def add(self, found, wanted):
        self.found.update(kind for _, _, kind in found)
        self.wanted.update(kind for _, _, kind in wanted)
        self.right.update(kind for _, _, kind in set(found) & set(wanted))

    def of(self, kinds):
        """Precision, recall, F1 over these kinds."""
        right, found, wanted = (sum(c[k] for k in kinds) for c in (self.right, self.found, self.wanted))
        return (
            right / found if found else 0.0,
            right / wanted if wanted else 0.0,
            2 * right / (found + wanted) if found + wanted else 0.0,
        )


def tested(tagger, given, counts):
    for sequence in given:
        counts.add(
            spans(sequence.tokens, tagger.tag(sequence)), spans(sequence.tokens, sequence.labels(tagger.layer))
        )
    return counts


def read(lexicon, folders):
    """Story by story, train and dev apart, the sequences of its reports; with the number of reports."""
    parts, reports = {"train": {}, "dev": {}}, 0
    for folder in folders:
        story = reader.read_story(folder)
        if story.faults:
            print(f"{folder.name}: left out, the checker refuses it", file=sys.stderr)
            continue
        made = [s for row in convert.tokens(story) for s in sequences(row, lexicon)]
        parts[splits.part_of(folder.name)][folder.name] = made
        reports += len(story.reports)
    return parts, reports


def joined(stories, names):
    return [sequence for name in names for sequence in stories[name]]


def by_chance(names):
    """An order that no writer chose and that stays when stories are added."""
    return sorted(names, key=lambda name: hashlib.sha256(f"curve {name}".encode()).hexdigest())


def crossed(layer, stories):
    """Each fold's stories tagged by what the others taught."""
    counts, order = Counts(), by_chance(stories)
    for fold in range(FOLDS):
        rest = [name for i, name in enumerate(order) if i % FOLDS != fold]
        tagger = Tagger(layer).train(joined(stories, rest))
        tested(tagger, joined(stories, order[fold::FOLDS]), counts)
    return counts


def table(layer, dev, folds):
    aside = ASIDE[layer]
    kinds = sorted((dev.wanted + folds.wanted).keys(), key=lambda kind: (-folds.wanted[kind], kind))
    lines = [("all" if not aside else f"all but {aside}", [k for k in kinds if k != aside])] + [(k, [k]) for k in kinds]
    print(f"\n| {layer} | dev: n | P | R | F1 | folds: n | P | R | F1 |\n|---|" + "---:|" * 8)
    for title, over in lines:
        cells = []
        for counts in (dev, folds):
            wanted = sum(counts.wanted[k] for k in over)
            cells += [str(wanted)] + [f"{value:.3f}" if wanted else "" for value in counts.of(over)]
        print(f"| {title} | " + " | ".join(cells) + " |")


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", type=Path, default=[ROOT / "corpus" / "stories"])
    args = parser.parse_args(argv)
    parts, reports = read(Lexicon(), reader.stories_in(args.stories))
    train, dev = parts["train"], joined(parts["dev"], sorted(parts["dev"]))
    print(f"{len(train)} training stories, {len(parts['dev'])} dev stories, {reports} reports")
    order, curve = by_chance(train), {}
    for layer in LAYERS:
        for stories in (len(order) // 4, len(order) // 2, len(order)):
            tagger = Tagger(layer).train(joined(train, order[:stories]))
            curve[layer, stories] = tested(tagger, dev, Counts())
        table(layer, curve[layer, len(order)], crossed(layer, train))
    print("\n| training stories | " + " | ".join(f"{layer} F1, dev" for layer in LAYERS) + " |\n|---:|---:|---:|")
    for stories in sorted({n for _, n in curve}):
        cells = []
        for layer in LAYERS:
            counts = curve[layer, stories]
            cells.append(f"{counts.of([k for k in counts.wanted | counts.found if k != ASIDE[layer]])[2]:.3f}")
        print(f"| {stories} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
