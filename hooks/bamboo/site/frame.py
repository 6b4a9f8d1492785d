"""The theme's page with places to be filled: rendered once for pages of a kind, then filled for each of them.

A frame is made from a page that was rendered with a marker for each value, so it knows no theme. It is used
only after a filled page was the same, byte for byte, as the same page rendered whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# A marker: letters, digits and _, which no filter of a template changes. Items have a number.
_MARKER = re.compile(r"Bamboo0([a-z_]+)(?:9([0-9]+))?0obmab")

Item = Mapping[str, str]


def marker(name: str, number: int | None = None) -> str:
    """The sign of a value in the rendering that a frame is made from; numbered, for one of a list."""
    return f"Bamboo0{name}{'' if number is None else f'9{number}'}0obmab"


@dataclass(frozen=True, slots=True)
class _Value:
    name: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list as it is in the page: what is between two items, and what each of them is made of."""

    between: str
    item: tuple[str | _Value, ...]

    def fill(self, items: Sequence[Item]) -> str:
        return self.between.join(_filled(self.item, item) for item in items)


@dataclass(frozen=True, slots=True)
class Frame:
    """The page around its values."""

    parts: tuple[str | _Value | _List, ...]

    def fill(self, values: Mapping[str, str], items: Sequence[Item]) -> str:
        """The page with these values, and as many items in each of its lists."""
        return "".join(
            part.fill(items) if isinstance(part, _List) else _one(part, values) for part in self.parts
        )


def frame(rendered: str, items: int) -> Frame | None:
    """The frame of a page rendered with markers, `items` of them in each list.

    None where a list is not one item after the other in the same form.
    """
    tokens = _tokens(rendered)
    parts: list[str | _Value | _List] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if isinstance(token, str):
            parts.append(token)
            at += 1
        elif token[1] is None:
            parts.append(_Value(token[0]))
            at += 1
        else:
            found = _list(tokens, at, items)
            if found is None:
                return None
            parts.append(found[0])
            at = found[1]
    return Frame(tuple(parts))


_Token = str | tuple[str, int | None]


def _tokens(rendered: str) -> list[_Token]:
    """Text and markers in turn, beginning and ending with a text."""
    tokens: list[_Token] = []
    at = 0
    for found in _MARKER.finditer(rendered):
        tokens += [rendered[at : found.start()], (found[1], int(found[2]) if found[2] else None)]
        at = found.end()
    return [*tokens, rendered[at:]]


def _list(tokens: Sequence[_Token], at: int, items: int) -> tuple[_List, int] | None:
    """The list that begins at `at`, and where it ends."""
    item: list[str | _Value] = []
    between: str | None = None
    for number in range(items):
        made: list[str | _Value] = []
        while at < len(tokens) and isinstance(token := tokens[at], tuple) and token[1] == number:
            made += [_Value(token[0]), _text(tokens[at + 1])]
            at += 2
        if not made:
            return None
        after = made.pop()
        if number == 0:
            item = made
        if made != item:
            return None
        if number == items - 1:
            return _List(between or "", tuple(item)), at - 1
        if between is None:
            between = _text(after)
        if after != between:
            return None
    return None


def _text(token: object) -> str:
    assert isinstance(token, str)
    return token


def _filled(parts: Sequence[str | _Value], values: Mapping[str, str]) -> str:
    return "".join(_one(part, values) for part in parts)


def _one(part: str | _Value, values: Mapping[str, str]) -> str:
    return part if isinstance(part, str) else values[part.name]
