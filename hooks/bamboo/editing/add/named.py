"""What all records with a name ask of a new one: that it is a name, is not there yet, and gives an id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bamboo import kinds
from bamboo.data import english
from bamboo.data.documented import documentation
from bamboo.data.locations import HIDDEN, hidden
from bamboo.data.records import Record
from bamboo.data.seed import NO_ID, bare_letters, id_like
from bamboo.editing.form import OPEN, Form
from bamboo.editing.name import Refused, unusable
from bamboo.kinds.library import Entry, Library
from bamboo.reading.mentions import Finder, plain
from bamboo.reading.names import all_names

_EACH = "Each as `{name: ..., lang: vi}`; `lang` may be left out for English."


def typed(name: str) -> str | Refused:
    """A name as it is written, with one blank between words."""
    name = " ".join(name.split())
    if hidden(name) or not any(letter.isalnum() for letter in name):
        return Refused((f"`{HIDDEN.sub('�', name)}` is no name: type it again.",))
    return name


def has(entry: Entry[Any], name: str) -> bool:
    """Whether a record has this name, be it with other marks or capitals."""
    return bare_letters(name) in {bare_letters(known.name) for known in all_names(entry)}


def already(kind: str, entry: Entry[Any]) -> Refused:
    """That a record is there, where a name that it lacks can be added."""
    return Refused((
        f"{entry.file} is this {kinds.BY_NAME[kind].one} already: {entry.record.name}.",
        "If a name is missing there, add it to `also_known_as`.",
    ))  # fmt: skip


def free_id(library: Library, kind: str, name: str, ident: str) -> str | Refused:
    """The id that was chosen, or one made of the name, if it can be used."""
    ident = ident or id_like(name)
    if ident == NO_ID:
        return Refused((f"No id can be made of `{name}`.", "Choose one: --id"))
    return unusable(library, kind, ident) or ident


def ask_other_names(form: Form, record: type[Record]) -> None:
    """Leave the other names to be filled in."""
    about = f"{OPEN}, or leave empty: {documentation(record)['also_known_as']} {_EACH}"
    form.give("also_known_as", [], about)


def printed(library: Library, names: Iterable[str], none: str, loose: bool = False) -> str:
    """In which source texts one of these names is; `none` is said where it is in no text."""
    finder = Finder((("it", name) for name in names), loose=loose)
    texts = [seed.file for seed in library.seeds.values() if finder.find(plain(seed.text))]
    return f"Named in {english.listed(texts)}." if texts else none
