"""What a page says of a source that was corrected or taken back, with the way to the notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.graph.cautions import Caution
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class CautionView:
    """`source` was `said`, for a reason; `to` leads to the notice or to the source that corrects it."""

    source: Link
    said: str
    why: str
    to: Link | None


def cautions(graph: Graph, found: Iterable[Caution]) -> tuple[CautionView, ...]:
    """Each of them as pages show it."""
    return tuple(
        CautionView(links.record(graph, "sources", one.source), one.when, one.why, _notice(graph, one))
        for one in found
    )


def _notice(graph: Graph, caution: Caution) -> Link | None:
    if caution.by:
        return links.record(graph, "sources", caution.by)
    return Link("the notice", caution.url) if caution.url else None
