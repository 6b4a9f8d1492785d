"""`bamboo schema`: the JSON Schema of every record, written anew from the model."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo.commands.command import Command
from bamboo.kinds import schema


def _run(root: Path, options: argparse.Namespace) -> int:
    folder = root / schema.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = schema.schemas()
    for old in folder.glob("*.json"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} schemas written to {schema.FOLDER}/.")
    return 0


COMMAND = Command("schema", "write the JSON Schema of every record anew", _run)
