"""A claim with its proof: one unit wherever it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import links
from bamboo.site.blocks.cautions import CautionView, cautions
from bamboo.site.blocks.differences import DifferenceView, differences, mark
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.quotes import QuoteView, quote


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its proof: one visual unit wherever it is."""

    id: str
    title: Link
    text: str
    address: str
    kind: str
    when: str
    themes: tuple[Link, ...]
    partners: tuple[Link, ...]
    people: tuple[Link, ...]
    terms: tuple[Link, ...]
    said_by: tuple[Link, ...]
    """Who says it, each with the role that the quotes print."""
    quotes: tuple[QuoteView, ...]
    sources: tuple[Link, ...]
    proof: str
    differs: tuple[DifferenceView, ...]
    mark: str
    note: str
    caution: str
    """What became of its sources, in two or three words."""
    cautions: tuple[CautionView, ...]


def card(graph: Graph, claim: Claim) -> Card:
    """A claim as a card."""
    return graph.once_for("card", claim, lambda: _card(graph, claim))


def _card(graph: Graph, claim: Claim) -> Card:
    values = [(row.words, row.report.scope or "") for row in claim.reports]
    values = values or [("", "")] * len(claim.evidence)
    return Card(
        id=claim.id,
        title=links.claim(claim),
        text=claim.text,
        address=claim.url,
        kind=CLAIM[claim.kind].label,
        when=dates.words(claim.when),
        themes=links.records(graph, "themes", claim.themes),
        partners=links.records(graph, "partners", claim.partners),
        people=tuple(links.record(graph, "people", role.person, role.as_ or "") for role in claim.people),
        terms=links.records(graph, "terms", claim.terms),
        said_by=tuple(links.record(graph, one.kind, one.id, one.role) for one in claim.speakers),
        quotes=tuple(
            quote(graph, cited, value, scope)
            for cited, (value, scope) in zip(claim.evidence, values, strict=True)
        ),
        sources=links.records(graph, "sources", claim.sources),
        proof=f"{english.counted(len(claim.evidence), 'quote')} from "
        f"{english.listed(to.label for to in links.records(graph, 'sources', claim.sources))}",
        differs=differences(graph, claim),
        mark=mark(graph, claim),
        note=claim.note or "",
        caution=claim.caution,
        cautions=cautions(graph, claim.cautions),
    )


def cards(graph: Graph, claims: Iterable[Claim]) -> tuple[Card, ...]:
    """Claims as cards, in their order."""
    return tuple(card(graph, claim) for claim in claims)
