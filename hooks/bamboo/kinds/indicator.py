"""Indicators: what is counted, with each value that the sources report. Readers know them as figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from bamboo.data import dates, rules
from bamboo.data.fields import Edtf, Line, Number, OneOf, Period, Shape
from bamboo.data.proof import Filed, Held, Remark, Through, Unproven
from bamboo.data.records import Difference, Quote, Record
from bamboo.kinds.base import Kind
from bamboo.kinds.partner import PartnerId
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.kinds.term import TermId
from bamboo.kinds.theme import ThemeId

QualifierName = Annotated[str, OneOf(tuple(QUALIFIERS))]


# ISO 4217.
Currency = Annotated[str, Shape(r"[A-Z]{3}", "three capital letters such as EUR (ISO 4217)")]


Status = Literal["preliminary", "revised"]


class Estimate(Record):
    """That a value is somebody's estimate."""

    by: Annotated[Line, Held(printed=True)]
    """Who made it, as the quote prints the name."""
    on: Annotated[Edtf | None, Held()] = None
    """When it was made (EDTF), if the quote says so."""


class Report(Quote):
    """One source's value for an observation."""

    value: Annotated[
        Number, Held(unit="unit", qualifier="qualifier", scope="scope", high="high", currency="currency")
    ]
    """The number as printed, in the indicator's unit; of a range the lower one."""
    high: Annotated[Number | None, Through("value")] = None
    """The upper number of a range such as `15 to 20`."""
    qualifier: Annotated[QualifierName, Through("value")]
    """The word that belongs to the number."""
    scope: Annotated[Line | None, Through("value")] = None
    """What this source counts, where sources count differently."""
    status: Annotated[Literal["preliminary", "revised"] | None, Unproven("a rule reads it in the quote")] = (
        None
    )
    """Where the quote calls the value so. What was revised is no difference between sources."""
    as_of: Annotated[Edtf | None, Held()] = None
    """The day or month of a preliminary or revised value (EDTF), if the quote says so."""
    estimate: Estimate | None = None
    """Whose estimate it is, where it is that of a third party."""

    @model_validator(mode="after")
    def _rises(self) -> Report:
        if self.high is not None and self.high <= self.value:
            raise ValueError("in `high` the larger number of the range, in `value` the smaller")
        return self


class Observation(Record):
    """The value of an indicator for one period, as each source gives it."""

    period: Annotated[Period, Held("each")]
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
    """The unit with its scale, such as `billion US dollars`; `times` for a ratio, `place` for a rank."""
    currency: Annotated[Currency | None, Unproven("a rule compares it with the unit and the quotes")] = None
    """The currency (ISO 4217) of a unit that leaves it open, such as `billion dollars`: AUD."""
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
