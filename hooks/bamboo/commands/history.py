"""The history of the data, as git has it: read here, at the edge, so that the rest needs no git."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bamboo.graph.history import Commit, History, Version, history
from bamboo.kept import Kept

DATA = "data"
_COMMIT = "\x01"
_NONE = "0" * 40


def read(root: Path, kept: Kept | None = None) -> History | None:
    """The history of the commit that is checked out; None where git does not know all of it.

    A shallow clone would show everything as added by its oldest commit, so it has no history.
    A commit has the same history for ever, so that it may be `kept`.
    """
    at = _said(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    if not at.startswith("false\n"):
        return None
    found: History | None = pickle.loads(
        (kept or Kept()).made("history", at, lambda: pickle.dumps(_read(root), pickle.HIGHEST_PROTOCOL))
    )
    return found


def _read(root: Path) -> History | None:
    words = ("log", "--first-parent", "-m", "--reverse", "--raw", "--no-renames", "--no-abbrev", "-z")
    listed = _git(root, *words, "--relative", f"--format={_COMMIT}%cI", "HEAD", "--", DATA)
    if not listed:
        return None
    commits = list(_commits(listed.decode("utf-8", "surrogateescape")))
    texts = _texts(root, {name for _, rows in commits for _, *names in rows for name in names} - {_NONE})
    return history(
        Commit(at, _utc(at), tuple(Version(file, texts.get(old), texts.get(new)) for file, old, new in rows))
        for at, rows in commits
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
