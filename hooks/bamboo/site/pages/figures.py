"""The index of figures, by main theme, with the newest observation of each.

Where they are too many for a page, each theme has pages of its own, and the index leads there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks.chart import Smalls, small_of_all
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link, Way
from bamboo.site.blocks.numbers import Numbers, of_two_periods
from bamboo.site.blocks.parts import named, parts

# Figures on a page: with them it has some 2,000 elements.
MOST = 50


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Indicators of one theme, each with its newest observation."""

    anchor: str
    heading: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The index of indicators, or those of a theme; `ways` lead to the pages of themes."""

    lead: str
    ways: tuple[Way, ...]
    charts: Smalls | None
    numbers: tuple[Numbers, ...]
    groups: tuple[FigureGroup, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the figures of a theme, where the index cannot hold them all; or a part of these."""

    theme: str
    part: int
    of: int
    idents: tuple[str, ...]

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.figures(self.theme, self.part)


def figures(graph: Graph) -> FiguresView:
    """The index of indicators, by main theme."""
    every = graph.library.indicators
    cut = bool(sheets(graph))
    return FiguresView(
        lead=f"{english.counted(len(every), 'figure')}, each with its newest value {_where(cut)}.",
        ways=_ways(graph, None),
        charts=small_of_all(graph),
        numbers=() if cut else of_two_periods(graph, [*every]),
        groups=() if cut else tuple(_group(graph, *item) for item in _by_theme(graph)),
    )


def _where(cut: bool) -> str:
    return "on the page of its theme" if cut else "here"


def of_theme(graph: Graph, sheet: Sheet) -> FiguresView:
    """A page of the figures of a theme."""
    return FiguresView(
        lead=sentence(graph, sheet),
        ways=_ways(graph, sheet),
        charts=None,
        numbers=of_two_periods(graph, sheet.idents),
        groups=(_group(graph, sheet.theme, sheet.idents),),
    )


def title(graph: Graph, sheet: Sheet) -> str:
    """What the page of a theme is called."""
    return f"Figures under {_name(graph, sheet)}"


def sentence(graph: Graph, sheet: Sheet) -> str:
    """What is on the page of a theme."""
    return f"{english.counted(len(sheet.idents), 'figure')}, each with its newest value here."


def sheets(graph: Graph) -> tuple[Sheet, ...]:
    """The pages of themes; none where the index can hold everything."""
    return graph.once(_sheets)


def _sheets(graph: Graph) -> tuple[Sheet, ...]:
    if len(graph.library.indicators) <= MOST:
        return ()
    return tuple(
        Sheet(theme, part, len(cut), tuple(here))
        for theme, idents in _by_theme(graph)
        for cut in [parts(idents, MOST)]
        for part, here in enumerate(cut, start=1)
    )


def _by_theme(graph: Graph) -> list[tuple[str, list[str]]]:
    """By main theme, the theme with most figures first."""
    themes: dict[str, list[str]] = {}
    for ident, entry in graph.library.indicators.items():
        themes.setdefault(entry.record.themes[0], []).append(ident)
    return sorted(themes.items(), key=lambda item: (-len(item[1]), item[0]))


def _ways(graph: Graph, here: Sheet | None) -> tuple[Way, ...]:
    """To the pages of all themes, with how many figures are on each."""
    return tuple(
        Way(Link(_name(graph, one), one.address, english.number(len(one.idents))), one is here)
        for one in sheets(graph)
    )


def _name(graph: Graph, sheet: Sheet) -> str:
    return named(graph.name("themes", sheet.theme), sheet.part, sheet.of)


def _group(graph: Graph, theme: str, idents: Sequence[str]) -> FigureGroup:
    rows = (row(graph, graph.naming("indicators", ident)[0]) for ident in idents)
    return FigureGroup(f"theme-{theme}", graph.name("themes", theme), tuple(rows))
