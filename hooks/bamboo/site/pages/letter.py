"""The names under one letter, and the way to the other letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.site.blocks import previous_next
from bamboo.site.blocks.links import Link, Way
from bamboo.site.blocks.previous_next import PreviousNext
from bamboo.site.blocks.shelves import Shelf, shelves


@dataclass(frozen=True, slots=True)
class LetterView:
    """A page of names, and the first page of each letter."""

    shelf: Shelf
    every: tuple[Way, ...]


def letters(graph: Graph) -> Iterator[LetterView]:
    """The page of every letter."""
    found = shelves(graph)
    firsts = [shelf for shelf in found if shelf.part == 1]
    for here in found:
        every = (Way(Link(one.label, one.address), one.slug == here.slug) for one in firsts)
        yield LetterView(here, tuple(every))


def sentence(graph: Graph, view: LetterView) -> str:
    """What is on the page of a letter."""
    first, *rest = view.shelf.names
    said = f"{view.shelf.title}: {english.several(len(view.shelf.names), 'name')}"
    return f"{said}, from {first.name} to {rest[-1].name}." if rest else f"{said}, {first.name}."


def order(graph: Graph) -> Callable[[LetterView], PreviousNext | None]:
    """The letters before and after each."""
    found = previous_next.of_shelves(graph)
    return lambda view: found[view.shelf.address]
