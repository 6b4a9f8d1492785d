"""The YAML that nearly every data file is written in, read line by line; anything else is left to the parser.

Each line is `name: value`, `- value` or `- name: value`; a value is on its line, in quotation marks or bare,
a list or group of ids in brackets, or a text under `>-`. The parser would read the same and find nothing
wrong: tests hold that for random changes of files. It takes a sixth of the time.
"""

from __future__ import annotations

from typing import Any

from bamboo.data.patterns import pattern

Path = tuple[str | int, ...]
Places = dict[Path, tuple[int, int]]

NULLS = {"", "~", "null", "Null", "NULL"}

# Line breaks that are none to this reader, and what YAML refuses.
_OTHER = "\r\x85\ufffe\uffff"
_LINE = pattern(r"( *)(- )?(?:([a-z][a-z0-9_]*):(?: (?=[^ ])|$))?(.*)")
# Begins with a letter, a digit or a sign without a meaning, and has neither a comment nor another name in it.
_BARE = pattern(r"[\w(“‘](?:[^#:]|:(?=[^\s#]))*(?<! )")
_QUOTED = pattern(r"'((?:[^']|'')*)'|\"([^\"\\]*)\"")
_ID = r"[A-Za-z0-9][A-Za-z0-9-]*"
_LIST = pattern(rf"\[(?:{_ID}(?: {_ID})*(?:, {_ID}(?: {_ID})*)*)?\]")
_GROUP = pattern(rf"\{{[a-z_]+: {_ID}(?:, [a-z_]+: {_ID})*\}}")


class _OtherwiseError(Exception):
    """The file is written in another way."""


def read(text: str) -> tuple[dict[str, Any], Places] | None:
    """The values of a file, and line and column of each from 1; None where the parser has to read it."""
    if any(character in text for character in _OTHER):
        return None
    try:
        return _Reader(text.split("\n")).read()
    except _OtherwiseError:
        return None


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.places: Places = {}

    def read(self) -> tuple[dict[str, Any], Places]:
        """All lines; a group or list is open until a line is further left."""
        root: dict[str, Any] = {}
        open_: list[tuple[int, Any, Path]] = [(0, root, ())]
        empty: tuple[dict[str, Any], str, int, Path] | None = None  # a name whose value is on lines below
        lines, places = self.lines, self.places
        while self.at < len(lines):
            line = lines[self.at]
            self.at += 1
            bare = line.lstrip(" ")
            if not bare or bare[0] == "#":
                continue
            found = _LINE.fullmatch(line)
            assert found is not None
            indent, dash, name, column = len(found[1]), found[2], found[3], found.start(4) + 1
            if empty:
                holder, key, least, path = empty
                if indent <= least:
                    raise _OtherwiseError
                inner: Any = [] if dash else {}
                holder[key] = inner
                places[path] = self.at, indent + 1
                open_.append((indent, inner, path))
                empty = None
            else:
                while open_[-1][0] > indent:
                    open_.pop()
                if open_[-1][0] != indent:
                    raise _OtherwiseError
            _, here, path = open_[-1]
            if dash:
                if not isinstance(here, list):
                    raise _OtherwiseError
                path = (*path, len(here))
                if name is None:
                    here.append(self._value(found[4], column, indent, path))
                    continue
                indent += 2
                here.append({})
                places[path] = self.at, indent + 1
                here = here[-1]
                open_.append((indent, here, path))
            if name is None or name in here or not isinstance(here, dict):
                raise _OtherwiseError
            if not places:
                places[()] = self.at, indent + 1
            path = (*path, name)
            if found[4]:
                here[name] = self._value(found[4], column, indent, path)
            else:
                here[name] = None
                empty = here, name, indent, path
        if empty or not root:
            raise _OtherwiseError
        return root, places

    def _value(self, text: str, column: int, indent: int, path: Path) -> Any:
        """What is on the line behind a name or dash, and on the next lines where it is `>-`."""
        if text == ">-":
            return self._folded(indent, path)
        self.places[path] = self.at, column
        if _BARE.fullmatch(text):
            return None if text in NULLS else text
        if quoted := _QUOTED.fullmatch(text):
            return quoted[2] if quoted[1] is None else quoted[1].replace("''", "'")
        if _LIST.fullmatch(text):
            items: list[str | None] = []
            column += 1
            for item in text[1:-1].split(", ") if len(text) > 2 else ():
                self.places[*path, len(items)] = self.at, column
                items.append(None if item in NULLS else item)
                column += len(item) + 2
            return items
        if not _GROUP.fullmatch(text):
            raise _OtherwiseError
        group: dict[str, str | None] = {}
        column += 1
        for part in text[1:-1].split(", "):
            name, _, item = part.partition(": ")
            if name in group:
                raise _OtherwiseError
            self.places[*path, name] = self.at, column + len(name) + 2
            group[name] = None if item in NULLS else item
            column += len(part) + 2
        return group

    def _folded(self, indent: int, path: Path) -> str:
        """The lines under `>-`, each further right than the name and none further right than the first."""
        first = self.at
        margin = 0
        while self.at < len(self.lines):
            line = self.lines[self.at]
            here = len(line) - len(line.lstrip(" "))
            margin = margin or here
            if here == len(line) or line[-1] == " ":
                if any(part.strip(" ") for part in self.lines[self.at :]) or here < len(line):
                    raise _OtherwiseError
                break
            if here <= indent or here < margin:
                break
            if here > margin:
                raise _OtherwiseError
            self.at += 1
        if self.at == first:
            raise _OtherwiseError
        behind = self.lines[self.at] if self.at < len(self.lines) else ""
        # Behind the text there is nothing further right than the name, not even a remark.
        if indent < len(behind) - len(behind.lstrip(" ")) < len(behind):
            raise _OtherwiseError
        self.places[path] = first + 1, margin + 1
        return " ".join(line[margin:] for line in self.lines[first : self.at])
