"""What the words of a quote name: partners, people with their roles, terms, dates and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.evidence.locate import Located, Span, locate_all
from bamboo.kinds.library import Library
from bamboo.reading import days, numbers
from bamboo.reading.days import Day, Printed
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.roles import stands_with


@dataclass(frozen=True, slots=True)
class Recognised:
    """Ids in the order in which the text names them; a role is "" where none that is known stands there."""

    partners: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]
    tiers: tuple[str, ...]
    dates: tuple[Printed, ...]
    numbers: tuple[str, ...]


def recognise(library: Library, quote: str, claim: str = "") -> Recognised:
    """What `quote` names; where there is a claim, only the partners and people that it names too."""
    text, said, names = plain(quote), plain(claim), lexicon(library)
    tiers = _in_order(names.tiers, text)  # in "comprehensive partnership" no other partnership is named

    def both(finder: Finder) -> tuple[str, ...]:
        found = _in_order(finder, text)
        return tuple(ident for ident in found if not said or ident in finder.ids([said]))

    return Recognised(
        partners=both(names.partners),
        people=tuple((ident, _role(library, ident, text)) for ident in both(names.people)),
        terms=tuple(
            ident
            for ident in _in_order(names.terms, text)
            if library.terms[ident].record.kind != "tier" or ident in tiers
        ),
        tiers=tiers,
        dates=days.read(text),
        numbers=tuple(figure.text.strip() for figure in numbers.read(text)),
    )


def _in_order(finder: Finder, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.ident for mention in finder.find(text)))


def _role(library: Library, person: str, text: str) -> str:
    """The longest role under which a fact has this person and that stands with the name here."""
    known = {
        role.as_
        for fact in library.facts.values()
        for role in fact.record.people
        if role.as_ and role.person == person
    }
    mentions = lexicon(library).people.find(text)
    here = [role for role in known if stands_with(text, mentions, person, plain(role))]
    return max(here, key=lambda role: (len(role), role), default="")


def edtf(printed: Printed, year: int | None) -> str | None:
    """A printed date as a record writes it; its year, if it has none, is `year`."""
    ends = [_day(day, year) for day in (printed.first, printed.last)]
    if None in ends:
        return None
    text = f"{ends[0]}" if ends[0] == ends[1] else f"{ends[0]}/{ends[1]}"
    try:
        dates.bounds(text)
    except ValueError:
        return None
    return text


def _day(day: Day, year: int | None) -> str | None:
    number = day.year or year
    if number is None:
        return None
    parts = [f"{number:04d}", *(f"{part:02d}" for part in (day.month, day.day) if part)]
    return "-".join(parts)


def facts_on(library: Library, source: str, span: Span) -> tuple[str, ...]:
    """The facts and figures that quote some of these words already, by file."""
    found = []
    for claims in (library.facts, library.indicators):
        for entry in claims.values():
            if any(_overlap(located.found, span) for located in _quotes(library, entry.file, source)):
                found.append(entry.file)
    return tuple(found)


def _quotes(library: Library, file: str, source: str) -> Iterable[Located]:
    return (
        located
        for located in locate_all(library)[file]
        if located.source == source and "context" not in located.path
    )


def _overlap(found: object, span: Span) -> bool:
    return isinstance(found, Span) and found.start < span.end and span.start < found.end
