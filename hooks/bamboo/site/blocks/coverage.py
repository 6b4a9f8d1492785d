"""Coverage of a source: how many of its words are cited, set aside and why, or left open, and where."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import english
from bamboo.evidence import coverage
from bamboo.evidence.locate import Span
from bamboo.graph.claims import Graph
from bamboo.site.blocks.links import Link

SET_ASIDE = {
    "navigation": "links to other pages",
    "heading": "titles and headings",
    "credit": "credits of pictures and texts",
    "question": "what an interviewer asks",
    "transition": "words that only lead on",
    "repetition": "said before in the same text",
    "mark": "numbers of pages and times",
}

UNACCOUNTED = ("Unaccounted for", "neither cited nor set aside")
NOT_CHOSEN = ("Not chosen", "neither used nor shown")
SELECTED = "The editors chose passages of this text; the rest of it is neither used nor shown here."
CITED = "This text is not shown whole: it shows the cited passages, each in its sentence."


@dataclass(frozen=True, slots=True)
class Row:
    """One way in which words are accounted for. `style` names it for the bar and its key."""

    label: str
    note: str
    words: str
    share: str
    style: str
    part: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that nothing accounts for; no text where it may not be shown."""

    line: Link
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The panel on a source's page. `bar` holds the rows that have words."""

    rows: tuple[Row, ...]
    bar: tuple[Row, ...]
    bar_label: str
    total: str
    cited: str
    how: str
    runs: tuple[Run, ...]
    runs_lead: str
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of a source has come, where it is still being read. The parts make a bar."""

    words: str
    label: str
    done: int
    left: int


def progress_of(graph: Graph, source: str) -> Progress | None:
    """How far the reading of a source has come; None where it is done."""
    if not graph.library.sources[source].record.in_progress:
        return None
    counts = graph.coverage(source)
    left = english.counted(counts.left, "word")
    return Progress(
        words=f"In progress: {english.number(counts.percent)} % of this text is read into statements or "
        f"set aside; {left} {'is' if counts.left == 1 else 'are'} left.",
        label=f"{english.number(counts.percent)} % read, {left} left",
        done=counts.done,
        left=counts.left,
    )


def coverage_of(graph: Graph, source: str) -> CoverageView:
    """Coverage of one source."""
    counts = graph.coverage(source)
    rows = [_row("Cited", "in the quotes of statements", counts.cited, counts.words, "cited")]
    rows += [
        _row(
            f"Set aside as {reason}",
            SET_ASIDE[reason],
            counts.set_aside_by_reason[reason],
            counts.words,
            reason,
        )
        for reason in SET_ASIDE
        if reason in counts.set_aside_by_reason
    ]
    selected = graph.library.sources[source].record.selected
    rest = (
        ("Not chosen", "neither used nor shown")
        if selected
        else ("Unaccounted for", "neither cited nor set aside")
    )
    rows.append(_row(*rest, counts.unaccounted, counts.words, "open"))
    return CoverageView(
        rows=tuple(rows),
        bar=tuple(row for row in rows if row.part),
        bar_label="; ".join(
            f"{row.label} {row.note and f'({row.note}) '}{row.share}" for row in rows if row.part
        ),
        total=english.counted(counts.words, "word"),
        cited=_share(counts.cited, counts.words),
        how="Computed from the quotes of all statements and from what the source's card sets aside. A word "
        "is any run of characters with a letter or a digit; one that is both cited and set aside counts as "
        "cited. Shares are rounded.",
        runs=() if selected else tuple(_run(graph, source, run) for run in counts.runs),
        runs_lead=SELECTED if selected else _runs_lead(len(counts.runs)),
        progress=progress_of(graph, source),
    )


def _row(label: str, note: str, words: int, of: int, style: str) -> Row:
    return Row(label, note, english.number(words), _share(words, of), style, words)


def _share(words: int, of: int) -> str:
    return f"{english.number(round(100 * words / of, 1) if of else 0)} %"


def _runs_lead(many: int) -> str:
    if not many:
        return f"No stretch of {coverage.RUN} or more words is unaccounted for."
    stretches = english.counted(many, "stretch", "stretches")
    return f"{stretches} of {coverage.RUN} or more words that no statement cites and nobody has set aside:"


def _run(graph: Graph, source: str, run: Span) -> Run:
    seed = graph.seed(source)
    words = seed.text[run.start : run.end].split()
    number = seed.line(run.start)
    whole = graph.library.sources[source].record.whole
    return Run(
        line=Link(f"line {number}", f"#line-{number}" if whole else ""),
        text=" ".join(words) if whole else "",
        words=english.counted(sum(any(map(str.isalnum, word)) for word in words), "word"),
    )
