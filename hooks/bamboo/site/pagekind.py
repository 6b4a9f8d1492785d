"""What a kind of page is: a row of the page table, and the pages that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from bamboo.data.locations import Location
from bamboo.exports.format import Made
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.previous_next import PreviousNext

S = TypeVar("S")

# What pages read that describe the public files: see `Graph.noting`.
PUBLIC = "public"

Subject = Claim | int | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """What views are made from. `made` are the public files, `site_url` its address, if known."""

    graph: Graph
    made: Sequence[Made] = ()
    site_url: str = ""

    @property
    def public(self) -> Sequence[Made]:
        """The public files, to be described on a page."""
        self.graph.noting(PUBLIC)
        return self.made


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that there is to be, and how it is planned. `of` is what it is about, with all that the list of
    pages says of it."""

    address: str
    of: object
    plan: Callable[[], Planned]


@dataclass(frozen=True, slots=True)
class Description:
    """What a page is about (a record, a year, a fact, or a list of them), its section, and a sentence."""

    subject: Subject | None
    section: Link | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A page to be rendered. `leads_to` is where a browser that opens it is sent at once."""

    address: str
    title: str
    template: str
    view: object
    description: Description
    edit: Location | None = None
    leads_to: str = ""
    scripts: tuple[str, ...] = ()
    previous_next: PreviousNext | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A place in the navigation: a label, and the label of the group that it is in, if any."""

    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class One:
    """A page there is one of.

    `name` is that of its view's module and of its template, unless it shares a `template` with others.
    A page without a view is written by hand, in `written`. Its sentence follows from the graph where it
    counts something. A page with `search` words (further words by which it is looked for) is found by the
    search; lists of everything are not.
    """

    name: str
    address: str
    title: str
    sentence: str | Callable[[Graph], str]
    view: Callable[[Given], object] | None = None
    written: str = ""
    menu: Menu | None = None
    search: str | None = None
    scripts: tuple[str, ...] = ()
    template: str = ""

    def said(self, graph: Graph) -> str:
        """The sentence."""
        return self.sentence if isinstance(self.sentence, str) else self.sentence(graph)

    def listed(self, given: Given) -> Iterator[Listed]:
        """The page, unless it is written by hand."""
        if self.view is not None:
            yield Listed(self.address, None, partial(self._planned, given, self.view))

    def _planned(self, given: Given, view: Callable[[Given], object]) -> Planned:
        return Planned(
            self.address,
            self.title,
            layout(self),
            view(given),
            Description(None, None, self.said(given.graph)),
            scripts=self.scripts,
        )


@dataclass(frozen=True, slots=True)
class Each(Generic[S]):
    """A page for each of some things. `name` is that of its view's module and of its template, unless it
    shares a `template` with others.

    `section` is the page that lists them. `order` gives each its previous and next page.
    """

    name: str
    things: Callable[[Graph], Iterable[S]]
    address: Callable[[S], str]
    title: Callable[[Graph, S], str]
    sentence: Callable[[Graph, S], str]
    view: Callable[[Given, S], object]
    subject: Callable[[S], Subject | None] = lambda _: None
    section: Link | None = None
    edit: Callable[[S], Location | None] = lambda _: None
    leads_to: Callable[[S], str] = lambda _: ""
    order: Callable[[Graph], Callable[[S], PreviousNext | None]] | None = None
    scripts: tuple[str, ...] = ()
    template: str = ""

    def listed(self, given: Given) -> Iterator[Listed]:
        """The pages."""
        order = self.order(given.graph) if self.order else None
        for thing in self.things(given.graph):
            beside_it = order(thing) if order else None
            yield Listed(
                self.address(thing), (thing, beside_it), partial(self._planned, given, thing, beside_it)
            )

    def _planned(self, given: Given, thing: S, near: PreviousNext | None) -> Planned:
        return Planned(
            self.address(thing),
            self.title(given.graph, thing),
            layout(self),
            self.view(given, thing),
            Description(self.subject(thing), self.section, self.sentence(given.graph, thing)),
            self.edit(thing),
            self.leads_to(thing),
            self.scripts,
            near,
        )


# What the page table holds.
Row = One | Each[Any]


def layout(row: Row) -> str:
    """The template of a row's pages."""
    return row.template or beside(row.name)


def beside(name: str) -> str:
    """The file of a page kind's template, which is beside its view."""
    return f"{name}.md.jinja"
