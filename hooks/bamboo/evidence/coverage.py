"""How much of a seed is accounted for: words in a quote of a claim, words set aside, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import starmap
from typing import Any, TypeVar

from bamboo.data.patterns import pattern
from bamboo.data.records import Quote
from bamboo.evidence.locate import Span, locate_all, located_in, seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import Mark, SetAside, Source

T = TypeVar("T")

MARK = "mark"
RUN = 4  # a run of this many words or more that nothing accounts for is worth naming
NOTHING, CITED, FIRST_REASON = 0, 1, 2
_WORD = pattern(r"\S*\w\S*")
_UNCITED = re.compile(rb"[^%c]+" % CITED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of words, and the runs of RUN or more words that nothing accounts for.

    A word that is cited in part and set aside for the rest counts as set aside.
    """

    words: int
    cited: int
    set_aside: int
    unaccounted: int
    runs: tuple[Span, ...]
    set_aside_by_reason: Mapping[str, int]
    left: int
    """Words in these runs: what has to be read yet."""

    @classmethod
    def of(cls, values: tuple[Any, ...]) -> Coverage:
        """That of such `values`."""
        words, cited, set_aside, unaccounted, runs, reasons, left = values
        return cls(words, cited, set_aside, unaccounted, tuple(starmap(Span, runs)), reasons, left)

    @property
    def values(self) -> tuple[Any, ...]:
        """All of it as numbers, text, and tuples and dictionaries of them."""
        runs = tuple((run.start, run.end) for run in self.runs)
        counts = (self.words, self.cited, self.set_aside, self.unaccounted)
        return (*counts, runs, dict(self.set_aside_by_reason), self.left)

    @property
    def done(self) -> int:
        """Words that need no more work."""
        return self.words - self.left

    @property
    def percent(self) -> int:
        """The share of them; 100 only where nothing is left."""
        return 100 if not self.left else min(99, round(100 * self.done / self.words))


def each_source(
    library: Library, what: str, of: Callable[[Library, Entry[Source]], Iterable[T]]
) -> Iterator[T]:
    """What `of` finds out about each source by the claims that quote it: see `Library.once`."""
    for entry in library.sources.values():
        make = partial(_listed, of, library, entry)
        yield from library.once(what, entry, make, entry, *library.quoting.get(entry.id, ()))


def _listed(
    of: Callable[[Library, Entry[Source]], Iterable[T]], library: Library, entry: Entry[Source]
) -> tuple[T, ...]:
    return tuple(of(library, entry))


@lru_cache(maxsize=1024)
def of_source(library: Library, source: str) -> Coverage:
    """Coverage of one seed. A word is accounted for where all its letters and digits are."""
    seed = seed_of(library, source)
    assert seed is not None
    text = seed.text
    reasons_at: list[str] = []
    state_at = bytearray(len(text))  # of each character: NOTHING, CITED, or its reason's place in the list
    for span, reason in reversed([*set_aside_spans(library, source)]):
        if reason not in reasons_at:
            reasons_at.append(reason)
        _mark(state_at, span, FIRST_REASON + reasons_at.index(reason))
    for span in cited_spans(library, source):
        _mark(state_at, span, CITED)
    counts: Counter[str] = Counter()
    runs: list[list[Span]] = [[]]
    looked_at = 0
    for word in _not_cited(state_at, text):
        if word is None:
            if runs[-1]:
                runs.append([])
            continue
        looked_at += 1
        states = _states(state_at, text, *word.span())
        if NOTHING in states:
            counts["unaccounted"] += 1
            runs[-1].append(Span(*word.span()))
            continue
        if runs[-1]:
            runs.append([])
        state = max(states, default=CITED)
        counts["cited" if state == CITED else reasons_at[state - FIRST_REASON]] += 1
    counts["cited"] += len(_WORD.findall(text)) - looked_at
    reasons = {
        reason: many for reason, many in sorted(counts.items()) if reason not in ("cited", "unaccounted")
    }
    long = [run for run in runs if len(run) >= RUN]
    return Coverage(
        words=counts.total(),
        cited=counts["cited"],
        set_aside=sum(reasons.values()),
        unaccounted=counts["unaccounted"],
        runs=tuple(Span(run[0].start, run[-1].end) for run in long),
        set_aside_by_reason=reasons,
        left=0 if library.sources[source].record.selected else sum(map(len, long)),
    )


def _not_cited(state_at: bytearray, text: str) -> Iterator[re.Match[str] | None]:
    """Every word of which anything is not cited, in order, and None for any others between them."""
    reached = 0
    for region in _UNCITED.finditer(state_at):
        start, end = region.span()
        if text[start:end].isspace():
            continue
        while start > reached and not (text[start].isspace() or text[start - 1].isspace()):
            start -= 1
        while end < len(text) and not (text[end].isspace() or text[end - 1].isspace()):
            end += 1
        start = max(start, reached)
        if _WORD.search(text, reached, start):
            yield None
        yield from _WORD.finditer(text, start, end)
        reached = max(end, reached)


def _states(state_at: bytearray, text: str, start: int, end: int) -> set[int]:
    """The states of a word's letters and digits."""
    here = state_at[start:end]
    if here.count(here[0]) == len(here):  # nearly every word
        return {here[0]} if text[start].isalnum() or any(map(str.isalnum, text[start:end])) else set()
    return {state for state, letter in zip(here, text[start:end], strict=True) if letter.isalnum()}


def cited_spans(library: Library, source: str) -> Iterator[Span]:
    """Every quote of a source of a fact or an observation.

    Context is not counted: it helps to read a quote, and what only helps would hide what nobody claims.
    """
    for entry in library.quoting.get(source, ()):
        for located in located_in(library, entry, source):
            if isinstance(located.passage, Quote) and isinstance(located.found, Span):
                yield located.found


def set_aside_spans(library: Library, source: str) -> Iterator[tuple[Span, str]]:
    """Every passage of a source that its card sets aside, with the reason; a mark is its own."""
    for located in locate_all(library)[library.sources[source].file]:
        if isinstance(located.passage, SetAside) and isinstance(located.found, Span):
            yield located.found, str(located.passage.reason)
        elif isinstance(located.passage, Mark) and isinstance(located.found, Span):
            yield located.found, MARK


def _mark(states: bytearray, span: Span, state: int) -> None:
    states[span.start : span.end] = bytes([state]) * (span.end - span.start)
