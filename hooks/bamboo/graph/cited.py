"""Passages that prove something, as their seeds print them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from bamboo.data.records import Quote, Translatable
from bamboo.evidence.locate import Located, Span, locate_all, seed_of
from bamboo.graph import addresses, wording
from bamboo.kinds.indicator import Report
from bamboo.kinds.library import Library
from bamboo.kinds.source import InLanguage, Mark

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage as the seed prints it. `start` and `end` count code points of the decoded seed."""

    source: str
    start: int
    end: int
    text: str
    lang: str
    context: tuple[Cited, ...] = ()
    translation: str = ""
    """The editors' English, where it is in another language."""
    place: str = ""
    """The page or the moment of the source where it is: `p. 2`, `at 12:30`."""

    @property
    def address(self) -> str:
        """The passage on its source's page."""
        return addresses.passage(self.source, self.start, self.end)


@dataclass(frozen=True, slots=True)
class CitedReport:
    """One source's value for an observation, with its proof."""

    report: Report
    cited: Cited
    unit: str = ""
    caution: str = ""
    """`retracted` or `corrected`, where its source was."""

    @property
    def words(self) -> str:
        """The value as pages show it, to be read alone: `nearly US$800 billion`, `17 agreements [retracted]`.

        A unit that names several things is left to the scope, which says which of them is counted.
        """
        unit = "" if self.report.scope and " or " in self.unit else self.unit
        said = wording.amount(self.report, unit)
        return f"{said} [{self.caution}]" if self.caution else said

    @property
    def remark(self) -> str:
        """What is said there of the value, after it: `[retracted]`."""
        return f"{wording.remarks(self.report)} {f'[{self.caution}]' if self.caution else ''}".strip()


def proof(library: Library, file: str) -> dict[Path, Cited]:
    """Each quote of one file as the seed prints it, with its context, by its path in the record."""
    found: dict[Path, Cited] = {}
    context: dict[Path, list[Cited]] = defaultdict(list)
    for located in locate_all(library)[file]:
        if not isinstance(located.passage, Quote):
            context[located.path[:-2]].append(_cited(library, located))
    for located in locate_all(library)[file]:
        if isinstance(located.passage, Quote):
            found[located.path] = _cited(library, located, tuple(context[located.path]))
    return found


def definition(library: Library, term: str) -> tuple[Cited, ...]:
    """The quotes that define a term."""
    return tuple(proof(library, library.terms[term].file).values())


def misprints(library: Library, cited: Cited) -> tuple[Span, ...]:
    """The misprinted words inside a passage, as its source's card names them, by offsets in `cited.text`."""
    found = []
    for located in locate_all(library)[library.sources[cited.source].file]:
        span = located.found
        if located.path[0] != "misprints" or not isinstance(span, Span):
            continue
        if cited.start <= span.start and span.end <= cited.end:
            found.append(Span(span.start - cited.start, span.end - cited.start))
    return tuple(sorted(found, key=lambda span: span.start))


def _cited(library: Library, located: Located, context: tuple[Cited, ...] = ()) -> Cited:
    seed = seed_of(library, located.source)
    assert seed is not None
    assert isinstance(located.found, Span)
    span = located.found
    return Cited(
        located.source,
        span.start,
        span.end,
        seed.text[span.start : span.end],
        language_at(library, located.source, span),
        context,
        located.passage.translation or "" if isinstance(located.passage, Translatable) else "",
        _place(library, located.source, span),
    )


def language_at(library: Library, source: str, span: Span) -> str:
    """The language of a passage: the source's own, unless its card says otherwise there."""
    card = library.sources[source]
    for located in locate_all(library)[card.file]:
        found = located.found
        if isinstance(located.passage, InLanguage) and isinstance(found, Span):
            inside = found.start <= span.start and span.end <= found.end
            if inside:
                return located.passage.lang
    return card.record.language


def _place(library: Library, source: str, span: Span) -> str:
    """Where in a source with marks a passage is; "" where no mark is before it."""
    marks = [
        (located.found.start, located.passage)
        for located in locate_all(library)[library.sources[source].file]
        if isinstance(located.passage, Mark) and isinstance(located.found, Span)
    ]
    marks.sort(key=lambda row: row[0])
    before = [mark for start, mark in marks if start <= span.start][-1:]
    over = before + [mark for start, mark in marks if span.start < start < span.end]
    if not before:
        return ""
    if before[0].time:
        return f"at {before[0].time}"
    first, last = over[0].page, over[-1].page
    return f"p. {first}" if len(over) == 1 else f"pp. {first}–{last}"
