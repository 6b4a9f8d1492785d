"""An index: records in groups, each with a line about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.kinds.base import Kind
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A record in an index, with a line about it."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Records under a heading."""

    anchor: str
    heading: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """A list of records in groups."""

    lead: str
    groups: tuple[IndexGroup, ...]


def by_name(entries: Iterable[IndexEntry]) -> tuple[IndexEntry, ...]:
    """Entries in the order of an index."""
    return tuple(links.alphabetical(entries, lambda entry: entry.link.label))


def how_many(graph: Graph, kind: Kind[Any]) -> str:
    """The number of records of a kind, as a sentence."""
    many = english.counted(len(graph.library.of(kind.name)), kind.label, kind.section.lower())
    return f"{many} that the sources name."


def of_kind(graph: Graph, kind: Kind[Any]) -> IndexView:
    """The records of a kind by name, in the groups of its sorts if it has those."""
    records = graph.library.of(kind.name)
    groups = {sort.name: sort.heading for sort in kind.sorts} or {"": ""}
    found: dict[str, list[IndexEntry]] = {name: [] for name in groups}
    for ident, entry in records.items():
        to = links.counted(graph, kind.name, [ident])[0]
        found[entry.record.kind if kind.sorts else ""].append(IndexEntry(to, ""))
    return IndexView(
        how_many(graph, kind),
        tuple(
            IndexGroup(f"kind-{name}" if name else kind.name, groups[name], by_name(entries))
            for name, entries in found.items()
            if entries
        ),
    )
