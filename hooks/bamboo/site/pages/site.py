"""Pages about the whole: the indexes of years, themes, people and terms, A-Z, public data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo import kinds
from bamboo.data import english
from bamboo.data.seed import bare_letters
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.reading.names import all_names
from bamboo.site.blocks import leads, parts
from bamboo.site.blocks.parts import Link
from bamboo.site.pages.subjects import TERM_HEADINGS


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A record in an index, with a line about it."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Records under a heading."""

    anchor: str
    heading: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """A list of records in groups."""

    lead: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in A-Z, what it names and of which kind; `main` is whether it is that thing's own name."""

    name: str
    lang: str
    link: Link
    kind: str
    main: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """The names under one letter."""

    anchor: str
    letter: str
    names: tuple[NameLine, ...]


def years(graph: Graph) -> IndexView:
    """The index of years."""
    entries = tuple(
        IndexEntry(
            Link(str(number), addresses.year(number), english.counted(len(graph.in_year(number)), "claim")),
            "".join(run.text for run in leads.year(graph, number)),
        )
        for number in graph.years
    )
    return IndexView(
        f"Claims by the years they are about: {english.counted(len(entries), 'year')}.",
        (IndexGroup("years", "", entries),),
    )


def themes(graph: Graph) -> IndexView:
    """The index of themes, by name."""
    entries = [
        IndexEntry(to, graph.library.themes[ident].record.summary)
        for ident, to in zip(
            graph.library.themes, parts.counted_links(graph, "themes", graph.library.themes), strict=True
        )
    ]
    return IndexView(
        f"{english.counted(len(entries), 'theme')}.", (IndexGroup("themes", "", tuple(_sorted(entries))),)
    )


def people(graph: Graph) -> IndexView:
    """The index of people, by whom they act for."""
    groups: dict[str, list[IndexEntry]] = {}
    for ident, entry in graph.library.people.items():
        claims = graph.about("people", ident)
        roles = dict.fromkeys(r.as_ for c in claims for r in c.people if r.person == ident and r.as_)
        to = parts.counted_links(graph, "people", [ident])[0]
        groups.setdefault(entry.record.of, []).append(IndexEntry(to, "; ".join(roles)))

    def heading(home: str) -> str:
        return "Vietnam" if home == "vietnam" else graph.name("partners", home)

    order = sorted(groups, key=lambda home: (home != "vietnam", bare_letters(heading(home))))
    return IndexView(
        f"{english.counted(len(graph.library.people), 'person', 'people')} named in the sources, "
        "with the roles that sources print.",
        tuple(IndexGroup(f"of-{home}", heading(home), tuple(_sorted(groups[home]))) for home in order),
    )


def terms(graph: Graph) -> IndexView:
    """The glossary, by kind of term."""
    groups: dict[str, list[IndexEntry]] = {kind: [] for kind in TERM_HEADINGS}
    for ident, entry in graph.library.terms.items():
        meaning = entry.record.definition
        text = (meaning.text or "") if meaning else ""
        groups[entry.record.kind].append(IndexEntry(parts.counted_links(graph, "terms", [ident])[0], text))
    return IndexView(
        f"{english.counted(len(graph.library.terms), 'term')} that the sources use.",
        tuple(
            IndexGroup(f"kind-{kind}", TERM_HEADINGS[kind], tuple(_sorted(found)))
            for kind, found in groups.items()
            if found
        ),
    )


def a_to_z(graph: Graph) -> tuple[Letter, ...]:
    """Every thing under every name it has."""
    lines = []
    for kind in kinds.SUBJECTS:
        lines += list(_names(graph, kind.name))
    lines += [
        NameLine(str(year), "en", Link(str(year), addresses.year(year)), parts.ONE_LABELS["years"], True)
        for year in graph.years
    ]
    letters: dict[str, list[NameLine]] = {}
    for line in parts.alphabetical(lines, lambda line: line.name.lstrip("[")):
        first = next((c for c in bare_letters(line.name) if c.isalnum()), "#").upper()
        letters.setdefault("0–9" if first.isdigit() else first, []).append(line)
    return tuple(
        Letter(f"letter-{letter.lower()}" if letter.isalpha() else "letter-0-9", letter, tuple(found))
        for letter, found in letters.items()
    )


def _names(graph: Graph, kind: str) -> Iterable[NameLine]:
    for ident, entry in graph.library.of(kind).items():
        to = parts.link(graph, kind, ident)
        for index, name in enumerate(all_names(entry)):
            shown = graph.name(kind, ident) if index == 0 else name.name
            yield NameLine(shown, name.lang, to, parts.ONE_LABELS[kind], index == 0)


def _sorted(entries: Iterable[IndexEntry]) -> list[IndexEntry]:
    return parts.alphabetical(entries, lambda entry: entry.link.label)
