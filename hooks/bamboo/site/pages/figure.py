"""Figures: one indicator as a table of its reports, the index of all, and the rows of a year."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Entry
from bamboo.site.blocks import links
from bamboo.site.blocks.cards import Card, cards
from bamboo.site.blocks.chart import ChartView, Mark, chart, marks
from bamboo.site.blocks.cite import CiteView, cite
from bamboo.site.blocks.columns import Column, columns
from bamboo.site.blocks.differences import worded
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.related import RelatedList


@dataclass(frozen=True, slots=True)
class Period:
    """One observation with its anchor on the page; `columns` where its sources differ."""

    anchor: str
    row: FigureRow
    card: Card
    columns: tuple[Column, ...]
    worded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """The page of an indicator. `only` is its one value, where there is no second to compare it with."""

    name: str
    unit: str
    counted: str
    themes: tuple[Link, ...]
    related: tuple[RelatedList, ...]
    chart: ChartView | None
    only: Mark | None
    scopes: bool
    csv: Link
    periods: tuple[Period, ...]
    cite: CiteView


def figure(graph: Graph, entry: Entry[Indicator], site_url: str = "") -> FigureView:
    """The page of an indicator."""
    indicator = entry.record
    claims = graph.naming("indicators", entry.id)
    shown = cards(graph, claims)
    compared = chart(graph, entry.id)
    return FigureView(
        name=indicator.name,
        unit=indicator.unit,
        counted=indicator.counted,
        themes=links.records(graph, "themes", indicator.themes),
        related=tuple(
            RelatedList(title, found)
            for title, found in (
                ("Partners", links.records(graph, "partners", indicator.partners)),
                ("Terms", links.records(graph, "terms", indicator.terms)),
            )
            if found
        ),
        chart=compared,
        only=None if compared else marks(graph, claims[0])[0],
        scopes=any(report.report.scope for claim in claims for report in claim.reports),
        csv=Link(f"{entry.id}.csv", addresses.reports(entry.id)),
        periods=tuple(
            Period(
                addresses.observation_anchor(claim.when),
                row(graph, claim),
                card,
                columns(card.quotes) if card.differs else (),
                worded(claim),
            )
            for claim, card in zip(claims, shown, strict=True)
        ),
        cite=cite(graph, graph.naming("indicators", entry.id), site_url),
    )
