"""What the picker of the page "Compare" reads, as a script: a page opened from a disk may fetch nothing else.

The browser only sets beside each other what is here in lists; what is in them is decided by
blocks/sidebyside.py, for ready pages too.
"""

from __future__ import annotations

from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import compared, links
from bamboo.site.blocks.sidebyside import ROWS, SHOWN, Subject, claims, line, link, rows
from bamboo.site.collect.file import File
from bamboo.site.scripted import script

ADDRESS = "compare/data.js"


def subjects(graph: Graph) -> dict[str, tuple[str, ...]]:
    """What can be picked, by kind, in the order in which it is offered."""
    return {
        "partners": _by_name(graph, "partners"),
        "themes": _by_name(graph, "themes"),
        "years": tuple(str(year) for year in sorted(graph.years)),
    }


def _by_name(graph: Graph, kind: str) -> tuple[str, ...]:
    return tuple(links.alphabetical(graph.library.of(kind), lambda ident: graph.name(kind, ident)))


def file(graph: Graph) -> File:
    """The script: claims once, and for each subject the numbers of those in its rows and of all that it
    shares with another subject of its kind."""
    every = {kind: [(kind, ident) for ident in idents] for kind, idents in subjects(graph).items()}
    times: dict[tuple[str, str], int] = {}
    for kind, those in every.items():
        for subject in those:
            for claim in claims(graph, subject):
                times[kind, claim.id] = times.get((kind, claim.id), 0) + 1
    numbers: dict[str, int] = {}
    table: list[list[str]] = []

    def number(claim: Claim) -> int:
        if claim.id not in numbers:
            numbers[claim.id] = len(table)
            to = line(claim)
            table.append([to.label, to.address, to.note])
        return numbers[claim.id]

    def cells(subject: Subject) -> list[object]:
        to = link(graph, subject)
        return [
            subject[1],
            to.label,
            to.address,
            [[number(claim) for claim in row] for row in rows(graph, subject)],
            [number(claim) for claim in claims(graph, subject) if times[subject[0], claim.id] > 1],
        ]

    value = {
        "rows": [kind.heading for kind in ROWS],
        "shown": SHOWN,
        "missing": compared.NOT_IN_SOURCES,
        "subjects": {kind: [cells(subject) for subject in those] for kind, those in every.items()},
        "claims": table,
    }
    return File(ADDRESS, script("bambooCompare", "data", value))
