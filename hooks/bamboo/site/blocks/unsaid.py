"""What no source here says of a thing, in sentences, with the page of all gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import compared
from bamboo.site.blocks.tiers import stated_of


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Gaps in sentences, and where gaps of the kind are listed."""

    sentences: tuple[str, ...]
    address: str


def partner(graph: Graph, ident: str) -> Unsaid:
    """Years that no claim gives a partner, and a country's tier; others have none to be expected."""
    name = english.in_sentence(graph.name("partners", ident))
    claims = graph.naming("partners", ident)
    found = _years(graph, claims, f"names {name}")
    if graph.library.partners[ident].record.kind == "country" and not stated_of(claims, ident):
        found.insert(0, f"No source states a tier of relations with {name}.")
    return _unsaid(found, "partners")


def theme(graph: Graph, ident: str) -> Unsaid:
    """Years without a claim under a theme."""
    return _unsaid(_years(graph, graph.naming("themes", ident), "is filed under this theme"), "themes")


def person(graph: Graph, ident: str) -> Unsaid:
    """Years that name a person nowhere, and a role that no source prints."""
    name = graph.name("people", ident)
    claims = graph.naming("people", ident)
    found = _years(graph, claims, f"names or quotes {name}")
    if not any(role.as_ for claim in claims for role in claim.people if role.person == ident):
        found.append(f"No source here prints a role of {name}.")
    return _unsaid(found)


def term(graph: Graph, ident: str) -> Unsaid:
    """Years without the term."""
    return _unsaid(_years(graph, graph.naming("terms", ident), "has this term"))


def record(graph: Graph, kind: str, ident: str) -> Unsaid:
    """Years in which no claim names a record of any kind."""
    name = english.in_sentence(graph.name(kind, ident))
    return _unsaid(_years(graph, graph.naming(kind, ident), f"names {name}"))


def year(graph: Graph, number: int) -> Unsaid:
    """Figures that are given for the year before or after, not for this one; only for years compared."""
    if number not in compared.years(graph):
        return _unsaid([])
    missing = []
    for ident, entry in graph.library.indicators.items():
        years = {year for claim in graph.naming("indicators", ident) for year in claim.years}
        if number not in years and years & {number - 1, number + 1}:
            missing.append(entry.record.name)
    if not missing:
        return _unsaid([])
    return _unsaid([f"Figures given for another year, not for {number}: {'; '.join(missing)}."], "figures")


def _unsaid(sentences: Sequence[str], anchor: str = "") -> Unsaid:
    return Unsaid(tuple(sentences), f"{addresses.GAPS}#{anchor}" if anchor else addresses.GAPS)


def _years(graph: Graph, claims: Sequence[Claim], does: str) -> list[str]:
    """Nothing at all needs no list of years."""
    about = {year for claim in claims for year in claim.years}
    without = [str(year) for year in compared.years(graph) if year not in about]
    if not claims or not without:
        return []
    return [f"No statement about {english.either(without)} {does}."]
