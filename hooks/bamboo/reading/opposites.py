"""Words that cannot both be meant: the list is opposites.yml beside this file, each row with its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bamboo.data.patterns import pattern
from bamboo.data.yamlfile import LOADER
from bamboo.reading.forms import form, forms, words
from bamboo.reading.newwords import WORD, new

LIST = Path(__file__).with_suffix(".yml")

# Prefixes that turn a word round.
_PREFIX = pattern(r"^(?:un|in|im|ir|il|dis|non-?|mis|counter)(?=[a-z]{4})")
# The bound of a number, which is held with it: "at least nine".
_IN_BOUND = pattern(r"\bat (?:the )?(?:least|most)\b", re.I)
_ORDINALS = {"second": "2nd", "third": "3rd", "fourth": "4th"}
# A row and a side of it: 0 is `one`, 1 is `other`, to which what is `strong` belongs too.
Side = tuple[int, int]


@cache
def rows() -> Sequence[Mapping[str, str | bool | list[str]]]:
    """The list."""
    text = LIST.read_text(encoding="utf-8")
    found: Sequence[Mapping[str, str | bool | list[str]]] = yaml.load(text, Loader=LOADER)
    return found


@cache
def _beginnings() -> Mapping[str, Sequence[tuple[Side, bool]]]:
    """By the beginning of a word, or a whole word with a full stop, its sides, and whether it is strong."""
    found = defaultdict(list)
    for number, row in enumerate(rows()):
        for name, side in (("one", 0), ("other", 1), ("strong", 1)):
            beginnings = row.get(name, [])
            for beginning in beginnings if isinstance(beginnings, list) else ():
                found[beginning].append(((number, side), name == "strong"))
    return found


@lru_cache(maxsize=2048)
def _sides(word: str) -> Mapping[Side, bool]:
    """The sides of a word, and on which it is strong."""
    parts = (word[:end] for end in range(2, len(word) + 1))
    return dict(side for part in (*parts, f"{word}.") for side in _beginnings().get(part, ()))


@lru_cache(maxsize=2048)
def _sided(text: str) -> Sequence[tuple[str, Mapping[Side, bool]]]:
    """The words of a text that are on any side, each once."""
    words = dict.fromkeys(WORD.findall(text))
    return tuple((word, sides) for word in words if (sides := _sides_as_printed(word)))


@lru_cache(maxsize=65_536)
def _sides_as_printed(word: str) -> Mapping[Side, bool]:
    return _sides(word.lower().removesuffix("'s"))


def opposed(text: str, quotes: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Each word of a plain text that its quotes do not bear out, what they say instead, and why."""
    # A word that a quote prints too is borne out by itself.
    told = {word for word in new(text, quotes) if _sides_as_printed(word)}
    said = [one for one in _sided(text) if one[0] in told] if told else ()
    # By side, the first word of the quotes that is on it.
    quoted: dict[Side, str] = {}
    for quote in quotes if said else ():
        for word, sides in _sided(quote):
            for on in sides:
                quoted.setdefault(on, word)
    for word, sides in said:
        if word.lower() in _ORDINALS and any(_ORDINALS[word.lower()] in quote for quote in quotes):
            continue
        if word.lower() in ("least", "most") and _IN_BOUND.sub("", text).find(word) < 0:
            continue
        # A word of several meanings is borne out in one of them.
        if any(side in quoted for side in sides):
            continue
        for (number, side), strong in sides.items():
            if rows()[number].get("converse") and re.search(rf"\b{re.escape(word)}\b[^.;]* from ", text):
                continue
            instead = quoted.get((number, 1 - side), "")
            if instead or strong:
                yield word, instead, str(rows()[number]["reason"])
                break


# A denial and the word that it denies, at most two words later.
_NOT = pattern(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|will|can) not|cannot|can't|never)"
    r"(?: (?:be|been|being|a|an|the|ever|[a-z]+ly))* (?P<word>[a-z]{4,})"
)


def undenied(text: str, quotes: tuple[str, ...]) -> str:
    """A text without denials of what the quotes say the opposite of: "did not lose" where they say "kept"."""
    if not _NOT.search(text):
        return text

    def rest(found: re.Match[str]) -> str:
        word = found["word"]
        turned = any(instead for _, instead, _ in opposed(word, quotes))
        stem = re.compile(rf"\b(?:un|in|im|ir|il|dis|non-?){re.escape(word[: max(4, len(word) - 3)])}", re.I)
        return "" if turned or any(map(stem.search, quotes)) else found[0]

    return _NOT.sub(rest, text)


def reversed_by_prefix(text: str, quotes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each word that a quote has without its "un-" or "dis-", and not with it."""
    # A word that a quote prints too is with its beginning there.
    fresh = (part for word in new(text, quotes) for part in word.split("-"))
    if text.isascii() and not any(map(_without_prefix, fresh)):
        return
    printed = forms(quotes)
    for word, _ in words(text):
        bare = _without_prefix(word)
        if bare and form(word) not in printed and form(bare) in printed:
            yield word, bare


@lru_cache(maxsize=65_536)
def _without_prefix(word: str) -> str:
    """A word in small letters without its "un-" or "dis-"; "" where it has none."""
    bare = _PREFIX.sub("", word.lower())
    return bare if bare != word.lower() and len(bare) > 4 else ""
