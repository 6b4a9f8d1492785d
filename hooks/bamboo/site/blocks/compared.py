"""The years that the sources cover: those with enough claims to be set side by side."""

from __future__ import annotations

from collections.abc import Iterable

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks.links import Link

ENOUGH = 10  # claims about a year; with fewer, hardly anything beside it could be compared

COLUMNS = 8  # years beside each other; more of them could not be read together

NOT_IN_SOURCES = "not in the sources"


def years(graph: Graph) -> tuple[int, ...]:
    """The years with at least ENOUGH claims, earliest first."""
    return tuple(year for year in sorted(graph.years) if graph.many("years", str(year)) >= ENOUGH)


def newest(graph: Graph) -> tuple[int, ...]:
    """The newest of them, as many as can be beside each other."""
    return years(graph)[-COLUMNS:]


def links(graph: Graph, years: Iterable[int]) -> tuple[Link, ...]:
    """Links to the pages of years, each with the number of its claims."""
    return tuple(
        Link(str(year), addresses.year(year), english.counted(graph.many("years", str(year)), "statement"))
        for year in years
    )


def why(graph: Graph) -> str:
    """Which years these are and how they were chosen, in a sentence."""
    chosen = years(graph)
    rule = f"at least {english.counted(ENOUGH, 'statement')}"
    if not chosen:
        return f"No year has {rule}."
    others = [str(year) for year in sorted(graph.years) if year not in chosen]
    fewer = f" {english.listed(others)} {'has' if len(others) == 1 else 'have'} fewer." if others else ""
    return f"The years compared are those with {rule}: {english.listed(map(str, chosen))}.{fewer}"


def why_newest(graph: Graph) -> str:
    """The same where only the newest are shown."""
    cut = len(years(graph)) > COLUMNS
    return why(graph) + (f" The newest {english.spelled(COLUMNS)} of them are here." if cut else "")
