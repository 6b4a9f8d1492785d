"""The first sentences of a page: what it gathers, computed from the claims and worded for 0, 1 and many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIMS


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence; a link where `address` leads somewhere."""

    text: str
    address: str = ""


Prose = tuple[Run, ...]


def sources_of(claims: Iterable[Claim]) -> set[str]:
    """The sources that say any of these claims."""
    return {source for claim in claims for source in claim.sources}


def years_of(claims: Iterable[Claim]) -> list[int]:
    """The years in which these claims begin and end, earliest first: those have pages."""
    return sorted({year for claim in claims for year in claim.ends})


def partner(graph: Graph, ident: str) -> Prose:
    """A partner: what names it, which tier is stated if one is, where sources differ."""
    name = english.in_sentence(graph.name("partners", ident))
    claims = graph.naming("partners", ident)
    if not claims:
        return (Run(f"No statement here names {name}."),)
    tiers = [claim for claim in claims if claim.relation and claim.relation.partner == ident]
    return (
        *_carried(claims, f"that name {name}", f"that names {name}"),
        *_tier_sentence(graph, claims, tiers),
        *_differ(claims),
    )


def theme(graph: Graph, ident: str) -> Prose:
    """A theme: what is filed under it, and how much of that mainly."""
    claims = graph.naming("themes", ident)
    if not claims:
        return (Run("No statement is filed here yet."),)
    main = sum(claim.themes[0] == ident for claim in claims)
    return (*_carried(claims, "filed here", "filed here"), *_main(main, len(claims)), *_differ(claims))


def person(graph: Graph, ident: str) -> Prose:
    """A person: what names or quotes them, how often they speak, how many roles are printed."""
    name = graph.name("people", ident)
    claims = graph.naming("people", ident)
    if not claims:
        return (Run(f"No statement here names {name}."),)
    said = sum(ident in claim.said_by for claim in claims)
    roles = {role.as_ for claim in claims for role in claim.people if role.person == ident and role.as_}
    return (
        *_carried(claims, f"that name or quote {name}", f"that names or quotes {name}"),
        *_speaks(name, said, len(claims)),
        Run(f" Roles printed: {english.spelled(len(roles)) if roles else 'none'}."),
        *_differ(claims),
    )


def term(graph: Graph, ident: str) -> Prose:
    """A term: what is filed under it; for a tier, of whom the sources state it."""
    claims = graph.naming("terms", ident)
    if not claims:
        return (Run("No statement names it directly."),)
    stated = [claim for claim in claims if claim.relation and claim.relation.tier == ident]
    partners = dict.fromkeys(claim.relation.partner for claim in stated if claim.relation)
    return (
        *_carried(claims, "with this term", "with this term"),
        *(_stated_of(graph, list(partners)) if partners else ()),
        *_differ(claims),
    )


def record(graph: Graph, kind: str, ident: str) -> Prose:
    """A record of any kind: what names it."""
    name = english.in_sentence(graph.name(kind, ident))
    claims = graph.naming(kind, ident)
    if not claims:
        return (Run(f"No statement here names {name}."),)
    return (*_carried(claims, f"that name {name}", f"that names {name}"), *_differ(claims))


def year(graph: Graph, number: int) -> Prose:
    """A year: what is about it, and the kinds that readers ask for first."""
    claims = graph.in_year(number)
    if not claims:
        return (Run(f"No statement is about {number}."),)
    sources = len(sources_of(claims))
    many = len(claims)
    return (
        Run(
            f"{english.capital(english.several(sources, 'text'))} "
            f"{'makes' if sources == 1 else 'make'} {english.several(many, 'statement')} about {number}"
            f"{_facts_and_figures(claims)}."
        ),
        *_kinds(claims),
        *_differ(claims),
    )


def _carried(claims: Sequence[Claim], many_that: str, one_that: str) -> Prose:
    """`Five texts make 14 statements that name ASEAN, about 2023 and 2024: 13 facts and one figure.`"""
    sources, many = len(sources_of(claims)), len(claims)
    return (
        Run(
            f"{english.capital(english.several(sources, 'text'))} "
            f"{'makes' if sources == 1 else 'make'} {english.several(many, 'statement')} "
            f"{one_that if many == 1 else many_that}, about "
        ),
        *_joined([Run(str(year), addresses.year(year)) for year in years_of(claims)]),
        Run(f"{_facts_and_figures(claims)}."),
    )


def _facts_and_figures(claims: Sequence[Claim]) -> str:
    figures = sum(1 for claim in claims if claim.indicator)
    facts = len(claims) - figures
    if not (facts and figures):
        return ""
    return f": {english.several(facts, 'fact')} and {english.several(figures, 'figure')}"


def _joined(runs: Sequence[Run]) -> Prose:
    """Runs with commas and `and` between them."""
    found: list[Run] = []
    for index, run in enumerate(runs):
        if index:
            found.append(Run(" and " if index == len(runs) - 1 else ", "))
        found.append(run)
    return tuple(found)


def _tier_sentence(graph: Graph, claims: Sequence[Claim], tiers: Sequence[Claim]) -> Prose:
    everyone, saying = len(sources_of(claims)), len(sources_of(tiers))
    if not tiers:
        return ()
    stated = [
        Run(
            f"{graph.name('terms', claim.relation.tier)} "
            f"({claim.relation.change}, {dates.words(claim.when)})",
            claim.url,
        )
        for claim in tiers
        if claim.relation
    ]
    return (
        Run(f" {_of_them(saying, everyone)} {'states' if saying == 1 else 'state'} a tier of relations: "),
        *_joined(stated),
        Run("."),
    )


def _of_them(some: int, everyone: int) -> str:
    if everyone == 1:
        return "It"
    if some == everyone:
        return "Both" if some == 2 else f"All {english.spelled(some)}"
    return f"{english.capital(english.spelled(some))} of them"


def _main(main: int, everyone: int) -> Prose:
    if everyone == 1:
        return (Run(f" This is {'its main theme' if main else 'not its main theme'}."),)
    if main == everyone:
        return (Run(f" It is the main theme of {'both' if main == 2 else 'all of them'}."),)
    return (Run(f" It is the main theme of {english.spelled(main) if main else 'none'} of them."),)


def _speaks(name: str, said: int, everyone: int) -> Prose:
    if not said:
        return ()
    if everyone == 1:
        return (Run(f" It gives what {name} said."),)
    who = english.capital(english.spelled(said)) + " of them"
    if said == everyone:
        who = "Both" if said == 2 else "All of them"
    return (Run(f" {who} {'gives' if said == 1 else 'give'} what {name} said."),)


def _stated_of(graph: Graph, partners: Sequence[str]) -> Prose:
    named = [
        Run(english.in_sentence(graph.name("partners", ident)), addresses.entity("partners", ident))
        for ident in partners
    ]
    return (Run(" The sources state this tier of "), *_joined(named), Run("."))


def _kinds(claims: Sequence[Claim]) -> Prose:
    """Without a verb, so that it is right for one as for many."""
    counts = [(kind, sum(claim.kind == kind.name for claim in claims)) for kind in CLAIMS if kind.asked]
    said = [f"{english.spelled(many)} {kind.on}" for kind, many in counts if many]
    return (Run(f" Among them: {english.listed(said)}."),) if said else ()


def _differ(claims: Sequence[Claim]) -> Prose:
    """Leads to the one claim concerned, or to the page of all."""
    differing = [claim for claim in claims if claim.differences]
    many = len(differing)
    if not many:
        return ()
    if len(claims) == 1:
        which = "this statement"
    elif many == len(claims):
        which = "both of these statements" if many == 2 else "all of these statements"
    else:
        which = f"{english.spelled(many)} of these statements"
    place = addresses.DISAGREEMENTS
    if many == 1:
        place = addresses.difference(differing[0].id, differing[0].differences[0].kind)
    return (Run(f" In {which} "), Run("the sources differ", place), Run("."))
