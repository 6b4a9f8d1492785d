"""Records as plain texts, field by field, so that two of them can be compared and the difference read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from bamboo import kinds
from bamboo.data import shape
from bamboo.data.records import Record, record_types, references
from bamboo.data.seed import fold_text

Renames = Mapping[tuple[str, str], str]  # (kind, old id) -> new id
Values = Mapping[str, Any]

# Lists whose order says nothing; of themes the first is the main one.
UNORDERED = {"partners", "terms", "said_by", "people", "related", "also_known_as", "authors", "set_aside"}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, or one entry of a list: as it was and as it is; "" where it was or is not there."""

    field: str
    old: str
    new: str


def values(record: Record, renames: Renames | None = None) -> dict[str, Any]:
    """The fields that are filled, texts folded as quotes are; ids of renamed records as they are now."""
    filled: dict[str, Any] = record.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    for path, ref, target in references(record):
        new = (
            next((renames[kind, target] for kind in ref.kinds if (kind, target) in renames), None)
            if renames
            else None
        )
        if new:
            place: Any = filled
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = new
    return {name: _folded(value) for name, value in filled.items()}


def changes(old: Values, new: Values) -> list[Change]:
    """What differs, in the order of the fields."""
    found: list[Change] = []
    for name in dict.fromkeys([*new, *old]):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if isinstance(before or after, list):
            found += _entries(name, before or [], after or [])
        else:
            found.append(Change(name, _shown(before), _shown(after)))
    return found


def _entries(name: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
    """Lists of ids as a whole; of larger things, entry by entry, those of one source or person together."""
    if name in UNORDERED and sorted(map(_shown, old)) == sorted(map(_shown, new)):
        return
    if not any(isinstance(entry, dict) for entry in (*old, *new)):
        yield Change(name, ", ".join(map(_shown, old)), ", ".join(map(_shown, new)))
        return
    gone = [entry for entry in old if entry not in new]
    come = [entry for entry in new if entry not in old]
    if not gone and not come:
        yield Change(name, "in another order", "in this order")
    for entry in come:
        before = next((other for other in gone if _about(other) == _about(entry)), None)
        if before is None:
            yield Change(name, "", _shown(entry))
            continue
        gone.remove(before)
        of = f"{name} {about}" if (about := _about(entry)) else name
        yield from (Change(f"{of}, {inner.field}", inner.old, inner.new) for inner in changes(before, entry))
    for entry in gone:
        yield Change(name, _shown(entry), "")


def _leads() -> Iterator[str]:
    """The first field of everything that a record lists: by it an entry is known."""
    for kind in kinds.ALL:
        for info in kind.record.model_fields.values():
            if get_origin(info.annotation) is list:
                yield from (shape.field_names(entry)[0] for entry in record_types(info.annotation))


# A passage by itself is known by nothing but its words, which may be what changed.
_LEADS = tuple(dict.fromkeys(name for name in _leads() if name != "quote"))


def _about(entry: Any) -> Any:
    """By what two versions of an entry are known to be the same one."""
    if not isinstance(entry, dict):
        return entry
    return next((entry[key] for key in _LEADS if key in entry), None)


def _shown(value: Any) -> str:
    """A value in one line: `small-review: “the words” context: “more words”`."""
    if value is None:
        return ""
    if value is True:
        return "true"
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    if not isinstance(value, dict):
        return str(value)
    lead = next((key for key in _LEADS if key in value), "")
    parts = [f"{value[lead]}:"] if lead else []
    parts += [
        f"“{inner}”" if key == "quote" else f"{key}: {_shown(inner)}"
        for key, inner in value.items()
        if key != lead
    ]
    return " ".join(parts).removesuffix(":")


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold_text(value)
    if isinstance(value, list):
        return [_folded(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _folded(inner) for key, inner in value.items()}
    return value
