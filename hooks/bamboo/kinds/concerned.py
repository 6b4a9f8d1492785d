"""Which records an edit of partners, people, terms, themes or sources concerns: those to be checked again.

A rule that is asked about a record reads that record, those to which it refers, and the texts that it
quotes. In all of these it looks for names, and reads the records that they name. So a record is concerned
where it has the id of a changed record, or where it or such a text has a name of that record. Rather too many
are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bamboo import kinds
from bamboo.data.patterns import pattern
from bamboo.data.seed import LIGATURES, fold_text
from bamboo.kinds.entry import Entry, same_to_others
from bamboo.kinds.person import SPEAKERS
from bamboo.kinds.source import SOURCES
from bamboo.kinds.theme import THEMES

if TYPE_CHECKING:
    from bamboo.kinds.library import Library

# Gives all names by which texts may call a record.
Names = Callable[[Entry[Any]], Iterable[str]]

# What is the same in a text and in a name that is found there; marks are not, nor letters of other alphabets.
_LETTERS = pattern(r"[a-z0-9_]+(?: [a-z0-9_]+)*")
# Characters that become letters from a to z, or a blank, where texts are compared.
_BLANKS = map(chr, (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
_TWO = str.maketrans(LIGATURES)
_ODD = tuple(one.encode() for one in (*_BLANKS, *"ßİŉſǰẖẗẘẙẚẞ\u212a", *LIGATURES))


class UnboundError(Exception):
    """Nobody can say which records are concerned."""


@dataclass
class _Sought:
    """What concerned records have: ids in themselves, names in themselves or in the texts that they quote,
    and names in those that are no claims."""

    idents: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)


def concerned(library: Library, before: Library, names: Names) -> frozenset[str] | None:
    """The files of the records that changes of others since a library concern, in which nothing was wrong.
    None where nobody can say that, so that it may be all.
    """
    if not before.state.clean:
        return None
    try:
        return frozenset(_found(library, before, names))
    except UnboundError:
        return None


def _found(library: Library, before: Library, names: Names) -> Iterator[str]:
    others = [
        entry for kind in kinds.ALL if not kind.holds_claims for entry in library.records[kind.name].values()
    ]
    refers = {entry.file: _targets(entry) for entry in others}
    sought = _sought(library, before, names)
    _behind(sought, others, refers, names)
    within = [*map(_ascii, sought.names), *(ident.encode() for ident in sought.idents)]
    wider = [*within, *map(_ascii, sought.elsewhere)]
    files = {
        entry.file
        for kind, entry in library.entries()
        if _has(entry.raw, within if kinds.BY_NAME[kind].holds_claims else wider)
    }
    for source in _naming(library, sought.names):
        files.add(library.sources[source].file)
        files.update(entry.file for entry in before.quoting.get(source, ()))
        files.update(entry.file for entry in others if source in refers[entry.file])
    yield from files
    # What an overview says is held against all that the rules of its claims read.
    for entry in others:
        claims = (library.of(kind).get(ident) for kind, ident in library.claims_named(entry))
        if any(claim and claim.file in files for claim in claims):
            yield entry.file


def _sought(library: Library, before: Library, names: Names) -> _Sought:
    """What records have that changed ones concern."""
    sought = _Sought()
    for kind, new, old in _changed(library, before):
        two = [entry for entry in (new, old) if entry]
        if len({getattr(entry.record, "iso", None) if entry else None for entry in (new, old)}) > 1:
            raise UnboundError  # of a country, also names are known by which none of the records is called
        called = [{*names(entry)} for entry in two]
        _seek(sought, kind, two, names, len(two) < 2 or called[0] != called[1])
        # Whom a text lets speak now, and whom before.
        for target in _targets(new) ^ _targets(old):
            for one in SPEAKERS:
                if entry := library.records[one].get(target):
                    _seek(sought, one, [entry], names)
    return sought


def _targets(entry: Entry[Any] | None) -> set[str]:
    return {target for _, _, target in entry.references} if entry else set()


def _seek(
    sought: _Sought, kind: str, entries: Iterable[Entry[Any]], names: Names, renamed: bool = False
) -> None:
    # No text is searched for the name of a theme; claims for those of sources only where they name one.
    for entry in entries:
        sought.idents.add(entry.id)
        if kind != THEMES.name:
            known = sought.elsewhere if kind == SOURCES.name and not renamed else sought.names
            known.update(_plain(name).casefold() for name in names(entry))


def _behind(
    sought: _Sought, others: Iterable[Entry[Any]], refers: Mapping[str, set[str]], names: Names
) -> None:
    """Adds what has the records that refer to those that are sought, as a text to its speaker."""
    left = [entry for entry in others if entry.kind != THEMES.name and entry.id not in sought.idents]
    while found := [entry for entry in left if not refers[entry.file].isdisjoint(sought.idents)]:
        for entry in found:
            _seek(sought, entry.kind, [entry], names)
        left = [entry for entry in left if entry not in found]


def _naming(library: Library, names: Iterable[str]) -> Iterator[str]:
    """The sources whose texts have any of these names."""
    names = [*names]
    for ident, card in library.sources.items() if names else ():
        seed = library.seeds.get(card.record.seed)
        text = _plain(seed.text).casefold() if seed else ""
        if any(name in text for name in names):
            yield ident


def _plain(text: str) -> str:
    return fold_text(text).translate(_TWO)


def _ascii(name: str) -> bytes:
    """The longest part of a name that is the same wherever that is found."""
    found = max(_LETTERS.findall(name), key=len, default="")
    if not found:
        raise UnboundError
    return found.encode()


def _has(raw: bytes, parts: Iterable[bytes]) -> bool:
    small = raw.lower()
    if b"\n" in small or b"  " in small:
        small = b" ".join(small.split())
    return any(part in small for part in parts) or any(odd in raw for odd in _ODD)


def _changed(library: Library, before: Library) -> Iterator[tuple[str, Entry[Any] | None, Entry[Any] | None]]:
    """The records that say something else to others than before, with what they are and were."""
    for kind in kinds.ALL:
        here, there = library.records[kind.name], before.records[kind.name]
        if kind.holds_claims or here is there:
            continue
        for ident in here.keys() | there.keys():
            new, old = here.get(ident), there.get(ident)
            if new is not old and not (new and old and same_to_others(new, old)):
                yield kind.name, new, old
