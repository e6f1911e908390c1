#!/usr/bin/env python3
"""Trains the network of src/language/network.h and writes data/models/language.net.

    python3 training/network.py --nlp FOLDER --program build/release/crossread --features build/release/training/word_features

FOLDER holds the corpora by the names below, unpacked or packed with zstd. Trees and tags: ud-ewt/en_ewt-ud-train.conllu
(UD English EWT 2.16, CC BY-SA 4.0), gum/gum-train.conllu (GUM 11, genres free for any use, CC BY). Names: ner-gmb
(Groningen Meaning Bank 2.2.0), ner-wikigold, ner-crossner-politics, ner-re3d (the sources free to use), and our corpus,
which alone has all kinds and the offices. --silver adds sentences labelled by training/teacher.py, their
trees and tags alone unless --silver-names is given. Development parts choose nothing but the epoch that is printed; no test split is read.

Adam, learning rate falling to zero, the mean of the last thousand steps' weights; words are dropped at random so that the network learns to do with their looks.
Deterministic on one machine: fixed seeds, fixed order, fixed number of threads.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import xxhash

sys.path.insert(0, str(Path(__file__).resolve().parent))
import annotated  # noqa: E402
from annotated import KINDS, RELATIONS, ROOT, UNKNOWN, UPOS, XPOS  # noqa: E402

LOOK_ROWS = [32768, 32768, 4096, 1024, 4096, 8192, 1024, 64, 16, 32, 16, 64, 256]  # kLookRows of word_features.h
LOOKS = len(LOOK_ROWS)
MEANING = 64
NAMES = 1 + 2 * len(KINDS)
OFFICES = 5

# One table for all looks; `word` and `word_again` share their rows.
OFFSETS = np.zeros(LOOKS, dtype=np.int64)
_at = LOOK_ROWS[0]
for _look in range(2, LOOKS):
    OFFSETS[_look] = _at
    _at += LOOK_ROWS[_look]
TABLE_ROWS = _at


# ---- data ------------------------------------------------------------------------------------------------------------


class Sentences:
    """Looks [words, LOOKS], meaning [words, 64], labels [words, 6] of all words, and where each sentence begins."""

    def __init__(self, documents, tool):
        rows = [w for d in documents for s in d.sentences for w in s]
        self.looks, self.meaning = features_of(documents, tool)
        if len(rows) != len(self.looks):
            sys.exit(f"the feature tool gave {len(self.looks)} words of {len(rows)}")
        self.labels = np.array([(w.upos, w.xpos, w.head, w.relation, w.name, w.office) for w in rows], dtype=np.int64)
        lengths = [len(s) for d in documents for s in d.sentences]
        self.starts = np.concatenate([[0], np.cumsum(lengths)])

    def __len__(self):
        return len(self.starts) - 1


def features_of(documents, tool):
    """What src/language/word_features.h says of each word, by the program's own code."""
    with tempfile.TemporaryDirectory() as folder:
        words, out = Path(folder) / "words.txt", Path(folder) / "features.bin"
        with open(words, "w", encoding="utf-8") as file:
            for document in documents:
                file.write("#\n")
                for sentence in document.sentences:
                    for word in sentence:
                        file.write(f"{int(word.glued)}\t{word.form.replace(chr(9), ' ').replace(chr(10), ' ')}\n")
                    file.write("\n")
        subprocess.run([tool, words, out], check=True)
        raw = np.fromfile(out, dtype=np.uint8).reshape(-1, LOOKS * 2 + MEANING)
    looks = raw[:, : LOOKS * 2].copy().view(np.uint16).astype(np.int64)
    meaning = raw[:, LOOKS * 2 :].copy().view(np.int8)
    return looks + OFFSETS, meaning


def batches_of(sets, words_per_batch, rng, shares):
    """Lists of (set, sentence), alike in length, in random order; shares: the part of each set's sentences to draw."""
    chosen = []
    for number, (data, share) in enumerate(zip(sets, shares)):
        whole, rest = int(share), share - int(share)
        order = rng.permutation(len(data))
        picked = np.concatenate([np.tile(order, whole), order[: int(rest * len(data))]])
        lengths = data.starts[picked + 1] - data.starts[picked]
        chosen += [(int(n), number, int(i)) for n, i in zip(lengths, picked) if 0 < n <= 120]
    noise = rng.random(len(chosen))
    order = sorted(range(len(chosen)), key=lambda k: chosen[k][0] + 3 * noise[k])
    batches, batch, longest = [], [], 0
    for k in order:
        longest = max(longest, chosen[k][0])
        if batch and (len(batch) + 1) * longest > words_per_batch:
            batches.append(batch)
            batch, longest = [], chosen[k][0]
        batch.append(chosen[k][1:])
    if batch:
        batches.append(batch)
    return [batches[i] for i in rng.permutation(len(batches))]


def tensors(sets, batch):
    rows = [(sets[n], sets[n].starts[i], sets[n].starts[i + 1]) for n, i in batch]
    longest = max(end - start for _, start, end in rows)
    looks = np.zeros((len(rows), longest, LOOKS), dtype=np.int64)
    meaning = np.zeros((len(rows), longest, MEANING), dtype=np.float32)
    labels = np.full((len(rows), longest, 6), UNKNOWN, dtype=np.int64)
    mask = np.zeros((len(rows), longest), dtype=np.float32)
    for b, (data, start, end) in enumerate(rows):
        n = end - start
        looks[b, :n] = data.looks[start:end]
        meaning[b, :n] = data.meaning[start:end] / 128.0
        labels[b, :n] = data.labels[start:end]
        heads = labels[b, :n, 2]
        heads[heads == n] = longest  # the root is the last governor
        mask[b, :n] = 1
    return torch.from_numpy(looks), torch.from_numpy(meaning), torch.from_numpy(labels), torch.from_numpy(mask)


# ---- the network -----------------------------------------------------------------------------------------------------


class Network(nn.Module):
    def __init__(self, width, arcs, relations, dilations, tag_layer, drop=0.3, word_drop=0.2, name_drop=0.5):
        super().__init__()
        self.sizes = (width, arcs, relations, list(dilations), tag_layer)
        self.drop, self.word_drop, self.name_drop = drop, word_drop, name_drop
        self.table = nn.Embedding(TABLE_ROWS, width, sparse=True)
        nn.init.normal_(self.table.weight, std=0.1)
        self.meaning = nn.Linear(MEANING, width)
        self.convolutions = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.upos, self.xpos = nn.Linear(width, len(UPOS)), nn.Linear(width, len(XPOS))
        self.xpos_states = nn.Parameter(torch.zeros(len(XPOS), width))
        self.name, self.office = nn.Linear(width, NAMES), nn.Linear(width, OFFICES)
        self.dependant, self.governor = nn.Linear(width, arcs), nn.Linear(width, arcs)
        self.root_governor = nn.Parameter(torch.randn(arcs) * 0.1)
        self.pairs = nn.Linear(arcs, arcs)
        self.relation_dependant, self.relation_governor = nn.Linear(width, relations), nn.Linear(width, relations)
        self.root_relation = nn.Parameter(torch.zeros(relations))
        self.relation = nn.Linear(relations, len(RELATIONS))

    def embed(self, looks, meaning, named):
        vectors = self.table(looks)
        if self.training:
            keep = torch.ones(looks.shape)
            share = self.word_drop + (self.name_drop - self.word_drop) * named
            unseen = torch.rand(looks.shape[:2]) < share  # as if the word had never been seen
            keep[:, :, :2] *= (~unseen).float().unsqueeze(-1)
            unlike = torch.rand(looks.shape[:2]) < 0.4 * named  # nor its letters
            keep[:, :, 2:6] *= (~unlike).float().unsqueeze(-1)
            keep[:, :, 9] *= (torch.rand(looks.shape[:2]) >= self.word_drop).float()
            vectors = vectors * keep.unsqueeze(-1)
        return F.relu(vectors.sum(2) + self.meaning(meaning))

    @staticmethod
    def neighbours(x, distance):
        """Each state between those so many words before and behind it, zeros beyond the sentence."""
        before = F.pad(x, (0, 0, distance, 0))[:, : x.shape[1]]
        behind = F.pad(x, (0, 0, 0, distance))[:, distance:]
        return torch.cat([before, x, behind], -1)

    def forward(self, looks, meaning, mask, named=None):
        """named: 1 where a word belongs to a name, whose words must be told by what stands around them."""
        on = mask.unsqueeze(-1)
        x = self.embed(looks, meaning, mask * 0 if named is None else named) * on
        x = F.dropout(x, self.drop, self.training)
        upos = xpos = None
        for number, layer in enumerate([*self.convolutions, None]):
            if number == self.sizes[4]:
                upos, xpos = self.upos(x), self.xpos(x)
                x = (x + self.xpos_states[xpos.argmax(-1)]) * on
            if layer is not None:
                step = F.relu(layer(self.neighbours(x, self.sizes[3][number])))
                x = (x + F.dropout(step, self.drop, self.training)) * on
        drop = lambda t: F.dropout(t, self.drop, self.training)  # noqa: E731
        dependant = self.pairs(drop(F.relu(self.dependant(x))))
        governor = drop(F.relu(self.governor(x)))
        governor = torch.cat([governor, self.root_governor.expand(len(x), 1, -1)], 1)
        arcs = dependant @ governor.transpose(1, 2)
        off = torch.cat([mask, torch.ones(len(x), 1)], 1).unsqueeze(1) == 0
        own = F.pad(torch.eye(x.shape[1], dtype=torch.bool), (0, 1)).unsqueeze(0)
        arcs = arcs.masked_fill(off | own, -1e4)
        dependant_relation = self.relation_dependant(x)
        governor_relation = torch.cat([self.relation_governor(x), self.root_relation.expand(len(x), 1, -1)], 1)
        return upos, xpos, self.name(x), self.office(x), arcs, (dependant_relation, governor_relation)

    def relations(self, parts, heads):
        dependant, governor = parts
        chosen = governor.gather(1, heads.unsqueeze(-1).expand(-1, -1, governor.shape[-1]))
        hidden = F.relu(dependant + chosen)
        return self.relation(F.dropout(hidden, self.drop, self.training))


def loss_of(net, batch):
    looks, meaning, labels, mask = batch
    upos, xpos, name, office, arcs, parts = net(looks, meaning, mask, (labels[..., 4] > 0).float())
    flat = lambda scores, gold: F.cross_entropy(  # noqa: E731
        scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=UNKNOWN, reduction="sum"
    )
    total = flat(upos, labels[..., 0]) + flat(xpos, labels[..., 1])
    total = total + 1.5 * flat(name, labels[..., 4]) + flat(office, labels[..., 5])
    gold = labels[..., 2]
    if (gold != UNKNOWN).any():
        total = total + flat(arcs, gold)
        relation_gold = labels[..., 3].masked_fill(gold == UNKNOWN, UNKNOWN)
        total = total + flat(net.relations(parts, gold.clamp(min=0)), relation_gold)
    return total / mask.sum()


# ---- measuring -------------------------------------------------------------------------------------------------------


def measure(net, data):
    """Shares of words right: upos, xpos, arcs, arcs and relations (without subtypes, governors without tree repair);
    F1 of names with kind and of offices."""
    net.eval()
    base = {number: RELATIONS[tag.split(":")[0]] for tag, number in RELATIONS.items()}
    lookup = torch.tensor([base[i] for i in range(len(RELATIONS))])
    right, known = np.zeros(4), np.zeros(4)
    found = {"name": [0, 0, 0], "office": [0, 0, 0]}
    rng = np.random.default_rng(0)
    with torch.no_grad():
        for batch in batches_of([data], 4000, rng, [1]):
            looks, meaning, labels, mask = tensors([data], batch)
            upos, xpos, name, office, arcs, parts = net(looks, meaning, mask)
            heads = arcs.argmax(-1)
            relation = lookup[net.relations(parts, heads).argmax(-1)]
            for k, (ours, gold) in enumerate([(upos.argmax(-1), labels[..., 0]), (xpos.argmax(-1), labels[..., 1])]):
                on = gold != UNKNOWN
                right[k] += (ours == gold)[on].sum()
                known[k] += on.sum()
            on = labels[..., 2] != UNKNOWN
            arc = (heads == labels[..., 2]) & on
            right[2] += arc.sum()
            right[3] += (arc & (relation == lookup[labels[..., 3].clamp(min=0)])).sum()
            known[2:] += float(on.sum())
            for layer, scores, column in (("name", name, 4), ("office", office, 5)):
                for b in range(len(batch)):
                    n = int(mask[b].sum())
                    gold = labels[b, :n, column].tolist()
                    if UNKNOWN in gold:
                        continue
                    ours, truth = names_of(scores[b, :n].argmax(-1).tolist()), names_of(gold)
                    found[layer][0] += len(ours & truth)
                    found[layer][1] += len(ours)
                    found[layer][2] += len(truth)
    net.train()
    figures = dict(zip(("upos", "xpos", "uas", "las"), 100 * right / np.maximum(known, 1)))
    for layer, (hit, ours, truth) in found.items():
        figures[layer] = 200 * hit / (ours + truth) if ours + truth else 0.0
    return {k: round(float(v), 2) for k, v in figures.items() if v}


def names_of(labels):
    spans, start = set(), None
    for at, label in enumerate([*labels, 0]):
        begins = label % 2 == 1 or (label > 0 and (start is None or start[1] != label - 1))
        if start is not None and (label == 0 or begins):
            spans.add((start[0], at, start[1]))
            start = None
        if label > 0 and begins:
            start = (at, label if label % 2 == 1 else label - 1)
    return spans


# ---- the file --------------------------------------------------------------------------------------------------------

STATE_BITS, LIMIT, PAIR_LIMIT = 8, 8191, 2047


class Writer:
    def __init__(self):
        self.bytes = bytearray()

    def put(self, array):
        self.bytes += b"\0" * (-len(self.bytes) % 64)
        self.bytes += np.ascontiguousarray(array).tobytes()

    def linear(self, weight, bias, in_bits=STATE_BITS, limit=LIMIT, in_limit=LIMIT):
        """Weights with as many bits behind the point as 16 bits and the sum's 32 allow."""
        weight, bias = weight.detach().double().numpy(), bias.detach().double().numpy()
        bits = 14
        while bits > 0 and (
            np.abs(weight).max() * 2**bits > 32767
            or (np.abs(weight).sum(1) * 2**bits * in_limit + np.abs(bias) * 2 ** (bits + in_bits)).max() > 2**31 - 2**24
        ):
            bits -= 1
        shift = bits + in_bits - STATE_BITS
        self.put(np.array([weight.shape[1], weight.shape[0], shift, limit], dtype=np.int32))
        self.put(np.rint(weight * 2**bits).astype(np.int16))
        self.put(np.rint(bias * 2 ** (bits + in_bits)).astype(np.int32))

    def states(self, array, limit=LIMIT):
        self.put(np.clip(np.rint(array.detach().double().numpy() * 2**STATE_BITS), -limit, limit).astype(np.int16))


def write(net, path, meaning):
    """meaning: the file of word vectors that the features were made with; the model is bound to its checksum."""
    width, arcs, relations, dilations, tag_layer = net.sizes
    out = Writer()
    checksum = np.frombuffer(Path(meaning).read_bytes()[24:32], dtype=np.uint32)
    out.put(np.array([width, arcs, relations, len(dilations), tag_layer, LOOKS, *checksum], dtype=np.uint32))
    out.put(np.array(dilations, dtype=np.uint32))
    table = net.table.weight.detach().double().numpy()
    ends = [OFFSETS[look] + LOOK_ROWS[look] for look in range(LOOKS)]
    shifts = []
    for look in range(LOOKS):
        part = np.abs(table[OFFSETS[look] : ends[look]])
        bits = 8
        while bits > 0 and np.quantile(part, 0.9999) * 2**bits > 127:
            bits -= 1
        shifts.append(STATE_BITS - bits)
    out.put(np.array(shifts, dtype=np.int32))
    for look in range(LOOKS):
        if look != 1:
            part = table[OFFSETS[look] : ends[look]] * 2.0 ** (STATE_BITS - shifts[look])
            out.put(np.clip(np.rint(part), -127, 127).astype(np.int8))
    out.linear(net.meaning.weight, net.meaning.bias, in_bits=7, in_limit=128)
    for layer in net.convolutions:
        out.linear(layer.weight, layer.bias)
    out.linear(net.upos.weight, net.upos.bias)
    out.linear(net.xpos.weight, net.xpos.bias)
    out.states(net.xpos_states)
    out.linear(net.name.weight, net.name.bias)
    out.linear(net.office.weight, net.office.bias)
    out.linear(net.dependant.weight, net.dependant.bias, limit=PAIR_LIMIT)
    out.linear(net.governor.weight, net.governor.bias, limit=PAIR_LIMIT)
    out.states(net.root_governor, PAIR_LIMIT)
    out.linear(net.pairs.weight, net.pairs.bias, limit=PAIR_LIMIT, in_limit=PAIR_LIMIT)
    out.linear(net.relation_dependant.weight, net.relation_dependant.bias)
    out.linear(net.relation_governor.weight, net.relation_governor.bias)
    out.states(net.root_relation)
    out.linear(net.relation.weight, net.relation.bias)
    body = bytes(out.bytes)
    head = b"CRNET001" + xxhash.xxh3_64_intdigest(body).to_bytes(8, "little")
    Path(path).write_bytes(head + b"\0" * (64 - len(head)) + body)


# ---- training --------------------------------------------------------------------------------------------------------


class Average:
    """The running mean of the weights, which reads better than any single state of them (Polyak and Juditsky 1992)."""

    EVERY, KEEP = 8, 0.992  # steps; of the mean so far, hence about a thousand steps

    def __init__(self, net):
        self.weights = {name: weight.detach().clone() for name, weight in net.state_dict().items()}
        self.steps = 0

    def see(self, net):
        self.steps += 1
        if self.steps % self.EVERY:
            return
        keep = min(self.KEEP, self.steps / (self.steps + 10 * self.EVERY))
        for name, weight in net.state_dict().items():
            self.weights[name].lerp_(weight.detach(), 1 - keep)

    def put_into(self, net):
        own = {name: weight.detach().clone() for name, weight in net.state_dict().items()}
        net.load_state_dict(self.weights)
        return own


def train(net, sets, shares, watched, epochs, words, rate, seed, save):
    dense = [p for n, p in net.named_parameters() if n != "table.weight"]
    optimizers = [torch.optim.Adam(dense, lr=rate, betas=(0.9, 0.95)), torch.optim.SparseAdam([net.table.weight], lr=rate)]
    average = Average(net)
    rng = np.random.default_rng(seed)
    started = time.time()
    plan = len(batches_of(sets, words, np.random.default_rng(seed), shares)) * epochs
    step = 0
    for epoch in range(epochs):
        total, count = 0.0, 0
        for batch in batches_of(sets, words, rng, shares):
            factor = min(1.0, step / 60) * max(0.02, 1 - step / plan)
            for optimizer in optimizers:
                for group in optimizer.param_groups:
                    group["lr"] = rate * factor
            for optimizer in optimizers:
                optimizer.zero_grad()
            loss = loss_of(net, tensors(sets, batch))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 5.0)
            for optimizer in optimizers:
                optimizer.step()
            average.see(net)
            total, count, step = total + float(loss), count + 1, step + 1
        own = average.put_into(net)
        line = f"epoch {epoch + 1}: loss {total / max(count, 1):.3f}, {time.time() - started:.0f} s"
        for name, data in watched.items():
            line += f"\n    {name}: {measure(net, data)}"
        print(line, flush=True)
        save(net)
        net.load_state_dict(own)


def corpora(args):
    nlp = Path(args.nlp)
    sets, shares, kept = [], [], {}

    def add(name, documents, share):
        kept[name] = len(sets)
        sets.append(Sentences(documents, args.features))
        shares.append(share)
        print(f"{name}: {len(sets[-1])} sentences, {sets[-1].starts[-1]} words", flush=True)

    add("EWT", annotated.treebank(nlp / "ud-ewt/en_ewt-ud-train.conllu"), 1)
    add("GUM", annotated.treebank(nlp / "gum/gum-train.conllu"), 1)
    add("GMB", annotated.gmb(nlp, args.program), args.gmb_share)
    add("small sets of names", annotated.small_name_sets(nlp, args.program), 1)
    add("ours", annotated.own(args.program), args.own_share)
    if args.silver:
        add("silver", annotated.treebank(args.silver), args.silver_share)
    watched = {
        "EWT dev": Sentences(annotated.treebank(nlp / "ud-ewt/en_ewt-ud-dev.conllu"), args.features),
        "GUM dev": Sentences(annotated.treebank(nlp / "gum/gum-dev.conllu"), args.features),
        "ours dev": Sentences(annotated.own(args.program, "dev"), args.features),
    }
    return sets, shares, watched


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nlp")
    parser.add_argument("--program")
    parser.add_argument("--features")
    parser.add_argument("--silver")
    parser.add_argument("--silver-share", type=float, default=0.5)
    parser.add_argument("--silver-names", action="store_true", help="learn the teacher's names, too")
    parser.add_argument("--gmb-share", type=float, default=0.3)
    parser.add_argument("--own-share", type=float, default=3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--arcs", type=int, default=96)
    parser.add_argument("--relations", type=int, default=96)
    parser.add_argument("--dilations", default="1,2,4,1,2,4")
    parser.add_argument("--tag-layer", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--words", type=int, default=2000, help="words a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--drop", type=float, default=0.25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--keep", help="keep the read corpora in this file between runs")
    parser.add_argument("--start", help="begin with the weights of this file")
    parser.add_argument("--mean", nargs="+", metavar="PT", help="train nothing: write the mean of these files' weights")
    parser.add_argument("--meaning", default=ROOT / "data/models/meaning.bin", help="as the feature program sees it")
    parser.add_argument("--out", default=ROOT / "data/models/language.net")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    net = Network(args.width, args.arcs, args.relations, [int(d) for d in args.dilations.split(",")], args.tag_layer, args.drop)
    if args.mean:
        given = [torch.load(name) for name in args.mean]
        net.load_state_dict({name: sum(weights[name] for weights in given) / len(given) for name in given[0]})
        return write(net, args.out, args.meaning)
    if not (args.nlp and args.program and args.features):
        parser.error("--nlp, --program and --features are needed to train")
    if args.keep and Path(args.keep).exists():
        sets, shares, watched = torch.load(args.keep)
    else:
        sets, shares, watched = corpora(args)
        if args.keep:
            torch.save((sets, shares, watched), args.keep)
    if args.silver and not args.silver_names:
        sets[5].labels[:, 4] = UNKNOWN
    shares = [1, 1, args.gmb_share, 1, args.own_share, args.silver_share][: len(sets)]
    if args.start:
        net.load_state_dict(torch.load(args.start))
    print(f"{sum(p.numel() for p in net.parameters()):,} weights", flush=True)

    def save(trained):
        Path(args.out).parent.mkdir(parents=True, exist_ok=True)
        torch.save(trained.state_dict(), str(args.out) + ".pt")
        write(trained, args.out, args.meaning)

    train(net, sets, shares, watched, args.epochs, args.words, args.rate, args.seed, save)


if __name__ == "__main__":
    main()
