"""One sentence on what a page shows, where it is listed, shared or found."""

from __future__ import annotations

from bamboo.cite.work import TRANSLATED
from bamboo.data import dates, english
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.year import YEARS
from bamboo.site.blocks import leads, links


def of_fact(graph: Graph, claim: Claim) -> str:
    """Its first quote, whole: nothing is cut off a quote."""
    first = claim.evidence[0]
    source = links.record(graph, "sources", first.source).label
    proof = f"{english.counted(len(claim.evidence), 'quote')} from {_sources(len(claim.sources))}"
    translated = f" [{TRANSLATED}: {first.translation}]" if first.translation else ""
    return (
        f"“{' '.join(first.text.split())}”{translated} ({source}). About {dates.time(claim.when)}; {proof}."
    )


def of_record(graph: Graph, kind: str, ident: str) -> str:
    """A record's name and how its page begins; of a source or figure, what the page shows of it."""
    title = graph.name(kind, ident)
    claims = graph.naming(kind, ident)
    if kind == "sources":
        whole = graph.library.sources[ident].record.whole
        shown = "the whole text" if whole else "its cited passages"
        return (
            f"{title}: {shown}, with the words marked that {english.counted(len(claims), 'statement')} quote."
        )
    if kind == "indicators":
        record = graph.library.indicators[ident].record
        periods = english.listed(dates.time(claim.when) for claim in reversed(claims))
        return f"{title} ({record.unit}) for {periods}, as the sources give it, each value with its words."
    return f"{title}: {leads.first_sentence(graph, kind, ident)}"


def of_year(graph: Graph, year: int) -> str:
    """What sources say of it first."""
    return f"Vietnam's foreign relations in {year}: {leads.first_sentence(graph, YEARS.name, str(year))}"


def _sources(many: int) -> str:
    return english.counted(many, "source")
