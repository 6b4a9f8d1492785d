"""A quote is in its seed exactly, on word boundaries, at exactly one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bamboo.data.locations import Finding, Location, character_name, mistaken, shorten
from bamboo.data.patterns import pattern
from bamboo.data.seed import fold_text
from bamboo.evidence.locate import Located, Miss, Path, locate_all, seed_of
from bamboo.kinds.library import Entry, Library

RULE = "quote"


def check(library: Library) -> Iterator[Finding]:
    """Quotes that are not found, are at several places, or begin or end inside a word."""
    yield from library.about(RULE, _record, *library.records)


def _record(library: Library, entry: Entry[Any]) -> Iterator[Finding]:
    astray: dict[Path, str] = {}  # quotes that another seed has: their contexts go with them
    for located in locate_all(library)[entry.file]:
        if isinstance(located.found, Miss):
            elsewhere = _elsewhere(library, located) if located.found.reason == "absent" else ""
            if elsewhere and astray.get(located.path[:-2]) == elsewhere:
                continue
            astray[located.path] = elsewhere
            location = entry.document.location(*located.path, "quote")
            yield _finding(library, located, located.found, location, elsewhere)


def _finding(library: Library, located: Located, miss: Miss, location: Location, elsewhere: str) -> Finding:
    seed = seed_of(library, located.source)
    assert seed is not None
    numbers = sorted({seed.line(at) for at in miss.places})
    lines = f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
    match miss.reason:
        case "empty":
            return Finding(
                location,
                RULE,
                "The quote is empty.",
                f"Copy the words from {seed.file}.",
                code="empty",
                path=located.path,
            )
        case "several":
            return Finding(
                location,
                RULE,
                f"The quote is at {len(miss.places)} places in {seed.file} ({lines}).",
                "Quote more words, or add `prefix` or `suffix` with the words directly before or after.",
                code="several-places",
                path=located.path,
            )
        case "cut":
            return Finding(
                location,
                RULE,
                f"The quote begins or ends inside a word of {seed.file} ({lines}).",
                "Quote whole words.",
                code="inside-a-word",
                path=located.path,
            )
        case "absent" if miss.places:
            return Finding(
                location,
                RULE,
                f"The words are in {seed.file} ({lines}), but not between its prefix and suffix: "
                f"“{shorten(miss.quoted)}”.",
                "Copy prefix and suffix from the seed, directly before and after the quote.",
                code="between-others",
                path=located.path,
            )
    if elsewhere:
        source = elsewhere.removeprefix("seeds/").removesuffix(".txt")
        return Finding(
            location,
            RULE,
            f"The quote is not in {seed.file}, but in {elsewhere}.",
            f"Write `source: {source}`, or quote {seed.file}.",
            code="other-seed",
            path=located.path,
        )
    if miss.at is None:
        return Finding(
            location,
            RULE,
            f"The quote is not in {seed.file}: “{shorten(located.passage.quote, 60)}”.",
            "Copy the words from the seed.",
            code="not-there",
            path=located.path,
        )
    line = seed.line(miss.at)
    return Finding(
        location,
        RULE,
        f"The quote says “{miss.quoted}”\nbut {seed.file}:{line} says “{miss.printed}”",
        _fix(miss, located.passage.quote),
        code="differs",
        path=located.path,
    )


def _elsewhere(library: Library, located: Located) -> str:
    """The file of another seed that has the words."""
    words = fold_text(located.passage.quote)
    for source in library.sources:
        seed = seed_of(library, source)
        if source != located.source and seed and words in seed.folded.text:
            return seed.file
    return ""


_SKIPPED = pattern(r"\s*[\[(]?(?:…|\.\.\.)")


def _fix(miss: Miss, quote: str) -> str:
    """Names the two characters that differ, where they are easily mistaken for one another."""
    here, there = miss.pair
    rest = miss.quoted[len(miss.quoted) - len(miss.quoted.lstrip("…")) :]
    at = fold_text(quote).find(rest.removesuffix("…"))
    if at >= 0 and _SKIPPED.match(fold_text(quote), at + _shared(rest, miss.printed.lstrip("…"))):
        return "A quote leaves nothing out: quote the whole passage, or two passages."
    told = here and there and not here.isalnum() and not there.isalnum()
    strange = any(mistaken(sign) or (sign and not (sign.isalnum() or sign.isascii())) for sign in miss.pair)
    if here and there and (told or strange):
        return f"The quote has {character_name(here)}, the seed {character_name(there)}: copy the seed's."
    return "Copy the words from the seed as they are; misprints stay."


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
