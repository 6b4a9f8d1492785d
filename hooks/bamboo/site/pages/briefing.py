"""A subject on at most two sheets of paper: overview, key facts, quotes and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bamboo.cite.form import forms
from bamboo.cite.work import of_source, printed
from bamboo.data import dates
from bamboo.graph import addresses
from bamboo.graph.cited import Cited
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.overview import Sentence
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.sections import divided
from bamboo.site.blocks.take import Subject, name, record

# Words that fit on two sheets beside an overview and the list of sources.
FACTS = 220
QUOTES = 380
# A quote with more words is left to the subject's page.
LONGEST = 70
# Beside a sentence so many sources are named; its statements name all.
SOURCES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence with the numbers of the sources that say so; an overview's leads to no one statement."""

    text: str
    sources: str
    when: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A quote with the number of its source."""

    text: str
    lang: str
    source: str
    passage: str
    translation: str


@dataclass(frozen=True, slots=True)
class BriefingView:
    """The sheets. Sources are numbered in the order in which they are first named."""

    subject: Link
    overview: tuple[Point, ...]
    facts: tuple[Point, ...]
    quotes: tuple[Words, ...]
    sources: tuple[Link, ...]


def briefing(graph: Graph, subject: Subject) -> BriefingView:
    """What fits, the most important first."""
    kind, ident = subject
    claims = graph.naming(kind, ident)
    found = record(graph, subject)
    sentences: Sequence[Sentence] = getattr(found, "overview", ())
    resting = [graph.claims[claim] for sentence in sentences for claim in sentence.rests_on]
    facts = _fitting(_in_order(claims), FACTS)
    quoted = _quotes([*resting, *facts, *claims])
    numbers = _Numbers()
    return BriefingView(
        subject=Link(name(graph, subject), addresses.entity(kind, ident)),
        overview=tuple(
            Point(sentence.says, numbers.of(graph.claims[claim] for claim in sentence.rests_on))
            for sentence in sentences
        ),
        facts=tuple(
            Point(claim.sentence, numbers.of([claim]), dates.words(claim.when), claim.url) for claim in facts
        ),
        quotes=tuple(
            Words(*_words(graph, cited), numbers.one(cited.source), cited.address, cited.translation)
            for cited in quoted
        ),
        sources=tuple(
            links.record(graph, "sources", source, forms(of_source(graph, source))[0].text)
            for source in numbers.known
        ),
    )


def _words(graph: Graph, cited: Cited) -> tuple[str, str]:
    return printed(graph, cited), cited.lang


class _Numbers:
    """Gives each source its number when it is first named."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def one(self, source: str) -> str:
        return str(self.known.setdefault(source, len(self.known) + 1))

    def of(self, claims: Iterable[Claim]) -> str:
        named = dict.fromkeys(source for claim in claims for source in claim.sources)
        return ", ".join(sorted((self.one(source) for source in islice(named, SOURCES)), key=int))


def _in_order(claims: Sequence[Claim]) -> list[Claim]:
    """What happened, tiers of relations first; then what is said."""
    happened, said = divided(claims)
    return [*sorted(happened, key=lambda claim: claim.relation is None), *said]


def _fitting(claims: Iterable[Claim], room: int) -> list[Claim]:
    """As many from the beginning as have room."""
    found = []
    for claim in claims:
        room -= len(claim.sentence.split()) + 4
        if room < 0:
            break
        found.append(claim)
    return found


def _quotes(claims: Iterable[Claim]) -> Iterator[Cited]:
    """The first words of each claim, no passage twice, as long as there is room."""
    seen, room = set(), QUOTES
    for claim in claims:
        cited = claim.evidence[0]
        length = len(f"{cited.text} {cited.translation}".split())
        if cited.address not in seen and length <= min(room, LONGEST):
            seen.add(cited.address)
            room -= length + 4
            yield cited
