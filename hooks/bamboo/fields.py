"""The types of single fields: what a line, an id, a date or a number may be, and how to say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator

from bamboo import dates
from bamboo.spots import HIDDEN, character_name

Kind = Literal["sources", "partners", "people", "themes", "terms", "indicators", "facts"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Shapes as text, so that messages and JSON Schema show the same rule.
ID_SHAPE = r"[a-z0-9]+(-[a-z0-9]+)*"


def _line(text: str) -> str:
    if not text.strip():
        raise ValueError("a text with at least one letter")
    if found := HIDDEN.search(text):
        raise ValueError(f"a text without invisible characters; this one has {character_name(found[0])}")
    if "\n" in text.strip():
        raise ValueError("one line of text")
    return " ".join(text.split())


def _id(text: str) -> str:
    if not re.fullmatch(ID_SHAPE, text):
        raise ValueError("an id: small letters a-z and digits, words joined by -")
    return text


def _edtf(text: str) -> str:
    try:
        dates.bounds(text)
    except ValueError as error:
        raise ValueError(str(error)) from None
    return text


def _number(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d{1,9})?", text):
        raise ValueError("a plain number such as 800, 15.8 or 1500, without commas, signs or words")
    return float(text) if "." in text else int(text)


def _yes(text: object) -> object:
    if text not in (True, "true"):
        raise ValueError("`true`, or no such line")
    return True


def pattern(shape: str, expected: str) -> AfterValidator:
    """A text that matches `shape` whole; `expected` says so in an editor's words."""

    def check(text: str) -> str:
        if not re.fullmatch(shape, text):
            raise ValueError(expected)
        return text

    return AfterValidator(check)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose value is the id of a record of one of these kinds."""

    kinds: tuple[Kind, ...]
    also: tuple[str, ...] = ()


Line = Annotated[str, AfterValidator(_line)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Number = Annotated[int | float, BeforeValidator(_number)]
Yes = Annotated[bool, BeforeValidator(_yes)]
Language = Annotated[str, pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code such as en or vi")]
SourceId = Annotated[str, AfterValidator(_id), Ref(("sources",))]
PartnerId = Annotated[str, AfterValidator(_id), Ref(("partners",))]
PersonId = Annotated[str, AfterValidator(_id), Ref(("people",))]
ThemeId = Annotated[str, AfterValidator(_id), Ref(("themes",))]
TermId = Annotated[str, AfterValidator(_id), Ref(("terms",))]
HomeId = Annotated[str, AfterValidator(_id), Ref(("partners",), also=("vietnam",))]
SpeakerId = Annotated[str, AfterValidator(_id), Ref(("people", "sources"))]
