"""The files of a project's folder: what is in it, by which name, and what was read before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from os import scandir, stat
from os.path import islink
from pathlib import Path
from typing import Any, NamedTuple

from bamboo.data.fields import ID_SHAPE
from bamboo.data.locations import Finding, Location

# What every change of a file changes: its size, the times of its content and of its entry, its number.
Stamp = tuple[int, int, int, int]

_NAME = attrgetter("name")


class Read(NamedTuple):
    """A file as it was, what was made of it, and what is wrong with it.

    `stamp`: while the file has it, its content is the same. None where it was read so soon after a change
    that a second one could have left no trace.
    """

    digest: bytes
    made: Any
    findings: tuple[Finding, ...]
    stamp: Stamp | None


class Folder:
    """A project's folder. What is as it was `before` is not read into records again, and not even opened
    where its stamp says so. Stamps are believed of files that were last changed before `settled`.
    """

    def __init__(self, root: Path, before: Mapping[str, Read], settled: int) -> None:
        self._root = root
        self._prefix = len((root / "x").as_posix()) - 1
        self._before = before
        self._settled = settled
        self._inside: dict[str, bool] = {}
        self._stamps: dict[str, Stamp] = {}
        self.closed: list[Finding] = []
        """Of folders that could not be read."""
        self.files: dict[str, Read] = {}

    def name(self, path: Path) -> str:
        """The path of a file from the folder on."""
        # All paths here begin with the root's; to take it off as text is ten times as fast.
        return path.as_posix()[self._prefix :]

    def below(self, folder: Path) -> list[str]:
        """Every file below a folder by name, in order of folders and names; links to folders lead nowhere."""
        found: list[str] = []
        self._below(str(folder), self.name(folder), found)
        return found

    def as_before(self, name: str) -> Read | None:
        """What was made of a file before, where its stamp says that it is the same."""
        held = self._before.get(name)
        if held is None or held.stamp is None or held.stamp != self._stamps.get(name):
            return None
        self.files[name] = held
        return held

    def content(self, name: str, largest: int, rule: str) -> bytes | Finding:
        """What a file holds, or why it is not read."""
        path, seen = f"{self._root}/{name}", self._stamps.get(name)
        # A link could show any file of the machine that builds the site.
        if (seen is None and islink(path)) or not self._is_inside(name.rpartition("/")[0]):
            return self._wrong(
                name, "A link to another file.", "Put the file itself here.", "linked-file", rule
            )
        try:
            if (seen[0] if seen else stat(path).st_size) > largest:
                said = f"The file is larger than {largest} bytes."
                return self._wrong(name, said, "Split it.", "too-large", rule)
            with open(path, "rb", buffering=0) as opened:
                return opened.readall()
        except OSError as error:
            return self._wrong(name, f"The file cannot be read: {error.strerror}.", "", "unreadable", rule)

    def once(self, name: str, content: bytes, make: Callable[[], tuple[Any, list[Finding]]]) -> Read:
        """What is made of a file, or was made of it before."""
        digest = blake2b(content, digest_size=16).digest()
        stamp = self._stamps.get(name)
        if stamp and max(stamp[1:3]) >= self._settled:
            stamp = None
        held = self._before.get(name)
        if held is None or held.digest != digest:
            made, findings = make()
            held = Read(digest, made, tuple(findings), stamp)
        elif held.stamp != stamp:
            held = held._replace(stamp=stamp)
        self.files[name] = held
        return held

    def _below(self, folder: str, name: str, found: list[str]) -> None:
        try:
            inside = sorted(scandir(folder), key=_NAME)
        except FileNotFoundError:
            return
        except OSError as error:
            said = f"The folder cannot be read: {error.strerror}."
            self.closed.append(self._wrong(name, said, "", "unreadable", "files"))
            return
        for entry in inside:
            here = f"{name}/{entry.name}"
            if entry.is_symlink():
                if entry.is_dir():
                    continue
            elif entry.is_dir():
                self._below(entry.path, here, found)
                continue
            else:
                # Taken before it is read: what changes it afterwards changes its stamp. A link has none.
                known = entry.stat(follow_symlinks=False)
                self._stamps[here] = known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino
            found.append(here)

    def _is_inside(self, folder: str) -> bool:
        """Whether a folder is in the project, whatever links lead to it."""
        if folder not in self._inside:
            self._inside[folder] = (self._root / folder).resolve().is_relative_to(self._root.resolve())
        return self._inside[folder]

    def _wrong(self, name: str, message: str, hint: str, code: str, rule: str) -> Finding:
        return Finding(Location(name), rule, message, hint, code=code)


@cache
def usual(kind: str, by_year: bool) -> re.Pattern[str]:
    """How the file of a record is called, as nearly all are."""
    return re.compile(rf"data/{kind}/{'[^/]+/' if by_year else ''}({ID_SHAPE})\.yml")
