"""What `bamboo build` and the hook, in the process of MkDocs that it starts, say to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Where the hook finds the folder for its notes, when `bamboo build` started MkDocs.
NOTES = "BAMBOO_NOTES"
# Set in the environment, it says that MkDocs is to make the site alone, without what makes it quicker.
PLAIN = "BAMBOO_PLAIN"
# How many processes make pages, if not one for each core.
WORKERS = "BAMBOO_WORKERS"
# The folder for what a build keeps, if it is not to be .cache/ in the project's.
CACHE = "BAMBOO_CACHE"


@dataclass(frozen=True, slots=True)
class Notes:
    """What the hook, in the process of MkDocs, writes down for `bamboo build`, which started it."""

    folder: Path

    @property
    def findings(self) -> str:
        """What the checks found, as text for a person."""
        path = self.folder / "findings"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of the site by address, as it was to be written."""
        return tuple((self.folder / "files").read_text(encoding="utf-8").splitlines())

    def refuse(self, findings: str) -> None:
        """Note that nothing is built, and why."""
        (self.folder / "findings").write_text(findings, encoding="utf-8")

    def announce(self, files: Iterable[str]) -> None:
        """Note what the site will consist of."""
        (self.folder / "files").write_text("\n".join(files), encoding="utf-8")
