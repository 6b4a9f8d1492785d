"""The index of themes, by name."""

from __future__ import annotations

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.index import IndexEntry, IndexGroup, IndexView, by_name


def themes(graph: Graph) -> IndexView:
    """The index of themes, by name."""
    entries = [
        IndexEntry(to, graph.library.themes[ident].record.summary)
        for ident, to in zip(
            graph.library.themes, links.counted(graph, "themes", graph.library.themes), strict=True
        )
    ]
    return IndexView(
        f"{english.counted(len(entries), 'theme')}.", (IndexGroup("themes", "", by_name(entries)),)
    )
