"""Whether a word that is the name of something means it where it is, or something else.

A word inside a longer proper name is another's: the Party of "Cambodian People's Party" is not Vietnam's. A
tier of relations is Vietnam's only where nobody else has it. In doubt a word is not explained: a missing link
misleads nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bamboo.data.patterns import pattern

# Words that begin a sentence with a capital and are no part of the name after them.
_OPENING = pattern(
    "a|after|against|all|although|among|an|and|as|at|because|before|besides|between|both|but|by|during|each|"
    "for|from|he|her|his|if|in|including|into|it|its|like|many|most|no|of|on|our|outside|since|some|such|"
    "than|that|the|their|these|they|this|those|through|to|towards?|under|until|unlike|upon|when|where|while|"
    "with|within|without",
    re.IGNORECASE,
)
_HOME = pattern(r"\bViet ?nam(?:ese)?\b")
_SENTENCE = pattern(r"(?<=[.!?]) +(?=[A-Z“])")
_BEFORE = pattern(r"(\S*\w(?:&#39;)?) $")
_ANOTHER = pattern(r"\b(?:where|which|that|who|whom|whose|as|while|when|between)\b")
_OF = pattern(r" of (?:the )?(?=[A-Z])([^.,;:]*)")
_TOGETHER = re.compile(r"s? (?:of|with|between|among|to|for)\b([^.,;:]*)")


@dataclass(frozen=True)
class Parties:
    """Who can be a party to relations: names of all partners, and of those that are no countries."""

    every: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    _any: re.Pattern[str] | None = field(init=False, compare=False)
    _body: re.Pattern[str] | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_any", _words(self.every))
        object.__setattr__(self, "_body", _words(self.bodies))

    def others(self, sentence: str, end: int) -> bool:
        """Whether the tier before a place of a sentence may be other than one of Vietnam and a country."""
        together = _TOGETHER.match(sentence, end)
        with_whom = together[1] if together else ""
        if self._any is None or _HOME.search(with_whom):
            return False
        if self._body and self._body.search(with_whom):
            return True
        home = max((found.end() for found in _HOME.finditer(sentence, 0, end)), default=-1)
        if home < 0:
            return bool(self._any.search(sentence))
        # Vietnam begins the sentence, and perhaps others a clause of their own.
        clause = _ANOTHER.search(sentence, home, end)
        return bool(clause and self._any.search(sentence, clause.end(), end))


def _words(names: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else None


def longer(text: str, start: int, end: int) -> bool:
    """Whether the words at a place of a text are part of a longer proper name."""
    after = _OF.match(text, end)
    if after and not _HOME.search(after[1]):
        return True
    before = _BEFORE.search(text, 0, start)
    if not before or not before[1].lstrip("“(")[:1].isupper() or _HOME.search(before[1]):
        return False
    opens = not text[: before.start()].rstrip() or text[: before.start()].rstrip()[-1] in ".!?:“"
    return not (opens and _OPENING.fullmatch(before[1].lstrip("“(")))


def sentence(text: str, end: int) -> tuple[str, int]:
    """The sentence of a text in which a place is, and the place in it."""
    begins = max((found.end() for found in _SENTENCE.finditer(text, 0, end)), default=0)
    stop = next((found.start() for found in _SENTENCE.finditer(text, end)), len(text))
    return text[begins:stop], end - begins
