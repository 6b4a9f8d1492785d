"""The pages before and after one of its kind: partners and terms A-Z within their kind, years in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from bamboo import kinds
from bamboo.data.seed import bare_letters
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import parts
from bamboo.site.blocks.parts import Link

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pages beside a page, and in which order they stand."""

    order: str
    before: Link | None
    after: Link | None


def of_kind(graph: Graph, kind: str) -> Mapping[str, Neighbours]:
    """The neighbours of every record of a kind."""
    known, records = kinds.BY_NAME[kind], graph.library.of(kind)

    def row(ident: str) -> str:
        return str(records[ident].record.kind) if known.sorts else ""

    labels = {ident: parts.link(graph, kind, ident) for ident in records}
    order = sorted(
        records, key=lambda ident: (row(ident), bare_letters(labels[ident].label), labels[ident].label, ident)
    )
    found: dict[str, Neighbours] = {}
    for name, idents in groupby(order, key=row):
        title = known.sort(name).in_order if name else f"{known.section}, A–Z"
        found |= _chain(idents, labels.__getitem__, title)
    return found


def of_years(graph: Graph) -> Mapping[int, Neighbours]:
    """The neighbours of every year."""
    return _chain(
        sorted(graph.years), lambda year: Link(str(year), addresses.year(year)), "Years that claims are about"
    )


def _chain(items: Iterable[T], link: Callable[[T], Link], order: str) -> dict[T, Neighbours]:
    row = list(items)
    return {
        item: Neighbours(
            order,
            link(row[at - 1]) if at else None,
            link(row[at + 1]) if at + 1 < len(row) else None,
        )
        for at, item in enumerate(row)
    }
