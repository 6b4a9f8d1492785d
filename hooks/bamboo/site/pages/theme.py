"""The page of a theme: what is filed here, everything by year."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data.records import Name
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.theme import Theme
from bamboo.reading.names import in_vietnamese
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.involved import Involved, involved
from bamboo.site.blocks.keyfacts import KeyFacts, keyfacts
from bamboo.site.blocks.leads import Lead
from bamboo.site.blocks.names import names_besides
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The page of a theme: what is filed here, everything by year."""

    name: str
    vi: str
    summary: str
    overview: Overview
    lead: Lead
    other_names: tuple[Name, ...]
    keyfacts: KeyFacts
    statements: Statements
    people: Involved
    related: Related
    unsaid: Unsaid


def theme(graph: Graph, entry: Entry[Theme]) -> ThemeView:
    """The page of a theme."""
    claims = graph.naming("themes", entry.id)
    beside = links.counted(graph, "themes", entry.record.related)
    return ThemeView(
        name=entry.record.name,
        vi=in_vietnamese(entry),
        summary=entry.record.summary,
        overview=overview(graph, entry.record.overview),
        lead=leads.lead(graph, "themes", entry.id),
        other_names=names_besides(entry),
        keyfacts=keyfacts(graph, claims, told=bool(entry.record.overview)),
        statements=statements(graph, ("themes", entry.id)),
        people=involved(graph, claims),
        related=related(graph, claims, "themes", entry.id, editors=beside),
        unsaid=unsaid.theme(graph, entry.id),
    )
