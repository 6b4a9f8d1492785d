"""No date is passed over for want of its sign: a text is read as if every way to print a date were tried."""

from __future__ import annotations

import re
from dataclasses import replace

from bamboo.reading.days import english
from bamboo.reading.days.day import Day
from bamboo.reading.days.read import _read
from hypothesis import given, settings
from hypothesis import strategies as st

TRIED = replace(
    english.CALENDAR, ways=tuple((way, build, re.compile("")) for way, build, _ in english.CALENDAR.ways)
)
WORDS = st.sampled_from(
    [
        *(
            "May",
            "Sept.",
            "December",
            "2",
            "30",
            "3rd",
            "11.3.2025",
            "26/2",
            "1/30/2024",
            "2024",
            "2024,",
            "1802",
        ),
        *(
            "2025-03-11",
            "2021-25",
            "1990s",
            "1990's",
            "first half",
            "last quarter",
            "first-quarter",
            "H1",
            "Q3",
            "of",
        ),
        *(
            "first six months",
            "the year",
            "between",
            "and",
            "to",
            "–",
            "-",
            "in",
            "In",
            "this",
            "ngày",
            "from",
        ),
        *("$", "%", "million", "(", ",", "until", "last", "year", "mid-June", "H1/2024", "Q4 2023", "the"),
    ]
)


@settings(max_examples=400)
@given(
    st.lists(WORDS, min_size=1, max_size=7),
    st.sampled_from([" ", "", "-"]),
    st.sampled_from([None, Day(2024, 5, 6)]),
)
def test_dates_are_those_of_all_ways(words: list[str], between: str, written: Day | None) -> None:
    text = between.join(words)
    assert [*_read(text, english.CALENDAR, written)] == [*_read(text, TRIED, written)]
