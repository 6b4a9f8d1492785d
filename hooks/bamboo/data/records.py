"""What records are made of: the parts that several kinds share, and the way through a record.

Ids are file names, so no record carries one. Every field has one type and lists are always lists.
Docstrings under fields are their documentation: JSON Schema takes them over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from bamboo.data import dates
from bamboo.data.fields import Id, Language, Line, Ref, Shape
from bamboo.data.proof import Naming, Policy, Remark, Sorting, Words
from bamboo.data.rules import Schema

SourceId = Annotated[str, Id, Ref(("sources",))]


def _marks(info: FieldInfo) -> list[Any]:
    inner = (mark for part in get_args(info.annotation) for mark in getattr(part, "__metadata__", ()))
    return [*info.metadata, *inner]


class Record(BaseModel):
    """What all records share: unknown fields are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    across: ClassVar[list[Schema]] = []
    """What the record's own validator says across fields, as JSON Schema says it."""

    parts: ClassVar[tuple[tuple[str, str, list[Any]], ...]] = ()
    """Each field: its name in the program, its name in files, and the marks of its type."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """No field without a policy: what nobody has thought of must not be published unproven."""
        # Records are walked many thousand times; what their types say is read once for each class.
        cls.parts = tuple((name, info.alias or name, _marks(info)) for name, info in cls.model_fields.items())
        for name, info in cls.model_fields.items():
            policies = [mark for mark in info.metadata if isinstance(mark, Policy)]
            if len(policies) != 1 and not any(record_types(info.annotation)):
                raise TypeError(
                    f"{cls.__name__}.{name} says {'twice' if policies else 'nowhere'} how it is proven: "
                    f"write `{name}: Quoted[…]`, `Filed[…]` or another policy of data/proof.py."
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
    """Words that stand directly before, where the quote stands at more than one place."""
    suffix: Words[str | None] = None
    """Words that stand directly after, likewise."""


class Quote(Passage):
    """A passage and the source that prints it."""

    source: Words[SourceId]
    """Id of the source."""
    context: list[Passage] = []
    """Further passages of the same source that the quote needs: who "he" is, which year it speaks of."""


class Difference(Record):
    """How sources differ, without picking a winner."""

    kind: Sorting[Literal["value", "qualifier", "definition", "period", "wording", "spelling"]]
    """In what they differ."""
    note: Remark[Line]
    """What each of them says."""


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Field:
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


def fields(record: Record, path: Path = (), around: tuple[tuple[Path, Record], ...] = ()) -> Iterator[Field]:
    """Every value inside `record` that is given, the entries of lists one by one."""
    around = (*around, (path, record))
    for name, value, marks in _children(record):
        ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
        policy = next((mark for mark in marks if isinstance(mark, Policy)), None)
        for inner, item in _items(name, value):
            if isinstance(item, Record):
                yield from fields(item, (*path, *inner), around)
            elif policy is not None and item is not None:
                yield Field((*path, *inner), item, _holds(item, marks), policy, ref, around)


def _holds(value: Any, marks: list[Any]) -> Literal["id", "date", "number", "text"]:
    if any(isinstance(mark, Ref) for mark in marks):
        return "id"
    if any(isinstance(mark, Shape) and mark.shape == dates.SHAPE for mark in marks):
        return "date"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else "text"


def marked(kind: type[Record]) -> Iterator[tuple[str, list[Any]]]:
    """The fields of a record alone, by their names in files, with the marks of their types."""
    for _, written, marks in kind.parts:
        yield written, marks


def declared(kind: type[Record], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Every field that a record can have, those of records inside it too, with the marks of its type."""
    for name, info in kind.model_fields.items():
        inner = [*record_types(info.annotation)]
        for record in inner:
            yield from declared(record, (*path, name))
        if not inner:
            yield (*path, info.alias or name), _marks(info)


def has_quotes(kind: type[Record]) -> bool:
    """Whether a record is a quote or has any inside."""
    inner = (record for info in kind.model_fields.values() for record in record_types(info.annotation))
    return issubclass(kind, Quote) or any(has_quotes(record) for record in inner)


def references(record: Record) -> Iterator[tuple[Path, Ref, str]]:
    """Every id of another record inside `record`, with its path."""
    for field in fields(record):
        if field.ref is not None:
            yield field.path, field.ref, field.value


def _children(record: Record) -> Iterator[tuple[str, Any, list[Any]]]:
    """Each field of a record: its name in files, its value, and the marks of its type."""
    for name, written, marks in type(record).parts:
        yield written, getattr(record, name), marks


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
