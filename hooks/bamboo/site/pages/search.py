"""The search page: what to type, and queries to try."""

from __future__ import annotations

from bamboo.graph.claims import Graph
from bamboo.site.blocks.examples import Example, queries


def search(graph: Graph) -> tuple[Example, ...]:
    """The queries to try."""
    return queries(graph)
