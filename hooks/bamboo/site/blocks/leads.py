"""The first words of a page that has no overview: the substance of its claims, each a link to its proof.

Tiers first, then what happened and is newest, then figures; what is only said comes where little else is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import OBSERVATION, SPOKEN
from bamboo.kinds.year import YEARS
from bamboo.site.blocks import differing
from bamboo.site.blocks.standing import Standing, standing
from bamboo.site.blocks.tiers import Holders, holders

# How much of what happened, of figures and of what is said a lead names.
HAPPENED, FIGURES, SAID = 3, 2, 2

# Where there are fewer sentences than this, what is said is among them.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence; a link where `address` leads somewhere."""

    text: str
    address: str = ""


Prose = tuple[Run, ...]


def partner(graph: Graph, ident: str) -> Prose:
    """A partner: its tier and since when, then the rest."""
    claims = graph.naming("partners", ident)
    return _lead(graph, claims, _named(graph, "partners", ident), [*_tiers(graph, standing(graph, ident))])


def theme(graph: Graph, ident: str) -> Prose:
    """A theme: what is filed mainly under it first."""
    claims = graph.naming("themes", ident)
    main = [claim for claim in claims if claim.themes[0] == ident]
    others = [claim for claim in claims if claim.themes[0] != ident]
    return _lead(graph, [*main, *others], "No statement is filed here yet.")


def person(graph: Graph, ident: str) -> Prose:
    """A person: what they took part in, and what they said."""
    return _lead(graph, graph.naming("people", ident), _named(graph, "people", ident))


def term(graph: Graph, ident: str) -> Prose:
    """A term; of a tier, who the sources say has it."""
    claims = graph.naming("terms", ident)
    return _lead(
        graph,
        claims,
        "No statement names it directly.",
        [*_held(graph, claims, holders(graph, ident, claims))],
    )


def record(graph: Graph, kind: str, ident: str) -> Prose:
    """A record of any kind."""
    return _lead(graph, graph.naming(kind, ident), _named(graph, kind, ident))


def year(graph: Graph, number: int) -> Prose:
    """A year: nothing in it is dated with it once more."""
    return _lead(graph, graph.in_year(number), f"No statement is about {number}.", around=str(number))


def first_sentence(graph: Graph, kind: str, ident: str) -> str:
    """How the page of a record or a year begins: what it says of its subject before all else."""
    if told := graph.library.overview(kind, ident):
        return told[0].says
    of_kind = {"partners": partner, "themes": theme, "people": person, "terms": term}
    if kind == YEARS.name:
        runs = year(graph, int(ident))
    else:
        runs = of_kind[kind](graph, ident) if kind in of_kind else record(graph, kind, ident)
    ends = (place for place, run in enumerate(runs, 1) if run.text.endswith("."))
    return "".join(run.text for run in runs[: next(ends, len(runs))])


def _named(graph: Graph, kind: str, ident: str) -> str:
    return f"No statement here names {english.in_sentence(graph.name(kind, ident))}."


def _lead(
    graph: Graph, claims: Sequence[Claim], nothing: str, first: Sequence[Prose] = (), around: str = ""
) -> Prose:
    """Sentences of claims after those that the kind of page begins with."""
    if not claims:
        return (Run(nothing),)
    found = [*first, *_substance([claim for claim in claims if not (first and claim.relation)], around)]
    if len(found) < ENOUGH:
        said = (claim for claim in claims if claim.kind in SPOKEN)
        found += [_sentence(claim, around) for claim in islice(said, SAID)]
    sentences = [*found, *_differ(graph, claims)]
    return tuple(chain.from_iterable((Run(" "), *one) if n else one for n, one in enumerate(sentences)))


def _substance(claims: Sequence[Claim], around: str) -> Iterator[Prose]:
    """What happened, the newest first, an agreement among it; then figures."""
    happened = [claim for claim in claims if claim.kind not in (*SPOKEN, OBSERVATION.name)]
    shown = happened[:HAPPENED]
    agreement = next((claim for claim in happened if claim.kind == "agreement"), None)
    if agreement and agreement not in shown:
        shown[-1] = agreement
    figures = [claim for claim in claims if claim.indicator]
    yield from (_sentence(claim, around) for claim in (*shown, *figures[:FIGURES]))


def _sentence(claim: Claim, around: str) -> Prose:
    """A claim by its title, with its speaker and its date where that is not said yet."""
    when = dates.words(claim.when)
    dated = when == around or all(str(year) in claim.label for year in claim.ends)
    return (*(() if dated else (Run(f"{english.capital(when)}: "),)), Run(claim.label, claim.url), Run("."))


def _tiers(graph: Graph, found: Standing) -> Iterator[Prose]:
    """`Tier of relations: strategic partnership (established, 2024).`"""
    former = [claim for one in found.former for claim in one.claims]
    for said, claims in (
        ("Tier of relations: ", [*([found.suspended] if found.suspended else []), *found.claims]),
        ("Later wording: ", found.beside),
        ("To come: ", found.planned),
        ("Before: ", former),
    ):
        stated = [
            (Run(graph.name("terms", claim.relation.tier), claim.url), Run(f" ({_since(claim)})"))
            for claim in claims
            if claim.relation
        ]
        if stated:
            yield Run(said), *_joined(stated), Run(".")


def _held(graph: Graph, claims: Sequence[Claim], found: Holders) -> Iterator[Prose]:
    """`The sources state this tier of Brazil (established, 2024). Laos had it (until 2022).`"""
    by_address = {claim.url: claim for claim in claims}
    for said, rows in (("The sources state this tier of ", found.now), ("It was the tier of ", found.former)):
        named = []
        for row in rows:
            claim = by_address[row.claim.address]
            assert claim.relation
            until = f"; until {row.until.label}" if row.until else ""
            partner = english.in_sentence(graph.name("partners", claim.relation.partner))
            named.append((Run(partner, claim.url), Run(f" ({_since(claim)}{until})")))
        if named:
            yield Run(said), *_joined(named), Run(".")


def _since(claim: Claim) -> str:
    """`upgraded, 2024`, with the speaker where somebody says so."""
    assert claim.relation
    by = f", {english.listed(speaker.name for speaker in claim.speakers)}" if claim.speakers else ""
    return f"{claim.relation.change}, {dates.words(claim.when)}{by}"


def _joined(parts: Sequence[Prose]) -> Iterator[Run]:
    """Parts of a sentence with commas and `and` between them."""
    for index, part in enumerate(parts):
        if index:
            yield Run(" and " if index == len(parts) - 1 else ", ")
        yield from part


def _differ(graph: Graph, claims: Sequence[Claim]) -> Iterator[Prose]:
    """Leads to the one claim concerned, or to the page of all."""
    found = [claim for claim in claims if claim.differences]
    if not found:
        return
    place = addresses.DISAGREEMENTS
    if len(found) == 1:
        place = differing.place(graph, found[0], found[0].differences[0].kind)
    yield (
        Run(f"In {english.several(len(found), 'statement')} "),
        Run("the sources differ", place),
        Run("."),
    )
