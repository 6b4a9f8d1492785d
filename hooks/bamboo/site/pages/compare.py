"""What readers pick side by side, the pages that are ready, and the figures of the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.indicator import INDICATORS
from bamboo.site.blocks import compared, links
from bamboo.site.blocks.figures import FigureRow, most_reported, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.pairs import Ready, ready
from bamboo.site.blocks.sidebyside import KINDS, link
from bamboo.site.comparison import subjects

# Figures in the table of years: those that most sources give. More of them make no page that is read.
FIGURES = 20


@dataclass(frozen=True, slots=True)
class Value:
    """An observation in its cell. `period` only where it is not the whole year."""

    row: FigureRow
    period: str


@dataclass(frozen=True, slots=True)
class FigureCell:
    """What the sources say of one figure in one year; nothing where they say nothing."""

    year: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure across the years."""

    figure: Link
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures given for more than one year; a year without any of them has no column."""

    years: tuple[Link, ...]
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing that can be picked."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Pick:
    """What can be picked of one kind."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of comparisons: what can be picked, ready pages, and the figures of years side by side."""

    picks: tuple[Pick, ...]
    ready: tuple[Ready, ...]
    heading: str
    why: str
    missing: str
    figures: FigureTable
    every: Link


def compare(graph: Graph) -> CompareView:
    """The page of comparisons."""
    years = compared.newest(graph)
    return CompareView(
        picks=tuple(
            Pick(
                KINDS[kind],
                tuple(Choice(f"{kind}/{ident}", link(graph, (kind, ident)).label) for ident in idents),
            )
            for kind, idents in subjects(graph).items()
        ),
        ready=ready(graph),
        heading=f"Figures of {english.listed(map(str, years))}" if years else "No years side by side",
        why=compared.why_newest(graph),
        missing=compared.NOT_IN_SOURCES,
        figures=_table(graph, years),
        every=Link("Every figure with all its values", addresses.index(INDICATORS.name)),
    )


def _table(graph: Graph, years: tuple[int, ...]) -> FigureTable:
    lines = tuple(_lines(graph, years))
    full = [any(line.cells[at].values for line in lines) for at in range(len(years))]
    return FigureTable(
        tuple(compress(compared.links(graph, years), full)),
        tuple(FigureLine(line.figure, tuple(compress(line.cells, full))) for line in lines),
    )


def _lines(graph: Graph, years: tuple[int, ...]) -> Iterator[FigureLine]:
    """Figures with values in several years: those that most sources report, those of one theme together."""
    found = {
        ident: {year: [c for c in graph.naming("indicators", ident) if year in c.years] for year in years}
        for ident in graph.library.indicators
    }
    several = [ident for ident, by_year in found.items() if sum(map(bool, by_year.values())) > 1]
    for ident in _by_theme(graph, several):
        yield FigureLine(
            links.record(graph, "indicators", ident),
            tuple(
                FigureCell(str(year), tuple(_value(graph, claim, year) for claim in claims))
                for year, claims in found[ident].items()
            ),
        )


def _by_theme(graph: Graph, idents: list[str]) -> list[str]:
    themes: dict[str, list[str]] = {}
    for ident in most_reported(graph, idents)[:FIGURES]:
        themes.setdefault(graph.library.indicators[ident].record.themes[0], []).append(ident)
    return [ident for theme in themes.values() for ident in theme]


def _value(graph: Graph, claim: Claim, year: int) -> Value:
    return Value(row(graph, claim), "" if claim.when == str(year) else dates.words(claim.when))
