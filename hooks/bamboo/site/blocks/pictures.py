"""What the site draws: the ladder, changes of tier, dated events, statements by theme, figures in series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from babel.dates import format_date

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import compared, inyears, links, sections
from bamboo.site.blocks.chart import chart, marks, with_ends
from bamboo.site.blocks.happenings import Happening, happenings
from bamboo.site.blocks.ladder_picture import ladder_of_tiers
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.months import month_of
from bamboo.site.blocks.picture import Block, Blocks, Days, DaysOf, Group, Heat, Picture, source_line
from bamboo.site.blocks.standing import tiers

T = TypeVar("T")

# What a picture shows at most, the newest: years, months, and themes with most statements.
YEARS, MONTHS, THEMES = 8, 36, 20

# How a change of relations is called after "relations were".
_DONE = {"upgraded": "raised", "established": "established"}


def pictures(graph: Graph) -> tuple[Picture, ...]:
    """Every picture of the whole that the data fills."""
    return tuple(
        found
        for found in (
            ladder_of_tiers(graph),
            changes_of_tier(graph),
            dated_events(graph),
            statements_by_theme(graph),
        )
        if found
    )


def series(graph: Graph, ident: str) -> Picture | None:
    """A figure with values for three periods or more; None where there are fewer."""
    view = chart(graph, ident)
    if view is None:
        return None
    claims = with_ends(graph.naming("indicators", ident))
    ends = [_values(graph, claim) for claim in (claims[-1], claims[0])]
    return Picture(
        id=ident,
        page=addresses.entity("indicators", ident),
        heading=view.title,
        finding=f"{view.title}: {'; '.join(ends)}",
        note=" ".join(["Bars begin at zero.", *view.cautions]),
        description=view.description,
        source=source_line(graph, claims),
        drawn=view,
        behind=(),
    )


def _values(graph: Graph, claim: Claim) -> str:
    """`nearly US$800 billion in 2024`, with every value that is reported."""
    rows = marks(graph, claim)
    return f"{english.either(dict.fromkeys(row.label for row in rows))} in {rows[0].period}"


def changes_of_tier(graph: Graph) -> Picture | None:
    """Relations that were raised or established, by year and tier; None where no source says so of any."""
    by_year: dict[str, list[Claim]] = {}
    for claim in graph.claims.values():
        if claim.relation and claim.relation.change in _DONE:
            first, last = claim.ends[0], claim.ends[-1]
            label = str(first) if first == last else f"{first}–{last}"
            by_year.setdefault(label, []).append(claim)
    if not by_year:
        return None
    by_year, cut = _newest(by_year, YEARS, "year")
    parts, behind, said = [], [], []
    for year, claims in by_year.items():
        blocks = []
        for tier in tiers(graph):
            here = [claim for claim in claims if claim.relation and claim.relation.tier == tier]
            here.sort(key=lambda claim: _partner(graph, claim))
            if not here:
                continue
            name = english.capital(graph.name("terms", tier))
            names = tuple(_partner(graph, claim) for claim in here)
            label = f"{english.number(len(names))} · {name}"
            blocks.append(Block(label, names))
            said.append(f"{year}: {label}: {english.listed(names)}")
            behind.append(
                Group(
                    f"{year}: {name}",
                    tuple(
                        Link(_partner(graph, claim), claim.url, claim.relation.change)
                        for claim in here
                        if claim.relation
                    ),
                )
            )
        parts.append((year, tuple(blocks)))
    every = [claim for claims in by_year.values() for claim in claims]
    return Picture(
        id="changes-of-tier",
        page=f"{addresses.CHARTS}#changes-of-tier",
        heading="Tiers raised by year",
        finding=_of_changes(graph, by_year),
        note="A square is a partner with whom relations were raised or established at that tier. Tiers that "
        "sources only state, without a change, are left out." + cut,
        description="; ".join(said) + ".",
        source=source_line(graph, every),
        drawn=Blocks(tuple(parts)),
        behind=tuple(behind),
    )


def _newest(found: Mapping[str, T], most: int, unit: str) -> tuple[dict[str, T], str]:
    """So many of them, by names that sort as they follow each other; and a sentence, if that is not all."""
    kept = set(sorted(found)[-most:])
    cut = f" Drawn are the newest {most} of {len(found)} {unit}s." if len(found) > most else ""
    return {name: one for name, one in found.items() if name in kept}, cut


def _first(graph: Graph) -> str:
    """A sentence, if not all themes are drawn."""
    many = len(graph.library.themes)
    return f" Drawn are the {THEMES} themes with most statements, of {many}." if many > THEMES else ""


def _partner(graph: Graph, claim: Claim) -> str:
    assert claim.relation
    return graph.name("partners", claim.relation.partner)


def _of_changes(graph: Graph, by_year: dict[str, list[Claim]]) -> str:
    """What the picture of changes says: how many in the year with most, and the commonest upgrade there."""
    year = max(by_year, key=lambda label: (len(by_year[label]), label))
    claims = by_year[year]
    partners = {claim.relation.partner for claim in claims if claim.relation}
    done = dict.fromkeys(_DONE[claim.relation.change] for claim in claims if claim.relation)
    start = (
        f"Relations with {english.several(len(partners), 'partner')} were "
        f"{english.listed(sorted(done, reverse=True)).replace(' and ', ' or ')} in {year}"
    )
    raised: dict[str, set[str]] = {}
    for claim in claims:
        if claim.relation and claim.relation.change == "upgraded":
            raised.setdefault(claim.relation.tier, set()).add(claim.relation.partner)
    for tier in tiers(graph):
        many = len(raised.get(tier, ()))
        if many > 1 and many == max(map(len, raised.values())) and many < len(partners):
            name = graph.name("terms", tier)
            return f"{start}, {english.spelled(many)} of them to {name[:1].lower()}{name[1:]}"
    return start


def dated_events(graph: Graph) -> Picture | None:
    """A calendar of what happened, as far as it is dated to a day or a month; None where nothing is."""
    happened, _ = sections.divided([claim for claim in graph.claims.values() if not claim.indicator])
    months: dict[str, list[Happening]] = {}
    for happening in happenings(graph, happened):
        if month := month_of(happening.head):
            months.setdefault(month, []).append(happening)
    if not months:
        return None
    months, cut = _newest(months, MONTHS, "month")
    every = [happening for found in months.values() for happening in found]
    many = english.counted(len(every), "dated event")
    most = max(map(len, months.values()))
    first = [dates.words(month) for month, found in months.items() if len(found) == most]
    few = len(first) <= 2 and len(months) > len(first)
    each = " each" if len(first) > 1 else ""
    finding = (
        f"Of {many}, {english.spelled(most)}{each} {'is' if most == 1 else 'are'} in {english.listed(first)}"
        if few
        else f"{many} in {english.several(len(months), 'month')}"
    )
    return Picture(
        id="dated-events",
        page=f"{addresses.CHARTS}#dated-events",
        heading="Calendar of dated events",
        finding=finding,
        note="A mark is a visit, agreement, event or change of relations on its days; a ring at the end of a "
        "line is one of which no day is stated. Months with none are left out, and so is what the sources "
        "date less finely." + cut,
        description="; ".join(
            f"{dates.words(month)}: {english.counted(len(found), 'event')}" for month, found in months.items()
        )
        + ".",
        source=source_line(graph, [claim for happening in every for claim in happening.claims]),
        drawn=Days(tuple(_days_of(month, found) for month, found in months.items())),
        behind=tuple(
            Group(
                dates.words(month),
                tuple(links.claim(one.head, dates.words(one.head.when)) for one in found),
            )
            for month, found in months.items()
        ),
    )


def _days_of(month: str, found: list[Happening]) -> DaysOf:
    first, last = dates.bounds(month)
    spans = []
    for happening in found:
        if dates.precision(happening.head.when) != "month":
            start, end = dates.bounds(happening.head.when)
            # What goes on into the next month is drawn to the end of its first.
            spans.append((start.day, end.day if end <= last else last.day))
    label = str(format_date(first, "MMM y", locale="en"))
    return DaysOf(label, last.day, tuple(spans), len(found) - len(spans))


def statements_by_theme(graph: Graph) -> Picture | None:
    """How many statements there are about each theme in each year that is compared."""
    years = compared.newest(graph)
    rows: list[tuple[str, tuple[int, ...]]] = []
    behind, said = [], []
    order = sorted(graph.library.themes, key=lambda theme: (-graph.many("themes", theme), theme))
    shown: dict[str, Claim] = {}
    for theme in order:
        claims = graph.naming("themes", theme)
        counts = tuple(sum(year in claim.years for claim in claims) for year in years)
        if not any(counts) or len(rows) == THEMES:
            continue
        shown |= {claim.id: claim for claim in claims if set(years).intersection(claim.years)}
        name = graph.name("themes", theme)
        rows.append((name, counts))
        behind.append(
            Group(
                name,
                tuple(
                    Link(
                        str(year),
                        inyears.place(graph, ("themes", theme), year),
                        english.counted(many, "statement"),
                    )
                    for year, many in zip(years, counts, strict=True)
                    if many
                ),
            )
        )
        said.append(
            f"{name}: "
            + ", ".join(f"{many} in {year}" for year, many in zip(years, counts, strict=True) if many)
        )
    if not rows:
        return None
    return Picture(
        id="statements-by-theme",
        page=f"{addresses.CHARTS}#statements-by-theme",
        heading="Statements by theme and year",
        finding=_of_themes(graph, years, rows),
        note="How many statements each theme has about each year; a statement on two themes counts under "
        f"both.{_first(graph)} {compared.why_newest(graph)}",
        description="; ".join(said) + ".",
        source=source_line(graph, shown.values()),
        drawn=Heat(tuple(map(str, years)), tuple(rows)),
        behind=tuple(behind),
    )


def _of_themes(graph: Graph, years: tuple[int, ...], rows: list[tuple[str, tuple[int, ...]]]) -> str:
    """The year with most statements, and the theme with most in it."""
    place = max(range(len(years)), key=lambda at: (graph.many("years", str(years[at])), years[at]))
    year = years[place]
    most = max(counts[place] for _, counts in rows)
    first = [name for name, counts in rows if counts[place] == most]
    many = english.number(graph.many("years", str(year)))
    return (
        f"{many} of {english.counted(len(graph.claims), 'statement')} are about {year}; "
        f"{english.listed(first)} {'has' if len(first) == 1 else 'have'} most, {english.number(most)}"
        + ("" if len(first) == 1 else " each")
    )
