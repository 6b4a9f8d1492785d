"""The page of one fact: the claim, its quotes in their surroundings, what rests on the same words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bamboo import addresses, wording
from bamboo.graph import Cited, Claim, Graph
from bamboo.views import parts
from bamboo.views.beside import Column, columns
from bamboo.views.parts import Card, Group, Link, QuoteView

SURROUNDINGS = 160  # characters of the seed shown on each side of a quote, where the text is shown whole


@dataclass(frozen=True, slots=True)
class FactView:
    """The page of one fact. Its quotes stand in `columns` where its sources differ, else one by one."""

    card: Card
    quotes: tuple[QuoteView, ...]
    columns: tuple[Column, ...]
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
    quotes = tuple(_in_place(graph, cited) for cited in claim.evidence)
    return FactView(
        card=parts.card(graph, claim),
        quotes=() if claim.differs else quotes,
        columns=columns(quotes) if claim.differs else (),
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


def _in_place(graph: Graph, cited: Cited) -> QuoteView:
    """A quote with the words around it (none where the line begins or ends)."""
    text = graph.seed(cited.source).text
    line_start = text.rfind("\n", 0, cited.start) + 1
    line_end = text.find("\n", cited.end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[line_start : cited.start]
    after = text[cited.end : line_end]
    whole = graph.library.sources[cited.source].record.display == "full"
    most = SURROUNDINGS if whole else parts.AROUND
    if len(before) > most:
        before = "… " + before[-most:].partition(" ")[2]
    if len(after) > most:
        after = after[:most].rpartition(" ")[0] + " …"
    return replace(parts.quote(graph, cited), before=before, after=after)


def facts(graph: Graph) -> FactsView:
    """The index of all facts."""
    claims = [claim for claim in graph.claims.values() if not claim.indicator]
    return FactsView(
        lead=f"{wording.counted(len(claims), 'fact')}, by the year they are about, newest first.",
        groups=parts.by_year(graph, claims),
    )
