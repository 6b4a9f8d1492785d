"""The history of the data, as git has it: read here, at the edge, so that the rest needs no git."""

from __future__ import annotations

import marshal
import pickle
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bamboo.graph.history import Commit, History, Told, Version, history, statements
from bamboo.kept import only_newest, put_whole, whole

DATA = "data"
_COMMIT = "\x01"
_NONE = "0" * 40
# So many histories are kept: of several projects, or programs.
_MOST = 4


def read(root: Path, place: Path | None = None) -> History | None:
    """The history of the commit that is checked out; None where git does not know all of it.

    A shallow clone would show everything as added by its oldest commit, so it has no history. A commit has
    the same history for ever, and a version of a file the same statements: a `place`, if any, keeps both.
    """
    at = _said(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    if not at.startswith("false\n"):
        return None
    content = whole(place) if place else b""
    known, pickled, told = marshal.loads(content) if content else ("", b"", {})
    if known == at:
        kept: History | None = pickle.loads(pickled)
        return kept
    versions = _Versions(told)
    found = _read(root, versions)
    if place:
        # A disk that is full or read-only costs the next build its time, nothing else.
        with suppress(OSError):
            put_whole(place, marshal.dumps((at, pickle.dumps(found), versions.used)))
            only_newest(place, _MOST)
    return found


class _Versions:
    """What versions of files state. `known` is of some already, by path and name of their contents."""

    def __init__(self, known: Mapping[str, Sequence[tuple[str, str, str]]]) -> None:
        self._told = known
        self._texts: dict[str, str] = {}
        self.used: dict[str, Sequence[tuple[str, str, str]]] = {}

    def take(self, root: Path, versions: Iterable[tuple[str, str]]) -> None:
        """Read from git what is not known."""
        self._texts = _texts(root, {name for file, name in versions if f"{file} {name}" not in self._told})

    def tell(self, file: str, name: str | None) -> dict[str, Told]:
        """The statements in a version."""
        if name is None:
            return {}
        key = f"{file} {name}"
        found = self._told.get(key)
        if found is None:
            made = statements(file, self._texts.get(name))
            found = [(ident, told.title, told.said) for ident, told in made.items()]
        self.used[key] = found
        return {ident: Told(title, said) for ident, title, said in found}


def _read(root: Path, versions: _Versions) -> History | None:
    words = ("log", "--first-parent", "-m", "--reverse", "--raw", "--no-renames", "--no-abbrev", "-z")
    listed = _git(root, *words, "--relative", f"--format={_COMMIT}%cI", "HEAD", "--", DATA)
    if not listed:
        return None
    commits = list(_commits(listed.decode("utf-8", "surrogateescape")))
    rows = [row for _, rows in commits for row in rows]
    versions.take(root, {(file, name) for file, *names in rows for name in names if name != _NONE})

    def version(file: str, old: str, new: str) -> Version:
        return Version(file, *(None if name == _NONE else name for name in (old, new)))

    return history(
        (Commit(at, _utc(at), tuple(version(*row) for row in rows)) for at, rows in commits), versions.tell
    )


def _utc(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _commits(listed: str) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Each commit's time, and for each file its path and the names of its contents before and after."""
    for part in listed.split(_COMMIT)[1:]:
        at, *fields = part.replace("\n", "\0", 1).split("\0")
        fields = [field for field in (field.strip("\n") for field in fields) if field]
        rows = []
        for head, file in zip(fields[::2], fields[1::2], strict=True):
            _, _, old, new, _ = head.split(" ")
            rows.append((file, old, new))
        yield at, rows


def _texts(root: Path, names: set[str]) -> dict[str, str]:
    """The contents with these names. What is no text has none."""
    asked = sorted(names)
    out = _git(root, "cat-file", "--batch", given="\n".join(asked).encode() + b"\n") if asked else b""
    found, at = {}, 0
    for name in asked:
        end = out.index(b"\n", at)
        head = out[at:end].split()
        at = end + 1
        if len(head) == 3:
            size = int(head[2])
            found[name] = out[at : at + size].decode("utf-8", "replace")
            at += size + 1
    return found


def _said(root: Path, *words: str) -> str:
    return _git(root, *words).decode("utf-8", "replace").strip()


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints; nothing where there is no git, no repository or no commit."""
    try:
        done = subprocess.run(["git", *words], cwd=root, input=given, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
