"""What records are made of: the parts that several kinds share, and the way through a record.

Ids are file names, so no record has one. Every field has one type and lists are always lists.
Docstrings under fields are their documentation (see data/documented.py): JSON Schema takes them over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from bamboo.data import dates
from bamboo.data.fields import Id, Language, Line, Ref, Shape
from bamboo.data.proof import Naming, Policy, Remark, Sorting, Unproven, Words
from bamboo.data.rules import Schema

SourceId = Annotated[str, Id, Ref(("sources",))]


class Record(BaseModel):
    """What all records share: unknown fields are errors, and nothing changes after reading."""

    # What validates a record is built when the first one of its kind is read.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    across: ClassVar[list[Schema]] = []
    """What the record's own validator says across fields, as JSON Schema says it."""

    parts: ClassVar[tuple[Part, ...]] = ()
    """Its fields, in their order."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """No field without a policy: what nobody has thought of must not be published unproven."""
        cls.parts = tuple(_part(name, info) for name, info in cls.model_fields.items())
        for part in cls.parts:
            policies = [mark for mark in part.marks if isinstance(mark, Policy)]
            if len(policies) != 1 and not part.records:
                said, field = "twice" if policies else "nowhere", part.attribute
                raise TypeError(
                    f"{cls.__name__}.{field} says {said} how it is proven: write `{field}: Quoted[…]`, "
                    "`Filed[…]` or another policy of data/proof.py."
                )


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record: its name in Python and in files, and the marks of its type, by what they say.

    `records` are the kinds of records that it holds; one that holds values has a policy instead.
    """

    attribute: str
    name: str
    records: tuple[type[Record], ...]
    marks: tuple[Any, ...]
    policy: Policy | None
    ref: Ref | None
    is_date: bool


def _part(name: str, info: FieldInfo) -> Part:
    inner = (mark for part in get_args(info.annotation) for mark in getattr(part, "__metadata__", ()))
    marks = (*info.metadata, *inner)
    return Part(
        attribute=name,
        name=info.alias or name,
        records=tuple(record_types(info.annotation)),
        marks=marks,
        policy=next((mark for mark in marks if isinstance(mark, Policy)), None),
        ref=next((mark for mark in marks if isinstance(mark, Ref)), None),
        is_date=any(
            isinstance(mark, Shape) and mark.shape in (dates.SHAPE, dates.PERIOD_SHAPE) for mark in marks
        ),
    )


def record_types(annotation: Any) -> Iterable[type[Record]]:
    """Every record that a field's type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from record_types(inner)


class Name(Record):
    """Another name of something."""

    name: Naming[Line]
    """The name as people write it."""
    lang: Naming[Language] = "en"
    """Its language, where it is not English."""


class Passage(Record):
    """Words of a source, as in the W3C Web Annotation TextQuoteSelector."""

    quote: Words[str]
    """The words exactly as the seed prints them, misprints included; only white space may differ."""
    prefix: Words[str | None] = None
    """The words directly before, where the quote is at more than one place."""
    suffix: Words[str | None] = None
    """The words directly after, likewise."""


class Translatable(Passage):
    """A passage that pages show, with the editors' translation where it is not in English."""

    translation: Annotated[Line | None, Unproven("a rule of its own holds it against the quote")] = None
    """The editors' English for a quote in another language; only there, and marked as theirs on all pages."""

    @property
    def in_english(self) -> str:
        """The words for rules that read English alone."""
        return self.translation or self.quote


class Quote(Translatable):
    """A passage and the source that prints it."""

    source: Words[SourceId]
    """Id of the source."""
    context: list[Translatable] = []
    """Further passages of the same source that the quote needs: who "he" is, which year it speaks of."""


# The kind of difference that leaves the answer the same.
WORDING = "wording"


class Difference(Record):
    """How sources differ, without picking a winner."""

    kind: Sorting[Literal["value", "qualifier", "definition", "period", "wording"]]
    """In what they differ; `wording` where the answer is the same in other words."""
    note: Remark[Line]
    """What each of them says."""


Path = tuple[str | int, ...]


class Field(NamedTuple):
    """One value in a record: where, how it is proven, of which records it is the id, if it is one.

    `around` are the records that it is in, the outermost first, each with its own path.
    """

    path: Path
    value: Any
    holds: Literal["id", "date", "number", "text"]
    policy: Policy
    ref: Ref | None
    around: tuple[tuple[Path, Record], ...]

    @property
    def name(self) -> str:
        """The field's name, also of an entry of a list."""
        return str(self.path[-2] if isinstance(self.path[-1], int) else self.path[-1])

    @property
    def listed(self) -> str:
        """The name of the list that it is in, or that the record with it is in; else its own."""
        in_list = len(self.path) > 2 and isinstance(self.path[-2], int)
        return str(self.path[-3]) if in_list else self.name


def fields(
    record: Record,
    proven: UnionType = Policy,
    path: Path = (),
    around: tuple[tuple[Path, Record], ...] = (),
) -> Iterator[Field]:
    """Every value inside `record` that is given and `proven` in such a way, entries of lists one by one."""
    around = (*around, (path, record))
    for part in _proven(type(record), proven):
        value = getattr(record, part.attribute)
        if value is None:
            continue
        for inner, item in _items(part.name, value):
            if isinstance(item, Record):
                yield from fields(item, proven, (*path, *inner), around)
            elif part.policy is not None and item is not None:
                yield Field((*path, *inner), item, _holds(item, part), part.policy, part.ref, around)


@cache
def _proven(kind: type[Record], proven: UnionType) -> tuple[Part, ...]:
    """The fields of a record that are proven so, and those with records that have any."""
    return tuple(
        part
        for part in kind.parts
        if isinstance(part.policy, proven) or any(_proven(inner, proven) for inner in part.records)
    )


def _holds(value: Any, part: Part) -> Literal["id", "date", "number", "text"]:
    if part.ref:
        return "id"
    if part.is_date:
        return "date"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else "text"


def declared(kind: type[Record], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Part]]:
    """Every field that a record can have, those of records inside it too."""
    for part in kind.parts:
        for record in part.records:
            yield from declared(record, (*path, part.name))
        if not part.records:
            yield (*path, part.name), part


@cache
def has_quotes(kind: type[Record]) -> bool:
    """Whether a record is a quote or has any inside."""
    return issubclass(kind, Quote) or any(has_quotes(inner) for part in kind.parts for inner in part.records)


def references(record: Record, path: Path = ()) -> Iterator[tuple[Path, Ref, str]]:
    """Every id of another record inside `record`, with its path."""
    for part in _referring(type(record)):
        value = getattr(record, part.attribute)
        if value is None:
            continue
        for inner, item in _items(part.name, value):
            if isinstance(item, Record):
                yield from references(item, (*path, *inner))
            elif part.ref and item is not None:
                yield (*path, *inner), part.ref, item


@cache
def _referring(kind: type[Record]) -> tuple[Part, ...]:
    """The fields of a record with ids, and those with records that have any."""
    return tuple(part for part in kind.parts if part.ref or any(map(_referring, part.records)))


def passages(record: Record, source: str = "") -> Iterator[tuple[Path, str, Passage]]:
    """Every passage inside `record`, with its path and the id of the source it is taken from.

    `source` is the id of the card itself where `record` is a Source.
    """
    if isinstance(record, Quote):
        source = record.source
    if isinstance(record, Passage):
        yield (), source, record
    for part in _leading_to_passages(type(record)):
        for path, item in _items(part.name, getattr(record, part.attribute)):
            if isinstance(item, Record):
                for inner, inner_source, passage in passages(item, source):
                    yield (*path, *inner), inner_source, passage


@cache
def _leading_to_passages(kind: type[Record]) -> tuple[Part, ...]:
    """The fields of a record with passages, and those with records that have any."""
    return tuple(
        part
        for part in kind.parts
        if any(issubclass(one, Passage) or _leading_to_passages(one) for one in part.records)
    )


def _items(name: str, value: Any) -> Iterable[tuple[Path, Any]]:
    if isinstance(value, list):
        return [((name, index), item) for index, item in enumerate(value)]
    return (((name,), value),)
