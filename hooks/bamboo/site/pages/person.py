"""The page of a person: roles as stated, what happened, what is said."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data.records import Name
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.person import Person
from bamboo.reading.names import all_names, in_vietnamese
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.involved import Involved, involved
from bamboo.site.blocks.keyfacts import KeyFacts, keyfacts
from bamboo.site.blocks.leads import Lead
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import names_besides
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.roles import roles
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class PersonView:
    """The page of a person: roles as stated, what happened, what is said."""

    name: str
    vi: str
    overview: Overview
    lead: Lead
    of: Link | None
    other_names: tuple[Name, ...]
    names_in_sources: tuple[Name, ...]
    keyfacts: KeyFacts
    statements: Statements
    people: Involved
    related: Related
    unsaid: Unsaid


def person(graph: Graph, entry: Entry[Person]) -> PersonView:
    """The page of a person."""
    claims = graph.naming("people", entry.id)
    home = entry.record.of
    printed = _printed(graph, entry)
    return PersonView(
        name=entry.record.name,
        vi=in_vietnamese(entry),
        overview=overview(graph, entry.record.overview),
        lead=leads.lead(graph, "people", entry.id),
        of=links.record(graph, "partners", home) if home in graph.library.partners else None,
        other_names=tuple(name for name in names_besides(entry) if name not in printed),
        names_in_sources=printed,
        keyfacts=keyfacts(
            graph, claims, roles=roles(graph, entry.id, claims), told=bool(entry.record.overview)
        ),
        statements=statements(graph, ("people", entry.id)),
        people=involved(graph, claims, but=entry.id),
        related=related(graph, claims, "people", entry.id),
        unsaid=unsaid.person(graph, entry.id),
    )


def _printed(graph: Graph, entry: Entry[Person]) -> tuple[Name, ...]:
    """Names in another language than English that the cited words print, letter for letter."""
    printed = graph.names_in_sources("people", entry.id)
    return tuple(name for name in all_names(entry) if name.lang != "en" and name.name in printed)
