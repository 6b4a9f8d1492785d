"""Which words of a title are names, whose capital letters a reference manager must keep.

BibTeX styles write titles in small letters but for what is in braces; braces round everything would keep the
capitals of a headline, which APA and others do not want.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bamboo.evidence.locate import Span
from bamboo.graph.claims import Graph

_WORD = re.compile(r"[^\W_](?:\w|['’.&/-](?=\w))*")
# More than one capital, or a capital beside a digit: ASEAN, G20, AIPA-45, McDonald.
_BUILT = re.compile(r"[^\W\d_].*[A-ZĐ]|[A-ZĐ].*\d|\d.*[A-ZĐ]")


def in_sentence(graph: Graph, text: str) -> tuple[Span, ...]:
    """The names in a sentence: each word with a capital is one, but for the first, which must be known."""
    words = [Span(found.start(), found.end()) for found in _WORD.finditer(text)]
    return _joined(text, [span for at, span in enumerate(words) if _is_name(graph, text, span, at == 0)])


@lru_cache(maxsize=4)
def _first_words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORD.findall(name)[:1])


def _begins_name(graph: Graph, word: str) -> bool:
    return word in _first_words(graph.proper_names)


def _is_name(graph: Graph, text: str, span: Span, begins: bool) -> bool:
    word = text[span.start : span.end]
    if _BUILT.search(word):
        return True
    # A possessive is no part of the name.
    return word[0].isupper() and (not begins or graph.answer(_begins_name, re.sub(r"['’]s$", "", word)))


def in_headline(graph: Graph, text: str) -> tuple[Span, ...]:
    """The names in a printed title, where every word may have a capital: those known, and ASEAN or G20."""
    return graph.answer(_known_in, text)


def _known_in(graph: Graph, text: str) -> tuple[Span, ...]:
    return _in_headline(graph.proper_names, text)


@lru_cache(maxsize=1024)
def _in_headline(names: frozenset[str], text: str) -> tuple[Span, ...]:
    """A title is asked for with each of its quotes."""
    # Looking for the letters is quick; most names stand nowhere.
    here = frozenset(name for name in names if name in text)
    spans = [Span(found.start(), found.end()) for found in _any_of(here).finditer(text)]
    built = (found for found in _WORD.finditer(text) if _BUILT.search(found[0]))
    spans += [
        Span(found.start(), found.end())
        for found in built
        if not any(span.start < found.end() and found.start() < span.end for span in spans)
    ]
    return _joined(text, sorted(spans, key=lambda span: span.start))


def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    if not longest:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Names with nothing but a blank between them as one."""
    found: list[Span] = []
    for span in spans:
        if found and text[found[-1].end : span.start] == " ":
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
