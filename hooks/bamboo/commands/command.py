"""The one shape of all commands: a name, a help line, its arguments, and what it does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bamboo.data.locations import Finding


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `bamboo`. `run` gets the project's folder and the options, and returns the exit code:
    0 good, 1 findings, 2 misuse."""

    name: str
    help: str
    run: Callable[[Path, argparse.Namespace], int]
    arguments: Callable[[argparse.ArgumentParser], None] = lambda parser: None
    brief: bool = False
    """It ends before the memory of what it has done with is worth anything."""


def refuse(findings: Sequence[Finding]) -> int:
    """Print the findings that forbid going on."""
    # Here, because it brings all checks with it: a command that finds nothing wrong is not to wait for them.
    from bamboo.checks import report

    print(report.text(findings), file=sys.stderr)
    return 1


def misuse(message: str) -> int:
    """Print how the command is meant to be used."""
    print(message, file=sys.stderr)
    return 2
