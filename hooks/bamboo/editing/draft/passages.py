"""Cuts what nothing accounts for yet in a seed into passages: sentences, and clauses of long ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bamboo.checks.edges import cut_after, cut_before
from bamboo.editing.draft.boilerplate import CREDIT, Boilerplate, joined, menu, reason_of_line
from bamboo.editing.draft.lines import cells, is_head, rows
from bamboo.editing.draft.lines import joined as joined_lines
from bamboo.evidence.coverage import RUN, cited_spans, set_aside_spans
from bamboo.evidence.locate import Span, seed_of
from bamboo.kinds.library import Library
from bamboo.reading.mentions import Finder, lexicon, plain

# "Am 5. Mai": the day of a month ends no sentence.
_GERMAN = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# A sentence ends at a full stop, an exclamation or a question mark, with the quotation marks and brackets
# that close after it, where a new one can begin. Not so after a letter with a full stop ("U.S. President")
# and after the number of a paragraph.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|No|St))(?<!\bMrs)(?<!^\d)(?<!^\d\d)"
    rf"(?!(?<=\d)\. (?:{_GERMAN}) )"
    r"(?:[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\sa-z])|…(?=\s*[\"'“‘(\[]*[A-Z]))",
    re.MULTILINE,
)
# Where a long sentence has a joint.
_JOINT = re.compile(r";\s+(?:and\s+)?|,\s+(?=(?:while|whereas)\b)")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")  # the number of a paragraph is no part of its first sentence
_ANSWER = re.compile(r"(?:A|Answer|Trả lời|Đáp)\s*:\s+")  # nor is what says that it is an answer
SHORTEST = 5  # words of a clause that can stand by itself
_WORD = re.compile(r"\S*\w\S*")
_OPEN = {"(": ")", "[": "]", "“": "”"}


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one seed that wait for a claim, in order, and what looks like no part of the text."""

    open: tuple[Span, ...]
    boilerplate: tuple[Boilerplate, ...]
    heads: Mapping[Span, Span]
    """By each row of a table, the head of its table."""


def of_source(library: Library, source: str) -> Passages:
    """What is neither quoted nor set aside. A passage of which a part is quoted counts while a run is not."""
    seed = seed_of(library, source)
    assert seed is not None
    text = seed.text
    aside = sorted((span.start, span.end) for span, _ in set_aside_spans(library, source))
    cited = bytearray(len(text))
    for span in cited_spans(library, source):
        cited[span.start : span.end] = b"\x01" * (span.end - span.start)
    title = library.sources[source].record.title or ""
    tiers = lexicon(library).tiers
    found: list[Span] = []
    heads: dict[Span, Span] = {}
    boilerplate: list[Boilerplate] = []
    lines = list(joined_lines(text))
    tables = rows(text, lines)
    menus = menu(text, [line for line in lines if line[0] not in tables])
    for start, end in lines:
        for begin, stop in _without(start, end, aside):
            line = Span(*_stripped(text, begin, stop))
            if line.start >= line.end or not _is_open(text, line, cited):
                continue
            if start in tables:
                head = Span(*_stripped(text, *_line_at(lines, tables[start])))
                if line.start == head.start and is_head(text[line.start : line.end]):
                    boilerplate.append(Boilerplate(line, "heading"))
                else:
                    found.append(line)
                    if is_head(text[head.start : head.end]):
                        heads[line] = head
                continue
            if start in menus:
                boilerplate.append(Boilerplate(line, "navigation"))
                continue
            if reason := reason_of_line(text, line, title):
                boilerplate.append(Boilerplate(line, reason))
                continue
            if answer := _ANSWER.match(text, line.start, line.end):
                line = Span(answer.end(), line.end)
            if number := _NUMBERED.match(text, line.start, line.end):
                line = Span(number.end(), line.end)
            credits = [
                (line.start + c.start(), line.start + c.end())
                for c in CREDIT.finditer(text[line.start : line.end])
            ]
            boilerplate += [Boilerplate(Span(*credit), "credit") for credit in credits]
            for piece in _without(line.start, line.end, credits):
                found += (span for span in _clauses(text, *piece, tiers) if _is_open(text, span, cited))
    return Passages(tuple(found), tuple(joined(text, boilerplate)), heads)


def _line_at(lines: list[tuple[int, int]], start: int) -> tuple[int, int]:
    return next(line for line in lines if line[0] == start)


def row_as_sentence(head: str, row: str) -> str:
    """A row of a table with the names of its columns: `Year: 2024; trade: US$9 billion`."""
    names, values = cells(head), cells(row)
    if len(names) != len(values):
        return "; ".join(values)
    return "; ".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch of text, without white space at their ends."""
    for line_start, line_end in joined_lines(text, start, end):
        begin = line_start
        for mark in _END.finditer(text, line_start, line_end):
            yield Span(*_stripped(text, begin, mark.end()))
            begin = mark.end()
        last = Span(*_stripped(text, begin, line_end))
        if last.start < last.end:
            yield last


def _clauses(text: str, start: int, end: int, tiers: Finder) -> Iterator[Span]:
    for sentence in sentences(text, start, end):
        begin = sentence.start
        if tiers.find(plain(text[sentence.start : sentence.end])):  # its partners and tiers share one verb
            yield sentence
            continue
        for joint in _JOINT.finditer(text, sentence.start, sentence.end):
            here = (text[begin : joint.start()], text[joint.end() : sentence.end])
            if min(len(_WORD.findall(part)) for part in here) < SHORTEST or _inside(
                text[begin : joint.start()]
            ):
                continue
            if cut_after(text, joint.start()) or cut_before(text, joint.end()):
                continue
            yield Span(begin, joint.start())
            begin = joint.end()
        if _WORD.search(text, begin, sentence.end):
            yield Span(begin, sentence.end)


def _inside(text: str) -> bool:
    """Whether a bracket or a quotation mark is still open."""
    return any(text.count(mark) > text.count(close) for mark, close in _OPEN.items())


def _without(start: int, end: int, holes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for hole_start, hole_end in holes:
        if hole_end <= start or hole_start >= end:
            continue
        if hole_start > start:
            yield start, hole_start
        start = hole_end
    if start < end:
        yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Without what is no word, quotation mark or end of a sentence at either side."""
    while start < end and (text[start].isspace() or text[start] in "*|•·–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*|•·"):
        end -= 1
    return start, end


def _is_open(text: str, span: Span, cited: bytearray) -> bool:
    """Whether RUN words in a row, or all of them, are in no quote yet."""
    run, longest, words = 0, 0, 0
    for word in _WORD.finditer(text, span.start, span.end):
        letters = [at for at in range(word.start(), word.end()) if text[at].isalnum()]
        run = run + 1 if any(not cited[at] for at in letters) else 0
        longest, words = max(longest, run), words + 1
    return words > 0 and longest >= min(RUN, words)
