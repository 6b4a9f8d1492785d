"""The page of one fact: the claim, its quotes in their surroundings, what rests on the same words."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo import addresses, wording
from bamboo.graph import Cited, Claim, Graph
from bamboo.views import parts
from bamboo.views.parts import Card, Group, Link, QuoteView

SURROUNDINGS = 160  # characters of the seed shown on each side of a quote


@dataclass(frozen=True, slots=True)
class QuoteInPlace:
    """A quote with the words around it in the seed (empty where the line begins or ends)."""

    quote: QuoteView
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FactView:
    """The page of one fact."""

    card: Card
    quotes: tuple[QuoteInPlace, ...]
    years: tuple[Link, ...]
    relation: str
    beside: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FactsView:
    """The index of all claims, by year."""

    lead: str
    groups: tuple[Group, ...]


def fact(graph: Graph, claim: Claim) -> FactView:
    """The page of one fact."""
    relation = claim.relation
    return FactView(
        card=parts.card(graph, claim),
        quotes=tuple(_in_place(graph, cited) for cited in claim.evidence),
        years=tuple(Link(str(year), addresses.year(year)) for year in claim.years),
        relation=relation.change if relation else "",
        beside=tuple(Link(other.text, other.url) for other in _same_words(graph, claim)),
    )


def _same_words(graph: Graph, claim: Claim) -> list[Claim]:
    """Other claims that rest on a passage overlapping one of this claim's, in order of the site."""
    found = []
    for other in {o.id: o for source in claim.sources for o in graph.about("sources", source)}.values():
        if other.id != claim.id and any(
            a.source == b.source and a.start < b.end and b.start < a.end
            for a in claim.evidence
            for b in other.evidence
        ):
            found.append(other)
    return found


def _in_place(graph: Graph, cited: Cited) -> QuoteInPlace:
    text = graph.seed(cited.source).text
    line_start = text.rfind("\n", 0, cited.start) + 1
    line_end = text.find("\n", cited.end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[line_start : cited.start]
    after = text[cited.end : line_end]
    if len(before) > SURROUNDINGS:
        before = "… " + before[-SURROUNDINGS:].partition(" ")[2]
    if len(after) > SURROUNDINGS:
        after = after[:SURROUNDINGS].rpartition(" ")[0] + " …"
    return QuoteInPlace(parts.quote(graph, cited), before, after)


def facts(graph: Graph) -> FactsView:
    """The index of all facts."""
    claims = [claim for claim in graph.claims.values() if not claim.indicator]
    return FactsView(
        lead=f"{wording.counted(len(claims), 'fact')}, by the year they are about, newest first.",
        groups=parts.by_year(graph, claims),
    )
