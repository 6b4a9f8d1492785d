"""YAML text to plain values that remember their location; what YAML would hide is a finding.

Scalars stay the text that was typed: `NO`, `010`, `12:30` and `1_000` mean nothing until a record's
field gives them a type. Only an empty value, `~` and `null` become None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from bamboo.data import yamlplain
from bamboo.data.conflicts import RULE, conflicts
from bamboo.data.locations import Finding, Location, character_name, hidden, shorten
from bamboo.data.yamlmistakes import plain_words

LARGEST = 262_144  # bytes: a data file is written by hand; more than this is an accident
DEEPEST = 12  # levels of nesting; a record has five

Path = tuple[str | int, ...]
Value = Any  # None | str | list[Value] | dict[str, Value], as deep as the file

# The C parser where the wheel brings it (about ten times faster), else the same in Python.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """The values of one file, and where each value and each key is."""

    file: str
    values: dict[str, Value]
    text: str = field(repr=False)

    def __getstate__(self) -> dict[str, Value]:
        """Without what is quicker made than kept."""
        return {"file": self.file, "values": self.values, "text": self.text}

    def location(self, *path: str | int) -> Location:
        """Where the value at `path` is, or the nearest value around it that exists."""
        if len(path) == 1 and "_places" not in vars(self) and (at_once := self._beside_its_name(path[0])):
            return at_once
        for end in range(len(path), 0, -1):
            if found := self._places.get(path[:end]):
                return Location(self.file, *found)
        return Location(self.file)

    def _beside_its_name(self, name: str | int) -> Location | None:
        """Where a field has its value, if that is bare beside its name, or folded below: no more is read."""
        before, found, after = f"\n{self.text}".partition(f"\n{name}: ")
        line = before.count("\n") + 1
        if found and after[:1].isalnum():
            return Location(self.file, line, len(found))
        words = after.removeprefix(">-\n")
        indent = len(words) - len(words.lstrip(" "))
        if len(words) < len(after) and indent and words[indent : indent + 1].isalnum():
            return Location(self.file, line + 1, indent + 1)
        return None

    def key(self, *path: str | int) -> Location:
        """Where the key of the value at `path` is."""
        return _built(self.text, self.file).keys.get(path) or self.location(*path)

    @cached_property
    def _places(self) -> Mapping[Path, tuple[int, int]]:
        """Line and column of each value: looked for once there is something to say about the file."""
        if plain := yamlplain.read(self.text):
            return plain[1]
        built = _built(self.text, self.file).locations
        return {path: (location.line, location.column) for path, location in built.items()}


def read(data: bytes, file: str) -> tuple[Document | None, list[Finding]]:
    """Read one file; `file` is its path for messages. No Document where the file cannot be understood."""
    text, findings = _decode(data, file)
    if text is None:
        return None, findings
    findings = list(_hidden(text, file))
    if findings:
        return None, findings
    if plain := yamlplain.read(text):
        return Document(file, plain[0], text), []
    builder = _built(text, file)
    if not builder.findings and not isinstance(builder.root, dict):
        where = builder.locations.get((), Location(file))
        builder.findings.append(
            Finding(
                where,
                RULE,
                "The file holds no fields.",
                "Write one `name: value` on each line.",
                code="no-fields",
            )
        )
    if builder.findings:
        return None, builder.findings
    return Document(file, builder.root, text), []


def _built(text: str, file: str) -> _Builder:
    """What the parser reads, with what is wrong."""
    builder = _Builder(file, text.splitlines())
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.findings.append(plain_words(error, file, builder.lines))
    except _StopError:
        pass
    return builder


def _decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Bytes to text: UTF-8 without a byte order mark, or one finding."""

    def refuse(line: int, message: str, hint: str, code: str) -> tuple[None, list[Finding]]:
        return None, [Finding(Location(file, line), RULE, message, hint, code=code)]

    if len(data) > LARGEST:
        return refuse(
            1,
            f"The file has {len(data)} bytes; at most {LARGEST} are read.",
            "Split it into one record a file.",
            code="too-large",
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refuse(
            1,
            "The file is in UTF-16, not UTF-8.",
            "Save it again with the encoding UTF-8, or run `bamboo fix`.",
            code="utf-16",
        )
    if data.startswith(b"\xef\xbb\xbf"):
        return refuse(
            1,
            "The file begins with a byte order mark (U+FEFF).",
            "Save it again as UTF-8 without BOM, or run `bamboo fix`.",
            code="byte-order-mark",
        )
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return refuse(
            data.count(b"\n", 0, error.start) + 1,
            f"The file is not UTF-8: byte {data[error.start]:#04x} is no letter.",
            "Save it again with the encoding UTF-8.",
            code="not-utf-8",
        )


def _hidden(text: str, file: str) -> Iterator[Finding]:
    """What does not show: every merge conflict, else the first tab or invisible character."""

    def location(at: int) -> Location:
        return Location(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))

    left = list(conflicts(text, file))
    yield from left
    if left:
        return
    if (at := text.find("\t")) >= 0:
        yield Finding(
            location(at),
            RULE,
            "A tab. YAML allows only spaces in front of a field.",
            "Replace it by two spaces, or run `bamboo fix`.",
            code="tab",
        )
    elif found := hidden(text):
        yield Finding(
            location(found.start()),
            RULE,
            f"An invisible character: {character_name(found[0])}.",
            "Delete it; where a source prints it inside a quote, put the quote in double quotation marks "
            f"and write \\u{ord(found[0]):04x}.",
            code="invisible-character",
        )


class _StopError(Exception):
    """The rest of the file cannot be understood."""


class _Builder:
    """Takes parser events one by one and grows plain values, with a location for each path."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.root: Value = None
        self.locations: dict[Path, Location] = {}
        self.keys: dict[Path, Location] = {}
        self.findings: list[Finding] = []
        self._stack: list[tuple[Value, Path]] = []
        self._key: str | None = None
        self._documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.stop(
                    self._location(event),
                    "A second document begins here (---).",
                    "Write one record a file.",
                    code="second-document",
                )
        elif isinstance(event, yaml.AliasEvent):
            self.stop(
                self._location(event),
                f"A value that begins with * is an alias in YAML (*{event.anchor}).",
                "Put the value in quotation marks, or write it out.",
                code="alias",
            )
        elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._refuse_marks(event)
            self._start(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._stack.pop()

    def stop(self, location: Location, message: str, hint: str, code: str) -> None:
        self.findings.append(Finding(location, RULE, message, hint, code=code))
        raise _StopError

    def _location(self, event: Any) -> Location:
        mark = event.start_mark
        if getattr(event, "style", None) in ("|", ">") and mark.line + 1 < len(self.lines):
            # A block scalar's mark is at its `>-`; a reader looks for the text, on the next line.
            line = self.lines[mark.line + 1]
            return Location(self.file, mark.line + 2, len(line) - len(line.lstrip()) + 1)
        return Location(self.file, mark.line + 1, mark.column + 1)

    def _refuse_cut(self, event: Any) -> None:
        """`name: Resolution #36` is `Resolution` to YAML. A comment has a space after #."""
        mark = event.end_mark
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        sentence = len(event.value.split()) > 3  # a remark has a line of its own
        if not event.style and re.match(r"\s+#" if sentence else r"\s+#[^\s#]", rest):
            self.stop(
                Location(self.file, mark.line + 1, mark.column + len(rest) - len(rest.lstrip()) + 1),
                f"YAML takes `{shorten(rest, 30)}` for a comment and drops it.",
                "Put the whole value in quotation marks, or the comment on a line of its own.",
                code="dropped-comment",
            )

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self.stop(
                self._location(event),
                f"A value that begins with & is an anchor in YAML (&{event.anchor}).",
                "Put the value in quotation marks.",
                code="anchor",
            )
        if event.tag:
            self.stop(
                self._location(event),
                f"A value that begins with ! is a tag in YAML ({shorten(event.tag, 40)}).",
                "Put the value in quotation marks.",
                code="tag",
            )

    def _start(self, event: Any) -> None:
        holder, path = self._stack[-1] if self._stack else (None, ())
        if isinstance(holder, dict) and self._key is None:
            self._take_key(event, holder, path)
            return
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_cut(event)
            value = None if event.implicit[0] and event.value in yamlplain.NULLS else event.value
        else:
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        if isinstance(holder, dict):
            assert self._key is not None
            path = (*path, self._key)
            holder[self._key] = value
            self._key = None
        elif isinstance(holder, list):
            path = (*path, len(holder))
            holder.append(value)
        else:
            self.root = value
        self.locations[path] = self._location(event)
        if not isinstance(event, yaml.ScalarEvent):
            if len(self._stack) >= DEEPEST:
                self.stop(
                    self._location(event),
                    f"More than {DEEPEST} levels of nesting.",
                    "A record is far flatter.",
                    code="too-deep",
                )
            self._stack.append((value, path))

    def _take_key(self, event: Any, holder: dict[str, Value], path: Path) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self.stop(
                self._location(event),
                "A field's name is a list or a group here.",
                "Put a value that begins with [ or { in quotation marks.",
                code="name-not-text",
            )
        name = event.value
        if name in holder:
            first = self.keys[(*path, name)]
            self.stop(
                self._location(event),
                f"The field `{shorten(name, 40)}` is there twice; the first is on line {first.line}.",
                "Keep one of the two.",
                code="twice",
            )
        self._key = name
        self.keys[(*path, name)] = self._location(event)
