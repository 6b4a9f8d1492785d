"""A figure in large numbers: every value of one or two periods, each leading to its proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.chart import SERIES, cautions, counted, marks
from bamboo.site.blocks.figures import ValueView, row
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Number:
    """A value with its qualifier, leading to its proof; who gives it, apart where they count differently.

    `remark` is what is said of it in brackets.
    """

    value: Link
    remark: str
    given: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class NumbersOf:
    """A period with every value reported for it, none preferred."""

    period: str
    values: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A figure in one or two periods, the earlier first; what is `counted` where each is worded otherwise."""

    figure: Link
    periods: tuple[NumbersOf, ...]
    cautions: tuple[str, ...]
    counted: str


def numbers(graph: Graph, ident: str, claims: Iterable[Claim] | None = None) -> Numbers | None:
    """A figure as large numbers; None where there are so many periods that a chart shows more.

    `claims` are those of its observations that are shown, newest first; all, if they are left out.
    """
    shown = graph.naming("indicators", ident) if claims is None else tuple(claims)
    if not shown or len(shown) >= SERIES:
        return None
    drawn = tuple(mark for claim in reversed(shown) for mark in marks(graph, claim))
    return Numbers(
        figure=links.record(graph, "indicators", ident),
        periods=tuple(_of(graph, claim) for claim in reversed(shown)),
        cautions=cautions(drawn),
        counted=counted(drawn),
    )


def of_two_periods(graph: Graph, idents: Iterable[str]) -> tuple[Numbers, ...]:
    """Of some figures, those with exactly two periods."""
    return _two(numbers(graph, ident) for ident in idents)


def beside_the_year_before(graph: Graph, year: int) -> tuple[Numbers, ...]:
    """The figures of a year that have values for the year before, too."""
    found = []
    for ident in graph.library.indicators:
        claims = graph.naming("indicators", ident)
        whole = {claim.when: claim for claim in claims if claim.when in (str(year), str(year - 1))}
        if str(year) in whole and str(year - 1) in whole:
            found.append(numbers(graph, ident, (whole[str(year)], whole[str(year - 1)])))
    return _two(found)


def _two(found: Iterable[Numbers | None]) -> tuple[Numbers, ...]:
    return tuple(one for one in found if one and len(one.periods) > 1)


def _of(graph: Graph, claim: Claim) -> NumbersOf:
    found = row(graph, claim)
    given: dict[str, list[ValueView]] = {}
    for value in found.values:
        given.setdefault(value.value, []).append(value)
    return NumbersOf(
        found.period,
        tuple(
            Number(Link(value.removesuffix(rows[0].remark).rstrip(), claim.url), rows[0].remark, tuple(rows))
            for value, rows in given.items()
        ),
    )
