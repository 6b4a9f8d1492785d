"""Where words are in a seed: under other marks, at one of several places, or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from bamboo.data.records import Passage
from bamboo.data.seed import LIGATURES, Seed, bare_letters, fold_text
from bamboo.evidence.locate import Located, Miss, Span, in_word, locate, locate_all, on_word_boundaries
from bamboo.kinds.library import Library

_FURTHEST = 12  # words beside a quote that may be needed to tell its places apart
LEAST = 0.6  # of the words must be alike for a passage to be suggested
_ANCHORS = 40
_WORD = re.compile(r"\S+")
_ALIKE = {
    **dict.fromkeys("'‘’‚‛′ʼʹ`´", "'"),
    **dict.fromkeys('"“”„‟″«»', '"'),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    **LIGATURES,
}


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without white space, its marks, dashes and ligatures unified; where each character came from."""

    text: str
    origin: tuple[int, ...]


def bare(text: str) -> Bare:
    """`text`, which must be folded, made comparable. Dashes in a row (`--`) count as one."""
    letters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(text):
        letter = _ALIKE.get(character, character)
        if character == " " or (letter == "-" and letters and letters[-1] == "-" and text[at - 1] != " "):
            continue
        letters += letter
        origin += [at] * len(letter)
    return Bare("".join(letters), tuple(origin))


@lru_cache(maxsize=256)
def _bare_seed(seed: Seed) -> Bare:
    return bare(seed.folded.text)


@dataclass(frozen=True, slots=True)
class Printed:
    """A passage as its seed prints it, and the offset in the seed at which it begins."""

    passage: Passage
    at: int


def as_printed(seed: Seed, passage: Passage) -> Printed | None:
    """The passage with the seed's own marks and spaces, if it is at exactly one place of it."""
    text, whole = seed.folded.text, _bare_seed(seed)
    before, words, after = (
        bare(fold_text(p or "")).text for p in (passage.prefix, passage.quote, passage.suffix)
    )
    if not re.search(r"\w", words):
        return None
    found = []
    at = whole.text.find(words)
    while at >= 0:
        first, last = at, at + len(words)
        start, end = whole.origin[first], whole.origin[last - 1] + 1
        between = whole.text.endswith(before, 0, first) and whole.text.startswith(after, last)
        if between and on_word_boundaries(text, start, end):
            found.append((first, last))
        at = whole.text.find(words, at + 1)
    if len(found) != 1:
        return None
    first, last = found[0]

    def printed(start: int, end: int) -> str:
        return text[whole.origin[start] : whole.origin[end - 1] + 1] if start < end else ""

    new = {"quote": printed(first, last)}
    if before:
        new["prefix"] = printed(first - len(before), first)
    if after:
        new["suffix"] = printed(last, last + len(after))
    return Printed(passage.model_copy(update=new), seed.folded.origin[whole.origin[first]])


@dataclass(frozen=True, slots=True)
class Found:
    """A quote's place: the passage as the seed prints it, and why it is not just what was asked for."""

    passage: Passage
    span: Span
    note: str = ""


def find(seed: Seed, words: str, which: int = 1) -> Found | Miss:
    """Where `words` are; of several places number `which`, distinguished by the words beside it."""
    passage = Passage(quote=fold_text(words))
    found = locate(seed, passage)
    note = ""
    if isinstance(found, Miss) and found.reason == "absent" and (printed := as_printed(seed, passage)):
        passage, note = printed.passage, f"Quotation marks, dashes and spaces are now those of {seed.file}."
        found = locate(seed, passage)
    if isinstance(found, Span):
        return Found(passage, found, note)
    if found.reason != "several":
        return found
    places = [Span(at, _end(seed, at, passage.quote)) for at in found.places]
    whole = [span for span in places if on_word_boundaries(seed.text, span.start, span.end)]
    if not 1 <= which <= len(whole):
        return found
    told = passage_at(seed, whole[which - 1])
    if told is None:
        return found
    lines = ", ".join(str(seed.line(span.start)) for span in whole)
    return Found(
        told,
        whole[which - 1],
        f"The words are at {len(whole)} places (lines {lines}); this is number {which}.",
    )


def _end(seed: Seed, start: int, quote: str) -> int:
    """Where a quote that begins at `start` ends: as many characters later as it has, spaces aside."""
    wanted, at = len(quote.replace(" ", "")), start
    while wanted and at < len(seed.text):
        wanted -= not seed.text[at].isspace()
        at += 1
    return at


def passage_at(seed: Seed, span: Span) -> Passage | None:
    """The passage that is found at `span` and nowhere else; None where no words beside it distinguish it."""
    quote = fold_text(seed.text[span.start : span.end])
    if _is_at(seed, found := Passage(quote=quote), span):
        return found
    before = fold_text(seed.text[max(0, span.start - 200) : span.start]).split(" ")
    after = fold_text(seed.text[span.end : span.end + 200]).split(" ")
    for many in range(1, _FURTHEST + 1):
        prefix, suffix = " ".join(before[-many:]), " ".join(after[:many])
        for sides in ({"prefix": prefix}, {"suffix": suffix}, {"prefix": prefix, "suffix": suffix}):
            found = Passage(quote=quote, **{side: words for side, words in sides.items() if words})
            if _is_at(seed, found, span):
                return found
    return None


def _is_at(seed: Seed, found: Passage, span: Span) -> bool:
    place = locate(seed, found)
    return isinstance(place, Span) and bool(re.fullmatch(r"\s*", seed.text[span.start : place.start]))


def nearest_passage(seed: Seed, words: str) -> Span | None:
    """The passage of the seed that is most like `words`, whole words; None where none is."""
    text = [(found.start(), found.end()) for found in _WORD.finditer(seed.text)]
    printed = [_letters(seed.text[start:end]) for start, end in text]
    asked = [_letters(word) for word in fold_text(words).split(" ")]
    matcher = SequenceMatcher(None, printed, asked, autojunk=False)
    blocks = sorted(matcher.get_matching_blocks(), key=lambda block: -block.size)[:_ANCHORS]
    rated: list[tuple[float, int, int]] = []
    for start in {
        max(0, block.a - block.b + shift) for block in blocks if block.size for shift in (-1, 0, 1)
    }:
        for length in {max(1, len(asked) + shift) for shift in range(-3, 4)}:
            window = printed[start : start + length]
            if window:
                alike = SequenceMatcher(None, window, asked, autojunk=False).ratio()
                letters = SequenceMatcher(None, " ".join(window), " ".join(asked), autojunk=False).ratio()
                same = 0.1 if len(window) == len(asked) else 0.0  # more often a word is changed than lost
                rated.append((alike + letters + same, -start, start + len(window)))
    if not rated:
        return None
    score, start, end = max(rated)
    return Span(text[-start][0], text[end - 1][1]) if score / 2 >= LEAST else None


def _letters(word: str) -> str:
    return "".join(letter for letter in bare_letters(word) if letter.isalnum()) or word


def whole_words(seed: Seed, start: int, words: str) -> str:
    """The quote that begins at `start`, widened to whole words."""
    text, end = seed.text, _end(seed, start, fold_text(words))
    while start > 0 and in_word(text[start - 1]) and in_word(text[start]):
        start -= 1
    while end < len(text) and in_word(text[end - 1]) and in_word(text[end]):
        end += 1
    return fold_text(text[start:end])


def claims_on(library: Library, source: str, span: Span) -> tuple[str, ...]:
    """The facts and figures that quote some of these words already, by file."""
    found = []
    for claims in (library.facts, library.indicators):
        for entry in claims.values():
            if any(_overlap(located.found, span) for located in _quotes(library, entry.file, source)):
                found.append(entry.file)
    return tuple(found)


def _quotes(library: Library, file: str, source: str) -> Iterable[Located]:
    return (
        located
        for located in locate_all(library)[file]
        if located.source == source and "context" not in located.path
    )


def _overlap(found: object, span: Span) -> bool:
    return isinstance(found, Span) and found.start < span.end and span.start < found.end
