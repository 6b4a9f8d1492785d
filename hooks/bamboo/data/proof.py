"""How a field is proven. Every field of a record says so: what is printed on the site is never by oversight.

`Record` refuses a field without a policy when its class is made, so that none can be forgotten. The checks
walk records by policy; no check has a list of fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

T = TypeVar("T")

# Who names what a field of ids lists, besides the quotes; or, for a date, what it has to agree with.
# `sentence`: the record's sentence names just the same. `tier`: the sentence and the quotes name it, each
# by itself. `either`: the sentence will do as well.
Beside = Literal["", "sentence", "tier", "either"]


@dataclass(frozen=True, slots=True)
class Held:
    """Held against the quotes of the record, or of the record around it: they name, print or date it.

    `person` names the field whose person a text is printed with; `unit` the field that a number is
    counted in.
    """

    beside: Beside = ""
    person: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Through:
    """Proven by another field of the record around it, which lists it too."""

    field: str


@dataclass(frozen=True, slots=True)
class Filing:
    """The editors file records as they see fit: a reader is told so, and no quote has to say it."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says it: a person whom the record names, or the source of one of its quotes."""


@dataclass(frozen=True, slots=True)
class Unproven:
    """Nothing proves it, for this reason."""

    why: str


Policy = Held | Through | Filing | Speaking | Unproven

Quoted = Annotated[T, Held()]
Told = Annotated[T, Held("sentence")]
Filed = Annotated[T, Filing()]
Said = Annotated[T, Speaking()]
Naming = Annotated[T, Unproven("a name is proven where a claim is: by the quotes that print it")]
OnCard = Annotated[T, Unproven("a card is copied from its text by hand, and shown beside it")]
Sorting = Annotated[T, Unproven("a choice of the editors that orders pages and says nothing by itself")]
Remark = Annotated[T, Unproven("the editors' own words, shown as theirs")]
Words = Annotated[T, Unproven("it is the proof: the rule on quotes finds it in its seed")]
