"""Nobody is overlooked: a partner or person whom cited words name is in a claim that quotes those words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.data.locations import Finding, Location
from bamboo.evidence import coverage
from bamboo.evidence.coverage import set_aside_spans
from bamboo.evidence.locate import Span, located_in, seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import Source
from bamboo.reading.mentions import lexicon, plain

RULE = "mention"


def check(library: Library) -> Iterator[Finding]:
    """Names in a seed that no claim resting on them takes up."""
    return (finding for finding in findings(library) if finding.level == "error")


def left(library: Library) -> Iterator[Finding]:
    """The same in sources in progress."""
    return (finding for finding in findings(library) if finding.level == "notice")


def findings(library: Library) -> Iterator[Finding]:
    """All of these, whether or not a source is in progress."""
    return coverage.each_source(library, RULE, _of_source)


def _of_source(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    source, seed = entry.id, seed_of(library, entry.id)
    if seed is None:
        return
    claimed, words = _claimed(library, source), lexicon(library)
    # What is set aside names nobody for us; a run that no claim quotes is told as a whole.
    aside = [span for span, _ in set_aside_spans(library, source)]
    aside += coverage.of_source(library, source).runs
    # Character by character the same text as the folded seed, so that offsets lead back to it.
    text = plain(seed.text)
    origin = seed.folded.origin[len(seed.folded.text) - len(seed.folded.text.lstrip()) :]
    for kind in (known for known in kinds.ALL if known.sought):
        for mention in words.finder(kind).find(text):
            name = Span(origin[mention.start], origin[mention.end - 1] + 1)
            if not _within(name, [*aside, *claimed[kind.name, mention.ident]]):
                line = seed.line(name.start)
                yield Finding(
                    Location(seed.file, line, name.start - seed.line_starts[line - 1] + 1),
                    RULE,
                    f"“{seed.text[name.start : name.end]}” is named here, and no claim that quotes "
                    f"these words has `{mention.ident}` among its {kind.name}.",
                    f"Add it to a fact that quotes them, or set them aside in {entry.file}.",
                    "notice" if entry.record.in_progress else "error",
                    code="overlooked",
                )


def _claimed(library: Library, source: str) -> dict[tuple[str, str], list[Span]]:
    """For each kind and id: the passages of a source that claims naming this record quote."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for entry in library.quoting.get(source, ()):
        named = [*_named(entry)]
        for located in located_in(library, entry, source):
            if isinstance(located.found, Span):
                for each in named:
                    found[each].append(located.found)
    return found


def _named(entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    for _, ref, target in entry.references:
        yield from ((kind, target) for kind in ref.kinds)


def _within(inner: Span, outer: list[Span]) -> bool:
    return any(span.start <= inner.start and inner.end <= span.end for span in outer)
