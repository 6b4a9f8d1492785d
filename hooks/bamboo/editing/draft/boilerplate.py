"""What is in a file and is hardly part of its text: menus, headings, credits, what is there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bamboo.evidence.locate import Span
from bamboo.reading import phrases

Reason = Literal["navigation", "heading", "credit", "question", "repetition"]

# A credit inside or after a caption.
CREDIT = re.compile(
    r"\((?:Photos?|Pictures?|Images?|Source|Credit|Ảnh|Nguồn|Illustration)\s*:[^()\n]{1,80}\)"
    r"|(?:Photos?|Ảnh)\s*:\s*[^\n|.]{1,80}$",
    re.MULTILINE,
)
_CREDIT_LINE = re.compile(
    r"(?:By|Translated by|Reported by|Written by|Compiled by|Text by|Source:|Theo|Tác giả:)\s+[^.]{1,80}$"
)
_STAMP = re.compile(r"[\d\s:/.,|-]*(?:\d{1,2}:\d\d)[\d\s:/.,|-]*(?:[AaPp]\.?[Mm]\.?)?[\d\s:/.,|-]*$")
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[-*•·–]|\*-)[ \t|]*\n?[ \t]*$")
# One sentence, or several, all of them asked: an interviewer's.
_QUESTION = re.compile(
    r"(?:[^.!?]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr))\.)+\?[\"'”’)\]]*(?: [^.!?]+\?)*"
)
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
LONGEST = 14  # words of a heading
MENU, LONGEST_ENTRY = 3, 24  # entries that make a menu; words of its longest entry
SAME = 0.8  # share of a line's words that the title has, to be the title again
# Words of a sentence: a line that has one tells something, even without a full stop.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|said|says|attend(?:s|ed)|visit(?:s|ed)|welcome[sd]|"
    r"meet(?:s|ing)?|met|receive[sd]|convene[sd]?|sign(?:s|ed)|host(?:s|ed)|speaks|deliver(?:s|ed|es)|"
    r"chair(?:s|ed)|attending|session|at the|in (?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A passage that can probably be set aside, and why."""

    span: Span
    reason: Reason


def reason_of_line(text: str, line: Span, title: str) -> Reason | None:
    """Why a line makes no claim; None where it reads like a part of the text."""
    words = " ".join(text[line.start : line.end].split())
    many = len(words.split())
    if _QUESTION.fullmatch(words):
        return "question"
    if many <= LONGEST and (_CREDIT_LINE.match(words) or _STAMP.match(words)):
        return "credit"
    if re.fullmatch(r"\W*", words):
        return "navigation"
    same = phrases.words(title) & phrases.words(words)
    if (
        title
        and not _ENDED.search(words)
        and len(same) >= SAME * max(len(phrases.words(words)), len(phrases.words(title)) * SAME, 1)
    ):
        return "repetition" if text[: line.start].strip() else "heading"
    if _ENDED.search(words) or many > LONGEST:
        return None
    if _BULLET.search(text[: line.start]):
        return "navigation"
    if _TELLS.search(words):
        return None
    return "heading"


def menu(text: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """Where the lines of menus begin: several directly one below the other, none of them a sentence."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    for line in [*lines, (len(text), len(text))]:
        words = text[line[0] : line[1]].strip()
        bare = bool(words) and not _ENDED.search(words) and len(words.split()) <= LONGEST_ENTRY
        below = bool(run) and text.count("\n", run[-1][1], line[0]) == 1
        if not (bare and (below or not run)):
            if len(run) >= MENU:
                found |= {start for start, _ in run}
            run = []
        if bare:
            run.append(line)
    return found


def joined(text: str, pieces: list[Boilerplate]) -> Iterator[Boilerplate]:
    """Entries of one menu as one passage, with the headings over them."""
    held: Boilerplate | None = None
    for piece in sorted(pieces, key=lambda piece: piece.span.start):
        if held and _one_menu(held, piece) and not re.search(r"\w", text[held.span.end : piece.span.start]):
            held = Boilerplate(Span(held.span.start, piece.span.end), "navigation")
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _one_menu(one: Boilerplate, other: Boilerplate) -> bool:
    return {one.reason, other.reason} in ({"navigation"}, {"navigation", "heading"})
