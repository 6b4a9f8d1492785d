"""Values, dates and speakers as sentences and labels: the words Bamboo itself adds to what sources say.

The one place where a statement is joined with its speaker; every output takes it from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data import dates, english
from bamboo.data.patterns import pattern
from bamboo.kinds.fact import Fact
from bamboo.kinds.indicator import Indicator, Observation, Report
from bamboo.kinds.library import Library
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.kinds.source import Source
from bamboo.reading import titles
from bamboo.reading.numbers import scale_of
from bamboo.reading.numbers.figure import RANK
from bamboo.reading.numbers.units import SCALES

# Units that are put around the number: "US$800 billion".
_DOLLARS = pattern(r"(?:(\w+) )?US dollars")
# Names of figures that no "in 2024" can follow.
_TIMED = pattern(r"\b(?:since|until|before|after)\b|\bin \w+$")

# Characters that a browser's tab, a bookmark and a list of search hits show of a page's title.
PAGE_TITLE = 70


def value(amount: int | float, qualifier: str, high: int | float | None = None, *, rank: bool = False) -> str:
    """A value with its qualifier: `nearly 800`, `15 to 20`, `3rd`."""
    said = english.ordinal(int(amount)) if rank else english.number(amount)
    if high is not None:
        said += f" to {english.number(high)}"
    return QUALIFIERS[qualifier].words.format(said)


def remarks(report: Report) -> str:
    """Whether a value is an estimate, preliminary or revised, in brackets: `(revised, March 2022)`."""
    found = []
    if report.status:
        when = f", {dates.words(report.as_of)}" if report.as_of else ""
        found.append(f"({report.status}{when})")
    if made := report.estimate:
        found.append(f"(estimate by {made.by}" + (f", {dates.words(made.on)})" if made.on else ")"))
    return " ".join(found)


def amount(report: Report, unit: str, name: str = "") -> str:
    """What one source reports, with its unit: `over US$800 billion (expected)`, `17 agreements`.

    After the `name` of a figure that has the counted word, the number is enough.
    """
    if money := _DOLLARS.fullmatch(unit):
        number, after = "US${}", f" {money[1]}" if money[1] else ""
    else:
        scale, counted = _scaled(unit)
        known = {*counted.casefold().split()} <= {*name.casefold().split()}
        number, after = "{}", "".join(f" {part}" for part in (scale, "" if known else counted) if part)
    bare = value(report.value, "exact", report.high, rank=scale_of(unit)[1] == RANK)
    said = QUALIFIERS[report.qualifier].words.format(number.format(bare) + after)
    return f"{said} {remarks(report)}".rstrip()


def _scaled(unit: str) -> tuple[str, str]:
    """The scale of a unit, and what is counted."""
    first, _, rest = unit.partition(" ")
    return (first, rest) if first.lower() in SCALES else ("", unit)


def observation(indicator: Indicator, observation: Observation) -> str:
    """One observation as a sentence: every value that is reported, none preferred."""
    unit = indicator.unit
    # Only the last of several values is followed by what is counted.
    given = {amount(report, unit, unit): report for report in observation.reports}
    *said, last = given
    said = [*said, amount(given[last], unit, indicator.name)]
    by = ", by source" if len(said) > 1 and len({report.source for report in observation.reports}) > 1 else ""
    when = _at(observation.period)
    if _TIMED.search(indicator.name):
        when = f", {dates.words(observation.period)}"
    return f"{indicator.name}{when}: {english.either(said)}{by}."


def _at(period: str) -> str:
    """` in 2024`, ` on 9 January 2025`."""
    on = dates.precision(period) in ("day", "days") and not dates.is_open(period)
    return f" on {dates.words(period)}" if on else f" {dates.within(period)}"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: a person with the role that the quotes print, a body, or a source by itself.

    The `role` of a source is the kind of text it is, where its name does not say so.
    """

    kind: str
    id: str
    name: str
    role: str = ""

    @property
    def in_full(self) -> str:
        """`Bui Thanh Son, Foreign Minister`; `WVR, article`."""
        return f"{self.name}, {self.role}" if self.role else self.name

    @property
    def brief(self) -> str:
        """`Bui Thanh Son`; `WVR (article)`, since a text is no person."""
        return f"{self.name} ({self.role})" if self.role and self.kind == "sources" else self.name


@lru_cache(maxsize=8)
def _roles(library: Library) -> Mapping[tuple[str, str], str]:
    """By person and source, the newest role that the source's quotes print."""
    found: dict[tuple[str, str], str] = {}
    for entry in sorted(library.facts.values(), key=lambda entry: dates.bounds(entry.record.when)):
        sources = {quote.source for quote in entry.record.evidence}
        found |= {(r.person, source): r.as_ for r in entry.record.people if r.as_ for source in sources}
    return found


def speakers(library: Library, fact: Fact) -> tuple[Speaker, ...]:
    """Who says what a fact states. A role that its own quotes leave out is the newest of the same source."""
    own = {role.person: role.as_ for role in fact.people if role.as_}
    known, sources = _roles(library), [quote.source for quote in fact.evidence]
    found = []
    for ident in fact.said_by:
        if ident in library.people:
            elsewhere = next((known[ident, source] for source in sources if (ident, source) in known), "")
            name = library.people[ident].record.name
            found.append(Speaker("people", ident, name, own.get(ident) or elsewhere))
        elif kind := next((kind for kind in ("partners", "terms") if ident in library.of(kind)), ""):
            found.append(Speaker(kind, ident, library.of(kind)[ident].record.name))
        elif ident in library.sources:
            card = library.sources[ident].record
            found.append(Speaker("sources", ident, card.label, _sort(card)))
    return tuple(found)


def _sort(card: Source) -> str:
    """What kind of text a source is; nothing for "Press conference report"."""
    last = (card.kind or "").rpartition(" ")[2]
    return "" if last.casefold() in card.short_name.casefold().split() else card.kind or ""


def fact(library: Library, fact: Fact) -> str:
    """What a fact states, with its speaker."""
    return attributed(fact.claim, speakers(library, fact))


def named(speaking: Sequence[Speaker]) -> str:
    """All speakers with their roles: `Bui Thanh Son, Foreign Minister; WVR, article`."""
    return "; ".join(speaker.in_full for speaker in speaking)


def attributed(statement: str, speaking: Sequence[Speaker], brief: bool = False, caution: str = "") -> str:
    """A statement with its speaker: `Vietnam will engage more deeply — Bui Thanh Son, Foreign Minister`.

    `brief` leaves the roles out, and all but the first of three speakers. What nobody in particular
    says stays as it is. `caution` says what became of its sources: `… [source retracted]`.
    """
    if caution:
        return f"{titles.bare(attributed(statement, speaking, brief))} [{caution}]"
    if not speaking:
        return statement
    return f"{titles.bare(statement)} — {briefly(speaking) if brief else named(speaking)}"


def page_title(title: str, speaking: Sequence[Speaker], spoken: bool, caution: str = "") -> str:
    """A title with its speaker. Where both are too long for `PAGE_TITLE`, only the first speaker is
    named, then the title is cut; what is `spoken` keeps its speaker.

    Of what happened the title is enough there: its page names who says so. A `caution` is never cut.
    """
    tail = f" [{caution}]" if caution else ""
    whole, room = attributed(title, speaking, brief=True), PAGE_TITLE - len(tail)
    if len(whole) <= room or not (speaking or tail):
        return titles.bare(whole) + tail if tail else whole
    said_by = ""
    if spoken:
        more = {1: "", 2: " and another"}.get(len(speaking), " and others")
        said_by = f" — {speaking[0].brief}{more}"
    elif not tail:
        return title
    if len(titles.bare(title)) + len(said_by) <= room:
        return titles.bare(title) + said_by + tail
    room -= len(said_by) + len(" …")
    return f"{title[: room + 1].rpartition(' ')[0].rstrip(' ,;:')} …{said_by}{tail}"


def briefly(speaking: Sequence[Speaker]) -> str:
    """The speakers without the roles of persons, and only the first of three."""
    names = [speaker.brief for speaker in speaking]
    return " and ".join(names) if len(names) < 3 else f"{names[0]} and others"
