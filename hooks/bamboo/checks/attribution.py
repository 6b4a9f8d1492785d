"""Who says a thing is in `said_by`, from which every output takes it; so the claim itself leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bamboo.data.locations import Finding, shorten
from bamboo.data.patterns import pattern
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.person import SPEAKERS
from bamboo.reading.mentions import plain
from bamboo.reading.names import all_names
from bamboo.reading.signs import Seldom, Sign

RULE = "attribution"

# What is said follows these words also without "that".
_SAID = r"(?:said|says|wrote|writes)"
_THAT = (
    r"(?:stated|noted|notes|added|affirmed|confirmed|stressed|emphasi[sz]ed|highlighted|declared|announced|"
    r"reported|mentioned|argued|pointed out|told [^,]{1,60}?|expects|expected|believes|considers|directed)"
)
_JUDGED = (
    r"(?:calls?|called|describes?|described|names?|named|counts?|counted|credits?|credited|judges?|judged|"
    r"lists?|listed|spoke of|speaks of|quoted|said|says|wrote|writes)"
)
# What a text is called that is not called by its name.
_TEXT = (
    r"(?:(?i:the|this|its|that) (?:\w+ ){0,3}(?:report|article|text|source|review|author)"
    r"(?: (?:on|of|by) [^,]{1,60}?)?)"
)
_WHERE = r"(?:,? (?:in|on|at|during|after) [^.]{1,60}?)"
# Every shape of an attribution has one of these words, and names a speaker or is one of these; few claims are
# so, and for the others no shape is made.
_SOME = Seldom(
    pattern(rf"\b(?:{_SAID}|{_THAT}|{_JUDGED}|put|words|(?i:according to)|in (?:its|his|her) )"),
    Sign("^(?:" + re.sub(r" [^|)]+", "", f"{_SAID}|{_THAT}|{_JUDGED}|put|words|according") + ")"),
    Sign("^in$", "^(?:its|his|her)$"),
)
_UNNAMED = pattern(rf"{_TEXT}|\baccording to\b|\bin (?:its|his|her) |\b(?:it|he|she) {_JUDGED}")


def check(library: Library) -> Iterator[Finding]:
    """Claims that have their own attribution, with the claim that is left without it."""
    yield from library.about(RULE, record, FACTS.name)


def record(library: Library, entry: Entry[Fact]) -> Iterator[Finding]:
    """One fact."""
    found = found_in(library, entry.record)
    if found is None:
        return
    said = plain(entry.record.claim)[slice(*found)].strip(" ,")
    rest = without(library, entry.record)
    yield Finding(
        entry.document.location("claim"),
        RULE,
        f"The claim says who says it: “{shorten(said, 80)}”.",
        "Leave that to `said_by`, and "
        + (f"write “{shorten(rest, 160)}”." if rest else "word the claim without it."),
        code="in-claim",
        path=("claim",),
        value=entry.record.claim,
    )


def found_in(library: Library, fact: Fact) -> tuple[int, int] | None:
    """Where a claim, made plain, says who says it, if it does."""
    claim = plain(fact.claim)
    return _attribution(_speakers(library, fact), claim) if _SOME.search(claim) else None


def without(library: Library, fact: Fact) -> str:
    """The claim without its attribution, or "" where no cut leaves a sentence."""
    claim, found = plain(fact.claim), found_in(library, fact)
    if found is None:
        return fact.claim
    start, end = found
    rest = (claim[:start] + claim[end:]).strip(" ,")
    at_an_end = start == 0 or end >= len(claim) - 1
    return rest[:1].upper() + rest[1:] if at_an_end and len(rest.split()) > 3 else ""


def _speakers(library: Library, fact: Fact) -> tuple[str, ...]:
    """The names of those who speak, and of the texts quoted."""
    known: list[Entry[Any]] = [
        library.of(kind)[ident]
        for ident in fact.said_by
        for kind in SPEAKERS
        if kind != "sources" and ident in library.of(kind)
    ]
    texts = {ident for ident in fact.said_by if ident in library.sources}
    texts |= {quote.source for quote in fact.evidence if quote.source in library.sources}
    known += [library.sources[ident] for ident in sorted(texts)]
    return tuple(plain(name.name) for one in known for name in all_names(one))


def _attribution(speakers: tuple[str, ...], claim: str) -> tuple[int, int] | None:
    """Where a claim says who says it: at its beginning, at its end, or inside."""
    here = tuple(name for name in speakers if name in claim)
    if not here and not _UNNAMED.search(claim):
        return None
    return next((found.span() for shape in _shapes(here) if (found := shape.search(claim))), None)


@lru_cache(maxsize=512)
def _shapes(speakers: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True))
    who = rf"(?:(?:[A-Z][\w.]* ){{0,6}}(?:{names})|{_TEXT})" if names else _TEXT
    who += r"(?:,? [^,]{1,80},)?(?: (?:has|have|had|also))*"
    first, last = r"^(?:[A-Z][^.]{1,110}, )?", r"(?=\.?$)"
    return tuple(
        re.compile(shape)
        for shape in (
            rf"{first}{who} {_SAID}{_WHERE}? that ",
            rf"{first}{who} {_THAT}{_WHERE}?,? that ",
            rf"{first}{who} {_SAID}(?:,? (?:in|on|at) [^,.]{{1,60}}?,)?,? ",
            rf"^(?i:according to) {who}[^,]{{0,60}}, ",
            rf"^In (?:the words of {who}|{who}'s words), ",
            rf",? in (?:the words of {who}|{who}'s words){last}",
            rf",? (?:as )?{who} (?:{_SAID}|{_THAT}){_WHERE}?{last}",
            rf",? (?:as )?{who} (?:{_JUDGED}|put)[^,.]{{0,60}}{last}",
            rf", {_SAID} {who}[^,.]*{last}",
            rf",? according to [^,.]{{1,80}}{last}",
            rf"\baccording to\b|\bin (?:its|his|her) (?:review|speech|article|report)\b|{who} {_JUDGED}\b",
            r"\b(?:it|he|she) (?:called|calls|said|says|wrote|described|describes)\b",
        )
    )
