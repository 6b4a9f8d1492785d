"""What words name: partners, people with their roles, terms, tiers of relations, dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.kinds.changes import PLANNED
from bamboo.kinds.fact import Relation, Role
from bamboo.kinds.library import Library
from bamboo.reading import days, numbers
from bamboo.reading.days import Day, Printed
from bamboo.reading.mentions import Finder, Mention, lexicon, plain
from bamboo.reading.roles import OFFICES, stands_with

_RUN = r"(?:(?:[A-Z][\w.'-]*|spokes\w+|and|of|the|for),? )*"
_BEFORE = re.compile(rf"(?P<role>{_RUN})(?:(?:Mr|Mrs|Ms|Dr)\. )?$")
_AFTER = re.compile(r",? (?:\(\w+\) )?(?P<role>[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|and|of|the|for))*)")
_CHANGES = (
    (re.compile(r"\b(?:upgrad|elevat|rais|lift|promot)\w*", re.IGNORECASE), "upgraded"),
    (re.compile(r"\b(?:establish|set up|enter|form)\w*", re.IGNORECASE), "established"),
    (re.compile(r"\b(?:downgrad|lower)\w*", re.IGNORECASE), "lowered"),
    (re.compile(r"\b(?:suspend\w*|froze\w*|terminat\w*)", re.IGNORECASE), "suspended"),
    (re.compile(r"\b(?:resum(?:e|ed|es|ing)|restor\w*)\b", re.IGNORECASE), "resumed"),
)
# Whatever verb follows, it is still to come.
_PLANNED = re.compile(
    r"\b(?:work\w* towards?|(?:will|plan\w*|hop\w+|aim\w*|intend\w*|want\w*|ready|wish\w*) (?:to )?\w+|"
    r"consider\w* \w+ing)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:.] |, (?:and|but|while|which)\b")
# A partner after these is one that another is compared with.
_COMPARED = re.compile(
    r"\b(?:less than|more than|after|before|following|like|unlike|than|as against|as with|"
    r"as (?:it|they))\b"
)
_COMPARED_NAME = re.compile(r"\b(?:like|unlike|than|after|before|following)(?: the)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Ids in the order in which the text names them."""

    partners: tuple[str, ...]
    people: tuple[Role, ...]
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
        people=tuple(role(library, ident, text) for ident in both(names.people)),
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


def role(library: Library, person: str, text: str) -> Role:
    """A person named in `text`, with the role beside the name: an office, or one that facts know."""
    mentions = lexicon(library).people.find(text)
    own = [mention for mention in mentions if mention.ident == person]
    printed = next((words for mention in own if (words := printed_role(text, mentions, mention))), None)
    known = {
        role.as_
        for fact in library.facts.values()
        for role in fact.record.people
        if role.as_ and role.person == person
    }
    here = [words for words in known if not printed and stands_with(text, mentions, person, plain(words))]
    words = printed or max(here, key=lambda words: (len(words), words), default=None)
    return Role(person=person, **({"as": words} if words else {}))


def printed_role(text: str, mentions: tuple[Mention, ...], mention: Mention) -> str | None:
    """The longest run of words that is printed as a role directly with a name."""
    if before := _BEFORE.search(text, max(0, mention.start - 120), mention.start):
        words = before["role"].rstrip(", ").split(" ")
        for first in range(len(words)):
            role = " ".join(words[first:])
            if _is_role(role) and stands_with(text, mentions, mention.ident, role):
                return role
    if after := _AFTER.match(text, mention.end):
        words = after["role"].split(" ")
        for last in range(len(words), 0, -1):
            role = " ".join(words[:last])
            if _is_role(role) and stands_with(text, mentions, mention.ident, role):
                return role
    return None


def _is_role(role: str) -> bool:
    return bool(
        role[:1].isupper()
        and re.search(rf"\b(?:{OFFICES})\b", role)
        and role.split(" ")[-1] not in ("and", "of", "the", "for")
    )


def relations(library: Library, text: str) -> Iterator[Relation]:
    """A relation for each country that is named after a tier, with the verb before the tier.

    Where none is, the countries before it, if that verb is between: "Laos suspended its strategic
    partnership". Without such a verb a passage may name a tier in passing; then nothing is suggested.
    """
    known, read = lexicon(library), plain(text)
    tiers = known.tiers.find(read)
    seen: set[object] = set()
    for partner in known.partners.find(read):
        before = [tier for tier in tiers if tier.end <= partner.start]
        is_country = library.partners[partner.ident].record.kind == "country"
        between = read[before[-1].end : partner.start] if before else ""
        if not is_country or not re.search(r"\bwith\b", between) or _COMPARED.search(between):
            continue
        tier = before[-1]
        change = _change(read, 0, tier.start)
        if change and (partner.ident, tier.ident) not in seen:
            seen.add((partner.ident, tier.ident))
            yield Relation.model_validate({"partner": partner.ident, "tier": tier.ident, "change": change})
    if not seen and len({tier.ident for tier in tiers}) == 1:
        for partner in known.partners.find(read):
            is_country = library.partners[partner.ident].record.kind == "country"
            start, end = partner.end, tiers[0].start
            if _COMPARED_NAME.search(read, 0, partner.start):
                continue
            if is_country and start < end and not _CLAUSE.search(read, start, end):
                change = _change(read, start, end)
                if change and partner.ident not in seen:
                    seen.add(partner.ident)
                    yield Relation.model_validate(
                        {"partner": partner.ident, "tier": tiers[0].ident, "change": change}
                    )


def _change(text: str, start: int, end: int) -> str:
    """What the last verb of change in a stretch says, or that it is to come; "" where there is none."""
    verbs = [
        (found.start(), change) for verb, change in _CHANGES for found in verb.finditer(text, start, end)
    ]
    if not verbs and not re.search(r"\btowards?\b", text[start:end]):
        return ""
    begin = max((cut.end() for cut in _CLAUSE.finditer(text, start, end)), default=start)
    return PLANNED.name if _PLANNED.search(text, begin, end) else max(verbs)[1] if verbs else ""


def edtf(printed: Printed, year: int | None) -> str:
    """A printed date as a record writes it; its year, if it has none, is `year`. "" where no such day is.

    "Since 2019" is an open period; "until 2019" may also be a goal, and stays the year.
    """
    if not all(day.year or year for day in (printed.first, printed.last)):
        return ""
    ends = dict.fromkeys(_day(day, year) for day in (printed.first, printed.last))
    try:
        dates.bounds(when := "/".join([*ends, ".."] if printed.opens and printed.single else ends))
    except ValueError:
        return ""
    return when


def _day(day: Day, year: int | None) -> str:
    parts = [f"{day.year or year or 0:04d}", *(f"{part:02d}" for part in day[1:] if part is not None)]
    return "-".join(parts)
