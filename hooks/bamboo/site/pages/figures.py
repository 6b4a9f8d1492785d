"""The index of figures, by main theme, with the newest observation of each."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.site.blocks.chart import Smalls, small_of_all
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.numbers import Numbers, of_two_periods


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Indicators of one theme, each with its newest observation."""

    anchor: str
    heading: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The index of indicators."""

    lead: str
    charts: Smalls
    numbers: tuple[Numbers, ...]
    groups: tuple[FigureGroup, ...]


def figures(graph: Graph) -> FiguresView:
    """The index of indicators, by main theme."""
    groups: dict[str, list[FigureRow]] = {}
    for ident, entry in graph.library.indicators.items():
        newest = graph.naming("indicators", ident)[0]
        groups.setdefault(entry.record.themes[0], []).append(row(graph, newest))
    order = sorted(groups, key=lambda theme: (-len(groups[theme]), theme))
    return FiguresView(
        lead=f"{english.counted(len(graph.library.indicators), 'figure')}, each with its newest value here.",
        charts=small_of_all(graph),
        numbers=of_two_periods(graph),
        groups=tuple(
            FigureGroup(f"theme-{theme}", graph.name("themes", theme), tuple(groups[theme]))
            for theme in order
        ),
    )
