"""How much of a seed is accounted for: words in a quote of a claim, words set aside, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bamboo.evidence import Span, locate_all
from bamboo.graph import Graph
from bamboo.model import SetAside

RUN = 4  # a run of this many words or more that nothing accounts for is worth naming
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of words, and the runs of RUN or more words that nothing accounts for."""

    words: int
    cited: int
    set_aside: int
    unaccounted: int
    runs: tuple[Span, ...]


def of_source(graph: Graph, source: str) -> Coverage:
    """Coverage of one seed. A word is accounted for where all its letters and digits are."""
    text = graph.seed(source).text
    cited = _letters(passage_spans(graph, source), len(text))
    aside = _letters(set_aside_spans(graph, source), len(text))
    counts = {"cited": 0, "set_aside": 0, "unaccounted": 0}
    runs: list[list[Span]] = [[]]
    for word in _WORD.finditer(text):
        letters = [at for at in range(word.start(), word.end()) if text[at].isalnum()]
        if all(cited[at] for at in letters):
            state = "cited"
        else:
            state = "set_aside" if all(cited[at] or aside[at] for at in letters) else "unaccounted"
        counts[state] += 1
        if state == "unaccounted":
            runs[-1].append(Span(*word.span()))
        elif runs[-1]:
            runs.append([])
    long = tuple(Span(run[0].start, run[-1].end) for run in runs if len(run) >= RUN)
    return Coverage(sum(counts.values()), runs=long, **counts)


def passage_spans(graph: Graph, source: str) -> Iterator[Span]:
    """Every passage of a source that a claim rests on."""
    for claim in graph.about("sources", source):
        for cited in claim.passages():
            if cited.source == source:
                yield Span(cited.start, cited.end)


def set_aside_spans(graph: Graph, source: str) -> Iterator[Span]:
    """Every passage of a source that its card sets aside."""
    for location in locate_all(graph.library)[graph.library.sources[source].file]:
        if isinstance(location.passage, SetAside) and isinstance(location.found, Span):
            yield location.found


def _letters(spans: Iterable[Span], length: int) -> bytearray:
    covered = bytearray(length)
    for span in spans:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    return covered
