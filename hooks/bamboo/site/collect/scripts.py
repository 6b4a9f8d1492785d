"""Statements as scripts, for "copy with source" and My list: their words, their quotes and their citations.

A page opened from a disk can read nothing else than scripts. Each holds the statements whose ids fall into
one bucket, so that a copied statement costs its reader some kilobytes, however many there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from bamboo.cite.form import Form, forms
from bamboo.cite.work import TRANSLATED, Work, of_claim, of_source, printed
from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.fact import FACTS
from bamboo.site.blocks import card_of_source
from bamboo.site.collect.file import File, Job
from bamboo.site.collect.rows import COLUMNS, row
from bamboo.site.scripted import script

FOLDER = "collect"
SOURCES = "sources"
# Never changes: a page that a browser kept from before has to find the scripts of today.
BUCKETS = 64


def bucket(ident: str) -> int:
    """Where a statement is: FNV-1a of its id. scripts/shelf.mjs reckons likewise."""
    found = 0x811C9DC5
    for byte in ident.encode("utf-8"):
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return found % BUCKETS


def jobs(graph: Graph, site_url: str) -> Iterator[Job]:
    """A script for each bucket that holds a statement, and one with the citations of all sources.

    The last also says which statement has taken the place of which: a list may be older than both.
    """
    buckets: dict[int, list[str]] = defaultdict(list)
    for ident in graph.claims:
        buckets[bucket(ident)].append(ident)
    for number, idents in sorted(buckets.items()):
        yield Job(f"{FOLDER}/{number}", partial(_bucket, graph, site_url, number, idents), tuple(idents))
    yield Job(f"{FOLDER}/{SOURCES}", partial(_sources, graph))


def _bucket(graph: Graph, site_url: str, number: int, idents: list[str]) -> Iterator[File]:
    yield _script(str(number), {ident: _statement(graph, graph.claims[ident], site_url) for ident in idents})


def _sources(graph: Graph) -> Iterator[File]:
    yield _script(
        SOURCES,
        {
            "columns": [column.name for column in COLUMNS],
            "moved": dict(_moved(graph)),
            "works": {ident: _forms(graph, of_source(graph, ident)) for ident in graph.library.sources},
        },
    )


def _moved(graph: Graph) -> Iterator[tuple[str, str]]:
    """Old ids of statements, each with the one that is there now."""
    moves = graph.library.moves[0].moved if graph.library.moves else []
    for move in moves:
        was, now = (path.rpartition("/")[2] for path in (move.from_, move.to))
        if move.from_.startswith(f"{FACTS.name}/") and now in graph.claims and was not in graph.claims:
            yield was, now


def _statement(graph: Graph, claim: Claim, site_url: str) -> dict[str, Any]:
    return {
        "url": claim.url,
        "title": claim.label,
        "sentence": claim.sentence,
        "when": dates.words(claim.when),
        "quotes": [
            {"text": printed(graph, cited), "lang": cited.lang, "source": _line(graph, cited.source)}
            | {"passage": cited.address}
            | (
                {"translation": f"{TRANSLATED.capitalize()}: {cited.translation}"}
                if cited.translation
                else {}
            )
            for cited in claim.evidence
        ],
        "sources": claim.sources,
        "row": row(graph, claim, site_url),
        "forms": _forms(graph, of_claim(graph, claim, site_url)),
    }


def _line(graph: Graph, source: str) -> str:
    """What a source is called, with what it states of itself."""
    known = card_of_source.printed(graph.library.sources[source].record)
    return f"{graph.name('sources', source)}, {known}" if known else graph.name("sources", source)


def _forms(graph: Graph, work: Work) -> dict[str, Any]:
    found = graph.once_for("forms", work, partial(forms, work))
    return {form.ending: _form(form) for form in found}


def _form(form: Form) -> str | list[str]:
    """A citation; where the browser is to put the address into it, what is before and after that."""
    if form.slot is None:
        return form.text
    return [form.before + form.title + form.middle, form.slot.before, form.slot.after, form.after]


def _script(name: str, value: Any) -> File:
    return File(f"{FOLDER}/{name}.js", script("bambooShelf", name, value))
