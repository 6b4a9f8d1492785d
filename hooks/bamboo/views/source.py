"""The page of a source: its card, and the whole text with the cited passages marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bamboo import addresses, coverage, dates, wording
from bamboo.evidence import Span, locate_all
from bamboo.graph import Claim, Graph
from bamboo.load import Entry
from bamboo.model import InLanguage, SetAside, Source
from bamboo.views import parts
from bamboo.views.parts import Link

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the source card; `missing` where the text does not state it."""

    label: str
    value: str
    link: Link | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in which nothing changes: cited by the same claims, set aside or not.

    `starts` are the anchors of the passages that begin here, `passages` those it belongs to.
    """

    text: str
    lang: str
    starts: tuple[str, ...]
    passages: tuple[str, ...]
    set_aside: str
    note: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the seed, and the claims that rest on words in it."""

    number: int
    pieces: tuple[Piece, ...]
    claims: tuple[Link, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source. `lines` joined by line breaks are the seed, letter for letter."""

    name: str
    titled: bool
    details: tuple[Detail, ...]
    note: str
    lang: str
    cited_share: str
    words: str
    whole: bool
    lines: tuple[LineView, ...]
    claims: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the index."""

    link: Link
    published: str
    author: str
    about: str
    claims: str
    words: str


def source(graph: Graph, entry: Entry[Source]) -> SourceView:
    """The page of a source."""
    claims = graph.about("sources", entry.id)
    counts = coverage.of_source(graph, entry.id)
    cited = round(100 * counts.cited / counts.words) if counts.words else 0
    return SourceView(
        name=parts.name(graph, "sources", entry.id),
        titled=entry.record.title is not None,
        details=tuple(_details(graph, entry.record)),
        note=entry.record.note or "",
        lang=entry.record.language,
        cited_share=f"{cited} %",
        words=wording.counted(counts.words, "word"),
        whole=entry.record.display == "full",
        lines=tuple(_lines(graph, entry, claims)),
        claims=wording.counted(len(claims), "claim"),
    )


def sources(graph: Graph) -> tuple[SourceRow, ...]:
    """The index of sources, those with most claims first."""
    rows = []
    for ident, entry in sorted(
        graph.library.sources.items(), key=lambda item: (-len(graph.about("sources", item[0])), item[0])
    ):
        card = entry.record
        rows.append(
            SourceRow(
                link=parts.link(graph, "sources", ident),
                published=dates.words(card.published) if card.published else NOT_STATED,
                author=wording.listed(card.authors) or NOT_STATED,
                about=dates.words(card.about) if card.about else NOT_STATED,
                claims=wording.counted(len(graph.about("sources", ident)), "claim"),
                words=wording.counted(coverage.of_source(graph, ident).words, "word"),
            )
        )
    return tuple(rows)


def _details(graph: Graph, card: Source) -> Iterable[Detail]:
    def detail(label: str, value: str | None, link: Link | None = None) -> Detail:
        return Detail(label, value or NOT_STATED, link, missing=not value)

    yield detail("Title", card.title)
    yield detail("Author", wording.listed(card.authors))
    yield detail("Publisher", card.publisher)
    yield detail("Published", dates.words(card.published) if card.published else None)
    yield detail("Translator", card.translator)
    yield detail("Address", card.url)
    yield detail("About", dates.words(card.about) if card.about else None)
    if card.speaker:
        to = parts.link(graph, "people", card.speaker)
        yield detail("Reports the words of", to.label, to)
    yield detail("Text file", f"seeds/{card.seed}")
    yield detail("SHA-256", card.sha256)


def _lines(graph: Graph, entry: Entry[Source], claims: tuple[Claim, ...]) -> Iterable[LineView]:
    seed = graph.seed(entry.id)
    cited = _cited(entry.id, claims)
    aside, foreign = _card_spans(graph, entry)
    shown = None if entry.record.display == "full" else _surroundings(cited, seed.text)
    bounds = {
        0,
        len(seed.text),
        *(at for span in [*cited, *aside, *foreign] for at in (span.start, span.end)),
    }
    for number, start in enumerate(seed.line_starts, 1):
        end = seed.line_starts[number] - 1 if number < len(seed.line_starts) else len(seed.text)
        if shown is not None and not any(start < span.end and span.start < end for span in shown):
            continue
        here = {span: found for span, found in cited.items() if span.start < end and start < span.end}
        cuts = sorted({start, end, *(at for at in bounds if start < at < end)})
        pieces = tuple(
            _piece(entry, seed.text, Span(a, b), list(here), aside, foreign) for a, b in pairwise(cuts)
        )
        about = {claim.id: claim for found in here.values() for claim in found}
        yield LineView(
            number,
            pieces,
            tuple(Link(claim.text, claim.url, parts.KIND_LABELS[claim.kind]) for claim in about.values()),
            wording.counted(len(about), "claim") if about else "",
        )


def _piece(
    entry: Entry[Source],
    text: str,
    span: Span,
    cited: list[Span],
    aside: dict[Span, str],
    foreign: dict[Span, str],
) -> Piece:
    def covers(other: Span) -> bool:
        return other.start <= span.start and span.end <= other.end

    over = sorted((other for other in cited if covers(other)), key=lambda other: (other.start, other.end))
    lang = next((lang for other, lang in foreign.items() if covers(other)), entry.record.language)
    reason = next((reason for other, reason in aside.items() if covers(other)), "")
    return Piece(
        text=text[span.start : span.end],
        lang=lang if lang != entry.record.language else "",
        starts=tuple(
            addresses.passage_anchor(other.start, other.end) for other in over if other.start == span.start
        ),
        passages=tuple(addresses.passage_anchor(other.start, other.end) for other in over),
        set_aside=reason if reason and not over else "",
        note=wording.counted(len(over), "passage") if over else "",
    )


def _cited(source: str, claims: tuple[Claim, ...]) -> dict[Span, list[Claim]]:
    """The passages of a source that claims rest on, each with its claims."""
    found: dict[Span, list[Claim]] = {}
    for claim in claims:
        for passage in claim.passages():
            if passage.source == source:
                span = Span(passage.start, passage.end)
                if claim not in found.setdefault(span, []):
                    found[span].append(claim)
    return found


def _card_spans(graph: Graph, entry: Entry[Source]) -> tuple[dict[Span, str], dict[Span, str]]:
    """What the card sets aside (with the reason), and what it says is in another language."""
    aside, foreign = {}, {}
    for location in locate_all(graph.library)[entry.file]:
        if isinstance(location.found, Span) and isinstance(location.passage, SetAside):
            aside[location.found] = str(location.passage.reason)
        elif isinstance(location.found, Span) and isinstance(location.passage, InLanguage):
            foreign[location.found] = location.passage.lang
    return aside, foreign


def _surroundings(cited: Iterable[Span], text: str) -> list[Span]:
    """For a text that may not be shown whole: the passages, which are shown with their own lines only."""
    return [span for span in cited if span.start < len(text)]
