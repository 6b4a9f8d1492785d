"""Finds the names of partners, people and terms in a text: whole words, the longest name first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from bamboo.data.patterns import pattern
from bamboo.data.seed import LIGATURES, fold_text
from bamboo.kinds.base import Kind
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import HOME_ID, PARTNERS, Partner
from bamboo.kinds.person import PEOPLE, Person
from bamboo.kinds.term import TERMS
from bamboo.kinds.theme import THEMES
from bamboo.reading import capitals, halfnames, othernames
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.names import all_names
from bamboo.reading.signs import WORD, places, words

NOBODY = ""
# Whether a name at a place is the record's.
Place = Callable[[str, int, int], bool]
_CAPITAL = pattern(r"(?<![\w'])([A-Z][\w']+) $")
# Words with a capital that begin sentences or belong to Vietnam: a name after them is whole.
_FUNCTION = frozenset(
    (
        *("The", "Our", "Its", "Their", "This", "That", "These", "In", "On", "At", "As", "By", "For", "From"),
        *("To", "With", "Under", "And", "Both", "When", "While", "Vietnamese"),
    )
)
# Typists and typesetters differ on these; no name is told from another by them.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", **LIGATURES})


class Mention(NamedTuple):
    """A name in a text, and the record it is the name of."""

    ident: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """`text` made comparable for names: folded as quotes are, quotation marks and dashes made the same."""
    if text.isascii():
        return " ".join(text.split())
    return fold_text(text).translate(_PLAIN)


class _Names(NamedTuple):
    """Names with the same first word, the longest first: name, record, and the offset of that word in it.

    `printed` is all that can be printed from that word on.
    """

    each: Sequence[tuple[str, str, int]]
    printed: tuple[str, ...]


class Finder:
    """Finds the names of one group of records.

    Within a group the longest name wins: "United Nations Human Rights Council" is no "United Nations". Names
    of others than the group's records, with the id NOBODY, win likewise: "Ho Chi Minh City" is nobody's.
    Names of one word of those in `whole` end no longer name.
    `loose` is for terms: small or capital letters and a plural's s do not matter (but acronyms are
    spelt as they are: "AI"), and a term may be inside another ("Resolution of the 13th Congress").
    Names of `meant` are so only at places of which it says so: "Tokyo has lent", "Minister Son".
    """

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        loose: bool = False,
        nested: bool = False,
        whole: Collection[str] = (),
        meant: Mapping[str, Place] | None = None,
    ) -> None:
        self._whole = whole
        self.meant = meant or {}
        self._loose = loose
        self._nested = nested
        by_word: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        self._found: dict[str, tuple[Mention, ...]] = {}
        for ident, name in names:
            name = plain(name)
            if word := WORD.search(name):
                by_word[word[0].casefold()].append((name, ident, word.start()))
        # By its first word, the names that begin so.
        self._by_word = {
            word: _Names(
                sorted(those, key=lambda candidate: -len(candidate[0])),
                tuple({(name.lower() if loose else name)[offset:] for name, _, offset in those}),
            )
            for word, those in by_word.items()
        }

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention in `text`, which must be `plain`, in order."""
        if (found := self._found.get(text)) is None:
            found = self._found[text] = tuple(self._find(text))
        return found

    def ids(self, texts: Iterable[str]) -> set[str]:
        """The records named anywhere in `texts`."""
        return {mention.ident for text in texts for mention in self.find(text)}

    def _find(self, text: str) -> Iterator[Mention]:
        begins = self._by_word.keys() & words(text)
        if not begins:
            return
        lower = text.lower() if self._loose else text
        free = 0  # where the last name ends
        for word, at in places(text, begins):
            names, printed = self._by_word[word]
            # Most words that begin a name begin none here.
            if not lower.startswith(printed, at):
                continue
            longest, reached = 0, free
            for name, ident, offset in names:
                start = at - offset
                if start < free or len(name) < longest:
                    continue
                end = self._end(text, lower, name, start)
                if end is None or (ident in self._whole and self._of_longer(text, name, start)):
                    continue
                if (place := self.meant.get(name)) and not place(text, start, end):
                    continue
                if ident != NOBODY:
                    yield Mention(ident, start, end)
                if not self._nested or ident == NOBODY:
                    longest, reached = len(name), end
            free = reached

    def _of_longer(self, text: str, name: str, start: int) -> bool:
        """Whether a name of one word ends a longer one: the "ASEAN Secretariat" is not the "Secretariat"."""
        if " " in name or _is_acronym(name) or not text[start].isupper():
            return False
        before = _CAPITAL.search(text, max(0, start - 30), start)
        return bool(before and not before[1].endswith("'s") and before[1] not in _FUNCTION)

    def _end(self, text: str, lower: str, name: str, start: int) -> int | None:
        """Where `name` ends if it is at `start` as whole words."""
        if self._loose and not _is_acronym(name):
            here = lower.startswith(name.lower(), start)
        else:
            here = text.startswith(name, start)
        if not here or not _free(text, start, name[0], -1):
            return None
        end = start + len(name)
        if text.startswith(" dollar", end):  # money: "14 billion US dollars" does not speak of a partner
            return None
        if self._loose and text.startswith("s", end) and name[-1] != "s":
            end += 1
        return end if _free(text, end - 1, name[-1], 1) else None


def _is_acronym(name: str) -> bool:
    return " " not in name and name.upper() == name


def _free(text: str, at: int, edge: str, step: int) -> bool:
    """Whether the character beside a name's edge is no part of its word. "US" is no word of "US$"."""
    if not edge.isalnum():
        return True
    beside = text[at + 1 : at + 2] if step > 0 else text[max(at - 1, 0) : at]
    return not (beside.isalnum() or beside in ("_", "$")) if beside else True


class _Named(NamedTuple):
    """A record as finders know it."""

    ident: str
    sort: str
    names: tuple[str, ...]
    not_meant: tuple[str, ...]
    iso: str
    parts: tuple[str, ...]


class _Records:
    """The records of one kind. Two libraries that share them share the finder of their names."""

    def __init__(self, kind: Kind[Any], library: Library) -> None:
        self.kind, self.entries = kind, library.of(kind.name)
        # Kept from one command to the next: so it need not open the records.
        self.named = [*library.about(f"names of {kind.name}", _named, kind.name)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Records) and self.entries is other.entries

    def __hash__(self) -> int:
        return id(self.entries)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The names of a library's records, and countries' adjectives."""

    library: Library
    _finders: dict[tuple[str, str], Finder] = field(default_factory=dict, repr=False)

    @property
    def partners(self) -> Finder:
        """Finds partners."""
        return self.finder(PARTNERS)

    @property
    def people(self) -> Finder:
        """Finds people."""
        return self.finder(PEOPLE)

    @property
    def terms(self) -> Finder:
        """Finds terms of every kind."""
        return self.finder(TERMS)

    @property
    def tiers(self) -> Finder:
        """Finds the terms of kind tier alone."""
        return self.finder(TERMS, "tier")

    def finder(self, kind: Kind[Any], sort: str = "") -> Finder:
        """Finds records of one kind, or of one sort of it."""
        # kinds/concerned.py knows by the names of all other records what a change concerns.
        assert kind is not THEMES
        if (found := self._finders.get((kind.name, sort))) is None:
            found = _finder(_Records(kind, self.library), sort)
            self._finders[kind.name, sort] = found
        return found

    def ids(self, kind: Kind[Any], texts: Collection[str]) -> set[str]:
        """The records of one kind that `texts` name; those of a sort that is read apart are read so."""
        apart = {sort.name: self.finder(kind, sort.name).ids(texts) for sort in kind.sorts if sort.apart}
        entries, found = self.library.of(kind.name), self.finder(kind).ids(texts)
        if not apart:
            return found
        return {ident for ident in found if entries[ident].record.kind not in apart}.union(*apart.values())


@lru_cache(maxsize=8)
def lexicon(library: Library) -> Lexicon:
    """Every name of every record."""
    return Lexicon(library)


@lru_cache(maxsize=32)
def _finder(records: _Records, sort: str) -> Finder:
    entries = [entry for entry in records.named if not sort or entry.sort == sort]
    names = [(entry.ident, name) for entry in entries for name in entry.names]
    if records.kind.loose:
        names += [(ident, other) for ident, name in names for other in _again(name)]
    names += [(NOBODY, name) for entry in entries for name in entry.not_meant]
    if not records.kind.loose:
        codes = frozenset(entry.iso for entry in entries)
        known = {name for _, name in names}
        names += [(NOBODY, name) for name in othernames.of_nobody(codes) if name not in known]
    known = {name for _, name in names}
    by_place = [(ident, part) for ident, part in _by_place(records.kind, entries) if part not in known]
    names += by_place
    place = halfnames.called if records.kind is PEOPLE else capitals.governs
    meant = {plain(part): place for _, part in by_place}
    loose = records.kind.loose
    whole = {entry.ident for entry in entries if loose and entry.sort == "institution"}
    return Finder(names, loose=loose, nested=loose and not sort, whole=whole, meant=meant)


def _by_place(kind: Kind[Any], entries: Iterable[_Named]) -> list[tuple[str, str]]:
    """Names that are a record's only at some places, with its id; of people, those of one person alone."""
    found = [(entry.ident, part) for entry in entries for part in entry.parts]
    return halfnames.of_one(found) if kind is PEOPLE else found


def _again(name: str) -> Iterator[str]:
    """What a text says for a name that it has just said: "and then to a comprehensive strategic one"."""
    if name.lower().endswith(" partnership"):
        yield f"{name.removesuffix('partnership')}one"


def sought(entry: Entry[Any]) -> Iterator[str]:
    """All that finders look for because of a record."""
    for name in names_of(entry):
        yield from (name, *_again(name))
    yield from _parts(entry)
    yield from getattr(entry.record, "not_meant", ())


def _named(_: Library, entry: Entry[Any]) -> Iterator[_Named]:
    yield _Named(
        entry.id,
        getattr(entry.record, "kind", None) or "",
        tuple(names_of(entry)),
        tuple(getattr(entry.record, "not_meant", ())),
        getattr(entry.record, "iso", None) or "",
        tuple(_parts(entry)),
    )


def _parts(entry: Entry[Any]) -> Iterator[str]:
    """What texts print for it at some places: half a person's name, a country's capital."""
    if isinstance(entry.record, Person):
        yield from halfnames.halves(entry.record.name, entry.record.of == HOME_ID)
    elif isinstance(entry.record, Partner):
        yield from capitals.of(entry.record.iso or entry.record.name)


def names_of(entry: Entry[Any]) -> Iterator[str]:
    """Its own names; of a partner also adjectives and names that no page should call it."""
    names = dict.fromkeys(known.name for known in all_names(entry))
    yield from names
    if isinstance(entry.record, Partner):
        more = [adjective for name in names for adjective in DEMONYMS.get(name, ())]
        more += [other for name in names for other in othernames.ORGANISATIONS.get(name, ())]
        more += othernames.of_country(entry.record.iso) if entry.record.iso else ()
        yield from (name for name in dict.fromkeys(more) if name not in names)
