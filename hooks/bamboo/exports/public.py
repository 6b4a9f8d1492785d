"""All files of public data: lists, tables, citations, a calendar, a database, and what describes them."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.cite import files as cite
from bamboo.data import english
from bamboo.exports import calendar, database, descriptor, tables
from bamboo.exports import json_files as export
from bamboo.exports.json_files import PublicFile
from bamboo.graph import addresses
from bamboo.graph.claims import Graph


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file in a form that others define."""

    address: str
    about: str
    content: bytes
    count: str


def files(graph: Graph, site_url: str = "") -> tuple[PublicFile, ...]:
    """Every file of public data. `site_url` is where the site will stand, if that is known."""
    lists, tabular = export.files(graph), tables.files(graph)
    others = (*_citations(graph, site_url), _events(graph, site_url))
    base = database.database(graph, lists, tabular)
    return (*lists, *tabular, *others, base, descriptor.describe(graph, lists, tabular, (*others, base)))


def _citations(graph: Graph, site_url: str) -> tuple[OtherFile, ...]:
    works = cite.works(graph, site_url)
    count = english.counted(len(works), "citation")
    return tuple(
        OtherFile(
            f"{addresses.DATA}/{name}",
            f"citations of every source and every claim, as {form}",
            text.encode("utf-8"),
            count,
        )
        for name, form, text in (
            ("citations.bib", "BibTeX", cite.bibliography(works)),
            ("citations.ris", "RIS", cite.records(works)),
            ("citations.csl.json", "CSL-JSON", cite.items(works)),
        )
    )


def _events(graph: Graph, site_url: str) -> OtherFile:
    return OtherFile(
        addresses.EVENTS,
        "iCalendar of every fact dated to a day or days",
        calendar.text(graph, site_url).encode("utf-8"),
        english.counted(len(calendar.events(graph)), "event"),
    )
