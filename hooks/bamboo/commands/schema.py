"""`bamboo schema`: the JSON Schema of every record, written from the model, and where programs find it."""

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
    settings = root / schema.SETTINGS
    settings.parent.mkdir(exist_ok=True)
    before = settings.read_text(encoding="utf-8") if settings.exists() else "{}"
    settings.write_text(schema.settings(before), encoding="utf-8", newline="\n")
    print(
        f"{len(made)} schemas written to {schema.FOLDER}/, and which files they are for to {schema.SETTINGS}."
    )
    return 0


COMMAND = Command("schema", "update the JSON Schema of every record", _run)
