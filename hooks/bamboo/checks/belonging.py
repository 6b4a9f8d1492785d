"""A person acts for the country or body that texts print with the name: "President of China Xi Jinping"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import HOME_ID, NOBODY
from bamboo.kinds.person import PEOPLE, Person
from bamboo.kinds.source import SOURCES, Source
from bamboo.reading import sentences
from bamboo.reading.mentions import Mention, lexicon, plain

RULE = "value"
_HOME = pattern(r"\bViet ?[Nn]am")

# What may be between a country and the name of somebody who acts for it, before and after the name.
_BEFORE = pattern(
    r"(?:'s)?(?: (?:[A-Z][\w.'’-]*|of|the|and|for|[a-z]+woman|[a-z]+man|president|minister),?)*,? $"
)
_AFTER = pattern(
    r"(?:,? of (?:the )?| \((?:the )?|, (?:the |who is )?(?:[A-Z][\w.'-]* |of |the |and |for )*)$"
)
# "Ambassador to Norway" acts for another country.
_ELSEWHERE = pattern(r"\b(?:to|in|at|with|from)(?: the)? $")


def check(library: Library) -> Iterator[Finding]:
    """People whom texts print with another country, or with none, than `of` says."""
    for ident, of in library.about("home", _home, PEOPLE.name):
        yield from _person(library, ident, of)


@dataclass
class _Beside:
    """The partners that texts print with the name of one person, and in the same sentence as it."""

    printed: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)


@lru_cache(maxsize=2)
def _everyone(library: Library) -> Mapping[str, _Beside]:
    """By person, for all whom any text names."""
    found: dict[str, _Beside] = defaultdict(_Beside)
    for ident, printed, beside in library.about("people printed", _in_text, SOURCES.name):
        found[ident].printed.update(printed)
        found[ident].beside.update(beside)
    return found


def _in_text(library: Library, entry: Entry[Source]) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Each person whom a text names, with the partners beside the name."""
    seed = library.seeds.get(entry.record.seed)
    if seed is None:
        return
    text, names = plain(seed.text), lexicon(library)
    everyone = names.people.find(text)
    # Some names are in no sentence: a line may end inside them.
    found = {one.ident: _Beside() for one in everyone}
    for start, end in sentences.spans(text) if everyone else ():
        people = [one for one in everyone if start <= one.start < end]
        partners = [one for one in names.partners.find(text) if start <= one.start < end] if people else ()
        at_home = bool(partners) and bool(_HOME.search(text, start, end))
        for person in people if partners else ():
            known = found[person.ident]
            known.printed |= {one.ident for one in partners if _with(text, one, person)}
            if not at_home:
                known.beside |= {one.ident for one in partners}
    for ident, known in found.items():
        yield ident, frozenset(known.printed), frozenset(known.beside)


def _home(_: Library, entry: Entry[Person]) -> Iterator[tuple[str, str]]:
    yield entry.id, entry.record.of


def _person(library: Library, ident: str, of: str) -> Iterator[Finding]:
    known = _everyone(library).get(ident)
    if known is None:
        return
    printed, beside = known.printed, known.beside
    countries = {one for one in printed if library.partners[one].record.kind == "country"}
    if of in printed or (of in (HOME_ID, NOBODY) and not countries) or (of in beside and not printed):
        return
    said = ", ".join(sorted(countries or printed)) or "none"
    yield Finding(
        library.people[ident].document.location("of"),
        RULE,
        f"`of` is {of}; of countries and bodies, the texts print {said} with the name.",
        f"Write `of: {min(countries)}`."
        if countries
        else "Correct it: `vietnam`, `nobody`, or whom the texts name.",
        code="other-country",
        path=("of",),
        value=of,
    )


def _with(text: str, partner: Mention, person: Mention) -> bool:
    if partner.end <= person.start:
        return bool(
            _BEFORE.fullmatch(text, partner.end, person.start)
            and not _ELSEWHERE.search(text, max(0, partner.start - 12), partner.start)
        )
    return bool(_AFTER.fullmatch(text, person.end, partner.start))
