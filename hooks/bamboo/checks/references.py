"""Every id that a record names is the id of a record, of the right kind, and named once in its list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bamboo import kinds
from bamboo.data import shape
from bamboo.data.fields import Ref
from bamboo.data.locations import Finding, Location, nearest
from bamboo.data.records import Path
from bamboo.data.seed import id_like
from bamboo.kinds.fact import FACTS
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.overview import OBSERVATIONS
from bamboo.reading.names import all_names

RULE = "reference"

_ONE = {kind.name: kind.one for kind in kinds.ALL} | {OBSERVATIONS: "observation"}


def check(library: Library) -> Iterator[Finding]:
    """Unknown ids, one finding for each however often it is used; and ids that a list names twice."""
    unknown: dict[tuple[Ref, str], list[Location]] = defaultdict(list)
    for found in library.about(RULE, _record, *library.records):
        if isinstance(found, Finding):
            yield found
        else:
            ref, target, location = found
            unknown[ref, target].append(location)
    yield from _unknown(library, unknown)


def _record(library: Library, entry: Entry[Any]) -> Iterator[Finding | tuple[Ref, str, Location]]:
    """What is wrong in one record; and each unknown id, with where it is."""
    seen: set[tuple[Path, str]] = set()
    itself = False
    for path, ref, target in entry.references:
        if not _known(library, ref, target) or (target == "vietnam" and target not in ref.also):
            yield ref, target, entry.document.location(*path)
        elif isinstance(path[-1], int) and (path[:-1], target) in seen:
            yield Finding(
                entry.document.location(*path),
                RULE,
                f"`{target}` is there twice in `{path[-2]}`.",
                "Keep one.",
                code="twice",
                path=path,
                value=target,
            )
        elif ref.sort:
            yield from _sort(library, entry, ref, target, path)
        itself |= target == entry.id and any(library.of(kind).get(target) is entry for kind in ref.kinds)
        seen.add((path[:-1], target))
    if itself:
        yield Finding(
            Location(entry.file),
            RULE,
            f"`{entry.id}` names itself.",
            "Name another, or none.",
            code="itself",
            value=entry.id,
        )


def _sort(library: Library, own: Entry[Any], ref: Ref, target: str, path: Path) -> Iterator[Finding]:
    """A record of the right kind that is not of the one sort asked for."""
    kind = kinds.BY_NAME[ref.kinds[0]]
    entry = library.of(kind.name).get(target)
    if entry and entry.record.kind != ref.sort:
        yield Finding(
            own.document.location(*path),
            RULE,
            f"`{target}` is a {kind.one} of kind {entry.record.kind}, not a {ref.sort}.",
            f"Name a {kind.one} of kind {ref.sort}.",
            code="other-sort",
            path=path,
            value=target,
        )


def _unknown(library: Library, unknown: dict[tuple[Ref, str], list[Location]]) -> Iterator[Finding]:
    """One finding for each unknown id. An id missed under two headings (a source that also speaks) is one."""
    groups: dict[str, list[tuple[Ref, list[Location]]]] = defaultdict(list)
    for (ref, target), locations in unknown.items():
        if "sources" in ref.kinds and f"{target}.txt" in library.seeds:
            continue  # its seed is there and its card is not: the rule on seeds says so
        groups[target].append((ref, locations))
    for target, uses in groups.items():
        uses.sort(key=lambda use: len(use[0].kinds))
        while uses:
            ref, locations = uses.pop(0)
            same = [use for use in uses if set(use[0].kinds) & set(ref.kinds)]
            uses = [use for use in uses if use not in same]
            yield _finding(library, ref, target, sorted([*locations, *(s for _, more in same for s in more)]))


def _known(library: Library, ref: Ref, target: str) -> bool:
    if OBSERVATIONS in ref.kinds and any(
        kind == "indicators" and target.startswith(f"{ident}-") for kind, ident in library.unreadable
    ):
        return True
    return target in ref.also or any(
        target in library.of(kind) or (kind, target) in library.unreadable for kind in ref.kinds
    )


def _finding(library: Library, ref: Ref, target: str, locations: list[Location]) -> Finding:
    if target == "vietnam":
        return Finding(
            locations[0],
            RULE,
            "`vietnam` is no partner: it is what all facts are about.",
            "Leave it out.",
            code="vietnam",
            value=target,
        )
    what = " or ".join(_ONE[kind] for kind in ref.kinds)
    guess = _guess(library, ref, target)
    more = len(locations) - 1
    also = f" (also in {more} other places, such as {locations[1].file})" if more else ""
    if more == 1:
        also = f" (also in {locations[1].file}:{locations[1].line})"
    add = f"add {_file(ref, target)}"
    return Finding(
        locations[0],
        RULE,
        f"Unknown {what} `{target}`{also}.",
        f"Did you mean `{guess}`? Else {add}." if guess else f"Take one that is in {_folder(ref)}, or {add}.",
        code="unknown",
        value=target,
    )


def meant(library: Library, finding: Finding) -> Finding:
    """A finding about something else where an id is needed, with the id of the record that goes by it."""
    shown = finding.hint == shape.WRITE_THE_ID or f"{shape.AN_ID}`" in finding.hint
    ref = _asked(finding) if shown else None
    if ref is None:
        return finding
    target = id_like(finding.value)
    guess = _guess(library, ref, target)
    if finding.hint != shape.WRITE_THE_ID:
        return replace(finding, hint=finding.hint.replace(shape.AN_ID, guess)) if guess else finding
    add = f"one that is in {_folder(ref)}, or add {_file(ref, target)}"
    return replace(finding, hint=f"{finding.hint[:-1]}: {f'`{guess}`' if guess else add}.")


def _asked(finding: Finding) -> Ref | None:
    """What the field refers to that a finding of shape is about, or the first field inside it."""
    file, path = finding.location.file.split("/"), list(finding.path)
    kind = kinds.BY_NAME.get(file[1]) if len(file) > 2 else None
    if kind is None:
        return None
    if finding.code == "wrong-type":
        path.append(shape.field_names(shape.record_at(kind.record, tuple(path)))[0])
    while path and isinstance(path[-1], int):
        path.pop()
    parts = shape.record_at(kind.record, tuple(path[:-1])).parts if path else ()
    return next((part.ref for part in parts if part.name == path[-1]), None)


def _guess(library: Library, ref: Ref, target: str) -> str:
    every = [*ref.also, *(known for kind in ref.kinds for known in library.of(kind))]
    return _named(library, ref, target) or nearest(target, every)


def _folder(ref: Ref) -> str:
    return f"data/{ref.kinds[0]}/"


def _file(ref: Ref, target: str) -> str:
    return f"{_folder(ref)}{'<year>/' if ref.kinds[0] == FACTS.name else ''}{target}.yml"


def _named(library: Library, ref: Ref, target: str) -> str:
    """The record that goes by this name, also in Vietnamese: `phap` is `france`."""
    for kind in ref.kinds:
        for entry in library.of(kind).values():
            if any(id_like(name.name) == target for name in all_names(entry)):
                return entry.id
    return ""
