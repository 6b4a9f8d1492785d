"""Nothing is cut off: no quote begins just after, or ends just before, words that change its meaning.

The words are in edges.yml beside this file, each with its reason. Besides them, a number belongs to
the words on both sides of it, a sign of money or per cent to its number, and an article or a
preposition to what it leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bamboo import kinds
from bamboo.data.locations import Finding, shorten
from bamboo.data.patterns import pattern
from bamboo.data.yamlfile import LOADER
from bamboo.evidence.locate import Located, Span, locate_all, seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import SOURCES, Mark
from bamboo.reading import days

RULE = "edge"
WORDS = Path(__file__).with_suffix(".yml")

# What may stand between a word and a quote that is cut off from it: no comma, no end of a sentence or line.
_NEAR = r"[ \u00a0\"'“”‘’(\[]*"
# The same, and the end of a line at which a sentence was broken.
_BEFORE = rf"{_NEAR}\n?{_NEAR}"
_BLANK = " \u00a0\"'“”‘([\n"
# With one of these, too, something can end that belongs to what follows.
_JOINED = ("_", "-", "$", "€", "£", "¥")
_ENDED = (".", "!", "?", ",", ";", ":")
_NUMBER = r"[$€£¥]?\d[\d.,]*\d|[$€£¥]?\d"
_SIGN = r"US\$|[$€£¥]"
_SIGN_BEFORE = pattern(rf"(?<!\w)({_SIGN})\Z")
_NUMBER_BEFORE = pattern(rf"(?<![\w.,])({_NUMBER}){_BEFORE}\Z")
_NUMBER_NEXT = pattern(rf"{_NEAR}({_NUMBER}|{_SIGN})")
_REST = pattern(r"(%|[.,]\d+)")
_NUMBER_AFTER = pattern(rf"{_NEAR}({_SIGN}\d[\d.,]*|{_NUMBER})(?!\w)")
# The hour after a date: "12 August 2025, 10:40".
_HOUR = pattern(r"[ ,|–-]+\d\d?[:h]\d\d(?::\d\d)?\Z")
# No phrase ends with them. ("To" may: a list of what somebody needs to do can be quoted in pieces.)
_LEADING_ON = pattern(
    r"(?<![\w’'])(an?|the|and|or|of|in|on|at|for|from|by|with|as|its|their|his|her|between|among|into|during)\Z",
    re.IGNORECASE,
)
_NEXT = pattern(r"[\s\"'“‘(\[]+(\w+)")


@dataclass(frozen=True, slots=True)
class Edge:
    """Words that belong to their neighbour. `number`: only where that neighbour is a number. `near`: also to
    what comes a few words later in the same clause."""

    word: str
    side: str
    reason: str
    number: bool = False
    near: bool = False


@cache
def edges(side: str) -> tuple[Mapping[str, Edge], re.Pattern[str]]:
    """The words of one side with their edges, and a pattern that finds them there, longest first."""
    rows = [Edge(**row) for row in yaml.load(WORDS.read_text(encoding="utf-8"), Loader=LOADER)]
    here = {edge.word: edge for edge in rows if edge.side == side}
    some = "|".join(re.escape(word) for word in sorted(here, key=len, reverse=True))
    shape = rf"(?<!\w)(?<!hàng )({some}){_BEFORE}\Z" if side == "before" else rf"{_NEAR}({some})(?!\w)"
    return here, re.compile(shape, re.IGNORECASE)


# A few words without a sign, and none that begins another clause.
_CLAUSE = "and|but|or|that|which|who|only|và|nhưng|hoặc|hay|mà|rằng"
_FEW = rf"(?: (?!(?:{_CLAUSE})(?!\w))[\w'’-]+(?: and [a-z]+ly)?){{1,4}} "
# "Not only", and Vietnamese words of which the one that denies is a part.
_NO_DENIAL = r"(?! (?:only|chỉ|những|ngừng|gian|quân|khí)(?!\w))"


@cache
def _near() -> tuple[Mapping[str, Edge], re.Pattern[str]]:
    """The same for words a few words before the quote."""
    here = {word: edge for word, edge in edges("before")[0].items() if edge.near}
    some = "|".join(re.escape(word) for word in sorted(here, key=len, reverse=True))
    return here, re.compile(rf"(?<!\w)(?<!hàng )({some}){_NO_DENIAL}{_FEW}\Z", re.IGNORECASE)


def check(library: Library) -> Iterator[Finding]:
    """Quotes, context and definitions that are cut off at either side."""
    # What a source's card points at is no quote.
    yield from library.about(RULE, _record, *(kind.name for kind in kinds.ALL if kind is not SOURCES))


def _record(library: Library, entry: Entry[Any]) -> Iterator[Finding]:
    for located in locate_all(library)[entry.file]:
        if isinstance(located.found, Span):
            yield from _cut(library, entry, located, located.found)


def _cut(library: Library, entry: Entry[Any], located: Located, span: Span) -> Iterator[Finding]:
    seed = seed_of(library, located.source)
    assert seed is not None
    text = _unmarked(library, located.source, seed.text)
    if cut := cut_before(text, span.start):
        words, reason = cut
        begin = text[text.rfind(words, 0, span.start) : span.end]
        yield Finding(
            entry.document.location(*located.path, "quote"),
            RULE,
            f"The quote begins just after “{words}” in {seed.file}:{seed.line(span.start)}: {reason}.",
            f"Begin it with “{shorten(begin, 50)}”.",
            code="begins-late",
            path=located.path,
        )
    if cut := cut_after(text, span.end):
        words, reason = cut
        end = text[max(span.start, span.end - 30) : text.find(words, span.end) + len(words)]
        yield Finding(
            entry.document.location(*located.path, "quote"),
            RULE,
            f"The quote ends just before “{words}” in {seed.file}:{seed.line(span.end)}: {reason}.",
            f"End it with “{shorten(end)}”.",
            code="ends-early",
            path=located.path,
        )


def _unmarked(library: Library, source: str, text: str) -> str:
    """A text with line ends for the numbers of pages and the times that its card marks."""
    card = library.sources[source]
    if card.record.marks:
        for mark in locate_all(library)[card.file]:
            if isinstance(mark.passage, Mark) and isinstance(mark.found, Span):
                start, end = mark.found.start, mark.found.end
                text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def cut_before(text: str, start: int) -> tuple[str, str] | None:
    """The words before `start` that belong to what follows, and why; None where nothing is cut off."""
    here = max(0, start - 60)
    before = text[here:start].replace("’", "'")
    last = before.rstrip(_BLANK)[-1:]
    if not last.isalnum() and last not in _JOINED:  # most quotes begin with a sentence
        return None
    if found := _SIGN_BEFORE.search(before):
        return found[1], "it is the unit of the number after it"
    if (found := _NUMBER_BEFORE.search(before)) and not _is_stamp(before, found.end(1)):
        return found[1], "a number belongs to the words after it"
    words, pattern = edges("before")
    if found := pattern.search(before):
        edge = words[found[1].lower()]
        if not edge.number or _NUMBER_NEXT.match(text[start : start + 20]):
            return text[here + found.start(1) : here + found.end(1)], edge.reason
    words, pattern = _near()
    if (found := pattern.search(before)) and text[start : start + 1].islower():
        return text[here + found.start(1) : start].rstrip(), words[found[1].lower()].reason
    return None


def _is_stamp(before: str, end: int) -> bool:
    """Whether a whole date ends here, day and year, or the hour after it: it says when a text was printed."""
    end = len(_HOUR.sub("", before[:end]))
    return any(date.end == end and date.last.day and date.last.year for date in days.read(before))


def cut_after(text: str, end: int) -> tuple[str, str] | None:
    """The words after `end` that belong to what comes before, and why; None where nothing is cut off."""
    after = text[end : end + 60]
    if text[end - 1].isdigit() and (found := _REST.match(after)):
        return found[1], "it belongs to the number before it"
    if text.endswith(_ENDED, 0, end):
        return None
    if found := _NUMBER_AFTER.match(after):
        return found[1], "a number belongs to the words before it"
    words, pattern = edges("after")
    if found := pattern.match(after):
        return found[1], words[found[1].lower()].reason
    if (last := _LEADING_ON.search(text[max(0, end - 20) : end])) and (found := _NEXT.match(after)):
        return found[1], f"“{last[1]}” belongs to what comes after it"
    return None
