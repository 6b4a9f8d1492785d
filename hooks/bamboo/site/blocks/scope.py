"""What all of this is proven by: how many texts, about which years, and the last day they are about."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import SPOKEN
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Scope:
    """`texts` and `about` in words; `newest` is the newest source, `day` the last day it surely knows of."""

    texts: str
    about: str
    day: str
    newest: Link


def scope(graph: Graph) -> Scope | None:
    """The scope of the site; None where no text has a day. It is that of the texts, never today's."""
    library = graph.library
    days = {ident: day for ident in library.sources if (day := _day(graph, ident))}
    if not days:
        return None
    newest = max(days, key=lambda ident: (days[ident], ident))
    periods = [entry.record.about for entry in library.sources.values() if entry.record.about]
    about = [year for period in periods for year in dates.years(period)]
    return Scope(
        english.capital(english.several(len(library.sources), "text")),
        english.span(about) if about else "",
        dates.words(days[newest]),
        links.record(graph, "sources", newest),
    )


def _day(graph: Graph, source: str) -> str:
    """The day of a text: of its publication or, where it prints none, the last day it is about."""
    card = graph.library.sources[source].record
    found = card.published or (card.found_by_editors.published if card.found_by_editors else None)
    if found and dates.is_day(found):
        return found
    told = [claim.when for claim in graph.naming("sources", source) if _happened(claim)]
    return max(told, default="")


def _happened(claim: Claim) -> bool:
    return claim.kind not in SPOKEN and dates.precision(claim.when) == "day" and dates.is_certain(claim.when)
