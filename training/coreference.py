#!/usr/bin/env python3
"""Learns who is who: data/models/coreference.weights, read by src/language/coreference.

    cmake -S . -B build/release -DCMAKE_BUILD_TYPE=Release -DCROSSREAD_TRAINING=ON
    cmake --build build/release --target coreference_trainer
    python3 training/coreference.py --data FOLDER [--trainer build/release/training/coreference_trainer]

FOLDER holds (a file that ends in .zst is read through the zstd command):
  gum-train.conllu              UD English GUM v11, training part without its non-commercial genres (Zeldes 2017; CC BY 4.0,
                                texts CC BY and CC BY-SA)
  ontogum-coref-train.conll     the same documents with clusters in OntoNotes style (Zhu et al. 2021)
The training stories of corpus/ (CC BY 4.0) are learnt from too; they bear no trees, so they get the program's.

The script only brings documents into one form, positions in bytes; candidates and features are the program's own code,
in training/coreference/trainer.cpp, which also tells how it learns. The same data, program and machine give the same
file. About half a minute on one core.
"""

import argparse
import collections
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

import convert  # noqa: E402
import reader  # noqa: E402
import splits  # noqa: E402

SHARE_GUM = 100  # weight of a document's mentions in learning, in hundredths
SHARE_CORPUS = 200  # news is what the program reads; on the dev stories 0.563 CoNLL F1 with 200, 0.558 with 100


def open_text(folder, name):
    """A text stream of the file, from NAME or NAME.zst, also in a folder below."""
    for path in sorted(folder.rglob(name)):
        return open(path, encoding="utf-8", newline="")
    packed = next(iter(sorted(folder.rglob(name + ".zst"))), None)
    if packed is None:
        sys.exit(f"{folder}: no {name}, packed or not")
    command = ["zstd", "-dc", "--long=27", str(packed)]
    return io.StringIO(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8"))


class Document:
    """A text that grows word by word, and what is known of its words. Positions are bytes."""

    def __init__(self, name, share):
        self.name, self.share, self.text = name, share, ""
        self.size = 0
        self.tokens, self.sentences, self.gold = [], [], []

    def write(self, text):
        """Adds text; its (begin, end)."""
        begin = self.size
        self.text += text
        self.size += len(text.encode("utf-8"))
        return begin, self.size

    def print(self, out):
        print(f"document {self.name} {self.share}\ntext {self.size}\n{self.text}", file=out)
        for row in self.tokens:
            print("token", *row, sep="\t", file=out)
        for first, end in self.sentences:
            print("sentence", first, end, file=out)
        for begin, end, cluster in self.gold:
            print("gold", begin, end, cluster, file=out)
        print("end", file=out)


# ---- GUM ---------------------------------------------------------------------------------------------------------


def gum_documents(folder):
    with open_text(folder, "gum-train.conllu") as lines:
        documents = list(read_conllu(lines))
    with open_text(folder, "ontogum-coref-train.conll") as lines:
        columns = dict(read_columns(lines))
    for document in documents:
        places = [(row[0], row[1]) for row in document.tokens]
        for first, last, cluster in chains(columns[document.name]):
            document.gold.append((places[first][0], places[last][1], cluster))
        yield document


def read_conllu(lines):
    document, rows, paragraph = None, [], False
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            if document:
                yield document
            document = Document(line.split(" = ")[1], SHARE_GUM)
        elif line.startswith("# newpar"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if document.text:
                document.write("\n\n" if paragraph else " ")
            add_sentence(document, rows)
            rows, paragraph = [], False
    yield document


def add_sentence(document, rows):
    """The words of a sentence; those of one surface token share its letters."""
    base = len(document.tokens)
    words = [row for row in rows if row[0].isdigit()]
    places = {}
    joined_to = 0
    for at, row in enumerate(rows):
        blank = "" if "SpaceAfter=No" in row[9] or at + 1 == len(rows) else " "
        if "-" in row[0]:
            first, joined_to = map(int, row[0].split("-"))
            parts = [word[1] for word in words[first - 1 : joined_to]]
            places.update(zip(range(first, joined_to + 1), parts_of(document, row[1], parts)))
            document.write(blank)
        elif row[0].isdigit() and int(row[0]) > joined_to:
            places[int(row[0])] = document.write(row[1])
            document.write(blank)
    for row in words:
        head = int(row[6])
        begin, end = places[int(row[0])]
        document.tokens.append((begin, end, row[3], row[4], row[7], base + head - 1 if head else -1, row[2]))
    document.sentences.append((base, len(document.tokens)))


def parts_of(document, form, parts):
    """Places of the words of one surface form: as they are written, else the letters dealt out, one at least a word."""
    if "".join(parts) == form:
        return [document.write(part) for part in parts]
    cuts = [round(at * len(form) / len(parts)) for at in range(len(parts) + 1)]
    return [document.write(form[a:b]) for a, b in zip(cuts, cuts[1:])]


def read_columns(lines):
    """(document, its last column) of a file in CoNLL-2012 form."""
    name, column = None, []
    for line in lines:
        if line.startswith("# begin document"):
            name, column = line.split(maxsplit=3)[3].strip(), []
        elif line.startswith("# end document"):
            yield name, column
        elif line.strip():
            column.append(line.rstrip("\n").split("\t")[-1])


def chains(column):
    """(first word, last word, cluster) from cells such as `(1`, `1)`, `(1)`, also joined."""
    opened = collections.defaultdict(list)
    for at, cell in enumerate(column):
        for start, cluster, end in re.findall(r"(\()?(\d+)(\))?", cell if cell != "_" else ""):
            if start:
                opened[cluster].append(at)
            if end:
                yield opened[cluster].pop(), at, int(cluster)


# ---- our corpus --------------------------------------------------------------------------------------------------


def corpus_documents():
    for folder in sorted((ROOT / "corpus" / "stories").iterdir()):
        if splits.part_of(folder.name) == "train":
            for row in convert.coref(reader.read_story(folder)):
                yield corpus_document(row)


def corpus_document(row):
    """Demonyms, which the guide counts among the mentions of a country, are none of the program's."""
    document = Document(row["id"], SHARE_CORPUS)
    places = [document.write(letter)[0] for letter in row["text"]] + [document.size]
    for cluster, mentions in enumerate(row["clusters"]):
        for start, end, level in mentions:
            if level != "demonym":
                document.gold.append((places[start], places[end], cluster))
    return document


# ------------------------------------------------------------------------------------------------------------------


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--trainer", type=Path, default=ROOT / "build/release/training/coreference_trainer")
    parser.add_argument("--program-data", type=Path, default=ROOT / "data", help="the tables and models to learn with")
    parser.add_argument("--out", type=Path, default=ROOT / "data/models/coreference.weights")
    arguments = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".docs") as documents:
        for source in (gum_documents(arguments.data), corpus_documents()):
            for document in source:
                document.print(documents)
        documents.flush()
        command = [arguments.trainer, "learn", arguments.program_data, documents.name, arguments.out]
        subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
