"""Files a text under labels by its words, as the existing claims were filed: naive Bayes, nothing hidden."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bamboo.editing.draft.words import stems
from bamboo.kinds.library import Library

SMOOTHING = 1.0  # how often every label is thought to have seen each word besides; by measurement


@dataclass(frozen=True)
class Filing:
    """How often each word is in the texts of each label.

    A label's score is the logarithm of its share of all texts, and of the share that each word has among
    its words. Words that no text had say nothing.
    """

    texts: Counter[str]
    words: dict[str, Counter[str]]
    known: frozenset[str]

    @classmethod
    def learn(cls, examples: Iterable[tuple[str, frozenset[str]]]) -> Filing:
        """From labels, each with the words of one text."""
        texts: Counter[str] = Counter()
        words: dict[str, Counter[str]] = defaultdict(Counter)
        for label, those in examples:
            texts[label] += 1
            words[label].update(those)
        return cls(texts, dict(words), frozenset(word for counts in words.values() for word in counts))

    def ranked(self, words: frozenset[str]) -> list[str]:
        """The labels, the likeliest first; equal ones by name."""
        everything = self.texts.total()
        read = sorted(words & self.known)
        scores = {}
        for label, many in self.texts.items():
            counts = self.words[label]
            total = counts.total() + SMOOTHING * len(self.known)
            scores[label] = math.log(many / everything) + sum(
                math.log((counts[word] + SMOOTHING) / total) for word in read
            )
        return sorted(scores, key=lambda label: (-scores[label], label))


def by_theme(library: Library) -> Filing:
    """From claims, their quotes, figures, and what the themes say of themselves. Drafts teach nothing."""
    return Filing.learn(_themes(library))


def by_kind(library: Library) -> Filing:
    """From claims and their quotes. Relations are left out: partner and tier say them."""
    return Filing.learn(
        (entry.record.kind, words)
        for entry in library.facts.values()
        if not entry.record.draft and entry.record.kind != "relation"
        for words in _texts([entry.record.claim, *(quote.quote for quote in entry.record.evidence)])
    )


def _themes(library: Library) -> Iterator[tuple[str, frozenset[str]]]:
    for entry in library.facts.values():
        if not entry.record.draft:
            for words in _texts([entry.record.claim, *(quote.quote for quote in entry.record.evidence)]):
                yield from ((theme, words) for theme in entry.record.themes)
                yield entry.record.themes[0], words  # the main one counts twice
    for figure in library.indicators.values():
        for observation in figure.record.observations:
            for report in observation.reports:
                yield figure.record.themes[0], stems(f"{figure.record.name} {report.quote}")
    for theme in library.themes.values():
        own = theme.record
        yield theme.id, stems(" ".join([own.name, own.summary, *(name.name for name in own.also_known_as)]))


def _texts(texts: Iterable[str]) -> Iterator[frozenset[str]]:
    return (stems(text) for text in texts)
