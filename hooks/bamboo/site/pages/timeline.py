"""The timeline: what happened, month by month; what is only dated to a year and what is said is folded.

Changes of tier that are only dated to a year open it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bamboo.data import dates, english
from bamboo.exports import calendar
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import links
from bamboo.site.blocks.chronology import SAID, YEARS, InYear, Sheet, by_theme, months, sheets
from bamboo.site.blocks.happenings import Happening
from bamboo.site.blocks.links import Link, Way
from bamboo.site.blocks.months import StripYear, month_of, strip

# A fold with more entries than this has them under their themes.
UNDIVIDED = 8

# The switches that open all folds of a sort.
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
    """A month or a period with what happened in it; or a year with its changes of tier."""

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
    """The timeline, or a year of it. Each of `switches` is the name of its folds, its label and how many
    entries it shows. Where each year has pages of its own, `ways` lead to them; without `years` there is
    no filter.
    """

    lead: str
    events: Link
    events_note: str
    ways: tuple[Way, ...]
    total: str
    strip: tuple[StripYear, ...]
    filters: tuple[Filter, ...]
    switches: tuple[Option, ...]
    years: tuple[TimelineYear, ...]


_LEAD = "Visits, agreements, events and changes of tier, as exactly as the sources date them."


def timeline(graph: Graph) -> TimelineView:
    """Every fact, under the year in which its time begins. Figures have their own pages."""
    every = sheets(graph)
    if len(every) == 1:
        return _view(graph, every[0], _LEAD)
    happened = [one for sheet in every for year in sheet.years for one in year.happened]
    return TimelineView(
        lead=f"{_LEAD} {_count(sum(sheet.size for sheet in every))}, year by year.",
        events=_EVENTS,
        events_note=_events_note(graph),
        ways=_ways(graph, None),
        total="",
        strip=strip(happened, months(graph), addresses.TIMELINE),
        filters=(),
        switches=(),
        years=(),
    )


def of_years(graph: Graph) -> tuple[Sheet, ...]:
    """The pages of single years; none where one page holds all of them."""
    every = sheets(graph)
    return every if len(every) > 1 else ()


def of_year(graph: Graph, sheet: Sheet) -> TimelineView:
    """A page of the timeline of a year."""
    return _view(graph, sheet, sentence(graph, sheet))


def title(graph: Graph, sheet: Sheet) -> str:
    """What the page of a year is called."""
    return f"Timeline of {sheet.label}"


def sentence(graph: Graph, sheet: Sheet) -> str:
    """What is on the page of a year."""
    return f"What happened in {sheet.years[0].year} and what is said of it: {_count(sheet.size)}."


_EVENTS = Link("Calendar file (iCalendar)", addresses.EVENTS)


def _events_note(graph: Graph) -> str:
    return graph.entry(_dated, None) or ""


def _dated(graph: Graph) -> dict[None, str]:
    return {None: f"{english.counted(len(calendar.events(graph)), 'fact')} dated to the day"}


def _ways(graph: Graph, here: Sheet | None) -> tuple[Way, ...]:
    to = graph.entry(_pages, None) or ()
    return tuple(Way(link, bool(here and link.address == here.address)) for link in to)


def _pages(graph: Graph) -> dict[None, tuple[Link, ...]]:
    """Links to the pages of years: of the claims there, these know no more than how many they are."""
    every = of_years(graph)
    return {None: tuple(Link(one.label, one.address, english.number(one.size)) for one in every)}


def _view(graph: Graph, sheet: Sheet, lead: str) -> TimelineView:
    claims = [claim for year in sheet.years for claim in year.claims]
    folded = Counter(name for year in sheet.years for name, found in year.folded.items() for _ in found)
    return TimelineView(
        lead=lead,
        events=_EVENTS,
        events_note=_events_note(graph),
        ways=_ways(graph, sheet),
        total=_count(sheet.size),
        strip=strip([one for year in sheet.years for one in year.happened], months(graph), sheet.address),
        filters=(
            _filter("kind", "Kind", "All kinds", claims, lambda c: [c.kind], lambda kind: CLAIM[kind].label),
            _entity_filter(graph, "theme", "Theme", "All themes", claims, "themes", lambda c: c.themes),
            _entity_filter(
                graph, "partner", "Partner", "All partners", claims, "partners", lambda c: c.partners
            ),
        ),
        switches=tuple(
            Option(name, label, english.number(folded[name]))
            for name, label in _SWITCHES.items()
            if folded[name]
        ),
        years=tuple(
            TimelineYear(
                addresses.year_anchor(year.year),
                Link(str(year.year), addresses.year(year.year)),
                (*_tiers(graph, year), *_stretches(graph, year.happened)),
                tuple(_folds(graph, year)),
            )
            for year in sheet.years
        ),
    )


def _count(many: int) -> str:
    return english.counted(many, "entry", "entries")


def _tiers(graph: Graph, here: InYear) -> Iterator[Stretch]:
    """The changes of tier of a year that have no finer date."""
    if here.tiers:
        yield Stretch(
            addresses.span_anchor(str(here.year)),
            "Changes of tier",
            f"dated only to {here.year}",
            _of_year(graph, here.tiers, here.year),
        )


def _of_year(graph: Graph, claims: Iterable[Claim], year: int) -> tuple[Entry, ...]:
    """Entries under their year: what is dated to all of it needs no date of its own."""
    return tuple(_entry(graph, claim, (), claim.when != str(year)) for claim in claims)


def _stretches(graph: Graph, found: Iterable[Happening]) -> Iterator[Stretch]:
    """Months and periods of months, in the order of what happened in them."""
    for span, here in groupby(found, lambda one: month_of(one.head) or one.head.when):
        first, *others = here
        month = bool(month_of(first.head))
        yield Stretch(
            addresses.span_anchor(span),
            english.capital(dates.words(span)),
            "" if month or dates.is_open(span) else "dated to the whole period, no finer",
            tuple(_entry(graph, one.head, one.also, month) for one in (first, *others)),
        )


def _folds(graph: Graph, here: InYear) -> Iterator[Fold]:
    for switch, claims in here.folded.items():
        yearly = f"{'Also dated' if here.tiers else 'Dated'} only to {here.year}"
        label = {YEARS: yearly, SAID: f"What is said of {here.year}"}[switch]
        yield Fold(
            switch,
            label,
            english.counted(len(claims), "statement"),
            tuple(
                Batch(heading, _of_year(graph, batch, here.year))
                for heading, batch in _batches(graph, claims)
            ),
        )


def _batches(graph: Graph, claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims under their main theme, where there are too many for one list."""
    if len(claims) <= UNDIVIDED:
        return [("", list(claims))]
    return [
        (graph.name("themes", theme), list(found))
        for theme, found in groupby(by_theme(graph, claims), lambda claim: claim.themes[0])
    ]


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
