"""A subject in a year: its statements, and the way to its other years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bamboo import kinds
from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.year import YEARS
from bamboo.site.blocks import inyears, links, take
from bamboo.site.blocks.inyears import InYear
from bamboo.site.blocks.links import Link, Way
from bamboo.site.blocks.sections import Statements, whole


@dataclass(frozen=True, slots=True)
class InYearView:
    """A page of a subject's statements about a year."""

    section: Link
    subject: Link
    every: tuple[Way, ...]
    year: Link
    statements: Statements


def pages(graph: Graph) -> Iterator[InYear]:
    """Those of every subject whose page cannot hold its statements."""
    for subject in take.subjects(graph):
        if subject[0] != YEARS.name:
            yield from inyears.in_years(graph, subject)


def in_year(graph: Graph, of: InYear) -> InYearView:
    """The page of a subject in a year."""
    kind = kinds.BY_NAME[of.kind]
    return InYearView(
        Link(kind.section, addresses.index(kind.name)),
        links.record(graph, of.kind, of.ident),
        inyears.ways(graph, of),
        Link(f"Everything about {of.year}", addresses.year(of.year)),
        whole(graph, of.claims),
    )


def title(graph: Graph, of: InYear) -> str:
    """What the page is called."""
    return f"{graph.name(of.kind, of.ident)} in {of.when}"


def sentence(graph: Graph, of: InYear) -> str:
    """What is on the page."""
    return f"{title(graph, of)}: {english.counted(len(of.claims), 'statement')} with their quotes."
