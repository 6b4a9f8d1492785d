"""The text of a source in lines and pieces: which words are cited, by what, and which are set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bamboo.data import english
from bamboo.data.seed import Seed
from bamboo.evidence import coverage
from bamboo.evidence.locate import Span, locate_all
from bamboo.graph import addresses
from bamboo.graph.cited import Cited, definition
from bamboo.graph.claims import Graph
from bamboo.kinds.claims import CLAIM
from bamboo.kinds.library import Entry
from bamboo.kinds.source import InLanguage, Source
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.surroundings import around

# Claims shown in a note; one more is shown rather than folded.
NOTED = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a passage begins: its number in the text, its own anchor, its note's, and what the note holds."""

    number: str
    anchor: str
    note: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in which nothing changes: cited by the same claims, set aside or not.

    `starts` are the passages that begin here, `passages` the anchors of those it belongs to, with blanks
    between them.
    """

    text: str
    lang: str
    starts: tuple[Mark, ...]
    passages: str
    set_aside: str

    @property
    def style(self) -> str:
        """How it is marked."""
        return "cited" if self.passages else "aside" if self.set_aside else ""


# What is left out of a text that is not shown whole.
LEFT_OUT = Piece("[…]", "", (), "", "")


@dataclass(frozen=True, slots=True)
class Rests:
    """Who uses a passage: what quotes it, and what has it as context."""

    quoting: list[Link]
    helped: list[Link]
    translations: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NoteView:
    """What uses one passage: claims and definitions that quote it, and those that it helps to read."""

    mark: Mark
    quoting: tuple[Link, ...]
    folded: tuple[Link, ...]
    more: str
    helped: tuple[Link, ...]
    helps: str
    translations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the seed, and a note on each passage that begins in it. `style` says what kind it is."""

    number: int
    style: str
    pieces: tuple[Piece, ...]
    notes: tuple[NoteView, ...]
    summary: str


def lines(graph: Graph, entry: Entry[Source]) -> tuple[LineView, ...]:
    """The lines of a source's text: all of them, or those with cited words where no more is shown."""
    return graph.once_for("lines", entry, lambda: tuple(_lines(graph, entry)))


def _lines(graph: Graph, entry: Entry[Source]) -> Iterable[LineView]:
    seed = graph.seed(entry.id)
    cited = _cited(graph, entry.id)
    marks = {
        span: _mark(number, span, rests)
        for number, (span, rests) in enumerate(sorted(cited.items(), key=lambda item: _place(item[0])), 1)
    }
    aside, foreign = _card_spans(graph, entry)
    shown = [Span(0, len(seed.text))] if entry.record.whole else _surroundings(cited, seed)
    bounds = {at for span in [*cited, *aside, *foreign, *shown] for at in (span.start, span.end)}
    for number, start in enumerate(seed.line_starts, 1):
        end = seed.line_starts[number] - 1 if number < len(seed.line_starts) else len(seed.text)
        if start < end and not any(start < span.end and span.start < end for span in shown):
            continue
        here = {span: mark for span, mark in marks.items() if span.start < end and start < span.end}
        cuts = sorted({start, end, *(at for at in bounds if start < at < end)})
        pieces = tuple(
            _piece(entry, seed.text, Span(a, b), here, aside, foreign)
            if any(span.start <= a and b <= span.end for span in shown)
            else LEFT_OUT
            for a, b in pairwise(cuts)
        )
        begun = {span: mark for span, mark in here.items() if start <= span.start < end}
        notes = tuple(_note(mark, cited[span]) for span, mark in begun.items())
        yield LineView(number, _style(pieces), pieces, notes, _summary([cited[span] for span in begun]))


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _style(pieces: Sequence[Piece]) -> str:
    """A line set aside for one reason is of that kind; one with a credit beside other words is a caption."""
    words = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    reasons = {piece.set_aside for piece in words}
    if len(reasons) == 1:
        return reasons.pop()
    return "caption" if "credit" in reasons else ""


def _mark(number: int, span: Span, rests: Rests) -> Mark:
    anchor = addresses.passage_anchor(span.start, span.end)
    return Mark(str(number), anchor, f"note-{anchor}", f"Note {number}: {_summary([rests])}")


def _note(mark: Mark, rests: Rests) -> NoteView:
    cut = len(rests.quoting) if len(rests.quoting) <= NOTED + 1 else NOTED
    folded = tuple(rests.quoting[cut:])
    helped = tuple(to for to in rests.helped if to not in rests.quoting)
    return NoteView(
        mark,
        tuple(rests.quoting[:cut]),
        folded,
        f"{english.number(len(folded))} more",
        helped,
        f"helps to read {english.counted(len(helped), 'other statement' if rests.quoting else 'statement')}",
        tuple(rests.translations),
    )


def _summary(rests: Iterable[Rests]) -> str:
    """How much some passages are used, each thing counted once."""
    about = {to.address: to for one in rests for to in (*one.quoting, *one.helped)}.values()
    definitions = sum(1 for to in about if to.note == "definition")
    counts = [(len(about) - definitions, "statement"), (definitions, "definition")]
    return english.listed(english.counted(many, one) for many, one in counts if many)


def _piece(
    entry: Entry[Source],
    text: str,
    span: Span,
    cited: Mapping[Span, Mark],
    aside: dict[Span, str],
    foreign: dict[Span, str],
) -> Piece:
    def covers(other: Span) -> bool:
        return other.start <= span.start and span.end <= other.end

    over = [other for other in cited if covers(other)]
    lang = next((lang for other, lang in foreign.items() if covers(other)), entry.record.language)
    reason = next((reason for other, reason in aside.items() if covers(other)), "")
    return Piece(
        text=text[span.start : span.end],
        lang=lang if lang != entry.record.language else "",
        starts=tuple(cited[other] for other in over if other.start == span.start),
        passages=" ".join(cited[other].anchor for other in over),
        set_aside=reason if reason and not over else "",
    )


def _cited(graph: Graph, source: str) -> dict[Span, Rests]:
    """The passages of a source that something quotes, each with the claims and definitions that do."""
    found: dict[Span, Rests] = {}

    def rest(cited: Cited, to: Link) -> None:
        for passage, quoting in ((cited, True), *((inner, False) for inner in cited.context)):
            if passage.source != source:
                continue
            rests = found.setdefault(Span(passage.start, passage.end), Rests([], []))
            links = rests.quoting if quoting else rests.helped
            if to not in links:
                links.append(to)
            if passage.translation and passage.translation not in rests.translations:
                rests.translations.append(passage.translation)

    for claim in graph.naming("sources", source):
        for cited in claim.evidence:
            rest(cited, links.claim(claim, CLAIM[claim.kind].label))
    for cited, to in graph.once(_definitions).get(source, ()):
        rest(cited, to)
    return found


def _definitions(graph: Graph) -> dict[str, list[tuple[Cited, Link]]]:
    """By source, the quotes that define a term and quote it, be it as context."""
    found: dict[str, list[tuple[Cited, Link]]] = {}
    for term in graph.library.terms:
        for cited in definition(graph.library, term):
            to = links.record(graph, "terms", term, "definition")
            for source in {cited.source, *(inner.source for inner in cited.context)}:
                found.setdefault(source, []).append((cited, to))
    return found


def _card_spans(graph: Graph, entry: Entry[Source]) -> tuple[dict[Span, str], dict[Span, str]]:
    """What the card sets aside (with the reason), and what it says is in another language."""
    aside, foreign = dict(coverage.set_aside_spans(graph.library, entry.id)), {}
    for located in locate_all(graph.library)[entry.file]:
        if isinstance(located.found, Span) and isinstance(located.passage, InLanguage):
            foreign[located.found] = located.passage.lang
    return aside, foreign


def _surroundings(cited: Iterable[Span], seed: Seed) -> list[Span]:
    """What is shown of a text that is not shown whole: each passage in its sentence."""
    return [around(seed, span) for span in cited]
