"""The index of years."""

from __future__ import annotations

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.year import YEARS
from bamboo.site.blocks import leads
from bamboo.site.blocks.index import IndexEntry, IndexGroup, IndexView
from bamboo.site.blocks.links import Link


def years(graph: Graph) -> IndexView:
    """The index of years."""
    entries = tuple(
        IndexEntry(
            Link(
                str(number),
                addresses.year(number),
                english.counted(graph.many("years", str(number)), "statement"),
            ),
            leads.first_sentence(graph, YEARS.name, str(number)),
        )
        for number in graph.years
    )
    return IndexView(
        f"Statements by the years they are about: {english.counted(len(entries), 'year')}.",
        (IndexGroup("years", "", entries),),
    )
