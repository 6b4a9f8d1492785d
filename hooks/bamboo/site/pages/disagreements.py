"""Where sources differ: a row for each claim, the answers side by side, by kind of difference.

Where they are too many for a page, each kind has pages of its own, and this one leads there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.cards import card
from bamboo.site.blocks.columns import Column, columns
from bamboo.site.blocks.differing import Sheet, anchor, by_kind, differing, kinds, sheets
from bamboo.site.blocks.links import Link, Way

MEANINGS = {
    "value": "The numbers are not the same.",
    "qualifier": "The number is the same, the word before it is not: “over”, “nearly”, “expected”, or none.",
    "definition": "The sources do not count or name the same thing.",
    "period": "The sources give another time, or leave open which time is meant.",
}


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: a value with its unit and what is counted, or the words that give it."""

    value: str
    scope: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source answers; each answer of it once."""

    source: Link
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim under one kind of difference: the answers, and the proof that a fold keeps."""

    anchor: str
    claim: Link
    when: str
    answers: tuple[Answer, ...]
    proof: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class KindPart:
    """One kind of difference."""

    anchor: str
    heading: str
    meaning: str
    count: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """The page: kinds to choose from, then each of them; or a page of one kind, with `ways` to all."""

    lead: str
    kinds: tuple[Link, ...]
    ways: tuple[Way, ...]
    parts: tuple[KindPart, ...]


def disagreements(graph: Graph) -> DisagreementsView:
    """The page of differences; a kind in which nothing differs is left out."""
    found = {} if sheets(graph) else by_kind(graph)
    return DisagreementsView(
        lead=_lead(len(differing(graph))),
        kinds=kinds(graph),
        ways=(),
        parts=tuple(_part(graph, kind, claims) for kind, claims in found.items()),
    )


def of_kind(graph: Graph, sheet: Sheet) -> DisagreementsView:
    """A page of those that differ in one way."""
    to = graph.entry(_pages, None) or ()
    ways = (Way(link, link.address == sheet.address) for link in to)
    return DisagreementsView(
        lead=sentence(graph, sheet),
        kinds=(),
        ways=tuple(ways),
        parts=(_part(graph, sheet.kind, sheet.claims),),
    )


def _pages(graph: Graph) -> dict[None, tuple[Link, ...]]:
    """Links to the pages of kinds: of the claims there, these know no more than how many they are."""
    every = sheets(graph)
    return {None: tuple(Link(one.label, one.address, english.number(len(one.claims))) for one in every)}


def title(graph: Graph, sheet: Sheet) -> str:
    """What the page of a kind is called."""
    return f"Differences in {sheet.label}"


def sentence(graph: Graph, sheet: Sheet) -> str:
    """What is on the page of a kind."""
    return f"{english.counted(len(sheet.claims), 'statement')} to which the sources give different answers."


def _lead(many: int) -> str:
    if not many:
        return "The sources give no reader different answers."
    return (
        f"{english.counted(many, 'statement')} to which the sources, or passages of one source, give "
        "different answers. No answer is preferred. A change from one year to the next is no difference."
    )


def _part(graph: Graph, kind: str, claims: Sequence[Claim]) -> KindPart:
    return KindPart(
        anchor=anchor(kind),
        heading=kind,
        meaning=MEANINGS[kind],
        count=english.counted(len(claims), "statement"),
        rows=tuple(_row(graph, claim, kind) for claim in claims),
    )


def _row(graph: Graph, claim: Claim, kind: str) -> Row:
    shown = card(graph, claim)
    beside = columns(shown.quotes)
    return Row(
        anchor=addresses.difference_anchor(claim.id, kind),
        claim=links.claim(claim),
        when=shown.when,
        answers=tuple(_answer(column) for column in beside),
        proof=f"How they differ, with {shown.proof}",
        notes=tuple(row.note for row in shown.differs if row.kind == kind),
        columns=beside,
    )


def _answer(column: Column) -> Answer:
    """What a source answers: its values; where the claim has none, its words."""
    given = [
        Given(quote.value, quote.scope) if quote.value else Given(f"“{quote.text}”", "")
        for quote in column.quotes
    ]
    return Answer(
        Link(column.source.label, column.quotes[0].passage),
        tuple(dict.fromkeys(given)),
    )
