"""Years: what the editors say of a year. A year has its page with or without such a record."""

from __future__ import annotations

from bamboo.data import rules
from bamboo.data.records import Record
from bamboo.kinds.base import Kind
from bamboo.kinds.overview import Sentence


class Year(Record):
    """A year that claims are about."""

    overview: list[Sentence]
    """The year in two to seven sentences, each with the claims it rests on."""

    across = [rules.having(overview=rules.filled)]


YEARS = Kind(
    name="years",
    record=Year,
    one="year",
    label="year",
    section="Years",
    address="years",
    template="year.md.jinja",
    asked="year annual",
)
