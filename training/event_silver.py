"""What the teacher of events says of plain text: `training/event_teacher.py label` and `texts`."""

import json
import time

import numpy as np
import torch

import annotated
import event_corpus
import events
import minilm
import teacher
from event_stretches import ACTS, Places, batches, stretches_of
from event_teacher import SPEECH_ROLES, EventTeacher, Numbers, vectors_of
from events import MODES, ROLES, STATUSES, TYPES

LEAST_TOLD, LEAST_PARTIES, LEAST_CUE = 0.02, 0.3, 0.15  # probabilities of what is written
TEXTS_AT_ONCE = 500


def soft(scores, least, names):
    """name -> probability, of those that have at least `least`."""
    values = np.exp(scores - scores.max())
    values /= values.sum()
    return {name: round(float(v), 3) for name, v in zip(names, values) if v >= least}


def sure(score):
    return 1 / (1 + float(np.exp(-score)))


def deed_row(span, out):
    event, background, types, statuses, modes = np.split(out, np.cumsum(list(events.DEED_OUTS.values()))[:-1])
    mode = int(modes.argmax())
    return {
        "span": span,
        "event": round(sure(event[0]), 3),
        "types": soft(types, 0.03, TYPES),
        "statuses": soft(statuses, 0.03, STATUSES),
        "mode": MODES[mode] if mode < len(MODES) else "",
        "background": round(sure(background[0]), 3),
        "parties": [],
    }


@torch.no_grad()
def vectors_by_stretch(model, numbers, stretches):
    """id of a stretch -> the vectors of its words."""
    found = {}
    for some in batches(stretches):
        for s, vectors in zip(some, vectors_of(model, numbers.of(some))):
            found[id(s)] = vectors[: len(s.words)].clone()
    return found


def deed_rows(model, candidates, places, vectors):
    """(text, token) -> the row of a deed that is likely enough, with the candidate."""
    placed = [(c, *places.word(c.report, c.span[0])) for c in candidates]
    placed = [(c, s, word) for c, s, word in placed if s is not None]
    found = {}
    for begin in range(0, len(placed), 5000):
        part = placed[begin : begin + 5000]
        signs = torch.from_numpy(np.stack([c.signs for c, _, _ in part])).float() * events.SIGN_SCALE
        outs = model.deeds(torch.stack([vectors[id(s)][word] for _, s, word in part]), signs).numpy()
        for (c, _, _), out in zip(part, outs):
            if sure(out[0]) >= LEAST_TOLD:
                found[c.report, c.token] = (deed_row(c.span, out), c)
    return found


def add_parties(model, deeds, candidates, places, vectors):
    placed = []
    for c in candidates:
        row, trigger = deeds[c.report, c.head]
        stretch, word = places.word(c.report, c.span[1] - 1)
        other, at = places.word(c.report, trigger.span[0])
        if stretch is not None and stretch is other and word != at:
            placed.append((row, c, stretch, at, word))
    for begin in range(0, len(placed), 5000):
        part = placed[begin : begin + 5000]
        left = torch.stack([vectors[id(s)][at] for _, _, s, at, _ in part])
        right = torch.stack([vectors[id(s)][word] for _, _, s, _, word in part])
        outs = model.party(left, right, torch.tensor([word - at for _, _, _, at, word in part])).numpy()
        for (row, c, _, _, _), out in zip(part, outs):
            row["parties"].append({"span": c.span, "roles": soft(out, 0.03, ROLES)})


def speech_rows(model, stretch, vectors):
    """Runs of cue words with their act, who speaks and what this cue says; and the words inside any content."""
    cues = model.cue(vectors).float().softmax(-1).numpy()
    inside = model.content(vectors).float().softmax(-1)[:, 1:].sum(-1).numpy()
    rows, last = [], -2
    for i in range(stretch.context, len(stretch.words)):
        if cues[i, 0] > 1 - LEAST_CUE:
            continue
        if i == last + 1:
            rows[-1]["words"].append(stretch.spans[i])
        else:
            right = torch.arange(stretch.context, len(stretch.words))
            outs = model.speech(vectors[i].expand(len(right), -1), vectors[right], right - i).softmax(-1).numpy()
            told = {role: [[*stretch.spans[w], round(float(p), 3)] for w, p in zip(right.tolist(), outs[:, k]) if p >= 0.2]
                    for k, role in enumerate(SPEECH_ROLES) if k}
            acts = {act: round(float(p), 3) for act, p in zip(ACTS, cues[i, 1:]) if p >= 0.03}
            rows.append({"words": [stretch.spans[i]], "cue": round(float(1 - cues[i, 0]), 3), "acts": acts, **told})
        last = i
    said = [[*stretch.spans[i], round(float(inside[i]), 3)] for i in range(stretch.context, len(stretch.words)) if inside[i] >= 0.1]
    return rows, said


@torch.no_grad()
def labels_of(model, numbers, rows, tool, data):
    """For each row of text its labels; every span is bytes of the text. `deeds`: words likely to be triggers, with
    probabilities, and of those above LEAST_PARTIES the parties; `cues`: runs of words of saying, each with its acts,
    the words of the speaker and of what it says; `content`: [begin, end, probability] of words inside what is said."""
    stretches = [s for row in rows for s in stretches_of(row["id"], row["text"])]
    vectors, places = vectors_by_stretch(model, numbers, stretches), Places(stretches)
    deeds = deed_rows(model, event_corpus.looks(tool, data, rows), places, vectors)
    told = [(c, row) for row, c in deeds.values() if row["event"] >= LEAST_PARTIES]
    lines = [f"{c.report} {c.token} {max(row['types'], key=row['types'].get)}" for c, row in told]
    add_parties(model, deeds, event_corpus.looks(tool, data, rows, lines), places, vectors)
    found = {row["id"]: {"id": row["id"], "text": row["text"], "deeds": [], "cues": [], "content": []} for row in rows}
    for (text, _), (row, _) in deeds.items():
        found[text]["deeds"].append(row)
    for s in stretches:
        cues, said = speech_rows(model, s, vectors[id(s)])
        found[s.text]["cues"] += cues
        found[s.text]["content"] += said
    return found.values()


def label(options):
    encoder, pieces = minilm.load(options.encoder, dropout=0.0)
    model, numbers = EventTeacher(encoder), Numbers(pieces)
    model.load_state_dict(torch.load(options.model))
    model.eval()
    rows = [json.loads(line) for line in open(options.texts, encoding="utf-8")]
    began = time.time()
    with open(options.out, "w", encoding="utf-8") as file:
        for begin in range(0, len(rows), TEXTS_AT_ONCE):
            for found in labels_of(model, numbers, rows[begin : begin + TEXTS_AT_ONCE], options.tool, options.program_data):
                file.write(json.dumps(found, ensure_ascii=False) + "\n")
            file.flush()
            print(f"{begin + TEXTS_AT_ONCE} of {len(rows)} texts {time.time() - began:.0f}s", flush=True)


def plain(sentence):
    """The words of a sentence as one writes them."""
    text, after = "", True
    for form in sentence:
        form = form.replace("\u00a0", " ")
        if not after and form not in annotated.GLUED_BEFORE:
            text += " "
        after = form in annotated.GLUED_AFTER
        text += {"``": '"', "''": '"'}.get(form, form)
    return text


def texts(options):
    """News and stories whose makers allow any use, in texts of a few paragraphs: GMB, then MASC."""
    gmb = [[form for form, _ in row] for row in annotated.labelled_rows(options.data / "gmb-train.tsv", "\t")]
    masc = [[form for form, _ in row] for row in teacher.masc_rows(options.masc)] if options.masc else []
    with open(options.out, "w", encoding="utf-8") as file:
        for name, sentences in (("gmb", gmb), ("masc", masc)):
            sentences = [plain(s) for s in sentences if len(s) <= teacher.LONGEST]
            for begin in range(0, len(sentences), 9):
                paragraphs = [" ".join(sentences[k : min(k + 3, begin + 9)]) for k in range(begin, min(begin + 9, len(sentences)), 3)]
                file.write(json.dumps({"id": f"{name}-{begin // 9}", "text": "\n\n".join(paragraphs)}, ensure_ascii=False) + "\n")
