"""What a graph says to each reading, as digests: where they are the same, so is what was made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib import import_module
from typing import Any

from bamboo import kinds
from bamboo.evidence.locate import Span
from bamboo.graph.claims import Claim, Graph
from bamboo.graph.history import AS_OF
from bamboo.graph.reads import CHANGED, ORDER, Key
from bamboo.kinds.library import Entry, Library

# The kinds of records whose changes are noted.
NOTED = tuple(kind.name for kind in kinds.ALL)


class Digests:
    """What a graph says to each reading, as digests. `others` are those of what is no part of it.

    They are compared where all is the same that is not noted: so a record is known by its file, and a claim
    by that and by what it has of others. Those of what is as it was are `known`.
    """

    def __init__(self, graph: Graph, known: Mapping[Key, str] | None = None) -> None:
        self._graph, self._library = graph, graph.library
        self.others: dict[str, str] = {}
        self._known: dict[Key, str] = {**(known or {})}

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
            case _ if what == CHANGED:
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
            case _ if what.removesuffix(ORDER) in NOTED:
                return _digest("\n".join(library.records[what.removesuffix(ORDER)]))
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
