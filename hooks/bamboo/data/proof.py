"""How a field is proven. Every field of a record says so: what is printed on the site is never by oversight.

`Record` refuses a field without a policy when its class is made, so that none can be forgotten. The checks
walk records by policy; no check has a list of fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

T = TypeVar("T")

# What else names an id, or agrees with a date, besides the quotes.
# `sentence`: for a date: one in the record's sentence agrees. `both`: the sentence names it by itself, and
# the quotes by themselves. `either`: the sentence or a quote. `each`: every quote by itself. `sources`: the
# quotes of every source by themselves.
Beside = Literal["", "sentence", "both", "either", "each", "sources"]


@dataclass(frozen=True, slots=True)
class Held:
    """Held against the quotes of the record, or else of the record around it.

    A text that is held is a sentence of its record: its numbers, dates and codes are read in the quotes.
    `called` is what messages call it. `complete`: all that the sentence names is in this field. `person`
    is the field with the person that a text is printed with; `printed`: a text that a quote prints as it is.
    A number can have a `unit`, a `qualifier`, a `scope`, a `high` end and a `currency` in fields beside or
    around it.
    """

    beside: Beside = ""
    complete: bool = False
    called: str = ""
    person: str = ""
    unit: str = ""
    qualifier: str = ""
    scope: str = ""
    high: str = ""
    currency: str = ""
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Through:
    """Proven with another field: an id by a list of the record around it that has it too."""

    field: str


@dataclass(frozen=True, slots=True)
class Filing:
    """The editors file records as they see fit: a reader is shown that, and no quote has to say it."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says it: the source of one of the record's quotes, or somebody whom one of these fields has.

    Each field is named like the kind of those whom it has.
    """

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unproven:
    """Nothing proves it, for this reason."""

    why: str


Policy = Held | Through | Filing | Speaking | Unproven
# What something has to prove.
Proven = Held | Through | Speaking

Quoted = Annotated[T, Held()]
Filed = Annotated[T, Filing()]
Naming = Annotated[T, Unproven("a name is proven where a claim is: by the quotes that print it")]
OnCard = Annotated[T, Unproven("a card is copied from its text by hand, and shown beside it")]
Sorting = Annotated[T, Unproven("the editors' choice, which orders pages and says nothing by itself")]
Remark = Annotated[T, Unproven("the editors' own words, shown as theirs")]
Words = Annotated[T, Unproven("it is the proof: another rule finds it in its seed")]
