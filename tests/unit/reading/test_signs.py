"""Nothing is passed over for want of its sign: a text is read as if it could have all there is."""

from __future__ import annotations

import importlib
import pkgutil
import re
from contextlib import ExitStack
from dataclasses import replace
from unittest.mock import patch

import bamboo.checks
import bamboo.reading
import pytest
from bamboo.reading import polarity, tense
from bamboo.reading.days import english
from bamboo.reading.days.day import Day
from bamboo.reading.days.read import _read
from bamboo.reading.numbers.read import GRAMMARS
from bamboo.reading.numbers.read import _read as _figures
from bamboo.reading.signs import Seldom, Sign
from hypothesis import given, settings
from hypothesis import strategies as st

ALL = Sign("")
TRIED = replace(
    english.CALENDAR,
    ways=tuple((way, build, ALL) for way, build, _ in english.CALENDAR.ways),
    asides=ALL,
    untils=ALL,
    openings=ALL,
    closings=ALL,
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
        *(
            "since",
            "Since it was founded in",
            "as of",
            "By",
            "up to",
            "beginning in",
            "compared with",
            "through",
        ),
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


SAYING = st.sampled_from(
    [
        *(
            "not",
            "only",
            "No",
            "accord",
            "was",
            "signed",
            "refused",
            "to",
            "didn't",
            "never-ending",
            "may",
            "May",
        ),
        *(
            "will",
            "'ll",
            "is",
            "be",
            "set",
            "expected",
            "plans",
            "for",
            "agreed",
            "undertook",
            "hopes",
            "yet",
        ),
        *("sign", "cannot", "unable", "postponed", "was held", "took place", "visited", "called off", "met"),
        *(
            "two",
            "twenty-one",
            "half",
            "a",
            "million",
            "third",
            "tenfold",
            "doubled",
            "inaugural",
            "dozens",
            "biggest",
        ),
        *(
            "80th anniversary",
            "$5",
            "bn",
            "percent",
            "G20",
            "ready",
            "Denied",
            "denies",
            "without",
            "nor",
        ),
    ]
)


@settings(max_examples=200)
@given(
    st.lists(SAYING, min_size=1, max_size=6), st.lists(SAYING, max_size=6), st.sampled_from([" ", "-", ", "])
)
def test_numbers_and_denials_are_those_of_a_text_without_signs(
    claim: list[str], quote: list[str], between: str
) -> None:
    text, other = between.join(claim), between.join(quote)

    def told() -> object:
        return (
            [*polarity._marks(text)],
            polarity.denials.__wrapped__(text),
            polarity.turned_round(text, (other,)),
            tense.marks.__wrapped__(text),
            tense.finished(text, (other,)),
        )

    here = told()
    with ExitStack() as all_looked_for:
        for module in (polarity, tense):
            for name in [name for name, of in vars(module).items() if isinstance(of, Sign)]:
                all_looked_for.enter_context(patch.object(module, name, Sign("")))
        assert told() == here
    for lang, forms in GRAMMARS.items():
        assert [*_figures(text, lang, forms)] == [*_figures(text, lang, replace(forms, hint=Sign("")))]


def _seldom() -> dict[str, Seldom]:
    """Every pattern of the program that is looked for by its signs, by name."""
    packages = (bamboo.reading, bamboo.checks)
    names = [one.name for of in packages for one in pkgutil.walk_packages(of.__path__, f"{of.__name__}.")]
    return {
        f"{module}.{name}": of
        for module in names
        for name, of in vars(importlib.import_module(module)).items()
        if isinstance(of, Seldom)
    }


@pytest.mark.parametrize("name", _seldom())
@settings(max_examples=40)
@given(data=st.data())
def test_no_text_with_a_pattern_is_without_its_signs(name: str, data: st.DataObject) -> None:
    seldom = _seldom()[name]
    pattern = re.compile(seldom.pattern.pattern, seldom.pattern.flags)
    before, after = data.draw(st.lists(SAYING, max_size=2)), data.draw(st.lists(WORDS, max_size=2))
    found = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    text = " ".join([*before, found, *after])
    assert [one.span() for one in seldom.finditer(text)] == [one.span() for one in pattern.finditer(text)]
    assert bool(seldom.search(text)) == bool(pattern.search(text))
