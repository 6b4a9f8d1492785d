"""`bamboo fix`: fixes in data files what is certain, and shows each change."""

from __future__ import annotations

import argparse
import difflib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bamboo.checks import report
from bamboo.commands import disk
from bamboo.commands.command import Command, misuse
from bamboo.data import english
from bamboo.data.locations import Finding
from bamboo.editing import fix
from bamboo.kinds.library import load


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="*", help="data files (default: all)")
    parser.add_argument("--dry-run", action="store_true", help="show the changes and write nothing")


def _run(root: Path, options: argparse.Namespace) -> int:
    root = root.resolve()
    paths = [Path(os.path.abspath(name)) for name in options.files] or sorted((root / "data").rglob("*.yml"))
    if wrong := [path for path in paths if not _is_data_file(root, path)]:
        if options.files:
            return misuse(f"{wrong[0]} holds no record: `bamboo fix` takes the files of records in data/.")
        paths = [path for path in paths if path not in wrong]
    library = load(root)
    unread: list[Finding] = []
    many = 0
    for path in paths:
        file = path.relative_to(root).as_posix()
        old = path.read_bytes()
        mended = fix.fixed(
            old, file, library, _committed(root, file) if file.startswith("data/sources/") else None
        )
        unread += mended.findings
        if mended.text is not None:
            many += 1
            print(_shown(file, old, mended.text, mended.notes))
            if not options.dry_run:
                disk.write(root, {file: mended.text.encode("utf-8")})
    return _finish(many, options.dry_run, unread)


def _finish(many: int, dry: bool, unread: Sequence[Finding]) -> int:
    files = english.counted(many, "file")
    if many and dry:
        print(f"{files} would be fixed; nothing was written.")
    elif many:
        print(f"{files} fixed. Read the changes, then run `bamboo check`.")
    else:
        print("Nothing to fix.")
    if unread:
        print("\nLeft as they are, since they cannot be read for certain:\n", file=sys.stderr)
        print(report.text(unread), file=sys.stderr)
    return 1 if unread or (many and dry) else 0


def _is_data_file(root: Path, path: Path) -> bool:
    inside = path.is_relative_to(root) and not path.is_symlink() and path.resolve().is_relative_to(root)
    return inside and path.is_file() and fix.kind_of(path.relative_to(root).as_posix()) is not None


def _committed(root: Path, file: str) -> bytes | None:
    """The file as the last commit has it; None where there is none, or no history at all."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "show", f"HEAD:./{file}"], capture_output=True, check=False
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _shown(file: str, old: bytes, new: str, notes: Sequence[str]) -> str:
    """What was done, and the change as a unified diff."""
    before = old.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    lines = difflib.unified_diff(before, new.splitlines(), f"a/{file}", f"b/{file}", lineterm="")
    return "\n".join([file, *(f"  {note}" for note in notes), *lines, ""])


COMMAND = Command("fix", "fix in data files what is certain, and show it", _run, _arguments)
