"""The statements of a subject: what happened by year, newest first; what is said of it in one fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import SPOKEN
from bamboo.site.blocks.cards import Card, card, cards
from bamboo.site.blocks.inyears import InYear, in_years
from bamboo.site.blocks.links import Link

# A page with more cards than this shows quotes folded, to be opened with one click, and what is said, too.
FOLDED = 4

# A page with so few statements and no overview begins with them.
FEW = 3

# Where the years have pages of their own, the page of the subject shows so many cards of what happened.
NEWEST = 12

# The label of a fold names so many speakers; the others are counted.
SPEAKERS = 4


@dataclass(frozen=True, slots=True)
class Section:
    """What happened in a year, as cards."""

    anchor: str
    heading: str
    count: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SaidPart:
    """What is said of a year. `anchor` is empty where the year has a section of its own."""

    anchor: str
    year: Link
    count: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Plans, policies and assessments: how many and by whom, then by year, newest first.

    `open` where there is little else on the page: what is not hidden needs no click.
    """

    label: str
    parts: tuple[SaidPart, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class OfYear:
    """Leads to the statements of a year. `anchor` is empty where the year has a section of its own."""

    anchor: str
    to: Link
    count: str


@dataclass(frozen=True, slots=True)
class Few:
    """One of few statements. `anchor` is that of its year at the first; several quotes are `folded`."""

    anchor: str
    card: Card
    folded: bool


@dataclass(frozen=True, slots=True)
class Statements:
    """Every statement of a subject, once; or the newest, and the pages of its years that have them all.

    Where there are `few` and no overview, the page begins with them, and has no sections for them.
    """

    happened: tuple[Section, ...]
    said: Said | None
    folded: bool
    years: tuple[OfYear, ...] = ()
    few: tuple[Few, ...] = ()


def statements(graph: Graph, subject: tuple[str, str]) -> Statements:
    """The statements of a subject: all of them, or the newest where they are too many for a page."""
    claims = graph.naming(*subject)
    pages = tuple(in_years(graph, subject))
    if not pages:
        few = len(claims) <= FEW and not graph.library.overview(*subject)
        return Statements((), None, False, few=tuple(_few(graph, claims))) if few else whole(graph, claims)
    newest = whole(graph, divided(claims)[0][:NEWEST])
    headed = {section.anchor for section in newest.happened}
    return Statements(newest.happened, None, True, tuple(_of_years(pages, headed)))


def _of_years(pages: Iterable[InYear], headed: set[str]) -> Iterator[OfYear]:
    for page in pages:
        anchor = addresses.year_anchor(page.year)
        own = "" if anchor in headed or page.part > 1 else anchor
        happened, said = divided(page.claims)
        parts = (f"{english.number(len(happened))} of what happened" if happened else "", by_whom(said))
        yield OfYear(own, Link(page.when, page.address), "; ".join(filter(None, parts)))


def whole(graph: Graph, claims: Sequence[Claim]) -> Statements:
    """Claims under the first year that each is about."""
    events, spoken = divided(claims)
    happened = tuple(
        Section(addresses.year_anchor(year), f"What happened in {year}", _count(found), cards(graph, found))
        for year, found in _years(events)
    )
    headed = {section.anchor for section in happened}
    said = _said(graph, spoken, headed, little=len(claims) <= FOLDED) if spoken else None
    return Statements(happened, said, len(claims) > FOLDED)


def _few(graph: Graph, claims: Sequence[Claim]) -> Iterator[Few]:
    """What happened before what is said."""
    anchors = set()
    for claim in (claim for group in divided(claims) for claim in group):
        anchor = addresses.year_anchor(claim.years[0])
        yield Few("" if anchor in anchors else anchor, card(graph, claim), len(claim.evidence) > 1)
        anchors.add(anchor)


def divided(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """What happened, and what is said: plans, policies and assessments."""
    return (
        [claim for claim in claims if claim.kind not in SPOKEN],
        [claim for claim in claims if claim.kind in SPOKEN],
    )


def by_whom(claims: Sequence[Claim]) -> str:
    """`14 statements by Bui Thanh Son and WVR (article)`, who says most first; nothing of none."""
    if not claims:
        return ""
    counts = Counter(speaker.brief for claim in claims for speaker in claim.speakers)
    names = [name for name, _ in counts.most_common()]
    # One name more is shown rather than counted.
    if len(names) > SPEAKERS + 1:
        names = [*names[:SPEAKERS], f"{english.spelled(len(names) - SPEAKERS)} others"]
    return f"{_count(claims)} by {english.listed(names)}"


def _said(graph: Graph, claims: Sequence[Claim], headed: set[str], *, little: bool) -> Said:
    parts = []
    for year, found in _years(claims):
        anchor = addresses.year_anchor(year)
        parts.append(
            SaidPart(
                "" if anchor in headed else anchor,
                Link(str(year), addresses.year(year)),
                _count(found),
                cards(graph, found),
            )
        )
    return Said(by_whom(claims), tuple(parts), little)


def _years(claims: Sequence[Claim]) -> list[tuple[int, list[Claim]]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.years[0], []).append(claim)
    return sorted(found.items(), reverse=True)


def _count(claims: Sequence[Claim]) -> str:
    return english.counted(len(claims), "statement")
