"""What each page and file of a site was made from, kept to know which of them an edit can have changed.

A page is as it was where every reading finds what it found then, and the list of pages says the same of it.
"""

from __future__ import annotations

import marshal
import pickle
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from bamboo import kinds
from bamboo.graph.claims import Claim, Graph
from bamboo.graph.digests import Digests, named
from bamboo.graph.reads import WORD, Key, Numbers
from bamboo.graph.traced import Made, Traced
from bamboo.kept import digest
from bamboo.kinds.library import Entry, Library


@dataclass(frozen=True, slots=True)
class Trace:
    """The numbers of what was read for a page or some files, and what they are about. `files` are their
    addresses; `changed` is the day that a page says it last changed."""

    reads: Numbers
    of: str
    files: tuple[str, ...]
    changed: str = ""

    def numbered(self, here: Callable[[Numbers], Numbers]) -> Trace:
        """The same with other numbers."""
        return replace(self, reads=here(self.reads))


@dataclass(frozen=True, slots=True)
class Traces:
    """Those of a site, with what each reading found, in the order of their numbers. `general` is all that is
    not noted one by one; `parts` are what is made on the way, with what was read for it."""

    general: str = ""
    found: Mapping[Key, str] = field(default_factory=dict)
    made: Mapping[str, Trace] = field(default_factory=dict)
    parts: Mapping[str, Made] = field(default_factory=dict)
    claims: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """By file, its digest, and the claims that follow from it."""
    named: Mapping[str, str] = field(default_factory=dict)
    """By file, the digests of the records that claims refer to."""

    @classmethod
    def of(cls, since: Since, graph: Traced, made: Mapping[str, Trace]) -> Traces:
        """Those of a site that was just made of a graph."""
        keys, parts = [*graph.reads], graph.parts
        used = sorted(set[int]().union(*(trace.reads for trace in made.values()), *_sets(parts)))
        if len(used) < len(keys):
            # Nobody asks any more what some of them find.
            now = {number: place for place, number in enumerate(used)}

            def numbered(reads: Numbers) -> Numbers:
                return array(WORD, map(now.__getitem__, reads))

            made = {name: trace.numbered(numbered) for name, trace in made.items()}
            sets = {reads: frozenset(map(now.__getitem__, reads)) for reads in _sets(parts)}
            parts = {name: (sets[reads], part) for name, (reads, part) in parts.items()}
            keys = [keys[number] for number in used]
        found = dict(zip(keys, map(since.digests.of, keys), strict=True))
        claims = dict(since.claims(since.digests.claims))
        return cls(since.general, found, made, parts, claims, named(since.library))

    def other(self, digests: Digests) -> set[int]:
        """The numbers of the readings that find something else now."""
        return {number for number, (key, found) in enumerate(self.found.items()) if digests.of(key) != found}

    def claims_in(self, library: Library) -> Held:
        """The claims of records whose files are as they were, and so are all records that they refer to."""
        return Held(self, library, self.moved(library))

    def moved(self, library: Library) -> Collection[str]:
        """The ids of records that claims refer to, and that are not as they were."""
        changed = self.named.items() ^ named(library).items()
        return {kinds.of_file(file)[1] for file, _ in changed}

    def written(self, but: Iterable[str]) -> bytes:
        """As a file, without those of some names, which are made each time."""
        always = {*but}
        rows = {
            name: (trace.reads.tobytes(), trace.of, trace.files, trace.changed)
            for name, trace in self.made.items()
            if name not in always
        }
        sets = {reads: place for place, reads in enumerate(_sets(self.parts))}
        parts = {name: (sets[reads], made) for name, (reads, made) in self.parts.items()}
        read = [array(WORD, reads).tobytes() for reads in sets]
        claims = dict(self.claims), dict(self.named)
        return marshal.dumps((self.general, dict(self.found), rows, read, parts, *claims))


class Held:
    """Claims that follow from records as they did for the last site."""

    def __init__(self, last: Traces, library: Library, moved: Collection[str]) -> None:
        self._last, self._files, self._moved = last, library.files, moved
        self._claims: list[Claim] = []

    def of(self, entry: Entry[Any]) -> tuple[Claim, ...]:
        """Those of a record; none where they have to be made again."""
        digest, claims = self._last.claims.get(entry.file, (b"", b""))
        if not claims or self._files[entry.file].digest != digest:
            return ()
        held: tuple[Claim, ...] = pickle.loads(claims)
        if refer(held, self._moved):
            return ()
        self._claims += held
        return held

    def known(self, graph: Graph) -> dict[Key, str]:
        """What readings of these claims found then, and so find now, in the graph that was made with them."""
        same = (claim for claim in self._claims if graph.claims[claim.id].speakers == claim.speakers)
        keys: Iterable[Key] = (("claims", claim.id) for claim in same)
        return {key: self._last.found[key] for key in keys if key in self._last.found}


@dataclass(frozen=True)
class Since:
    """What the last site was made from, if all that is not noted one by one is the same, and what is now."""

    last: Traces
    general: str
    digests: Digests
    library: Library

    @cached_property
    def valid(self) -> Mapping[str, Trace]:
        """Of the last site's pages and files, by name, those whose readings find the same. To be asked when
        all is known that is no part of the graph."""
        other = self.last.other(self.digests)
        return {name: trace for name, trace in self.last.made.items() if other.isdisjoint(trace.reads)}

    @cached_property
    def parts(self) -> Mapping[str, Made]:
        """The same of parts."""
        keys, digests, found = [*self.last.found], self.digests, self.last.found
        sets = _sets(self.last.parts)
        other = {
            number for number in set[int]().union(*sets) if digests.of(key := keys[number]) != found[key]
        }
        still = {reads for reads in sets if other.isdisjoint(reads)}
        return {name: made for name, made in self.last.parts.items() if made[0] in still}

    def claims(self, claims: Iterable[Claim]) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
        """Claims as they are kept: see Traces."""
        by_file: dict[str, list[Claim]] = {}
        for claim in claims:
            by_file.setdefault(claim.location.file, []).append(claim)
        moved = self.last.moved(self.library)
        for file, found in by_file.items():
            digest = self.library.files[file].digest
            held = self.last.claims.get(file)
            if held is None or held[0] != digest or refer(found, moved):
                held = digest, pickle.dumps(tuple(found), pickle.HIGHEST_PROTOCOL)
            yield file, held


def read(content: bytes) -> Traces:
    """Traces from such a file."""
    general, found, rows, read, held, claims, named = marshal.loads(content)
    sets = [frozenset(array(WORD, numbers)) for numbers in read]
    made = {
        name: Trace(array(WORD, numbers), of, files, changed)
        for name, (numbers, of, files, changed) in rows.items()
    }
    parts = {name: (sets[place], value) for name, (place, value) in held.items()}
    return Traces(general, found, made, parts, claims, named)


def _sets(parts: Mapping[str, Made]) -> Collection[frozenset[int]]:
    """What was read for parts, each once."""
    return {reads for reads, _ in parts.values()}


def refer(claims: Iterable[Claim], idents: Collection[str]) -> bool:
    """Whether any of these claims refers to a record of one of these ids."""
    return bool(idents) and any(ident in idents for claim in claims for _, ident in claim.named)


def about(things: object) -> tuple[str, Sequence[Key]]:
    """What a page is about, as text, and as readings where it is a claim or a record."""
    reads: list[Key] = []
    said = [*_said(things, reads)]
    return digest(text.encode("utf-8", "surrogatepass") for text in said), reads


def _said(thing: object, reads: list[Key]) -> Iterator[str]:
    """The same of a thing; what it is made of may be claims and records as well."""
    if isinstance(thing, Claim):
        reads.append(("claims", thing.id))
        yield thing.id
    elif isinstance(thing, Entry):
        reads.append((thing.kind, thing.id))
        yield thing.file
    elif isinstance(thing, tuple | list):
        yield str(len(thing))
        for one in thing:
            yield from _said(one, reads)
    elif is_dataclass(thing):
        yield type(thing).__name__
        for part in fields(thing):
            yield from _said(getattr(thing, part.name), reads)
    else:
        yield repr(thing)
