"""The page of a year: its changes of tier, its figures, what happened, then what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIMS
from bamboo.kinds.year import YEARS
from bamboo.site.blocks import compared, inyears, leads, links, sections, unsaid
from bamboo.site.blocks.differences import mark
from bamboo.site.blocks.figures import FigureRow, rows_of_year
from bamboo.site.blocks.involved import Involved, involved
from bamboo.site.blocks.leads import Lead
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.numbers import Numbers, beside_the_year_before
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.quotes import QuoteView, quote
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.tiers import TierRow, tier_rows
from bamboo.site.blocks.unsaid import Unsaid

# Figures of a year shown at once; the others are folded.
KEY_FIGURES = 6

# Lines of each kind of what happened that are shown at once.
KEY_LINES = 6

# Lines of a page at most. A year with more statements shows so many of each kind, and leads to its themes.
LINES = 240
OF_A_KIND = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in one line with who says so; `when` is empty where it is all of the page's year."""

    id: str
    when: str
    claim: Link
    sources: tuple[Link, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class KeyList:
    """Claims of a kind that readers ask a year for, as lines; `folded` are those past the first few."""

    heading: str
    count: str
    shown: tuple[Line, ...]
    folded: tuple[Line, ...]
    more: str


@dataclass(frozen=True, slots=True)
class SaidList:
    """What is said of the year under a theme, as lines."""

    theme: Link
    count: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The page of a year: its changes of tier, its figures, what happened, then what is said of it."""

    year: int
    overview: Overview
    lead: Lead
    compare: Link | None
    figures: tuple[FigureRow, ...]
    numbers: tuple[Numbers, ...]
    more_figures: tuple[FigureRow, ...]
    more: str
    tiers: tuple[TierRow, ...]
    lists: tuple[KeyList, ...]
    said_by: str
    said: tuple[SaidList, ...]
    themes: tuple[Link, ...]
    people: Involved
    related: Related
    unsaid: Unsaid

    @property
    def has_figures(self) -> bool:
        """Whether there are any, as large numbers or in the table of the others."""
        return bool(self.numbers or self.figures)

    @property
    def figures_lead(self) -> str:
        """What the table holds."""
        return "The other figures." if self.numbers else ""


def year(graph: Graph, number: int) -> YearView:
    """The page of a year."""
    claims = graph.in_year(number)
    record = graph.library.years.get(str(number))
    told = [claim for claim in claims if not claim.indicator]
    happened, said = sections.divided(told)
    whole = len(told) <= LINES
    large = beside_the_year_before(graph, number)
    shown = {value.value.address for figure in large for period in figure.periods for value in period.values}
    figures = [
        row for row in rows_of_year(graph, number, scopes=False) if row.observation.address not in shown
    ]
    rest = figures[KEY_FIGURES:]
    return YearView(
        year=number,
        overview=overview(graph, record.record.overview if record else ()),
        lead=leads.lead(graph, YEARS.name, str(number)),
        compare=_compare(graph, number),
        numbers=large,
        figures=tuple(figures[:KEY_FIGURES]),
        more_figures=tuple(rest),
        more=english.counted(len(rest), "more figure"),
        tiers=tier_rows(graph, happened),
        lists=tuple(_key_lists(graph, number, happened, LINES if whole else OF_A_KIND)),
        said_by=sections.by_whom(said),
        said=tuple(_said(graph, number, said)) if whole else (),
        themes=() if whole else tuple(_themes(graph, number)),
        people=involved(graph, claims),
        related=related(graph, claims),
        unsaid=unsaid.year(graph, number),
    )


def _compare(graph: Graph, number: int) -> Link | None:
    """This year beside the one before, or after, where it is one of those set side by side."""
    found = [pair for pair in pairwise(compared.years(graph)) if number in pair]
    if not found:
        return None
    one, other = found[0]
    beside = one if number == other else other
    return Link(f"Compare {number} with {beside}", addresses.pair("years", str(one), str(other)))


def _themes(graph: Graph, number: int) -> Iterable[Link]:
    """Every theme that has statements about the year, those with most first."""
    many = Counter(theme for claim in graph.in_year(number) for theme in claim.themes)
    for theme, count in sorted(many.items(), key=lambda item: (-item[1], item[0])):
        to = inyears.place(graph, ("themes", theme), number)
        yield Link(graph.name("themes", theme), to, english.counted(count, "statement"))


def _key_lists(graph: Graph, number: int, happened: Sequence[Claim], most: int) -> Iterable[KeyList]:
    """By kind, in the order of the kinds; what has a tier is in the table of tiers."""
    for kind in CLAIMS:
        found = [claim for claim in happened if claim.kind == kind.name and not claim.relation]
        # One line more is shown rather than folded.
        cut = len(found) if len(found) <= KEY_LINES + 1 else KEY_LINES
        lines = tuple(_line(graph, number, claim) for claim in found[:most])
        if found:
            yield KeyList(
                kind.heading,
                english.counted(len(found), "statement"),
                lines[:cut],
                lines[cut:],
                f"{english.number(len(lines) - cut)} more",
            )


def _said(graph: Graph, number: int, claims: Sequence[Claim]) -> Iterable[SaidList]:
    """By main theme, the theme with most statements first."""
    by_theme: dict[str, list[Claim]] = {}
    for claim in claims:
        by_theme.setdefault(claim.themes[0], []).append(claim)
    for theme, found in sorted(by_theme.items(), key=lambda item: (-len(item[1]), item[0])):
        yield SaidList(
            links.record(graph, "themes", theme),
            english.counted(len(found), "statement"),
            tuple(_line(graph, number, claim) for claim in found),
        )


def _line(graph: Graph, number: int, claim: Claim) -> Line:
    return Line(
        claim.id,
        "" if claim.when == str(number) else dates.words(claim.when),
        links.claim(claim),
        tuple(Link(quote.source.label, quote.passage) for quote in _first_quotes(graph, claim)),
        mark(graph, claim),
    )


def _first_quotes(graph: Graph, claim: Claim) -> Iterable[QuoteView]:
    """The first words of each source."""
    first: dict[str, QuoteView] = {}
    for cited in claim.evidence:
        first.setdefault(cited.source, quote(graph, cited))
    return first.values()
