"""The pages before and after one of its kind: partners and terms A-Z within their kind, years, letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from bamboo import kinds
from bamboo.data.seed import bare_letters
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.shelves import shelves

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PreviousNext:
    """The pages beside a page, and in which order they are."""

    order: str
    previous: Link | None
    next: Link | None


def of_kind(graph: Graph, kind: str) -> Mapping[str, PreviousNext | None]:
    """Previous and next of every record of a kind."""
    known, records = kinds.BY_NAME[kind], graph.library.of(kind)

    def row(ident: str) -> str:
        return str(records[ident].record.kind) if known.sorts else ""

    labels = {ident: links.record(graph, kind, ident) for ident in records}
    order = sorted(
        records, key=lambda ident: (row(ident), bare_letters(labels[ident].label), labels[ident].label, ident)
    )
    found: dict[str, PreviousNext | None] = {}
    for name, idents in groupby(order, key=row):
        title = known.sort(name).in_order if name else f"{known.section}, A–Z"
        found |= _chain(idents, labels.__getitem__, title)
    return found


def of_years(graph: Graph) -> Mapping[int, PreviousNext | None]:
    """Previous and next of every year."""
    return _chain(
        sorted(graph.years),
        lambda year: Link(str(year), addresses.year(year)),
        "Years that statements are about",
    )


def of_shelves(graph: Graph) -> Mapping[str, PreviousNext | None]:
    """Previous and next of every page of names, by its address."""
    links_to = {shelf.address: Link(shelf.title, shelf.address) for shelf in shelves(graph)}
    return _chain(links_to, links_to.__getitem__, "A–Z")


def _chain(items: Iterable[T], link: Callable[[T], Link], order: str) -> dict[T, PreviousNext | None]:
    """What is alone has neither."""
    row = list(items)
    return {
        item: PreviousNext(
            order,
            link(row[at - 1]) if at else None,
            link(row[at + 1]) if at + 1 < len(row) else None,
        )
        if len(row) > 1
        else None
        for at, item in enumerate(row)
    }
