"""Pages about the whole: home, the indexes of years, themes, people and terms, A-Z, public data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo import addresses, dates, wording
from bamboo.fields import Kind
from bamboo.graph import Graph
from bamboo.names import all_names
from bamboo.seed import bare_letters
from bamboo.views import disagreements, gaps, parts
from bamboo.views.figure import FigureRow, rows_of_year
from bamboo.views.partner import TierGroup, partners
from bamboo.views.parts import Card, Link

KEY_FIGURES = 8
MOST = 12
LATEST = 6


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, leading to the list."""

    number: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The state of knowledge at a glance."""

    counts: tuple[Count, ...]
    year: Link
    figures: tuple[FigureRow, ...]
    tiers: tuple[TierGroup, ...]
    latest: tuple[Card, ...]
    partners: tuple[Link, ...]
    themes: tuple[Link, ...]
    people: tuple[Link, ...]
    sources: tuple[Link, ...]
    years: tuple[Link, ...]
    differ: str
    differences: tuple[Link, ...]
    gaps: tuple[Link, ...]


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


def home(graph: Graph) -> HomeView:
    """The first page. Its year is the one with most claims."""
    library = graph.library
    year = max(graph.years, key=lambda number: (len(graph.in_year(number)), number))
    dated = [claim for claim in graph.claims.values() if dates.is_day(claim.when) and not claim.indicator]
    return HomeView(
        counts=(
            Count(wording.number(len(library.facts)), "facts", addresses.index("facts")),
            Count(wording.number(len(library.partners)), "partners", addresses.index("partners")),
            Count(wording.number(len(library.indicators)), "figures", addresses.index("indicators")),
            Count(wording.number(len(library.sources)), "sources", addresses.index("sources")),
        ),
        year=Link(str(year), addresses.year(year)),
        figures=rows_of_year(graph, year, scopes=False)[:KEY_FIGURES],
        tiers=partners(graph).tiers,
        latest=parts.cards(graph, dated[:LATEST]),
        partners=_most(graph, "partners")[:MOST],
        themes=_most(graph, "themes"),
        people=_most(graph, "people")[:MOST],
        sources=_most(graph, "sources"),
        years=tuple(
            Link(str(number), addresses.year(number), wording.counted(len(graph.in_year(number)), "claim"))
            for number in graph.years
        ),
        differ=disagreements.summary(graph),
        differences=disagreements.kinds(graph),
        gaps=gaps.contents(graph),
    )


def years(graph: Graph) -> IndexView:
    """The index of years."""
    entries = tuple(
        IndexEntry(
            Link(str(number), addresses.year(number), wording.counted(len(graph.in_year(number)), "claim")),
            wording.listed(theme.label for theme in _themes_of(graph, number)[:3]),
        )
        for number in graph.years
    )
    return IndexView(
        f"Claims by the years they are about: {wording.counted(len(entries), 'year')}.",
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
        f"{wording.counted(len(entries), 'theme')}.", (IndexGroup("themes", "", tuple(_sorted(entries))),)
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
        return "Vietnam" if home == "vietnam" else parts.name(graph, "partners", home)

    order = sorted(groups, key=lambda home: (home != "vietnam", bare_letters(heading(home))))
    return IndexView(
        f"{wording.counted(len(graph.library.people), 'person', 'people')} named in the sources, "
        "with the roles that sources print.",
        tuple(IndexGroup(f"of-{home}", heading(home), tuple(_sorted(groups[home]))) for home in order),
    )


TERM_HEADINGS = {
    "tier": "Tiers of relations",
    "agreement": "Agreements",
    "document": "Documents",
    "event": "Events",
    "programme": "Programmes",
    "concept": "Concepts",
    "place": "Places",
    "institution": "Institutions of Vietnam",
    "acronym": "Acronyms",
}


def terms(graph: Graph) -> IndexView:
    """The glossary, by kind of term."""
    groups: dict[str, list[IndexEntry]] = {kind: [] for kind in TERM_HEADINGS}
    for ident, entry in graph.library.terms.items():
        meaning = entry.record.definition
        text = (meaning.text or "") if meaning else ""
        groups[entry.record.kind].append(IndexEntry(parts.counted_links(graph, "terms", [ident])[0], text))
    return IndexView(
        f"{wording.counted(len(graph.library.terms), 'term')} that the sources use.",
        tuple(
            IndexGroup(f"kind-{kind}", TERM_HEADINGS[kind], tuple(_sorted(found)))
            for kind, found in groups.items()
            if found
        ),
    )


def a_to_z(graph: Graph) -> tuple[Letter, ...]:
    """Every thing under every name it has."""
    lines = []
    for kind in ("partners", "people", "themes", "terms", "indicators", "sources"):
        lines += list(_names(graph, kind))
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


def _names(graph: Graph, kind: Kind) -> Iterable[NameLine]:
    for ident, entry in graph.library.of(kind).items():
        to = parts.link(graph, kind, ident)
        for index, name in enumerate(all_names(entry)):
            shown = parts.name(graph, kind, ident) if index == 0 else name.name
            yield NameLine(shown, name.lang, to, parts.ONE_LABELS[kind], index == 0)


def _most(graph: Graph, kind: Kind) -> tuple[Link, ...]:
    """Records of a kind by number of claims."""
    order = sorted(graph.library.of(kind), key=lambda ident: (-len(graph.about(kind, ident)), ident))
    return parts.counted_links(graph, kind, order)


def _themes_of(graph: Graph, year: int) -> tuple[Link, ...]:
    return parts.together(graph, graph.in_year(year), lambda claim: claim.themes[:1], "themes")


def _sorted(entries: Iterable[IndexEntry]) -> list[IndexEntry]:
    return parts.alphabetical(entries, lambda entry: entry.link.label)
