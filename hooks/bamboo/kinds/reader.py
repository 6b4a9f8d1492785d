"""Reads the files of a project: each record and each seed, with what could not be read as findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bamboo import kinds
from bamboo.data import shape, yamlfile
from bamboo.data.fields import ID_SHAPE
from bamboo.data.locations import Finding, Location
from bamboo.data.patterns import pattern
from bamboo.data.seed import Seed, id_like
from bamboo.data.yamlfile import Document
from bamboo.kinds import moved
from bamboo.kinds.base import Kind
from bamboo.kinds.entry import Entry
from bamboo.kinds.folder import Folder, Read, usual
from bamboo.kinds.moved import Moves

RULE = "files"
LARGEST_SEED = 8_388_608  # bytes: some forty novels

# Names that Windows keeps for devices, and the name of a folder's own page.
RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}

_COPY = pattern(r"\bcopy\b|\(\d+\)$", re.IGNORECASE)  # what programs call a second file


class Reader:
    """Reads the files of a project's folder; what cannot be read becomes findings."""

    def __init__(self, root: Path, before: Mapping[str, Read], settled: int) -> None:
        self.root = root
        self.folder = Folder(root, before, settled)
        self.findings: list[Finding] = []
        self.unreadable: set[tuple[str, str]] = set()

    def records(self, kind: Kind[Any]) -> Iterator[tuple[str, Entry[Any]]]:
        """The readable records of one kind; the rest become findings."""
        if kind.single:
            path = self.root / kind.file
            entry = self._entry(kind, kind.file) if path.exists() or path.is_symlink() else None
            if entry is not None:
                yield entry.id, entry
            return
        folder = self.root / "data" / kind.name
        for outer in (folder.parent, folder):
            if outer.is_symlink():
                if outer == folder or kind is kinds.ALL[0]:
                    self._say(
                        self._name(outer),
                        "A link to another folder.",
                        "Put the folder itself here.",
                        code="linked-folder",
                    )
                return
        first: dict[str, str] = {}
        ordinary = usual(kind.name, kind.by_year)
        for name in self.folder.below(folder):
            file = name.rpartition("/")[2]
            if read := self.folder.as_before(name):
                # It is called as it was when it was read.
                stem = file.removesuffix(".yml")
            elif file.startswith("."):
                continue
            else:
                plain = ordinary.fullmatch(name)
                stem = plain[1] if plain else Path(file).stem
                if (not plain or stem in RESERVED) and not self._is_record_file(kind, self.root / name):
                    continue
            if stem in first:
                self.folder.files.pop(name, None)
                self._say(
                    name,
                    f"The id `{stem}` is taken by {first[stem]}.",
                    "Rename one of the two.",
                    code="id-taken",
                )
                continue
            first[stem] = name
            entry = self._made(read) if read else self._entry(kind, name)
            if entry is None:
                self.unreadable.add((kind.name, stem))
            else:
                yield stem, entry

    def strays(self) -> None:
        """Folders and files of data/ that no record can be in, and folders that could not be read."""
        self.findings += self.folder.closed
        folder = self.root / "data"
        if not folder.is_dir():
            self._say(
                "data",
                "There is no folder data/.",
                "Run the command in the project's own folder.",
                code="no-data",
            )
            return
        if not any(path.is_file() for path in (folder / "facts").rglob("*")):
            self._say(
                "data/facts", "There is no fact yet.", "Add one: CONTRIBUTING.md shows how.", code="no-facts"
            )
        folders = [kind.name for kind in kinds.ALL if not kind.single]
        files = {moved.FILE, *(kind.file for kind in kinds.ALL if kind.single)}
        for path in sorted(folder.iterdir()):
            if path.name in folders or path.name.startswith(".") or self._name(path) in files:
                continue
            self._say(
                self._name(path),
                "Nothing is read from here.",
                f"Records are in data/{{{','.join(folders)}}}/.",
                code="not-read",
            )

    def moves(self) -> tuple[Moves, Document] | None:
        """The list of old addresses, if there is one that can be read."""
        path = self.root / moved.FILE
        content = self._bytes(moved.FILE, yamlfile.LARGEST) if path.exists() or path.is_symlink() else None
        if content is None:
            return None
        document, findings = yamlfile.read(content, moved.FILE)
        self.findings += findings
        if document is None:
            return None
        record, findings = shape.fit(Moves, document)
        self.findings += findings
        return (record, document) if record else None

    def seeds(self) -> Iterator[tuple[str, Seed]]:
        """The readable texts of seeds/, by file name."""
        folder = self.root / "seeds"
        linked = folder.is_symlink()
        for name in self.folder.below(folder):
            path = self.root / name
            if path.name.startswith(".") or path.parent != folder:
                continue
            if not re.fullmatch(ID_SHAPE + r"\.txt", path.name):
                self._say(
                    name,
                    "A seed is named like an id and ends in .txt.",
                    "Rename it, or move it elsewhere.",
                    code="seed-name",
                )
                continue
            read = None if linked else self.folder.as_before(name)
            if read is None:
                content = self._bytes(name, LARGEST_SEED)
                if content is None:
                    self.unreadable.add(("seeds", path.name))
                    continue
                read = self.folder.once(name, content, partial(_seed, content, name))
            self.findings += read.findings
            if read.made is None:
                self.unreadable.add(("seeds", path.name))
            else:
                yield path.name, read.made

    def _is_record_file(self, kind: Kind[Any], path: Path) -> bool:
        name, stem = self._name(path), path.stem
        depth = len(path.relative_to(self.root / "data" / kind.name).parts)
        if path.suffix != ".yml":
            meant = re.fullmatch(r"(.+?)\.ya?ml(?:\.txt)?", path.name, re.IGNORECASE)
            hint = f"Rename it to {meant[1]}.yml." if meant else "Delete it, or move it elsewhere."
            self._say(name, "Only files that end in .yml are read.", hint, code="not-yml")
        elif not re.fullmatch(ID_SHAPE, stem):
            self._say(
                name,
                f"`{stem}` cannot be an id: small letters a-z and digits, words joined by -, nothing else.",
                f"Rename it, for example to {id_like(stem)}.yml"
                + ("; delete it if it is a copy." if _COPY.search(stem) else "."),
                code="no-id",
            )
        elif stem in RESERVED:
            self._say(
                name,
                f"The name `{stem}` is taken by the site or by Windows.",
                "Choose another id.",
                code="reserved-id",
            )
        elif depth != (2 if kind.by_year else 1):
            where = f"data/{kind.name}/<year>/" if kind.by_year else f"data/{kind.name}/"
            self._say(
                name,
                f"The file is in the wrong folder; expected {where}.",
                f"Move it to {where}.",
                code="wrong-folder",
            )
        else:
            return True
        self.unreadable |= {(kind.name, stem), (kind.name, id_like(stem))}
        return False

    def _entry(self, kind: Kind[Any], name: str) -> Entry[Any] | None:
        def make() -> tuple[Entry[Any] | None, list[Finding]]:
            assert content is not None
            document, findings = yamlfile.read(content, name)
            if document is None:
                return None, findings
            record, findings = shape.fit(kind.record, document)
            stem = name.rpartition("/")[2].removesuffix(".yml")
            return (None if record is None else Entry(stem, record, document)), findings

        content = self._bytes(name, yamlfile.LARGEST)
        if content is None:
            return None
        return self._made(self.folder.once(name, content, make))

    def _made(self, read: Read) -> Entry[Any] | None:
        self.findings += read.findings
        entry: Entry[Any] | None = read.made
        return entry

    def _bytes(self, name: str, largest: int) -> bytes | None:
        found = self.folder.content(name, largest, RULE)
        if isinstance(found, Finding):
            self.findings.append(found)
            return None
        return found

    def _say(self, file: str, message: str, hint: str = "", *, code: str) -> None:
        self.findings.append(Finding(Location(file), RULE, message, hint, code=code))

    def _name(self, path: Path) -> str:
        return self.folder.name(path)


def _seed(content: bytes, name: str) -> tuple[Seed | None, list[Finding]]:
    try:
        return Seed.of(content, name), []
    except UnicodeDecodeError as error:
        finding = Finding(
            Location(name, content.count(b"\n", 0, error.start) + 1),
            RULE,
            "The seed is not UTF-8.",
            "Save it again with the encoding UTF-8.",
            code="seed-not-utf-8",
        )
        return None, [finding]
