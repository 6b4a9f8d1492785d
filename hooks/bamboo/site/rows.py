"""Rows that the page table makes for each kind of record: the list of its records, and a page for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bamboo.data import english
from bamboo.data.locations import Location
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.graph.wording import PAGE_TITLE
from bamboo.kinds.base import Kind
from bamboo.kinds.library import Entry
from bamboo.site.blocks import description, previous_next
from bamboo.site.blocks.index import how_many, of_kind
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import fitting
from bamboo.site.blocks.previous_next import PreviousNext
from bamboo.site.blocks.subject import subject
from bamboo.site.pagekind import Each, Given, Menu, One, Row

# What the lists of names that have a line each share.
INDEX = "index.md.jinja"


def of(view: Callable[[Graph], object]) -> Callable[[Given], object]:
    """A view that the graph alone is enough for."""
    return lambda given: view(given.graph)


def listing(
    kind: Kind[Any],
    sentence: str,
    view: Callable[[Graph], object],
    *,
    one: str = "",
    more: str = "",
    group: str = "",
    template: str = "",
) -> One:
    """The page that lists the records of a kind. Their number is put for `{}` in the sentence.

    `one` is the word for a record where that is not its kind's, `more` the word for several where that is
    not the word for one with an s. `group` is where it is in the navigation.
    """

    def counted(graph: Graph) -> str:
        return sentence.format(english.counted(len(graph.library.of(kind.name)), one or kind.label, more))

    return One(
        kind.address,
        addresses.index(kind.name),
        kind.section,
        counted,
        of(view),
        menu=Menu(kind.section, group),
        template=template,
    )


def records(
    kind: Kind[Any], view: Callable[[Given, Entry[Any]], object], scripts: tuple[str, ...] = ()
) -> Each[Entry[Any]]:
    """A page for each record of a kind."""

    def order(graph: Graph) -> Callable[[Entry[Any]], PreviousNext | None]:
        found = previous_next.of_kind(graph, kind.name)
        return lambda entry: found[entry.id]

    def entries(graph: Graph) -> Iterable[Entry[Any]]:
        return graph.library.of(kind.name).values()

    return Each(
        name=kind.label,
        things=entries,
        address=lambda entry: addresses.entity(kind.name, entry.id),
        title=lambda graph, entry: fitting(graph.name(kind.name, entry.id), entry, PAGE_TITLE),
        sentence=lambda graph, entry: description.of_record(graph, kind.name, entry.id),
        view=view,
        subject=lambda entry: (kind.name, entry.id),
        section=Link(kind.section, addresses.index(kind.name)),
        edit=lambda entry: Location(entry.file),
        order=order,
        scripts=scripts,
        template=kind.template,
    )


def plain(kind: Kind[Any]) -> Iterable[Row]:
    """The rows of a kind that has no view of its own: its template is enough."""
    yield One(
        kind.address,
        addresses.index(kind.name),
        kind.section,
        lambda graph: how_many(graph, kind),
        lambda given: of_kind(given.graph, kind),
        menu=Menu(kind.section, "Explore"),
        template=INDEX,
    )
    yield records(kind, lambda given, entry: subject(given.graph, kind, entry))
