"""The pictures of the whole, each with what it says, its source line, and ways to take it away."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph.claims import Graph
from bamboo.site.blocks.picture import Shown
from bamboo.site.blocks.pictures import pictures
from bamboo.site.charts.standalone import framed


@dataclass(frozen=True, slots=True)
class ChartsView:
    """The page of pictures."""

    shown: tuple[Shown, ...]


def charts(graph: Graph, site_url: str = "") -> ChartsView:
    """The page of pictures."""
    return ChartsView(tuple(framed(picture, site_url) for picture in pictures(graph)))
