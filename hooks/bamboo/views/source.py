"""The page of a source: its card, and the whole text with the cited passages marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bamboo import addresses, coverage, dates, wording
from bamboo.evidence import Span, locate_all
from bamboo.graph import Cited, Graph, definition
from bamboo.load import Entry
from bamboo.model import InLanguage, SetAside, Source
from bamboo.views import parts
from bamboo.views.account import AccountView, account
from bamboo.views.cite import CiteView, cite_sources
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


# Stands for what is left out of a text that may not be shown whole.
LEFT_OUT = Piece("[…]", "", (), (), "")


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the seed, and the claims and definitions that rest on words in it."""

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
    account: AccountView
    whole: bool
    lines: tuple[LineView, ...]
    claims: str
    cite: CiteView


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the index."""

    link: Link
    title: str
    author: Detail
    published: Detail
    about: Detail
    claims: str
    words: str


def source(graph: Graph, entry: Entry[Source]) -> SourceView:
    """The page of a source."""
    claims = graph.about("sources", entry.id)
    words = account(graph, entry.id)
    return SourceView(
        name=parts.name(graph, "sources", entry.id),
        titled=entry.record.title is not None,
        details=tuple(details(graph, entry.record)),
        note=entry.record.note or "",
        lang=entry.record.language,
        account=words,
        whole=entry.record.display == "full",
        lines=tuple(_lines(graph, entry)),
        claims=wording.counted(len(claims), "claim"),
        cite=cite_sources(graph, entry.id),
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
                title=parts.name(graph, "sources", ident),
                author=_detail("Author", wording.listed(card.authors)),
                published=_detail("Published", dates.words(card.published) if card.published else None),
                about=_detail("About", dates.words(card.about) if card.about else None),
                claims=wording.counted(len(graph.about("sources", ident)), "claim"),
                words=wording.counted(coverage.of_source(graph.library, ident).words, "word"),
            )
        )
    return tuple(rows)


def _detail(label: str, value: str | None, link: Link | None = None) -> Detail:
    return Detail(label, value or NOT_STATED, link, missing=not value)


def details(graph: Graph, card: Source) -> Iterable[Detail]:
    """The lines of a source's card."""
    yield _detail("Title", card.title)
    yield _detail("Author", wording.listed(card.authors))
    yield _detail("Publisher", card.publisher)
    yield _detail("Published", dates.words(card.published) if card.published else None)
    yield _detail("Translator", card.translator)
    yield _detail("Address", card.url, Link(card.url, card.url) if card.url else None)
    yield _detail("About", dates.words(card.about) if card.about else None)
    if card.speaker:
        to = parts.link(graph, "people", card.speaker)
        yield _detail("Reports the words of", to.label, to)
    yield _detail("Text file", f"seeds/{card.seed}")
    yield _detail("SHA-256", card.sha256)


def _lines(graph: Graph, entry: Entry[Source]) -> Iterable[LineView]:
    seed = graph.seed(entry.id)
    cited = _cited(graph, entry.id)
    aside, foreign = _card_spans(graph, entry)
    shown = [Span(0, len(seed.text))] if entry.record.display == "full" else _surroundings(cited, seed.text)
    bounds = {at for span in [*cited, *aside, *foreign, *shown] for at in (span.start, span.end)}
    for number, start in enumerate(seed.line_starts, 1):
        end = seed.line_starts[number] - 1 if number < len(seed.line_starts) else len(seed.text)
        if start < end and not any(start < span.end and span.start < end for span in shown):
            continue
        here = {span: found for span, found in cited.items() if span.start < end and start < span.end}
        cuts = sorted({start, end, *(at for at in bounds if start < at < end)})
        pieces = tuple(
            _piece(entry, seed.text, Span(a, b), list(here), aside, foreign)
            if any(span.start <= a and b <= span.end for span in shown)
            else LEFT_OUT
            for a, b in pairwise(cuts)
        )
        about = tuple({to.address: to for links in here.values() for to in links}.values())
        yield LineView(number, pieces, about, _summary(about))


def _summary(about: tuple[Link, ...]) -> str:
    definitions = sum(1 for to in about if to.note == "definition")
    counts = [(len(about) - definitions, "claim"), (definitions, "definition")]
    return wording.listed(wording.counted(many, one) for many, one in counts if many)


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
    )


def _cited(graph: Graph, source: str) -> dict[Span, list[Link]]:
    """The passages of a source that something rests on, each with the claims and definitions that do."""
    found: dict[Span, list[Link]] = {}

    def rest(cited: Cited, to: Link) -> None:
        span = Span(cited.start, cited.end)
        if cited.source == source and to not in found.setdefault(span, []):
            found[span].append(to)

    for claim in graph.about("sources", source):
        for passage in claim.passages():
            rest(passage, Link(claim.text, claim.url, parts.KIND_LABELS[claim.kind]))
    for term in graph.library.terms:
        for cited in definition(graph.library, term):
            for passage in (cited, *cited.context):
                rest(passage, parts.link(graph, "terms", term, "definition"))
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
    """What is shown of a text that may not be shown whole: each passage and a few words around it."""
    return [
        Span(
            text.rfind(" ", 0, max(0, span.start - parts.AROUND)) + 1,
            end if (end := text.find(" ", span.end + parts.AROUND)) >= 0 else len(text),
        )
        for span in cited
    ]
