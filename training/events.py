#!/usr/bin/env python3
"""Learns which words of a report tell of events, and who takes part: data/models/events.weights, read by
src/account/event_model.

    cmake -S . -B build/release -DCMAKE_BUILD_TYPE=Release -DCROSSREAD_TRAINING=ON
    cmake --build build/release --target event_looks
    python3 training/events.py [--tool build/release/training/event_looks] [--silver silver.jsonl] [--folds N]

It learns from the training stories, passages and short stories of corpus/ (CC BY 4.0) and, with --silver, from what a
teacher says of other texts (event_teacher.py). What a candidate looks like is the program's own
code (src/account/event_features.cpp). Two nets of one hidden layer, each the mean of a few that start differently: one
says of a verb, noun or adjective whether it is the trigger of an event, its type, mode and status and whether it is
background; the other says of a word in the sentence of a trigger whether it is its actor, recipient, instrument or place.
Adam; keys and hidden numbers are dropped at random. The same data, program and machine give the same file.

--folds N: no file, but figures over N folds of the training stories (whole stories), each read by a net that has not seen it.
"""

import argparse
import collections
import json
import struct
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import xxhash

sys.path.insert(0, str(Path(__file__).resolve().parent))
import event_corpus  # noqa: E402
from event_corpus import ROOT  # noqa: E402

# fmt: off
TYPES = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE
ASSAULT ACCIDENT DISASTER HEALTH CRIME TRIAL ELECTION ECONOMY BUSINESS SCIENCE SPORT CULTURE DEATH""".split()
STATUSES = "asserted alleged denied negated planned threatened hypothetical requested".split()
MODES = """visit third-party multilateral phone withdraw release disarm ceasefire access resign assist change yield meet
disapprove investigate allege restrict arrest relations expel territory violence demo riot strike hunger boycott obstruct
vandalize convict discontinue troops weapons police militia seize censor curfew martial-law deport withhold misinformation
cyber abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons
crowd-control unconventional""".split()
ROLES = ["none", "actor", "recipient", "instrument", "place"]
# fmt: on
# Outs of the deed net: event, background, types, statuses, modes and none.
DEED_OUTS = {"event": 1, "background": 1, "type": len(TYPES), "status": len(STATUSES), "mode": len(MODES) + 1}

PASSAGES, SILVER = -1, -2  # in the place of a story's number
NETS = 2
HIDDEN = 48
SIGN_HIDDEN, SIGN_DROP = 16, 0.1
# Chosen on two of four folds of the training stories, November 2026, one net, without the table of fields: type and status
# F1 0.275 with 10 passes, 0.273 with 25, 0.269 with 25 and half of the keys dropped.
KEY_DROP, HIDDEN_DROP = 0.3, 0.4
STEP, DECAY, PASSES, BATCH = 5e-3, 1e-2, 8, 512
LEAST_EVENT, STATUS_BONUS = -0.7, 99
# Of the teacher's labels: the chance of an event where it saw none, of such words one in how many is learnt, and what a
# label weighs beside a mark; not tuned.
NEVER, EASY, SILVER_WEIGHT = 0.003, 3, 0.5
LEAST_SEEN = 4  # a key that fewer candidates have has no weights


# ---- candidates with their labels ---------------------------------------------------------------------------------


class Deeds:
    """Candidates for triggers, with labels: event 1, 0 or -1 (beside the trigger's head: no matter)."""

    def __init__(self, tool, data, stories, passages=()):
        texts = [(number, text) for number, story in enumerate(stories) for text in event_corpus.texts_of(story)]
        texts += [(PASSAGES, text) for story in passages for text in event_corpus.texts_of(story)]
        self.rows = [text.row for _, text in texts]
        self.story_of = {text.id: number for number, text in texts}
        self.candidates = list(event_corpus.looks(tool, data, self.rows))
        self.gold = [None] * len(self.candidates)
        self.event = np.zeros(len(self.candidates))
        by_report = collections.defaultdict(list)
        for i, c in enumerate(self.candidates):
            by_report[c.report].append(i)
        self.lost = 0
        for _, text in texts:
            for gold in text.golds:
                self.mark(gold, by_report[text.id])
        self.silver = {}

    def mark(self, gold, indices):
        inside = [i for i in indices if self.overlaps(self.candidates[i].span, gold.trigger)]
        if not inside:
            self.lost += 1
            return
        tokens = {self.candidates[i].token for i in inside}
        head = next((i for i in inside if self.candidates[i].head not in tokens), inside[0])
        for i in inside:
            if self.gold[i] is None:
                self.event[i] = -1
        self.event[head], self.gold[head] = 1, gold

    def add_silver(self, candidates, rows):
        """Candidates that a teacher labelled; `rows`: those of event_teacher.py, None for one that it took for none."""
        self.silver.update(zip(range(len(self.candidates), len(self.candidates) + len(rows)), rows))
        self.candidates += candidates
        self.gold += [None] * len(rows)
        self.story_of.update((c.report, SILVER) for c in candidates)
        self.event = np.concatenate([self.event, [NEVER if row is None else row["event"] for row in rows]])

    @staticmethod
    def overlaps(a, b):
        return a[0] < b[1] and b[0] < a[1]

    def labels(self):
        n = len(self.candidates)
        types, statuses = np.zeros((n, len(TYPES))), np.zeros((n, len(STATUSES)))
        background, mode, weight, soft = np.zeros(n), np.full(n, -1), np.ones(n), np.zeros(n)
        for i, row in self.silver.items():
            soft[i], weight[i] = 1, SILVER_WEIGHT if row else SILVER_WEIGHT * EASY
            if row is not None:
                types[i], statuses[i] = spread(row["types"], TYPES), spread(row["statuses"], STATUSES)
                background[i] = row["background"]
                mode[i] = MODES.index(row["mode"]) if row["mode"] else len(MODES)
        for i, gold in enumerate(self.gold):
            if gold is None:
                continue
            for k, name in enumerate(gold.types):
                types[i, TYPES.index(name)] = 1.0 if k == 0 else 0.6
            for k, name in enumerate(gold.status):
                statuses[i, STATUSES.index(name)] = 1.0 if k == 0 else 0.4
            background[i] = gold.background
            mode[i] = MODES.index(gold.mode) if gold.mode else len(MODES)
            weight[i] = 0.5 if gold.optional else 1.0
        return {"event": self.event, "type": types, "status": statuses, "background": background, "mode": mode, "weight": weight, "soft": soft}


def spread(chances, names):
    """Probabilities by name as a row that sums to one."""
    row = np.array([chances.get(name, 0.0) for name in names])
    return row / row.sum()


class Parties:
    """Words in the sentences of the triggers that gold has, with the role that each plays; -1: no matter."""

    def __init__(self, tool, data, deeds):
        lines, gold_at = [], {}
        for c, gold in zip(deeds.candidates, deeds.gold):
            if gold is not None:
                lines.append(f"{c.report} {c.token} {gold.types[0]}")
                gold_at[c.report, c.token] = gold
        self.candidates = list(event_corpus.looks(tool, data, deeds.rows, lines))
        self.story_of = deeds.story_of
        groups = collections.defaultdict(list)
        for i, c in enumerate(self.candidates):
            groups[c.report, c.head].append(i)
        self.role = np.zeros(len(self.candidates), dtype=np.int64)
        self.silver = {}
        self.groups = [(gold_at[at], indices) for at, indices in groups.items()]
        for gold, indices in self.groups:
            self.mark(gold, indices)

    def mark(self, gold, indices):
        for number, role in enumerate(ROLES[1:], 1):
            for party in gold.parties[role]:
                mine = [i for i in indices if any(self.heads(self.candidates[i].span, s) for s in party)]
                if not mine:
                    continue
                trigger = gold.trigger[0]
                nearest = min(mine, key=lambda i: abs(self.candidates[i].span[0] - trigger))
                for i in mine:
                    if i == nearest:
                        self.role[i] = number
                    elif self.role[i] == 0:
                        self.role[i] = -1

    def add_silver(self, candidates, chances):
        """Words that a teacher gave roles to, with the chance of each role by its name."""
        self.silver.update(zip(range(len(self.candidates), len(self.candidates) + len(chances)), chances))
        self.candidates += candidates
        self.story_of = self.story_of | {c.report: SILVER for c in candidates}
        self.role = np.concatenate([self.role, np.zeros(len(chances), dtype=np.int64)])

    def labels(self):
        """Of each word the chance of every role, and its weight."""
        roles, weight = np.eye(len(ROLES))[self.role.clip(0)], (self.role >= 0).astype(float)
        for i, chances in self.silver.items():
            roles[i], weight[i] = spread(chances, ROLES), SILVER_WEIGHT
        return roles, weight

    @staticmethod
    def heads(word, span):
        return span[0] <= word[0] and word[1] <= span[1]


def add_silver(tool, data, file, share, deeds, parties):
    """Adds what a teacher labelled (event_teacher.py label): all that it may take for a trigger, of the rest one in EASY;
    and the words in the sentences of its surer triggers."""
    rows = [json.loads(line) for line in open(file, encoding="utf-8")]
    rows = rows[: round(share * len(rows))]
    at = {(row["id"], *deed["span"]): deed for row in rows for deed in row["deeds"]}
    candidates, labels, lines, groups, easy = [], [], [], {}, 0
    for c in event_corpus.looks(tool, data, [{"id": row["id"], "text": row["text"]} for row in rows]):
        deed = at.get((c.report, *c.span))
        easy += deed is None
        if deed is None and easy % EASY:
            continue
        candidates.append(c)
        labels.append(deed)
        if deed and deed["parties"]:
            lines.append(f"{c.report} {c.token} {max(deed['types'], key=deed['types'].get)}")
            groups[c.report, c.token] = {tuple(party["span"]): party["roles"] for party in deed["parties"]}
    deeds.add_silver(candidates, labels)
    words = list(event_corpus.looks(tool, data, [{"id": row["id"], "text": row["text"]} for row in rows], lines))
    words = [c for c in words if c.span in groups[c.report, c.head]]
    parties.add_silver(words, [groups[c.report, c.head][c.span] for c in words])
    print(f"silver: {len(candidates)} candidates, {sum(d['event'] for d in labels if d):.0f} triggers; {len(words)} parties", flush=True)


# ---- nets ---------------------------------------------------------------------------------------------------------


class Keys:
    """The keys that have weights, in order; 0 stands for every other."""

    def __init__(self, candidates):
        keys, seen = np.unique(np.concatenate([np.unique(c.keys) for c in candidates]), return_counts=True)
        self.list = keys[seen >= LEAST_SEEN]

    def rows(self, candidate):
        keys = np.unique(candidate.keys)
        at = np.searchsorted(self.list, keys)
        at = np.minimum(at, len(self.list) - 1)
        return at[self.list[at] == keys]


class Net(nn.Module):
    def __init__(self, keys, numbers, outs):
        super().__init__()
        self.table = nn.EmbeddingBag(keys + 1, HIDDEN, mode="sum", padding_idx=keys)
        nn.init.normal_(self.table.weight, std=0.05)
        self.dense = nn.Linear(numbers, HIDDEN)
        nn.init.normal_(self.dense.weight, std=0.03)
        self.out = nn.Linear(HIDDEN, outs)
        self.sign = nn.Linear(event_corpus.SIGNS, SIGN_HIDDEN)
        self.sign_out = nn.Linear(SIGN_HIDDEN, 2, bias=False)

    def forward(self, rows, numbers, signs=None):
        hidden = F.relu(self.table(rows) + self.dense(numbers))
        out = self.out(F.dropout(hidden, HIDDEN_DROP, self.training))
        if signs is None:
            return out
        seen = F.relu(self.sign(signs))
        types, event = self.sign_out(F.dropout(seen, SIGN_DROP, self.training)).unbind(2)
        background, of_types, others = torch.split(out[:, 1:], [1, len(TYPES), out.shape[1] - 2 - len(TYPES)], 1)
        return torch.cat([out[:, :1] + event.max(1, keepdim=True)[0], background, of_types + types, others], 1)


def padded(rows, pad):
    width = max(len(r) for r in rows)
    out = np.full((len(rows), width), pad, dtype=np.int64)
    for i, r in enumerate(rows):
        out[i, : len(r)] = r
    return torch.from_numpy(out)


SIGN_SCALE = 1 / 64.0
SCALE = 1 / 32.0  # of the meanings, to bring them near one


class Learner:
    """A few nets over one kind of candidate; `loss` takes outs and a batch's indices."""

    def __init__(self, candidates, outs, loss, use=None):
        self.keys = Keys([candidates[i] for i in use] if use is not None else candidates)
        self.rows = [self.keys.rows(c) for c in candidates]
        self.numbers = torch.from_numpy(np.stack([c.numbers for c in candidates]).astype(np.float32)) * SCALE
        self.outs, self.loss, self.signs = outs, loss, None
        if candidates[0].signs is not None:
            self.signs = torch.from_numpy(np.stack([c.signs for c in candidates]))

    def signs_at(self, indices):
        return None if self.signs is None else self.signs[indices].float() * SIGN_SCALE

    def learn(self, use):
        self.nets = [self.learn_one(use, seed) for seed in range(NETS)]
        return self

    def learn_one(self, use, seed):
        torch.manual_seed(seed)
        rng = np.random.RandomState(seed)
        pad = len(self.keys.list)
        net = Net(pad, self.numbers.shape[1], self.outs)
        steps = PASSES * (len(use) // BATCH + 1)
        optimiser = torch.optim.AdamW(net.parameters(), lr=STEP, weight_decay=DECAY)
        plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / steps)
        for _ in range(PASSES):
            net.train()
            order = rng.permutation(use)
            for at in range(0, len(order), BATCH):
                batch = order[at : at + BATCH]
                kept = [r[rng.random_sample(len(r)) > KEY_DROP] for r in (self.rows[i] for i in batch)]
                out = net(padded(kept, pad), self.numbers[batch], self.signs_at(batch))
                loss = self.loss(out, batch)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                plan.step()
        return net.eval()

    def outs_of(self, indices):
        pad = len(self.keys.list)
        with torch.no_grad():
            parts = []
            for at in range(0, len(indices), 512):
                some = indices[at : at + 512]
                rows, numbers = padded([self.rows[i] for i in some], pad), self.numbers[some]
                parts.append(sum(net(rows, numbers, self.signs_at(some)) for net in self.nets) / NETS)
        return torch.cat(parts).numpy()


def deed_loss(deeds):
    labels = {k: torch.from_numpy(np.asarray(v)).float() for k, v in deeds.labels().items()}

    def loss(out, batch):
        event, background, kind, status, mode = torch.split(out, list(DEED_OUTS.values()), dim=1)
        batch = torch.from_numpy(batch)
        weight = labels["weight"][batch]
        y = labels["event"][batch]
        counted = (y >= 0).float() * weight
        total = (F.binary_cross_entropy_with_logits(event[:, 0], y.clamp(min=0), reduction="none") * counted).sum()
        is_event = y.clamp(min=0) * weight
        for out, wanted in ((kind, labels["type"][batch]), (status, labels["status"][batch])):
            right = torch.log((F.softmax(out, 1) * wanted).sum(1).clamp(min=1e-9))  # any that the notes allow
            alike = (F.log_softmax(out, 1) * wanted).sum(1)  # as the teacher spreads them
            total = total - (torch.where(labels["soft"][batch] > 0, alike, right) * is_event).sum()
        total = total + (F.binary_cross_entropy_with_logits(background[:, 0], labels["background"][batch], reduction="none") * is_event).sum()
        modes = F.cross_entropy(mode, labels["mode"][batch].long().clamp(min=0), reduction="none")
        return (total + 0.5 * (modes * is_event).sum()) / len(batch)

    return loss


def party_loss(parties):
    roles, weight = (torch.from_numpy(each).float() for each in parties.labels())

    def loss(out, batch):
        batch = torch.from_numpy(batch)
        return -((F.log_softmax(out, 1) * roles[batch]).sum(1) * weight[batch]).mean()

    return loss


# ---- figures ------------------------------------------------------------------------------------------------------


def f1(right, ours, gold):
    return f"P {right / max(1, ours):.3f} R {right / max(1, gold):.3f} F {2 * right / max(1, ours + gold):.3f}"


def deed_figures(deeds, outs, indices, threshold, bonus=None, veto=None):
    """Of the net alone; with `bonus` and `veto` as src/account/event_choice.cpp settles it with the frames."""
    ends = np.cumsum(list(DEED_OUTS.values()))
    t = collections.Counter()
    for i, out in zip(indices, outs):
        gold, ours, (drafted, status, confidence) = deeds.gold[i], out[0] > threshold, deeds.candidates[i].draft
        if bonus is not None and drafted != "-":
            out, ours = out.copy(), out[0] > veto * confidence / 1000
            out[ends[1] + TYPES.index(drafted)] += bonus * confidence / 1000
            out[ends[2] + STATUSES.index(status)] += STATUS_BONUS
        if deeds.event[i] < 0 or (gold is not None and gold.optional):
            continue
        t["ours"] += ours
        if gold is None:
            continue
        t["gold"] += 1
        t["old"] += gold.background
        if not ours:
            continue
        kind, status = TYPES[out[ends[1] : ends[2]].argmax()], STATUSES[out[ends[2] : ends[3]].argmax()]
        t["met"] += 1
        t["type"] += kind in gold.types
        t["status"] += status in gold.status
        t["both"] += kind in gold.types and status in gold.status
        t["old ours"] += out[1] > 0
        t["old met"] += gold.background and out[1] > 0
    print(f"threshold {threshold:+.1f} {bonus or 0} {veto or 0}  trigger {f1(t['met'], t['ours'], t['gold'])}  type {f1(t['type'], t['ours'], t['gold'])}  "
          f"both {f1(t['both'], t['ours'], t['gold'])}  background {f1(t['old met'], t['old ours'], t['old'])}  "
          f"of met: type {t['type'] / max(1, t['met']):.3f} status {t['status'] / max(1, t['met']):.3f}")


def party_figures(parties, chosen):
    for number, role in enumerate(ROLES[1:], 1):
        right = ours = gold = 0
        for event, indices in parties.groups:
            got = [i for i in indices if i in chosen]
            if not got:
                continue
            mine = [i for i in got if chosen[i] == number]
            spans = [s for p in event.parties[role] for s in p]
            gold += bool(event.parties[role])
            ours += bool(mine)
            right += any(Parties.heads(parties.candidates[i].span, s) for i in mine for s in spans)
        print(f"{role}: {f1(right, ours, gold)}")


def figures(deeds, parties, count, judged):
    """Over `count` folds of the stories, of which only the first `judged` are read; passages are in every training."""
    for name, of, loss, outs in (("deeds", deeds, deed_loss(deeds), sum(DEED_OUTS.values())), ("parties", parties, party_loss(parties), len(ROLES))):
        folds = np.array([number if number == PASSAGES else number % count for number in (of.story_of[c.report] for c in of.candidates)])
        all_outs, order = [], []
        for k in range(judged):
            use, held = np.where(folds != k)[0], np.where(folds == k)[0]
            learner = Learner(of.candidates, outs, loss, use).learn(use)
            all_outs.append(learner.outs_of(held))
            order.append(held)
        all_outs, order = np.concatenate(all_outs), np.concatenate(order)
        if name == "deeds":
            for threshold in (-1.5, -1, -0.5, 0, 0.5):
                deed_figures(of, all_outs, order, threshold)
            for bonus, veto in ((99, -99), (99, -3), (99, -2), (99, -1), (4, -2), (2, -2), (2, -1), (1, -2), (1, -1), (0, -1)):
                deed_figures(of, all_outs, order, LEAST_EVENT, bonus, veto)
        else:
            party_figures(of, dict(zip(order.tolist(), all_outs.argmax(1).tolist())))


# ---- the file -----------------------------------------------------------------------------------------------------


def whole(values, scale, kind):
    """Numbers as whole ones in units of 1 / scale; what is too large is cut."""
    info = np.iinfo(kind)
    return np.clip(np.rint(np.asarray(values, dtype=np.float64) * scale), info.min, info.max).astype(kind)


def net_bytes(learner):
    """A net in the form that src/account/event_model.h tells: those of the learner side by side, their outs' mean."""
    table = np.concatenate([n.table.weight.detach().numpy()[:-1] for n in learner.nets], axis=1)
    dense = np.concatenate([n.dense.weight.detach().numpy() for n in learner.nets])
    dense_bias = np.concatenate([n.dense.bias.detach().numpy() for n in learner.nets])
    outs = np.concatenate([n.out.weight.detach().numpy() for n in learner.nets], axis=1) / NETS
    bias = sum(n.out.bias.detach().numpy() for n in learner.nets) / NETS
    cut = np.abs(table) > 127 / 64
    print(f"{len(learner.keys.list)} keys, {table.shape[1]} hidden, {cut.mean():.5f} of the table cut")
    sizes = np.array([len(learner.keys.list), dense.shape[1], dense.shape[0], len(outs)], dtype="<u4")
    return b"".join(
        part.tobytes()
        for part in (
            sizes,
            learner.keys.list.astype("<u4"),
            whole(table, 64, np.int8),
            whole(dense, SCALE * 2**18, np.dtype("<i2")),
            whole(dense_bias, 2**12, np.dtype("<i4")),
            whole(outs, 2**10, np.dtype("<i2")),
            whole(bias, 2**22, np.dtype("<i4")),
        )
    )


def sign_bytes(learner):
    """The nets of signs side by side, their outs' mean."""
    weights = np.concatenate([n.sign.weight.detach().numpy() for n in learner.nets])
    bias = np.concatenate([n.sign.bias.detach().numpy() for n in learner.nets])
    outs = np.concatenate([n.sign_out.weight.detach().numpy() for n in learner.nets], axis=1)
    sizes = np.array([weights.shape[1], weights.shape[0]], dtype="<u4")
    parts = [sizes, whole(weights, SIGN_SCALE * 2**16, np.dtype("<i2")), whole(bias, 2**16, np.dtype("<i4"))]
    return b"".join(part.tobytes() for part in [*parts, whole(outs / NETS, 2**10, np.dtype("<i2"))])


def write(deeds, parties, data, out):
    meaning = (data / "models" / "meaning.bin").read_bytes()[24:32]  # its checksum
    deed_learner = Learner(deeds.candidates, sum(DEED_OUTS.values()), deed_loss(deeds)).learn(np.arange(len(deeds.candidates)))
    party_learner = Learner(parties.candidates, len(ROLES), party_loss(parties)).learn(np.arange(len(parties.candidates)))
    body = meaning + net_bytes(deed_learner) + sign_bytes(deed_learner) + net_bytes(party_learner)
    out.write_bytes(b"CREVNT02" + struct.pack("<Q", xxhash.xxh3_64_intdigest(body)) + body)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path, default=ROOT / "build/release/training/event_looks")
    parser.add_argument("--program-data", type=Path, default=ROOT / "data", help="the tables and models to learn with")
    parser.add_argument("--out", type=Path, default=ROOT / "data/models/events.weights")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--judged", type=int, help="how many of the folds are read; default: all")
    parser.add_argument("--silver", type=Path, help="what a teacher labelled (training/event_teacher.py)")
    parser.add_argument("--silver-share", type=float, default=1.0, help="the share of its texts to learn from")
    parser.add_argument("--passages", type=float, default=1.0, help="the share of the passages' files to learn from")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    passages = [*event_corpus.passages(), *event_corpus.shorts()]
    for story in passages:
        names = sorted(story.reports)[: round(arguments.passages * len(story.reports))]
        story.reports = {name: story.reports[name] for name in names}
    deeds = Deeds(arguments.tool, arguments.program_data, list(event_corpus.stories("train")), passages)
    parties = Parties(arguments.tool, arguments.program_data, deeds)
    print(f"{len(deeds.candidates)} candidates, {int((deeds.event == 1).sum())} triggers, {deeds.lost} lost; {len(parties.candidates)} parties", flush=True)
    if arguments.silver:
        add_silver(arguments.tool, arguments.program_data, arguments.silver, arguments.silver_share, deeds, parties)
    if arguments.folds:
        return figures(deeds, parties, arguments.folds, arguments.judged or arguments.folds)
    write(deeds, parties, arguments.program_data, arguments.out)


if __name__ == "__main__":
    main()
