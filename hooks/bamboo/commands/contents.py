"""Digests of files, by which a build knows what has changed: a file that was not touched is not read again.

A file is known by its size, its number and its times. One that was changed just before it was read could have
been changed once more in the same moment, without a trace, so it is read again the next time; but not those
of the site, which a build has written itself.
"""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from bamboo.kept import Seen, Stamp, digest, put_whole, whole

# Two changes of a file within so many nanoseconds can leave the same times.
MOMENT = 2_000_000_000


def seen(file: Path, content: bytes) -> Seen:
    """A file that has just been written."""
    return stamp(os.stat(file)), sha256(content).digest()


def stamp(found: os.stat_result) -> Stamp:
    """What every change of a file changes."""
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


class Contents:
    """Those of files below some folders, as they were noted in a `place`, if anywhere."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place
        self._settled = time.time_ns() - MOMENT
        self._known: dict[str, Seen] = {}
        self._seen: dict[str, Seen] = {}
        with suppress(OSError):
            if place and (content := whole(place)):
                noted = place.stat().st_mtime_ns
                known: dict[str, Seen] = marshal.loads(content)
                self._known = {path: row for path, row in known.items() if max(row[0][2:]) < noted}

    def of(self, root: Path, names: Iterable[str]) -> str:
        """That of files, and of all in folders but what Python compiles, with their names."""
        return digest(part for name in names for part in self._parts(os.path.join(root, name), name))

    def of_own(self, folder: Path, written: Mapping[str, Seen] | None = None) -> str:
        """The same of a folder that builds write; who has just `written` files there saw them like this."""
        self._known |= {f"{folder}{os.sep}{address}": seen for address, seen in (written or {}).items()}
        self._settled, before = time.time_ns(), self._settled
        found = digest(self._below(str(folder), "."))
        self._settled = before
        return found

    def save(self) -> None:
        """Note what was seen."""
        known = {path: row for path, row in self._seen.items() if row[0][3]}
        if self._place and known != self._known:
            # A disk that is full or read-only costs the next build its time, nothing else.
            with suppress(OSError):
                put_whole(self._place, marshal.dumps(known))

    def _parts(self, path: str, name: str) -> Iterator[bytes]:
        if os.path.isfile(path):
            yield from (os.fsencode(name), self._of(path, os.stat(path)))
        elif os.path.isdir(path):
            yield from self._below(path, name)

    def _below(self, path: str, name: str) -> Iterator[bytes]:
        with os.scandir(path) as found:
            inside = sorted(found, key=lambda entry: entry.name)
        for entry in inside:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from self._below(entry.path, f"{name}/{entry.name}")
            elif entry.is_file():
                yield from (os.fsencode(f"{name}/{entry.name}"), self._of(entry.path, entry.stat()))

    def _of(self, path: str, found: os.stat_result) -> bytes:
        now = stamp(found)
        seen = self._seen.get(path)
        # Within one build only names are given and taken.
        if seen and seen[0][:3] == now[:3]:
            known = seen[1]
        elif (before := self._known.get(path)) and before[0] == now:
            known = before[1]
        else:
            with open(path, "rb") as file:
                known = sha256(file.read()).digest()
        settled = max(now[2:]) < self._settled
        self._seen[path] = (now if settled else (0, 0, 0, 0), known)
        return known
