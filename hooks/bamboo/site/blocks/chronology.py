"""What the timeline shows in which order, and on which page: one for all years, or pages for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bamboo.data import dates
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.changes import CHANGE
from bamboo.site.blocks import links, sections
from bamboo.site.blocks.happenings import Happening, happenings
from bamboo.site.blocks.months import month_of
from bamboo.site.blocks.parts import named, parts

T = TypeVar("T")

# Entries on a page: with them it has some 2,500 elements.
MOST = 350

# The folds: what is only dated to years, and what is said.
YEARS, SAID = "years", "said"

# Changes of tier that are only dated to years: few, and what a year is asked for first, so in no fold.
_TIERS = "tiers"


@dataclass(frozen=True, slots=True)
class InYear:
    """What begins in a year, or a part of it.

    Changes of tier that are only dated to it, then months, then periods of months, the newest of each
    first, then the folds.
    """

    year: int
    tiers: tuple[Claim, ...]
    happened: tuple[Happening, ...]
    folded: Mapping[str, tuple[Claim, ...]]

    @property
    def claims(self) -> Iterator[Claim]:
        """All that is in it."""
        yield from self.tiers
        for happening in self.happened:
            yield from happening.claims
        for claims in self.folded.values():
            yield from claims

    @property
    def size(self) -> int:
        """How many entries."""
        return len(self.tiers) + len(self.happened) + sum(map(len, self.folded.values()))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the timeline: that of all years, or one of a year."""

    years: tuple[InYear, ...]
    part: int = 0
    """From 1 on, of a year that has pages of its own."""
    of: int = 0

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.timeline(self.years[0].year, self.part) if self.part else addresses.TIMELINE

    @property
    def label(self) -> str:
        """Its year, with the part where there are several."""
        return named(str(self.years[0].year), self.part, self.of)

    @property
    def size(self) -> int:
        """How many entries."""
        return sum(year.size for year in self.years)


def sheets(graph: Graph) -> tuple[Sheet, ...]:
    """The pages of the timeline: one, while that can hold everything."""
    return graph.once(_sheets)


def page_of(graph: Graph, claim: Claim) -> str:
    """The page that a claim is on."""
    return graph.entry(_pages, claim.id) or addresses.TIMELINE


def months(graph: Graph) -> Mapping[str, str]:
    """The page on which each month begins in which something happened."""
    return graph.entry(_months, None) or {}


def _pages(graph: Graph) -> dict[str, str]:
    return {
        claim.id: sheet.address for sheet in sheets(graph) for year in sheet.years for claim in year.claims
    }


def _months(graph: Graph) -> dict[None, dict[str, str]]:
    found: dict[str, str] = {}
    for sheet in sheets(graph):
        for year in sheet.years:
            for happening in year.happened:
                found.setdefault(month_of(happening.head), sheet.address)
    return {None: found}


def _sheets(graph: Graph) -> tuple[Sheet, ...]:
    years = tuple(_years(graph))
    whole = Sheet(years)
    if whole.size <= MOST:
        return (whole,)
    return tuple(sheet for year in years for sheet in _cut(graph, year))


def _years(graph: Graph) -> Iterator[InYear]:
    """Every fact, under the year in which its time begins, the newest year first."""
    claims = sorted((claim for claim in graph.claims.values() if not claim.indicator), key=_time)
    happened, spoken = sections.divided(claims)
    found = _by_year((h.head.years[0], h) for h in happenings(graph, happened) if _is_dated(h.head))
    dated = {claim.id for row in found.values() for happening in row for claim in happening.claims}
    yearly = [claim for claim in happened if claim.id not in dated]
    tiers = _by_year((claim.years[0], claim) for claim in yearly if _is_change(claim))
    folds = {
        YEARS: _by_year((claim.years[0], claim) for claim in yearly if not _is_change(claim)),
        SAID: _by_year((claim.years[0], claim) for claim in spoken),
    }
    for year in sorted({claim.years[0] for claim in claims}, reverse=True):
        folded = {name: tuple(years[year]) for name, years in folds.items() if year in years}
        yield InYear(year, tuple(tiers.get(year, ())), _in_order(found.get(year, ())), folded)


def _by_year(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for year, row in rows:
        found.setdefault(year, []).append(row)
    return found


def _in_order(found: Iterable[Happening]) -> tuple[Happening, ...]:
    """Months, then periods, the newest first; what has no day comes last in its month, or would seem to
    lie after the others.
    """
    months: dict[str, list[Happening]] = {}
    periods: dict[str, list[Happening]] = {}
    for happening in sorted(found, key=_begins, reverse=True):
        month = month_of(happening.head)
        into = months.setdefault(month, []) if month else periods.setdefault(happening.head.when, [])
        into.append(happening)
    for here in months.values():
        here.sort(key=lambda one: dates.precision(one.head.when) == "month")
    return tuple(one for rows in (months, periods) for here in rows.values() for one in here)


def _cut(graph: Graph, year: InYear) -> Iterator[Sheet]:
    """As many pages as a year needs; what is folded is by theme there, so that a theme stays together."""
    rows: list[tuple[str, Happening | Claim]] = [(_TIERS, claim) for claim in year.tiers]
    rows += [("", one) for one in year.happened]
    for name, claims in year.folded.items():
        rows += [(name, claim) for claim in by_theme(graph, claims)]
    cut = parts(rows, MOST)
    for part, here in enumerate(cut, start=1):
        happened = tuple(one for _, one in here if isinstance(one, Happening))
        folded: dict[str, list[Claim]] = {}
        for name, one in here:
            if isinstance(one, Claim):
                folded.setdefault(name, []).append(one)
        tiers = tuple(folded.pop(_TIERS, ()))
        whole = InYear(year.year, tiers, happened, {name: tuple(claims) for name, claims in folded.items()})
        yield Sheet((whole,), part, len(cut))


def by_theme(graph: Graph, claims: Iterable[Claim]) -> list[Claim]:
    """Claims by the name of their main theme."""
    return list(links.alphabetical(claims, lambda claim: graph.name("themes", claim.themes[0])))


def _time(claim: Claim) -> tuple[object, ...]:
    return (dates.bounds(claim.when), claim.id)


def _begins(happening: Happening) -> tuple[object, ...]:
    return _time(happening.head)


def _is_dated(claim: Claim) -> bool:
    return dates.precision(dates.named(claim.when)) not in ("year", "years")


def _is_change(claim: Claim) -> bool:
    return claim.relation is not None and CHANGE[claim.relation.change].happened
