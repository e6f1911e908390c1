"""The gold form of a story, as the dossier's scorer reads it: everything by source id, words of the text and aliases.

A phrase is {report, text, nth, of}; nth and of stand when the words occur more than once in the report. Borders that
the notes leave open stay open: headlines and `opt` notes are optional, an event inside a statement may be asserted or
alleged, a minister may be his country.
"""

import re

import accounts
import model
import notes
import vocabulary as voc

STATE = {"GOV", "MIL", "SPY"}  # who acts for the country
UNIT_KIN = {
    "person": ["person", "people"],
    "percent": ["percent", "%", "per cent"],
    "USD": ["USD", "dollar", "$"],
    "EUR": ["EUR", "euro", "€"],
    "GBP": ["GBP", "pound", "£"],
    "kilometre": ["kilometre", "kilometer", "km"],
    "metre": ["metre", "meter"],
}
OF_KIN = {
    "killed": ["killed", "dead", "death", "victim"],
    "injured": ["injured", "wounded", "hurt"],
    "arrested": ["arrested", "detained"],
}


def phrase(report, span):
    """The phrase of a span, with its place among equals as the scorer counts them."""
    words = report.exact(span)
    bits = [re.escape(b) for b in words.translate(notes.FOLD).split()]
    places = [m.start() for m in re.finditer(r"(?=" + r"\s+".join(bits) + ")", report.text.translate(notes.FOLD))]
    out = {"report": report.source_id, "text": words}
    if len(places) > 1:
        out.update(nth=places.index(span.start) + 1, of=len(places))
    return out


class Gold:
    def __init__(self, story):
        self.story = story
        self.state_of = {
            e.country: k for k, e in story.entities.items() if e.kind == "place" and e.country and k == e.country
        }

    def who(self, report, party):
        """The keys or words that are right for a party; none for a pronoun that stands for nobody we know."""
        if not party.key:
            same = next((m for m in report.mentions if m.span == party.span), None)
            if not same:
                words = report.exact(party.span)
                return [] if words.casefold() in voc.PRONOUNS else [words]
            party = model.Party(key=same.key)
        entity = self.story.entities[party.key]
        if entity.nameless:
            words = {report.exact(m.span) for m in report.mentions if m.key == party.key and m.level == "nominal"}
            out = sorted(words | {entity.name})
        else:
            out = [party.key]
        state = self.state_of.get(entity.country)
        return out + ([state] if entity.sector in STATE and state and state != party.key else [])

    def parties(self, report, found):
        """A list of alternatives for each party; None, which is not scored, when nobody is told."""
        return [w for w in (self.who(report, p) for p in found) if w] or None

    def speakers(self, report, s):
        words = [w for p in s.speakers for w in self.who(report, p)]
        if s.who and words and not any(w in self.story.entities for w in words):
            words += [w for w in [report.exact(s.who)] if w.casefold() not in voc.PRONOUNS]
        return list(dict.fromkeys(words)) or ["*"]

    def in_headline(self, report, span):
        return any(f.span.start <= span.start < f.span.end for f in report.furniture)

    def statement(self, report, s):
        via, at = [], s.within
        while at:
            via.append(self.speakers(report, report.ids[at]))
            at = report.ids[at].within
        row = {
            "report": report.source_id,
            "speaker": self.own_speaker(report, s),
            "acts": s.acts,
            "content": [phrase(report, c) for c in s.content],
            "quotes": [report.exact(q) for q in s.quotes],
            "via": via,
            "anonymous": s.anonymous,
        }
        if s.who:
            row["speaker_text"] = phrase(report, s.who)
        if s.addressees:
            row["addressee"] = [w for p in s.addressees for w in self.who(report, p)]
        if s.optional or s.negated or self.in_headline(report, s.content[0]):
            row["optional"] = True
        if s.negated:
            row["negated"] = True
        return row

    def own_speaker(self, report, s):
        """As for a party, but a minister who speaks is not his country."""
        words = self.speakers(report, s)
        named = [p.key for p in s.speakers if p.key and not self.story.entities[p.key].nameless]
        return named or [w for w in words if w not in self.state_of.values()] or words

    def quantity(self, report, q):
        units = list(dict.fromkeys(UNIT_KIN.get(q.unit, [q.unit]) + (OF_KIN.get(q.of, [q.of]) if q.of else [])))
        return dict(phrase(report, q.span), value=q.value, low=q.low, high=q.high, units=units)

    def event(self, report, e):
        status = ["asserted", "alleged"] if e.source and e.status in ("asserted", "alleged") else [e.status]
        row = dict(
            phrase(report, e.trigger),
            types=e.types,
            status=sorted(status, key=lambda s: s != e.status),
            actors=self.parties(report, e.actors),
            recipients=self.parties(report, e.recipients),
            quantities=[self.quantity(report, report.ids[q]) for q in e.quantities],
        )
        if e.date:
            row["dates"] = [list(accounts.interval(e.date)[:2])]
        if e.mode:
            row["mode"] = [e.mode]
        if e.background:
            row["background"] = True
        if e.optional or self.in_headline(report, e.trigger):
            row["optional"] = True
        return row

    def entities(self):
        """Named entities with the aliases that stand in the reports; in `also` whatever else may be called theirs."""
        rows = []
        names, also = {}, {}
        for r in self.story.reports.values():
            for m in r.mentions:
                if m.level == "name":
                    names.setdefault(r.exact(m.span), set()).add(m.key)
                elif m.level != "pronoun":
                    also.setdefault(r.exact(m.span), set()).add(m.key)
                for words in self.titled(r, m):
                    also.setdefault(words, set()).add(m.key)
        for key, e in self.story.entities.items():
            if e.nameless:
                continue
            mine = sorted(w for w, keys in names.items() if keys == {key} and self.always_named(w))
            more = sorted(w for w, keys in also.items() if keys == {key} and w not in names)
            more += sorted(w for w, keys in names.items() if key in keys and w not in mine)
            rows.append(
                {
                    "key": key,
                    "kind": e.kind,
                    "name": e.name if e.name in mine or not mine else mine[0],
                    "aliases": mine,
                    "also": list(dict.fromkeys(more + [e.name])),
                }
            )
        return rows

    def always_named(self, words):
        """Whether the words are a name wherever they stand: the scorer takes every place of an alias for a mention."""
        return all(
            any(m.level == "name" and m.span.start <= place.start and place.end <= m.span.end for m in r.mentions)
            for r in self.story.reports.values()
            for place in notes.phrase_places(r.text, words, 0, len(r.text))
        )

    def titled(self, report, mention):
        """A name with the office or title right before it."""
        if mention.level != "name":
            return []
        before = [o.span for o in report.offices if o.key == mention.key and 0 <= mention.span.start - o.span.end <= 2]
        return [report.text[o.start : mention.span.end] for o in before]

    def dates(self):
        rows = []
        for r in self.story.reports.values():
            for t in r.times:
                found = accounts.interval(t.value) if t.type != "SET" else None
                if not found or any(
                    f.kind != "headline" and f.span.start <= t.span.start < f.span.end for f in r.furniture
                ):
                    continue
                first, last, grain = found
                values = [[first, last]]
                if t.value.endswith("TNI"):
                    values.append([first, notes.next_day(first)])
                rows.append(
                    {
                        "report": r.source_id,
                        "phrase": r.exact(t.span),
                        "context": phrase(r, context(r, t.span)),
                        "values": values,
                        "grain": [grain] + (["day"] if grain in ("hour", "minute") else []),
                    }
                )
        return rows

    def slots(self):
        rows, compatible = [], []
        for c in self.story.claims:
            for s in c.slots:
                positions = [
                    {"value": accounts.number(p.value), "evidence": [self.evidence(e) for e in p.evidence]}
                    for p in s.positions
                ]
                if set(s.verdicts) & {"disputed", "revised"}:
                    row = {
                        "slots": [s.slot, *s.others] + (["count"] if s.slot == "casualties" else []),
                        "verdicts": s.verdicts,
                        "units": UNIT_KIN.get(s.unit, [s.unit]) if s.unit else [],
                        "positions": positions,
                    }
                    rows.append(dict(row, optional=True) if s.optional else row)
                elif s.verdicts == ["compatible"]:
                    compatible += [
                        {"a": p["evidence"][0], "b": q["evidence"][0], "why": "neither excludes the other"}
                        for i, p in enumerate(positions)
                        for q in positions[:i]
                    ]
        compatible += [
            {"a": self.evidence(a), "b": self.evidence(b), "why": why} for a, b, why in self.story.compatible
        ]
        return rows, compatible

    def evidence(self, e):
        return phrase(self.story.reports[e.report], e.span)

    def lineage(self):
        sid = {s: r.source_id for s, r in self.story.reports.items()}
        direction = {"from": "a_from_b", "to": "b_from_a", "unknown": None}
        told = {frozenset((e.report, e.other)) for e in self.story.edges} | {frozenset(p) for p in self.story.tolerated}
        shorts = list(sid)
        return {
            "edges": [
                {"a": sid[e.report], "b": sid[e.other], "kinds": e.kinds, "direction": direction[e.direction]}
                for e in self.story.edges
                if e.kinds != ["quoted"]
            ],
            "forbidden": [
                [sid[a], sid[b]] for i, b in enumerate(shorts) for a in shorts[:i] if frozenset((a, b)) not in told
            ],
            "tolerated": [
                {"a": sid[a], "b": sid[b], "kinds": ["near", "abridged", "part"], "direction": None}
                for a, b in self.story.tolerated
            ]
            + [
                {"a": sid[e.report], "b": sid[e.other], "kinds": e.kinds, "direction": None}
                for e in self.story.edges
                if e.kinds == ["quoted"]
            ],
        }

    def json(self):
        story, reports = self.story, list(self.story.reports.values())
        sid = {s: r.source_id for s, r in story.reports.items()}
        slots, compatible = self.slots()
        furniture = [
            dict(phrase(r, f.span), kind=f.kind)
            for r in reports
            for f in r.furniture
            if f.kind not in ("headline", "dateline")
        ]
        return {
            "gold_version": 1,
            "corpus": story.id,
            "reports": [
                {
                    "source_id": r.source_id,
                    "outlet": r.header.get("outlet"),
                    "published": r.header["published"][:10],
                    "complete_statements": True,
                    "complete_events": True,
                }
                for r in reports
            ],
            "furniture": furniture,
            "body": [phrase(r, model.Span(*b)) for r in reports for b in accounts.body_of(r)],
            "credits": [
                {"report": r.source_id, "name": f.name}
                for r in reports
                for f in r.furniture
                if f.kind == "credit" and f.name
            ],
            "notices": [
                {"report": r.source_id, "name": f.name}
                for r in reports
                for f in r.furniture
                if f.kind == "notice" and f.name
            ],
            "stories": [{"key": k, "reports": [sid[x] for x in members]} for k, members, _ in story.parts],
            "follows": [{"later": k, "earlier": f} for k, _, follows in story.parts for f in follows],
            "lineage": self.lineage(),
            "origins": [[[sid[x] for x in members] for _, members in story.origins]],
            "entities": self.entities(),
            "not_same": [list(p) for p in story.not_same if not any(story.entities[k].nameless for k in p)],
            "statements": [self.statement(r, s) for r in reports for s in r.statements if not s.carrier],
            "events": [self.event(r, e) for r in reports for e in r.events],
            "slots": slots,
            "compatible": compatible,
            "claims": [
                {
                    "key": c.key,
                    "evidence": [self.evidence(e) for e in c.support],
                    "reports": len({e.report for e in c.support}),
                    "origins": accounts.origins_of(story, c),
                    "kinds": ["event", "statement"],
                }
                for c in story.claims
                if len(c.support) > 1
            ],
            "claims_apart": [{"a": self.evidence(a), "b": self.evidence(b), "why": why} for a, b, why in story.apart],
            "dates": self.dates(),
        }


def context(report, span):
    """The span with a word more on each side, within its paragraph."""
    area = report.paragraphs[report.paragraph_of(span) - 1]
    left = re.search(r"\S+\s*$", report.text[area.start : span.start])
    right = re.match(r"\s*\S+", report.text[span.end : area.end])
    return model.Span(area.start + left.start() if left else span.start, span.end + right.end() if right else span.end)
