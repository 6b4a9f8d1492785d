"""The page of a theme: what is filed here, everything by year."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data.records import Name
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.theme import Theme
from bamboo.reading.names import all_names
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.involved import PersonLine, people
from bamboo.site.blocks.leads import Prose
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The page of a theme: what is filed here, everything by year."""

    name: str
    summary: str
    overview: Overview
    lead: Prose
    other_names: tuple[Name, ...]
    related_themes: tuple[Link, ...]
    statements: Statements
    people: tuple[PersonLine, ...]
    related: Related
    unsaid: Unsaid


def theme(graph: Graph, entry: Entry[Theme]) -> ThemeView:
    """The page of a theme."""
    claims = graph.naming("themes", entry.id)
    involved = people(graph, claims)
    return ThemeView(
        name=entry.record.name,
        summary=entry.record.summary,
        overview=overview(graph, entry.record.overview),
        lead=leads.theme(graph, entry.id),
        other_names=all_names(entry)[1:],
        related_themes=links.counted(graph, "themes", entry.record.related),
        statements=statements(graph, claims, involved),
        people=involved,
        related=related(graph, claims, entry.record.name, "themes", entry.id),
        unsaid=unsaid.theme(graph, entry.id),
    )
