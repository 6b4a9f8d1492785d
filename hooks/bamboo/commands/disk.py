"""Writes several files together, all or none: a stop in between leaves them as they were."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write(root: Path, files: Mapping[str, bytes | None], fresh: bool = False) -> None:
    """Write each file below `root`; None deletes it, and its folder if nothing is left there.

    Raises FileExistsError where `fresh` and a file is there already, OSError where one cannot be written.
    """
    if fresh and (there := next((name for name in files if (root / name).exists()), None)):
        raise FileExistsError(errno.EEXIST, "exists already", there)
    before = {name: _bytes(root / name) for name in files}
    staged: dict[str, Path] = {}
    done: list[str] = []
    try:
        for name, data in files.items():
            if data is not None:
                staged[name] = _staged(root / name, data)
        for name in files:
            done.append(name)
            _put(root / name, staged.pop(name, None))
    except BaseException:
        for name in done:
            old = before[name]
            _put(root / name, None if old is None else _staged(root / name, old))
        raise
    finally:
        for part in staged.values():
            part.unlink(missing_ok=True)


def why(error: OSError) -> str:
    """What kept a file from being written, for a person."""
    if isinstance(error, FileExistsError):
        return f"{error.filename} exists already."
    return f"{error.filename or 'What is to be written'}: {error.strerror or error}."


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _staged(path: Path, data: bytes) -> Path:
    """A file beside `path` that holds `data`, with the rights of the one it replaces."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return Path(name)


def _put(path: Path, part: Path | None) -> None:
    if part is not None:
        part.replace(path)
        return
    path.unlink(missing_ok=True)
    if path.parent.exists() and not any(path.parent.iterdir()):
        path.parent.rmdir()
