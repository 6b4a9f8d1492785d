"""The page of a term: what it means and who says so, who has the tier, its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data.records import Name
from bamboo.graph.cited import definition
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.term import TERMS, Term
from bamboo.reading.names import in_vietnamese
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.accord import Accord, accord
from bamboo.site.blocks.involved import Involved, involved
from bamboo.site.blocks.keyfacts import KeyFacts, keyfacts
from bamboo.site.blocks.ladder import Rung, rungs_of
from bamboo.site.blocks.leads import Lead
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import Expansion, expansion, names_besides
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.quotes import QuoteView, quote
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.tiers import Holders, holders
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class TermView:
    """The page of a term: what it means and who says so, who has the tier, its claims."""

    name: str
    vi: str
    kind: str
    row: Link
    overview: Overview
    lead: Lead
    expansion: Expansion | None
    other_names: tuple[Name, ...]
    definition: str
    definition_quotes: tuple[QuoteView, ...]
    parent: Link | None
    members: tuple[Link, ...]
    ladder: tuple[Rung, ...]
    tiers: Holders
    accord: Accord | None
    """Of an agreement, what became of it."""
    keyfacts: KeyFacts
    statements: Statements
    people: Involved
    related: Related
    unsaid: Unsaid


def term(graph: Graph, entry: Entry[Term]) -> TermView:
    """The page of a term."""
    claims = graph.naming("terms", entry.id)
    record = entry.record
    meaning = record.definition
    members = [ident for ident, other in graph.library.terms.items() if other.record.parent == entry.id]
    rungs = rungs_of(graph, entry.id)
    return TermView(
        name=record.name,
        vi=in_vietnamese(entry),
        kind=record.kind,
        row=links.sort(TERMS, record.kind),
        overview=overview(graph, entry.record.overview),
        lead=leads.lead(graph, "terms", entry.id),
        expansion=expansion(record),
        other_names=names_besides(entry),
        definition=(meaning.text or "") if meaning else "",
        definition_quotes=tuple(quote(graph, cited) for cited in definition(graph.library, entry.id)),
        parent=links.record(graph, "terms", record.parent) if record.parent else None,
        members=links.counted(graph, "terms", members),
        ladder=rungs,
        tiers=holders(graph, entry.id, claims),
        accord=accord(graph, entry.id, claims),
        keyfacts=keyfacts(graph, _besides(claims, rungs), told=bool(record.overview)),
        statements=statements(graph, ("terms", entry.id)),
        people=involved(graph, claims),
        related=related(graph, claims, "terms", entry.id),
        unsaid=unsaid.term(graph, entry.id),
    )


def _besides(claims: Sequence[Claim], rungs: Sequence[Rung]) -> list[Claim]:
    """The claims that the ladder does not count from: a number is there once."""
    steps = [step for rung in rungs for step in rung.steps]
    shown = {count.row.observation.address for step in steps for count in step.counts}
    return [claim for claim in claims if claim.url not in shown]
