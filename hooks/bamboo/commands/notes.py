"""What `bamboo build` and the hook, in the process of MkDocs that it starts, say to each other."""

from __future__ import annotations

import errno
import marshal
import os
import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bamboo.commands.swap import FOLDERS, Taken
from bamboo.kept import Seen, put_whole, whole

# Where the hook finds the folder for its notes, when `bamboo build` started MkDocs.
NOTES = "BAMBOO_NOTES"
# Set in the environment, it says that MkDocs is to make the site alone, without what makes it quicker.
PLAIN = "BAMBOO_PLAIN"
# How many processes read claims and make pages, if not one for each core.
WORKERS = "BAMBOO_WORKERS"
# The folder for what a build keeps, if it is not to be .cache/ in the project's.
CACHE = "BAMBOO_CACHE"


def workers() -> int:
    """How many processes share what is to be read and made."""
    return int(os.environ.get(WORKERS) or min(4, os.cpu_count() or 1))


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

    def begin(self, general: str, site: Path, traces: Path | None) -> None:
        """Note what the site is made from besides its records and texts; that of the file `traces` is in
        `site`."""
        (self.folder / "general").write_text(general, encoding="ascii")
        if traces:
            last = f"{site}\n{site.stat().st_ino}\n{traces}"
            (self.folder / "site").write_text(last, encoding="utf-8")

    @property
    def general(self) -> str:
        """What the site is made from besides its records and texts."""
        path = self.folder / "general"
        return path.read_text(encoding="ascii") if path.is_file() else ""

    @property
    def last_traces(self) -> bytes:
        """What the files of the last site were made from; nothing where that is not known any more."""
        last = self._last
        return whole(Path(last[2])) if last else b""

    @property
    def traces(self) -> Path:
        """The file that says, after a build, what those of the new site were made from, if anybody asks."""
        return self.folder / "traces"

    @property
    def written(self) -> Mapping[str, Seen]:
        """By address, files of the new site as they were when they had just been written; not of all."""
        content = whole(self.folder / "written")
        written: dict[str, Seen] = marshal.loads(content) if content else {}
        return written

    @property
    def taken(self) -> Taken | None:
        """The folders that the new site is to take of the last one, if any."""
        path = self.folder / FOLDERS
        folders = tuple(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else ()
        return Taken(folders, self._last[1]) if folders and self._last else None

    @property
    def _last(self) -> tuple[str, int, str] | None:
        """The last site, its number on the disk, and the file of its traces."""
        path = self.folder / "site"
        if not path.is_file():
            return None
        name, number, traces = path.read_text(encoding="utf-8").split("\n")
        return name, int(number), traces

    def finish(self, again: Collection[str], site: Path, traces: bytes, written: Mapping[str, Seen]) -> None:
        """Put what is as it was in the last site into the new one. Note what its files were made from, and as
        what those that were `written` were seen.
        """
        if again:
            self._take(again, site)
        put_whole(self.traces, traces)
        put_whole(self.folder / "written", marshal.dumps(dict(written)))

    def _take(self, files: Iterable[str], into: Path) -> None:
        """The last site has to be the same until all is there."""
        assert self._last
        name, number, _ = self._last
        files = [*files]
        # Folders of which all is as it was change their place as a whole, at the very end: see swap.py.
        whole = frozenset(_whole(files, name, into))
        (self.folder / FOLDERS).write_text("\n".join(sorted(whole)), encoding="utf-8")
        made = {into}
        for file in files:
            if file.rpartition("/")[0] in whole:
                continue
            target = into / file
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            try:
                os.link(f"{name}/{file}", target)
            except OSError:  # some disks have no links
                shutil.copyfile(f"{name}/{file}", target)
        if os.stat(name).st_ino != number:
            raise FileNotFoundError(errno.ENOENT, "Another build has replaced the site", name)

    def refuse(self, findings: str) -> None:
        """Note that nothing is built, and why."""
        (self.folder / "findings").write_text(findings, encoding="utf-8")

    def announce(self, files: Iterable[str]) -> None:
        """Note what the site will consist of."""
        (self.folder / "files").write_text("\n".join(files), encoding="utf-8")


def _whole(files: Iterable[str], last: str, into: Path) -> Iterator[str]:
    """The folders of the last site that have these files and nothing else, and that the new one has not.

    None where nobody can say whether a build runs, or was killed and left them in the wrong place.
    """
    if os.name != "posix":
        return
    for folder, many in Counter(file.rpartition("/")[0] for file in files).items():
        if folder and not (into / folder).exists() and len(os.listdir(f"{last}/{folder}")) == many:
            yield folder
