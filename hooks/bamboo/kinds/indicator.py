"""Indicators: what is counted, with each value that the sources report. Readers know them as figures."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from bamboo.data import dates, rules
from bamboo.data.fields import Edtf, Line, Number, OneOf
from bamboo.data.proof import Filed, Held, Remark, Through
from bamboo.data.records import Difference, Quote, Record
from bamboo.kinds.base import Kind
from bamboo.kinds.partner import PartnerId
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.kinds.term import TermId
from bamboo.kinds.theme import ThemeId

QualifierName = Annotated[str, OneOf(tuple(QUALIFIERS))]


class Report(Quote):
    """One source's value for an observation."""

    value: Annotated[Number, Held(unit="unit", qualifier="qualifier", scope="scope")]
    """The number as printed, in the indicator's unit."""
    qualifier: Annotated[QualifierName, Through("value")]
    """The word that belongs to the number."""
    scope: Annotated[Line | None, Through("value")] = None
    """What this source counts, where sources count differently."""


class Observation(Record):
    """The value of an indicator for one period, as each source gives it."""

    period: Annotated[Edtf, Held("each")]
    """The time counted (EDTF)."""
    reports: list[Report]
    """One row for each passage that gives it."""
    differs: list[Difference] = []
    """How the reports differ, where they do."""

    across = [rules.having(reports=rules.filled)]

    @model_validator(mode="after")
    def _has_reports(self) -> Observation:
        if not self.reports:
            raise ValueError("at least one report")
        return self


class Indicator(Record):
    """What is counted, with its observations newest first."""

    name: Annotated[Line, Held(called="figure's name")]
    """Name as a heading."""
    unit: Annotated[Line, Through("value")]
    """The unit with its scale, such as `billion US dollars`."""
    counted: Remark[Line]
    """What exactly is counted, and what the sources leave open."""
    themes: Filed[list[ThemeId]]
    """Theme ids; the first is the main one."""
    partners: Annotated[list[PartnerId], Held("either", complete=True)] = []
    """Partners it belongs to."""
    terms: Annotated[list[TermId], Held("either")] = []
    """Terms it belongs to."""
    observations: list[Observation]
    """Newest first, one for each period."""


def observation_id(indicator: str, period: str) -> str:
    """The claim id of an observation: `trade-turnover-2024`."""
    return f"{indicator}-{dates.slug(period)}"


INDICATORS = Kind(
    name="indicators",
    record=Indicator,
    one="indicator",
    label="figure",
    section="Figures",
    address="figures",
    template="figure.md.jinja",
    asked="figure number statistic data total amount count value",
    schema_org="Dataset",
    holds_claims=True,
    used=False,
)
