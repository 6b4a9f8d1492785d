"""The page of a year: its changes of tier, its figures, what happened, then everything by theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import compared, leads, sections, unsaid
from bamboo.site.blocks.chart import Smalls, small_of_year
from bamboo.site.blocks.figures import FigureRow, rows_of_year
from bamboo.site.blocks.involved import PersonLine, people
from bamboo.site.blocks.leads import Prose
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.quotes import QuoteView, quote
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Section
from bamboo.site.blocks.tiers import TierRow, tier_rows
from bamboo.site.blocks.unsaid import Unsaid

# Figures of a year shown at once; the others are folded.
KEY_FIGURES = 6

# What happened in a year, in the order of the page, and how many lines of each kind are shown at once.
KEY_KINDS = ("visit", "agreement", "event")
KEY_LINES = 6

# With more facts than this, the themes of a year are folded.
OPEN = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in one line with who says so; `when` is empty where it is all of the page's year."""

    when: str
    claim: Link
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class KeyList:
    """Claims of a kind that readers ask a year for, as lines; `folded` are those past the first few."""

    heading: str
    count: str
    shown: tuple[Line, ...]
    folded: tuple[Line, ...]
    more: str


@dataclass(frozen=True, slots=True)
class YearView:
    """The page of a year: its changes of tier, its figures, what happened, then everything by theme."""

    year: int
    overview: Overview
    lead: Prose
    compare: Link | None
    figures: tuple[FigureRow, ...]
    charts: Smalls
    more_figures: tuple[FigureRow, ...]
    more: str
    tiers: tuple[TierRow, ...]
    lists: tuple[KeyList, ...]
    sections: tuple[Section, ...]
    open: bool
    people: tuple[PersonLine, ...]
    related: Related
    unsaid: Unsaid
    folded: bool


def year(graph: Graph, number: int) -> YearView:
    """The page of a year."""
    claims = graph.in_year(number)
    said = graph.library.years.get(str(number))
    facts = [claim for claim in claims if not claim.indicator]
    figures = rows_of_year(graph, number, scopes=False)
    rest = figures[KEY_FIGURES:]
    return YearView(
        year=number,
        overview=overview(graph, said.record.overview if said else ()),
        lead=leads.year(graph, number),
        compare=_compare(graph, number),
        charts=small_of_year(graph, number),
        figures=figures[:KEY_FIGURES],
        more_figures=rest,
        more=english.counted(len(rest), "more figure"),
        tiers=tier_rows(graph, claims),
        lists=tuple(_key_lists(graph, number, facts)),
        sections=sections.themes_by_kind(graph, facts),
        open=len(facts) <= OPEN,
        people=people(graph, claims),
        related=related(graph, claims, str(number), None, ""),
        unsaid=unsaid.year(graph, number),
        folded=len(facts) > sections.FOLDED,
    )


def _compare(graph: Graph, number: int) -> Link | None:
    """The years beside this one, where it is one of those set side by side."""
    years = compared.years(graph)
    others = [str(year) for year in years if year != number]
    if number not in years or not others:
        return None
    return Link(f"Compare {number} with {english.listed(others)}", addresses.COMPARE)


def _key_lists(graph: Graph, number: int, facts: Sequence[Claim]) -> Iterable[KeyList]:
    for kind in KEY_KINDS:
        found = [claim for claim in facts if claim.kind == kind]
        # One line more is shown rather than folded.
        cut = len(found) if len(found) <= KEY_LINES + 1 else KEY_LINES
        lines = tuple(
            Line(
                "" if claim.when == str(number) else dates.words(claim.when),
                Link(claim.text, claim.url),
                tuple(Link(quote.source.label, quote.passage) for quote in _first_quotes(graph, claim)),
            )
            for claim in found
        )
        if found:
            yield KeyList(
                CLAIM[kind].heading,
                english.counted(len(found), "statement"),
                lines[:cut],
                lines[cut:],
                f"{english.number(len(lines) - cut)} more",
            )


def _first_quotes(graph: Graph, claim: Claim) -> Iterable[QuoteView]:
    """The first words of each source."""
    first: dict[str, QuoteView] = {}
    for cited in claim.evidence:
        first.setdefault(cited.source, quote(graph, cited))
    return first.values()
