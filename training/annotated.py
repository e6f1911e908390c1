"""Annotated text for the trainers: public corpora and our own as documents of sentences of words, labels as numbers.

Each corpus is read from the files that its publisher names, unpacked or packed with zstd, under one folder. Unknown
labels are `UNKNOWN` and count nowhere. Words are cut the way the program cuts them: corpora without trees are joined to
plain text, cut anew by the program, and their labels carried over by position.
"""

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UNKNOWN = -100
KINDS = "person organisation place group facility vehicle weapon law product event other".split()  # EntityKind
OFFICES = ["office", "title"]


def enumeration(name):
    """The values of an enumeration of src/types/tags.h by the names of src/types/tags.cpp, in order."""
    source = (ROOT / "src/types/tags.cpp").read_text(encoding="utf-8")
    body = re.search(name + r" = \{(.*?)\};", source, re.S).group(1)
    return re.findall(r'"([^"]*)"', body)


UPOS = {tag: number for number, tag in enumerate(enumeration("kUposNames"))}
XPOS = {tag: number for number, tag in enumerate(enumeration("kXposNames"))}
RELATIONS = {tag: number for number, tag in enumerate(enumeration("kRelationNames"))}


@dataclass
class Word:
    form: str
    glued: bool  # no blank before it
    upos: int = UNKNOWN
    xpos: int = UNKNOWN
    head: int = UNKNOWN  # index in the sentence, its length for the root
    relation: int = UNKNOWN
    name: int = UNKNOWN  # 0 outside, 1 + 2 * kind first, 2 + 2 * kind further
    office: int = UNKNOWN


@dataclass
class Document:
    sentences: list = field(default_factory=list)


def lines_of(path):
    path = Path(path)
    if path.exists():
        return path.read_text(encoding="utf-8").split("\n")
    packed = path.with_name(path.name + ".zst")
    if not packed.exists():
        sys.exit(f"{path}: not there, nor {packed.name}; see the head of training/network.py for the corpora")
    return subprocess.run(["zstd", "-dcq", "--long=27", packed], check=True, capture_output=True, text=True).stdout.split("\n")


# ---- treebanks -------------------------------------------------------------------------------------------------------


def treebank(path):
    """Documents of a CoNLL-U file, its words as they stand; names from a `Name=` in the last column if there is one."""
    documents, rows, spaces = [], [], {}
    for line in lines_of(path):
        if line.startswith("# newdoc") or not documents:
            documents.append(Document())
        if not line:
            if rows:
                documents[-1].sentences.append(sentence_of(rows, spaces))
            rows, spaces = [], {}
        elif line[0] != "#":
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                for number in range(first, last):
                    spaces[number] = True
                spaces[last] = "SpaceAfter=No" in cells[9]
            elif "." not in cells[0]:
                rows.append(cells)
    return [d for d in documents if d.sentences]


def sentence_of(rows, spaces):
    words, glued = [], False
    names = misc_names(rows)
    for cells, name in zip(rows, names):
        head = int(cells[6])
        relation = RELATIONS.get(cells[7], RELATIONS.get(cells[7].split(":")[0], UNKNOWN))
        words.append(
            Word(
                cells[1],
                glued,
                UPOS.get(cells[3], UNKNOWN),
                XPOS.get(cells[4], UNKNOWN),
                head - 1 if head else len(rows),
                relation,
                name,
            )
        )
        glued = spaces.get(int(cells[0]), "SpaceAfter=No" in cells[9])
    return words


def misc_names(rows):
    found = [re.search(r"Name=([^|]+)", cells[9]) for cells in rows]
    return [bio(match.group(1)) if match else UNKNOWN for match in found]


def bio(label):
    if label in ("O", "") or "-" not in label:
        return 0
    return 1 + 2 * KINDS.index(label[2:]) + (label[0] == "I")


# ---- names -----------------------------------------------------------------------------------------------------------


def labelled_rows(path, separator=None):
    """Sentences of (form, label) of a file with a word a row: the first cell and the last."""
    sentence = []
    for line in lines_of(path):
        cells = line.split(separator) if line.strip() else []
        if len(cells) < 2 or line.startswith("-DOCSTART-"):
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append((cells[0], cells[-1]))
    if sentence:
        yield sentence


def titles():
    rows = set()
    for table in ("offices", "honorifics"):
        for line in (ROOT / f"data/lexicon/en/{table}.tsv").read_text(encoding="utf-8").split("\n"):
            if line and line[0] != "#":
                rows.add(tuple(line.split("\t")[0].casefold().split()))
    return rows


TITLES = titles()
BEFORE_TITLES = {"former", "acting", "deputy", "vice", "then", "interim", "senior", "u.s.", "british", "late", "the"}


def without_titles(forms):
    """How many of the first words are titles: 2 of `Prime Minister Tony Blair`."""
    at = 0
    while at < len(forms) - 1:
        longest = 0
        for length in range(1, 5):
            if tuple(w.casefold() for w in forms[at : at + length]) in TITLES and at + length < len(forms):
                longest = length
        if not longest and forms[at].casefold() in BEFORE_TITLES:
            longest = 1
        if not longest:
            break
        at += longest
    return at


def spans_of(sentence, kinds):
    """[first, end, kind] of labels B-x, I-x, O; kind None where `kinds` lacks the label: neither name nor none."""
    spans = []
    for at, (_, label) in enumerate(sentence):
        if label == "O" or "-" not in label:
            continue
        mark, kind = label.split("-", 1)
        goes_on = mark == "I" and spans and spans[-1][1] == at and spans[-1][3] == kind
        if goes_on:
            spans[-1][1] = at + 1
        else:
            spans.append([at, at + 1, kinds.get(kind.lower(), None), kind])
    return [span[:3] for span in spans]


GLUED_BEFORE = set(".,;:!?%)]}'") | {"'s", "n't", "'", "’s", "”", "'re", "'ve", "'ll", "'d", "'m"}
GLUED_AFTER = set("([{$“#") | {"``"}


def name_documents(sentences, kinds, program, per_document=20, strip=False):
    """Sentences of (form, label) cut anew by the program. `kinds`: their kinds (lower case) to ours, None: unknown."""
    batches = [sentences[i : i + per_document] for i in range(0, len(sentences), per_document)]
    texts, marks = [], []
    for batch in batches:
        text, spans = "", []
        for sentence in batch:
            starts, ends, after = [], [], False
            for form, _ in sentence:
                form = form.replace("\u00a0", " ")
                if text and not text.endswith("\n") and form not in GLUED_BEFORE and not after:
                    text += " "
                after = form in GLUED_AFTER
                starts.append(len(text))
                text += {"``": '"', "''": '"'}.get(form, form)
                ends.append(len(text))
            for first, end, kind in spans_of(sentence, kinds):
                if kind == "person" and strip:
                    first += without_titles([form for form, _ in sentence[first:end]])
                elif end - first > 1 and sentence[first][0] in ("The", "the"):
                    first += 1
                spans.append((starts[first], ends[end - 1], kind))
            text += "\n\n"
        texts.append(text)
        marks.append({"name": spans})
    return cut_anew(texts, marks, program)


def cut_anew(texts, marks, program):
    """Documents of the program's own words and sentences; marks: {"name": [(start, end, kind or None)], "office": …}."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        with open(reports, "w", encoding="utf-8") as out:
            for number, text in enumerate(texts):
                out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        run = subprocess.run([program, "analyze", reports, "--format", "jsonl"], capture_output=True, text=True)
        if run.returncode not in (0, 3):  # 3: some texts refused
            sys.exit(run.stderr)
        rows = {row["source_id"]: row for row in map(json.loads, run.stdout.splitlines())}
    documents = []
    for number, (text, mark) in enumerate(zip(texts, marks)):
        row = rows.get(str(number))
        if row is None:
            continue
        shown = row["text"]
        moved = offsets(text, shown)
        labels = {layer: labels_of(row["tokens"], spans, layer, moved) for layer, spans in mark.items()}
        document = Document()
        starts = [s["start"] for s in row["sentences"]] + [len(shown) + 1]
        sentence, which, before = [], 0, -1
        for at, token in enumerate(row["tokens"]):
            while token["start"] >= starts[which + 1]:
                if sentence:
                    document.sentences.append(sentence)
                sentence, which = [], which + 1
            word = Word(shown[token["start"] : token["end"]], token["start"] == before)
            for layer, found in labels.items():
                setattr(word, layer, found[at])
            before = token["end"]
            sentence.append(word)
        if sentence:
            document.sentences.append(sentence)
        documents.append(document)
    return documents


def offsets(text, shown):
    """For each position of `text` the one in `shown`, which may lack or trim blanks."""
    if text == shown:
        return None
    moved, at = [], 0
    for c in text:
        while at < len(shown) and not c.isspace() and shown[at] != c and shown[at].isspace():
            at += 1
        moved.append(at)
        if at < len(shown) and shown[at] == c:
            at += 1
    moved.append(at)
    return moved


def labels_of(tokens, spans, layer, moved):
    kinds = KINDS if layer == "name" else OFFICES
    labels = [0] * len(tokens)
    for start, end, kind in spans:
        if moved is not None:
            start, end = moved[start], moved[end - 1] + 1
        first = True
        for at, token in enumerate(tokens):
            if token["start"] >= end:
                break
            if token["end"] <= start:
                continue
            labels[at] = UNKNOWN if kind is None else 1 + 2 * kinds.index(kind) + (not first)
            first = False
    return labels


# ---- the corpora -----------------------------------------------------------------------------------------------------

GMB = {"geo": "place", "org": "organisation", "per": "person"}
CONLL = {"per": "person", "loc": "place", "org": "organisation"}
CROSSNER = {
    "politician": "person",
    "person": "person",
    "politicalparty": "organisation",
    "organisation": "organisation",
    "country": "place",
    "location": "place",
}
RE3D = {"organisation": "organisation", "location": "place", "person": "person"}
RE3D_NONE = {"temporal", "nationality", "quantity", "money"}
WNUT = {"person": "person", "location": "place", "corporation": "organisation", "product": "product"}


def plain(sentences, none=()):
    """Labels that are no names become O."""
    return [[(form, "O" if label[2:].lower() in none else label) for form, label in s] for s in sentences]


def table(name):
    """The first column of a table of data/lexicon/en."""
    lines = (ROOT / f"data/lexicon/en/{name}.tsv").read_text(encoding="utf-8").split("\n")
    return {line.split("\t")[0] for line in lines if line and line[0] != "#"}


def gmb(folder, program, part="train"):
    """Groningen Meaning Bank 2.2.0, the cut with names. Its labels came from a system and were mended in part: `U.S.` is
    place, organisation or nationality by turns. What our tables know is labelled as they say, words for nationality
    as none."""
    places = table("countries") | table("regions") | table("capitals")
    bodies = table("organisations") - places
    peoples = table("demonyms") - places
    rows = []
    for sentence in labelled_rows(Path(folder) / "ner-gmb" / f"gmb-{part}.tsv", "\t"):
        forms, labels = [form for form, _ in sentence], [label for _, label in sentence]
        for first, end, _ in spans_of(sentence, GMB):
            written = " ".join(forms[first:end])
            if written in places:
                labels[first:end] = ["B-geo"] + ["I-geo"] * (end - first - 1)
            elif written in bodies:
                labels[first:end] = ["B-org"] + ["I-org"] * (end - first - 1)
            elif written in peoples:
                labels[first:end] = ["O"] * (end - first)
        rows.append(list(zip(forms, labels)))
    return name_documents(plain(rows, {"tim"}), GMB, program, strip=True)


def small_name_sets(folder, program):
    folder = Path(folder)
    documents = []
    wikigold = list(labelled_rows(folder / "ner-wikigold" / "wikigold-traindev.conll"))
    documents += name_documents(wikigold, CONLL, program)
    politics = list(labelled_rows(folder / "ner-crossner-politics" / "politics-train.conll"))
    politics += list(labelled_rows(folder / "ner-crossner-politics" / "politics-dev.conll"))
    documents += name_documents(politics, CROSSNER, program)
    re3d = list(labelled_rows(folder / "ner-re3d" / "re3d-train-permissive.conll"))
    documents += name_documents(plain(re3d, RE3D_NONE), RE3D, program, strip=True)
    return documents


def own(program, split="train"):
    """Our corpus: names of all kinds, offices and titles."""
    run = subprocess.run(
        [sys.executable, ROOT / "corpus/tools/convert.py", "tokens", "--split", split], check=True, capture_output=True, text=True
    )
    texts, marks = [], []
    for row in map(json.loads, run.stdout.splitlines()):
        name, office = [], []
        for start, end, kind in row["entities"]:
            if kind in KINDS:
                name.append((start, end, kind))
        for start, end, _, label in row["tokens"]:
            if label.startswith("B-"):
                office.append([start, end, label[2:]])
            elif label.startswith("I-") and office:
                office[-1][1] = end
        texts.append(row["text"])
        marks.append({"name": name, "office": [tuple(o) for o in office]})
    return cut_anew(texts, marks, program)
