"""Words that limit a noun, and without which it is another: "one of the largest", "Vice-Chair"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import rests
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.forms import form, words
from bamboo.reading.signs import Sign

# What a text says, and what the claim says in its place.
Found = Iterator[tuple[str, str]]

_BEST = (
    r"largest|biggest|greatest|highest|lowest|smallest|longest|fastest|oldest|newest|strongest|richest|"
    r"poorest|busiest|youngest|best|worst|top|leading|leaders?|main|first"
)
# "One of the region's top performers", "among the world's largest".
_SOME = pattern(
    r"\b(?:one of|among|amongst|part of|some of)(?: (?:the|its|their|our))?"
    rf"(?: [\w'-]+){{0,3}}? (?:{_BEST})\b",
    re.I,
)
_MANY = pattern(
    r"\b(?:one of|among|amongst|some of|few|a|an|another|several|many|still|as)\b"
    rf"[^.;,]{{0,60}}\b(?:{_BEST})\b",
    re.I,
)
_THE_BEST = pattern(
    r"\bthe(?: (?:world|region|country|continent|bloc)'s)?(?: (?:single|very|second|third))? "
    r"(?P<best>largest|biggest|greatest|highest|lowest|smallest|longest|fastest|oldest|strongest|richest|"
    r"poorest|busiest|youngest|best|worst)\b"
    r"|(?:world|region|country|continent|bloc)'s "
    r"(?P<of>largest|biggest|highest|lowest|fastest|strongest|best|top|leading|main)\b(?! [a-z]+s\b)",
    re.I,
)

_SUPERLATIVES = Sign(
    "^(?:largest|biggest|greatest|highest|lowest|smallest|longest|fastest|oldest|strongest|richest|poorest|"
    "busiest|youngest|best|worst|top|leading|main)$"
)

_OFFICES = r"chair(?:man|woman|person)?|president|minister|secretary|governor|director|mayor|speaker|premier"
_HELD = pattern(
    r"\b(?P<lesser>(?:vice|deputy|acting|former|assistant|under|ex)[- ](?:[A-Z]\w+ (?:of )?){0,3})?"
    rf"(?P<office>{_OFFICES})\b",
    re.I,
)

_HOLDERS = Sign(f"^(?:{_OFFICES})$")

# Ways of visiting of which one visit has only some.
_VISIT = pattern(
    r"\b(?P<way>state|working|private|official|unofficial|courtesy|secret|unannounced|friendly|friendship)"
    r"(?:(?:,| and|) [\w-]+){0,2}? (?:visits?|trips?|tours?)\b",
    re.I,
)
_VISITS = Sign("^(?:visit|trip|tour)")

# Whose a thing is, of which nothing is two.
_WHOSE = {
    **dict.fromkeys(("world", "world's", "global"), "the world"),
    **dict.fromkeys(("vietnam's", "vietnamese", "domestic", "country's", "nation's"), "here"),
    **dict.fromkeys(("foreign",), "others"),
}
_NOUNS = (
    "econom(?:y|ies)|situations?|markets?|population|missions|compan(?:y|ies)|firms?|enterprises?|businesses|"
    "citizens?|nationals|investors?|students?|visitors?|tourists?|experts?|press|media|journalists?|goods"
)
_OWNED = pattern(
    rf"\b(?P<whose>{'|'.join(sorted(_WHOSE, key=len, reverse=True))})"
    rf"(?: (?:diplomatic|economic|political|key|main|top|major|private|public))? (?P<noun>{_NOUNS})\b",
    re.I,
)
_OWNERS = Sign(f"^(?:{'|'.join(re.findall(r'[a-z]{2,}', ' '.join(_WHOSE)))})$", f"^(?:{_NOUNS})$")


def differently(text: str, quotes: Collection[str]) -> Found:
    """What a plain text says of a noun that its quotes say otherwise."""
    for rule in _RULES:
        yield from rule(text, quotes)


def _best(text: str, quotes: Collection[str]) -> Found:
    """The largest, where the quotes have one of the largest alone."""
    for found in _THE_BEST.finditer(text) if _SUPERLATIVES.on(text) else ():
        best = (found["best"] or found["of"]).lower()
        if _MANY.search(text, 0, found.end()):
            continue
        there = [(quote, one) for quote in quotes for one in re.finditer(rf"\b{best}\b", quote, re.I)]
        some = [_SOME.search(quote, max(0, one.start() - 80), one.end()) for quote, one in there]
        if some and all(some):
            yield found[0], next(one[0] for one in some if one)


def _office(text: str, quotes: Collection[str]) -> Found:
    """A chair, where the quotes have a vice-chair alone."""
    for found in _HELD.finditer(text) if _HOLDERS.on(text) else ():
        if found["lesser"]:
            continue
        office = found["office"].lower()
        there = [one for quote in quotes for one in _held(quote) if one[1] == office]
        if there and all(lesser for lesser, _, _ in there):
            yield found[0], there[0][2]


@lru_cache(maxsize=4096)
def _held(text: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((found["lesser"] or "", found["office"].lower(), found[0]) for found in _HELD.finditer(text))


def _visit(text: str, quotes: Collection[str]) -> Found:
    """A state visit, where the quotes have a working visit."""
    for found in _VISIT.finditer(text) if _VISITS.on(text) else ():
        way = form(found["way"])
        there = [one for quote in quotes for one in _VISIT.finditer(quote)]
        if not any(re.search(rf"\b{found['way']}", quote, re.I) for quote in quotes):
            yield found[0], there[0][0] if there else f"nothing of a {way} visit"


def _whose(text: str, quotes: Collection[str]) -> Found:
    """The economy of Vietnam, where the quotes have that of the world alone."""
    for found in _OWNED.finditer(text) if _OWNERS.on(text) else ():
        noun, whose = form(found["noun"]), _WHOSE[found["whose"].lower()]
        there = [one for quote in quotes for one in _owned(quote) if one[0] == noun]
        known = sum(quote.lower().count(found["noun"].lower()) for quote in quotes)
        if there and known == len(there) and all(other != whose for _, other, _ in there):
            yield found[0], there[0][2]


@lru_cache(maxsize=4096)
def _owned(text: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (form(found["noun"]), _WHOSE[found["whose"].lower()], found[0]) for found in _OWNED.finditer(text)
    )


# Whose people or things they are by a country: "Mongolian drivers", "drivers from Mongolia".
_COUNTRY_OF = {adjective: name for name, adjectives in DEMONYMS.items() for adjective in adjectives} | {
    "Vietnamese": "Vietnam"
}
_OF_COUNTRY = pattern(
    rf"\b(?P<adjective>{'|'.join(sorted(_COUNTRY_OF, key=len, reverse=True))})"
    r"(?: [a-z]+ly)?"
    r"(?: (?:high-[a-z]+|senior|top|young|new|state|private|posted|key|local|economic|political))*"
    r" (?P<noun>[a-z]{4,})\b"
)
_PEOPLES = Sign(f"^(?:{'|'.join(sorted(_COUNTRY_OF, key=len, reverse=True)).lower()})$")


def _country(text: str, quotes: Collection[str]) -> Found:
    """Drivers of one country, where the quotes have those of another alone."""
    for found in _OF_COUNTRY.finditer(text) if _PEOPLES.on(text) else ():
        noun, whose = form(found["noun"]), _COUNTRY_OF[found["adjective"]]
        there = [one for quote in quotes for one in _of_country(quote) if one[0] == noun]
        known = sum(
            form(word) == noun and not quote.lower().endswith("the ", 0, at)  # those named before
            for quote in quotes
            for word, at in words(quote)
        )
        # What "drivers from Mongolia" are called in other words is not looked into.
        elsewhere = any(
            re.search(rf"{found['noun'][:4]}\w*(?: \w+)? (?:of|from|in) (?:the )?{whose}", q) for q in quotes
        )
        elsewhere |= any(re.search(rf"{whose}'s?(?: [\w-]+){{0,2}} {found['noun'][:4]}", q) for q in quotes)
        if there and not elsewhere and known == len(there) and all(other != whose for _, other, _ in there):
            yield found[0], there[0][2]


@lru_cache(maxsize=4096)
def _of_country(text: str) -> tuple[tuple[str, str, str], ...]:
    if not _PEOPLES.on(text):
        return ()
    return tuple(
        (form(found["noun"]), _COUNTRY_OF[found["adjective"]], found[0])
        for found in _OF_COUNTRY.finditer(text)
    )


# "All firms", "most of the firms".
_SHARE_OF = pattern(
    r"\b(?P<share>all|every|each|most|some|many|several|few|half|part|a third|a quarter|two thirds)"
    r"(?: of)?(?: (?:the|its|their|our|these|those))?(?: [a-z-]+)?? (?P<noun>[a-z]{4,})\b",
    re.I,
)
_WHOLE = frozenset(["all", "every", "each"])
_SHARES = Sign("^(?:all|every|each)$")
_PARTS_OF = Sign("^(?:most|some|many|several|few|half|part|third|quarter|thirds)$")


def _share(text: str, quotes: Collection[str]) -> Found:
    """All firms, where the quotes have most of the firms alone."""
    for found in _SHARE_OF.finditer(text) if _SHARES.on(text) and any(map(_PARTS_OF.on, quotes)) else ():
        noun = form(found["noun"])
        if found["share"].lower() not in _WHOLE:
            continue
        there = [one for quote in quotes for one in _SHARE_OF.finditer(quote) if form(one["noun"]) == noun]
        if there and all(one["share"].lower() not in _WHOLE for one in there):
            yield found[0], there[0][0]


_RULES: tuple[Callable[[str, Collection[str]], Found], ...] = (
    _best,
    _office,
    _visit,
    _whose,
    _country,
    _share,
    rests.otherwise,
)
