"""Overviews: what the site says about a subject in a few sentences, each with the claims it rests on."""

from __future__ import annotations

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
