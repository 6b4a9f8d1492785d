"""Finds the names of partners, people and terms in a text: whole words, the longest name first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data.seed import fold_text
from bamboo.kinds.library import Library
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.names import all_names

_WORD = re.compile(r"\w+")
# Typists and typesetters differ on these; no name is told from another by them.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, and the record it is the name of."""

    ident: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` made comparable for names: folded as quotes are, quotation marks and dashes alike."""
    return fold_text(text).translate(_PLAIN)


class Finder:
    """Finds the names of one group of records.

    Within a group the longest name wins: "United Nations Human Rights Council" is no "United Nations".
    `loose` is for terms: small or capital letters and a plural's s do not matter (but acronyms are
    spelt as they are: "AI"), and a term may stand inside another ("Resolution of the 13th Congress").
    """

    def __init__(self, names: Iterable[tuple[str, str]], loose: bool = False, nested: bool = False) -> None:
        self._loose = loose
        self._nested = nested
        # By its first word, the names that begin so: (name, record, offset of that word in the name).
        self._by_word: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        self._found: dict[str, tuple[Mention, ...]] = {}
        for ident, name in names:
            name = plain(name)
            if word := _WORD.search(name):
                self._by_word[word[0].casefold()].append((name, ident, word.start()))
        for those in self._by_word.values():
            those.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention in `text`, which must be `plain`, in order."""
        if text not in self._found:
            self._found[text] = tuple(self._find(text))
        return self._found[text]

    def ids(self, texts: Iterable[str]) -> set[str]:
        """The records named anywhere in `texts`."""
        return {mention.ident for text in texts for mention in self.find(text)}

    def _find(self, text: str) -> Iterator[Mention]:
        lower = text.lower() if self._loose else text
        free = 0  # where the last name ends
        for word in _WORD.finditer(text):
            longest, reached = 0, free
            for name, ident, offset in self._by_word.get(word[0].casefold(), ()):
                start = word.start() - offset
                if start < free or len(name) < longest:
                    continue
                end = self._end(text, lower, name, start)
                if end is None:
                    continue
                yield Mention(ident, start, end)
                if not self._nested:
                    longest, reached = len(name), end
            free = reached

    def _end(self, text: str, lower: str, name: str, start: int) -> int | None:
        """Where `name` ends if it stands at `start` as whole words."""
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


@dataclass(frozen=True)
class Lexicon:
    """The names of a library's records. `tiers` are the terms of kind tier, `terms` all of them."""

    partners: Finder
    people: Finder
    tiers: Finder
    terms: Finder


class _Named:
    """The records whose names are looked for. Two libraries that share them share the lexicon."""

    def __init__(self, library: Library) -> None:
        self.partners, self.people, self.terms = library.partners, library.people, library.terms

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and all(
            mine is theirs for mine, theirs in zip(vars(self).values(), vars(other).values(), strict=True)
        )

    def __hash__(self) -> int:
        return hash(tuple(id(records) for records in vars(self).values()))


def lexicon(library: Library) -> Lexicon:
    """Every name of every record, and countries' adjectives."""
    return _lexicon(_Named(library))


@lru_cache(maxsize=4)
def _lexicon(library: _Named) -> Lexicon:
    partners = [
        (entry.id, name)
        for entry in library.partners.values()
        for known in all_names(entry)
        for name in (known.name, *DEMONYMS.get(known.name, ()))
    ]
    people = [(e.id, known.name) for e in library.people.values() for known in all_names(e)]
    terms = [(e, known.name) for e in library.terms.values() for known in all_names(e)]
    return Lexicon(
        partners=Finder(partners),
        people=Finder(people),
        tiers=Finder(((e.id, name) for e, name in terms if e.record.kind == "tier"), loose=True),
        terms=Finder(((e.id, name) for e, name in terms), loose=True, nested=True),
    )
