"""Sentences of treebanks: CoNLL-U read and written, and words that others cut brought to the treebanks' habits.

Universal Dependencies, version 2: one word a line, ten columns; the lines of fused tokens ("3-4") and of words that
are not there ("5.1") are passed over. https://universaldependencies.org/format.html
"""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

LEXICON = Path(__file__).resolve().parents[1] / "data" / "lexicon" / "en"
ORDINARY = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "`": "'"}


@dataclass
class Sentence:
    """Lists of one length; a layer that the source does not have is None. A head is 1-based, 0 the root."""

    words: list
    upos: list = None
    xpos: list = None
    heads: list = None
    relations: list = None
    names: list = None  # "B-person" and so on, "O", or None where the source leaves it open
    source: str = ""
    sure: list = field(default=None, repr=False)  # the logarithm of the probability of each word's arc
    glued: list = field(default=None, repr=False)  # no blank before it


def table(name):
    """The first column of a table of data/lexicon/en."""
    with open(LEXICON / f"{name}.tsv", encoding="utf-8") as file:
        return {row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                if row and not row[0].startswith("#")}


def read(path, source=""):
    """The sentences of a CoNLL-U file, in order."""
    with open(path, encoding="utf-8") as file:
        for block in re.split(r"\n\s*\n", file.read()):
            rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
            rows = [row for row in rows if row[0].isdigit()]
            if rows:
                yield Sentence(
                    words=[row[1] for row in rows],
                    upos=[row[3] for row in rows],
                    xpos=[row[4] for row in rows],
                    heads=[int(row[6]) for row in rows],
                    relations=[row[7] for row in rows],
                    source=source,
                )


def written(sentence, name):
    """A sentence as CoNLL-U, its names and how sure its arcs are in MISC."""
    lines = [f"# sent_id = {name}", "# text = " + " ".join(sentence.words)]
    for i, word in enumerate(sentence.words):
        misc = [f"Name={sentence.names[i] or 'O'}"] if sentence.names else []
        misc += [f"Sure={sentence.sure[i]:.2f}"] if sentence.sure else []
        misc += ["SpaceAfter=No"] if sentence.glued and any(sentence.glued[i + 1 : i + 2]) else []
        row = (i + 1, word, "_", sentence.upos[i], sentence.xpos[i], "_", sentence.heads[i], sentence.relations[i])
        lines.append("\t".join(str(x) for x in row) + "\t_\t" + ("|".join(misc) or "_"))
    return "\n".join(lines) + "\n\n"


# ---- words as the treebanks cut them ------------------------------------------------------------------------------


class Cutter:
    """Tokens in the manner of the English treebanks: a hyphen stands alone unless a prefix is before it."""

    WORD = re.compile(
        r"(?:https?://|www\.)\S+[\w/]"  # addresses
        r"|[^\W\d_]\.(?:[^\W\d_]\.)+"  # U.S.
        r"|\d+(?:[.,:]\d+)*"  # 1,300 and 2.5 and 14:30
        r"|\w+(?:['’]\w+)*"  # words, with what is cut off below
        r"|\.\.+|--+|[^\w\s]"
    )
    CLITIC = re.compile(r"(.+)(n['’]t|['’](?:s|m|d|re|ve|ll))$", re.IGNORECASE)

    def __init__(self):
        self.prefixes = table("joined_prefixes")
        self.stopped = table("abbreviations")

    def spans(self, text):
        """(start, end) of each token of a running text."""
        found = []
        for match in self.WORD.finditer(text):
            start, end = match.span()
            word = match.group()
            if text[end : end + 1] == "." and self.keeps_stop(text, start, end):
                end += 1
            if self.joined(found, text, start):
                start = found[-2][0]
                del found[-2:]
            cut = self.CLITIC.match(word)
            if cut:
                middle = match.start() + cut.end(1)
                found += [(start, middle), (middle, end)]
            else:
                found.append((start, end))
        return merged_stops(found, text)

    def keeps_stop(self, text, start, end):
        word = text[start:end]
        if word.lower() + "." in self.stopped:
            return bool(text[end + 1 : end + 2].strip() or text[end + 1 : end + 3].strip())
        return len(word) == 1 and word.isupper() and text[end + 1 : end + 3].strip()[:1].isupper()

    def joined(self, found, text, start):
        """Whether the token that begins here hangs by a hyphen on a prefix."""
        if len(found) < 2 or text[start - 1 : start] != "-" or found[-1] != (start - 1, start):
            return False
        begin, end = found[-2]
        return end == start - 1 and text[begin:end].lower() in self.prefixes and text[start].isalnum()

    def pieces(self, word):
        """One token of somebody else's, cut at its hyphens."""
        word = ORDINARY.get(word, word)
        if not re.search(r"\w-\w", word) or "/" in word or "@" in word:
            return [word]
        if word.split("-", 1)[0].lower() in self.prefixes:
            return [word]
        return [piece for piece in re.split(r"(-)", word) if piece]


def merged_stops(spans, text):
    """A stop that was taken into a word is no token of its own again."""
    found = []
    for start, end in spans:
        if found and start < found[-1][1]:
            continue
        found.append((start, end))
    return found


ENDS = {".", "!", "?", "...", "…"}
CLOSERS = {"”", "’", "'", ")", "]"}  # and a straight quotation mark that closes one in the sentence


def sentence_ranges(tokens):
    """(begin, end) of the sentences of one paragraph's tokens."""
    begin, i, found = 0, 0, []
    while i < len(tokens):
        i += 1
        if tokens[i - 1] not in ENDS:
            continue
        while i < len(tokens) and (tokens[i] in CLOSERS or tokens[i] == '"' and tokens[begin:i].count('"') % 2):
            i += 1
        following = tokens[i : i + 2]
        if not following or following[0][0].islower() or following[0] in {",", ";"}:
            continue
        found.append((begin, i))
        begin = i
    if begin < len(tokens):
        found.append((begin, len(tokens)))
    return found
