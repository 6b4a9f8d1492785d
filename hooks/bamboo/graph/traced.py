"""A graph that notes what is read of it, so that a later build knows which pages an edit can change.

Records and claims are noted. Where anything else has changed, such as a text, all is made again. A reading is
a key; its digest says what was found. What is made of the same findings is the same, because nothing between
here and a page reads anything else that can change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib import import_module
from typing import Any, TypeVar

from bamboo import kinds
from bamboo.evidence import coverage
from bamboo.evidence.coverage import Coverage
from bamboo.evidence.locate import Span
from bamboo.graph.claims import Claim, Graph
from bamboo.graph.history import AS_OF
from bamboo.kinds.library import Entry, Library

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

# What was asked, and of what: of all where that is None.
Key = tuple[str, Any]

# A part of a build: what was read to make it, and what was made.
Made = tuple[frozenset[Key], Any]
# Such parts by name.
Parts = dict[str, Made]

# The kinds of records whose changes are noted.
NOTED = tuple(kind.name for kind in kinds.ALL)
_ORDER = " in order"
# What became of a file: see `History.files`.
_CHANGED = "changed"


class Reads:
    """What is read, gathered for one thing after the other."""

    def __init__(self) -> None:
        self._open: list[set[Key]] = [set()]

    def note(self, key: Key) -> None:
        """Note a reading."""
        self._open[-1].add(key)

    def pass_on(self, keys: Collection[Key]) -> None:
        """Note what was read when something was made that is used again."""
        self._open[-1].update(keys)

    @contextmanager
    def gather(self) -> Iterator[set[Key]]:
        """What is read within."""
        self._open.append(set())
        try:
            yield self._open[-1]
        finally:
            self._open.pop()


class _Noted(Mapping[K, V]):
    """A mapping that notes what is asked of it."""

    def __init__(self, name: str, of: Mapping[K, V], reads: Reads) -> None:
        self._name, self._of, self._note = name, of, reads.note

    def __getitem__(self, key: K) -> V:
        self._note((self._name, key))
        return self._of[key]

    def __iter__(self) -> Iterator[K]:
        self._note((self._name + _ORDER, None))
        return iter(self._of)

    def __len__(self) -> int:
        self._note((self._name + _ORDER, None))
        return len(self._of)

    def values(self) -> Any:
        self._note((self._name, None))
        return self._of.values()

    def items(self) -> Any:
        self._note((self._name, None))
        return self._of.items()


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
        found: tuple[frozenset[Key], T] = self.parts[name]
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
        found: tuple[T, frozenset[Key]] = known[key]
        self.reads.pass_on(found[1])
        return found[0]


def parts_of(graph: Graph) -> Parts:
    """Those that are known of a graph; more are put in there as they are made."""
    return graph.parts if isinstance(graph, Traced) else {}


def traced(graph: Graph, parts: Mapping[str, Made]) -> Traced:
    """A graph that notes what is read of it. These `parts` are as they were."""
    reads = Reads()

    def noted(name: str, of: Mapping[K, V]) -> Mapping[K, V]:
        return _Noted(name, of, reads)

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
        replace(graph.history, files=noted(_CHANGED, graph.history.files)) if graph.history else None,
        plain=graph,
        reads=reads,
        parts={**parts},
    )


class Digests:
    """What a graph says to each reading, as digests. `others` are those of what is no part of it.

    They are compared where all is the same that is not noted: so a record is known by its file, and a claim
    by that and by what it has of others.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph, self._library = graph, graph.library
        self.others: dict[str, str] = {}
        self._known: dict[Key, str] = {}

    @property
    def claims(self) -> Iterable[Claim]:
        """All there are."""
        return self._graph.claims.values()

    def of(self, key: Key) -> str:
        """The digest of what is found."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._made(*key)
        return found

    def _made(self, what: str, thing: Any) -> str:
        graph, library = self._graph, self._library
        match what:
            case "claims":
                if thing is not None:
                    return self._of_claim(claim) if (claim := graph.claims.get(thing)) else ""
                return self._of_claims(graph.claims.values())
            case "naming":
                return self._of_claims(graph.claims.values() if thing is None else graph.naming(*thing))
            case "resting":
                source, start, end = thing
                return self._of_claims(graph.resting_on([(source, Span(start, end))]))
            case "many":
                return str(graph.many(*thing))
            case "all years":
                return repr(graph.years)
            case "proper names":
                return _digest(repr(sorted(graph.proper_names)))
            case "entry":
                module, name, of = thing
                return _digest(repr(graph.entry(getattr(import_module(module), name), of)))
            case _ if what == AS_OF:
                return graph.history.as_of if graph.history else ""
            case "answer":
                module, name, of = thing
                return _digest(repr(getattr(import_module(module), name)(graph, of)))
            case "changed":
                files = graph.history.files if graph.history else {}
                return repr(sorted(files.items()) if thing is None else files.get(thing))
            case "quoting":
                return self._of_entries(library.quoting.get(thing, ()))
            case "claims in order":
                return _digest("\n".join(graph.claims))
            case "naming in order":
                return _digest(repr(list(graph._naming)))
            case "quoting in order":
                return _digest("\n".join(library.quoting))
            case "observations":
                entries = library.observations
                return self._of_entries(entries.values() if thing is None else _maybe(entries, thing))
            case "observations in order":
                return _digest("\n".join(library.observations))
            case _ if what in NOTED:
                entries = library.records[what]
                return self._of_entries(entries.values() if thing is None else _maybe(entries, thing))
            case _ if what.removesuffix(_ORDER) in NOTED:
                return _digest("\n".join(library.records[what.removesuffix(_ORDER)]))
            case _:
                return self.others[what]

    def _of_claims(self, claims: Iterable[Claim]) -> str:
        return _digest("".join(self.of(("claims", claim.id)) for claim in claims))

    def _of_claim(self, claim: Claim) -> str:
        cited = [(one.lang, one.place) for one in claim.passages()]
        others = repr((claim.named, claim.speakers, claim.cautions, cited))
        return _digest(f"{self._of_file(claim.location.file)} {others}")

    def _of_entries(self, entries: Iterable[Entry[Any]]) -> str:
        return _digest("".join(f"{self._of_file(entry.file)} {entry.file}\n" for entry in entries))

    def _of_file(self, file: str) -> str:
        key = ("file", file)
        if key not in self._known:
            self._known[key] = self._library.files[file].digest.hex()
        return self._known[key]


def _maybe(entries: Mapping[str, Entry[Any]], ident: str) -> tuple[Entry[Any], ...]:
    return (entries[ident],) if ident in entries else ()


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def same_but_records(library: Library) -> str:
    """A digest of all of a library that is not noted."""
    rest = [
        f"{read.digest.hex()} {name}\n"
        for name, read in sorted(library.files.items())
        if kinds.of_file(name)[0] not in NOTED
    ]
    # The list of old addresses is read anew each time.
    return _digest("".join([*rest, repr(library.moves[0] if library.moves else None)]))


def named(library: Library) -> dict[str, str]:
    """The records that claims refer to, by file, each with a digest."""
    others = [kind.name for kind in kinds.ALL if not kind.holds_claims]
    return {
        entry.file: library.files[entry.file].digest.hex()
        for kind in others
        for entry in library.records[kind].values()
    }
