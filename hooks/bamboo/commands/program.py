"""What distinguishes one program from another, so that what one of them kept is not taken for the other's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bamboo.commands.notes import CACHE
from bamboo.kept import Kept, digest


def kept_in(root: Path) -> Kept:
    """What builds of this project have kept, by this very program and the versions of what it uses."""
    program = [
        file for file in sorted((root / "hooks").rglob("*")) if file.is_file() and file.suffix != ".pyc"
    ]
    made_by = digest(
        [*map(os.fsencode, parts()), *(file.read_bytes() for file in [root / "mkdocs.yml", *program])]
    )
    return Kept(Path(os.environ.get(CACHE) or root / ".cache"), made_by[:16])


def parts() -> list[str]:
    """Name and version of Python and of everything installed."""
    folders = [folder for folder in map(Path, sys.path) if folder.is_dir()]
    return [sys.version, *sorted({path.name for folder in folders for path in folder.glob("*.dist-info")})]
