"""The way to every name from A to Z: its letters, each with the first and the last of its names."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.shelves import Shelf, shelves


@dataclass(frozen=True, slots=True)
class Row:
    """A page of names: its letter, its number of names, the first and the last of them."""

    to: Link
    count: str
    first: str
    last: str
    lang: str


@dataclass(frozen=True, slots=True)
class AToZ:
    """The pages of names from A to Z, and those of names in Vietnamese."""

    count: str
    letters: tuple[Row, ...]
    vietnamese: tuple[Row, ...]


def a_to_z(graph: Graph) -> AToZ:
    """All letters."""
    every = shelves(graph)
    return AToZ(
        english.counted(sum(len(shelf.names) for shelf in every), "name"),
        tuple(_row(shelf) for shelf in every if not shelf.lang),
        tuple(_row(shelf) for shelf in every if shelf.lang),
    )


def _row(shelf: Shelf) -> Row:
    first, *rest = shelf.names
    label = f"{shelf.label} {shelf.part}" if shelf.parts > 1 else shelf.label
    return Row(
        Link(label, shelf.address),
        english.counted(len(shelf.names), "name"),
        first.name,
        rest[-1].name if rest else "",
        shelf.lang,
    )
