"""Links to records, with a note beside them; the commonest part of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bamboo.data import english
from bamboo.graph import addresses, cautions
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.base import Kind
from bamboo.reading import order


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the address it leads to, from the site's root; `vi` is the same name in Vietnamese."""

    label: str
    address: str
    note: str = ""
    vi: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One of several pages to turn to; `current` is the one at hand."""

    link: Link
    current: bool


def record(graph: Graph, kind: str, ident: str, note: str = "") -> Link:
    """Link to the page of a record; a source goes by its short name, and says if it was retracted."""
    label = source_label(graph, ident) if kind == "sources" else graph.name(kind, ident)
    native = graph.in_vietnamese(kind, ident)
    return Link(label, addresses.entity(kind, ident), note, native if native != label else "")


def source_label(graph: Graph, ident: str) -> str:
    """`WVR`, `WVR (retracted)`."""
    label, caution = graph.library.sources[ident].record.label, cautions.of(graph.library, ident)
    return f"{label} ({caution})" if caution else label


def records(graph: Graph, kind: str, idents: Iterable[str]) -> tuple[Link, ...]:
    """Links to the pages of records of one kind."""
    return tuple(record(graph, kind, ident) for ident in idents)


def counted(graph: Graph, kind: str, idents: Iterable[str]) -> tuple[Link, ...]:
    """Links with the number of claims of each."""
    return tuple(
        record(graph, kind, ident, english.counted(graph.many(kind, ident), "statement")) for ident in idents
    )


def claim(of: Claim, note: str = "") -> Link:
    """Link to a claim under its title, with its speaker."""
    return Link(of.label, of.url, note)


def sort(kind: Kind[Any], name: str) -> Link:
    """Link to the records of one sort in the index of their kind."""
    return Link(kind.sort(name).heading, f"{addresses.index(kind.name)}#kind-{name}")


def alphabetical(items: Iterable[Any], key: Callable[[Any], str]) -> list[Any]:
    """Items by name as an index orders them: diacritics and case do not count, numbers go by size."""
    return sorted(items, key=lambda item: (order.plain(key(item)), key(item)))
