"""What `bamboo` can do: one command a file, all of one shape, in the order help shows them."""

from __future__ import annotations

from importlib import import_module

from bamboo.commands.command import Command

NAMES = ("check", "fix", "add", "draft", "review", "rename", "merge", "diff", "pages", "build", "schema")


def command(name: str) -> Command:
    """The command of this name. What it needs is loaded with it: most need a part of the program only."""
    found: Command = import_module(f"bamboo.commands.{name}").COMMAND
    return found


def commands() -> tuple[Command, ...]:
    """All of them."""
    return tuple(map(command, NAMES))
