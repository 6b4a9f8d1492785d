"""`bamboo review SOURCE`: goes through what is left of a source with an editor, one thing after another."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bamboo import checks
from bamboo.commands import disk
from bamboo.commands.command import Command, misuse, refuse
from bamboo.data.locations import nearest
from bamboo.editing.review.desk import Desk, Files
from bamboo.editing.review.session import Session
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Library, load

try:
    import readline
except ImportError:  # on Windows
    readline = None  # type: ignore[assignment]

WIDEST, NARROWEST = 110, 40


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="id of a source: the name of its card without .yml")


def _run(root: Path, options: argparse.Namespace) -> int:
    library = load(root)
    if options.source not in library.sources:
        if ("sources", options.source) in library.unreadable:
            card = f"data/sources/{options.source}.yml"
            return refuse([finding for finding in library.findings if finding.location.file == card])
        guess = nearest(options.source, library.sources)
        hint = f"Did you mean `{guess}`?" if guess else "Add it first: bamboo add source FILE"
        return misuse(f"There is no source `{options.source}`. {hint}")
    if seed_of(library, options.source) is None:
        card = library.sources[options.source].file
        here = (card, f"seeds/{library.sources[options.source].record.seed}")
        return refuse([finding for finding in checks.run(library) if finding.location.file in here])
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    Session(_desk(root), options.source, library).run()
    return 0


def _desk(root: Path) -> Desk:
    def write(files: Files) -> Files:
        old = {name: path.read_bytes() if (path := root / name).exists() else None for name in files}
        disk.write(root, files)
        return old

    def reload(before: Library | None) -> Library:
        return load(root, before)

    width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size((100, 24)).columns - 1))
    return Desk(print, _ask, _edit, reload, write, _amend, width)


def _ask(words: str) -> str | None:
    """A line that somebody types, or that a program hands over; None at the end."""
    if sys.stdin.isatty():
        print(words, end="", flush=True)
        line = sys.stdin.readline()
    else:
        sys.stdout.flush()
        line = sys.stdin.readline()
        print(f"{words}{line}".rstrip())
    return line.rstrip("\r\n") if line else None


def _amend(words: str, given: str) -> str | None:
    """A line that begins as `given`; where the terminal cannot change a line, a new one or none."""
    if readline is None or not sys.stdin.isatty():
        return _ask(f"{words} [{given}] > ")
    readline.set_startup_hook(lambda: readline.insert_text(given))
    try:
        return input(f"{words} > ")
    except EOFError:
        return None
    finally:
        readline.set_startup_hook()


def _edit(text: str) -> str | None:
    """The text as the editor's program leaves it; None without a terminal or a program."""
    program = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not program:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fact.yml"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(program), str(path)], check=False)
        except OSError as error:
            print(f"{program} could not be started: {error.strerror}.")
            return None
        return path.read_text(encoding="utf-8", errors="replace") if done.returncode == 0 else text


COMMAND = Command("review", "go through what is left of a source, one thing after another", _run, _arguments)
