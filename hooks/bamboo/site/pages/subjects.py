"""Years, themes, people and terms: pages that gather claims under one subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.data.records import Name
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph, definition
from bamboo.kinds.claims import CLAIM
from bamboo.kinds.library import Entry
from bamboo.kinds.person import Person
from bamboo.kinds.term import TERMS, Term
from bamboo.kinds.theme import Theme
from bamboo.reading.names import all_names
from bamboo.site.blocks import covered, leads, parts, sections, unsaid
from bamboo.site.blocks.chart import Smalls, small_of_year
from bamboo.site.blocks.connected import Connected, PersonLine, connected, people
from bamboo.site.blocks.leads import Prose
from bamboo.site.blocks.parts import Link, QuoteView
from bamboo.site.blocks.sections import Section
from bamboo.site.blocks.unsaid import Unsaid
from bamboo.site.pages.figure import FigureRow, rows_of_year
from bamboo.site.pages.partner import TierRow, tier_rows

# Figures of a year shown at once; the others are folded.
KEY_FIGURES = 6

# What happened in a year, in the order of the page, and how many lines of each kind are shown at once.
KEY_KINDS = ("visit", "agreement", "event")
KEY_LINES = 6

# With more facts than this, the themes of a year are folded.
OPEN = 24

TERM_HEADINGS = {sort.name: sort.heading for sort in TERMS.sorts}


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
    connected: Connected
    unsaid: Unsaid
    folded: bool


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The page of a theme: what is filed here, everything by year."""

    name: str
    summary: str
    lead: Prose
    other_names: tuple[Name, ...]
    related: tuple[Link, ...]
    sections: tuple[Section, ...]
    people: tuple[PersonLine, ...]
    connected: Connected
    unsaid: Unsaid
    folded: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as a source prints it."""

    role: str
    when: str
    claim: Link
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """The page of a person: roles as stated, what they did, what they said."""

    name: str
    lead: Prose
    of: Link | None
    other_names: tuple[Name, ...]
    names_in_sources: tuple[Name, ...]
    roles: tuple[RoleRow, ...]
    sections: tuple[Section, ...]
    said: tuple[Section, ...]
    people: tuple[PersonLine, ...]
    connected: Connected
    unsaid: Unsaid
    folded: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """The page of a term: what it means and who says so, who has the tier, its claims."""

    name: str
    kind: str
    row: Link
    lead: Prose
    expansion: str
    other_names: tuple[Name, ...]
    definition: str
    definition_quotes: tuple[QuoteView, ...]
    parent: Link | None
    members: tuple[Link, ...]
    tiers: tuple[TierRow, ...]
    sections: tuple[Section, ...]
    people: tuple[PersonLine, ...]
    connected: Connected
    unsaid: Unsaid
    folded: bool


def year(graph: Graph, number: int) -> YearView:
    """The page of a year."""
    claims = graph.in_year(number)
    facts = [claim for claim in claims if not claim.indicator]
    figures = rows_of_year(graph, number, scopes=False)
    rest = figures[KEY_FIGURES:]
    return YearView(
        year=number,
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
        connected=connected(graph, claims, str(number), None, ""),
        unsaid=unsaid.year(graph, number),
        folded=len(facts) > sections.FOLDED,
    )


def theme(graph: Graph, entry: Entry[Theme]) -> ThemeView:
    """The page of a theme."""
    claims = graph.about("themes", entry.id)
    return ThemeView(
        name=entry.record.name,
        summary=entry.record.summary,
        lead=leads.theme(graph, entry.id),
        other_names=all_names(entry)[1:],
        related=parts.counted_links(graph, "themes", entry.record.related),
        sections=sections.years_by_kind(graph, claims),
        people=people(graph, claims),
        connected=connected(graph, claims, entry.record.name, "themes", entry.id),
        unsaid=unsaid.theme(graph, entry.id),
        folded=len(claims) > sections.FOLDED,
    )


def person(graph: Graph, entry: Entry[Person]) -> PersonView:
    """The page of a person. A claim in which they both act and speak stands under what they did."""
    claims = graph.about("people", entry.id)
    acted = [claim for claim in claims if entry.id in claim.named_people]
    said = [claim for claim in claims if claim not in acted]
    home = entry.record.of
    printed = _printed(graph, entry)
    return PersonView(
        name=entry.record.name,
        lead=leads.person(graph, entry.id),
        of=None if home == "vietnam" else parts.link(graph, "partners", home),
        other_names=tuple(name for name in all_names(entry)[1:] if name not in printed),
        names_in_sources=printed,
        roles=_roles(graph, entry.id, claims),
        sections=sections.years_by_theme(graph, acted),
        said=sections.years_by_theme(graph, said, "said-"),
        people=people(graph, claims, but=entry.id),
        connected=connected(graph, claims, entry.record.name, "people", entry.id),
        unsaid=unsaid.person(graph, entry.id),
        folded=len(claims) > sections.FOLDED,
    )


def term(graph: Graph, entry: Entry[Term]) -> TermView:
    """The page of a term."""
    claims = graph.about("terms", entry.id)
    record = entry.record
    meaning = record.definition
    members = [ident for ident, other in graph.library.terms.items() if other.record.parent == entry.id]
    return TermView(
        name=record.name,
        kind=record.kind,
        row=Link(TERM_HEADINGS[record.kind], f"{addresses.index('terms')}#kind-{record.kind}"),
        lead=leads.term(graph, entry.id),
        expansion=record.expansion or "",
        other_names=tuple(name for name in all_names(entry)[1:] if name.name != record.expansion),
        definition=(meaning.text or "") if meaning else "",
        definition_quotes=tuple(parts.quote(graph, cited) for cited in definition(graph.library, entry.id)),
        parent=parts.link(graph, "terms", record.parent) if record.parent else None,
        members=parts.counted_links(graph, "terms", members),
        tiers=tier_rows(graph, tuple(c for c in claims if c.relation and c.relation.tier == entry.id)),
        sections=sections.years_by_theme(graph, claims),
        people=people(graph, claims),
        connected=connected(graph, claims, record.name, "terms", entry.id),
        unsaid=unsaid.term(graph, entry.id),
        folded=len(claims) > sections.FOLDED,
    )


def _compare(graph: Graph, number: int) -> Link | None:
    """The years beside this one, where it is one of those set side by side."""
    years = covered.covered(graph)
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
                english.counted(len(found), "claim"),
                lines[:cut],
                lines[cut:],
                f"{english.number(len(lines) - cut)} more",
            )


def _first_quotes(graph: Graph, claim: Claim) -> Iterable[QuoteView]:
    """The first words of each source."""
    first: dict[str, QuoteView] = {}
    for cited in claim.evidence:
        first.setdefault(cited.source, parts.quote(graph, cited))
    return first.values()


def _printed(graph: Graph, entry: Entry[Person]) -> tuple[Name, ...]:
    """Names in another language than English that the cited words print, letter for letter."""
    printed = graph.names_in_sources("people", entry.id)
    return tuple(name for name in all_names(entry) if name.lang != "en" and name.name in printed)


def _roles(graph: Graph, person: str, claims: tuple[Claim, ...]) -> tuple[RoleRow, ...]:
    """Each role, the newest claim that gives it, and the sources whose cited words print it."""
    first: dict[str, Claim] = {}
    printed: dict[str, list[str]] = {}
    for claim in claims:
        for role in claim.people:
            if role.person == person and role.as_:
                first.setdefault(role.as_, claim)
                printed.setdefault(role.as_, []).extend(
                    cited.source
                    for cited in claim.passages()
                    if re.search(rf"(?<!\w){re.escape(role.as_)}(?!\w)", " ".join(cited.text.split()))
                )
    return tuple(
        RoleRow(
            role,
            dates.words(claim.when),
            Link(claim.text, claim.url),
            parts.links(graph, "sources", dict.fromkeys(printed[role])),
        )
        for role, claim in first.items()
    )
