"""Whether a build would make the same site again: all that it is made from is as it was, and so is the site.

Both are known by digests of contents: a file that was edited, put in or taken out is noticed on either side.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bamboo.commands.contents import Contents
from bamboo.commands.notes import CACHE, Notes
from bamboo.commands.program import parts
from bamboo.kept import digest, said_digest

# All of a project that a build reads.
READ = ("mkdocs.yml", "CONTRIBUTING.md", "data", "seeds", "docs", "hooks")
# The same without the records and the texts, of which a build itself knows what has changed.
GENERAL = ("mkdocs.yml", "CONTRIBUTING.md", "docs", "hooks")


def made_from(root: Path, contents: Contents, files: Iterable[str] = READ) -> str:
    """All that a site follows from: files, settings, the program's parts, the day; and of the records, git's
    history of them.
    """
    settings = root / "mkdocs.yml"
    words = set(re.findall(r"\w+", settings.read_text(encoding="utf-8"))) if settings.is_file() else set()
    named = [f"{name}={os.environ[name]}" for name in sorted({*words, "SOURCE_DATE_EPOCH"} & {*os.environ})]
    # Without a history, the map of the site has the day of the build; it is made each time.
    day = [str(datetime.now(UTC).date()), _commit(root)] if files is READ else []
    outside = [*day, *parts(), *named]
    return digest([*map(os.fsencode, outside), contents.of(root, files).encode("ascii")])


def contents(root: Path) -> Contents:
    """The files of a project and its site, as the last build saw them."""
    return Contents(note_of(root).with_suffix(".files"))


@dataclass(frozen=True, slots=True)
class Last:
    """The site that was built last: what it was made from, as a whole, and the file that says it of each of
    its files (see site/traces.py), if that is known."""

    source: str
    traces: Path | None


def last(root: Path, site: Path, contents: Contents) -> Last | None:
    """What is known of the folder `site`, if that is, byte for byte, what was built last."""
    with suppress(OSError, ValueError):
        source, written, traced = note_of(root).read_text(encoding="ascii").split()
        if len(traced) == len(written) and written == contents.of_own(site):
            traces = _traces_of(root)
            return Last(source, traces if said_digest(traces) == traced else None)
    return None


def note(root: Path, site: Path, contents: Contents, source: str, notes: Notes) -> None:
    """Keep in mind that `site` was built from `source`. The file of `notes` that says what each of its files
    was made from is moved to what is kept.
    """
    file = note_of(root)
    # Where this cannot be written, the next build does all its work.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _traces_of(root).unlink(missing_ok=True)
        if notes.traces.is_file():
            shutil.move(notes.traces, _traces_of(root))
        written = contents.of_own(site, notes.written)
        traced = said_digest(_traces_of(root)) or digest([])
        file.write_text(f"{source}\n{written}\n{traced}\n", encoding="ascii")
    contents.save()


def _traces_of(root: Path) -> Path:
    return note_of(root).with_suffix(".traces")


def note_of(root: Path) -> Path:
    """Where it is kept in mind. Several projects may keep things in one folder."""
    name = digest([os.fsencode(root.resolve())])[:16]
    return Path(os.environ.get(CACHE) or root / ".cache") / f"site-{name}"


def _commit(root: Path) -> str:
    words = ["git", "rev-parse", "--is-shallow-repository", "HEAD"]
    try:
        return subprocess.run(words, cwd=root, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""
