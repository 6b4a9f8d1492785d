"""`bamboo check`: every data file against its sources."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo import checks
from bamboo.checks import progress, report
from bamboo.commands import remembered
from bamboo.commands.command import Command, misuse
from bamboo.commands.notes import workers
from bamboo.data import english
from bamboo.data.locations import nearest
from bamboo.kinds.library import Library

EVERY = "*"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=sorted(report.FORMATS), default="text", help="how findings are written"
    )
    parser.add_argument(
        "--left",
        nargs="?",
        const=EVERY,
        metavar="ID",
        help="only what is left to do of a source, or of each that is in progress",
    )


def _run(root: Path, options: argparse.Namespace) -> int:
    known = remembered.before(root)
    library = remembered.read(root, known)
    if options.left:
        return _left(library, options.left)
    findings, notes = checks.run(library, workers(), with_notes=True), checks.notes(library)
    remembered.keep(root, library, known)
    if options.format != "text":
        # A pull request shows what is left and worth knowing too; it stops nothing.
        print(report.FORMATS[options.format]([*findings, *checks.left(library), *notes]))
    elif findings:
        print(report.text(findings))
    else:
        claims = [
            english.counted(len(library.facts), "fact"),
            english.counted(len(library.indicators), "figure"),
        ]
        texts = english.counted(len(library.sources), "source")
        print(f"{english.listed(claims)} checked against {texts}: nothing found.")
        for note in notes:
            print(f"{note.location.file}: {note.message} {note.hint}")
        for line in progress.summary(found := progress.of(library)):
            print(f"In progress: {line}")
        if found:
            print("`bamboo check --left ID` lists what is left of a source.")
    return 1 if findings else 0


def _left(library: Library, source: str) -> int:
    """Show what is left, which is no mistake."""
    if source == EVERY:
        found = progress.of(library)
        print("\n".join(progress.summary(found)) or "No source is in progress.")
        return 0
    if source not in library.sources:
        if ("sources", source) in library.unreadable:
            return misuse(f"data/sources/{source}.yml cannot be read: run `bamboo check`.")
        guess = nearest(source, library.sources)
        hint = f"Did you mean `{guess}`?" if guess else "An id is the name of a file in data/sources/."
        return misuse(f"There is no source `{source}`. {hint}")
    if not (found := progress.of(library, source)):
        return misuse(f"The text of `{source}` is missing or was changed: run `bamboo check`.")
    print(progress.text(library, found[0]))
    return 0


COMMAND = Command("check", "check every data file against its sources", _run, _arguments, brief=True)
