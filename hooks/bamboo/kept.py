"""What a build keeps for the next one: small results by what they were made of, in a file that may be lost.

Nothing here is needed, and nothing is believed: a key holds all that a result was made of, and a file that is
not whole, byte for byte, is as none. Its folder is .cache/, which `make clean` deletes.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

Key = tuple[str, str]
# Size, number, time of the content and time of the entry, which a new name for the file changes too.
Stamp = tuple[int, int, int, int]
# A file as it was seen, and the digest of what it held.
Seen = tuple[Stamp, bytes]

_PREFIX = "build-"
# So many programs have a file each: who tries something and takes it back finds the old one.
_PROGRAMS = 4
# A file begins with the digest of what follows: so many bytes.
_CHECKED = 32


class Kept:
    """Results by kind and key: text, bytes, numbers, and tuples, lists and dictionaries of them.

    `program` is all else that a result follows from: versions of the program and its parts.
    """

    def __init__(self, folder: Path | None = None, program: str = "") -> None:
        self._file = folder / f"{_PREFIX}{program}" if folder else None
        self._known: dict[Key, Any] = _read(self._file) if self._file else {}
        self._used: dict[Key, Any] = {}

    def made(self, kind: str, key: str, make: Callable[[], Any]) -> Any:
        """A result, made where it is not known."""
        found = self.get(kind, key)
        return self.put(kind, key, make()) if found is None else found

    def get(self, kind: str, key: str) -> Any:
        """A result; None where it is not known."""
        found = self._used.get((kind, key))
        if found is None and (found := self._known.get((kind, key))) is not None:
            self._used[(kind, key)] = found
        return found

    def put(self, kind: str, key: str, made: Any) -> Any:
        """Keep a result."""
        self._used[(kind, key)] = made
        return made

    def save(self) -> None:
        """Write what was used, and what was not as long as that is the lesser part."""
        if self._file is None or self._used.keys() <= self._known.keys():
            return
        unused = {key: made for key, made in self._known.items() if key not in self._used}
        whole = self._used | (unused if len(unused) <= len(self._used) else {})
        content = marshal.dumps(whole)
        # A disk that is full or read-only costs the next build its time, nothing else.
        with suppress(OSError):
            put_whole(self._file, content)
            only_newest(self._file, _PROGRAMS)


def digest(parts: Iterable[bytes]) -> str:
    """A name for contents, in this order."""
    found = hashlib.sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


def put_whole(file: Path, content: bytes) -> None:
    """Write a file so that it is seen where it is not whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256(content)
    beside = file.with_name(f".{file.name}.{found.hexdigest()[:8]}")
    with beside.open("wb") as opened:
        opened.writelines((found.digest(), content))
    beside.replace(file)


def only_newest(file: Path, most: int) -> None:
    """Delete all but so many of the newest files whose names have the same beginning as this one's."""
    kind = file.name.partition("-")[0]
    files = sorted(file.parent.glob(f"{kind}-*"), key=lambda one: one.stat().st_mtime)
    for old in files[:-most]:
        old.unlink()


def whole(file: Path) -> bytes:
    """What such a file holds; nothing where it is not whole, byte for byte."""
    try:
        with file.open("rb") as opened:
            checked, content = opened.read(_CHECKED), opened.read()
    except OSError:
        return b""
    return content if hashlib.sha256(content).digest() == checked else b""


def said_digest(file: Path) -> str:
    """What such a file says that its content is, as a name for it; "" where there is none."""
    try:
        with file.open("rb") as opened:
            return opened.read(_CHECKED).hex()
    except OSError:
        return ""


def _read(file: Path) -> dict[Key, Any]:
    content = whole(file)
    known: dict[Key, Any] = marshal.loads(content) if content else {}
    return known
