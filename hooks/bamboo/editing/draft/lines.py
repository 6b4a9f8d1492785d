"""The lines of a text as they were before a program broke them, and the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_STOPPED = re.compile(r"[.!?…:;]\W*$")
# What a line that goes on in the next ends with.
_OPEN = re.compile(
    r"(?:,|\b(?:a|an|the|and|or|of|in|on|at|to|for|from|by|with|as|its|their|his|her|that|which|who|than|two))$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*•·–]|\d{1,2}[.)])\s")
_CELLS = re.compile(r"\s*\|\s*|\t+")
WIDEST = 130  # characters of a line that a program broke; a paragraph on one line is longer
NARROWEST = 40
FULL = 0.6  # of the widest line of its block has a line that is broken


def joined(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The lines that are not empty; those that were broken inside a sentence are one."""
    end = len(text) if end is None else end
    found = [(start + line.start(), start + line.end()) for line in _LINE.finditer(text[start:end])]
    tables = rows(text, found)
    begin = -1
    for number, (first, last) in enumerate(found):
        begun = first if begin < 0 else begin
        after = found[number + 1] if number + 1 < len(found) else None
        if after and first not in tables and after[0] not in tables and _goes_on(text, found, number):
            begin = begun
            continue
        begin = -1
        yield begun, last


def _goes_on(text: str, found: list[tuple[int, int]], number: int) -> bool:
    """Whether a line ends inside a sentence that the next one goes on with."""
    (first, last), (next_first, next_last) = found[number], found[number + 1]
    line, after = text[first:last].strip(), text[next_first:next_last]
    begin = re.match(r"\s*(\w)", after)
    if begin and begin[1].islower() and not _STOPPED.search(line):
        return True
    if text.count("\n", last, next_first) > 1 or _ENDED.search(line) or _BULLET.match(after):
        return False
    block = _block(text, found, number)
    widest = max(last - first for first, last in block)
    prose = any(_ENDED.search(text[first:last]) for first, last in block)
    if not prose or not NARROWEST <= widest <= WIDEST:
        return False
    return bool(_OPEN.search(line)) or (len(line) >= FULL * widest and number > 0)


def _block(text: str, found: list[tuple[int, int]], number: int) -> list[tuple[int, int]]:
    """The lines directly above and below one another around this one."""
    low = high = number
    while low > 0 and text.count("\n", found[low - 1][1], found[low][0]) <= 1:
        low -= 1
    while high + 1 < len(found) and text.count("\n", found[high][1], found[high + 1][0]) <= 1:
        high += 1
    return found[low : high + 1]


def rows(text: str, lines: list[tuple[int, int]]) -> dict[int, int]:
    """By the place where each row of a table begins, where the head of its table does.

    A table is two or more lines, one below the other, with the same number of cells. Its head is a first row
    without a number.
    """
    found: dict[int, int] = {}
    for many, group in groupby(lines, key=lambda line: len(cells(text[line[0] : line[1]]))):
        those = list(group)
        if many > 1 and len(those) > 1:
            head = those[0][0]
            found |= {first: head for first, _ in those}
    return found


def cells(line: str) -> list[str]:
    """The cells of a row; a line without any mark between cells is one."""
    return [cell for cell in _CELLS.split(line.strip().strip("|")) if cell.strip()]


def is_head(line: str) -> bool:
    """Whether the first row of a table says only what its columns are."""
    return not re.search(r"\d", line)
