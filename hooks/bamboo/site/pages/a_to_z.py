"""Everything that has a page, under every name it has, from A to Z."""

from __future__ import annotations

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in A-Z, what it names and of which kind; beside the plain name, the one in Vietnamese."""

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

    anchor: str
    letter: str
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class AToZ:
    """Names from A to Z; those in Vietnamese apart, by its own alphabet."""

    letters: tuple[Letter, ...]
    vietnamese: tuple[Letter, ...]


def a_to_z(graph: Graph) -> AToZ:
    """Every thing under every name it has."""
    lines = []
    misprints = _misprints(graph)
    for kind in kinds.SUBJECTS:
        lines += [line for line in _names(graph, kind) if not misprints & set(line.name.split())]
    lines += [
        NameLine(str(year), "en", Link(str(year), addresses.year(year)), "year") for year in graph.years
    ]
    letters: dict[str, list[NameLine]] = {}
    plain = [line for line in lines if line.lang != "vi"]
    for line in links.alphabetical(plain, lambda line: line.name.lstrip("[")):
        first = next((c for c in bare_letters(line.name) if c.isalnum()), "#").upper()
        letters.setdefault("0–9" if first.isdigit() else first, []).append(line)
    native: dict[str, list[NameLine]] = {}
    for line in sorted((line for line in lines if line.lang == "vi"), key=lambda n: order.vietnamese(n.name)):
        native.setdefault(order.first_letter(line.name), []).append(line)
    return AToZ(
        tuple(
            Letter(f"letter-{letter.lower()}" if letter.isalpha() else "letter-0-9", letter, tuple(found))
            for letter, found in letters.items()
        ),
        tuple(
            Letter(f"vietnamese-{number}", letter, tuple(found))
            for number, (letter, found) in enumerate(native.items(), start=1)
        ),
    )


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
