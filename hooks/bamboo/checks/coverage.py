"""Every passage of a seed is accounted for: in the quote of a claim, or set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks import substance
from bamboo.data import english
from bamboo.data.locations import Finding, Location, shorten
from bamboo.data.seed import fold_text
from bamboo.evidence import coverage
from bamboo.evidence.locate import Span, locate_all, seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import SetAside, Source

RULE = "coverage"

# Boilerplate of a site is no part of the text, and a question claims nothing; of the rest, this share may
# make no claim.
BOILERPLATE = ("navigation", "heading")
QUESTION = "question"
MOST_SET_ASIDE = 0.10
# Of the words that tell something (figures, dates, names of records), this share may be boilerplate. In the
# first five texts it is 25 % in one, whose menu has 20 headlines, and 2 % at most in the others. Menus have
# no whole sentences: of those it is 0 % in all five.
MOST_TELLING = 0.30
MOST_IN_SENTENCES = 0.05
FEW = 3  # such words are in the headings of a short text


def check(library: Library) -> Iterator[Finding]:
    """Runs of words that nothing accounts for, too much set aside, and passages set aside needlessly."""
    return (finding for finding in findings(library) if finding.level == "error")


def left(library: Library) -> Iterator[Finding]:
    """The runs of words that nothing accounts for yet in sources in progress."""
    return (finding for finding in findings(library) if finding.level == "notice")


def findings(library: Library) -> Iterator[Finding]:
    """All of these, whether or not a source is in progress."""
    return coverage.each_source(library, RULE, _of_source)


def _of_source(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    source = entry.id
    seed = seed_of(library, source)
    if seed is None:
        return
    counts = coverage.of_source(library, source)
    for run in counts.runs if not entry.record.selected else ():
        yield Finding(
            Location(
                seed.file,
                seed.line(run.start),
                run.start - seed.line_starts[seed.line(run.start) - 1] + 1,
            ),
            RULE,
            f"No claim quotes these words: “{shorten(seed.text[run.start : run.end], 100)}”",
            f"Quote them in a fact, or set them aside in {entry.file} with a reason.",
            "notice" if entry.record.in_progress else "error",
            code="unaccounted",
        )
    free = (*BOILERPLATE, QUESTION)
    unasked = (*free, coverage.MARK)
    aside = sum(many for reason, many in counts.set_aside_by_reason.items() if reason not in unasked)
    if aside > MOST_SET_ASIDE * counts.words:
        yield Finding(
            entry.document.location("set_aside"),
            RULE,
            f"{aside} of {counts.words} words are set aside, besides {english.listed(free)}; "
            f"expected at most {MOST_SET_ASIDE:.0%}.",
            "Write facts for the passages that say something.",
            code="too-much-set-aside",
        )
    yield from _emptied(library, entry)
    yield from _unasked(library, entry)
    yield from _needless(library, source)


def _emptied(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    """Boilerplate that says too much to be any: a text cannot be emptied by calling it a menu."""
    seed = seed_of(library, entry.id)
    assert seed is not None
    title = fold_text(entry.record.title or "")
    aside = [
        span
        for span, reason in coverage.set_aside_spans(library, entry.id)
        if reason in BOILERPLATE and fold_text(seed.text[span.start : span.end]) != title
    ]
    told = substance.words_of(library, seed.text, aside)
    if told < FEW:
        return
    every = substance.words_of(library, seed.text, [Span(0, len(seed.text))])
    sentences = substance.words_of(library, seed.text, substance.sentences(seed.text, aside))
    if told > MOST_TELLING * every or sentences > max(MOST_IN_SENTENCES * every, FEW):
        inside = f" ({sentences} in whole sentences)" if sentences else ""
        yield Finding(
            entry.document.location("set_aside"),
            RULE,
            f"{told} of {every} words that are figures, dates or names are set aside as "
            f"{' or '.join(BOILERPLATE)}{inside};\n"
            f"expected at most {MOST_TELLING:.0%}, and {MOST_IN_SENTENCES:.0%} in whole sentences.",
            "Write facts for the passages that say something; a menu or a heading says nothing.",
            code="facts-set-aside",
        )


def _unasked(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    """A question ends with its mark: what an interviewer states is no question."""
    for located in locate_all(library)[entry.file]:
        words = located.passage.quote.rstrip(" \n\"'”’)")
        if isinstance(located.passage, SetAside) and located.passage.reason == QUESTION and words[-1:] != "?":
            yield Finding(
                entry.document.location(*located.path, "quote"),
                RULE,
                "This passage is set aside as a question, and does not end with a question mark.",
                "Write a fact for it, or give another reason.",
                code="no-question",
            )


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
