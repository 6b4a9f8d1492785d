"""Every passage of a seed is accounted for: in the quote of a claim, or set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding, Location, shorten
from bamboo.evidence import coverage
from bamboo.evidence.locate import Span, locate_all, seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import SetAside, Source

RULE = "coverage"

# Boilerplate of a site is no part of the text; of the rest, this share may make no claim.
BOILERPLATE = ("navigation", "heading")
MOST_SET_ASIDE = 0.10


def check(library: Library) -> Iterator[Finding]:
    """Runs of words that nothing accounts for, too much set aside, and passages set aside needlessly."""
    yield from coverage.each_source(library, RULE, _of_source)


def _of_source(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    source = entry.id
    seed = seed_of(library, source)
    if seed is None:
        return
    counts = coverage.of_source(library, source)
    for run in counts.runs:
        yield Finding(
            Location(
                seed.file,
                seed.line(run.start),
                run.start - seed.line_starts[seed.line(run.start) - 1] + 1,
            ),
            RULE,
            f"No claim quotes these words: “{shorten(seed.text[run.start : run.end], 100)}”",
            f"Quote them in a fact, or set them aside in {entry.file} with a reason.",
            code="unaccounted",
        )
    aside = sum(many for reason, many in counts.set_aside_by_reason.items() if reason not in BOILERPLATE)
    if aside > MOST_SET_ASIDE * counts.words:
        yield Finding(
            entry.document.location("set_aside"),
            RULE,
            f"{aside} of {counts.words} words are set aside, besides {' and '.join(BOILERPLATE)}; "
            f"expected at most {MOST_SET_ASIDE:.0%}.",
            "Write facts for the passages that say something.",
            code="too-much-set-aside",
        )
    yield from _needless(library, source)


def _needless(library: Library, source: str) -> Iterator[Finding]:
    """An exception that nobody needs is a mistake of its own."""
    entry = library.sources[source]
    seed = seed_of(library, source)
    assert seed is not None
    cited = bytearray(len(seed.text))
    for quoted in coverage.cited_spans(library, source):
        cited[quoted.start : quoted.end] = b"\1" * (quoted.end - quoted.start)
    for located in locate_all(library)[entry.file]:
        span = located.found
        if isinstance(located.passage, SetAside) and isinstance(span, Span):
            letters = [at for at in range(span.start, span.end) if seed.text[at].isalnum()]
            if letters and all(cited[at] for at in letters):
                yield Finding(
                    entry.document.location(*located.path, "quote"),
                    RULE,
                    "This passage is set aside, and a claim quotes it.",
                    "Delete it here.",
                    code="set-aside-and-cited",
                )
