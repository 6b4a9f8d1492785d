"""What a subject can be taken away as, and which subjects there are."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo import kinds
from bamboo.data.records import Record
from bamboo.graph import addresses, wording
from bamboo.graph.claims import Graph
from bamboo.kinds.source import SOURCES
from bamboo.kinds.year import YEARS
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import fitting
from bamboo.site.blocks.sections import FEW

# Kind and id; a year's id is its number.
Subject = tuple[str, str]

# A figure has its own table, a source is its own text.
_KINDS = tuple(kind.name for kind in kinds.SUBJECTS if not kind.holds_claims and kind is not SOURCES)


def subjects(graph: Graph) -> Iterator[Subject]:
    """All that have a statement."""
    for kind in _KINDS:
        yield from ((kind, ident) for ident in graph.library.of(kind) if graph.many(kind, ident))
    yield from ((YEARS.name, str(year)) for year in graph.years)


def briefed(graph: Graph) -> Iterator[Subject]:
    """Those that a briefing adds something to: more than its page shows first."""
    return (subject for subject in subjects(graph) if has_briefing(graph, subject))


def has_briefing(graph: Graph, subject: Subject) -> bool:
    """Whether its page does not begin with all its statements."""
    kind, ident = subject
    return graph.many(kind, ident) > FEW or bool(graph.library.overview(kind, ident))


def name(graph: Graph, subject: Subject) -> str:
    """What a subject is called; a year by its number."""
    kind, ident = subject
    return ident if kind == YEARS.name else graph.name(kind, ident)


def in_brief(graph: Graph, subject: Subject) -> str:
    """The title of a subject's briefing, under another of its names where its own is too long for a tab."""
    after = " in brief"
    entry = graph.library.of(subject[0]).get(subject[1])
    return fitting(name(graph, subject), entry, wording.PAGE_TITLE - len(after)) + after


def record(graph: Graph, subject: Subject) -> Record | None:
    """Its record; a year may have none."""
    kind, ident = subject
    entry = graph.library.of(kind).get(ident)
    return entry.record if entry else None


def ways(graph: Graph, about: object) -> tuple[Link, ...]:
    """Where the files are of what a page is about; nowhere for what has none."""
    match about:
        case int():
            kind, ident = YEARS.name, str(about)
        case (str(kind), str(ident)) if kind in _KINDS and graph.many(kind, ident):
            pass
        case _:
            return ()
    named = f"{kind}-{ident}"
    table, citations = addresses.taken(kind, ident)
    brief = Link("Briefing to print", addresses.briefing(kind, ident))
    files = (Link("CSV", table, f"{named}.csv"), Link("RIS", citations, f"{named}.ris"))
    return (brief, *files) if has_briefing(graph, (kind, ident)) else files
