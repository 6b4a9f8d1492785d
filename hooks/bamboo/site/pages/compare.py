"""Years side by side: every figure, and the claims of some kinds by theme, one column for each year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import compared, links
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.turn import Way, turn

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
    """A table under its heading: of figures or of claims. `of` says what its lines are."""

    anchor: str
    heading: str
    note: str
    of: str
    figures: tuple[FigureLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of years side by side."""

    turn: tuple[Way, ...]
    heading: str
    why: str
    missing: str
    years: tuple[Link, ...]
    contents: tuple[Link, ...]
    parts: tuple[Part, ...]


def compare(graph: Graph) -> CompareView:
    """The page of years side by side."""
    years = compared.years(graph)
    found = (*_figures(graph, years), *_lists(graph, years))
    return CompareView(
        turn=turn(addresses.COMPARE),
        heading=f"{english.listed(map(str, years))} side by side" if years else "Years side by side",
        why=compared.why(graph),
        missing=compared.NOT_IN_SOURCES,
        years=compared.links(graph),
        contents=tuple(Link(part.heading, f"{addresses.COMPARE}#{part.anchor}") for part in found),
        parts=found,
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
