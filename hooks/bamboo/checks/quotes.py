"""A quote stands in its seed exactly, on word boundaries, at exactly one place."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.evidence import Location, Miss, locate_all, seed_of
from bamboo.load import Library
from bamboo.seed import fold_text
from bamboo.spots import Finding, Spot, character_name, shorten

RULE = "quote"


def check(library: Library) -> Iterator[Finding]:
    """Quotes that are not found, stand at several places, or begin or end inside a word."""
    for _, entry in library.entries():
        for location in locate_all(library)[entry.file]:
            if isinstance(location.found, Miss):
                spot = entry.document.spot(*location.path, "quote")
                yield _finding(library, location, location.found, spot)


def _finding(library: Library, location: Location, miss: Miss, spot: Spot) -> Finding:
    seed = seed_of(library, location.source)
    assert seed is not None
    numbers = sorted({seed.line(at) for at in miss.places})
    lines = f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
    match miss.reason:
        case "empty":
            return Finding(spot, RULE, "The quote is empty.", f"Copy the words from {seed.file}.")
        case "several":
            return Finding(
                spot,
                RULE,
                f"The quote stands at {len(miss.places)} places of {seed.file} ({lines}).",
                "Quote more words, or add `prefix` or `suffix` with the words directly before or after.",
            )
        case "cut":
            return Finding(
                spot,
                RULE,
                f"The quote begins or ends inside a word of {seed.file} ({lines}).",
                "Quote whole words.",
            )
        case "absent" if miss.places:
            return Finding(
                spot,
                RULE,
                f"The words stand in {seed.file} ({lines}), but not between its prefix and suffix: "
                f"“{shorten(miss.quoted)}”.",
                "Copy prefix and suffix from the seed, directly before and after the quote.",
            )
    elsewhere = _elsewhere(library, location)
    if elsewhere:
        return Finding(
            spot, RULE, f"The quote does not stand in {seed.file}, but in {elsewhere}.", "Correct `source`."
        )
    if miss.at is None:
        return Finding(
            spot,
            RULE,
            f"The quote does not stand in {seed.file}: “{shorten(location.passage.quote, 60)}”.",
            "Copy the words from the seed.",
        )
    line = seed.line(miss.at)
    return Finding(
        spot,
        RULE,
        f"The quote says “{miss.quoted}”\nbut {seed.file}:{line} says “{miss.printed}”",
        _mend(miss),
    )


def _elsewhere(library: Library, location: Location) -> str:
    """The file of another seed that has the words."""
    words = fold_text(location.passage.quote)
    for source in library.sources:
        seed = seed_of(library, source)
        if source != location.source and seed and words in seed.folded.text:
            return seed.file
    return ""


def _mend(miss: Miss) -> str:
    """Names the two characters that differ, where they are easily mistaken for one another."""
    here, there = miss.pair
    if here and there and not (here + there).isalnum():
        return f"The quote has {character_name(here)}, the seed {character_name(there)}: copy the seed's."
    return "Copy the words from the seed as they are; misprints stay."
