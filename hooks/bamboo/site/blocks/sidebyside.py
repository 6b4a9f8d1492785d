"""Partners, themes or years beside each other: what happened with each, and what names all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIMS
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

SHOWN = 6  # claims of a cell before the rest is folded
MOST = 60  # claims of a cell, folded or not; more of them are on the page of the subject

# What is said of each is on its own page; here it counts only where it is of all.
ROWS = tuple(kind for kind in CLAIMS if not kind.spoken)

Subject = tuple[str, str]
"""A kind of record, or `years`, and an id."""

# What can be set side by side.
KINDS = {"partners": "Partners", "themes": "Themes", "years": "Years"}


@dataclass(frozen=True, slots=True)
class Cell:
    """Claims of one sort about one subject; those in `folded` open with one click.

    `rest` leads to those that are too many to be here at all.
    """

    name: str
    shown: tuple[Link, ...]
    folded: tuple[Link, ...]
    more: str
    rest: Link | None


@dataclass(frozen=True, slots=True)
class Line:
    """One sort of claims about each subject; there is none where all cells are empty."""

    heading: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Subjects in columns, and the claims that name all of them; `shared_rest` leads to those left out."""

    subjects: tuple[Link, ...]
    shared_heading: str
    shared: tuple[Link, ...]
    shared_rest: Link | None
    lines: tuple[Line, ...]


def side_by_side(graph: Graph, subjects: Sequence[Subject]) -> SideBySide:
    """Subjects of one kind beside each other."""
    names = [link(graph, subject) for subject in subjects]
    found = [rows(graph, subject) for subject in subjects]
    first, *others = (claims(graph, subject) for subject in subjects)
    shared = [claim for claim in first if all(claim in other for other in others)]
    return SideBySide(
        tuple(names),
        f"Statements about {english.listed(name.label for name in names)} together",
        tuple(map(line, shared[:MOST])),
        _rest(names[0], len(shared)),
        tuple(
            Line(
                kind.heading,
                tuple(_cell(name, mine[at]) for name, mine in zip(names, found, strict=True)),
            )
            for at, kind in enumerate(ROWS)
            if any(mine[at] for mine in found)
        ),
    )


def link(graph: Graph, subject: Subject) -> Link:
    """A subject with its page."""
    kind, ident = subject
    return Link(ident, addresses.year(ident)) if kind == "years" else links.record(graph, kind, ident)


def claims(graph: Graph, subject: Subject) -> tuple[Claim, ...]:
    """Every claim about a subject, newest first."""
    return graph.naming(*subject)


def rows(graph: Graph, subject: Subject) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each row about a subject."""
    found = claims(graph, subject)
    return tuple(tuple(claim for claim in found if claim.kind == kind.name) for kind in ROWS)


def line(claim: Claim) -> Link:
    """A claim in a cell, with its time where its title does not say it, as a figure's does."""
    when = dates.words(claim.when)
    return links.claim(claim, "" if claim.indicator or when in claim.title else when)


def _cell(subject: Link, found: Sequence[Claim]) -> Cell:
    every = tuple(map(line, found[:MOST]))
    # One more is shown rather than folded.
    cut = len(every) if len(every) <= SHOWN + 1 else SHOWN
    rest = len(every) - cut
    more = f"{english.number(rest)} more" if rest else ""
    return Cell(subject.label, every[:cut], every[cut:], more, _rest(subject, len(found)))


def _rest(subject: Link, many: int) -> Link | None:
    if many <= MOST:
        return None
    return Link(f"All {english.number(many)} are on the page of {subject.label}", subject.address)
