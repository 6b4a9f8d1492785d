"""The timeline: what happened, month by month; what is only dated to a year and what is said is folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.exports import calendar
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import links, sections
from bamboo.site.blocks.happenings import Happening, happenings
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.months import StripYear, month_of, strip

# A fold with more entries than this has them under their themes.
UNDIVIDED = 8

# The folds, each with the switch that opens all of its sort.
YEARS, SAID = "years", "said"
_SWITCHES = {YEARS: "What is dated only to a year", SAID: "What is said"}


@dataclass(frozen=True, slots=True)
class Also:
    """What else is said of a thing that happened; `when` only where it is not that of the thing."""

    id: str
    when: str
    claim: Link
    kind_label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that happened, or a claim. `moment` is its date for machines, where it is one and certain.

    `kinds`, `themes`, `partners` and `month` are what the filter goes by, with blanks between them.
    """

    id: str
    when: str
    moment: str
    note: str
    claim: Link
    kind_label: str
    names: str
    kinds: str
    themes: str
    partners: str
    month: str
    also: tuple[Also, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries under one line; `heading` is empty where the span above has only these."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a period with what happened in it."""

    anchor: str
    heading: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """What is behind a switch."""

    switch: str
    label: str
    count: str
    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """What begins in one year."""

    anchor: str
    link: Link
    stretches: tuple[Stretch, ...]
    folds: tuple[Fold, ...]


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
    """The timeline. Each of `switches` is the name of its folds, its label and how many entries it shows."""

    lead: str
    events: Link
    events_note: str
    total: str
    strip: tuple[StripYear, ...]
    filters: tuple[Filter, ...]
    switches: tuple[Option, ...]
    years: tuple[TimelineYear, ...]


def timeline(graph: Graph) -> TimelineView:
    """Every fact, under the year in which its time begins. Figures have their own pages."""
    claims = sorted((claim for claim in graph.claims.values() if not claim.indicator), key=_order)
    happened, spoken = sections.divided(claims)
    found = [happening for happening in happenings(graph, happened) if _is_dated(happening.head)]
    dated = {claim.id for happening in found for claim in happening.claims}
    folded = {YEARS: [claim for claim in happened if claim.id not in dated], SAID: spoken}
    # Years of which nothing is dated more finely come last: they are only behind switches.
    finer = {happening.head.years[0] for happening in found}
    every = sorted({claim.years[0] for claim in claims}, key=lambda year: (year not in finer, year))
    return TimelineView(
        lead="Visits, agreements, events and changes of tier, by the day or month that the sources give.",
        events=Link("Calendar file (iCalendar)", addresses.EVENTS),
        events_note=f"{english.counted(len(calendar.events(graph)), 'fact')} dated to the day",
        total=_count(len(found) + len(folded[YEARS]) + len(spoken)),
        strip=strip(found),
        filters=(
            _filter("kind", "Kind", "All kinds", claims, lambda c: [c.kind], lambda kind: CLAIM[kind].label),
            _entity_filter(graph, "theme", "Theme", "All themes", claims, "themes", lambda c: c.themes),
            _entity_filter(
                graph, "partner", "Partner", "All partners", claims, "partners", lambda c: c.partners
            ),
        ),
        switches=tuple(
            Option(name, label, english.number(len(folded[name])))
            for name, label in _SWITCHES.items()
            if folded[name]
        ),
        years=tuple(
            TimelineYear(
                addresses.year_anchor(year),
                Link(str(year), addresses.year(year)),
                tuple(_stretches(graph, [h for h in found if h.head.years[0] == year])),
                tuple(_folds(graph, year, folded)),
            )
            for year in every
        ),
    )


def _order(claim: Claim) -> tuple[object, ...]:
    return (dates.bounds(claim.when), claim.id)


def _is_dated(claim: Claim) -> bool:
    return dates.precision(claim.when) not in ("year", "years")


def _count(many: int) -> str:
    return english.counted(many, "entry", "entries")


def _stretches(graph: Graph, found: Sequence[Happening]) -> Iterable[Stretch]:
    """Months in order, then periods of months."""
    months: dict[str, list[Happening]] = {}
    periods: dict[str, list[Happening]] = {}
    for happening in found:
        month = month_of(happening.head)
        into = months.setdefault(month, []) if month else periods.setdefault(happening.head.when, [])
        into.append(happening)
    for month, here in months.items():
        # What has a day comes first: a month without one would seem to lie before them.
        here.sort(key=lambda one: (dates.precision(one.head.when) == "month", _order(one.head)))
        yield Stretch(
            addresses.span_anchor(month),
            dates.words(month),
            "",
            tuple(_entry(graph, one.head, one.also, True) for one in here),
        )
    for when, here in periods.items():
        yield Stretch(
            addresses.span_anchor(when),
            dates.words(when),
            "dated to the whole period, no finer",
            tuple(_entry(graph, one.head, one.also, False) for one in here),
        )


def _folds(graph: Graph, year: int, folded: dict[str, list[Claim]]) -> Iterable[Fold]:
    for switch, claims in folded.items():
        here = [claim for claim in claims if claim.years[0] == year]
        label = {YEARS: f"Dated only to {year}", SAID: f"What is said of {year}"}[switch]
        if here:
            yield Fold(
                switch,
                label,
                english.counted(len(here), "statement"),
                tuple(
                    Batch(title, tuple(_entry(graph, claim, (), claim.when != str(year)) for claim in batch))
                    for title, batch in _by_theme(graph, here)
                ),
            )


def _by_theme(graph: Graph, claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims under their main theme, where there are too many for one list."""
    if len(claims) <= UNDIVIDED:
        return [("", list(claims))]
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(graph.name("themes", claim.themes[0]), []).append(claim)
    return [(title, found[title]) for title in links.alphabetical(found, str)]


def _entry(graph: Graph, claim: Claim, also: Sequence[Claim], dated: bool) -> Entry:
    every = (claim, *also)
    precision = dates.precision(claim.when)
    one = precision in ("day", "month", "year") and dates.is_certain(claim.when)
    partners = dict.fromkeys(ident for c in every for ident in c.partners)
    return Entry(
        id=claim.id,
        when=dates.words(claim.when) if dated else "",
        moment=claim.when if one else "",
        note="no day stated" if precision == "month" else "",
        claim=links.claim(claim),
        kind_label=CLAIM[claim.kind].label,
        names=", ".join(graph.name("partners", ident) for ident in partners),
        kinds=" ".join(dict.fromkeys(c.kind for c in every)),
        themes=" ".join(dict.fromkeys(ident for c in every for ident in c.themes)),
        partners=" ".join(partners),
        month=month_of(claim),
        also=tuple(
            Also(
                c.id,
                "" if c.when == claim.when else dates.words(c.when),
                links.claim(c),
                CLAIM[c.kind].label,
            )
            for c in also
        ),
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
