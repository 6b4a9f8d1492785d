"""The first words of a page that has no overview: sentences of its claims, each with a note that proves it.

The most important come first: a tier of relations, an agreement, a visit, an event, then figures, the newest
of each kind; what is only said comes last, with its speaker. A page with few statements begins with their
cards instead (sections.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM, SPOKEN
from bamboo.kinds.year import YEARS
from bamboo.reading import titles
from bamboo.site.blocks import differing
from bamboo.site.blocks.overview import Overview, noted
from bamboo.site.blocks.standing import standing
from bamboo.site.blocks.tiers import holders

# How much a lead says: sentences, and words of those after the first.
SENTENCES, WORDS = 3, 60

# What tells most of a subject, before the other kinds.
_FIRST = tuple(dict.fromkeys(("relation", "agreement", *CLAIM)))


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence; a link where `address` leads somewhere."""

    text: str
    address: str = ""


Prose = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """Sentences with their notes, or `nothing` where there are none; `differ` leads to what differs."""

    sentences: Overview
    nothing: str
    differ: Prose


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the claims that it says."""

    text: str
    claims: tuple[Claim, ...]


def lead(graph: Graph, kind: str, ident: str) -> Lead:
    """The lead of the page of a record or a year."""
    if not (claims := _claims(graph, kind, ident)):
        return Lead((), _nothing(graph, kind, ident), ())
    found = enumerate(_told(graph, kind, ident), start=1)
    sentences = tuple(noted(graph, number, told.text, told.claims) for number, told in found)
    return Lead(sentences, "", tuple(_differ(graph, claims)))


def first_sentence(graph: Graph, kind: str, ident: str) -> str:
    """How the page of a record or a year begins: what it says of its subject before all else."""
    if written := graph.library.overview(kind, ident):
        return written[0].says
    told = next(iter(_told(graph, kind, ident)), None)
    return told.text if told else _nothing(graph, kind, ident)


def _claims(graph: Graph, kind: str, ident: str) -> Sequence[Claim]:
    """The newest first; of a theme, what is filed mainly under it before the rest."""
    if kind == YEARS.name:
        return graph.in_year(int(ident))
    claims = graph.naming(kind, ident)
    return sorted(claims, key=lambda claim: claim.themes[0] != ident) if kind == "themes" else claims


def _nothing(graph: Graph, kind: str, ident: str) -> str:
    of_kind = {
        YEARS.name: f"No statement is about {ident}.",
        "themes": "No statement is filed here yet.",
        "terms": "No statement names it directly.",
    }
    return of_kind.get(kind) or f"No statement here names {english.in_sentence(graph.name(kind, ident))}."


def _told(graph: Graph, kind: str, ident: str) -> Sequence[Told]:
    """As many sentences as a lead has room for."""
    claims = _claims(graph, kind, ident)
    around = ident if kind == YEARS.name else ""
    found = islice(_sentences(graph, kind, ident, claims, around), SENTENCES)
    shown: list[Told] = []
    room = WORDS
    for told in found:
        room -= len(told.text.split())
        if shown and room < 0:
            break
        shown.append(told)
    return shown


def _sentences(graph: Graph, kind: str, ident: str, claims: Sequence[Claim], around: str) -> Iterator[Told]:
    """The most important first; of a tier, who the sources say has it, instead of a sentence for each."""
    held = [*_held(graph, ident, claims)] if kind == "terms" else []
    yield from held
    own = standing(graph, ident) if kind == "partners" else None
    left = [claim for claim in claims if not (held and claim.relation)]
    if own:
        # Of its own tiers, those it has now: what it had before is told below.
        now = [*([own.suspended] if own.suspended else []), *own.claims] or own.planned
        stated = [claim for claim in left if claim.relation and claim.relation.partner == ident]
        left = [*now, *(claim for claim in left if claim not in stated)] if now else left
    yield from (Told(_sentence(claim, around), (claim,)) for claim in _telling(left))


def _telling(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The newest of each kind before others of its kind, but what is said after all that happened."""
    many: dict[str, int] = {}
    order = {}
    for claim in claims:
        many[claim.kind] = many.get(claim.kind, 0) + 1
        spoken = claim.kind in SPOKEN
        order[claim.id] = (claim.withdrawn, spoken, many[claim.kind], _FIRST.index(claim.kind))
    return sorted(claims, key=lambda claim: order[claim.id])


def _sentence(claim: Claim, around: str) -> str:
    """What a claim states and who says so, with its time where that is not said yet."""
    when = dates.words(claim.when)
    dated = when == around or all(str(year) in claim.text for year in claim.ends)
    said = titles.bare(claim.sentence)
    return f"{said}." if dated else f"{said} ({when})."


def _held(graph: Graph, ident: str, claims: Sequence[Claim]) -> Iterator[Told]:
    """`The sources state this tier of Brazil (established, 2024). It was the tier of Laos (until 2022).`"""
    found = holders(graph, ident, claims)
    by_address = {claim.url: claim for claim in claims}
    for said, rows in (("The sources state this tier of ", found.now), ("It was the tier of ", found.former)):
        named, stating = [], []
        for row in rows:
            claim = by_address[row.claim.address]
            assert claim.relation
            until = f"; until {row.until.label}" if row.until else ""
            partner = english.in_sentence(graph.name("partners", claim.relation.partner))
            named.append(f"{partner} ({_since(claim)}{until})")
            stating.append(claim)
        if named:
            yield Told(f"{said}{english.listed(named)}.", tuple(stating))


def _since(claim: Claim) -> str:
    """`upgraded, 2024`, with the speaker where somebody says so."""
    assert claim.relation
    by = f", {english.listed(speaker.brief for speaker in claim.speakers)}" if claim.speakers else ""
    return f"{claim.relation.change}, {dates.words(claim.when)}{by}"


def _differ(graph: Graph, claims: Sequence[Claim]) -> Iterator[Run]:
    """Leads to the one claim concerned, or to the page of all."""
    found = [claim for claim in claims if claim.differences]
    if not found:
        return
    place = addresses.DISAGREEMENTS
    if len(found) == 1:
        place = differing.place(graph, found[0], found[0].differences[0].kind)
    yield Run(f"In {english.several(len(found), 'statement')} ")
    yield Run("the sources differ", place)
    yield Run(".")
