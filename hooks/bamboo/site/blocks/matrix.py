"""A matrix of counts by year: how many claims there are about each thing, and where there are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import inyears, links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that leads to what is counted; a gap where there is nothing (`to` is None)."""

    year: str
    to: Link | None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing across the years. `total` counts its claims of all years, of those not shown too."""

    of: Link
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Hole:
    """One thing, and the years in which it has nothing, in words."""

    of: Link
    years: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows under years; `gaps` of `size` cells are empty."""

    years: tuple[Link, ...]
    rows: tuple[Row, ...]
    gaps: int
    size: int

    @property
    def summary(self) -> str:
        """How much of it is empty, in words."""
        return f"{english.number(self.gaps)} of {english.number(self.size)} cells are empty"

    @property
    def holes(self) -> tuple[Hole, ...]:
        """The same where a table would have too many cells: what has gaps, each with its years."""
        empty = ((row.of, [int(cell.year) for cell in row.cells if cell.to is None]) for row in self.rows)
        return tuple(Hole(of, english.runs(years)) for of, years in empty if years)


def matrix(years: tuple[Link, ...], rows: Iterable[Row]) -> Matrix:
    """Rows with their gaps counted."""
    found = tuple(rows)
    cells = [cell for row in found for cell in row.cells]
    return Matrix(years, found, sum(1 for cell in cells if cell.to is None), len(cells))


def entity_row(graph: Graph, kind: str, ident: str, years: Iterable[int]) -> Row:
    """Claims about a partner or a theme in each year, leading to that year on its page."""
    claims = graph.naming(kind, ident)

    def cell(year: int) -> Cell:
        here = [claim for claim in claims if year in claim.years]
        return _cell(year, here, inyears.place(graph, (kind, ident), year), "statement")

    return Row(
        links.record(graph, kind, ident), tuple(cell(year) for year in years), english.number(len(claims))
    )


def indicator_row(graph: Graph, ident: str, years: Iterable[int]) -> Row:
    """Quotes that give a figure for each year, leading to its newest observation there."""
    claims = graph.naming("indicators", ident)

    def cell(year: int) -> Cell:
        here = [claim for claim in claims if year in claim.years]
        rows = [row.cited for claim in here for row in claim.reports]
        return _cell(year, rows, here[0].url if here else "", "quote")

    return Row(
        links.record(graph, "indicators", ident),
        tuple(cell(year) for year in years),
        english.number(sum(len(claim.reports) for claim in claims)),
    )


def _cell(year: int, counted: Iterable[Claim | object], to: str, unit: str) -> Cell:
    many = len(list(counted))
    words = english.counted(many, unit)
    number, _, rest = words.partition(" ")
    return Cell(str(year), Link(number, to, rest) if many else None)
