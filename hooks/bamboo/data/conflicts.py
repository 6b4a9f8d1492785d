"""What an unfinished merge leaves in a text: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`, wherever they are.

Git writes the markers at the beginning of a line; an editor's program may indent them with the text around
them, or wrap them into it. A whole conflict is found in any of these forms, a marker that was left over only
where it begins a line: seven signs in the middle of a sentence can be what a source prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bamboo.data.locations import Finding, Location
from bamboo.data.patterns import pattern

RULE = "yaml"

_WORD = r"(?<!\S){}{{7}}(?!\S)"
_WHOLE = pattern(".*?".join(_WORD.format(sign) for sign in "<=>"), re.DOTALL)
_ANY = pattern(r"(?<!\S)([<|=>])\1{6}(?!\S)")
# `=======` begins a heading's underline in some texts, so it has to be alone on its line.
_LEFT = pattern(r"^[ \t]*(?:- +)*((?:<{7}|\|{7}|>{7})(?!\S)|={7}(?=[ \t\r]*$))", re.MULTILINE)
_HINT = "Keep the side that is right and delete the lines with <<<<<<<, ======= and >>>>>>>."
_PRINTED = " Where a source prints =======, write its text in double quotation marks on one line."


def conflicts(text: str, file: str) -> Iterator[Finding]:
    """One finding for each conflict, with all its lines, and one for each marker left over."""
    if not any(sign * 7 in text for sign in "<|=>"):
        return
    done = 0
    for whole in _WHOLE.finditer(text):
        yield from _left(text, file, done, whole.start())
        lines = dict.fromkeys(_line(text, at.start()) for at in _ANY.finditer(text, *whole.span()))
        yield _finding(text, file, whole.start(), _named(list(lines)), _HINT)
        done = whole.end()
    yield from _left(text, file, done, len(text))


def _left(text: str, file: str, start: int, end: int) -> Iterator[Finding]:
    for marker in _LEFT.finditer(text, start, end):
        hint = _HINT + (_PRINTED if marker[1][0] == "=" else "")
        yield _finding(text, file, marker.start(1), f": the line begins with {marker[1]}", hint)


def _named(lines: list[int]) -> str:
    if len(lines) == 1:
        return f", on line {lines[0]}."
    return f", on lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}."


def _finding(text: str, file: str, at: int, words: str, hint: str) -> Finding:
    location = Location(file, _line(text, at), at - text.rfind("\n", 0, at))
    return Finding(
        location, RULE, f"A merge conflict was left in the file{words}", hint, code="merge-conflict"
    )


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
