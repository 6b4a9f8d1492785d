"""Fixes what is certain in a data file; every fix is proven to change nothing else before it is taken.

Meaning is never touched: no word of a claim, no value, date, qualifier or name. What is not certain stays
as it is, with its finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from bamboo import kinds
from bamboo.data import shape, yamlfile
from bamboo.data.locations import Finding
from bamboo.data.records import Passage, Record, passages
from bamboo.data.seed import Seed
from bamboo.editing.fix import checksum, lists, order, white
from bamboo.editing.locate import as_printed
from bamboo.editing.outline import with_value
from bamboo.editing.write import Edited, UnprovenError
from bamboo.evidence.locate import Span, locate
from bamboo.kinds.library import Library
from bamboo.kinds.source import Source

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after the fixes, what they were, and why the file could not be read if it could not.

    `text` is None where nothing was changed.
    """

    text: str | None
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


_SINGLE = {kind.file: kind.name for kind in kinds.ALL if kind.single}


def kind_of(file: str) -> str | None:
    """The kind of record that a file (its path from the root) holds, or None."""
    if file in _SINGLE:
        return _SINGLE[file]
    parts = PurePosixPath(file).parts
    if len(parts) > 2 and parts[0] == "data" and parts[1] in kinds.BY_NAME and file.endswith(".yml"):
        return parts[1]
    return None


def fixed(data: bytes, file: str, library: Library, committed: bytes | None = None) -> Fixed:
    """Fix one data file. `committed` is what the history has under its name, if anything."""
    kind = kind_of(file)
    assert kind is not None
    text, notes = white.decode(data)
    if text is not None:
        text, more = white.tidy(text, kinds.BY_NAME[kind].record, file)
        notes += more
    document, findings = yamlfile.read((text or "").encode("utf-8") if text is not None else data, file)
    if text is not None and document is None:
        shown = white.without_unseen(text)
        document, _ = yamlfile.read(shown.encode("utf-8"), file)
        if document is not None and _all_found(library, kinds.BY_NAME[kind].record, document):
            text = shown
            notes.append("invisible characters taken away")
        else:
            document = None
    if text is None or document is None:
        return Fixed(None, findings=tuple(findings))
    work = _Work(Edited(file, kinds.BY_NAME[kind].record, text), library, committed, notes)
    work.run()
    changed = work.edited.text.encode("utf-8") != data
    return Fixed(work.edited.text if changed else None, tuple(dict.fromkeys(work.notes)) if changed else ())


def _all_found(library: Library, kind: type[Record], document: yamlfile.Document) -> bool:
    """Whether a record fits and every quote of it has its place."""
    record, _ = shape.fit(kind, document)
    own = PurePosixPath(document.file).stem if kind is Source else ""
    if record is None:
        return False
    looked = [(seed_as_it_was(library, source), passage) for _, source, passage in passages(record, own)]
    return all(seed is None or isinstance(locate(seed, passage), Span) for seed, passage in looked)


def seed_as_it_was(library: Library, source: str) -> Seed | None:
    """The text of a source, also while its card cannot be read yet; none that differs from its checksum."""
    seed = library.seeds.get(f"{source}.txt")
    card = library.sources.get(source)
    return None if seed is None or (card and card.record.sha256 != seed.sha256) else seed


@dataclass
class _Work:
    """One file while it is being fixed."""

    edited: Edited
    library: Library
    committed: bytes | None
    notes: list[str]

    def run(self) -> None:
        """Apply every fix that can be proven."""
        if self.edited.kind is Source:
            self._checksum()
        self._lists()
        while self._quote():
            pass
        sorted_text, notes = order.fields_in_order(self.edited.text, self.edited.kind)
        self._take(sorted_text, self.edited.values, *notes)

    def _take(self, text: str, expected: Any, *notes: str) -> bool:
        taken = self.edited.take(text, expected)
        self.notes += notes if taken else ()
        return taken

    @property
    def _id(self) -> str:
        return PurePosixPath(self.edited.file).stem

    def _checksum(self) -> None:
        values = self.edited.values
        seed = self.library.seeds.get(f"{self._id}.txt")
        if seed is None or values.get("seed") != f"{self._id}.txt":
            return
        if not checksum.is_open(values.get("sha256")) or self._once_had_another(seed.sha256):
            return
        text = checksum.with_checksum(self.edited.text, seed.sha256)
        if text is not None:
            self._take(text, with_value(values, ("sha256",), seed.sha256), f"the checksum of {seed.file}")

    def _once_had_another(self, digest: str) -> bool:
        """Whether the history has a checksum for this card, and not this one: then the seed is not new."""
        before, _ = yamlfile.read(self.committed or b"", self.edited.file)
        told = before.values.get("sha256") if before else None
        return not checksum.is_open(told) and told != digest

    def _lists(self) -> None:
        known = {kind: {*self.library.of(kind)} for kind in kinds.BY_NAME}
        while any(
            self._take(text, self._as_lists(text), note)
            for text, note in lists.single_values_listed(self.edited.text, self.edited.kind, known)
        ):
            pass

    def _as_lists(self, text: str) -> Any:
        """What the file says now, with the lists that `text` makes of single values and nothing else new."""
        document, _ = yamlfile.read(text.encode("utf-8"), self.edited.file)
        return _listed(self.edited.values, document.values if document else None)

    def _quote(self) -> bool:
        """One quote that its seed prints with other marks, as it is printed; False where there is none."""
        for path, source, fields in _passages(self.edited.values, self._id):
            seed = seed_as_it_was(self.library, source)
            passage = Passage(**fields)
            if seed is None or isinstance(locate(seed, passage), Span):
                continue
            if (printed := as_printed(seed, passage)) is None:
                continue
            trial = replace(self.edited)
            try:
                for name in fields:
                    if (new := getattr(printed.passage, name)) != fields[name]:
                        trial.put((*path, name), new)
            except UnprovenError:
                continue
            if trial.text == self.edited.text:
                continue
            self.edited = trial
            self.notes.append(f"marks and spaces of a quote as in {seed.file}:{seed.line(printed.at)}")
            return True
        return False


def _listed(old: Any, new: Any) -> Any:
    """`old` with a list around each single value that `new` has in one, if `new` differs in nothing else."""
    if isinstance(old, dict) and isinstance(new, dict) and list(old) == list(new):
        return {name: _listed(old[name], new[name]) for name in old}
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [_listed(a, b) for a, b in zip(old, new, strict=True)]
    if isinstance(new, list) and not isinstance(old, list):
        parts = [part.strip() for part in old.replace(";", ",").split(",")] if isinstance(old, str) else []
        return parts if len(parts) > 1 and parts == new else [old]
    return old


def _passages(values: Any, source: str, path: Path = ()) -> Iterator[tuple[Path, str, Mapping[str, str]]]:
    """Every quote in plain values, with its path and source; the record need not be whole."""
    if isinstance(values, dict):
        source = values["source"] if isinstance(values.get("source"), str) else source
        fields = {name: values[name] for name in Passage.model_fields if isinstance(values.get(name), str)}
        if fields.get("quote"):
            yield path, source, fields
        for name, value in values.items():
            yield from _passages(value, source, (*path, name))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from _passages(value, source, (*path, index))
