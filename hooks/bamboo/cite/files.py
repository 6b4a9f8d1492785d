"""The citations of every claim and source in one file of each form."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bamboo.cite import bibtex, csl, ris
from bamboo.cite.work import Work, of_claim, of_source
from bamboo.graph.claims import Graph


def works(graph: Graph, site_url: str) -> tuple[Work, ...]:
    """Every source, then every claim in the order of the site."""
    return (
        *(of_source(graph, ident) for ident in graph.library.sources),
        *(of_claim(graph, claim, site_url) for claim in graph.claims.values()),
    )


def bibliography(all_works: Iterable[Work]) -> str:
    """BibTeX entries."""
    return "\n\n".join("\n".join(bibtex.lines(work)) for work in all_works) + "\n"


def records(all_works: Iterable[Work]) -> str:
    """RIS records."""
    return "\n\n".join("\n".join(ris.lines(work)) for work in all_works) + "\n"


def items(all_works: Iterable[Work]) -> str:
    """CSL-JSON: one item a line."""
    rows = ",\n".join(json.dumps(csl.item(work), ensure_ascii=False) for work in all_works)
    return f"[\n{rows}\n]\n" if rows else "[]\n"
