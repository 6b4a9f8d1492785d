"""Overviews: what the site says about a subject in a few sentences, each with the claims it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from bamboo.data.fields import Id, Line, Ref
from bamboo.data.proof import Through, Words
from bamboo.data.records import Record

# Observations are claims too, and no records: their ids follow from their indicator and period.
OBSERVATIONS = "observations"
ClaimId = Annotated[str, Id, Ref(("facts", OBSERVATIONS))]


class Sentence(Record):
    """One sentence of an overview."""

    says: Annotated[Line, Through("rests_on")]
    """The sentence, at most 35 words: only what can be read in the quotes of the claims it rests on."""
    rests_on: Words[list[ClaimId]]
    """Ids of those claims: facts, and observations such as `trade-turnover-2024`."""


# The home page has findings: no text that begins with the most important and reads as one.
FIELDS = ("overview", "findings")


def field(record: type[Record]) -> str:
    """The field that holds the overview of such records, or "" where they have none."""
    return next((name for name in FIELDS if name in record.model_fields), "")


def sentences(record: Record) -> Sequence[Sentence]:
    """What a record says of itself first; nothing where nobody has written it."""
    name = field(type(record))
    found: Sequence[Sentence] = getattr(record, name) if name else ()
    return found
