"""Puts a new site in the place of the last one, which gives it the folders in which nothing has changed.

Where a program is killed in between, the next one puts back the last site as it was.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Each build works in a folder of its own with this prefix and the number of its process: the new site, and
# the old one while they change.
WORK, NEXT, LAST = ".site-", "next", "last"
# In it, the folders that the last site gives, line by line.
FOLDERS = "folders"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a new site takes of the last one, which has this `number` on its disk."""

    folders: tuple[str, ...]
    number: int


def swap(work: Path, place: Path, taken: Taken | None = None) -> bool:
    """Put the new site of a build at `place`. False where that is not any more the site of which folders are
    to be taken: then it is as it was.
    """
    new, old = work / NEXT, work / LAST
    while True:
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            place.rename(old)
        if taken and not _take(taken, old, new):
            with suppress(OSError):
                old.rename(place)
            return False
        try:
            new.rename(place)
            return True
        except OSError as error:
            # Another build may have put its site here between the two steps: that one is replaced.
            if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):
                _give_back(work)
                with suppress(OSError):
                    old.rename(place)
                raise
        taken = None


def restore(root: Path, place: Path) -> None:
    """Put back the site of a build that was killed between the steps of its swap, and delete the rest."""
    for old in sorted(root.glob(f"{WORK}*/{LAST}")):
        # One that still runs is about to put its site there, with folders of this one.
        if not place.exists() and not (_is_at_work(old.parent) and _named(old.parent)):
            _give_back(old.parent)
            with suppress(FileNotFoundError):
                old.rename(place)
    for left in root.glob(f"{WORK}*"):
        if not _is_at_work(left):
            shutil.rmtree(left, ignore_errors=True)


def _is_at_work(work: Path) -> bool:
    """Whether the build of this folder runs, or nobody knows."""
    builder = work.name.removeprefix(WORK).partition("-")[0]
    return not builder.isdecimal() or _runs(int(builder))


def _take(taken: Taken, old: Path, new: Path) -> bool:
    try:
        if old.stat().st_ino != taken.number:
            return False
        for folder in taken.folders:
            (new / folder).parent.mkdir(parents=True, exist_ok=True)
            (old / folder).rename(new / folder)
    except OSError:
        _give_back(new.parent)
        return False
    return True


def _give_back(work: Path) -> None:
    """Put the folders that were taken back into the last site."""
    for folder in _named(work):
        if not (work / LAST / folder).exists():
            with suppress(FileNotFoundError):
                (work / NEXT / folder).rename(work / LAST / folder)


def _named(work: Path) -> Iterable[str]:
    with suppress(FileNotFoundError):
        return (work / FOLDERS).read_text(encoding="utf-8").splitlines()
    return ()


def _runs(process: int) -> bool:
    """Whether a process of this number runs. Where only stopping it would show that, it is taken to run."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
