"""Dates mean what the EDTF library makes of them, also those that are read without it."""

from __future__ import annotations

from datetime import date

import pytest
from bamboo.data import dates
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

days = st.builds(
    "{:04}{}".format,
    st.one_of(st.integers(0, 9999), st.sampled_from([1900, 2000, 2023, 2024])),
    st.one_of(
        st.just(""),
        st.builds("-{:02}".format, st.integers(0, 13)),
        st.builds("-{:02}-{:02}".format, st.integers(1, 12), st.integers(0, 32)),
    ),
)
periods = st.one_of(days, st.builds("{}/{}".format, days, days))


def by_the_library(text: str) -> tuple[date, date] | None:
    try:
        parsed = parse_edtf(text)
        first, last = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except Exception:
        return None
    return (first, last) if first <= last else None


@given(periods)
def test_bounds_are_those_of_the_library(text: str) -> None:
    wanted = by_the_library(text)
    if wanted is None:
        with pytest.raises(ValueError, match=r"period|day"):
            dates.bounds(text)
    else:
        assert dates.bounds(text) == wanted
