"""Folders to a Library: every record and every seed, with what could not be read as findings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from bamboo import kinds
from bamboo.data import shape, yamlfile
from bamboo.data.fields import ID_SHAPE
from bamboo.data.locations import Finding, Location
from bamboo.data.records import Record
from bamboo.data.seed import Seed, id_like
from bamboo.data.yamlfile import Document
from bamboo.kinds import moved
from bamboo.kinds.base import Kind
from bamboo.kinds.entry import Entry, Known, claims_named, same, sources_quoted
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.folder import Folder, Read, usual
from bamboo.kinds.home import HOME, Home
from bamboo.kinds.indicator import INDICATORS, Indicator, observation_id
from bamboo.kinds.moved import Moves
from bamboo.kinds.overview import OBSERVATIONS, Sentence, sentences
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.kinds.person import PEOPLE, Person
from bamboo.kinds.source import SOURCES, Source
from bamboo.kinds.term import TERMS, Term
from bamboo.kinds.theme import THEMES, Theme
from bamboo.kinds.year import YEARS, Year

__all__ = ["LARGEST_SEED", "RESERVED", "Entry", "Library", "load"]

RULE = "files"
LARGEST_SEED = 8_388_608  # bytes: some forty novels

# Names that Windows keeps for devices, and the name of a folder's own page.
RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}

_COPY = re.compile(r"\bcopy\b|\(\d+\)$", re.IGNORECASE)  # what programs call a second file

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Library:
    """All that was read, by kind and id, in order of id.

    `unreadable` holds (kind, id) of files that exist and could not be read: what refers to them
    is no mistake. `findings` says why they could not be read.
    """

    records: Mapping[str, Mapping[str, Entry[Any]]]
    seeds: Mapping[str, Seed]
    moves: tuple[Moves, Document] | None
    unreadable: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...]
    known: Known = field(default_factory=Known, repr=False)
    files: Mapping[str, Read] = field(default_factory=dict, repr=False)

    def but(self, **records: Mapping[str, Entry[Any]]) -> Library:
        """The same with other records of the kinds named."""
        claims = all(kinds.BY_NAME[name].holds_claims for name in records)
        known = self.known if claims else Known()
        return replace(self, records={**self.records, **records}, known=known)

    def each(
        self, what: str, entries: Iterable[Entry[Any]], of: Callable[[Library, Entry[Any]], Iterable[T]]
    ) -> Iterator[T]:
        """What `of` finds out about each record: see `once`."""
        for entry in entries:
            yield from self.ask(what, entry, of)

    def ask(
        self, what: str, entry: Entry[Any], of: Callable[[Library, Entry[Any]], Iterable[T]]
    ) -> tuple[T, ...]:
        """What `of` finds out about one record: see `once`."""
        return self.once(what, entry, lambda: tuple(of(self, entry)))

    def once(self, what: str, entry: Entry[Any], make: Callable[[], T], *beside: object) -> T:
        """What `make` finds out about a record of this library, or found out about it in another one that
        has the same records besides claims. What it reads of claims that the record does not refer to has
        to be `beside`, each the very same object.
        """
        return self.known.once(what, entry, make, (*self._claims_of(entry), *beside))

    def _claims_of(self, entry: Entry[Any]) -> Iterable[object]:
        """The records of the claims that a record refers to, and of others why they are missing."""
        named = self.known.once("refers", entry, partial(claims_named, entry), ())
        return (
            [self.of(kind).get(ident) or self._unread(kind, ident) for kind, ident in named] if named else ()
        )

    def _unread(self, kind: str, ident: str) -> bool | None:
        if kind == OBSERVATIONS:
            read = any(one == "indicators" and ident.startswith(f"{of}-") for one, of in self.unreadable)
            return read or None
        return (kind, ident) in self.unreadable or None

    @cached_property
    def quoting(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """By source, the records with claims that quote it."""
        found: dict[str, list[Entry[Any]]] = defaultdict(list)
        for kind in (kind for kind in kinds.ALL if kind.holds_claims):
            for entry in self.all(kind).values():
                for source in self.once("quoted", entry, partial(sources_quoted, entry)):
                    found[source].append(entry)
        return {source: tuple(entries) for source, entries in found.items()}

    def all(self, kind: Kind[R]) -> Mapping[str, Entry[R]]:
        """The records of one kind, typed."""
        return self.records[kind.name]

    def of(self, kind: str) -> Mapping[str, Entry[Any]]:
        """The records of the kind of this name; of "observations" their indicators, by id."""
        return self.observations if kind == OBSERVATIONS else self.records[kind]

    @cached_property
    def observations(self) -> Mapping[str, Entry[Indicator]]:
        """By the id of each observation, the indicator that has it."""
        return {
            observation_id(entry.id, observation.period): entry
            for entry in self.indicators.values()
            for observation in entry.record.observations
        }

    def entries(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Every record with the name of its kind."""
        for kind, entries in self.records.items():
            for entry in entries.values():
                yield kind, entry

    @property
    def sources(self) -> Mapping[str, Entry[Source]]:
        return self.all(SOURCES)

    @property
    def partners(self) -> Mapping[str, Entry[Partner]]:
        return self.all(PARTNERS)

    @property
    def people(self) -> Mapping[str, Entry[Person]]:
        return self.all(PEOPLE)

    @property
    def themes(self) -> Mapping[str, Entry[Theme]]:
        return self.all(THEMES)

    @property
    def terms(self) -> Mapping[str, Entry[Term]]:
        return self.all(TERMS)

    @property
    def indicators(self) -> Mapping[str, Entry[Indicator]]:
        return self.all(INDICATORS)

    @property
    def facts(self) -> Mapping[str, Entry[Fact]]:
        return self.all(FACTS)

    @property
    def years(self) -> Mapping[str, Entry[Year]]:
        return self.all(YEARS)

    def overview(self, kind: str, ident: str) -> Sequence[Sentence]:
        """The overview of a record; a year has its page with or without one."""
        entry = self.records[kind].get(ident)
        return sentences(entry.record) if entry else ()

    @property
    def home(self) -> Entry[Home] | None:
        """The record of the home page, if there is one."""
        return next(iter(self.all(HOME).values()), None)


def load(root: Path, before: Library | None = None) -> Library:
    """Read `root/data` and `root/seeds`.

    What is as it was `before`, byte for byte, is not read again: the very same records are in both.
    """
    reader = _Reader(root, before.files if before else {})
    records = {kind.name: dict(sorted(reader.records(kind))) for kind in kinds.ALL}
    reader.strays()
    seeds = dict(sorted(reader.seeds()))
    found = Library(
        records=records,
        seeds=seeds,
        moves=reader.moves(),
        unreadable=frozenset(reader.unreadable),
        findings=tuple(reader.findings),
        files=reader.folder.files,
    )
    return _like(found, before) if before else found


def _like(library: Library, before: Library) -> Library:
    """The same library; what was found out about its records stays known where only claims have changed."""
    records = {kind: same(found, before.records[kind]) for kind, found in library.records.items()}
    seeds = same(library.seeds, before.seeds)
    others = [kind.name for kind in kinds.ALL if not kind.holds_claims]
    unread = library.unreadable ^ before.unreadable
    kept = seeds is before.seeds and all(records[kind] is before.records[kind] for kind in others)
    known = before.known if kept and not any(kind in (*others, "seeds") for kind, _ in unread) else Known()
    return replace(library, records=records, seeds=seeds, known=known)


class _Reader:
    def __init__(self, root: Path, before: Mapping[str, Read]) -> None:
        self.root = root
        self.folder = Folder(root, before)
        self.findings: list[Finding] = []
        self.unreadable: set[tuple[str, str]] = set()

    def records(self, kind: Kind[Any]) -> Iterator[tuple[str, Entry[Any]]]:
        """The readable records of one kind; the rest become findings."""
        if kind.single:
            path = self.root / kind.file
            entry = self._entry(kind, path) if path.exists() or path.is_symlink() else None
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
        for file in self.folder.below(folder):
            name, stem = self._name(file), file.stem
            if file.name.startswith("."):
                continue
            plain = usual(kind.name, kind.by_year).fullmatch(name) and stem not in RESERVED
            if not plain and not self._is_record_file(kind, file):
                continue
            if stem in first:
                self._say(
                    name,
                    f"The id `{stem}` is taken by {first[stem]}.",
                    "Rename one of the two.",
                    code="id-taken",
                )
                continue
            first[stem] = name
            entry = self._entry(kind, file)
            if entry is None:
                self.unreadable.add((kind.name, stem))
            else:
                yield stem, entry

    def strays(self) -> None:
        """Folders and files of data/ that no record can be in."""
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
        content = self._bytes(path, yamlfile.LARGEST) if path.exists() or path.is_symlink() else None
        if content is None:
            return None
        document, findings = yamlfile.read(content, self._name(path))
        self.findings += findings
        if document is None:
            return None
        record, findings = shape.fit(Moves, document)
        self.findings += findings
        return (record, document) if record else None

    def seeds(self) -> Iterator[tuple[str, Seed]]:
        """The readable texts of seeds/, by file name."""
        for path in sorted((self.root / "seeds").glob("*")):
            name = self._name(path)
            if path.name.startswith(".") or path.is_dir():
                continue
            if not re.fullmatch(ID_SHAPE + r"\.txt", path.name):
                self._say(
                    name,
                    "A seed is named like an id and ends in .txt.",
                    "Rename it, or move it elsewhere.",
                    code="seed-name",
                )
                continue
            content = self._bytes(path, LARGEST_SEED)
            if content is None:
                self.unreadable.add(("seeds", path.name))
                continue
            read = self.folder.once(path, content, partial(_seed, content, name))
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

    def _entry(self, kind: Kind[Any], path: Path) -> Entry[Any] | None:
        def make() -> tuple[Entry[Any] | None, list[Finding]]:
            assert content is not None
            document, findings = yamlfile.read(content, self._name(path))
            if document is None:
                return None, findings
            record, findings = shape.fit(kind.record, document)
            return (None if record is None else Entry(path.stem, record, document)), findings

        content = self._bytes(path, yamlfile.LARGEST)
        if content is None:
            return None
        read = self.folder.once(path, content, make)
        self.findings += read.findings
        entry: Entry[Any] | None = read.made
        return entry

    def _bytes(self, path: Path, largest: int) -> bytes | None:
        found = self.folder.content(path, largest, RULE)
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
