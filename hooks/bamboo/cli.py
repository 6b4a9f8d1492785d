"""The command line: picks the command and the project's folder. Exit 0 good, 1 findings, 2 misuse."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bamboo.commands import COMMANDS, disk
from bamboo.commands.command import misuse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # quotes hold letters that not every terminal's encoding has
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A program that is stopped by another one tidies up as when a person stops it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options = _parser().parse_args(arguments)
    root = Path(options.root)
    if not (root / "data").is_dir():
        return misuse(f"There is no folder data/ in {root.resolve()}: name the project's folder with --root.")
    command = next(command for command in COMMANDS if command.name == options.command)
    try:
        code = command.run(root, options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # As with `bamboo check | head`: whoever read has read enough. It ends as programs do that know it.
        _say_no_more()
        return 128 + 13
    except OSError as error:
        _say_no_more()
        print(disk.why(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _say_no_more() -> None:
    """Let what is still to be printed go nowhere, so that Python does not try again when it ends."""
    output = sys.__stdout__
    if output is not None and sys.stdout is output:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), output.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bamboo", description="Checks the data and makes the site's pages.")
    parser.add_argument("--root", default=".", help="the project's folder (default: this one)")
    words = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.arguments(words.add_parser(command.name, help=command.help))
    return parser
