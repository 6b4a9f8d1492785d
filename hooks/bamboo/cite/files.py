"""The citations of every claim and source in one file of each form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bamboo.cite import bibtex, csl, ris
from bamboo.cite.work import Work, of_claim, of_source
from bamboo.graph.claims import Graph


def texts(graph: Graph, site_url: str) -> Iterator[tuple[str, str, str]]:
    """Every source, then every claim in the order of the site: each as BibTeX, RIS and CSL-JSON."""

    def source(ident: str) -> tuple[str, str, str]:
        return _texts(of_source(graph, ident))

    def claim(ident: str) -> tuple[str, str, str]:
        return _texts(of_claim(graph, graph.claims[ident], site_url))

    yield from (graph.part("cited source", ident, source) for ident in graph.library.sources)
    yield from (graph.part("cited", ident, claim) for ident in graph.claims)


def _texts(work: Work) -> tuple[str, str, str]:
    return _entry(work), _record(work), _item(work)


def _entry(work: Work) -> str:
    return "\n".join(bibtex.lines(work))


def _record(work: Work) -> str:
    return "\n".join(ris.lines(work))


def _item(work: Work) -> str:
    return json.dumps(csl.item(work), ensure_ascii=False)


def bibliography(works: Iterable[Work]) -> str:
    """BibTeX entries."""
    return paragraphs(map(_entry, works))


def records(works: Iterable[Work]) -> str:
    """RIS records."""
    return paragraphs(map(_record, works))


def items(works: Iterable[Work]) -> str:
    """CSL-JSON."""
    return listed(map(_item, works))


def paragraphs(entries: Iterable[str]) -> str:
    """Entries with empty lines between them."""
    return "\n\n".join(entries) + "\n"


def listed(found: Iterable[str]) -> str:
    """A list in JSON, one item a line."""
    rows = ",\n".join(found)
    return f"[\n{rows}\n]\n" if rows else "[]\n"
