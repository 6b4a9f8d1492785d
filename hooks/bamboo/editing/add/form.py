"""The text of a new file: fields in their order, long texts folded, open fields marked with their help."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bamboo.data.records import Record
from bamboo.data.seed import id_like
from bamboo.data.shape import field_names
from bamboo.data.yamltext import remarks
from bamboo.kinds.library import RESERVED

OPEN = "fill in"  # how a field begins that is left to the editor
_SMALL = {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is"}
_SMALL |= {"it", "its", "of", "on", "or", "s", "that", "the", "to", "was", "were", "with"}


class Form:
    """Lines of a file that grow field by field, each with the documentation of its record at hand."""

    def __init__(self, kind: type[Record]) -> None:
        self._help = {info.alias or name: info.description or "" for name, info in kind.model_fields.items()}
        self._fields: dict[str, list[str]] = {}
        self._order = field_names(kind)

    def give(self, name: str, value: str, *said: str) -> None:
        """A field with its value as YAML, and remarks above it."""
        self._fields[name] = [*remarks(said), f"{name}: {value}".rstrip()]

    def lines(self, name: str, lines: Iterable[str], *said: str) -> None:
        """A field with its value on lines of its own."""
        self._fields[name] = [*remarks(said), f"{name}:", *lines]

    def ask(self, name: str, *more: str) -> None:
        """A field left open: its help stands above it, and the check asks for it."""
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


def new_id(words: str, taken: Iterable[str] = ()) -> str:
    """An id of the first seven of these words that tell something, and that is not in `taken`.

    Vietnam is in most claims and the year is the folder: neither tells one claim from another.
    """
    every = id_like(words).split("-")
    telling = [w for w in every if w not in _SMALL and w != "vietnam" and not re.fullmatch(r"(19|20)\d\d", w)]
    base = "-".join((telling or every)[:7])
    unusable = {*taken, *RESERVED}
    numbers = (f"{base}-{number}" for number in range(2, 10_000))
    return base if base not in unusable else next(name for name in numbers if name not in unusable)
