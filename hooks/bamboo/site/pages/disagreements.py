"""Where sources differ: every claim concerned, by kind of difference and theme, quotes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.cards import card
from bamboo.site.blocks.columns import Column, columns
from bamboo.site.blocks.differences import DifferenceView
from bamboo.site.blocks.differing import KINDS, anchor, differing, kinds, of_kind
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.turn import Way, turn

MEANINGS = {
    "value": "The numbers are not the same.",
    "qualifier": "The number is the same, the word before it is not: “over”, “nearly”, “expected”, or none.",
    "definition": "What is counted or named is described in different ways.",
    "period": "The time is not given in the same way, or it stays open which time is meant.",
    "wording": "The same thing is said in words that do not mean quite the same.",
    "spelling": "A name or a word is printed in more than one form.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim under one kind of difference. `others` leads to its places under other kinds."""

    anchor: str
    claim: Link
    kind: str
    when: str
    unit: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    others: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class ThemePart:
    """The claims of one theme under a kind of difference."""

    anchor: str
    theme: Link
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class KindPart:
    """One kind of difference."""

    anchor: str
    heading: str
    meaning: str
    count: str
    themes: tuple[Link, ...]
    parts: tuple[ThemePart, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """The page: kinds to choose from, then each of them."""

    turn: tuple[Way, ...]
    lead: str
    how: str
    kinds: tuple[Link, ...]
    parts: tuple[KindPart, ...]


def disagreements(graph: Graph) -> DisagreementsView:
    """The page of differences."""
    claims = differing(graph)
    return DisagreementsView(
        turn=turn(addresses.DISAGREEMENTS),
        lead=f"{english.counted(len(claims), 'claim')} where the sources, or passages of one source, do not "
        "say the same. What each of them says is side by side. No version is preferred. "
        "A change from one year to the next is no difference.",
        how="Numbers of claims are computed: a claim counts once under each kind in which its sources "
        "differ, so the kinds together can make more than the whole.",
        kinds=kinds(graph),
        parts=tuple(_part(graph, kind, of_kind(claims, kind)) for kind in KINDS),
    )


def _part(graph: Graph, kind: str, claims: Sequence[Claim]) -> KindPart:
    by_theme: dict[str, list[Claim]] = {}
    for claim in claims:
        by_theme.setdefault(claim.themes[0], []).append(claim)
    order = sorted(by_theme, key=lambda theme: (-len(by_theme[theme]), theme))
    # Ids hold no two hyphens in a row, so that no theme's anchor can be a claim's.
    found = tuple(
        ThemePart(
            f"{kind}--{theme}",
            links.record(graph, "themes", theme),
            tuple(_entry(graph, claim, kind) for claim in by_theme[theme]),
        )
        for theme in order
    )
    return KindPart(
        anchor=anchor(kind),
        heading=kind,
        meaning=MEANINGS[kind],
        count=english.counted(len(claims), "claim"),
        themes=tuple(
            Link(
                part.theme.label,
                f"{addresses.DISAGREEMENTS}#{part.anchor}",
                english.counted(len(part.entries), "claim"),
            )
            for part in found
            if len(found) > 1
        ),
        parts=found,
    )


def _entry(graph: Graph, claim: Claim, kind: str) -> Entry:
    shown = card(graph, claim)
    others = {row.kind: row for row in shown.differs if row.kind != kind}
    return Entry(
        anchor=addresses.difference_anchor(claim.id, kind),
        claim=Link(shown.text, shown.address),
        kind=shown.kind,
        when=shown.when,
        unit=graph.library.indicators[claim.indicator].record.unit if claim.indicator else "",
        notes=tuple(row.note for row in shown.differs if row.kind == kind),
        columns=columns(shown.quotes),
        others=tuple(others.values()),
    )
