"""Every name of everything that has a page, in the order of the alphabet, cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bamboo import kinds
from bamboo.data.seed import bare_letters
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.base import Kind
from bamboo.kinds.expansion import by_editors
from bamboo.reading import order
from bamboo.reading.names import all_names
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import BY_EDITORS
from bamboo.site.blocks.parts import named, parts

# Names on a page: 250 make some 10,000 px on a phone. Letters with fewer names than the other share a page.
MOST, FEWEST = 250, 5

DIGITS = "0–9"
VIETNAMESE = "vietnamese"


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name, what it names and of which kind; beside the plain name, the one in Vietnamese."""

    name: str
    lang: str
    link: Link
    note: str

    @property
    def native(self) -> str:
        """The name in Vietnamese, where this line has the plain one."""
        return self.link.vi if self.name == self.link.label else ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The names under one letter."""

    letter: str
    names: tuple[NameLine, ...]

    @property
    def anchor(self) -> str:
        """Its place on a page that it shares with others."""
        return _slug(self.letter)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of names: those of a letter, of rare letters, of the Vietnamese alphabet, or a part of these."""

    slug: str
    label: str
    lang: str
    part: int
    parts: int
    letters: tuple[Letter, ...]

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.letter(self.slug, self.part)

    @property
    def title(self) -> str:
        """What its page is called."""
        name = "Names in Vietnamese" if self.lang == "vi" else f"Names under {self.label}"
        return named(name, self.part, self.parts)

    @property
    def shared(self) -> bool:
        """Whether several letters are on it."""
        return len(self.letters) > 1

    @property
    def names(self) -> tuple[NameLine, ...]:
        """All of its names."""
        return tuple(name for letter in self.letters for name in letter.names)


def shelves(graph: Graph) -> tuple[Shelf, ...]:
    """Pages for the letters, then those of names in Vietnamese, which have an order of their own."""
    plain, native = _lines(graph)
    letters: dict[str, list[NameLine]] = {}
    for line in links.alphabetical(plain, lambda line: line.name.lstrip("[")):
        letters.setdefault(_letter(line.name), []).append(line)
    vietnamese: dict[str, list[NameLine]] = {}
    for line in sorted(native, key=lambda line: order.vietnamese(line.name)):
        vietnamese.setdefault(order.first_letter(line.name), []).append(line)
    found: list[Shelf] = []
    for shared in _shared(letters):
        first, last = shared[0], shared[-1]
        label = first if first == last else f"{first}–{last}"
        found += _cut(_slug(first), label, "", {letter: letters[letter] for letter in shared})
    return (*found, *_cut(VIETNAMESE, "Vietnamese", "vi", vietnamese))


def sharing(graph: Graph) -> Iterator[tuple[Letter, Shelf]]:
    """The letters whose names are on the page of a letter before them, with that page.

    A letter keeps an address of its own: it has a page there again once it has more names.
    """
    for shelf in shelves(graph):
        if not shelf.lang and shelf.part == 1:
            yield from ((letter, shelf) for letter in shelf.letters[1:])


def _shared(letters: Mapping[str, Sequence[NameLine]]) -> list[list[str]]:
    """Letters in runs with enough names for a page; the digits are by themselves."""
    runs: list[list[str]] = []
    enough = True
    for letter in letters:
        if enough:
            runs.append([])
        runs[-1].append(letter)
        enough = letter == DIGITS or sum(len(letters[one]) for one in runs[-1]) >= FEWEST
    if not enough and len(runs) > 1 and runs[-2] != [DIGITS]:
        runs[-2:] = [runs[-2] + runs[-1]]
    return runs


def _cut(slug: str, label: str, lang: str, letters: dict[str, list[NameLine]]) -> Iterator[Shelf]:
    """As many pages as the names need."""
    cut = parts([(letter, name) for letter, names in letters.items() for name in names], MOST)
    for part, rows in enumerate(cut, start=1):
        here: dict[str, list[NameLine]] = {}
        for letter, name in rows:
            here.setdefault(letter, []).append(name)
        found = tuple(Letter(letter, tuple(names)) for letter, names in here.items())
        yield Shelf(slug, label, lang, part, len(cut), found)


def _slug(letter: str) -> str:
    return letter.lower() if letter.isalpha() else "0-9"


def _letter(name: str) -> str:
    first = next((c for c in bare_letters(name) if c.isalnum()), "#").upper()
    return DIGITS if first.isdigit() else first


def _lines(graph: Graph) -> tuple[list[NameLine], list[NameLine]]:
    """Names as they are read elsewhere, and those in Vietnamese."""
    misprints = _misprints(graph)
    found = [
        line
        for kind in kinds.SUBJECTS
        for line in _names(graph, kind)
        if not misprints & set(line.name.split())
    ]
    found += [
        NameLine(str(year), "en", Link(str(year), addresses.year(year)), "year") for year in graph.years
    ]
    return [line for line in found if line.lang != "vi"], [line for line in found if line.lang == "vi"]


def _misprints(graph: Graph) -> set[str]:
    """Words that some source's card calls misprints: names are found under them, but not listed."""
    return {row.quote for entry in graph.library.sources.values() for row in entry.record.misprints}


def _names(graph: Graph, kind: Kind[Any]) -> Iterable[NameLine]:
    for ident, entry in graph.library.of(kind.name).items():
        to = links.record(graph, kind.name, ident)
        for index, name in enumerate(all_names(entry)):
            shown = graph.name(kind.name, ident) if index == 0 else name.name
            note = f"see {to.label}, {kind.label}" if index else kind.label
            by = f"; {BY_EDITORS}" if by_editors(entry.record, name.name) else ""
            yield NameLine(shown, name.lang, to, note + by)
