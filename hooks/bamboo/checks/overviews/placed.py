"""Where a sentence of an overview puts a name: beside the words that are beside it in its claims and quotes.

The words around a name are compared with those around it there, and with those around each other name of the
same kind. Only where another name has clearly more of them is a sentence refused: a list in another order, or
a claim in other words, has as many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from bamboo.checks.overviews.told import Told
from bamboo.data import english
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.reading import phrases
from bamboo.reading.mentions import Finder, Mention, lexicon

# Words on each side of a name that are compared, and what the nearest one on a side is worth more.
_NEAR, _NEAREST = 4, 2
# By how much another name has to fit better. At 1 true sentences are refused, at 2 none is known to be.
_CLEARLY = 3

_WORD = pattern(r"\w[\w'-]*")
_STOP = pattern(r"[.;:](?=\s)|[()]")
# What is between two names of a list, whose order says nothing.
_LIST = pattern(r"(?:[\s,/-]|\b(?:and|or|as well as|the)\b)*")
_SILENT = frozenset(
    ("the", "a", "an", "and", "or", "of", "in", "with", "as", "such", "s", "at", "to", "for", "on", "by")
)


@dataclass(frozen=True, slots=True)
class Around:
    """The words beside a name: the nearest one on each side, and the stems of those near it."""

    before: str
    after: str
    near: frozenset[str]

    def like(self, other: Around) -> int:
        """How many words two places have in common; the nearest count more."""
        pairs = ((self.before, other.before), (self.after, other.after))
        return len(self.near & other.near) + _NEAREST * sum(one == two != "" for one, two in pairs)


Place = tuple[Mention, Around]


def placed(told: Told) -> Iterator[Finding]:
    """Names twice in one list, and names that another one fits clearly better."""
    names = lexicon(told.library)
    for finder in (names.partners, names.people):
        texts, named = (*told.statements, *told.proof.texts), finder.find(told.bare)
        if not named or (len(named) == 1 and finder.ids(texts) <= {named[0].ident}):
            continue
        there = [place for text in texts for place in _places(text, finder)]
        here = _places(told.bare, finder)
        for rule in (_twice, _exchanged, _another):
            if found := next(rule(told, here, _Fits(tuple(there))), None):
                yield found
                break


@dataclass(frozen=True, slots=True)
class _Fits:
    """How well names fit a place, by the places that they have in claims and quotes."""

    there: tuple[Place, ...]

    def __call__(self, ident: str, around: Around) -> int:
        return max((around.like(other) for mention, other in self.there if mention.ident == ident), default=0)


def _twice(told: Told, here: Sequence[Place], fits: _Fits) -> Iterator[Finding]:
    for (one, _), (other, _) in pairwise(here):
        if one.ident == other.ident and _listed(told.bare, one, other):
            yield told.finding("name", f"The sentence names “{_name(told, one)}” twice in one list.")


def _exchanged(told: Told, here: Sequence[Place], fits: _Fits) -> Iterator[Finding]:
    for (one, around), (other, beside) in combinations(here, 2):
        own = fits(one.ident, around) + fits(other.ident, beside)
        exchanged = fits(other.ident, around) + fits(one.ident, beside)
        if exchanged - own >= _CLEARLY and not _listed(told.bare, one, other):
            names = f"“{_name(told, one)}” and “{_name(told, other)}”"
            yield told.finding("name", f"The sentence has {names} in each other's place.")


def _another(told: Told, here: Sequence[Place], fits: _Fits) -> Iterator[Finding]:
    left = sorted({mention.ident for mention, _ in fits.there} - {mention.ident for mention, _ in here})
    for one, around in here:
        best = max((fits(ident, around) for ident in left), default=0)
        if best - fits(one.ident, around) >= _CLEARLY:
            meant = english.either(ident for ident in left if fits(ident, around) == best)
            name = _name(told, one)
            yield told.finding("name", f"The sentence names “{name}” where its claims have {meant}.")


def _name(told: Told, mention: Mention) -> str:
    return told.bare[mention.start : mention.end]


def _listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names are neighbours in a list."""
    return _LIST.fullmatch(text, one.end, other.start) is not None


@lru_cache(maxsize=4096)
def _places(text: str, finder: Finder) -> tuple[Place, ...]:
    """Every name in a text and what is around it."""
    return tuple((mention, _around(text, mention, finder)) for mention in finder.find(text))


def _around(text: str, mention: Mention, finder: Finder) -> Around:
    """The words beside a mention, or beside the list that it is in; other names of its kind left out."""
    start, end = mention.start, mention.end
    others = finder.find(text)
    for one in reversed([one for one in others if one.end <= mention.start]):
        start = one.start if _LIST.fullmatch(text, one.end, start) else start
    for one in others:
        end = one.end if one.start >= end and _LIST.fullmatch(text, end, one.start) else end
    before = _words(_STOP.split(_without(text[:start], finder))[-1])[-_NEAR:]
    after = _words(_STOP.split(_without(text[end:], finder))[0])[:_NEAR]
    return Around(
        before[-1] if before and before[-1] not in _SILENT else "",
        after[0] if after and after[0] not in _SILENT else "",
        phrases.words(" ".join([*before, *after])),
    )


def _without(text: str, finder: Finder) -> str:
    """A text without the names in it."""
    for mention in reversed(finder.find(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if word not in ("the", "s")]
