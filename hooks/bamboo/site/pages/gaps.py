"""What no source says, apart from what is said: by partner, theme, figure and source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.kinds.partner import PARTNERS
from bamboo.site.blocks import compared, links
from bamboo.site.blocks.gaps import NotStated, by_name, incomplete, not_stated, with_tier
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.matrix import Matrix, entity_row, indicator_row, matrix

NO_STATEMENT = "a gap in these texts is not a statement about the world"

# Cells in all tables: with more of them the page has lists of the years that are missing instead.
CELLS = 500

OPEN = 24  # partners of one kind: more of them are folded, to be opened with one click


@dataclass(frozen=True, slots=True)
class KindPart:
    """Partners of one kind: what a gap means for them, their years, and those without a stated tier."""

    anchor: str
    heading: str
    meaning: str
    matrix: Matrix
    summary: str
    open: bool
    without_tier: tuple[Link, ...]
    tier_summary: str


@dataclass(frozen=True, slots=True)
class GapsView:
    """The page of gaps."""

    lead: str
    why: str
    missing: str
    tables: bool
    kinds: tuple[KindPart, ...]
    themes: Matrix
    figures: Matrix
    figures_lead: str
    sources: tuple[NotStated, ...]


def gaps(graph: Graph) -> GapsView:
    """The page of gaps."""
    years = compared.years(graph)
    found = tuple(_kinds(graph, years))
    some = incomplete(graph, years)
    themes = matrix(
        compared.links(graph, years),
        (
            entity_row(graph, "themes", ident, years)
            for ident in by_name(graph, graph.library.themes, "themes")
        ),
    )
    figures = matrix(compared.links(graph, years), (indicator_row(graph, ident, years) for ident in some))
    return GapsView(
        lead=f"What {english.several(len(graph.library.sources), 'text')} say and what they leave open. "
        f"The page speaks of these texts only: {NO_STATEMENT}.{_unread(graph)}",
        why=compared.why(graph),
        missing=compared.NOT_IN_SOURCES,
        tables=sum(m.size for m in (*(kind.matrix for kind in found), themes, figures)) <= CELLS,
        kinds=found,
        themes=themes,
        figures=figures,
        figures_lead=f"{english.counted(len(some), 'figure')} with a value for at least one of the "
        "years compared, but not for all of them. A cell counts the quotes that give a value.",
        sources=tuple(not_stated(graph)),
    )


def _unread(graph: Graph) -> str:
    """Where texts are still being read, a gap may close without a new text."""
    many = sum(entry.record.in_progress for entry in graph.library.sources.values())
    if not many:
        return ""
    said = f"{english.several(many, 'text')} {'is' if many == 1 else 'are'} still being read"
    return f" {english.capital(said)}, and may close some of these gaps."


def _kinds(graph: Graph, years: tuple[int, ...]) -> Iterable[KindPart]:
    tiered = with_tier(graph)
    for sort in PARTNERS.sorts:
        kind, heading = sort.name, sort.heading
        here = [i for i in graph.library.partners if graph.library.partners[i].record.kind == kind]
        if not here:
            continue
        order = by_name(graph, here, "partners")
        rows = matrix(compared.links(graph, years), (entity_row(graph, "partners", i, years) for i in order))
        # Of others than countries none is to be expected.
        without = [ident for ident in order if kind == "country" and ident not in tiered]
        yield KindPart(
            anchor=f"kind-{kind}",
            heading=heading,
            meaning=f"{PARTNERS.sort(kind).gap}, and {NO_STATEMENT}.",
            matrix=rows,
            summary=f"{heading} ({english.number(len(here))}): {rows.summary}",
            open=len(here) <= OPEN,
            without_tier=links.counted(graph, "partners", without),
            tier_summary=f"{heading}: {english.number(len(without))} of {english.number(len(here))}",
        )
