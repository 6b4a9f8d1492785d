"""Figures: one indicator as a table of its reports, the index of all, and the rows of a year."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses, wording
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Entry
from bamboo.site.blocks import parts
from bamboo.site.blocks.beside import Column, columns
from bamboo.site.blocks.chart import ChartView, Mark, Smalls, chart, marks, small_of_all
from bamboo.site.blocks.cite import CiteView, cite
from bamboo.site.blocks.parts import Card, DifferenceView, Link


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value as one or more sources give it."""

    value: str
    scope: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One observation in a line: what was counted, when, and every value reported."""

    indicator: Link
    period: str
    unit: str
    values: tuple[ValueView, ...]
    observation: Link
    differs: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """One observation with its anchor on the page; `columns` where its sources differ."""

    anchor: str
    row: FigureRow
    card: Card
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """The page of an indicator. `only` is its one value, where there is no second to compare it with."""

    name: str
    unit: str
    counted: str
    themes: tuple[Link, ...]
    partners: tuple[Link, ...]
    terms: tuple[Link, ...]
    chart: ChartView | None
    only: Mark | None
    scopes: bool
    csv: Link
    periods: tuple[Period, ...]
    cite: CiteView


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
    groups: tuple[FigureGroup, ...]


def row(graph: Graph, claim: Claim, scopes: bool = True) -> FigureRow:
    """An observation as a line. Equal values (of equal scope, unless scopes are left out) stand once."""
    assert claim.indicator is not None
    indicator = graph.library.indicators[claim.indicator].record
    values: dict[tuple[str, str], list[str]] = {}
    for report in claim.reports:
        scope = (report.report.scope or "") if scopes else ""
        key = wording.value(report.report.value, report.report.qualifier), scope
        values.setdefault(key, []).append(report.cited.source)
    return FigureRow(
        indicator=parts.link(graph, "indicators", claim.indicator),
        period=dates.words(claim.when),
        unit=indicator.unit,
        values=tuple(
            ValueView(value, scope, parts.links(graph, "sources", dict.fromkeys(sources)))
            for (value, scope), sources in values.items()
        ),
        observation=Link(claim.text, claim.url),
        differs=parts.differences(claim),
    )


def rows_of_year(graph: Graph, year: int, scopes: bool = True) -> tuple[FigureRow, ...]:
    """The observations of a year: those most sources report first, then those of larger themes."""
    claims = [claim for claim in graph.in_year(year) if claim.indicator]
    claims.sort(
        key=lambda claim: (-len(claim.sources), -len(graph.about("themes", claim.themes[0])), claim.id)
    )
    return tuple(row(graph, claim, scopes) for claim in claims)


def figure(graph: Graph, entry: Entry[Indicator], site_url: str = "") -> FigureView:
    """The page of an indicator."""
    indicator = entry.record
    claims = graph.about("indicators", entry.id)
    cards = parts.cards(graph, claims)
    compared = chart(graph, entry.id)
    return FigureView(
        name=indicator.name,
        unit=indicator.unit,
        counted=indicator.counted,
        themes=parts.links(graph, "themes", indicator.themes),
        partners=parts.links(graph, "partners", indicator.partners),
        terms=parts.links(graph, "terms", indicator.terms),
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
            )
            for claim, card in zip(claims, cards, strict=True)
        ),
        cite=cite(graph, graph.about("indicators", entry.id), site_url),
    )


def figures(graph: Graph) -> FiguresView:
    """The index of indicators, by main theme."""
    groups: dict[str, list[FigureRow]] = {}
    for ident, entry in graph.library.indicators.items():
        newest = graph.about("indicators", ident)[0]
        groups.setdefault(entry.record.themes[0], []).append(row(graph, newest))
    order = sorted(groups, key=lambda theme: (-len(groups[theme]), theme))
    observations = sum(1 for claim in graph.claims.values() if claim.indicator)
    return FiguresView(
        lead=f"{english.counted(len(graph.library.indicators), 'figure')} with "
        f"{english.counted(observations, 'observation')}; the newest of each is shown here.",
        charts=small_of_all(graph),
        groups=tuple(
            FigureGroup(f"theme-{theme}", graph.name("themes", theme), tuple(groups[theme]))
            for theme in order
        ),
    )
