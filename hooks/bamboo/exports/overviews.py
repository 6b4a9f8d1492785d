"""Every overview of the graph: what the tables and the lists of objects have of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bamboo import kinds
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds import overview
from bamboo.kinds.home import HOME
from bamboo.kinds.overview import Sentence
from bamboo.kinds.year import YEARS


@dataclass(frozen=True, slots=True)
class Overview:
    """The overview of one record, with the page it is on."""

    kind: str
    id: str
    url: str
    sentences: tuple[Sentence, ...]


def overviews(graph: Graph) -> Iterator[Overview]:
    """Those that are written, in the order of the kinds; years newest first."""
    for kind in kinds.ALL:
        found = graph.library.of(kind.name) if overview.field(kind.record) else {}
        for ident in sorted(found, reverse=kind is YEARS):
            sentences = overview.sentences(found[ident].record)
            if sentences:
                url = addresses.HOME if kind is HOME else addresses.entity(kind.name, ident)
                yield Overview(kind.name, ident, url, tuple(sentences))


def objects(sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """Sentences as JSON has them: `says`, and in `rests_on` the ids of claims."""
    return [sentence.model_dump() for sentence in sentences]
