"""The page of one fact: the claim, its quotes in their surroundings, what quotes the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bamboo.data import dates, english
from bamboo.evidence.locate import Span
from bamboo.graph import addresses
from bamboo.graph.cited import Cited
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.reading import titles
from bamboo.site.blocks import chronology, links
from bamboo.site.blocks.cards import Card, card
from bamboo.site.blocks.cite import CiteView, cite
from bamboo.site.blocks.columns import Column, columns
from bamboo.site.blocks.differences import worded
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.quotes import QuoteView, quote
from bamboo.site.blocks.surroundings import around

# Other statements from the passage that are shown at most.
BESIDE = 5

# Characters of the seed shown before and after a quote at most. What is
# before it is short, so that the quote itself is in the first screen of a phone.
BEFORE, AFTER = 110, 600

PRECISIONS: dict[dates.Precision, str] = {
    "day": "dated to the day",
    "days": "dated to these days",
    "month": "dated to the month",
    "months": "dated to a period of months",
    "year": "dated to the year",
    "years": "dated to a period of years",
    "open": "the other end is not stated",
}


@dataclass(frozen=True, slots=True)
class Step:
    """The facts before and after this one, among those of one theme."""

    previous: Link | None
    next: Link | None
    among: Link


@dataclass(frozen=True, slots=True)
class Facet:
    """What a claim is filed under, of one kind."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Other claims that quote the same words, then those that quote other words of their sentences.

    `more` leads to the passage in its source, which has all of them, where some are left out here.
    """

    links: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class FactView:
    """The page of one fact. Its quotes are in `columns` where its sources differ, else one by one."""

    title: str
    sentence: str
    """What it states, where the title is shorter."""
    card: Card
    quotes: tuple[QuoteView, ...]
    columns: tuple[Column, ...]
    worded: tuple[str, ...]
    when: str
    years: tuple[Link, ...]
    timeline: Link
    relation: str
    facets: tuple[Facet, ...]
    near: Near | None
    step: Step
    cite: CiteView


def fact(graph: Graph, claim: Claim, site_url: str = "") -> FactView:
    """The page of one fact."""
    relation = claim.relation
    shown = card(graph, claim)
    quotes = tuple(_in_place(graph, cited) for cited in claim.evidence)
    same_words = _resting_on(graph, claim, [Span(cited.start, cited.end) for cited in claim.evidence])
    whole = [around(graph.seed(cited.source), Span(cited.start, cited.end), 0) for cited in claim.evidence]
    near = [other for other in _resting_on(graph, claim, whole) if other not in same_words]
    return FactView(
        title=claim.title,
        sentence=claim.text if titles.bare(claim.text) != claim.title else "",
        card=shown,
        quotes=() if claim.differences else quotes,
        columns=columns(quotes) if claim.differences else (),
        worded=worded(claim),
        when=PRECISIONS[dates.precision(claim.when)],
        years=tuple(Link(str(year), addresses.year(year)) for year in claim.ends),
        timeline=Link("timeline", f"{chronology.page_of(graph, claim)}#at-{claim.id}"),
        relation=relation.change if relation else "",
        facets=tuple(_facets(shown)),
        near=_near(claim, [*same_words, *near]),
        step=_step(graph, claim),
        cite=cite(graph, [claim], site_url),
    )


def _facets(claim: Card) -> Iterable[Facet]:
    for title, found in (
        ("Themes", claim.themes),
        ("Partners", claim.partners),
        ("People", claim.people),
        ("Terms", claim.terms),
        ("Sources", claim.sources),
    ):
        if found:
            yield Facet(title, found)


def _near(claim: Claim, found: Sequence[Claim]) -> Near | None:
    if not found:
        return None
    everything = f"All {english.number(len(found))} in the text"
    more = Link(everything, claim.evidence[0].address) if len(found) > BESIDE else None
    return Near(tuple(_linked(other) for other in found[:BESIDE]), more)


def _linked(claim: Claim) -> Link:
    return links.claim(claim, CLAIM[claim.kind].label)


def _resting_on(graph: Graph, claim: Claim, spans: Sequence[Span]) -> list[Claim]:
    """Other claims with a quote that overlaps one of these stretches, one for each of the claim's quotes.

    Those of the claim's first source come first.
    """
    places = ((cited.source, span) for cited, span in zip(claim.evidence, spans, strict=True))
    order = {source: number for number, source in enumerate(claim.sources)}
    found = [other for other in graph.resting_on(places) if other.id != claim.id]
    return sorted(found, key=lambda other: min(order[source] for source in other.sources if source in order))


def _step(graph: Graph, claim: Claim) -> Step:
    """The facts before and after this one among those of the same main theme, newest first."""
    before, after = graph.entry(_beside, claim.id) or (None, None)
    return Step(before, after, links.record(graph, "themes", claim.themes[0]))


def _beside(graph: Graph) -> dict[str, tuple[Link | None, Link | None]]:
    rows: dict[str, list[Claim]] = {}
    for claim in graph.claims.values():
        if not claim.indicator:
            rows.setdefault(claim.themes[0], []).append(claim)
    return {
        claim.id: (_linked(row[at - 1]) if at else None, _linked(row[at + 1]) if at + 1 < len(row) else None)
        for row in rows.values()
        for at, claim in enumerate(row)
    }


def _in_place(graph: Graph, cited: Cited) -> QuoteView:
    """A quote in its sentence; of a text that is shown whole, with those before and after it in its line."""
    text = graph.seed(cited.source).text
    whole = graph.library.sources[cited.source].record.whole
    shown = around(graph.seed(cited.source), Span(cited.start, cited.end), 1 if whole else 0)
    before = " ".join(text[shown.start : cited.start].split())
    after = " ".join(text[cited.end : shown.end].split())
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + " …"
    # White space between the quote and its surroundings is as the seed has it, folded.
    if text[cited.start - 1 : cited.start].isspace() and before:
        before += " "
    if text[cited.end : cited.end + 1].isspace() and after:
        after = " " + after
    return replace(quote(graph, cited), before=before, after=after)
