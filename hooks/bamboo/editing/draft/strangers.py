"""Names in a text that no record has yet: countries by their usual English names, people by their offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from bamboo.data.seed import bare_letters, id_like
from bamboo.kinds.library import Library
from bamboo.kinds.partner import HOME_ID
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.names import is_known_iso
from bamboo.reading.roles import OFFICES

HOME = "VN"
_CAPITAL = r"[^\W\d_a-z][\w'-]*"
_NAME = rf"{_CAPITAL}(?: (?:(?:de|da|di|van|von|der|bin|al) )*{_CAPITAL}){{1,3}}"
# What an office is of: words that are no part of the name after them.
_FIELD = (
    r"(?:National |Foreign |Public |Home |Rural |Science|Social )*"
    r"(?:Affairs|Assembly|Defen[cs]e|Security|Finance|Industry|Trade|Commerce|Planning|Investment|Health|"
    r"Agriculture|Development|Environment|Resources|Education|Training|Technology|Science|Culture|Sports|"
    r"Tourism|Transport|Construction|Justice|Labou?r|Information|Communications|Energy|State|Government|"
    r"Cabinet|Council|Party|Committee|Commission|Parliament|Senate|House|Republic|Department|Ministry|"
    r"Association|Foreign|Interior|Economy|Religion|Ethnic|Office|Government)"
)
_OF = rf"(?:,? (?:of|for|and)(?: the)?(?: {_CAPITAL}){{0,3}}? {_FIELD}\b|,? (?:{_FIELD})\b)*"
_BEFORE = r"(?:(?:Deputy|Vice|Foreign|Prime|General|Permanent|Acting|Former|State|Party|Assistant)[ -])*"
_PERSON = re.compile(
    rf"\b(?P<office>{_BEFORE}(?:{OFFICES})s?{_OF}) "
    rf"(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>{_NAME})"
)
_NAMED = re.compile(
    rf"(?P<name>{_NAME}), (?:the )?(?P<office>{_BEFORE}(?:{OFFICES}){_OF})(?= of [A-Z]|[,.;])"
)
_OFFICE = re.compile(rf"\b(?:{OFFICES}|Party|National|Foreign|Prime|Deputy|{_FIELD})\b")
# By these, a name is a Vietnamese one; who has another acts for the country named beside the office.
_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        """
        bui cao chau dam dang dao dau dinh do doan duong giang ha ho hoang huynh kieu la lam le luong luu ly
        mai ngo nguyen ninh pham phan phung quach ta thai to tong tran trieu trinh truong tu vo vu vuong
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name as printed; `iso` is a country's code, and "" for a person, who has an office as printed and
    acts for `of`, a partner or Vietnam, where the words beside the name say so."""

    name: str
    iso: str = ""
    office: str = ""
    of: str = ""


def strangers(library: Library, texts: Iterable[str]) -> Iterator[Stranger]:
    """Each once, in the order of the texts."""
    known = lexicon(library)
    iso_of = {entry.record.iso for entry in library.partners.values()}
    seen: set[str] = set()
    for text in texts:
        read = plain(text)
        taken = [*known.partners.find(read), *known.people.find(read), *known.terms.find(read)]

        def free(start: int, end: int) -> bool:
            return all(end <= name.start or name.end <= start for name in taken)  # noqa: B023

        found = [
            Stranger(read[mention.start : mention.end], mention.ident)
            for mention in _countries().find(read)
            if mention.ident not in iso_of and free(mention.start, mention.end)
        ]
        found += [
            Stranger(person["name"], office=person["office"], of=_acts_for(library, read, person))
            for shape in (_PERSON, _NAMED)
            for person in shape.finditer(read)
            if free(*person.span("name")) and not _OFFICE.search(person["name"])
        ]
        for stranger in found:
            key = stranger.iso or stranger.name
            if key not in seen:
                seen.add(key)
                yield stranger


def _acts_for(library: Library, text: str, person: re.Match[str]) -> str:
    """Whom a person acts for: Vietnam by the name, or the partner named just before or after it."""
    if bare_letters(person["name"].split()[0]) in _SURNAMES:
        return HOME_ID
    ids = {entry.record.iso: entry.id for entry in library.partners.values()}
    partners = [(known.start, known.end, known.ident) for known in lexicon(library).partners.find(text)]
    partners += [
        (country.start, country.end, ids.get(country.ident) or id_like(_usual(country.ident)))
        for country in _countries().find(text)
    ]
    near = (
        ident
        for start, end, ident in partners
        if 0 <= person.start() - end <= len(" ")
        or 0 <= start - person.end() <= len(" of the ")
        or person.start("office") <= start < person.end("office")
    )
    return next(near, "")


def _usual(iso: str) -> str:
    return str(Locale("en").territories[iso])


@cache
def _countries() -> Finder:
    territories = sorted(Locale("en").territories.items())
    return Finder(
        (iso, name)
        for iso, usual in territories
        if len(iso) == 2 and iso.isalpha() and iso != HOME and is_known_iso(iso)
        for name in (str(usual), *DEMONYMS.get(str(usual), ()))
    )
