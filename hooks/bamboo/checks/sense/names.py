"""Names that no quote prints: people, countries and places that a claim, a title or a note puts in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.known import NAMED
from bamboo.kinds.library import Entry, Library
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.forms import bare_form, forms, initials, words
from bamboo.reading.mentions import names_of
from bamboo.reading.names import country
from bamboo.reading.newwords import new
from bamboo.reading.signs import Seldom, Sign

# Capitalised in every English text; and the country that this site is about, which a quote calls "we".
ALWAYS = forms(
    [
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Q1 Q2 Q3 Q4 H1 H2 I",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Vietnam Vietnamese Viet Nam",
    ]
)
_ADJECTIVES = frozenset(adjective for those in DEMONYMS.values() for adjective in those)
_MONEY = pattern(r"\.?(?:\$| (?:dollar|cent|pound|franc|peso|rupee|yen|yuan|won|dong|euro))")
_CONTINENTS = {
    "Africa": "African",
    "America": "American",
    "Asia": "Asian",
    "Europe": "European",
    "Oceania": "Oceanian",
}
_ACRONYM = pattern(r"\b[A-Z]{3,6}(?=s?\b)")
# A letter alone may be one of "U.S.", which is a word.
_LETTER = Seldom(pattern(r"\b[A-Z]\b"), Sign("^[a-z]$"))
_OPENING = " \"'“‘([—–-"


def held(claimed: Claimed) -> Iterator[Finding]:
    """Names in claims, titles and names of figures."""
    if not claimed.in_english:
        return
    for path, text in claimed.sentences:
        if not _LETTER.search(text) and all(
            word.islower() or bare_form(word) in ALWAYS for word in new(text, claimed.texts)
        ):
            continue
        printed = claimed.forms | known(claimed) | ALWAYS
        if unprinted(text, printed) and (unsaid := unprinted(text, printed | _meant(text, claimed.texts))):
            yield claimed.finding(
                path,
                "name-not-printed",
                f"`{path[0]}` names “{unsaid}”; no quote prints that.",
                "Name it as the quotes do, or add the passage that prints it as `context`.",
                value=text,
            )


def _meant(text: str, quotes: Collection[str]) -> frozenset[str]:
    """The forms of names that the quotes have as a continent's adjective or, in letters, written out."""
    found = [name for name, adjective in _CONTINENTS.items() if any(adjective in quote for quote in quotes)]
    for short in set(_ACRONYM.findall(text)):
        letters = short.lower()
        if any(letters in initials(quote) for quote in quotes):
            found += [short, f"{short}s"]
    return forms(found)


def unprinted(text: str, printed: frozenset[str]) -> str:
    """The first run of capitalised words of a plain text that are not printed; "" where there is none."""
    run: list[str] = []
    reached = 0
    for word, at in words(text):
        named = word[0].isupper() and (not _begins(text, at) or _is_country(word))
        named = named and not _MONEY.match(text, at + len(word))
        if named and bare_form(word) not in printed:
            if run and text[reached:at] != " ":
                break
            run.append(word)
            reached = at + len(word)
        elif run:
            break
    return " ".join(run)


def _begins(text: str, at: int) -> bool:
    """Whether a word begins a sentence, and has its capital for that alone."""
    before = text[:at].rstrip(_OPENING)
    return not before or before[-1] in ".:;?!"


def _is_country(word: str) -> bool:
    name = word.removesuffix("'s")
    return name in _ADJECTIVES or country(name) is not None


def known(claimed: Claimed) -> frozenset[str]:
    """The words of all names of the records that a record has in its lists: those are proven elsewhere."""
    library = claimed.library
    named = {
        (kind, ident)
        for _, ref, ident in claimed.entry.references
        for kind in ref.kinds
        if kind in ("partners", "people", "terms")
    }
    entries = (library.of(kind).get(ident) for kind, ident in named)
    return frozenset().union(*(_words_of_names(library, entry) for entry in entries if entry))


def _words_of_names(library: Library, entry: Entry[Any]) -> frozenset[str]:
    return library.once(NAMED, entry, lambda: forms(names_of(entry)))
