"""What an old address says: where its record is now, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.shelves import sharing


@dataclass(frozen=True, slots=True)
class Old:
    """A page at an address that no record has any more. `to` is where a browser is led at once."""

    address: str
    title: str
    why: str
    to: Link | None
    see: tuple[Link, ...]


def moved(graph: Graph) -> Iterator[Old]:
    """A page for each line of data/moved.yml, and for each letter whose names are on the page of another."""
    for letter, shelf in sharing(graph):
        place = Link(shelf.title, f"{shelf.address}#{letter.anchor}")
        yield Old(addresses.letter(letter.anchor), f"Names under {letter.letter}", "", place, ())
    if graph.library.moves is None:
        return
    record, _ = graph.library.moves
    for move in record.moved:
        if to := _link(graph, move.to):
            yield Old(addresses.of_record(move.from_), f"Moved: {move.from_.rpartition('/')[2]}", "", to, ())
    for gone in record.removed:
        see = tuple(to for place in gone.see if (to := _link(graph, place)))
        yield Old(addresses.of_record(gone.was), f"Removed: {gone.was}", gone.why, None, see)


def _link(graph: Graph, place: str) -> Link | None:
    """Link to a record; None where there is none, which the check has reported."""
    kind, *_, ident = place.split("/")
    if kind == "facts":
        claim = graph.claims.get(ident)
        return links.claim(claim) if claim else None
    return links.record(graph, kind, ident) if ident in graph.library.of(kind) else None
