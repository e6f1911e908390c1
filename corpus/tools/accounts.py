"""Gold Accounts: what a perfect reader of each report would hand on, in the dossier's shapes; and the dossier of a
story made of them.

Entity ids hold across the reports of a story (`e:<story>:<KEY>`); words in place that have no key get an entity of
their report.
"""

import calendar
import datetime
import re

import model

ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|St|Rev|Hon|No|vs|Co|Ltd|Inc|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.$"
)
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")


def sentence_of(report, span):
    """The sentence of a span, by full stops and a few abbreviations: good enough to show where a trigger stands."""
    area = report.paragraphs[report.paragraph_of(span) - 1]
    start = area.start
    for m in SENTENCE_END.finditer(report.text, area.start, area.end):
        if ABBREVIATIONS.search(report.text[start : m.start() + 1]):
            continue
        if m.end() > span.start:
            return model.Span(start, max(m.end(), span.end))
        start = m.end() + len(report.text[m.end() : area.end]) - len(report.text[m.end() : area.end].lstrip())
    return model.Span(start, area.end)


def month_end(year, month):
    return calendar.monthrange(year, month)[1]


SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}


def interval(value):
    """First day, last day and grain of a TIMEX3 value or an ISO range; None for what is no place in the calendar."""
    if ".." in value:
        first, last = (interval(v) for v in value.split(".."))
        return first[0], last[1], "day"
    m = re.match(r"(\d{4})-(\d{2})-(\d{2})(T.*)?$", value)
    if m:
        day = value[:10]
        clock = m.group(4) or ""
        grain = "minute" if ":" in clock else "hour" if clock else "day"
        return day, day, grain
    m = re.match(r"(\d{4})-(\d{2})$", value)
    if m:
        return value + "-01", f"{value}-{month_end(int(m.group(1)), int(m.group(2))):02d}", "month"
    m = re.match(r"(\d{4})-W(\d{2})(-WE|-\d)?$", value)
    if m:
        day = lambda n: datetime.date.fromisocalendar(int(m.group(1)), int(m.group(2)), n).isoformat()  # noqa: E731
        if m.group(3) == "-WE":
            return day(6), day(7), "day"
        if m.group(3):
            return day(int(m.group(3)[1])), day(int(m.group(3)[1])), "day"
        return day(1), day(7), "week"
    m = re.match(r"(\d{4})-(SP|SU|FA|WI|Q\d|H\d)$", value)
    if m:
        lo, hi = (SEASONS | PARTS)[m.group(2)]
        year = int(m.group(1))
        last = year + (hi < lo)
        return (
            f"{year}-{lo:02d}-01",
            f"{last}-{hi:02d}-{month_end(last, hi):02d}",
            "season" if m.group(2) in SEASONS else "quarter",
        )
    if re.match(r"\d{4}$", value):
        return value + "-01-01", value + "-12-31", "year"
    if re.match(r"\d{3}$", value):
        return value + "0-01-01", value + "9-12-31", "decade"
    return None


def span_json(report, span):
    return (
        {"report": report.source_id, "start": span.start, "end": span.end, "exact": report.exact(span)}
        if span
        else None
    )


def date_json(report, value, near=None):
    """The date of an event or statement; the words are those of a time of that value, the nearest before others."""
    if not value:
        return None
    start, end, grain = interval(value)
    times = [t for t in report.times if interval(t.value) and interval(t.value)[:2] == (start, end)]
    times.sort(key=lambda t: (abs(t.span.start - near.start) if near else 0, t.span))
    words = report.exact(times[0].span) if times else ""
    anchor = "text" if re.search(r"\d{4}", words) else "published" if words else "unknown"
    return {"start": start, "end": end, "grain": grain, "zone": None, "text": words, "anchor": anchor}


class Account:
    """The account of one report, made once; `json()` is what is written."""

    def __init__(self, story, report):
        self.story, self.report = story, report
        self.local = {}  # words in place -> entity id

    def entity_id(self, key):
        return f"e:{self.story.id}:{key}"

    def party_id(self, party):
        if party.key:
            return self.entity_id(party.key)
        words = self.report.exact(party.span)
        same = next((m for m in self.report.mentions if m.span == party.span), None)
        if same:
            return self.entity_id(same.key)
        self.local.setdefault(
            words, [f"e:{self.report.source_id}:{re.sub(r'[^a-z0-9]+', '-', words.casefold()).strip('-')}", []]
        )
        if party.span not in self.local[words][1]:
            self.local[words][1].append(party.span)
        return self.local[words][0]

    def own_id(self, letter, name):
        return f"{letter}:{self.report.source_id}:{name}" if name else None

    def span(self, span):
        return span_json(self.report, span)

    def statements(self):
        return [self.statement(s) for s in self.report.statements]

    def content_of(self, statement):
        if statement.content:
            return statement.content
        inner = [s for s in self.report.statements if s.within == statement.id]
        return sorted({c for s in inner for c in self.content_of(s)})

    def statement(self, s):
        via, at = [], s.within
        while at:
            outer = self.report.ids[at]
            for p in outer.speakers[:1]:
                via.append({"source": self.party_id(p), "text": self.span(outer.who or p.span)})
            at = outer.within
        ids = [self.party_id(p) for p in s.speakers]
        row = {
            "id": self.own_id("t", s.id),
            "report": self.report.source_id,
            "speaker": ids[0] if ids else None,
            "speaker_text": self.span(s.who),
            "addressee": next((self.party_id(p) for p in s.addressees), None),
            "act": s.acts[0],
            "cue": self.span(s.cue[0]) if s.cue else None,
            "content": [self.span(c) for c in self.content_of(s)],
            "quotes": [self.span(q) for q in s.quotes],
            "translated": s.translated,
            "within": self.own_id("t", s.within),
            "via": via,
            "anonymous": s.anonymous,
            "negated": s.negated,
            "date": date_json(self.report, s.date, s.who),
        }
        if len(ids) > 1:
            row["speakers"] = ids
        if s.carrier:
            row["carrier"] = True
        return row

    def quantity(self, q):
        return {
            "id": self.own_id("q", q.id),
            "value": q.value,
            "low": q.low,
            "high": q.high,
            "unit": q.unit,
            "of": q.of or None,
            "part_of": self.own_id("q", q.part_of),
            "text": self.span(q.span),
        }

    def event(self, e):
        r = self.report
        return {
            "id": self.own_id("v", e.id),
            "report": r.source_id,
            "type": e.types[0],
            "mode": e.mode or None,
            "contexts": e.contexts,
            "actors": [self.party_id(p) for p in e.actors],
            "recipients": [self.party_id(p) for p in e.recipients],
            "instrument": next((self.party_id(p) for p in e.instrument), None),
            "trigger": self.span(e.trigger),
            "sentence": self.span(sentence_of(r, e.trigger)),
            "date": date_json(r, e.date, e.trigger),
            "place": next((self.party_id(p) for p in e.place), None),
            "status": e.status,
            "source": self.own_id("t", e.source),
            "causes": [self.own_id("v", c) for c in e.causes],
            "background": e.background,
            "quantities": [self.quantity(r.ids[q]) for q in e.quantities],
        }

    def entities(self):
        """Entities with their mentions in this report; call it last, when all words in place have been met."""
        rows = []
        for key, entity in self.story.entities.items():
            mentions = [m for m in self.report.mentions if m.key == key]
            if not mentions:
                continue
            level = lambda m: "name" if m.level == "demonym" else m.level  # noqa: E731
            rows.append(
                {
                    "id": self.entity_id(key),
                    "kind": entity.kind,
                    "name": entity.name,
                    "aliases": aliases(self.report, mentions),
                    "roles": [
                        {"role": self.report.exact(o.span), "span": self.span(o.span)}
                        for o in self.report.offices
                        if o.key == key and not o.honorific
                    ],
                    "country": entity.country or None,
                    "sector": entity.sector or None,
                    "nameless": entity.nameless,
                    "mentions": [
                        {
                            "report": self.report.source_id,
                            "start": m.span.start,
                            "end": m.span.end,
                            "exact": self.report.exact(m.span),
                            "level": level(m),
                        }
                        | ({"demonym": True} if m.level == "demonym" else {})
                        for m in mentions
                    ],
                }
            )
        for words, (name, spans) in self.local.items():
            rows.append(
                {
                    "id": name,
                    "kind": "other",
                    "name": words,
                    "aliases": [],
                    "roles": [],
                    "country": None,
                    "sector": None,
                    "nameless": True,
                    "mentions": [dict(self.span(s), level="nominal") for s in sorted(spans)],
                }
            )
        return rows

    def json(self):
        r = self.report
        statements = self.statements()
        events = [self.event(e) for e in r.events]
        return {
            "source_id": r.source_id,
            "story": self.story.id,
            "outlet": r.header.get("outlet"),
            "published": r.header.get("published"),
            "title": title_of(r),
            "text": r.text,
            "body": body_of(r),
            "furniture": [{"start": f.span.start, "end": f.span.end, "kind": f.kind} for f in r.furniture],
            "credits": [
                {"name": f.name, "span": self.span(f.span)} for f in r.furniture if f.kind == "credit" and f.name
            ],
            "notices": [
                {"kind": f.name, "span": self.span(f.span)} for f in r.furniture if f.kind == "notice" and f.name
            ],
            "entities": self.entities(),
            "offices": [
                {
                    "start": o.span.start,
                    "end": o.span.end,
                    "exact": r.exact(o.span),
                    "entity": self.entity_id(o.key) if o.key else None,
                    "honorific": o.honorific,
                }
                for o in r.offices
            ],
            "times": [
                {
                    "id": self.own_id("x", t.id),
                    "start": t.span.start,
                    "end": t.span.end,
                    "exact": r.exact(t.span),
                    "type": t.type,
                    "value": t.value,
                }
                for t in sorted(r.times, key=lambda t: t.span)
            ],
            "quantities": [self.quantity(q) for q in sorted(r.quantities, key=lambda q: q.span)],
            "statements": statements,
            "events": events,
        }


def aliases(report, mentions):
    count = {}
    for m in mentions:
        if m.level == "name":
            count[report.exact(m.span)] = count.get(report.exact(m.span), 0) + 1
    return [{"text": t, "mentions": n} for t, n in sorted(count.items())]


def title_of(report):
    heads = [f for f in report.furniture if f.kind == "headline"]
    return report.exact(heads[0].span) if heads else None


def body_of(report):
    """The ranges of the text that are the report itself: paragraphs without what is marked as furniture."""
    ranges = []
    for area in report.paragraphs:
        at = area.start
        for f in sorted(report.furniture, key=lambda f: f.span):
            if f.span.start < area.end and area.start < f.span.end:
                if f.span.start > at:
                    ranges.append([at, f.span.start])
                at = max(at, f.span.end)
        if at < area.end:
            ranges.append([at, area.end])
    trimmed = []
    for a, b in ranges:
        words = report.text[a:b]
        a, b = a + len(words) - len(words.lstrip()), a + len(words.rstrip())
        if b > a:
            trimmed.append([a, b])
    return trimmed


# ---- the dossier of a story ------------------------------------------------------------------------------------------


def origin_of(story, evidence):
    """The origin of a piece of evidence: the report's, or the giver's when it lies in a passage that was taken over."""
    home = {r: i for i, (_, reports) in enumerate(story.origins) for r in reports}
    for e in story.edges:
        for mine, _ in e.passages:
            if (
                e.direction == "from"
                and e.report == evidence.report
                and mine.start <= evidence.span.start
                and evidence.span.end <= mine.end
            ):
                return home[e.other]
    return home[evidence.report]


def origins_of(story, claim):
    return claim.origins or [len({origin_of(story, e) for e in claim.support})]


def number(text):
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def dossier(story):
    """What Crossread should hand out for the story, sections by people's notes alone."""
    accounts = {short: Account(story, r) for short, r in story.reports.items()}
    rows = {short: a.json() for short, a in accounts.items()}
    origin_id = lambda i: f"o:{story.id}:{i + 1}"  # noqa: E731
    home = {r: i for i, (_, reports) in enumerate(story.origins) for r in reports}
    kept = ("source_id", "outlet", "title", "text", "body", "furniture", "credits", "notices")
    return {
        "schema_version": "1.0.0",
        "reports": [
            {
                "id": rows[s]["source_id"],
                "origin": origin_id(home[s]),
                "language": "en",
                "published": date_json(r, r.header["published"][:10]),
            }
            | {k: rows[s][k] for k in kept}
            for s, r in story.reports.items()
        ],
        "rejections": [],
        "origins": [
            {
                "id": origin_id(i),
                "label": label,
                "reports": [story.reports[r].source_id for r in reports],
                "passages": [],
            }
            for i, (label, reports) in enumerate(story.origins)
        ],
        "lineage": [lineage_json(story, e) for e in story.edges],
        "stories": [
            {
                "id": f"s:{story.id}:{k}",
                "title": story.header.get("title"),
                "reports": [story.reports[r].source_id for r in reports],
                "follows": [f"s:{story.id}:{f}" for f in follows],
                "storyline": f"l:{story.id}",
            }
            for k, reports, follows in story.parts
        ],
        "entities": merged_entities(rows.values()),
        "statements": [s for r in rows.values() for s in r["statements"] if not s.get("carrier")],
        "events": [e for r in rows.values() for e in r["events"]],
        "claims": [claim_json(story, c, origin_id) for c in story.claims],
        "timeline": [
            {
                "date": date_only(c.date),
                "claim": f"c:{story.id}:{c.key}",
                "time_of": "happening" if c.kind == "event" else "saying",
            }
            for c in sorted((c for c in story.claims if c.date), key=lambda c: (interval(c.date), c.key))
        ],
        "advisories": [],
        "situation": [],
        "changes": [],
    }


def date_only(value):
    return dict(zip(("start", "end", "grain"), interval(value))) if value else None


def lineage_json(story, e):
    a, b = story.reports[e.report], story.reports[e.other]
    words = lambda r, spans: sum(len(r.exact(s).split()) for s in spans)  # noqa: E731
    mine = words(a, [p[0] for p in e.passages])
    return {
        "report": a.source_id,
        "other": b.source_id,
        "kind": e.kinds[0],
        "direction": e.direction,
        "shared_words": mine,
        "share_of_report": round(mine / len(a.text.split()), 2),
        "share_of_other": round(words(b, [p[1] for p in e.passages]) / len(b.text.split()), 2),
        "passages": [{"report": span_json(a, p), "other": span_json(b, q)} for p, q in e.passages],
    }


def merged_entities(accounts):
    merged = {}
    for account in accounts:
        for e in account["entities"]:
            row = merged.setdefault(e["id"], dict(e, aliases={}, mentions=[], roles=[]))
            row["mentions"] += e["mentions"]
            row["roles"] += e["roles"]
            for m in e["mentions"]:
                if m["level"] != "pronoun":
                    row["aliases"][m["exact"]] = row["aliases"].get(m["exact"], 0) + 1
    for row in merged.values():
        row["aliases"] = [{"text": t, "mentions": n} for t, n in sorted(row["aliases"].items())]
    return list(merged.values())


def claim_json(story, c, origin_id):
    evidence = lambda e: span_json(story.reports[e.report], e.span)  # noqa: E731
    own = lambda e: f"{'t' if e.by[0] in 'sc' else 'v'}:{story.reports[e.report].source_id}:{e.by}"  # noqa: E731
    entity = lambda k: f"e:{story.id}:{k}"  # noqa: E731
    position = lambda p: {
        "value": number(p.value),
        "holders": [entity(k) for k in p.holders],  # noqa: E731
        "origins": sorted({origin_id(origin_of(story, e)) for e in p.evidence}),
        "held": date_only(p.held),
        "supersedes": number(p.supersedes) if p.supersedes else None,
        "evidence": [evidence(e) for e in p.evidence],
    }
    return {
        "id": f"c:{story.id}:{c.key}",
        "storyline": f"l:{story.id}",
        "kind": c.kind,
        "summary": c.summary,
        "date": date_only(c.date),
        "support": [
            {"evidence": evidence(e), "by": own(e), "origin": origin_id(origin_of(story, e)), "root": None}
            for e in c.support
        ],
        "dissent": [
            {"evidence": evidence(e), "by": own(e), "origin": origin_id(origin_of(story, e)), "why": why}
            for why, e in c.dissent
        ],
        "reports": len({e.report for e in c.support}),
        "origins": origins_of(story, c)[0],
        "slots": [
            {
                "slot": s.slot,
                "unit": s.unit or None,
                "of": s.of or None,
                "positions": [position(p) for p in s.positions],
                "verdict": s.verdicts[0],
            }
            for s in c.slots
        ],
    }
