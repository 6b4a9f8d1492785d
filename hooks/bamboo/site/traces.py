"""What each page and file of a site was made from, kept to know which of them an edit can have changed.

A page is as it was where every reading finds what it found then, and the list of pages says the same of it.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from bamboo import kinds
from bamboo.graph.claims import Claim
from bamboo.graph.traced import Digests, Key, Made, named
from bamboo.kept import digest
from bamboo.kinds.library import Entry, Library


@dataclass(frozen=True, slots=True)
class Trace:
    """What was read for a page or some files, and what they are about. `files` are their addresses; `changed`
    is the day that a page says it last changed."""

    reads: frozenset[Key]
    of: str
    files: tuple[str, ...]
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Traces:
    """Those of a site, with what each reading found. `general` is all that is not noted one by one; `parts`
    are what is made on the way, with what was read for it."""

    general: str = ""
    found: Mapping[Key, str] = field(default_factory=dict)
    made: Mapping[str, Trace] = field(default_factory=dict)
    parts: Mapping[str, Made] = field(default_factory=dict)
    claims: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """By file, its digest, and the claims that follow from it."""
    named: Mapping[str, str] = field(default_factory=dict)
    """By file, the digests of the records that claims refer to."""

    @classmethod
    def of(
        cls, since: Since, made: Mapping[str, Trace], parts: Mapping[str, Made], claims: Iterable[Claim]
    ) -> Traces:
        """Those of a site that was just made."""
        keys = {key for trace in made.values() for key in trace.reads}
        keys.update(*{reads for reads, _ in parts.values()})
        found = {key: since.digests.of(key) for key in keys}
        return cls(since.general, found, made, parts, dict(since.claims(claims)), named(since.library))

    def valid(self, digests: Digests) -> Mapping[str, Trace]:
        """By name, those whose readings find the same."""
        other = self._other(self.found, digests)
        return {name: trace for name, trace in self.made.items() if other.isdisjoint(trace.reads)}

    def valid_parts(self, digests: Digests) -> Mapping[str, Made]:
        """The same of parts."""
        sets = {reads for reads, _ in self.parts.values()}
        other = self._other(set[Key]().union(*sets), digests)
        still = {reads for reads in sets if other.isdisjoint(reads)}
        return {name: made for name, made in self.parts.items() if made[0] in still}

    def _other(self, keys: Collection[Key], digests: Digests) -> set[Key]:
        """The readings that find something else now."""
        return {key for key in keys if digests.of(key) != self.found[key]}

    def claims_in(self, library: Library) -> Callable[[Entry[Any]], tuple[Claim, ...]]:
        """Gives those of a record, if its file is as it was and so are all records that they refer to."""
        moved = self.moved(library)

        def claims_of(entry: Entry[Any]) -> tuple[Claim, ...]:
            digest, claims = self.claims.get(entry.file, (b"", b""))
            if not claims or library.files[entry.file].digest != digest:
                return ()
            found: tuple[Claim, ...] = pickle.loads(claims)
            return () if refer(found, moved) else found

        return claims_of

    def moved(self, library: Library) -> Collection[str]:
        """The ids of records that claims refer to, and that are not as they were."""
        changed = self.named.items() ^ named(library).items()
        return {kinds.of_file(file)[1] for file, _ in changed}

    def written(self, but: Iterable[str]) -> bytes:
        """As a file, without those of some names, which are made each time."""
        keys = {key: number for number, key in enumerate(self.found)}
        always = {*but}
        rows = {
            name: ([keys[key] for key in trace.reads], trace.of, trace.files, trace.changed)
            for name, trace in self.made.items()
            if name not in always
        }
        sets = {reads: number for number, reads in enumerate({reads for reads, _ in self.parts.values()})}
        parts = {name: (sets[reads], made) for name, (reads, made) in self.parts.items()}
        read = [[keys[key] for key in reads] for reads in sets]
        claims = dict(self.claims), dict(self.named)
        return marshal.dumps((self.general, dict(self.found), rows, read, parts, *claims))


@dataclass(frozen=True, slots=True)
class Since:
    """What the last site was made from, if all that is not noted one by one is the same, and what is now."""

    last: Traces
    general: str
    digests: Digests
    library: Library

    @property
    def valid(self) -> Mapping[str, Trace]:
        """Of the last site's pages and files, by name, those that are as they were."""
        return self.last.valid(self.digests)

    @property
    def parts(self) -> Mapping[str, Made]:
        """The same of parts."""
        return self.last.valid_parts(self.digests)

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
    keys = list(found)
    sets = [frozenset(keys[number] for number in numbers) for numbers in read]
    made = {
        name: Trace(frozenset(keys[number] for number in numbers), of, files, changed)
        for name, (numbers, of, files, changed) in rows.items()
    }
    parts = {name: (sets[number], value) for name, (number, value) in held.items()}
    return Traces(general, found, made, parts, claims, named)


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
