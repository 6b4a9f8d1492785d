"""A file's text as a tree with places, so that one value can be rewritten and the rest stays as typed.

ruamel.yaml's round trip was tried instead. Set up for this data (indentation, `null` kept), it writes
unchanged files back byte for byte too: 585 of 585 in data/, 14 of 14 in CONTRIBUTING.md. But of 161 long
quotes in which one letter was changed it kept the line breaks of none, the outline those of 161; of 293 files
as editors may leave them (blanks at line ends, remarks anywhere, `tests/unit/editing/test_fix.py`) it changed
other bytes in 273, where edits here cannot touch what they do not name. It also reads 30 times slower.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bamboo.data import yamlfile
from bamboo.data.seed import fold_text

Path = tuple[str | int, ...]
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file: its path, its node, and for a field the node of its name."""

    path: Path
    node: Any
    key: Any = None


class Outline:
    """The tree of a text that `yamlfile` can read. Offsets count characters of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.root = yaml.compose(text, Loader=yamlfile.LOADER)
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def places(self) -> Iterator[Place]:
        """Every value, outer ones first."""
        yield from _places(Place((), self.root))

    def at(self, path: Path) -> Place:
        """The value at `path`, which must exist."""
        return next(place for place in self.places() if place.path == path)

    def offset(self, mark: Any) -> int:
        """Where a node's mark is in the text."""
        return int(self._starts[mark.line] + mark.column)

    def span(self, node: Any) -> tuple[int, int]:
        """Where a value begins and ends, without white space and comments around it."""
        start = self.offset(node.start_mark)
        if isinstance(node, yaml.ScalarNode) and not (node.style and node.style in "|>"):
            return start, self.offset(node.end_mark)
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            return start, self.offset(node.end_mark)
        last = self.last_line(node)
        return start, self._starts[last] + len(self.lines[last])

    def last_line(self, node: Any) -> int:
        """The last line, from 0, that belongs to a value."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.last_line(last[1] if isinstance(last, tuple) else last)
        if isinstance(node, yaml.ScalarNode) and node.style and node.style in "|>":
            return self._end_of_block(node.start_mark.line)
        return int(node.end_mark.line)

    def _end_of_block(self, first: int) -> int:
        """The last line of the text under a `>-` on line `first`: all that is indented like its beginning."""
        last, width = first, 0
        for number in range(first + 1, len(self.lines)):
            line = self.lines[number]
            if not line.strip():
                continue
            indent = len(line) - len(line.lstrip(" "))
            width = width or indent
            if indent < width or indent <= self._indent_of(first):
                break
            last = number
        return last

    def _indent_of(self, number: int) -> int:
        """How far the field on this line is indented; `- ` counts as indentation."""
        found = re.match(r"[ ]*(?:- +)*", self.lines[number])
        return len(found[0]) if found and not self.lines[number].lstrip(" ").startswith("- >") else 0

    def replaced(self, start: int, end: int, new: str) -> str:
        """The whole text with one stretch exchanged."""
        return self.text[:start] + new + self.text[end:]

    def with_lines(self, first: int, last: int, new: Sequence[str]) -> str:
        """The whole text with other lines for those from `first` to `last`, counted from 0."""
        return "\n".join([*self.lines[:first], *new, *self.lines[last + 1 :]])


def _places(place: Place) -> Iterator[Place]:
    yield place
    if isinstance(place.node, yaml.MappingNode):
        for key, value in place.node.value:
            yield from _places(Place((*place.path, key.value), value, key))
    elif isinstance(place.node, yaml.SequenceNode):
        for index, value in enumerate(place.node.value):
            yield from _places(Place((*place.path, index), value))


def comments(text: str) -> Counter[str]:
    """Every comment of a text that can be read. A `#` inside a value begins none."""
    outline = Outline(text)
    rest, at = [], 0
    for place in outline.places():
        for node in (place.key, place.node):
            if isinstance(node, yaml.ScalarNode):
                start, end = outline.span(node)
                if node.style and node.style in "|>":  # a comment may stand after the >-
                    start = outline.text.find("\n", start)
                if start >= at:
                    rest.append(text[at:start] + "x")
                    at = end
    return Counter(found.strip() for found in _COMMENT.findall("".join(rest) + text[at:]))


def folded(values: Any) -> Any:
    """Plain values with white space folded as everywhere that texts are compared."""
    if isinstance(values, dict):
        return {name: folded(value) for name, value in values.items()}
    if isinstance(values, list):
        return [folded(value) for value in values]
    return fold_text(values) if isinstance(values, str) else values


def with_value(values: Any, path: Path, new: Any) -> Any:
    """A copy of plain values in which another one is at `path`; a missing field is added."""
    if not path:
        return new
    first, *rest = path
    if isinstance(values, list):
        return [with_value(v, tuple(rest), new) if i == first else v for i, v in enumerate(values)]
    return {**values, first: with_value(values.get(first), tuple(rest), new)}
