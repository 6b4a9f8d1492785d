"""Queries to try, each of which finds something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.reading import names

_OF: tuple[str, ...] = ("partners", "people", "themes", "indicators")


@dataclass(frozen=True, slots=True)
class Example:
    """A query, its language where that is not English, and the address that asks it."""

    query: str
    lang: str
    address: str


# A name with its year, a name in Vietnamese, a figure: what the home page offers.
_OFFERED = (1, 2, -1)


def queries(graph: Graph) -> tuple[Example, ...]:
    """A record of each kind under its last name, one in Vietnamese where there is one; a name with a year."""
    found = [
        Example(query, "" if lang == "en" else lang, f"{addresses.SEARCH}?q={quote(query)}")
        for query, lang in _queries(graph)
    ]
    return tuple(dict.fromkeys(found))


def offered(graph: Graph) -> tuple[Example, ...]:
    """A few of them: a partner with a year, a person, a figure."""
    found = queries(graph)
    return tuple(dict.fromkeys(found[n] for n in _OFFERED if -len(found) <= n < len(found)))


def _english(entry: Entry[Any]) -> bool:
    return names.all_names(entry)[-1].lang == "en"


def _queries(graph: Graph) -> Iterator[tuple[str, str]]:
    for kind in _OF:
        entries = graph.library.of(kind)
        order = sorted(entries, key=lambda ident: (_english(entries[ident]), -graph.many(kind, ident), ident))
        for ident in order[:1]:
            known = names.all_names(entries[ident])
            yield known[-1].name, known[-1].lang
            if kind == "partners" and (claims := graph.naming(kind, ident)):
                yield f"{known[0].name} {claims[0].years[0]}", known[0].lang
