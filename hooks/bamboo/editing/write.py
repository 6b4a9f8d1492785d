"""Edits of one data file, each read back at once: it says what was meant, and every remark is still there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bamboo.data import shape, yamlfile
from bamboo.data.records import Record
from bamboo.data.seed import fold_text
from bamboo.data.yamltext import WIDTH, scalar
from bamboo.editing.form import entry, field
from bamboo.editing.locate import bare
from bamboo.editing.outline import Outline, Path, Place, comments, folded, with_value


class UnprovenError(Exception):
    """An edit that would change more than what was meant; the message is for the editor."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry of a list: its value, its lines with the dash at the margin, its text if on one line."""

    value: Any
    lines: tuple[str, ...]
    inline: str | None


@dataclass
class Edited:
    """The text of one file and the record it holds. An edit that cannot be proven raises UnprovenError."""

    file: str
    kind: type[Record]
    text: str

    @property
    def values(self) -> Any:
        """What the file says, as plain values."""
        return _read(self.text, self.file)

    def put(self, path: Path, new: str) -> None:
        """Another text as the value at `path`, in the same style and broken into the same lines."""
        outline = Outline(self.text)
        text = rewritten(outline, outline.at(path), new)
        self._take(text, with_value(self.values, path, new), comments(self.text))

    def set(self, name: str, new: str) -> None:
        """A text as the value of a field of the record, which may be missing yet."""
        lines = field(name, new)
        outline = Outline(self.text)
        places = {place.path: place for place in outline.places()}
        if (place := places.get((name,))) is None:
            text = self._with_field(name, lines)
        else:
            text = outline.with_lines(*_lines_of(outline, place), lines)
        self._take(text, {**self.values, name: new}, comments(self.text))

    def begin(self, name: str, lines: Sequence[str]) -> None:
        """A field that is missing or empty yet, as these lines have it, with their remarks."""
        new, outline = "\n".join(lines), Outline(self.text)
        place = next((place for place in outline.places() if place.path == (name,)), None)
        text = (
            outline.with_lines(*_lines_of(outline, place), lines) if place else self._with_field(name, lines)
        )
        expected = {**self.values, **_read(new, self.file)}
        self._take(text, expected, comments(self.text) + comments(new))

    def drop(self, path: Path) -> None:
        """Without the entry or the field at `path`, and without a remark on its own lines."""
        outline, values = Outline(self.text), self.values
        place, holder = outline.at(path), outline.at(path[:-1])
        if isinstance(holder.node, yaml.SequenceNode) and len(holder.node.value) == 1:
            self.drop(path[:-1])
            return
        if holder.node.flow_style:
            text, gone = _without_item(outline, holder.node, place.node), ""
        else:
            first, last = _lines_of(outline, place)
            text, gone = outline.with_lines(first, last, ()), "\n".join(outline.lines[first : last + 1])
        lost = comments(self.text) - comments(text)
        kept = Counter({remark: many for remark, many in lost.items() if remark not in gone})
        self._take(text, _without(values, path), comments(text) + kept)

    def entry_at(self, path: Path) -> Piece:
        """The entry of a list at `path` as it is, to be put elsewhere."""
        outline = Outline(self.text)
        return _piece(outline, outline.at(path), _at(self.values, path))

    def append(self, name: str, pieces: Sequence[Piece]) -> None:
        """More entries at the end of a list of the record, which may be missing yet."""
        if not pieces:
            return
        outline, values = Outline(self.text), self.values
        places = {place.path: place for place in outline.places()}
        there = values.get(name) or []
        if (place := places.get((name,))) is None:
            text = self._with_field(name, _list(name, pieces))
        elif isinstance(place.node, yaml.SequenceNode) and place.node.value and not place.node.flow_style:
            last = outline.last_line(place.node)
            indent = " " * outline.lines[place.node.value[0].start_mark.line].index("-")
            lines = [line and indent + line for piece in pieces for line in piece.lines]
            text = outline.with_lines(last + 1, last, lines)
        else:
            old = [_piece(outline, places[name, index], value) for index, value in enumerate(there)]
            lines = _list(name, [*old, *pieces])
            start, end = outline.offset(place.key.start_mark), outline.span(place.node)[1]
            text = outline.replaced(start, end, "\n".join(lines))
        said = comments("\n".join(line for piece in pieces for line in piece.lines))
        expected = {**values, name: [*there, *(piece.value for piece in pieces)]}
        self._take(text, expected, comments(self.text) + said)

    def insert(self, path: Path, index: int, new: Piece) -> None:
        """A new entry of the list at `path`, which has its entries on lines of their own, before that of
        `index`."""
        outline, there = Outline(self.text), _at(self.values, path)
        items = outline.at(path).node.value
        indent = " " * outline.lines[items[0].start_mark.line].index("-")
        lines = [line and indent + line for line in new.lines]
        at = items[index].start_mark.line if index < len(items) else outline.last_line(items[-1]) + 1
        text = outline.with_lines(at, at - 1, lines)
        expected = with_value(self.values, path, [*there[:index], new.value, *there[index:]])
        self._take(text, expected, comments(self.text) + comments("\n".join(new.lines)))

    def extend(self, path: Path, name: str, pieces: Sequence[Piece]) -> None:
        """More entries of a list in the record at `path`, or that list as its last field."""
        there = _at(self.values, path).get(name) or []
        for number, new in enumerate(pieces if there else ()):
            self.insert((*path, name), len(there) + number, new)
        if pieces and not there:
            outline, values = Outline(self.text), self.values
            node = outline.at(path).node
            last, indent = outline.last_line(node), " " * node.start_mark.column
            text = outline.with_lines(
                last + 1, last, [line and indent + line for line in _list(name, pieces)]
            )
            record = {**_at(values, path), name: [piece.value for piece in pieces]}
            self._take(text, with_value(values, path, record), comments(self.text))

    def _with_field(self, name: str, lines: Sequence[str]) -> str:
        """The text with a new field, behind those that come before it in the model's order."""
        outline, order = Outline(self.text), shape.field_names(self.kind)
        before = set(order[: order.index(name)])
        places = [place for place in outline.places() if len(place.path) == 1]
        last = max((outline.last_line(p.node) for p in places if p.path[0] in before), default=-1)
        return outline.with_lines(last + 1, last, lines)

    def take(self, text: str, expected: Any) -> bool:
        """Keep another text if it says just what is expected and has every remark; whether it does."""
        if text == self.text or not _proven(text, self.file, expected, comments(self.text)):
            return False
        self.text = text
        return True

    def _take(self, text: str, expected: Any, remarks: Counter[str]) -> None:
        if not _proven(text, self.file, expected, remarks):
            raise UnprovenError(
                f"{self.file} cannot be changed without changing more than what is meant: edit it by hand."
            )
        self.text = text


def _proven(text: str, file: str, expected: Any, remarks: Counter[str]) -> bool:
    """Whether a text says just what is expected and has just these remarks."""
    return folded(_read(text, file)) == folded(expected) and comments(text) == remarks


def piece(value: Any) -> Piece:
    """A new entry of a list: an id, or fields by name."""
    return Piece(value, tuple(entry(value)), scalar(value) if isinstance(value, str) else None)


def rewritten(outline: Outline, place: Place, new: str) -> str:
    """The file's text with `new` as the value at `place`; its lines are broken where they were."""
    start, end = outline.span(place.node)
    style = place.node.style or ""
    raw = outline.text[start:end]
    if style in ("|", ">"):
        first = place.node.start_mark.line + 1
        body = outline.lines[first : outline.last_line(place.node) + 1]
        indent = min((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), default=2)
        head = raw[: raw.find("\n")]
        return outline.replaced(
            start, end, f"{head}\n" + "\n".join(" " * indent + line for line in _broken(body, new))
        )
    quoted = {"'": new.replace("'", "''"), '"': new.replace("\\", "\\\\").replace('"', '\\"')}.get(style, new)
    inside = raw[1:-1] if style else raw
    lines = _broken(inside.split("\n"), quoted)
    indent = next((len(line) - len(line.lstrip(" ")) for line in inside.split("\n")[1:] if line.strip()), 0)
    return outline.replaced(start, end, style + f"\n{' ' * indent}".join(lines) + style)


def _broken(old: list[str], new: str) -> list[str]:
    """`new` broken into lines at the same words as `old`."""
    counts, many = set(), 0
    for line in old:
        many += len(bare(fold_text(line)).text)
        counts.add(many)
    lines = [""]
    number = 0
    for word in re.findall(r"\S+", new):
        if lines[-1] and number in counts:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
        number += len(bare(word).text)
    return lines


def _read(text: str, file: str) -> Any:
    document, _ = yamlfile.read(text.encode("utf-8"), file)
    return document.values if document else None


def _at(values: Any, path: Path) -> Any:
    for step in path:
        values = values[step]
    return values


def _without(values: Any, path: Path) -> Any:
    first, *rest = path
    if rest:
        return with_value(values, (first,), _without(values[first], tuple(rest)))
    if isinstance(values, list):
        return [value for index, value in enumerate(values) if index != first]
    return {name: value for name, value in values.items() if name != first}


def _piece(outline: Outline, place: Place, value: Any) -> Piece:
    first, last = _lines_of(outline, place)
    start, end = outline.span(place.node)
    raw = outline.text[start:end]
    if outline.lines[first].lstrip(" ").startswith("- "):
        indent = outline.lines[first].index("-")
        lines = tuple(line[indent:] for line in outline.lines[first : last + 1])
    else:
        lines = (f"- {raw}",)
    return Piece(value, lines, raw if lines == (f"- {raw}",) else None)


def _list(name: str, pieces: Sequence[Piece]) -> list[str]:
    """A list as lines: ids on one where they fit, larger things each on its own."""
    inline = [piece.inline for piece in pieces if piece.inline is not None and isinstance(piece.value, str)]
    line = f"{name}: [{', '.join(inline)}]"
    if len(inline) == len(pieces) and len(line) <= WIDTH:
        return [line]
    return [f"{name}:", *(line and f"  {line}" for piece in pieces for line in piece.lines)]


def _lines_of(outline: Outline, place: Place) -> tuple[int, int]:
    """The first and the last line of a field or an entry that is on lines of its own."""
    node = place.key if place.key is not None else place.node
    return node.start_mark.line, outline.last_line(place.node)


def _without_item(outline: Outline, holder: yaml.Node, item: yaml.Node) -> str:
    """The text without one entry of `[one, two]`, and without the comma beside it."""
    items = list(holder.value)
    index = items.index(item)
    if index + 1 < len(items):
        start, end = outline.span(item)[0], outline.span(items[index + 1])[0]
    else:
        start, end = outline.span(items[index - 1])[1], outline.span(item)[1]
    return outline.replaced(start, end, "")
