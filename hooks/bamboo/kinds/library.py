"""Folders to a Library: every record and every seed, with what could not be read as findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import islice
from operator import is_
from pathlib import Path
from typing import Any, TypeVar

from bamboo import kinds
from bamboo.data.collection import without_collection
from bamboo.data.locations import Finding
from bamboo.data.records import Record
from bamboo.data.seed import Seed
from bamboo.data.yamlfile import Document
from bamboo.kinds.base import Kind
from bamboo.kinds.concerned import Names, concerned
from bamboo.kinds.entry import Entry, alike, claims_named, may_refer, same, sources_quoted
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.folder import Read
from bamboo.kinds.home import HOME, Home
from bamboo.kinds.indicator import INDICATORS, Indicator, observation_id
from bamboo.kinds.known import Known, State
from bamboo.kinds.moved import Moves
from bamboo.kinds.overview import OBSERVATIONS, Sentence, sentences
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.kinds.person import PEOPLE, Person
from bamboo.kinds.reader import LARGEST_SEED, RESERVED, Reader
from bamboo.kinds.source import SOURCES, Source
from bamboo.kinds.term import TERMS, Term
from bamboo.kinds.theme import THEMES, Theme
from bamboo.kinds.year import YEARS, Year

__all__ = ["LARGEST_SEED", "RESERVED", "Entry", "Library", "load"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Library:
    """All that was read, by kind and id, in order of id.

    `unreadable` holds (kind, id) of files that exist and could not be read: what refers to them
    is no mistake. `findings` says why they could not be read.
    """

    records: Mapping[str, Mapping[str, Entry[Any]]]
    seeds: Mapping[str, Seed]
    moves: tuple[Moves, Document] | None
    unreadable: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...]
    known: Known = field(default_factory=Known, repr=False)
    files: Mapping[str, Read] = field(default_factory=dict, repr=False)
    # Of each library its own, also of a copy with other records.
    state: State = field(default_factory=State, init=False, repr=False)
    since: dict[State, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    """The files of the records that are others than in a state before, or refer to claims that are."""

    def __getstate__(self) -> dict[str, Any]:
        """Without what is quicker made than kept."""
        return {name: value for name, value in self.__dict__.items() if name not in ("_at", "quoting")}

    def but(self, **records: Mapping[str, Entry[Any]]) -> Library:
        """The same with other records of the kinds named."""
        claims = all(kinds.BY_NAME[name].holds_claims for name in records)
        found = replace(self, records={**self.records, **records})
        return _after(found, self, frozenset() if claims else None)

    def each(
        self, what: str, entries: Iterable[Entry[Any]], of: Callable[[Library, Entry[Any]], Iterable[T]]
    ) -> Iterator[T]:
        """What `of` finds out about each record: see `once`."""
        for entry in entries:
            yield from self.ask(what, entry, of)

    def about(self, what: str, of: Callable[[Library, Entry[Any]], Iterable[T]], *names: str) -> Iterator[T]:
        """The same about all records of some kinds, in their order. After a change it is asked only of those
        that are not as they were.
        """
        for told in self.about_files(what, of, *names).values():
            yield from told

    def about_files(
        self, what: str, of: Callable[[Library, Entry[Any]], Iterable[T]], *names: str
    ) -> Mapping[str, tuple[T, ...]]:
        """The same by file, of those about which there is something."""
        held = self.known.told(what)
        changed = self._changed_since(held[0]) if held else None
        if held is None or changed is None:
            entries = (entry for name in names for entry in self.records[name].values())
            found = {entry.file: told for entry in entries if (told := self.ask(what, entry, of))}
        else:
            found = dict(held[1])
            there = [self._found(file, names) for file in changed]
            for file in changed - {entry.file for entry in there if entry}:
                found.pop(file, None)
            for entry in filter(None, there):
                if told := self.ask(what, entry, of):
                    found[entry.file] = told
                else:
                    found.pop(entry.file, None)
            if not found.keys() <= held[1].keys():
                found = dict(sorted(found.items(), key=lambda row: self._at[row[0]][0]))
        self.known.tell(what, self.state, found)
        return found

    def _found(self, file: str, names: Iterable[str]) -> Entry[Any] | None:
        """The record of a file, if it is of one of these kinds."""
        name, ident = kinds.of_file(file)
        entry = self.records[name].get(ident) if name in names else None
        return entry if entry and entry.file == file else None

    def untold(self, what: str, *names: str) -> tuple[Iterable[Entry[Any]], Mapping[str, tuple[Any, ...]]]:
        """The records of which it is to be asked, and by file what is known of the others."""
        changed = self._changed_since(held[0]) if (held := self.known.told(what)) else None
        if held is None or changed is None:
            return (entry for name in names for entry in self.records[name].values()), {}
        again = (self._found(file, names) for file in changed)
        return filter(None, again), {file: told for file, told in held[1].items() if file not in changed}

    def _changed_since(self, state: State) -> frozenset[str] | None:
        """The files of records that are others than in a state; None where that is not known any more."""
        return frozenset() if state is self.state else self.since.get(state)

    @cached_property
    def _at(self) -> Mapping[str, tuple[int, str, Entry[Any]]]:
        """By file, the place of a record among all, its kind, and itself."""
        return {entry.file: (at, name, entry) for at, (name, entry) in enumerate(self.entries())}

    def at(self, file: str) -> tuple[str, Entry[Any]]:
        """The record of a file, with the name of its kind."""
        _, name, entry = self._at[file]
        return name, entry

    def ask(
        self, what: str, entry: Entry[Any], of: Callable[[Library, Entry[Any]], Iterable[T]]
    ) -> tuple[T, ...]:
        """What `of` finds out about one record: see `once`."""
        return self.once(what, entry, lambda: tuple(of(self, entry)))

    def once(self, what: str, entry: Entry[Any], make: Callable[[], T], *beside: object) -> T:
        """What `make` finds out about a record of this library, or found out about it in another one that
        has the same records besides claims. What it reads of claims that the record does not refer to has
        to be `beside`, each the very same object.
        """
        claims = self.claims_of(entry) if entry.kind in _referring() else ()
        return self.known.once(what, entry, make, (*claims, *beside))

    def claims_of(self, entry: Entry[Any]) -> Sequence[object]:
        """The records of the claims that a record refers to, and of others why they are missing."""
        named = self.claims_named(entry)
        return (
            [self.of(kind).get(ident) or self._unread(kind, ident) for kind, ident in named] if named else ()
        )

    def claims_named(self, entry: Entry[Any]) -> Sequence[tuple[str, str]]:
        """The claims that a record refers to, by kind and id."""
        if entry.kind not in _referring():
            return ()
        return self.known.once("refers", entry, partial(claims_named, entry), ())

    def _unread(self, kind: str, ident: str) -> bool | None:
        if kind == OBSERVATIONS:
            read = any(one == "indicators" and ident.startswith(f"{of}-") for one, of in self.unreadable)
            return read or None
        return (kind, ident) in self.unreadable or None

    @cached_property
    def quoting(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """By source, the records with claims that quote it."""
        found: dict[str, list[Entry[Any]]] = defaultdict(list)
        claims = [kind.name for kind in kinds.ALL if kind.holds_claims]
        for name, ident, source in self.about("quoted", _quoted, *claims):
            found[source].append(self.records[name][ident])
        return {source: tuple(entries) for source, entries in found.items()}

    def all(self, kind: Kind[R]) -> Mapping[str, Entry[R]]:
        """The records of one kind, typed."""
        return self.records[kind.name]

    def of(self, kind: str) -> Mapping[str, Entry[Any]]:
        """The records of the kind of this name; of "observations" their indicators, by id."""
        return self.observations if kind == OBSERVATIONS else self.records[kind]

    @cached_property
    def observations(self) -> Mapping[str, Entry[Indicator]]:
        """By the id of each observation, the indicator that has it."""
        return {
            observation_id(entry.id, observation.period): entry
            for entry in self.indicators.values()
            for observation in entry.record.observations
        }

    def entries(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Every record with the name of its kind."""
        for kind, entries in self.records.items():
            for entry in entries.values():
                yield kind, entry

    @property
    def sources(self) -> Mapping[str, Entry[Source]]:
        return self.all(SOURCES)

    @property
    def partners(self) -> Mapping[str, Entry[Partner]]:
        return self.all(PARTNERS)

    @property
    def people(self) -> Mapping[str, Entry[Person]]:
        return self.all(PEOPLE)

    @property
    def themes(self) -> Mapping[str, Entry[Theme]]:
        return self.all(THEMES)

    @property
    def terms(self) -> Mapping[str, Entry[Term]]:
        return self.all(TERMS)

    @property
    def indicators(self) -> Mapping[str, Entry[Indicator]]:
        return self.all(INDICATORS)

    @property
    def facts(self) -> Mapping[str, Entry[Fact]]:
        return self.all(FACTS)

    @property
    def years(self) -> Mapping[str, Entry[Year]]:
        return self.all(YEARS)

    def overview(self, kind: str, ident: str) -> Sequence[Sentence]:
        """The overview of a record; a year has its page with or without one."""
        entry = self.records[kind].get(ident)
        return sentences(entry.record) if entry else ()

    @property
    def home(self) -> Entry[Home] | None:
        """The record of the home page, if there is one."""
        return next(iter(self.all(HOME).values()), None)


def load(root: Path, before: Library | None = None, settled: int = 0, names: Names | None = None) -> Library:
    """Read `root/data` and `root/seeds`.

    What is as it was `before`, byte for byte, is not read again: the very same records are in both. A file
    that was last changed before `settled` (in nanoseconds; some seconds ago) is known by its size and times.
    With the `names` of records, what was found out about claims stays known where others have changed, too.
    """
    with without_collection():
        return _load(root, before, settled, names)


def _load(root: Path, before: Library | None, settled: int, names: Names | None) -> Library:
    reader = Reader(root, before.files if before else {}, settled)
    records = {kind.name: dict(sorted(reader.records(kind))) for kind in kinds.ALL}
    reader.strays()
    seeds = dict(sorted(reader.seeds()))
    found = Library(
        records=records,
        seeds=seeds,
        moves=reader.moves(),
        unreadable=frozenset(reader.unreadable),
        findings=tuple(reader.findings),
        files=reader.folder.files,
    )
    return _like(found, before, names) if before else found


# So many states before are remembered: a rule may not be asked for some time.
_STATES = 8


def _like(library: Library, before: Library, names: Names | None) -> Library:
    """The same library; what was found out about its records stays known but for those that the changes of
    others concern.
    """
    records = {kind: same(found, before.records[kind]) for kind, found in library.records.items()}
    seeds = same(library.seeds, before.seeds)
    others = [kind.name for kind in kinds.ALL if not kind.holds_claims]
    unread = library.unreadable ^ before.unreadable
    library = replace(library, records=records, seeds=seeds)
    again: frozenset[str] | None = None
    if seeds is before.seeds and not any(kind in (*others, "seeds") for kind, _ in unread):
        if all(alike(records[kind], before.records[kind]) for kind in others):
            again = frozenset()
        elif names:
            again = concerned(library, before, names)
    return _after(library, before, again)


def _after(library: Library, before: Library, again: frozenset[str] | None) -> Library:
    """The same, with what is known of the library before it, but for the records of files that are to be
    looked at `again`; these may be all.
    """
    if again is None:
        return replace(library, known=Known())
    library = replace(library, known=before.known.without(again) if again else before.known)
    if library.indicators is before.indicators:
        library.__dict__["observations"] = before.observations
    changed = again.union(_changed(library, before))
    since = {before.state: changed, **{state: files | changed for state, files in before.since.items()}}
    library.since.update(islice(since.items(), _STATES))
    return library


def _changed(library: Library, before: Library) -> Iterator[str]:
    """The files of records that are not the same in both, and of those that refer to such claims."""
    moved = _other_claims(library, before)
    for name, entries in library.records.items():
        others = before.records[name]
        if entries is not others:
            yield from (entry.file for ident, entry in entries.items() if others.get(ident) is not entry)
            yield from (entry.file for ident, entry in others.items() if entries.get(ident) is not entry)
        for entry in entries.values() if name in _referring() else ():
            if moved is not None and moved.isdisjoint(library.claims_named(entry)):
                continue
            named, known = library.claims_of(entry), before.claims_of(entry)
            if len(named) != len(known) or not all(map(is_, named, known)):
                yield entry.file


def _other_claims(library: Library, before: Library) -> frozenset[tuple[str, str]] | None:
    """By kind and id, the facts that are not the same in both, or cannot be read in one; None where there are
    such figures, whose observations go by other ids.
    """
    unread = library.unreadable ^ before.unreadable
    if library.indicators is not before.indicators or any(kind == INDICATORS.name for kind, _ in unread):
        return None
    here, there = library.facts, before.facts
    idents = here.keys() | there.keys() if here is not there else ()
    return unread.union((FACTS.name, one) for one in idents if here.get(one) is not there.get(one))


@cache
def _referring() -> frozenset[str]:
    """The kinds whose records can refer to claims."""
    records: dict[str, type[Record]] = {kind.name: kind.record for kind in kinds.ALL}
    return frozenset(name for name, record in records.items() if may_refer(record))


def _quoted(library: Library, entry: Entry[Any]) -> Iterator[tuple[str, str, str]]:
    kind = "facts" if isinstance(entry.record, Fact) else "indicators"
    yield from ((kind, entry.id, source) for source in sources_quoted(entry))
