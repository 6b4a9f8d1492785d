"""What each page and file of a site was made from, kept to know which of them an edit can have changed.

A page is as it was where every reading finds what it found then, and the list of pages says the same of it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bamboo.graph.claims import Claim
from bamboo.graph.traced import NOTED, Digests, Key
from bamboo.kept import digest
from bamboo.kinds.library import Entry


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
    """Those of a site, with what each reading found. `general` is all that is not noted one by one."""

    general: str = ""
    found: Mapping[Key, str] = field(default_factory=dict)
    made: Mapping[str, Trace] = field(default_factory=dict)

    @classmethod
    def of(cls, general: str, made: Mapping[str, Trace], digests: Digests) -> Traces:
        """Those of a site that was just made."""
        keys = {key for trace in made.values() for key in trace.reads}
        return cls(general, {key: digests.of(key) for key in keys}, made)

    def valid(self, general: str, digests: Digests) -> Mapping[str, Trace]:
        """By name, those whose readings find the same."""
        if general != self.general:
            return {}
        other = {key for key, found in self.found.items() if digests.of(key) != found}
        return {name: trace for name, trace in self.made.items() if other.isdisjoint(trace.reads)}

    def written(self, but: Iterable[str]) -> bytes:
        """As a file, without those of some names, which are made each time."""
        keys = {key: number for number, key in enumerate(self.found)}
        always = {*but}
        rows = {
            name: ([keys[key] for key in trace.reads], trace.of, trace.files, trace.changed)
            for name, trace in self.made.items()
            if name not in always
        }
        return marshal.dumps((self.general, dict(self.found), rows))


def read(content: bytes) -> Traces:
    """Traces from such a file."""
    general, found, rows = marshal.loads(content)
    keys = list(found)
    made = {
        name: Trace(frozenset(keys[number] for number in numbers), of, files, changed)
        for name, (numbers, of, files, changed) in rows.items()
    }
    return Traces(general, found, made)


def about(things: object) -> tuple[str, Sequence[Key]]:
    """What a page is about, as text, and as readings where it is a claim or a record."""
    said, reads = [], []
    for thing in things if isinstance(things, tuple) else (things,):
        if isinstance(thing, Claim):
            reads.append(("claims", thing.id))
        elif isinstance(thing, Entry):
            reads += [(kind, thing.id) for kind in NOTED if thing.file.startswith(f"data/{kind}/")]
        else:
            said.append(repr(thing))
    return digest(text.encode("utf-8", "surrogatepass") for text in said), reads
