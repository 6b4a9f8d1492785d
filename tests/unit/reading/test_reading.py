"""Numbers, dates and names are read as newspapers print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bamboo.reading import days, numbers, phrases
from bamboo.reading.days import Day
from bamboo.reading.mentions import Finder, plain
from bamboo.reading.names import names_country
from bamboo.reading.numbers import units
from bamboo.reading.roles import stands_with
from hypothesis import given
from hypothesis import strategies as st

# As printed -> (value, kind, qualifier) of each number.
NUMBERS = {
    "$1.5bn, US$15 bln and €20 mln": [
        ("1.5e9", "USD", "exact"),
        ("15e9", "USD", "exact"),
        ("20e6", "EUR", "exact"),
    ],
    "446 million Australian dollars, £3 million, 5 billion won; he won 5": [
        ("446e6", "AUD", "exact"),
        ("3e6", "GBP", "exact"),
        ("5e9", "KRW", "exact"),
        ("5", "count", "exact"),
    ],
    "20,000-plus, 350-odd, 40 or so, 30 or fewer": [
        ("20000", "count", "over"),
        ("350", "count", "about"),
        ("40", "count", "about"),
        ("30", "count", "up-to"),
    ],
    "expected to reach around $9 billion, is projected to surpass 30": [
        ("9e9", "USD", "expected-about"),
        ("30", "count", "expected-over"),
    ],
    "two-thirds, half of them, the third-largest, doubled, 2.5 times more": [
        (str(2 / Decimal(3)), "share", "exact"),
        ("0.5", "share", "exact"),
        ("3", "rank", "exact"),
        ("2", "times", "exact"),
        ("2.5", "times", "exact"),
    ],
    "a dozen ministers, two dozen guests, half a million": [
        ("12", "count", "exact"),
        ("24", "count", "exact"),
        ("500000", "count", "exact"),
    ],
    "US$28 billion": [("28e9", "USD", "exact")],
    "a record $800 billion in 2024": [("800e9", "USD", "exact")],
    "nearly US$800 billion": [("800e9", "USD", "nearly")],
    "is expected to smash a record of over 800 billion USD.": [("800e9", "USD", "expected-over")],
    "was expected. It reached 800 billion USD": [("800e9", "USD", "exact")],
    "more than 15.8 million tourists, an increase of 44%": [
        ("15.8e6", "count", "over"),
        ("44", "percent", "exact"),
    ],
    "six out of seven": [("6", "count", "exact"), ("7", "count", "exact")],
    "nearly 6 million people": [("6e6", "count", "nearly")],
    "the 6-million diaspora": [("6e6", "count", "exact")],
    "18 million": [("18e6", "count", "exact")],
    "16 contracts worth a total of $286.3 million": [
        ("16", "count", "exact"),
        ("286.3e6", "USD", "exact"),
    ],
    "twelve, 60, 170 and 1,500": [
        ("12", "count", "exact"),
        ("60", "count", "exact"),
        ("170", "count", "exact"),
        ("1500", "count", "exact"),
    ],
    "one hundred and seventy": [("170", "count", "exact")],
    "twenty-one million": [("21e6", "count", "exact")],
    "between six and seven": [("6", "count", "exact")],
    "from six to seven": [("6", "count", "exact"), ("7", "count", "exact")],
    "about 40, at least 50, almost 60, up to 70": [
        ("40", "count", "about"),
        ("50", "count", "at-least"),
        ("60", "count", "nearly"),
        ("70", "count", "up-to"),
    ],
    "no more than 40": [("40", "count", "up-to")],
    "up to now, 193 countries": [("193", "count", "exact")],
    "up 14.8%": [("14.8", "percent", "exact")],
    "44 percent, 45 per cent": [("44", "percent", "exact"), ("45", "percent", "exact")],
    "hundreds of agreements": [("100", "count", "hundreds")],
    "80th anniversary": [("80", "anniversary", "exact")],
    "the 32nd (or 32th) and the fourth": [
        ("32", "ordinal", "exact"),
        ("32", "ordinal", "exact"),
        ("4", "ordinal", "exact"),
    ],
    "2000 million": [("2000e6", "count", "exact")],
    "one of the leaders at the G20, P4G and DK1": [],
    "November 2-3, 2024, January 9, 26/2, 1/30/2024, first half of 2024, in 2024": [],
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers(text: str) -> None:
    read = [(figure.value, figure.kind, figure.qualifier) for figure in numbers.read(text)]
    assert read == [(Decimal(value), kind, qualifier) for value, kind, qualifier in NUMBERS[text]]


# Words before a number -> its qualifier.
QUALIFIED = {
    "over": "over",
    "more than": "over",
    "exceeding": "over",
    "surpassed": "over",
    "topped": "over",
    "in excess of": "over",
    "nearly": "nearly",
    "close to": "nearly",
    "neared": "nearly",
    "just under": "nearly",
    "about": "about",
    "some": "about",
    "an estimated": "about",
    "at least": "at-least",
    "no fewer than": "at-least",
    "up to": "up-to",
    "at most": "up-to",
    "no more than": "up-to",
    "less than": "under",
    "below": "under",
}
# As printed -> the two ends of a range.
RANGES = {
    "$15-20 billion": ("15e9", "20e9"),
    "15 to 20 percent": ("15", "20"),
    "between US$15 billion and US$20 billion": ("15e9", "20e9"),
    "between six and seven countries": ("6", "7"),
    "from 15 to 20 percent": ("15", None),
    "16 and 17 agreements": ("16", None),
    "20-15": ("20", None),
}


@pytest.mark.parametrize("text", RANGES)
def test_ranges(text: str) -> None:
    low, high = RANGES[text]
    first = numbers.read(text)[0]
    assert (first.value, first.high) == (Decimal(low), Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("text", "says", "signed"),
    [
        ("fell by 4.8 percent", {"down"}, "-4.8"),
        ("was cut to 3 percent", {"down"}, "3"),
        ("up 5 percent", {"up"}, "5"),
        ("a 5 percent decrease", {"down"}, "-5"),
        ("a year-on-year increase of 44%", {"up"}, "44"),
        ("changed by -5%", set(), "-5"),
        ("a trade deficit of 3", {"deficit"}, "3"),
        ("up to 40", set(), "40"),
        ("exports fell, imports of 7", set(), "7"),
    ],
)
def test_directions(text: str, says: set[str], signed: str) -> None:
    (figure,) = numbers.read(text)
    assert (set(figure.says), figure.signed.value) == (says, Decimal(signed))


# Vietnamese as printed -> (value, kind, qualifier) of each number.
VIETNAMESE = {
    "2,25 tỷ USD, tăng 33,9%": [("2.25e9", "USD", "exact"), ("33.9", "percent", "exact")],
    "hơn 350 thỏa thuận, trên 20 nghìn sinh viên": [("350", "count", "over"), ("20000", "count", "over")],
    "khoảng 12.500 tấn, gần 3 triệu": [("12500", "count", "about"), ("3e6", "count", "nearly")],
    "dự kiến đạt 1.000 tỷ đồng": [("1000e9", "VND", "expected")],
    "không quá 30 triệu đô la Mỹ": [("30e6", "USD", "up-to")],
    "vượt 3 nghìn tỷ": [("3e12", "count", "over")],
    "ngày 24 - 26/6/2025, tháng 7/2008, quý III/2025": [],
    "lần thứ 13, hai nước": [("13", "ordinal", "exact"), ("2", "count", "exact")],
    "300 người trở lên": [("300", "count", "exact")],
}


@pytest.mark.parametrize("text", VIETNAMESE)
def test_numbers_in_vietnamese(text: str) -> None:
    read = [(figure.value, figure.kind, figure.qualifier) for figure in numbers.read(plain(text), "vi")]
    assert read == [(Decimal(value), kind, qualifier) for value, kind, qualifier in VIETNAMESE[text]]


WRITTEN = st.builds(
    lambda before, money, whole, decimals, comma, scale, after: (
        f"{before[0]} " * bool(before[0])
        + (money if not after else "")
        + (f"{whole:,}" if comma else str(whole))
        + (f".{decimals}" if decimals else "")
        + (f" {scale}" if scale else "")
        + after,
        Decimal(f"{whole}.{decimals or 0}") * units.SCALES.get(scale, Decimal(1)),
        before[1],
    ),
    st.sampled_from([("", "exact"), *QUALIFIED.items()]),
    st.sampled_from(["", "US$", "$"]),
    st.integers(2, 1899) | st.integers(2100, 10**8),
    st.none() | st.integers(1, 99),
    st.booleans(),
    st.sampled_from(["", "million", "billion"]),
    st.sampled_from(["", "%", " USD", " US dollars"]),
)


@given(WRITTEN, st.sampled_from(["It was {} then.", "{}", "({}), with Laos", "of {}; and so on"]))
def test_a_number_however_written_is_read_back(written: tuple[str, Decimal, str], around: str) -> None:
    text, value, qualifier = written
    assert [(f.value, f.qualifier) for f in numbers.read(around.format(text))] == [(value, qualifier)]


def test_what_a_number_counts() -> None:
    read = phrases.read(
        "signed 16 contracts worth a total of $286.3 million and concluded 17 agreements with"
    )
    assert "contra" in read[0][1]
    assert "contra" not in read[2][1]
    six, seven = numbers.read("six of UNESCO's seven major mechanisms")
    assert (six.part, seven.part) == ("", "whole")
    assert numbers.read("bringing the total number of titles to 71")[0].part == "total"


# As printed -> first and last day of each date.
DATES: dict[str, list[tuple[tuple[int | None, ...], tuple[int | None, ...]]]] = {
    "November 2-3, 2024": [((2024, 11, 2), (2024, 11, 3))],
    "August 19, 2024.": [((2024, 8, 19), (2024, 8, 19))],
    "ngày 26/2 tại Geneva": [((None, 2, 26), (None, 2, 26))],
    "26/2": [((None, 2, 26), (None, 2, 26))],
    "January 9": [((None, 1, 9), (None, 1, 9))],
    "on April 2, is": [((None, 4, 2), (None, 4, 2))],
    "of March 26, 2004, by": [((2004, 3, 26), (2004, 3, 26))],
    "first half of 2024": [((2024, 1), (2024, 6))],
    "second half of the year": [((None, 7), (None, 12))],
    "first six months of 2024": [((2024, 1), (2024, 6))],
    "in the fourth quarter)": [((None, 10), (None, 12))],
    "December 15-18, 2023": [((2023, 12, 15), (2023, 12, 18))],
    "1/30/2024": [((2024, 1, 30), (2024, 1, 30))],
    "during January - November, a": [((None, 1), (None, 11))],
    "September 2023": [((2023, 9), (2023, 9))],
    "2 May 2024": [((2024, 5, 2), (2024, 5, 2))],
    "in August": [((None, 8), (None, 8))],
    "May you live; they March on": [],
    "2024": [((2024,), (2024,))],
    "the 2003 Convention": [((2003,), (2003,))],
    "2,024 or $2024 or 2024 million": [],
    "from 25 to 27 April 2022": [((2022, 4, 25), (2022, 4, 27))],
    "December 4 to 6, 2022": [((2022, 12, 4), (2022, 12, 6))],
    "between 3 and 5 May 2025": [((2025, 5, 3), (2025, 5, 5))],
    "May 3 and 5, 2025": [((2025, 5, 3), (2025, 5, 3)), ((2025, 5, 5), (2025, 5, 5))],
    "May 3 and 5 ministers": [((None, 5, 3), (None, 5, 3))],
    "May 30 to June 2, 2025": [((2025, 5, 30), (2025, 6, 2))],
    "December 30, 2023 to January 2": [((2023, 12, 30), (2024, 1, 2))],
    "December 30 to January 2, 2024": [((2023, 12, 30), (2024, 1, 2))],
    "28 November 2025 until 3 January 2026": [((2025, 11, 28), (2026, 1, 3))],
    "2021-25, 2021 to 2025, between 2016 and 2020": [
        ((2021,), (2025,)),
        ((2021,), (2025,)),
        ((2016,), (2020,)),
    ],
    "the 1990s": [((1990,), (1999,))],
    "Q3 2025, H1 2025": [((2025, 7), (2025, 9)), ((2025, 1), (2025, 6))],
    "2025-03-11, 11.3.2025, 25/3/2025": [((2025, 3, day), (2025, 3, day)) for day in (11, 11, 25)],
    "9/12/2024": [((2024,), (2024,))],
    "In 1802 the court": [((1802,), (1802,))],
    "in 1500 villages": [],
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    assert [(date.first, date.last) for date in days.read(text)] == [
        (Day(*first), Day(*last)) for first, last in DATES[text]
    ]


# Vietnamese as printed -> first and last day of each date.
VIETNAMESE_DATES: dict[str, list[tuple[tuple[int, ...], tuple[int, ...]]]] = {
    "từ ngày 24 - 26/6/2025": [((2025, 6, 24), (2025, 6, 26))],
    "từ 30/5 đến 2/6/2025": [((2025, 5, 30), (2025, 6, 2))],
    "9/12/2024": [((2024, 12, 9), (2024, 12, 9))],
    "ngày 15 tháng 4 năm 2025": [((2025, 4, 15), (2025, 4, 15))],
    "tháng 7/2008, tháng 7 năm 2009": [((2008, 7), (2008, 7)), ((2009, 7), (2009, 7))],
    "quý III/2025": [((2025, 7), (2025, 9))],
    "7 tháng đầu năm 2025, 6 tháng cuối năm 2024": [((2025, 1), (2025, 7)), ((2024, 7), (2024, 12))],
    "giai đoạn 2021 - 2025": [((2021,), (2025,))],
    "những năm 1990": [((1990,), (1999,))],
    "năm nước": [],
}


@pytest.mark.parametrize("text", VIETNAMESE_DATES)
def test_dates_in_vietnamese(text: str) -> None:
    assert [(date.first, date.last) for date in days.read(plain(text), "vi")] == [
        (Day(*first), Day(*last)) for first, last in VIETNAMESE_DATES[text]
    ]


@pytest.mark.parametrize(
    ("text", "lang", "written", "first", "last"),
    [
        ("Last year", "en", (2026, 3, 1), (2025,), (2025,)),
        ("early next year", "en", (2025,), (2026,), (2026,)),
        ("the first half of this year", "en", (2025,), (2025, 1), (2025, 6)),
        ("yesterday", "en", (2026, 1, 1), (2025, 12, 31), (2025, 12, 31)),
        ("last month", "en", (2026, 1, 15), (2025, 12), (2025, 12)),
        ("năm ngoái", "vi", (2026,), (2025,), (2025,)),
        ("hôm nay", "vi", (2025, 12, 25), (2025, 12, 25), (2025, 12, 25)),
        ("7 tháng đầu năm nay", "vi", (2025,), (2025, 1), (2025, 7)),
    ],
)
def test_relative_words(
    text: str, lang: str, written: tuple[int, ...], first: tuple[int, ...], last: tuple[int, ...]
) -> None:
    (date,) = days.read(plain(text), lang, Day(*written))
    assert (date.first, date.last) == (Day(*first), Day(*last))
    assert days.read(plain(text), lang) == ()


@pytest.mark.parametrize("text", ["today", "last month"])
def test_relative_words_need_a_day(text: str) -> None:
    assert days.read(text, "en", Day(2025)) == ()


@pytest.mark.parametrize(
    ("printed", "about", "wanted", "said"),
    [
        ("on November 2-3, 2024", "", "2024-11-02/2024-11-03", True),
        ("on November 2-3, 2024", "", "2024-11-02/2024-11-04", False),
        ("on November 2-3, 2024", "", "2024-11", True),
        ("on November 2-3, 2024", "", "2024-11-02", False),
        ("on April 2", "2024", "2024-04-02", True),
        ("on April 2", "2024", "2023-04-02", False),
        ("the first half of 2024", "", "2024-01/2024-06", True),
        ("the first half of 2024", "", "2024", True),
        ("it says no date", "2024-01/2024-06", "2024-01/2024-06", True),
        ("it says no date", "2024", "2024", True),
        ("the year 2025", "2024", "2024", False),
        ("the fourth quarter", "2023", "2023-10/2023-12", True),
        ("from December 30, 2023 to January 2, 2024", "", "2023-12-30/2024-01-02", True),
        ("in 2023 and 2024", "", "2023/2024", True),
        ("in 2021 and 2024", "", "2021/2024", False),
        ("in 2023 and under the accord of 2024", "", "2023/2024", False),
        ("on March 31, 2024 and April 1, 2024", "", "2024-03-31/2024-04-01", True),
        ("in December 2023 and January 2024", "", "2023-12/2024-01", True),
    ],
)
def test_what_a_text_says_of_a_date(printed: str, about: str, wanted: str, said: bool) -> None:
    periods = (days.of_edtf(about),) if about else ()
    assert days.says([days.read(printed)], periods, days.of_edtf(wanted)) is said


PARTNERS = Finder(
    [
        ("us", "United States"),
        ("us", "US"),
        ("us", "U.S."),
        ("un", "United Nations"),
        ("hrc", "United Nations Human Rights Council"),
        ("kh", "Cambodian"),
    ]
)
TERMS = Finder(
    [("csp", "comprehensive strategic partnership"), ("sp", "strategic partnership"), ("ai", "AI")],
    loose=True,
)


@pytest.mark.parametrize(
    ("finder", "text", "named"),
    [
        (PARTNERS, "US$800 billion gave us nothing", []),
        (PARTNERS, "the US, US-led and U.S. President", ["us", "us", "us"]),
        (PARTNERS, "the United Nations Human Rights Council", ["hrc"]),
        (PARTNERS, "the United Nations and the United States", ["un", "us"]),
        (PARTNERS, "the Cambodian People's Party", ["kh"]),
        (TERMS, "Comprehensive Strategic Partnerships with", ["csp"]),
        (TERMS, "a Strategic Partnership", ["sp"]),
        (TERMS, "AI, but not ai or AIPA", ["ai"]),
    ],
)
def test_names(finder: Finder, text: str, named: list[str]) -> None:
    assert [mention.ident for mention in finder.find(plain(text))] == named


@pytest.mark.parametrize(
    ("text", "role", "whole"),
    [
        ("US President Joe Biden", "US President", True),
        ("Ms. Joe Biden, President of Peru, said", "President of Peru", True),
        ("Foreign Minister Joe Biden", "Minister", False),
        ("General Secretary and President Joe Biden", "President", False),
        ("Joe Biden, President of Peru", "President", False),
        ("President Hun Sen and Joe Biden", "President", False),
        ("met Hun Sen and President Joe Biden", "President", True),
    ],
)
def test_roles(text: str, role: str, whole: bool) -> None:
    people = Finder([("biden", "Joe Biden"), ("sen", "Hun Sen")]).find(text)
    assert stands_with(text, people, "biden", role) is whole


def test_money_is_no_country() -> None:
    finder = Finder([("united-states", "US"), ("united-states", "the US")])
    assert finder.find(plain("nearly 14 billion US dollars, a US dollar bill")) == ()
    assert [found.start for found in finder.find(plain("14 dollars for the US, in dollars"))] == [15]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Brazil, Russia, India, China and South Africa", True),
        ("South Africa", True),
        ("Association of Southeast Asian Nations", False),
        ("Asia-Pacific Economic Cooperation", False),
        ("Nigerian Union", False),
        ("", False),
    ],
)
def test_a_country_is_seen_among_other_words(text: str, country: bool) -> None:
    assert names_country(text) is country
