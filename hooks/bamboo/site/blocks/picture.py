"""A picture and what goes with it wherever it is taken: what it says, from which sources, as a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.cite.work import SITE
from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.chart import ChartView
from bamboo.site.blocks.links import Link

# Sources that the line under a picture names; more of them are counted.
NAMED = 8


@dataclass(frozen=True, slots=True)
class Group:
    """A line of what is behind a picture: its heading and where each part of it is proven."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Some things of one sort: a square for each, in a row, and their names beneath.

    `rest` are further ones that have no name: their squares are empty.
    """

    label: str
    names: tuple[str, ...]
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Blocks:
    """Squares under headings."""

    parts: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """Counts in rows and columns, shaded by how large they are."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A calendar: a row for each month with the days on which it is marked.

    Each of `spans` has its first and last day in that month; `undated` are those with no day.
    """

    months: tuple[DaysOf, ...]


@dataclass(frozen=True, slots=True)
class DaysOf:
    """A month in a calendar."""

    label: str
    length: int
    spans: tuple[tuple[int, int], ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, its finding, how to read it, all of it in words, and the claims behind it.

    `page` is where it is on the site, with its proof.
    """

    id: str
    page: str
    heading: str
    finding: str
    note: str
    description: str
    source: str
    drawn: Blocks | Heat | Days | ChartView
    behind: tuple[Group, ...]

    @property
    def file(self) -> str:
        """Where it is as a file of its own."""
        return addresses.picture(self.id)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on a page. `before`, `address` and `after` make the HTML that embeds it elsewhere."""

    picture: Picture
    svg: Link
    png: str
    before: str
    address: str
    after: str


def shown(picture: Picture, size: tuple[int, int], site_url: str = "") -> Shown:
    """A picture with the ways to take it away; its file has this width and height."""
    title = picture.finding.replace("&", "&amp;").replace('"', "&quot;")
    return Shown(
        picture,
        Link(f"{picture.id}.svg", picture.file),
        f"{picture.id}.png",
        '<iframe src="',
        site_url + picture.file,
        f'" title="{title}" width="{size[0]}" height="{size[1]}"></iframe>',
    )


def source_line(graph: Graph, claims: Iterable[Claim]) -> str:
    """What a picture is made from, in a line that stays with it."""
    cited = {source for claim in claims for source in claim.sources}
    names = [entry.record.label for ident, entry in graph.library.sources.items() if ident in cited]
    return f"{SITE}, from {english.listed(names) if len(names) <= NAMED else f'{len(names)} texts'}."
