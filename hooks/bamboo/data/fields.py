"""The types of single fields: what a line, an id, a date or a number may be, and how to say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from bamboo.data import dates
from bamboo.data.locations import character_name, hidden

# Shapes as text, so that messages and JSON Schema show the same rule.
ID_SHAPE = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_EXPECTED = "an id: small letters a-z and digits, words joined by -"
NUMBER_SHAPE = r"-?(0|[1-9]\d{0,14})(\.\d{1,9})?"
NUMBER_EXPECTED = "a plain number such as 800, 15.8 or 1500, without commas, signs or words"


def _line(text: str) -> str:
    if not text.strip():
        raise ValueError("a text with at least one letter")
    if found := hidden(text):
        raise ValueError(f"a text without invisible characters; this one has {character_name(found[0])}")
    if "\n" in text.strip():
        raise ValueError("one line of text")
    return " ".join(text.split())


def _edtf(text: str) -> str:
    try:
        dates.bounds(text)
    except ValueError as error:
        raise ValueError(str(error)) from None
    return text


def _number(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(NUMBER_SHAPE, text):
        raise ValueError(NUMBER_EXPECTED)
    return float(text) if "." in text else int(text)


def _yes(text: object) -> object:
    if text not in (True, "true"):
        raise ValueError("`true`, or no such line")
    return True


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text looks as a whole, also in JSON Schema; `expected` says so in an editor's words.

    Other programs take `2024` for a number: where the shape allows digits alone, the schema does too.
    """

    shape: str
    expected: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        fullmatch = re.compile(self.shape).fullmatch

        def check(text: str) -> str:
            if not fullmatch(text):
                raise ValueError(self.expected)
            return text

        return core_schema.no_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        digits = re.fullmatch(self.shape, "2024")
        return {
            "type": ["string", "integer"] if digits else "string",
            "pattern": f"^(?:{self.shape})$",
            "patternErrorMessage": f"Expected {self.expected}.",
        }


@dataclass(frozen=True, slots=True)
class OneOf:
    """A text that is one of these words: a Literal whose words are in a list of their own."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(list(self.words))


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose value is the id of a record of one of these kinds, or one of the words `also`.

    `sort` is the one value that the record's field `kind` must have, if it must.
    """

    kinds: tuple[str, ...]
    also: tuple[str, ...] = ()
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """How a field is fixed, whatever is wrong with it."""

    words: str


Id = Shape(ID_SHAPE, ID_EXPECTED)
Line = Annotated[str, AfterValidator(_line)]
Edtf = Annotated[str, Shape(dates.SHAPE, dates.EXPECTED), AfterValidator(_edtf)]
Period = Annotated[str, Shape(dates.PERIOD_SHAPE, dates.PERIOD_EXPECTED), AfterValidator(_edtf)]
Number = Annotated[
    int | float,
    BeforeValidator(_number),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "pattern": f"^(?:{NUMBER_SHAPE})$",
            "patternErrorMessage": f"Expected {NUMBER_EXPECTED}.",
        }
    ),
]
Yes = Annotated[bool, BeforeValidator(_yes)]
Language = Annotated[str, Shape(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code such as en or vi")]
