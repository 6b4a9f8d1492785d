"""The text of a new file: fields in their order, long texts folded, open fields marked with their help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bamboo.data.documented import documentation
from bamboo.data.records import Record
from bamboo.data.shape import field_names
from bamboo.data.yamltext import WIDTH, folded, remarks, scalar

OPEN = "fill in"  # how a field begins that is left to the editor
_FOLDED = {"claim", "quote"}  # always under `>-`, so that nothing in them needs care


class Form:
    """Lines of a file that grow field by field, each with the documentation of its record at hand."""

    def __init__(self, kind: type[Record]) -> None:
        said = documentation(kind)
        self._help = {info.alias or name: said.get(name, "") for name, info in kind.model_fields.items()}
        self._fields: dict[str, list[str]] = {}
        self._order = field_names(kind)

    def give(self, name: str, value: Any, *said: str) -> None:
        """A field with its value, and remarks above it."""
        self._fields[name] = [*remarks(said), *field(name, value)]

    def lines(self, name: str, lines: Iterable[str]) -> None:
        """A field whose value is written already, on lines of its own."""
        self._fields[name] = [f"{name}:", *lines]

    def ask(self, name: str, *more: str) -> None:
        """A field left open: its help is above it, and the check asks for it."""
        self._fields[name] = [*remarks((f"{OPEN}: {self._help[name]}", *more)), f"{name}:"]

    def null(self, name: str, *more: str) -> None:
        """A field that may stay as it is: nothing is stated."""
        self._fields[name] = [
            *remarks((f"{OPEN}, or leave null: {self._help[name]}", *more)),
            f"{name}: null",
        ]

    @property
    def text(self) -> str:
        """The whole file, its fields in the model's order."""
        lines = [line for name in self._order for line in self._fields.get(name, ())]
        return "\n".join(lines) + "\n"


def field(name: str, value: Any, indent: str = "") -> list[str]:
    """A field with its value as lines: a text, a list or a group of ids; quotes are always under `>-`."""
    if value in ("", None):
        return [f"{indent}{name}:"]
    if value is True:
        return [f"{indent}{name}: true"]
    if isinstance(value, str):
        line = f"{indent}{name}: {scalar(value)}"
        return folded(name, value, indent) if name in _FOLDED or len(line) > WIDTH else [line]
    if isinstance(value, Mapping):
        return [f"{indent}{name}: {{{', '.join(f'{key}: {scalar(inner)}' for key, inner in value.items())}}}"]
    inline = [scalar(item) for item in value if isinstance(item, str)]
    line = f"{indent}{name}: [{', '.join(inline)}]"
    if len(inline) == len(value) and len(line) <= WIDTH:
        return [line]
    return [f"{indent}{name}:", *(line for item in value for line in entry(item, f"{indent}  "))]


def plain(record: Record) -> dict[str, Any]:
    """A record as the values of its file: what is filled, in the order in which files have it."""
    filled = record.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    inner = {info.alias or name: getattr(record, name) for name, info in type(record).model_fields.items()}
    return {name: _plain(inner[name]) for name in field_names(type(record)) if name in filled}


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    return [_plain(item) for item in value] if isinstance(value, list) else value


def entry(value: Any, indent: str = "") -> list[str]:
    """An entry of a list as lines, its dash after `indent`."""
    if isinstance(value, str):
        return [f"{indent}- {scalar(value)}"]
    lines = [line for name, inner in value.items() for line in field(name, inner, f"{indent}  ")]
    return [f"{indent}- {lines[0].lstrip(' ')}", *lines[1:]]
