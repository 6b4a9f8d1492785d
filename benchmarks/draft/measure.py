"""How good the suggestions of `bamboo draft` are, on each source with that source's own facts removed.

A source is read as if it had just come: its quotes, its figures' reports and what its card sets aside are
taken out of the data, and with them the claims and names that only it gave. What is then suggested is held
against what editors made of the same text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bamboo.checks import orphans
from bamboo.data.records import Quote
from bamboo.editing.draft.suggestions import Draft, Suggestions, suggest
from bamboo.evidence.locate import Span, locate_all
from bamboo.kinds.library import Entry, Library

HALF = 0.5  # share of the shorter of two passages that the other has, to be about the same words


@dataclass
class Share:
    """So many of so many."""

    hits: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:
        self.hits += hit
        self.of += 1

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.value:.2f}" if self.of else "-"


@dataclass
class Score:
    """Precision and recall of what is a set; a share of right ones of what is one value."""

    precision: Share = field(default_factory=Share)
    recall: Share = field(default_factory=Share)

    def __str__(self) -> str:
        return f"{self.precision} / {self.recall}"


@dataclass
class Measured:
    """One source."""

    source: str
    drafts: int = 0
    again: int = 0
    passages: Score = field(default_factory=Score)
    partners: Score = field(default_factory=Score)
    people: Score = field(default_factory=Score)
    theme: Share = field(default_factory=Share)
    common_theme: Share = field(default_factory=Share)
    any_theme: Share = field(default_factory=Share)
    when: Share = field(default_factory=Share)
    kind: Share = field(default_factory=Share)
    common_kind: Share = field(default_factory=Share)
    told: Score = field(default_factory=Score)


@dataclass(frozen=True)
class Real:
    """A quote of a source as editors used it, and the claim it proves."""

    span: Span
    claim: tuple[str, str]
    entry: Entry[Any]


def without(library: Library, source: str) -> Library:
    """The library as it would be had the source not been read yet."""
    facts = {}
    for ident, fact in library.facts.items():
        if left := [quote for quote in fact.record.evidence if quote.source != source]:
            facts[ident] = replace(fact, record=fact.record.model_copy(update={"evidence": left}))
    indicators = {}
    for ident, figure in library.indicators.items():
        observations = [
            observation.model_copy(update={"reports": left})
            for observation in figure.record.observations
            if (left := [report for report in observation.reports if report.source != source])
        ]
        if observations:
            record = figure.record.model_copy(update={"observations": observations})
            indicators[ident] = replace(figure, record=record)
    card = library.sources[source]
    bare = replace(card, record=card.record.model_copy(update={"set_aside": []}))
    left_over = library.but(facts=facts, indicators=indicators, sources={**library.sources, source: bare})
    # What no claim names any more is not known yet either; themes are the editors' own.
    unused = {finding.location.file for finding in orphans.check(left_over)}
    kept: dict[str, Any] = {
        kind: {ident: entry for ident, entry in library.of(kind).items() if entry.file not in unused}
        for kind in ("partners", "people", "terms")
    }
    return left_over.but(**kept)


def reals(library: Library, source: str) -> list[Real]:
    """Every quote of the source, with its claim: a fact, or a figure and the period of an observation."""
    found = []
    for claims in (library.facts, library.indicators):
        for entry in claims.values():
            for located in locate_all(library)[entry.file]:
                span = located.found
                if located.source == source and isinstance(located.passage, Quote) and isinstance(span, Span):
                    found.append(Real(span, _claim(entry, located.path), entry))
    return found


def measure(library: Library, source: str) -> Measured:
    """Hold the suggestions for a source against what the library has of it."""
    bare = without(library, source)
    return compared(library, bare, source, suggest(bare, source))


def compared(library: Library, bare: Library, source: str, suggestions: Suggestions) -> Measured:
    """The suggestions against the editors' work."""
    real = reals(library, source)
    facts = [one for one in real if one.entry.id in library.facts]
    result = Measured(source, len(suggestions.drafts), len(suggestions.again))
    spans = list(
        dict.fromkeys(
            [draft.span for draft in suggestions.drafts] + [again.span for again in suggestions.again]
        )
    )
    for span in spans:
        result.passages.precision.add(any(_same(span, one.span) for one in real))
    for one in real:
        result.passages.recall.add(any(_same(span, one.span) for span in spans))
    drafted = list({draft.span: draft for draft in suggestions.drafts}.values())
    _names(result.partners, drafted, facts, lambda record: record.partners)
    _names(result.people, drafted, facts, lambda record: [role.person for role in record.people])
    theme, kind = (commonest(bare, one) for one in (lambda fact: fact.themes[0], lambda fact: fact.kind))
    for one in facts:
        best = max(drafted, key=lambda draft: _overlap(draft.span, one.span), default=None)
        if best is None or not _same(best.span, one.span):
            continue
        fact = one.entry.record
        result.theme.add(best.fact.themes[0] == fact.themes[0])
        result.common_theme.add(theme == fact.themes[0])
        result.any_theme.add(fact.themes[0] in (*best.fact.themes, *best.other_themes))
        result.when.add(best.fact.when == fact.when)
        result.kind.add(best.fact.kind == fact.kind)
        result.common_kind.add(("relation" if best.fact.relation else kind) == fact.kind)
    _told(result, bare, real, suggestions)
    return result


def commonest(bare: Library, of: Callable[[Any], str]) -> str:
    """What most of the other facts have: who says so each time has read nothing."""
    return Counter(of(entry.record) for entry in bare.facts.values()).most_common(1)[0][0]


def _names(score: Score, drafts: Sequence[Draft], facts: Sequence[Real], named: Any) -> None:
    """Each name of a draft is one that a fact on these words has; each name of a fact is in such a draft."""
    for draft in drafts:
        beside = [one for one in facts if _same(draft.span, one.span)]
        for name in named(draft.fact) if beside else ():
            score.precision.add(any(name in named(one.entry.record) for one in beside))
    for one in facts:
        near = [draft for draft in drafts if _same(draft.span, one.span)]
        for name in named(one.entry.record) if near else ():
            score.recall.add(any(name in named(draft.fact) for draft in near))


def _told(result: Measured, bare: Library, real: Sequence[Real], suggestions: Suggestions) -> None:
    """Claims that other sources make too, and those that were shown for the same words."""
    known = {(entry.id, "") for entry in bare.facts.values()} | {
        (entry.id, observation.period)
        for entry in bare.indicators.values()
        for observation in entry.record.observations
    }
    truth = [one for one in real if one.claim in known]
    beside = [(again.span, again.similar) for again in suggestions.again]
    beside += [(draft.span, draft.similar) for draft in suggestions.drafts]
    shown = {(span, (like.told.ident, like.told.period)) for span, likes in beside for like in likes}
    for span, claim in sorted(shown, key=lambda pair: (pair[0].start, pair[1])):
        result.told.precision.add(any(claim == one.claim and _same(span, one.span) for one in truth))
    for claim in sorted({one.claim for one in truth}):
        places = [one.span for one in truth if one.claim == claim]
        result.told.recall.add(any(other == claim and _any(span, places) for span, other in shown))


def _claim(entry: Entry[Any], path: tuple[str | int, ...]) -> tuple[str, str]:
    if path[0] == "observations":
        return entry.id, entry.record.observations[path[1]].period
    return entry.id, ""


def _any(span: Span, places: Iterable[Span]) -> bool:
    return any(_same(span, place) for place in places)


def _overlap(one: Span, other: Span) -> float:
    """Share of both together that both have."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= HALF * min(one.end - one.start, other.end - other.start)


def total(rows: Sequence[Measured]) -> Measured:
    """All sources together: every case counts alike."""
    whole = Measured("all")
    for row in rows:
        whole.drafts += row.drafts
        whole.again += row.again
        for name in ("theme", "common_theme", "any_theme", "when", "kind", "common_kind"):
            _add(getattr(whole, name), getattr(row, name))
        for name in ("passages", "partners", "people", "told"):
            _add(getattr(whole, name).precision, getattr(row, name).precision)
            _add(getattr(whole, name).recall, getattr(row, name).recall)
    return whole


def _add(one: Share, other: Share) -> None:
    one.hits += other.hits
    one.of += other.of


HEADINGS = (
    "source", "drafts", "recorded already", "passages", "partners", "people", "recorded elsewhere",
    "main theme", "main theme among three", "when", "kind",
)  # fmt: skip


def table(rows: Sequence[Measured]) -> str:
    """The figures in Markdown: precision / recall, or the share that is right (and that of the commonest)."""
    lines = [f"| {' | '.join(HEADINGS)} |", f"|---|{'---:|' * (len(HEADINGS) - 1)}"]
    for row in (*rows, total(rows)):
        cells = (
            row.source, row.drafts, row.again, row.passages, row.partners, row.people, row.told,
            f"{row.theme} ({row.common_theme})", row.any_theme, row.when, f"{row.kind} ({row.common_kind})",
        )  # fmt: skip
        lines.append(f"| {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(lines)
