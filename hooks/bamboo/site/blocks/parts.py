"""The parts that pages share: links, quotes, claim cards and groups of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bamboo import kinds
from bamboo.cite.work import pieces
from bamboo.data import dates, english
from bamboo.data.seed import bare_letters
from bamboo.graph import addresses, wording
from bamboo.graph.claims import Cited, Claim, Graph
from bamboo.kinds.claims import CLAIMS

# Characters shown on each side of a passage of a text that may not be shown whole.
AROUND = 60

_SPACE = re.compile(r"\s+")

KIND_LABELS = {kind.name: kind.label for kind in CLAIMS}


# What one record is called, and one page about the whole.
ONE_LABELS = {**{kind.name: kind.label for kind in kinds.SUBJECTS}, "years": "year", "pages": "page"}


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the address it leads to, from the site's root."""

    label: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Printed words, the source that prints them, and where they are marked on its page.

    `pieces` are the same words cut where a misprint begins or ends, each with whether it is one.
    `before` and `after` are the words around them in the seed, where a page shows those.
    """

    text: str
    pieces: tuple[tuple[str, bool], ...]
    lang: str
    source: Link
    title: str
    passage: str
    value: str = ""
    scope: str = ""
    context: tuple[QuoteView, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """In what the sources differ, how, and where they stand side by side."""

    kind: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its proof: one visual unit wherever it stands."""

    id: str
    text: str
    address: str
    kind: str
    when: str
    themes: tuple[Link, ...]
    partners: tuple[Link, ...]
    people: tuple[Link, ...]
    terms: tuple[Link, ...]
    said_by: tuple[Link, ...]
    quotes: tuple[QuoteView, ...]
    sources: tuple[Link, ...]
    proof: str
    differs: tuple[DifferenceView, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading. `link` leads to the page about the heading, where there is one."""

    anchor: str
    heading: str
    link: Link | None
    cards: tuple[Card, ...]
    count: str


def link(graph: Graph, kind: str, ident: str, note: str = "") -> Link:
    """Link to the page of a record; a source goes by its short name."""
    label = graph.library.sources[ident].record.short_name if kind == "sources" else graph.name(kind, ident)
    return Link(label, addresses.entity(kind, ident), note)


def links(graph: Graph, kind: str, idents: Iterable[str]) -> tuple[Link, ...]:
    """Links to the pages of records of one kind."""
    return tuple(link(graph, kind, ident) for ident in idents)


def counted_links(graph: Graph, kind: str, idents: Iterable[str]) -> tuple[Link, ...]:
    """Links with the number of claims of each."""
    return tuple(
        link(graph, kind, ident, english.counted(len(graph.about(kind, ident)), "claim")) for ident in idents
    )


def quote(graph: Graph, cited: Cited, value: str = "", scope: str = "") -> QuoteView:
    """A passage as a quote."""
    return QuoteView(
        text=" ".join(cited.text.split()),
        pieces=tuple((_SPACE.sub(" ", text), wrong) for text, wrong in pieces(graph, cited)),
        lang=cited.lang,
        source=link(graph, "sources", cited.source),
        title=graph.name("sources", cited.source),
        passage=cited.address,
        value=value,
        scope=scope,
        context=tuple(quote(graph, inner) for inner in cited.context),
    )


def card(graph: Graph, claim: Claim) -> Card:
    """A claim as a card."""
    values = [
        (wording.value(row.report.value, row.report.qualifier), row.report.scope or "")
        for row in claim.reports
    ]
    values = values or [("", "")] * len(claim.evidence)
    return Card(
        id=claim.id,
        text=claim.text,
        address=claim.url,
        kind=KIND_LABELS[claim.kind],
        when=dates.words(claim.when),
        themes=links(graph, "themes", claim.themes),
        partners=links(graph, "partners", claim.partners),
        people=tuple(link(graph, "people", role.person, role.as_ or "") for role in claim.people),
        terms=links(graph, "terms", claim.terms),
        said_by=tuple(speaker(graph, ident) for ident in claim.said_by),
        quotes=tuple(
            quote(graph, cited, value, scope)
            for cited, (value, scope) in zip(claim.evidence, values, strict=True)
        ),
        sources=links(graph, "sources", claim.sources),
        proof=f"{english.counted(len(claim.evidence), 'quote')} from "
        f"{english.counted(len(claim.sources), 'source')}",
        differs=differences(claim),
        note=claim.note or "",
    )


def differences(claim: Claim) -> tuple[DifferenceView, ...]:
    """How the sources of a claim differ."""
    return tuple(
        DifferenceView(row.kind, row.note, addresses.difference(claim.id, row.kind)) for row in claim.differs
    )


def speaker(graph: Graph, ident: str) -> Link:
    """Who says something: a person, or a text in its own voice."""
    return link(graph, "people" if ident in graph.library.people else "sources", ident)


def cards(graph: Graph, claims: Iterable[Claim]) -> tuple[Card, ...]:
    """Claims as cards, in their order."""
    return tuple(card(graph, claim) for claim in claims)


def group(graph: Graph, anchor: str, heading: str, claims: Sequence[Claim], to: Link | None = None) -> Group:
    """Claims under a heading."""
    return Group(anchor, heading, to, cards(graph, claims), english.counted(len(claims), "claim"))


def by_year(graph: Graph, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Claims under the first year they are about, newest year first."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.years[0], []).append(claim)
    return tuple(
        group(
            graph, addresses.year_anchor(year), str(year), found[year], Link(str(year), addresses.year(year))
        )
        for year in sorted(found, reverse=True)
    )


def together(
    graph: Graph, claims: Iterable[Claim], pick: Callable[[Claim], Iterable[str]], kind: str, but: str = ""
) -> tuple[Link, ...]:
    """Records that `pick` finds in these claims, the most frequent first, with how often."""
    counts: dict[str, int] = {}
    for claim in claims:
        for ident in set(pick(claim)):
            counts[ident] = counts.get(ident, 0) + 1
    counts.pop(but, None)
    order = sorted(counts, key=lambda ident: (-counts[ident], ident))
    return tuple(link(graph, kind, ident, english.counted(counts[ident], "claim")) for ident in order)


def alphabetical(items: Iterable[Any], key: Callable[[Any], str]) -> list[Any]:
    """Items by name as an index orders them: diacritics and case do not count."""
    return sorted(items, key=lambda item: (bare_letters(key(item)), key(item)))
