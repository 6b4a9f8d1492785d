"""`bamboo diff [REV]`: what the working tree's data says otherwise than the data of a git revision."""

from __future__ import annotations

import argparse
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from bamboo.commands.command import Command, misuse
from bamboo.editing.diff.as_json import as_json
from bamboo.editing.diff.compare import Result, compare
from bamboo.editing.diff.markdown import markdown
from bamboo.editing.diff.side import Side
from bamboo.editing.diff.text import text

FORMATS: dict[str, Callable[[Result, str], str]] = {"text": text, "markdown": markdown, "json": as_json}
READ = ("data", "seeds")
MAIN = ("origin/main", "main")


class _GitError(Exception):
    """git cannot do what is asked; the message is for the editor."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "revision",
        metavar="REV",
        nargs="?",
        help="a branch, tag or commit (default: where this one left main)",
    )
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how it is written")


def _run(root: Path, options: argparse.Namespace) -> int:
    try:
        commit, name = _base(root, options.revision)
        with tempfile.TemporaryDirectory() as folder:
            _unpack(root, commit, Path(folder))
            old = Side.of(Path(folder))
    except _GitError as error:
        return misuse(str(error))
    print(FORMATS[options.format](compare(old, Side.of(root)), f"{name} ({commit[:10]})").rstrip("\n"))
    return 0


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise _GitError(
            "git is not installed, and without it there is no older state to compare with."
        ) from None


def _base(root: Path, revision: str | None) -> tuple[str, str]:
    """The commit to compare with, and what to call it."""
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise _GitError(
            f"{root.resolve()} is not in a git repository: there is no older state to compare with."
        )
    if revision is not None:
        if commit := _resolve(root, revision):
            return commit, revision
        raise _GitError(
            f"There is no revision {revision} in this repository. In a shallow clone, fetch it first."
        )
    head = _resolve(root, "HEAD")
    if not head:
        raise _GitError("The repository has no commit yet: there is no older state to compare with.")
    known = [ref for name in MAIN if (ref := _resolve(root, name))]
    bases = [base for ref in known if (base := _said(_git(root, "merge-base", "HEAD", ref)))]
    # Where the two know main differently far, the later one is where this branch left it.
    later = len(bases) == 2 and not _git(root, "merge-base", "--is-ancestor", *bases).returncode
    base = bases[-1] if later else bases[0] if bases else head
    return base, "the last commit" if base == head else "main"


def _resolve(root: Path, revision: str) -> str:
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _said(_git(root, *words))


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """The data and seeds of a commit as plain files. Links are left out: no record is one."""
    here = _said(_git(root, "ls-tree", "--name-only", commit, "--", *READ)).splitlines()
    if "data" not in here:
        raise _GitError(f"{commit[:10]} has no folder data/: this program cannot read it.")
    packed = _git(root, "archive", "--format=tar", commit, "--", *here)
    if packed.returncode:
        raise _GitError(f"git cannot read {commit[:10]}: {packed.stderr.decode('utf-8', 'replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            path = folder / member.name
            if file and path.resolve().is_relative_to(folder.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.read())


COMMAND = Command("diff", "show what a change of the data alters in meaning", _run, _arguments)
