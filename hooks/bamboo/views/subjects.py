"""Years, themes, people and terms: pages that gather claims under one subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bamboo import addresses, dates, wording
from bamboo.graph import Claim, Graph, definition
from bamboo.load import Entry
from bamboo.model import Name, Person, Term, Theme
from bamboo.names import all_names
from bamboo.views import parts
from bamboo.views.chart import Smalls, small_of_year
from bamboo.views.figure import FigureRow, rows_of_year
from bamboo.views.partner import TierRow, tier_rows
from bamboo.views.parts import Group, Link, QuoteView


@dataclass(frozen=True, slots=True)
class YearView:
    """The page of a year: its figures, its changes of tier, everything by theme."""

    year: int
    lead: str
    newer: Link | None
    older: Link | None
    figures: tuple[FigureRow, ...]
    charts: Smalls
    tiers: tuple[TierRow, ...]
    groups: tuple[Group, ...]
    partners: tuple[Link, ...]
    people: tuple[Link, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The page of a theme: what is filed here, everything by year."""

    name: str
    summary: str
    lead: str
    other_names: tuple[Name, ...]
    related: tuple[Link, ...]
    groups: tuple[Group, ...]
    partners: tuple[Link, ...]
    people: tuple[Link, ...]
    terms: tuple[Link, ...]
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
    lead: str
    of: Link | None
    other_names: tuple[Name, ...]
    roles: tuple[RoleRow, ...]
    groups: tuple[Group, ...]
    said: tuple[Group, ...]
    partners: tuple[Link, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """The page of a term: what it means and who says so, who has the tier, its claims."""

    name: str
    kind: str
    lead: str
    expansion: str
    other_names: tuple[Name, ...]
    definition: str
    definition_quotes: tuple[QuoteView, ...]
    parent: Link | None
    members: tuple[Link, ...]
    tiers: tuple[TierRow, ...]
    groups: tuple[Group, ...]
    partners: tuple[Link, ...]
    folded: bool


def year(graph: Graph, number: int) -> YearView:
    """The page of a year."""
    claims = graph.in_year(number)
    facts = [claim for claim in claims if not claim.indicator]
    years = graph.years
    at = years.index(number)
    return YearView(
        year=number,
        lead=_lead(claims),
        newer=_year_link(years[at - 1]) if at > 0 else None,
        older=_year_link(years[at + 1]) if at + 1 < len(years) else None,
        figures=rows_of_year(graph, number),
        charts=small_of_year(graph, number),
        tiers=tier_rows(graph, claims),
        groups=parts.by_theme(graph, facts),
        partners=parts.together(graph, claims, lambda claim: claim.partners, "partners"),
        people=parts.together(graph, claims, parts.people_of, "people"),
        folded=len(facts) > parts.UNFOLDED,
    )


def theme(graph: Graph, entry: Entry[Theme]) -> ThemeView:
    """The page of a theme."""
    claims = graph.about("themes", entry.id)
    return ThemeView(
        name=entry.record.name,
        summary=entry.record.summary,
        lead=_lead(claims),
        other_names=all_names(entry)[1:],
        related=parts.counted_links(graph, "themes", entry.record.related),
        groups=parts.by_year(graph, claims),
        partners=parts.together(graph, claims, lambda claim: claim.partners, "partners"),
        people=parts.together(graph, claims, parts.people_of, "people"),
        terms=parts.together(graph, claims, lambda claim: claim.terms, "terms"),
        folded=len(claims) > parts.UNFOLDED,
    )


def person(graph: Graph, entry: Entry[Person]) -> PersonView:
    """The page of a person. A claim in which they both act and speak stands under what they did."""
    claims = graph.about("people", entry.id)
    acted = [claim for claim in claims if entry.id in parts.people_of(claim)]
    said = [claim for claim in claims if claim not in acted]
    home = entry.record.of
    return PersonView(
        name=entry.record.name,
        lead=_lead(claims),
        of=None if home == "vietnam" else parts.link(graph, "partners", home),
        other_names=all_names(entry)[1:],
        roles=_roles(graph, entry.id, claims),
        groups=parts.by_year(graph, acted),
        said=parts.by_year(graph, said),
        partners=parts.together(graph, claims, lambda claim: claim.partners, "partners"),
        folded=len(claims) > parts.UNFOLDED,
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
        lead=_lead(claims),
        expansion=record.expansion or "",
        other_names=tuple(name for name in all_names(entry)[1:] if name.name != record.expansion),
        definition=(meaning.text or "") if meaning else "",
        definition_quotes=tuple(parts.quote(graph, cited) for cited in definition(graph.library, entry.id)),
        parent=parts.link(graph, "terms", record.parent) if record.parent else None,
        members=parts.counted_links(graph, "terms", members),
        tiers=tier_rows(graph, tuple(c for c in claims if c.relation and c.relation.tier == entry.id)),
        groups=parts.by_year(graph, claims),
        partners=parts.together(graph, claims, lambda claim: claim.partners, "partners"),
        folded=len(claims) > parts.UNFOLDED,
    )


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


def _year_link(number: int) -> Link:
    return Link(str(number), addresses.year(number))


def _lead(claims: tuple[Claim, ...]) -> str:
    facts = sum(1 for claim in claims if not claim.indicator)
    figures = len(claims) - facts
    sources = len({source for claim in claims for source in claim.sources})
    if not claims:
        return "No claim names it directly."
    counts = [wording.counted(facts, "fact")] if facts else []
    counts += [wording.counted(figures, "observation")] if figures else []
    return f"{' and '.join(counts)} from {wording.counted(sources, 'source')}."
