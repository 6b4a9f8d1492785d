"""`bamboo check`: every data file against its sources."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo import checks
from bamboo.checks import report
from bamboo.commands.command import Command
from bamboo.data import english
from bamboo.kinds.library import load


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=sorted(report.FORMATS), default="text", help="how findings are written"
    )


def _run(root: Path, options: argparse.Namespace) -> int:
    library = load(root)
    findings = checks.run(library)
    if findings or options.format != "text":
        print(report.FORMATS[options.format](findings))
    else:
        claims = [
            english.counted(len(library.facts), "fact"),
            english.counted(len(library.indicators), "figure"),
        ]
        texts = english.counted(len(library.sources), "source")
        print(f"{english.listed(claims)} checked against {texts}: nothing found.")
    return 1 if findings else 0


COMMAND = Command("check", "check every data file against its sources", _run, _arguments)
