"""A graph that notes what is read of it, so that a later build knows which pages an edit can change.

Records and claims are noted. Where anything else has changed, such as a text, all is made again. A digest of
each reading says what was found. What is made of the same findings is the same, because nothing between here
and a page reads anything else that can change.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, TypeVar

from bamboo.evidence import coverage
from bamboo.evidence.coverage import Coverage
from bamboo.evidence.locate import Span
from bamboo.graph.claims import Claim, Graph
from bamboo.graph.reads import CHANGED, WORD, Key, Noted, Numbers, Reads

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

# A part of a build: the numbers of what was read to make it, and what was made.
Made = tuple[frozenset[int], Any]
# Such parts by name.
Parts = dict[str, Made]


@dataclass(frozen=True)
class Traced(Graph):
    """The same graph as the `plain` one, noting what is read of it."""

    plain: Graph = field(kw_only=True)
    reads: Reads = field(default_factory=Reads, compare=False)
    parts: Parts = field(default_factory=dict, compare=False)
    """By name, those that are as they were; after a build, also those that were made."""

    def part(self, what: str, ident: str, make: Callable[[str], T]) -> T:
        """What is made of a thing of it, if it is not as it was."""
        name = f"{what} {ident}"
        if name not in self.parts:
            with self.reads.gather() as read:
                made = make(ident)
            self.parts[name] = frozenset(read), made
        found: tuple[frozenset[int], T] = self.parts[name]
        self.reads.pass_on(found[0])
        return found[1]

    def resting_on(self, places: Iterable[tuple[str, Span]]) -> tuple[Claim, ...]:
        """Claims with a quote that overlaps one of these stretches of sources, newest first."""
        places = tuple(places)
        for source, span in places:
            self.reads.note(("resting", (source, span.start, span.end)))
        return super().resting_on(places)

    def many(self, kind: str, ident: str) -> int:
        """How many claims name this record."""
        self.reads.note(("many", (kind, ident)))
        return self.plain.many(kind, ident)

    @property
    def years(self) -> tuple[int, ...]:
        """Years that claims are about, newest first."""
        self.reads.note(("all years", None))
        return self.plain.years

    @property
    def proper_names(self) -> frozenset[str]:
        """Names with a capital letter."""
        self.reads.note(("proper names", None))
        return self.plain.proper_names

    def entry(self, make: Callable[[Graph], Mapping[K, T]], key: K) -> T | None:
        """One entry of a table that follows from the whole of it: only this entry is read."""
        self.reads.note(("entry", (make.__module__, make.__qualname__, key)))
        return self.plain.entry(make, key)

    def answer(self, of: Callable[[Graph, K], T], key: K) -> T:
        """What `of` says of a thing: only that is read."""
        self.reads.note(("answer", (of.__module__, of.__qualname__, key)))
        return of(self.plain, key)

    def coverage(self, source: str) -> Coverage:
        """How much of a source is in quotes or set aside."""

        def counted(ident: str) -> tuple[Any, ...]:
            self.reads.note(("quoting", ident))
            self.reads.note(("sources", ident))  # its card sets words aside
            return coverage.of_source(self.plain.library, ident).values

        return Coverage.of(self.part("coverage", source, counted))

    def noting(self, what: str) -> None:
        """Note what is no part of the graph."""
        self.reads.note((what, None))

    def once(self, make: Callable[[Graph], T]) -> T:
        """What follows from the whole of it, made once; all who ask for it have read what it was made of."""
        return self._passed_on(self._once, make, lambda: make(self))

    def once_for(self, what: str, thing: object, make: Callable[[], T]) -> T:
        """What follows from it and a thing of it, likewise."""
        return self._passed_on(self._known, self._key(what, thing), lambda: (thing, make()))[1]

    def _passed_on(self, known: dict[Any, Any], key: object, make: Callable[[], T]) -> T:
        if key not in known:
            with self.reads.gather() as read:
                made = make()
            known[key] = made, frozenset(read)
        found: tuple[T, frozenset[int]] = known[key]
        self.reads.pass_on(found[1])
        return found[0]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another process has noted since it began: new readings, in order of their numbers, and parts."""

    keys: Sequence[Key] = ()
    parts: Parts = field(default_factory=dict)


class Mark:
    """How much is noted of a graph, before other processes go on with copies of it."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph if isinstance(graph, Traced) else None
        self._parts = frozenset(self._graph.parts) if self._graph else frozenset[str]()
        self._known = len(self._graph.reads) if self._graph else 0

    @property
    def since(self) -> Elsewhere:
        """What this process has noted since."""
        if self._graph is None:
            return Elsewhere()
        new = {name: part for name, part in self._graph.parts.items() if name not in self._parts}
        return Elsewhere([*islice(self._graph.reads, self._known, None)], new)

    def take(self, other: Elsewhere) -> Callable[[Numbers], Numbers]:
        """Note the same as another process did. What is given says what its numbers are here."""
        if self._graph is None:
            return _same
        here = [*range(self._known), *map(self._graph.reads.number, other.keys)]
        if here == [*range(len(here))]:
            self._graph.parts.update(other.parts)
            return _same
        at = here.__getitem__
        for name, (read, part) in other.parts.items():
            self._graph.parts[name] = frozenset(map(at, read)), part
        return lambda numbers: array(WORD, map(at, numbers))


def _same(numbers: Numbers) -> Numbers:
    return numbers


def traced(graph: Graph, parts: Mapping[str, Made], keys: Iterable[Key] = ()) -> Traced:
    """A graph that notes what is read of it. These `parts` are as they were, with numbers of these `keys`."""
    reads = Reads(keys)

    def noted(name: str, of: Mapping[K, V]) -> Mapping[K, V]:
        return Noted(name, of, reads)

    whole = graph.library
    records = {name: noted(name, of) for name, of in whole.records.items()}
    library = replace(whole, records=records)
    # They are made of records when they are first asked for; the page that happens to do so has not read all.
    vars(library).update(
        quoting=noted("quoting", whole.quoting),
        observations=noted("observations", whole.observations),
        _at=whole._at,
    )
    return Traced(
        library,
        noted("claims", graph.claims),
        noted("naming", graph._naming),
        graph._newest,
        graph._quoted,
        replace(graph.history, files=noted(CHANGED, graph.history.files)) if graph.history else None,
        plain=graph,
        reads=reads,
        parts={**parts},
    )
