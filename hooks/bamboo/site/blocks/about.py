"""What each page says of itself where it is listed, shared or found: its section and one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo import kinds
from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import parts
from bamboo.site.blocks.parts import Link

SECTIONS = {kind.name: kind.section for kind in kinds.ALL}
YEARS = Link("Years", "years/index.html")

Subject = Claim | int | tuple[str, str]


@dataclass(frozen=True, slots=True)
class About:
    """What a page is about (a record, a year, a fact, or a list of them), its section, and a sentence."""

    subject: Subject | None
    section: Link | None
    description: str


def about(graph: Graph) -> dict[str, About]:
    """Every page that follows from the data, by its address."""
    found = {address: About(None, None, words) for address, words in _lists(graph).items()}
    for kind in SECTIONS:
        section = Link(SECTIONS[kind], addresses.index(kind))
        for ident in graph.library.of(kind):
            if kind != "facts":
                sentence = _entity(graph, kind, ident)
                found[addresses.entity(kind, ident)] = About((kind, ident), section, sentence)
    for year in graph.years:
        counts = _counts(graph.in_year(year))
        sentence = f"What sources say about Vietnam's foreign relations in {year}: {counts}."
        found[addresses.year(year)] = About(year, YEARS, sentence)
    for claim in graph.claims.values():
        if not claim.indicator:
            section = Link(SECTIONS["facts"], addresses.index("facts"))
            found[claim.url] = About(claim, section, _fact(graph, claim))
    return found


def _fact(graph: Graph, claim: Claim) -> str:
    """Its first quote, whole: nothing is cut off a quote."""
    first = claim.evidence[0]
    source = parts.link(graph, "sources", first.source).label
    proof = f"{english.counted(len(claim.evidence), 'quote')} from {_sources(len(claim.sources))}"
    return f"“{' '.join(first.text.split())}” ({source}). About {dates.words(claim.when)}; {proof}."


def _entity(graph: Graph, kind: str, ident: str) -> str:
    title = graph.name(kind, ident)
    claims = graph.about(kind, ident)
    if kind == "sources":
        whole = graph.library.sources[ident].record.display == "full"
        shown = "the whole text" if whole else "its cited passages"
        return (
            f"{title}: {shown}, with the words marked that {english.counted(len(claims), 'claim')} rest on."
        )
    if kind == "indicators":
        record = graph.library.indicators[ident].record
        periods = english.listed(dates.words(claim.when) for claim in reversed(claims))
        return f"{title} ({record.unit}) for {periods}, as the sources give it, each value with its words."
    return f"{title} in Vietnam's foreign relations: {_counts(claims)}, with the exact words."


def _counts(claims: tuple[Claim, ...]) -> str:
    if not claims:
        return "no claim names it directly"
    many = len({source for claim in claims for source in claim.sources})
    return f"{english.counted(len(claims), 'claim')} from {_sources(many)}"


def _sources(many: int) -> str:
    return english.counted(many, "source")


def _lists(graph: Graph) -> dict[str, str]:
    """The pages that list what there is, but for the home page, which is described as the site is."""
    library = graph.library

    def many(kind: str, one: str, more: str = "") -> str:
        return english.counted(len(library.of(kind)), one, more)

    return {
        addresses.index("partners"): f"{many('partners', 'partner')} of Vietnam that the sources name, with "
        "the tiers of relations that they state.",
        YEARS.address: f"{english.counted(len(graph.years), 'year')} that claims are about, with what the "
        "sources tell of each.",
        addresses.index("themes"): f"{many('themes', 'theme')} under which the claims are filed.",
        addresses.index("people"): f"{many('people', 'person', 'people')} named in the sources, with the "
        "roles that sources print.",
        addresses.index("terms"): f"{many('terms', 'term')} that the sources use: tiers, agreements, events, "
        "documents, institutions.",
        addresses.index("indicators"): f"{many('indicators', 'figure')} with every value that the sources "
        "report, and the words around it.",
        addresses.index(
            "sources"
        ): f"{many('sources', 'text')} that everything here rests on, with what each states of itself.",
        addresses.index("facts"): f"All {many('facts', 'fact')}, by the year they are about.",
        "a-z.html": "Everything under every name it has, in English and Vietnamese, from A to Z.",
        "data/index.html": "All of it as data to download: JSON lists, citations and a calendar, with their "
        "fields explained.",
    }
