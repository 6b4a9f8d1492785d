"""What readers pick side by side, and the years: figures and claims by theme, a column for each year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import compress

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import compared, links
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.pairs import ready
from bamboo.site.blocks.sidebyside import link
from bamboo.site.blocks.turn import Way, turn
from bamboo.site.comparison import KINDS, subjects

FOLD = 4  # claims of one theme and year shown before the rest is folded

# Kinds of claims set side by side, each with its anchor and heading.
LISTS = {
    "relation": ("tiers", "Tiers of relations, as the sources state or change them"),
    "agreement": ("agreements", "Agreements"),
    "event": ("events", "Events"),
    "plan": ("plans", "Plans and expectations"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """An observation in its cell. `period` only where it is not the whole year."""

    row: FigureRow
    period: str


@dataclass(frozen=True, slots=True)
class FigureCell:
    """What the sources say of one figure in one year; nothing where they say nothing."""

    year: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """Claims of one theme in one year; those in `folded` open with one click."""

    year: str
    shown: tuple[Link, ...]
    folded: tuple[Link, ...]
    more: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure across the years."""

    figure: Link
    unit: str
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One theme across the years."""

    theme: Link
    cells: tuple[ClaimCell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table under its heading: of figures or of claims. `of` says what its lines are.

    `years` are those with something in it: an empty year has no column.
    """

    anchor: str
    heading: str
    note: str
    of: str
    figures: tuple[FigureLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    years: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing that can be picked."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Pick:
    """What can be picked of one kind."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of comparisons: what can be picked, ready pages, and years side by side."""

    turn: tuple[Way, ...]
    picks: tuple[Pick, ...]
    ready: tuple[Link, ...]
    heading: str
    why: str
    missing: str
    contents: tuple[Link, ...]
    parts: tuple[Part, ...]


def compare(graph: Graph) -> CompareView:
    """The page of years side by side."""
    years = compared.years(graph)
    columns = compared.links(graph)
    found = tuple(_without_empty(part, columns) for part in (*_figures(graph, years), *_lists(graph, years)))
    return CompareView(
        turn=turn(addresses.COMPARE),
        picks=tuple(
            Pick(
                KINDS[kind],
                tuple(Choice(f"{kind}/{ident}", link(graph, (kind, ident)).label) for ident in idents),
            )
            for kind, idents in subjects(graph).items()
        ),
        ready=ready(graph),
        heading=f"{english.listed(map(str, years))} side by side" if years else "No years side by side",
        why=compared.why(graph),
        missing=compared.NOT_IN_SOURCES,
        contents=tuple(Link(part.heading, f"{addresses.COMPARE}#{part.anchor}") for part in found),
        parts=found,
    )


def _without_empty(part: Part, years: tuple[Link, ...]) -> Part:
    """A part with a column for each year of which it holds something."""
    full = [
        any(line.cells[at].values for line in part.figures)
        or any(line.cells[at].shown for line in part.claims)
        for at in range(len(years))
    ]
    return replace(
        part,
        figures=tuple(replace(line, cells=tuple(compress(line.cells, full))) for line in part.figures),
        claims=tuple(replace(line, cells=tuple(compress(line.cells, full))) for line in part.claims),
        years=tuple(compress(years, full)),
    )


def observations(graph: Graph, years: Iterable[int]) -> Mapping[str, Mapping[int, list[Claim]]]:
    """The observations of each indicator by each of these years that they touch."""
    return {
        ident: {year: [c for c in graph.naming("indicators", ident) if year in c.years] for year in years}
        for ident in graph.library.indicators
    }


def _figures(graph: Graph, years: tuple[int, ...]) -> Iterable[Part]:
    """Figures with values in several years first: only those show two years beside each other."""
    found = observations(graph, years)
    several, one = [], []
    for ident in _by_theme(graph, found):
        line = FigureLine(
            links.record(graph, "indicators", ident),
            graph.library.indicators[ident].record.unit,
            tuple(
                FigureCell(str(year), tuple(_value(graph, c, year) for c in found[ident][year]))
                for year in years
            ),
        )
        filled = sum(1 for cell in line.cells if cell.values)
        if filled > 1:
            several.append(line)
        elif filled:
            one.append(line)
    if several:
        yield Part(
            "figures",
            "Figures given for more than one year",
            "Sources may count differently from year to year: read what is counted beside each value. "
            "No change between years is computed here.",
            "Figure",
            figures=tuple(several),
        )
    if one:
        yield Part(
            "figures-one-year",
            "Figures given for one year only",
            "No source gives them for another of these years.",
            "Figure",
            figures=tuple(one),
        )


def _by_theme(graph: Graph, idents: Iterable[str]) -> list[str]:
    """Those that most sources report first, figures of one theme together."""
    library = graph.library

    def sources(ident: str) -> int:
        return len({source for claim in graph.naming("indicators", ident) for source in claim.sources})

    themes: dict[str, list[str]] = {}
    for ident in sorted(idents, key=lambda ident: (-sources(ident), ident)):
        themes.setdefault(library.indicators[ident].record.themes[0], []).append(ident)
    return [ident for theme in themes.values() for ident in theme]


def _value(graph: Graph, claim: Claim, year: int) -> Value:
    return Value(row(graph, claim), "" if claim.when == str(year) else dates.words(claim.when))


def _lists(graph: Graph, years: tuple[int, ...]) -> Iterable[Part]:
    for kind, (anchor, heading) in LISTS.items():
        by_theme: dict[str, list[Claim]] = {}
        for claim in graph.claims.values():
            if claim.kind == kind and any(year in claim.years for year in years):
                by_theme.setdefault(claim.themes[0], []).append(claim)
        order = sorted(by_theme, key=lambda theme: (-len(by_theme[theme]), theme))
        lines = tuple(
            ClaimLine(
                links.record(graph, "themes", theme),
                tuple(_cell(graph, year, by_theme[theme]) for year in years),
            )
            for theme in order
        )
        if lines:
            many = sum(len(claims) for claims in by_theme.values())
            yield Part(
                anchor,
                heading,
                f"{english.counted(many, 'statement')}, by main theme.",
                "Theme",
                claims=lines,
            )


def _cell(graph: Graph, year: int, claims: list[Claim]) -> ClaimCell:
    found = tuple(_short(graph, claim) for claim in claims if year in claim.years)
    # Tiers are short, and their changes are what readers come for.
    whole = len(found) <= FOLD + 1 or claims[0].kind == "relation"
    shown = found if whole else found[:FOLD]
    folded = found[len(shown) :]
    return ClaimCell(str(year), shown, folded, f"{english.number(len(folded))} more" if folded else "")


def _short(graph: Graph, claim: Claim) -> Link:
    """A claim as a short link: a tier of relations by partner and tier, others by their sentence."""
    if claim.relation:
        partner = graph.name("partners", claim.relation.partner)
        tier = graph.name("terms", claim.relation.tier)
        return Link(f"{partner}: {tier}", claim.url, claim.relation.change)
    return links.claim(claim, dates.words(claim.when) if len(claim.years) > 1 else "")
