"""What no source here says of a thing, in sentences, with the page of all gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import compared


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Gaps in sentences, and where gaps of the kind are listed."""

    sentences: tuple[str, ...]
    address: str


def partner(graph: Graph, ident: str) -> Unsaid:
    """Years and people that no claim gives a partner; a missing tier is shown where tiers are."""
    name = english.in_sentence(graph.name("partners", ident))
    claims = graph.naming("partners", ident)
    found = _years(graph, claims, f"names {name}")
    if not any(claim.people for claim in claims):
        found.append(f"No statement here names a person together with {name}.")
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
    """Partners, themes and figures that no claim about a year names; only for years that are compared."""
    if number not in compared.years(graph):
        return _unsaid([])
    claims = graph.in_year(number)
    library = graph.library
    rows = (
        ("names", "partner", len(library.partners), {p for claim in claims for p in claim.partners}),
        ("is filed under", "theme", len(library.themes), {t for claim in claims for t in claim.themes}),
        ("gives", "figure", len(library.indicators), {c.indicator for c in claims if c.indicator}),
    )
    return _unsaid(
        [
            f"No statement about {number} {does} {english.number(everything - len(named))} "
            f"of {english.counted(everything, what)}."
            for does, what, everything, named in rows
            if len(named) < everything
        ]
    )


def _unsaid(sentences: Sequence[str], anchor: str = "") -> Unsaid:
    return Unsaid(tuple(sentences), f"{addresses.GAPS}#{anchor}" if anchor else addresses.GAPS)


def _years(graph: Graph, claims: Sequence[Claim], does: str) -> list[str]:
    """Nothing at all needs no list of years."""
    about = {year for claim in claims for year in claim.years}
    without = [str(year) for year in compared.years(graph) if year not in about]
    if not claims or not without:
        return []
    return [f"No statement about {english.either(without)} {does}."]
