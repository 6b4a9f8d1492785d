"""How much the statements say: their number, their length, how alike they are, what they leave out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from statistics import median

from bamboo.checks import attribution
from bamboo.evidence import coverage
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Library
from bamboo.reading import titles

from benchmarks.statements.figures import Figure

# A word: letters and digits, also across an apostrophe, a hyphen or a decimal point.
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


def measured(library: Library) -> list[Figure]:
    """Every figure that the data alone gives."""
    facts = {ident: entry.record for ident, entry in library.facts.items()}
    lengths = {ident: len(fact.claim.split()) for ident, fact in facts.items()}
    longest = max(lengths, key=lambda ident: lengths[ident])
    untitled = [ident for ident, fact in facts.items() if titles.needed(fact.claim) and not fact.title]
    long_titles = [ident for ident, fact in facts.items() if len(fact.title or "") > titles.LONGEST]
    attributed = [ident for ident, fact in facts.items() if attribution.found_in(library, fact)]
    alike, one, other = most_alike(facts)
    runs = [run for source in library.sources for run in coverage.of_source(library, source).runs]
    return [
        Figure("facts", len(facts), 180, 300),
        Figure("words of a claim, median", median(lengths.values()), most=17),
        Figure("words of the longest claim", lengths[longest], most=40, about=longest),
        Figure("long claims without a title", len(untitled), most=0, about=", ".join(untitled[:3])),
        Figure(
            f"titles over {titles.LONGEST} characters",
            len(long_titles),
            most=0,
            about=", ".join(long_titles[:3]),
        ),
        Figure("claims that say who says it", len(attributed), most=0, about=", ".join(attributed[:3])),
        Figure("likeness of the two claims most alike", alike, most=0.78, about=f"{one}, {other}"),
        Figure("runs of words that nothing accounts for", len(runs), most=0),
    ]


def likeness(one: str, other: str) -> float:
    """Of the words of two claims, the share that both have, each word as often as both have it (Dice).

    1 for the same words in whatever order, 0 for none in common; capitals do not count.
    """
    mine, yours = (Counter(_WORD.findall(text.lower())) for text in (one, other))
    return 2 * (mine & yours).total() / (mine.total() + yours.total())


def most_alike(facts: Mapping[str, Fact]) -> tuple[float, str, str]:
    """The two facts whose claims are most alike. Two tiers, or two partners, are two facts in like words."""
    return max(
        (likeness(facts[one].claim, facts[other].claim), one, other)
        for one, other in combinations(facts, 2)
        if not _differ_in_relation(facts[one], facts[other])
    )


def _differ_in_relation(one: Fact, other: Fact) -> bool:
    return one.relation is not None and other.relation is not None and one.relation != other.relation
