"""Figures: one indicator as a table of its reports, the index of all, and the rows of a year."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Entry
from bamboo.site.blocks import links
from bamboo.site.blocks.cards import Card, cards
from bamboo.site.blocks.chart import Key, chart
from bamboo.site.blocks.cite import CiteView, cite
from bamboo.site.blocks.columns import Column, columns
from bamboo.site.blocks.differences import worded
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.numbers import Numbers, numbers
from bamboo.site.blocks.picture import Shown
from bamboo.site.blocks.pictures import series
from bamboo.site.blocks.related import RelatedList
from bamboo.site.charts.standalone import framed


@dataclass(frozen=True, slots=True)
class Period:
    """One observation with its anchor on the page; `columns` where its sources differ."""

    heading: str
    anchor: str
    row: FigureRow
    card: Card
    columns: tuple[Column, ...]
    worded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """The page of an indicator; `numbers` where its periods are too few for a chart."""

    name: str
    counted: str
    themes: tuple[Link, ...]
    related: tuple[RelatedList, ...]
    chart: Shown | None
    signs: tuple[Key, ...]
    numbers: Numbers | None
    scopes: bool
    csv: Link
    periods: tuple[Period, ...]
    cite: CiteView


def figure(graph: Graph, entry: Entry[Indicator], site_url: str = "") -> FigureView:
    """The page of an indicator."""
    indicator = entry.record
    claims = graph.naming("indicators", entry.id)
    every = cards(graph, claims)
    drawn, bars = series(graph, entry.id), chart(graph, entry.id)
    return FigureView(
        name=indicator.name,
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
        chart=framed(drawn, site_url) if drawn else None,
        signs=bars.key if bars else (),
        numbers=numbers(graph, entry.id),
        scopes=any(report.report.scope for claim in claims for report in claim.reports),
        csv=Link(f"{entry.id}.csv", addresses.reports(entry.id), "this table" if drawn else "these numbers"),
        periods=tuple(
            Period(
                english.capital(dates.words(claim.when)),
                addresses.observation_anchor(claim.when),
                row(graph, claim),
                card,
                columns(card.quotes) if card.differs else (),
                worded(claim),
            )
            for claim, card in zip(claims, every, strict=True)
        ),
        cite=cite(graph, graph.naming("indicators", entry.id), site_url),
    )
