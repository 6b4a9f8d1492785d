"""The files of a project's folder: what is in it, by which name, and what was read before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bamboo.data.fields import ID_SHAPE
from bamboo.data.locations import Finding, Location


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was, what was made of it, and what is wrong with it."""

    content: bytes
    made: Any
    findings: tuple[Finding, ...]


class Folder:
    """A project's folder. What is as it was `before`, byte for byte, is not read into records again."""

    def __init__(self, root: Path, before: Mapping[str, Read]) -> None:
        self._root = root
        self._prefix = len((root / "x").as_posix()) - 1
        self._before = before
        self._inside: dict[Path, bool] = {}
        self.files: dict[str, Read] = {}

    def name(self, path: Path) -> str:
        """The path of a file from the folder on."""
        # All paths here begin with the root's; to take it off as text is ten times as fast.
        return path.as_posix()[self._prefix :]

    def below(self, folder: Path) -> list[Path]:
        """Every file below a folder, in order of folders and names; links to folders lead nowhere."""
        return sorted(_below(folder))

    def content(self, path: Path, largest: int, rule: str) -> bytes | Finding:
        """What a file holds, or why it is not read."""
        # A link could show any file of the machine that builds the site.
        if path.is_symlink() or not self._is_inside(path.parent):
            return self._wrong(
                path, "A link to another file.", "Put the file itself here.", "linked-file", rule
            )
        try:
            if path.stat().st_size > largest:
                said = f"The file is larger than {largest} bytes."
                return self._wrong(path, said, "Split it.", "too-large", rule)
            return path.read_bytes()
        except OSError as error:
            return self._wrong(path, f"The file cannot be read: {error.strerror}.", "", "unreadable", rule)

    def once(self, path: Path, content: bytes, make: Callable[[], tuple[Any, list[Finding]]]) -> Read:
        """What is made of a file, or was made of it before."""
        name = self.name(path)
        held = self._before.get(name)
        if held is None or held.content != content:
            made, findings = make()
            held = Read(content, made, tuple(findings))
        self.files[name] = held
        return held

    def _is_inside(self, folder: Path) -> bool:
        """Whether a folder is in the project, whatever links lead to it."""
        if folder not in self._inside:
            self._inside[folder] = folder.resolve().is_relative_to(self._root.resolve())
        return self._inside[folder]

    def _wrong(self, path: Path, message: str, hint: str, code: str, rule: str) -> Finding:
        return Finding(Location(self.name(path)), rule, message, hint, code=code)


def _below(folder: Path) -> Iterator[Path]:
    try:
        inside = [*folder.iterdir()]
    except OSError:
        return
    for path in inside:
        if not path.is_dir():
            yield path
        elif not path.is_symlink():
            yield from _below(path)


@cache
def usual(kind: str, by_year: bool) -> re.Pattern[str]:
    """How the file of a record is called, as nearly all are."""
    return re.compile(rf"data/{kind}/{'[^/]+/' if by_year else ''}({ID_SHAPE})\.yml")
