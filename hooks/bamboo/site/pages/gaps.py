"""What no source says, told apart from what is said: by partner, theme, figure and source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import covered, parts
from bamboo.site.blocks.matrix import Matrix, entity_row, indicator_row, matrix
from bamboo.site.blocks.parts import Link
from bamboo.site.pages.partners import KIND_HEADINGS
from bamboo.site.pages.source import details

NO_STATEMENT = "a gap in these texts is not a statement about the world"

OPEN = 24  # partners of one kind: more of them are folded, to be opened with one click

MEANING = {
    "country": "A gap for a country means that no claim about that year names it; what there was between it "
    f"and Vietnam then stays open, and {NO_STATEMENT}.",
    "organisation": "A gap for an organisation means that no claim about that year names it; what Vietnam "
    f"did there then stays open, and {NO_STATEMENT}.",
    "group": "A gap for a group, forum or region means that no claim about that year names it as such, even "
    f"where claims name some who belong to it, and {NO_STATEMENT}.",
    "company": "A gap for a company means that no claim about that year names it; what dealings it had with "
    f"Vietnam then stays open, and {NO_STATEMENT}.",
}


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
class NotStated:
    """What a source does not state of itself."""

    source: Link
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapsView:
    """The page of gaps."""

    lead: str
    why: str
    missing: str
    contents: tuple[Link, ...]
    kinds: tuple[KindPart, ...]
    themes: Matrix
    figures: Matrix
    figures_lead: str
    sources: tuple[NotStated, ...]


def gaps(graph: Graph) -> GapsView:
    """The page of gaps."""
    years = covered.covered(graph)
    found = tuple(_kinds(graph, years))
    incomplete = _incomplete(graph, years)
    return GapsView(
        lead=f"What {english.counted(len(graph.library.sources), 'text')} say and what they leave open. "
        f"The page speaks of these texts only: {NO_STATEMENT}.",
        why=covered.why(graph),
        missing=covered.NOT_IN_SOURCES,
        contents=contents(graph),
        kinds=found,
        themes=matrix(
            covered.links(graph),
            (
                entity_row(graph, "themes", ident, years)
                for ident in _by_name(graph, graph.library.themes, "themes")
            ),
        ),
        figures=matrix(covered.links(graph), (indicator_row(graph, ident, years) for ident in incomplete)),
        figures_lead=f"{english.counted(len(incomplete), 'figure')} with a value for at least one of the "
        "years compared, but not for all of them (computed). A cell counts the quotes that give a value.",
        sources=tuple(_not_stated(graph)),
    )


def contents(graph: Graph) -> tuple[Link, ...]:
    """The parts of the page, each with how many gaps it shows."""
    years = covered.covered(graph)
    partners = [entity_row(graph, "partners", ident, years) for ident in graph.library.partners]
    themes = [entity_row(graph, "themes", ident, years) for ident in graph.library.themes]
    counts = (
        (
            "partners",
            "Partners without a claim in some year",
            sum(any(c.to is None for c in row.cells) for row in partners),
        ),
        (
            "themes",
            "Themes without a claim in some year",
            sum(any(c.to is None for c in row.cells) for row in themes),
        ),
        ("tiers", "Partners without a stated tier", len(graph.library.partners) - len(_with_tier(graph))),
        ("figures", "Figures without a value in some year", len(_incomplete(graph, years))),
        (
            "sources",
            "Texts that do not state all of themselves",
            sum(1 for row in _not_stated(graph) if row.missing),
        ),
    )
    return tuple(
        Link(label, f"{addresses.GAPS}#{anchor}", english.number(many)) for anchor, label, many in counts
    )


def _kinds(graph: Graph, years: tuple[int, ...]) -> Iterable[KindPart]:
    tiered = _with_tier(graph)
    for kind, heading in KIND_HEADINGS.items():
        here = [i for i in graph.library.partners if graph.library.partners[i].record.kind == kind]
        if not here:
            continue
        order = _by_name(graph, here, "partners")
        rows = matrix(covered.links(graph), (entity_row(graph, "partners", i, years) for i in order))
        without = [ident for ident in order if ident not in tiered]
        yield KindPart(
            anchor=f"kind-{kind}",
            heading=heading,
            meaning=MEANING[kind],
            matrix=rows,
            summary=f"{heading} ({english.number(len(here))}): {rows.summary}",
            open=len(here) <= OPEN,
            without_tier=parts.counted_links(graph, "partners", without),
            tier_summary=f"{heading}: {english.number(len(without))} of {english.number(len(here))}",
        )


def _with_tier(graph: Graph) -> set[str]:
    return {claim.relation.partner for claim in graph.claims.values() if claim.relation}


def _incomplete(graph: Graph, years: tuple[int, ...]) -> list[str]:
    """Indicators with a value for some of these years but not for all, by name."""
    found = []
    for ident in graph.library.indicators:
        given = {year for claim in graph.about("indicators", ident) for year in claim.years} & set(years)
        if given and len(given) < len(years):
            found.append(ident)
    return _by_name(graph, found, "indicators")


def _not_stated(graph: Graph) -> Iterable[NotStated]:
    for ident, entry in graph.library.sources.items():
        missing = tuple(detail.label for detail in details(graph, entry.record) if detail.missing)
        yield NotStated(parts.link(graph, "sources", ident), missing)


def _by_name(graph: Graph, idents: Iterable[str], kind: str) -> list[str]:
    return parts.alphabetical(idents, lambda ident: graph.name(kind, ident))
