"""The page of a record of any kind: what a kind that declares no view of its own shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bamboo.data.records import Name
from bamboo.graph.claims import Graph
from bamboo.kinds.base import Kind
from bamboo.kinds.library import Entry
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.involved import Involved, involved
from bamboo.site.blocks.keyfacts import KeyFacts, keyfacts
from bamboo.site.blocks.leads import Lead
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import other_names
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A record: its names, its claims by year, who is in them and what else.

    `record` is the record itself, for what its kind alone has.
    """

    name: str
    record: Any
    row: Link | None
    overview: Overview
    lead: Lead
    other_names: tuple[Name, ...]
    keyfacts: KeyFacts
    statements: Statements
    people: Involved
    related: Related
    unsaid: Unsaid


def subject(graph: Graph, kind: Kind[Any], entry: Entry[Any]) -> SubjectView:
    """The page of a record."""
    name = graph.name(kind.name, entry.id)
    claims = graph.naming(kind.name, entry.id)
    return SubjectView(
        name=name,
        record=entry.record,
        row=links.sort(kind, entry.record.kind) if kind.sorts else None,
        overview=overview(graph, getattr(entry.record, "overview", ())),
        lead=leads.lead(graph, kind.name, entry.id),
        other_names=other_names(entry),
        keyfacts=keyfacts(graph, claims),
        statements=statements(graph, (kind.name, entry.id)),
        people=involved(graph, claims),
        related=related(graph, claims, kind.name, entry.id),
        unsaid=unsaid.record(graph, kind.name, entry.id),
    )
