"""`bamboo rename OLD NEW`: gives a record another address, and lets all that names it follow."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo.commands.command import Command
from bamboo.commands.moving import carry_out
from bamboo.editing.rename import rename


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="its file, its place such as themes/trade, or its id")
    parser.add_argument("new", metavar="NEW", help="its new id; for a fact of another year facts/2025/<id>")
    parser.add_argument("--dry-run", action="store_true", help="show the changes and write nothing")


def _run(root: Path, options: argparse.Namespace) -> int:
    return carry_out(
        root, lambda library, texts: rename(library, texts, options.old, options.new), options.dry_run
    )


COMMAND = Command("rename", "give a record another address; all that names it follows", _run, _arguments)
