"""The timeline: every claim by the time it is about, earliest first, as exactly as the sources date it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.exports import calendar
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

# A group with more entries than this is folded, to be opened with one click.
UNFOLDED = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim on the timeline. `moment` is its date as machines read it, where it is one and certain.

    `themes` and `partners` are the ids that the filter goes by, with blanks between them.
    """

    id: str
    when: str
    moment: str
    note: str
    claim: Link
    kind: str
    kind_label: str
    themes: str
    partners: str
    names: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries under one line; `heading` is empty where the span above has only these."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, a period or a whole year with what is dated to it. `dated`: each entry says when itself."""

    anchor: str
    heading: str
    note: str
    dated: bool
    folded: bool
    count: str
    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The claims whose time begins in one year."""

    anchor: str
    link: Link
    count: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a filter."""

    value: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A list to choose from."""

    name: str
    label: str
    every: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline."""

    lead: str
    precisions: str
    events: Link
    events_note: str
    total: str
    filters: tuple[Filter, ...]
    years: tuple[TimelineYear, ...]


def timeline(graph: Graph) -> TimelineView:
    """Every claim, under the year in which its time begins."""
    claims = sorted(graph.claims.values(), key=_order)
    years: dict[int, list[Claim]] = {}
    for claim in claims:
        years.setdefault(claim.years[0], []).append(claim)
    finer = sum(1 for claim in claims if dates.precision(claim.when) not in ("year", "years"))
    days = sum(1 for claim in claims if dates.precision(claim.when) in ("day", "days"))
    return TimelineView(
        lead=f"{english.counted(len(claims), 'statement')} by the time they are about, earliest first.",
        precisions=f"The sources date {english.number(days)} of them to the day, "
        f"{english.number(finer - days)} to a month or months, and {english.number(len(claims) - finer)} to "
        "a year or years only (counted by the site). None is under a finer date than its sources give.",
        events=Link("Calendar file (iCalendar)", addresses.EVENTS),
        events_note=f"{english.counted(len(calendar.events(graph)), 'fact')} dated to the day",
        total=english.counted(len(claims), "statement"),
        filters=(
            _filter("kind", "Kind", "All kinds", claims, lambda c: [c.kind], lambda kind: CLAIM[kind].label),
            _entity_filter(graph, "theme", "Theme", "All themes", claims, "themes", lambda c: c.themes),
            _entity_filter(
                graph, "partner", "Partner", "All partners", claims, "partners", lambda c: c.partners
            ),
        ),
        years=tuple(
            TimelineYear(
                addresses.year_anchor(year),
                Link(str(year), addresses.year(year)),
                english.counted(len(found), "statement"),
                tuple(_stretches(graph, year, found)),
            )
            for year, found in years.items()
        ),
    )


def _order(claim: Claim) -> tuple[object, ...]:
    return (dates.bounds(claim.when), claim.id)


def _stretches(graph: Graph, year: int, claims: Sequence[Claim]) -> Iterable[Stretch]:
    """Months in order, then periods of months, then the year itself, then periods of years."""
    months: dict[str, list[Claim]] = {}
    periods: dict[str, list[Claim]] = {}
    whole: list[Claim] = []
    for claim in claims:
        precision = dates.precision(claim.when)
        if precision in ("day", "days", "month"):
            months.setdefault(claim.when[:7], []).append(claim)
        elif precision == "year":
            whole.append(claim)
        else:
            periods.setdefault(claim.when, []).append(claim)
    for month, found in months.items():
        # What has a day comes first: a month without one would seem to lie before them.
        found.sort(key=lambda claim: (dates.precision(claim.when) == "month", _order(claim)))
        yield _stretch(graph, month, dates.words(month), "", True, [("", found)])
    for when, found in sorted(periods.items(), key=lambda item: dates.precision(item[0]) == "years"):
        note = "dated to the whole period, no finer"
        yield _stretch(graph, when, dates.words(when), note, False, _by_theme(graph, found))
    if whole:
        note = "dated to the year, no finer"
        yield _stretch(graph, f"{year}", f"In {year}", note, False, _by_theme(graph, whole))


def _stretch(
    graph: Graph,
    when: str,
    heading: str,
    note: str,
    dated: bool,
    batches: Sequence[tuple[str, Sequence[Claim]]],
) -> Stretch:
    many = sum(len(claims) for _, claims in batches)
    return Stretch(
        # A date and the same date marked as uncertain are two stretches.
        anchor="in-" + dates.slug(when) + "".join(f"-{ord(mark)}" for mark in when if mark in "~?%"),
        heading=heading,
        note=note,
        dated=dated,
        folded=not dated and many > UNFOLDED,
        count=english.counted(many, "statement"),
        batches=tuple(
            Batch(title, tuple(_entry(graph, claim, dated) for claim in claims)) for title, claims in batches
        ),
    )


def _by_theme(graph: Graph, claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims under their main theme, where there are too many for one list."""
    if len(claims) <= UNFOLDED:
        return [("", list(claims))]
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(graph.name("themes", claim.themes[0]), []).append(claim)
    return [(title, found[title]) for title in links.alphabetical(found, str)]


def _entry(graph: Graph, claim: Claim, dated: bool) -> Entry:
    precision = dates.precision(claim.when)
    one = precision in ("day", "month", "year") and dates.is_certain(claim.when)
    uncertain = precision == "year" and not dates.is_certain(claim.when)
    names = [graph.name("partners", ident) for ident in claim.partners]
    return Entry(
        id=claim.id,
        when=dates.words(claim.when) if dated or uncertain else "",
        moment=claim.when if one else "",
        note="no day stated" if precision == "month" else "",
        claim=links.claim(claim),
        kind=claim.kind,
        kind_label=CLAIM[claim.kind].label,
        themes=" ".join(claim.themes),
        partners=" ".join(claim.partners),
        names=", ".join(names),
    )


def _filter(
    name: str,
    label: str,
    every: str,
    claims: Iterable[Claim],
    pick: Callable[[Claim], Iterable[str]],
    word: Callable[[str], str],
) -> Filter:
    counts = Counter(value for claim in claims for value in set(pick(claim)))
    options = [Option(value, word(value), english.number(many)) for value, many in counts.items()]
    return Filter(name, label, every, tuple(links.alphabetical(options, lambda option: option.label)))


def _entity_filter(
    graph: Graph,
    name: str,
    label: str,
    every: str,
    claims: Iterable[Claim],
    kind: str,
    pick: Callable[[Claim], Iterable[str]],
) -> Filter:
    return _filter(name, label, every, claims, pick, lambda ident: graph.name(kind, ident))
