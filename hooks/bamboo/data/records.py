"""What records are made of: the parts that several kinds share, and the way through a record.

Ids are file names, so no record carries one. Every field has one type and lists are always lists.
Docstrings under fields are their documentation: JSON Schema takes them over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict

from bamboo.data.fields import Id, Language, Line, Ref
from bamboo.data.rules import Schema

SourceId = Annotated[str, Id, Ref(("sources",))]


class Record(BaseModel):
    """What all records share: unknown fields are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    across: ClassVar[list[Schema]] = []
    """What the record's own validator says across fields, as JSON Schema says it."""


class Name(Record):
    """Another name of something."""

    name: Line
    """The name as people write it."""
    lang: Language = "en"
    """Its language, where it is not English."""


class Passage(Record):
    """Words of a source, as in the W3C Web Annotation TextQuoteSelector."""

    quote: str
    """The words exactly as the seed prints them, misprints included; only white space may differ."""
    prefix: str | None = None
    """Words that stand directly before, where the quote stands at more than one place."""
    suffix: str | None = None
    """Words that stand directly after, likewise."""


class Quote(Passage):
    """A passage and the source that prints it."""

    source: SourceId
    """Id of the source."""
    context: list[Passage] = []
    """Further passages of the same source that the quote needs: who "he" is, which year it speaks of."""


class Difference(Record):
    """How sources differ, without picking a winner."""

    kind: Literal["value", "qualifier", "definition", "period", "wording", "spelling"]
    """In what they differ."""
    note: Line
    """What each of them says."""


Path = tuple[str | int, ...]


def _children(record: Record) -> Iterator[tuple[str, Any, Any]]:
    """Each field of a record as (name in the file, value, its type's annotation and marks)."""
    for name, info in type(record).model_fields.items():
        marks = [
            *info.metadata,
            *(m for a in get_args(info.annotation) for m in getattr(a, "__metadata__", ())),
        ]
        yield info.alias or name, getattr(record, name), marks


def references(record: Record) -> Iterator[tuple[Path, Ref, str]]:
    """Every id of another record inside `record`, with its path."""
    for name, value, marks in _children(record):
        ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
        for path, item in _items(name, value):
            if isinstance(item, Record):
                for inner, inner_ref, target in references(item):
                    yield (*path, *inner), inner_ref, target
            elif ref is not None and isinstance(item, str):
                yield path, ref, item


def passages(record: Record, source: str = "") -> Iterator[tuple[Path, str, Passage]]:
    """Every passage inside `record`, with its path and the id of the source it is taken from.

    `source` is the id of the card itself where `record` is a Source.
    """
    if isinstance(record, Quote):
        source = record.source
    if isinstance(record, Passage):
        yield (), source, record
    for name, value, _ in _children(record):
        for path, item in _items(name, value):
            if isinstance(item, Record):
                for inner, inner_source, passage in passages(item, source):
                    yield (*path, *inner), inner_source, passage


def _items(name: str, value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield (name, index), item
    else:
        yield (name,), value
