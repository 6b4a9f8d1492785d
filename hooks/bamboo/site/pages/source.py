"""The page of a source: its card, and the whole text with the cited passages marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.evidence import coverage
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.source import Source
from bamboo.site.blocks import parts
from bamboo.site.blocks.account import AccountView, account
from bamboo.site.blocks.cite import CiteView, cite_sources
from bamboo.site.blocks.parts import Link
from bamboo.site.blocks.passages import LineView, lines

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the source card; `missing` where the text does not state it."""

    label: str
    value: str
    link: Link | None = None
    missing: bool = False


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
        name=graph.name("sources", entry.id),
        titled=entry.record.title is not None,
        details=tuple(details(graph, entry.record)),
        note=entry.record.note or "",
        lang=entry.record.language,
        account=words,
        whole=entry.record.display == "full",
        lines=tuple(lines(graph, entry)),
        claims=english.counted(len(claims), "claim"),
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
                title=graph.name("sources", ident),
                author=_detail("Author", english.listed(card.authors)),
                published=_detail("Published", dates.words(card.published) if card.published else None),
                about=_detail("About", dates.words(card.about) if card.about else None),
                claims=english.counted(len(graph.about("sources", ident)), "claim"),
                words=english.counted(coverage.of_source(graph.library, ident).words, "word"),
            )
        )
    return tuple(rows)


def _detail(label: str, value: str | None, link: Link | None = None) -> Detail:
    return Detail(label, value or NOT_STATED, link, missing=not value)


def details(graph: Graph, card: Source) -> Iterable[Detail]:
    """The lines of a source's card."""
    yield _detail("Title", card.title)
    yield _detail("Author", english.listed(card.authors))
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
