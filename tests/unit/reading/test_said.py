"""A date that is printed as a record has it is said, whatever is beside it."""

from __future__ import annotations

from bamboo.reading.days import Day, Printed, says
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.builds(
    Day,
    st.sampled_from([None, 2023, 2024]),
    st.sampled_from([None, 5, 6]),
    st.sampled_from([None, 2, 3]),
).filter(lambda day: day.month is not None or day.day is None)
DATES = st.builds(
    Printed,
    DAYS,
    DAYS,
    aside=st.booleans(),
    until=st.booleans(),
    relative=st.booleans(),
    opens=st.booleans(),
    closes=st.booleans(),
)
PASSAGES = st.lists(st.lists(DATES, max_size=3).map(tuple), max_size=2)


@given(PASSAGES, st.lists(DATES, max_size=1).map(tuple), DATES, st.booleans())
def test_what_else_is_printed_takes_no_date_away(
    passages: list[tuple[Printed, ...]], about: tuple[Printed, ...], wanted: Printed, whole: bool
) -> None:
    if wanted.first.year and wanted.last.year:
        assert says([*passages, (wanted,)], about, wanted, whole=whole)
