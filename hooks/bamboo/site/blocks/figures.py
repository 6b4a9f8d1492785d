"""Observations in lines: what was counted, when, and every value that a source gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.differences import mark
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value as one or more sources give it; it ends on its `remark`, if there is one."""

    value: str
    scope: str
    sources: tuple[Link, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One observation in a line: what was counted, when, and every value reported."""

    indicator: Link
    period: str
    values: tuple[ValueView, ...]
    observation: Link
    mark: str


def row(graph: Graph, claim: Claim, scopes: bool = True) -> FigureRow:
    """An observation as a line. Equal values (of equal scope, unless scopes are left out) are there once."""
    assert claim.indicator is not None
    values: dict[tuple[str, str, str], list[str]] = {}
    for report in claim.reports:
        scope = (report.report.scope or "") if scopes else ""
        key = report.words, scope, report.remark
        values.setdefault(key, []).append(report.cited.source)
    return FigureRow(
        indicator=links.record(graph, "indicators", claim.indicator),
        period=dates.words(claim.when),
        values=tuple(
            ValueView(value, scope, links.records(graph, "sources", dict.fromkeys(sources)), remark)
            for (value, scope, remark), sources in values.items()
        ),
        observation=Link(claim.sentence, claim.url),
        mark=mark(graph, claim),
    )


def rows_of_year(graph: Graph, year: int, scopes: bool = True) -> tuple[FigureRow, ...]:
    """The observations of a year: those most sources report first, then those of larger themes."""
    claims = [claim for claim in graph.in_year(year) if claim.indicator]
    claims.sort(key=lambda claim: (-len(claim.sources), -graph.many("themes", claim.themes[0]), claim.id))
    return tuple(row(graph, claim, scopes) for claim in claims)


def most_reported(graph: Graph, idents: Iterable[str]) -> list[str]:
    """Indicators, those that most sources give first."""

    def sources(ident: str) -> int:
        return len({source for claim in graph.naming("indicators", ident) for source in claim.sources})

    return sorted(idents, key=lambda ident: (-sources(ident), ident))
