"""The reader's own list, which the browser keeps: the page is an empty place that a script fills."""

from __future__ import annotations

from bamboo.graph.claims import Graph


def my_list(graph: Graph) -> None:
    """Nothing is known of it here."""
