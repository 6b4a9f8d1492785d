"""What has become of the statements, day by day: those added, changed and withdrawn since the data began.

It is made of versions of files that somebody else has read (see commands/history.py): the same versions give
the same history.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from bamboo.data.yamlfile import LOADER
from bamboo.kinds.indicator import observation_id

# What pages say that they read where they show the day of the newest commit: see `Graph.noting`.
AS_OF = "as of"

# What of a fact makes it another statement for its readers.
_SAID = ("claim", "when", "kind", "relation", "agreement", "said_by", "people", "evidence", "differs")


@dataclass(frozen=True, slots=True)
class Version:
    """A file of data before and after a commit, as text or a name for that; None where there was none."""

    file: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and the versions of files that it changed. `at` is its time where it was made (ISO 8601),
    `utc` the same in UTC as calendars write it: `20240501T050000Z`."""

    at: str
    utc: str
    versions: tuple[Version, ...]

    @property
    def day(self) -> str:
        """Its day, where it was made."""
        return self.at[:10]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as a version of a file has it."""

    title: str
    said: str


Tell = Callable[[str, str | None], dict[str, Told]]


@dataclass(frozen=True, slots=True)
class Day:
    """What a day has changed: statements by id, those withdrawn with the title they had. `at` is when."""

    day: str
    at: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The day of a file's last change, its time in UTC, and how many commits have changed it."""

    day: str
    utc: str
    times: int


@dataclass(frozen=True, slots=True)
class History:
    """The days newest first, what has become of each file, and the day of the data's last change."""

    days: tuple[Day, ...]
    files: Mapping[str, Changed]
    as_of: str

    def last(self, file: str) -> str:
        """The day of a file's last change; "" where nothing is known of it."""
        changed = self.files.get(file)
        return changed.day if changed else ""


def history(commits: Iterable[Commit], read_version: Tell | None = None) -> History | None:
    """The history that commits, oldest first, have made; None where there is no commit.

    `read_version` gives the statements in a file of a version, if that is not the text itself.
    """
    files: dict[str, Changed] = {}
    days: list[Day] = []
    as_of = ""
    # By file, what was read of its newest version: that is the old one when it changes again.
    read: dict[str, tuple[str | None, dict[str, Told]]] = {}
    for day, found in _by_day(commits):
        as_of = max(as_of, day)
        for commit in found:
            for version in commit.versions:
                times = files[version.file].times if version.file in files else 0
                files[version.file] = Changed(day, commit.utc, times + 1)
        changes = _changes(found, read, read_version or statements)
        made = Day(
            day,
            found[-1].at,
            tuple(sorted(ident for ident, (old, new) in changes.items() if new and not old)),
            tuple(sorted(ident for ident, (old, new) in changes.items() if new and old)),
            tuple(sorted((ident, old.title) for ident, (old, new) in changes.items() if old and not new)),
        )
        if made.added or made.changed or made.withdrawn:
            days.append(made)
    return History(tuple(reversed(days)), files, as_of) if as_of else None


def _by_day(commits: Iterable[Commit]) -> Iterator[tuple[str, list[Commit]]]:
    """Commits of one day, which need not come one after the other."""
    found: dict[str, list[Commit]] = {}
    for commit in commits:
        found.setdefault(commit.day, []).append(commit)
    yield from sorted(found.items())


def _changes(
    commits: Iterable[Commit], read: dict[str, tuple[str | None, dict[str, Told]]], tell: Tell
) -> dict[str, tuple[Told | None, Told | None]]:
    """Statements that were different before these commits and after them."""
    found: dict[str, tuple[Told | None, Told | None]] = {}
    for commit in commits:
        before: dict[str, Told] = {}
        after: dict[str, Told] = {}
        for version in commit.versions:
            text, told = read.get(version.file, (None, {}))
            before |= told if text == version.old else tell(version.file, version.old)
            told = tell(version.file, version.new)
            read[version.file] = (version.new, told)
            after |= told
        for ident in before.keys() | after.keys():
            first = found[ident][0] if ident in found else before.get(ident)
            found[ident] = (first, after.get(ident))
    return {
        ident: (old, new)
        for ident, (old, new) in found.items()
        if (old.said if old else None) != (new.said if new else None)
    }


def statements(file: str, text: str | None) -> dict[str, Told]:
    """The statements in a file of data, as it was at some time: nothing is expected of its form."""
    path = PurePosixPath(file)
    if text is None or path.suffix != ".yml" or path.parts[1:2] not in (("facts",), ("indicators",)):
        return {}
    try:
        record = yaml.load(text, Loader=LOADER)
    except yaml.YAMLError:
        return {}
    if not isinstance(record, dict):
        return {}
    if path.parts[1] == "facts":
        title = record.get("title") or record.get("claim")
        return {path.stem: Told(str(title), _one(record.get(name) for name in _SAID))}
    found = {}
    rows = record.get("observations")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and "period" in row:
            title = f"{record.get('name')}, {row['period']}"
            found[observation_id(path.stem, str(row["period"]))] = Told(title, _one([row]))
    return found


def _one(values: Iterable[Any]) -> str:
    named = [_named(value) for value in values]
    return json.dumps(named, default=str, ensure_ascii=False, sort_keys=True)


def _named(value: Any) -> Any:
    """The same with texts as keys, which can be put in order: YAML reads the key `on` as true."""
    if isinstance(value, dict):
        return {str(key): _named(inner) for key, inner in value.items()}
    return [_named(one) for one in value] if isinstance(value, list) else value
