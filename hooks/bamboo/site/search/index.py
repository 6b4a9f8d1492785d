"""The index as scripts: one with the entities and the newest claims, and, where there are many, more parts.

The first search loads the first script and, of the further parts, those that hold the words it asks
for: the script's directory says which. So what a search loads does not grow with the number of claims.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from bamboo.graph.claims import Graph
from bamboo.site.blocks.examples import queries
from bamboo.site.scripted import script
from bamboo.site.search import texts
from bamboo.site.search.absent import countries
from bamboo.site.search.documents import (
    Numbering,
    addresses_in_order,
    claim_row,
    claim_texts,
    counted,
    entities,
    passage_row,
)
from bamboo.site.search.fold import words
from bamboo.site.search.lists import asked, lists
from bamboo.site.search.rows import ClaimRow, cells, schema
from bamboo.site.search.wordlist import shortened, to_36

FOLDER = "search"
CORE = f"{FOLDER}/core.js"
_LOADER = "bambooSearch"
_Cells = tuple[Any, ...]
# Claims that the first script holds where all of them find room in it, and where they do not; claims in each
# further part. Measured in benchmarks/search: some 35 kB a part once compressed.
WHOLE, NEWEST, PART = 1000, 400, 250

# Where a claim's row has the numbers of its passages.
_QUOTES = [column.name for column in fields(ClaimRow)].index("quotes")

# The lists of words.yml that the browser reads queries with.
_OF_QUERIES = (
    "small",
    "light",
    "smallPhrases",
    "everywhere",
    "same",
    "plain",
    "right",
    "vietnamese",
    "everyday",
    "vietnameseLight",
    "vietnameseSmall",
)


@dataclass(frozen=True, slots=True)
class File:
    """A script of the index: its address on the site and its text."""

    address: str
    text: str


def files(graph: Graph) -> tuple[File, ...]:
    """Every script of the index; the first is the one that names the others."""
    found = entities(graph)
    numbers = Numbering(found)
    claims = list(graph.claims)
    newest = WHOLE if len(claims) <= WHOLE else NEWEST
    first, more = claims[:newest], [claims[at : at + PART] for at in range(newest, len(claims), PART)]
    parts = [_part(_rows(graph, numbers, group)) for group in more]
    sources = texts.files(graph)
    core = {
        **schema(),
        "entities": [cells(entity) for entity in found],
        "absent": graph.part("countries for search", "absent", lambda _: countries(graph)),
        **{name: lists()[name] for name in _OF_QUERIES},
        "lists": asked(),
        "counted": numbers.of("terms", counted(graph)),
        "total": len(claims),
        "parts": [
            [part.address.removeprefix(f"{FOLDER}/"), len(group)]
            for part, group in zip(parts, more, strict=True)
        ],
        "directory": _directory(graph, more),
        "texts": next((name for name, _ in sources), ""),
        "examples": [[example.query, example.lang] for example in queries(graph)],
        **_rows(graph, numbers, first),
    }
    found_when_needed = (File(f"{FOLDER}/{name}", text) for name, text in sources)
    return (File(CORE, script(_LOADER, "core", core)), *parts, *found_when_needed)


def _part(rows: dict[str, Any]) -> File:
    """A part; its name changes with what is in it, so that no browser mixes two versions of an index."""
    text = json.dumps(rows, ensure_ascii=False)
    name = f"part-{hashlib.sha256(text.encode()).hexdigest()[:12]}.js"
    return File(f"{FOLDER}/{name}", script(_LOADER, name, rows))


def _rows(graph: Graph, numbers: Numbering, claims: Sequence[str]) -> dict[str, Any]:
    """Claims, and the passages they quote, each once."""

    def made(ident: str) -> tuple[_Cells, tuple[tuple[tuple[str, int, int], _Cells], ...]]:
        """A claim's row without its passages, and these by their places."""
        # Rows have numbers in them, which follow from the order.
        graph.entry(addresses_in_order, None)
        claim = graph.claims[ident]
        return tuple(cells(claim_row(claim, numbers))), tuple(
            ((cited.source, cited.start, cited.end), tuple(cells(passage_row(cited, numbers))))
            for cited in claim.evidence
        )

    places: dict[tuple[str, int, int], int] = {}
    passages: list[_Cells] = []
    rows: list[_Cells] = []
    for ident in claims:
        row, quoted = graph.part("row for search", ident, made)
        for place, passage in quoted:
            if place not in places:
                places[place] = len(passages)
                passages.append(passage)
        mine = [*dict.fromkeys(places[place] for place, _ in quoted)]
        rows.append((*row[:_QUOTES], mine, *row[_QUOTES + 1 :]))
    return {"claims": rows, "passages": passages}


def _directory(graph: Graph, parts: Sequence[Sequence[str]]) -> dict[str, str]:
    """Which words by which a claim is found are in which parts.

    `where` has for each word the numbers of its parts, to the base of 36, with dots between them; of a word
    that is in more than half of them, a star for all.
    """
    where: dict[str, list[int]] = {}
    once = cache(words)  # the same names stand in many claims

    def found(ident: str) -> str:
        texts = claim_texts(graph, graph.claims[ident])
        return " ".join(sorted({word for text in texts for word in once(text)}))

    for place, claims in enumerate(parts):
        held = {word for ident in claims for word in graph.part("words for search", ident, found).split()}
        for word in held:
            where.setdefault(word, []).append(place)
    ordered = sorted(where)
    return {
        "words": shortened(ordered),
        "where": " ".join(
            "*" if len(where[word]) * 2 > len(parts) else ".".join(map(to_36, where[word]))
            for word in ordered
        ),
    }
