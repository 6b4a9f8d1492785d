"""Plain values to a record, and a record's complaints to findings in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bamboo.data import dates
from bamboo.data.fields import ID_EXPECTED, NUMBER_EXPECTED, NUMBER_SHAPE, Fix
from bamboo.data.locations import Finding, mistaken, nearest, shorten
from bamboo.data.records import Passage, Path, Record, record_types
from bamboo.data.seed import id_like
from bamboo.data.yamlfile import Document

RULE = "shape"
R = TypeVar("R", bound=Record)


def fit(kind: type[R], document: Document) -> tuple[R | None, list[Finding]]:
    """The record of this kind that the document describes, or what keeps it from being one."""
    try:
        return kind.model_validate(document.values), []
    except ValidationError as error:
        # A value of a wrong type complains once for each way to read it: the first will do.
        found: dict[Path, ErrorDetails] = {}
        for complaint in error.errors(include_url=False):
            found.setdefault(complaint["loc"], complaint)
        misspelled = {
            (*path[:-1], _meant(kind, path))
            for path, complaint in found.items()
            if complaint["type"] == "extra_forbidden"
        }
        return None, [
            _finding(kind, document, complaint)
            for path, complaint in found.items()
            # Missing because its name is misspelled: that finding says so.
            if not (complaint["type"] == "missing" and path in misspelled)
        ]


def _meant(kind: type[Record], path: Path) -> str:
    """The field whose name is most like an unknown one."""
    return nearest(str(path[-1]), _known_fields(kind, path[:-1]))


def field_names(kind: type[Record]) -> list[str]:
    """The names of a record's fields as files spell them, in the order in which files have them.

    That is the model's order; but what is said of a passage comes before its words; its translation and its
    context come after.
    """
    names = [info.alias or name for name, info in kind.model_fields.items()]
    if issubclass(kind, Passage):
        words = list(Passage.model_fields)
        after = ["translation", "context"]
        names.sort(key=lambda name: 1 if name in words else 2 + after.index(name) if name in after else 0)
    return names


def _finding(kind: type[Record], document: Document, complaint: ErrorDetails) -> Finding:
    finding = _worded(kind, document, complaint)
    value = complaint["input"] if isinstance(complaint["input"], str) else ""
    fix = next((mark.words for mark in _marks_at(kind, complaint["loc"]) if isinstance(mark, Fix)), "")
    return replace(finding, path=complaint["loc"], value=value, hint=fix or finding.hint)


def _marks_at(kind: type[Record], path: Path) -> Sequence[Any]:
    """The marks of the field at `path`."""
    here = record_at(kind, path[:-1]).parts if path else ()
    return next((part.marks for part in here if part.name == path[-1]), ())


def _worded(kind: type[Record], document: Document, complaint: ErrorDetails) -> Finding:
    path = complaint["loc"]
    field = str(path[-1]) if path else ""
    place = _place(path)
    given = _shown(complaint["input"])
    match complaint["type"]:
        case "extra_forbidden":
            known, guess = _known_fields(kind, path[:-1]), _meant(kind, path)
            return Finding(
                document.key(*path),
                RULE,
                f"Unknown field {_named(field, 40)}.",
                f"Did you mean `{guess}`?" if guess else f"Known here: {', '.join(known)}.",
                code="unknown-field",
            )
        case "missing":
            return Finding(
                document.location(*path[:-1]),
                RULE,
                f"The field `{place}` is missing.",
                f"Add `{field}: ...`.",
                code="missing-field",
            )
        case "literal_error":
            allowed = [
                word.strip("'") for word in complaint["ctx"]["expected"].replace(" or ", ", ").split(", ")
            ]
            guess = nearest(str(complaint["input"]), allowed)
            return Finding(
                document.location(*path),
                RULE,
                f"`{place}` is {given}; expected one of: {', '.join(allowed)}.",
                f"Did you mean `{guess}`?" if guess else "",
                code="unknown-word",
            )
        case "value_error":
            expected = str(complaint["ctx"]["error"])
            if not isinstance(complaint["input"], str):  # a rule about the whole record, not one value
                about = f"`{place}`" if place else "The record"
                return Finding(
                    document.location(*path), RULE, f"{about} needs {expected}.", code="whole-record"
                )
            return Finding(
                document.location(*path),
                RULE,
                f"`{place}` is {given}; expected {expected}.",
                _written_rightly(complaint["input"], expected),
                code="wrong-form",
            )
        case _:
            expected = _EXPECTED.get(complaint["type"], complaint["msg"])
            hint = _wrapped(kind, path, complaint)
            if complaint["input"] is None:
                hint = (
                    "Write a value."
                    if field in _required(kind, path[:-1])
                    else "Write a value, or delete it."
                )
            return Finding(
                document.location(*path),
                RULE,
                f"`{place}` is {given}; expected {expected}.",
                hint,
                code="wrong-type",
            )


# Which id is meant, the rule on references adds: it knows the records.
AN_ID = "<id>"
WRITE_THE_ID = "Write the id, which is the name of the record's file."


def _written_rightly(text: str, expected: str) -> str:
    """What the editor probably meant, where that is plain to see."""
    bare = text.strip("“”‘’«»\"' ")
    if expected == dates.PERIOD_EXPECTED and (meant := _open_period(bare)):
        return f"Write `{meant}`."
    if expected in (dates.EXPECTED, dates.PERIOD_EXPECTED):
        parts = re.fullmatch(r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?", bare)
        meant = "-".join(part.zfill(2) for part in parts.groups() if part) if parts else bare
        return f"Write `{meant}`." if meant != text and re.fullmatch(dates.SHAPE, meant) else ""
    if expected == ID_EXPECTED and id_like(text):
        if mistaken(re.sub("[，、]", "", text)):
            return "Type it again."
        if re.search(r"[,;，、]", text):
            return "Put a plain comma and a space between two ids."
        return WRITE_THE_ID
    if expected == NUMBER_EXPECTED:
        meant = re.sub(r"[,_](?=\d{3}(?!\d))", "", bare)
        if meant != text and re.fullmatch(NUMBER_SHAPE, meant):
            return f"Write `{meant}`."
        words = re.search(r"[^\d.,_-]", bare)
        return "Write the number alone: its words belong to `unit` and `qualifier`." if words else ""
    return ""


def _open_period(text: str) -> str:
    """An open period as a record writes it, of one that was written otherwise: `since 2019`, `2019/`."""
    found = re.fullmatch(
        r"(?:since |from )?(\d{4}(?:-\d\d){0,2})(?: ?[/–-] ?(?:\.+|…|today|now|present)?)?", text
    )
    if found and text != found[1]:
        return f"{found[1]}/.."
    found = re.fullmatch(r"(?:(?:until|till|up to) |(?:\.+|…)?[/–-] ?)(\d{4}(?:-\d\d){0,2})", text)
    return f"../{found[1]}" if found else ""


def _wrapped(kind: type[Record], path: Path, complaint: ErrorDetails) -> str:
    """How one value is written where a list, or fields, are needed."""
    value, field = complaint["input"], str(path[-1]) if path else ""
    if complaint["type"] == "model_type" and isinstance(value, str):
        inside = record_at(kind, path)
        first = field_names(inside)[0]
        named = next(part.ref is not None for part in inside.parts if part.name == first)
        meant = AN_ID if named else shorten(value, 40)
        return f"Write `{first}: {meant}`, and its other fields on lines below."
    if complaint["type"] != "list_type" or not value:
        return ""
    holder = record_at(kind, path[:-1])
    types = [info.annotation for name, info in holder.model_fields.items() if (info.alias or name) == field]
    entries = [entry for annotation in types for entry in record_types(annotation)]
    if isinstance(value, dict) and entries:
        return "Put `- ` before its first field and two spaces before the others, or run `bamboo fix`."
    if entries:
        return f"Begin each entry with `- {field_names(entries[0])[0]}: ...` on a line of its own."
    if isinstance(value, str) and not re.search(r"[\[\]{}:]", value) and len(value) < 60:
        return f"Write `{field}: [{value}]`, or run `bamboo fix`."
    return ""


_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list: [one, two], or lines that begin with `- `",
    "model_type": "fields with names: `name: value`",
    "dict_type": "fields with names: `name: value`",
}


def _place(path: Iterable[str | int]) -> str:
    """`evidence 2, quote`: a path in words, entries counted from 1."""
    said = ""
    for part in path:
        said += f" {part + 1}" if isinstance(part, int) else f"{', ' if said else ''}{part}"
    return said


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, str):
        return _named(value, 60) if value else "empty"
    return "a list" if isinstance(value, list) else "a group of fields"


def _named(text: str, limit: int) -> str:
    """`text` for a message; what looks right in it and is not, is named."""
    strange = mistaken(text)
    return f"`{shorten(text, limit)}`" + (f" (with {strange})" if strange else "")


def _known_fields(kind: type[Record], path: Path) -> list[str]:
    """The fields known at `path` inside a record of this kind."""
    return field_names(record_at(kind, path))


def record_at(kind: type[Record], path: Path) -> type[Record]:
    """The kind of record at `path` inside a record of this kind."""
    for part in path:
        for name, info in kind.model_fields.items():
            if (info.alias or name) == part:
                kind = next(iter(record_types(info.annotation)), kind)
    return kind


def _required(kind: type[Record], path: Path) -> set[str]:
    """The fields that cannot be left out at `path`."""
    kind = record_at(kind, path)
    return {info.alias or name for name, info in kind.model_fields.items() if info.is_required()}
