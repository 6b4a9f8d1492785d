"""An overview: numbered sentences, each with its note, the claims and the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bamboo.graph.cited import Cited
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.overview import Sentence
from bamboo.site.blocks import links, quotes
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.quotes import QuoteView


@dataclass(frozen=True, slots=True)
class Noted:
    """A sentence with its note: `claims` that prove it, and the first words of each source for each."""

    text: str
    number: str
    anchor: str
    claims: tuple[Link, ...]
    quotes: tuple[QuoteView, ...]


Overview = tuple[Noted, ...]


def overview(graph: Graph, sentences: Sequence[Sentence]) -> Overview:
    """What the editors say of a subject, in their order."""
    return tuple(
        noted(graph, number, sentence.says, [graph.claims[ident] for ident in sentence.rests_on])
        for number, sentence in enumerate(sentences, start=1)
    )


def noted(graph: Graph, number: int, text: str, claims: Sequence[Claim]) -> Noted:
    """A sentence with its note."""
    return Noted(
        text,
        str(number),
        f"note-{number}",
        tuple(links.claim(claim) for claim in claims),
        tuple(quotes.quote(graph, cited) for cited in _first(claims)),
    )


def _first(claims: Iterable[Claim]) -> Iterable[Cited]:
    """For each claim the first words of each source; words that prove several claims once."""
    found: dict[str, Cited] = {}
    for claim in claims:
        told = set()
        for cited in claim.evidence:
            if cited.source not in told:
                told.add(cited.source)
                found.setdefault(cited.address, cited)
    return found.values()
