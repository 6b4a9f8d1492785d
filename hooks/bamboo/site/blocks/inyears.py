"""A subject's statements of a year on a page of their own, where its page would be too long with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import SPOKEN
from bamboo.site.blocks.links import Link, Way
from bamboo.site.blocks.parts import named, parts

# Cards of what happened, and cards in all, that a page has at most. With them it is about 12,000 px high on
# a phone, where what is said is folded, and has about 2,500 elements.
OPEN = 36
MOST = 75

Subject = tuple[str, str]
"""A kind of record and an id."""


@dataclass(frozen=True, slots=True)
class InYear:
    """A page of a subject's statements about a year, or a part of them."""

    kind: str
    ident: str
    year: int
    part: int
    parts: int
    claims: tuple[Claim, ...]

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.in_year(self.kind, self.ident, self.year, self.part)

    @property
    def when(self) -> str:
        """The year, with the part where there are several."""
        return named(str(self.year), self.part, self.parts)


def too_many(claims: Sequence[Claim]) -> bool:
    """Whether one page cannot hold them."""
    return len(claims) > MOST or sum(claim.kind not in SPOKEN for claim in claims) > OPEN


def place(graph: Graph, subject: Subject, year: int) -> str:
    """Where its statements about a year are: on a page of their own, or in a section of its page."""
    return graph.answer(_place, (subject, year))


def _place(graph: Graph, of: tuple[Subject, int]) -> str:
    subject, year = of
    page, claims = addresses.entity(*subject), graph.naming(*subject)
    if not any(claim.years[0] == year for claim in claims):
        return page  # those that touch the year are under an earlier one
    many = graph.once_for("too many", f"{subject[0]}/{subject[1]}", lambda: too_many(claims))
    return addresses.in_year(*subject, year) if many else f"{page}#{addresses.year_anchor(year)}"


def ways(graph: Graph, here: InYear) -> tuple[Way, ...]:
    """To the pages of all years of its subject."""
    to = graph.answer(_links, (here.kind, here.ident))
    return tuple(Way(link, link.address == here.address) for link in to)


def _links(graph: Graph, subject: Subject) -> tuple[Link, ...]:
    return tuple(Link(one.when, one.address) for one in in_years(graph, subject))


def in_years(graph: Graph, subject: Subject) -> Iterator[InYear]:
    """The pages of a subject's years, newest first; none where its own page holds everything.

    A statement is under the first year that it is about; what happened comes before what is said.
    """
    claims = graph.naming(*subject)
    if not too_many(claims):
        return
    years: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.kind in SPOKEN):
        years.setdefault(claim.years[0], []).append(claim)
    for year, found in sorted(years.items(), reverse=True):
        cut = parts(found, OPEN if too_many(found) else MOST)
        for part, here in enumerate(cut, start=1):
            yield InYear(*subject, year, part, len(cut), tuple(here))
