"""A subject's statements as files beside its page: a table, and citations for a reference manager."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from bamboo.cite import files as cite
from bamboo.cite.work import Work, of_claim, of_source
from bamboo.exports.tables import Table
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.take import subjects
from bamboo.site.collect.file import File, Job
from bamboo.site.collect.rows import COLUMNS, row


def jobs(graph: Graph, site_url: str) -> Iterator[Job]:
    """The files of every subject."""
    for kind, ident in subjects(graph):
        yield Job(f"{kind}/{ident}", partial(_files, graph, site_url, kind, ident))


def _files(graph: Graph, site_url: str, kind: str, ident: str) -> Iterator[File]:
    claims = graph.naming(kind, ident)
    table, citations = addresses.taken(kind, ident)
    rows = tuple(row(graph, claim, site_url) for claim in claims)
    yield File(table, Table(table, "", COLUMNS, rows).text)
    yield File(citations, cite.records(_works(graph, claims, site_url)))


def _works(graph: Graph, claims: Iterable[Claim], site_url: str) -> Iterator[Work]:
    """The sources that say so, then the statements."""
    claims = tuple(claims)
    for source in dict.fromkeys(source for claim in claims for source in claim.sources):
        yield of_source(graph, source)
    yield from (of_claim(graph, claim, site_url) for claim in claims)
