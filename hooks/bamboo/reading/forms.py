"""The words of a text, comparable: their forms and their British or American spelling do not matter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.data.seed import bare_letters

_WORD = pattern(r"[^\W\d_][\w'’-]*")
_DOTTED = pattern(r"\b(?:[A-Z]\.){2,}")
_MAY_BE_DOTTED = pattern(r"[A-Z]\.[A-Z]\.")
_GENITIVE = pattern(r"['’]s?$")
# British spelling as American, before any ending is taken off.
_SPELLING = (
    (pattern(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (pattern(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|ful|ers?|hoods?|)$)"), "or"),
    (pattern(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (pattern(r"(?<=[a-z]{2})ence(?=s?$)"), "ense"),
    (pattern(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (pattern(r"programme"), "program"),
    (pattern(r"(?<=[aeiou])ll(?=(?:ed|ing|ers?)$)"), "l"),
)
_PART = frozenset(
    (
        *(
            "a",
            "an",
            "as",
            "at",
            "by",
            "from",
            "has",
            "have",
            "in",
            "is",
            "it",
            "its",
            "on",
            "or",
            "that",
            "the",
        ),
        *("their", "this", "to", "was", "were", "which", "who", "will", "with"),
    )
)
_ENDINGS = pattern(
    r"(?:ational|ations?|ments?|ings?|ions?|ities|ity|ness|ially|ally|ably|ably|ly|ies|ied|iers?|ers?|ors?|"
    r"edly|ed|es|ive|al|s|e|y)$"
)


@lru_cache(maxsize=32_768)
def form(word: str) -> str:
    """The same for `develops`, `developed` and `development`, for `defence` and `Defense`."""
    word = _GENITIVE.sub("", word).casefold()
    for british, american in _SPELLING:
        word = british.sub(american, word)
    while len(word) > 5 and (found := _ENDINGS.search(word)) and found.start() >= 4:
        word = word[: found.start()]
    return word


@lru_cache(maxsize=65_536)
def bare_form(word: str) -> str:
    """The same without accents."""
    return form(bare_letters(word))


@lru_cache(maxsize=512)
def words(text: str) -> tuple[tuple[str, int], ...]:
    """Every word as printed, in parts where hyphens join it, and where it begins."""
    found = []
    if _MAY_BE_DOTTED.search(text):
        # "U.S." is the word "US".
        text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", "").ljust(len(dotted[0])), text)
    if "-" not in text:
        return tuple([(word[0], word.start()) for word in _WORD.finditer(text)])
    for word in _WORD.finditer(text):
        at = word.start()
        for part in word[0].split("-"):
            if part:
                found.append((part, at))
            at += len(part) + 1
    return tuple(found)


def forms(texts: Iterable[str]) -> frozenset[str]:
    """The forms of all words of some texts."""
    return frozenset().union(*map(_forms, texts))


@lru_cache(maxsize=2048)
def _forms(text: str) -> frozenset[str]:
    return frozenset(bare_form(word) for word, _ in words(text))


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The first letters of its words: "free trade agreements" has those of FTA; little words part them."""
    letters = (" " if word.lower() in _PART else word[0].lower() for word, _ in words(text))
    return "".join(letters)
