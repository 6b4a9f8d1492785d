"""Where a quote stands in its seed, or the passage that it nearly is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bamboo.data.records import Passage
from bamboo.data.seed import Seed, bare_letters, fold_text
from bamboo.editing.locate import as_printed
from bamboo.evidence.locate import Miss, Span, in_word, locate, on_word_boundaries

LEAST = 0.6  # of the words must be alike for a passage to be proposed
_ANCHORS = 40
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """A quote's place: the passage as the seed prints it, and why it is not just what was asked for."""

    passage: Passage
    span: Span
    note: str = ""


def place(seed: Seed, words: str, which: int = 1) -> Place | Miss:
    """Where `words` stand; of several places number `which`, told apart by the words beside it."""
    passage = Passage(quote=fold_text(words))
    found = locate(seed, passage)
    note = ""
    if isinstance(found, Miss) and found.reason == "absent" and (printed := as_printed(seed, passage)):
        passage, note = printed.passage, f"Quotation marks, dashes and spaces are now those of {seed.file}."
        found = locate(seed, passage)
    if isinstance(found, Span):
        return Place(passage, found, note)
    if found.reason != "several":
        return found
    places = [Span(at, _end(seed, at, passage.quote)) for at in found.places]
    whole = [span for span in places if on_word_boundaries(seed.text, span.start, span.end)]
    if not 1 <= which <= len(whole):
        return found
    chosen = whole[which - 1]
    for told in _told_apart(seed, passage, chosen):
        if locate(seed, told) == chosen:
            lines = ", ".join(str(seed.line(span.start)) for span in whole)
            return Place(
                told,
                chosen,
                f"The words stand at {len(whole)} places (lines {lines}); this is number {which}.",
            )
    return found


def _end(seed: Seed, start: int, quote: str) -> int:
    """Where a quote that begins at `start` ends: as many characters later as it has, spaces aside."""
    wanted, at = len(quote.replace(" ", "")), start
    while wanted and at < len(seed.text):
        wanted -= not seed.text[at].isspace()
        at += 1
    return at


def _told_apart(seed: Seed, passage: Passage, span: Span) -> Iterator[Passage]:
    """The passage with more and more words before it, then also after it."""
    before = fold_text(seed.text[max(0, span.start - 400) : span.start]).split(" ")
    after = fold_text(seed.text[span.end : span.end + 400]).split(" ")
    for many in range(2, 13):
        yield passage.model_copy(update={"prefix": " ".join(before[-many:])})
        yield passage.model_copy(update={"suffix": " ".join(after[:many])})
        yield passage.model_copy(
            update={"prefix": " ".join(before[-many:]), "suffix": " ".join(after[:many])}
        )


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
