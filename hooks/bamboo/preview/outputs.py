"""What builds wrote, so that a browser hears of the pages that are new, and where each wrote it."""

from __future__ import annotations

from pathlib import Path

from bamboo.kept import digest


class Outputs:
    """The pages of the last build by address. Builds write into two folders in turns: what a browser asks
    for while one is written comes from the other."""

    def __init__(self) -> None:
        self.folder = ""
        """The one to read from: that of the last build that was finished."""
        self._writing = ""
        self._base: Path | None = None
        self._written: dict[str, str] = {}
        self._now: set[str] = set()
        self._new: set[str] = set()

    def turn(self, folder: str) -> str:
        """Begin a build. Where it writes; `folder` is where MkDocs would."""
        self._base = self._base or Path(folder)
        first = str(self._base / "first")
        self._writing = str(self._base / "second") if self.folder == first else first
        self._now.clear()
        return self._writing

    def finish(self) -> str:
        """End it. Where it wrote."""
        self.folder = self._writing
        return self.folder

    def write(self, address: str, page: str) -> None:
        """Note a page that is written."""
        made = digest([page.encode("utf-8")])
        self._now.add(address)
        if self._written.get(address) != made:
            self._written[address] = made
            self._new.add(address)

    def news(self) -> set[str]:
        """The pages that are other than when this was asked before."""
        found, self._new = self._new, set()
        return found

    def gone(self) -> set[str]:
        """After a build, the pages that were there before it and are no more."""
        found = self._written.keys() - self._now
        for address in found:
            del self._written[address]
        return found
