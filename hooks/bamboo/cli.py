"""The command line: picks the command and the project's folder. Exit 0 good, 1 findings, 2 misuse."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bamboo.commands import NAMES, command, disk
from bamboo.commands.command import misuse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # quotes hold letters that not every terminal's encoding has
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A program that is stopped by another one tidies up as when a person stops it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    words = sys.argv[1:] if arguments is None else arguments
    options = _parser(_named(words)).parse_args(words)
    root = Path(options.root)
    if not (root / "data").is_dir():
        return misuse(f"There is no folder data/ in {root.resolve()}: name the project's folder with --root.")
    try:
        chosen = command(options.command)
        if not (chosen.brief or gc.isenabled()):
            gc.freeze()
            gc.enable()
        code = chosen.run(root, options)
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


def _named(words: Sequence[str]) -> Sequence[str]:
    """The command that these words ask for; all, where they ask for none that there is, or for help."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--root")
    parser.add_argument("command", nargs="?")
    try:
        name = parser.parse_known_args(words)[0].command
    except argparse.ArgumentError:
        name = None
    return (name,) if name in NAMES and not {"-h", "--help"} & {*words} else NAMES


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bamboo", description="Checks the data and makes the site's pages.")
    parser.add_argument("--root", default=".", help="the project's folder (default: this one)")
    words = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for one in map(command, names):
        one.arguments(words.add_parser(one.name, help=one.help))
    return parser
