"""The page of a source: its card, and the whole text with the cited passages marked and linked."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.cautions import of_card
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.source import Source
from bamboo.reading import languages
from bamboo.site.blocks import links
from bamboo.site.blocks.card_of_source import Detail, details
from bamboo.site.blocks.cautions import CautionView, cautions
from bamboo.site.blocks.cite import CiteView, cite_sources
from bamboo.site.blocks.coverage import CITED, SELECTED, CoverageView, coverage_of
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.passages import LineView, lines


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source. `lines` joined by line breaks are the seed, letter for letter."""

    name: str
    titled: bool
    details: tuple[Detail, ...]
    note: str
    cautions: tuple[CautionView, ...]
    """What became of it."""
    corrects: tuple[Link, ...]
    """The sources that it corrects."""
    lang: str
    unread: str
    """The language, where the program does not read it."""
    coverage: CoverageView
    shown: str
    part: str
    """Why not the whole text is shown, where it is not."""
    lines: tuple[LineView, ...]
    claims: str
    cite: CiteView


def source(graph: Graph, entry: Entry[Source]) -> SourceView:
    """The page of a source."""
    claims = graph.naming("sources", entry.id)
    shown, part = _shown(entry.record)
    caution = of_card(entry.id, entry.record)
    return SourceView(
        name=graph.name("sources", entry.id),
        titled=entry.record.title is not None,
        details=tuple(details(graph, entry.record)),
        note=entry.record.note or "",
        cautions=cautions(graph, [caution] if caution else []),
        corrects=links.records(graph, "sources", _corrected(graph, entry.id)),
        lang=entry.record.language,
        unread="" if languages.is_read(entry.record.language) else languages.name(entry.record.language),
        coverage=coverage_of(graph, entry.id),
        shown=shown,
        part=part,
        lines=tuple(lines(graph, entry)),
        claims=english.counted(len(claims), "statement"),
        cite=cite_sources(graph, entry.id),
    )


def _corrected(graph: Graph, source: str) -> tuple[str, ...]:
    cards = graph.library.sources.items()
    return tuple(
        ident
        for ident, entry in cards
        if entry.record.corrected_by and entry.record.corrected_by.source == source
    )


def _shown(card: Source) -> tuple[str, str]:
    """The heading of the text, and why not all of it is below."""
    if card.whole:
        return "The whole text", ""
    return ("The chosen passages", SELECTED) if card.selected else ("The cited passages", CITED)
