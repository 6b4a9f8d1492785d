"""`bamboo merge A into B`: joins two records that are the same thing."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo.commands.command import Command
from bamboo.commands.moving import carry_out
from bamboo.editing.merge import merge


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("one", metavar="A", help="the record that goes: its file, place or id")
    parser.add_argument("into", choices=["into"], metavar="into", help="the word itself")
    parser.add_argument("other", metavar="B", help="the record that stays and keeps its own words")
    parser.add_argument("--dry-run", action="store_true", help="show the changes and write nothing")


def _run(root: Path, options: argparse.Namespace) -> int:
    return carry_out(
        root, lambda library, texts: merge(library, texts, options.one, options.other), options.dry_run
    )


COMMAND = Command("merge", "join two records that are the same thing", _run, _arguments)
