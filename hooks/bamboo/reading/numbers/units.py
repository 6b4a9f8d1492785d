"""Scales and currencies as English texts and the units of figures name them."""

from __future__ import annotations

import re
from decimal import Decimal

from bamboo.reading.numbers.figure import COUNT, PERCENT, RANK, TIMES

SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
# Short forms; a single letter only directly after the digits of money.
SHORT_SCALES = {
    "mln": SCALES["million"],
    "mn": SCALES["million"],
    "bln": SCALES["billion"],
    "bn": SCALES["billion"],
    "trn": SCALES["trillion"],
    "tn": SCALES["trillion"],
}

# ISO 4217 code -> what stands before an amount, and the words after it. The longest form is tried first.
CURRENCIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "USD": (("US$", "USD", "$"), ("USD", "US dollars", "U.S. dollars", "American dollars", "dollars")),
    "AUD": (("A$", "AU$", "AUD"), ("AUD", "Australian dollars")),
    "CAD": (("C$", "CA$", "CAD"), ("CAD", "Canadian dollars")),
    "NZD": (("NZ$", "NZD"), ("NZD", "New Zealand dollars")),
    "SGD": (("S$", "SGD"), ("SGD", "Singapore dollars", "Singaporean dollars")),
    "HKD": (("HK$", "HKD"), ("HKD", "Hong Kong dollars")),
    "EUR": (("€", "EUR"), ("EUR", "euros", "euro", "€")),
    "GBP": (("£", "GBP"), ("GBP", "pounds sterling", "British pounds", "pounds")),
    "JPY": (("¥", "JPY"), ("JPY", "Japanese yen", "yen")),
    "CNY": (("CNY", "RMB"), ("CNY", "RMB", "Chinese yuan", "yuan", "renminbi")),
    "KRW": (("₩", "KRW"), ("KRW", "South Korean won", "Korean won")),
    "VND": (("VND", "₫"), ("VND", "Vietnamese dong", "dong", "đồng")),
    "INR": (("₹", "INR"), ("INR", "Indian rupees", "rupees")),
    "THB": (("THB",), ("THB", "Thai baht", "baht")),
    "RUB": (("RUB",), ("RUB", "Russian rubles", "rubles", "roubles")),
    "CHF": (("CHF",), ("CHF", "Swiss francs")),
    "LAK": (("LAK",), ("LAK", "Lao kip", "kip")),
}
SIGNS = {sign.lower(): code for code, (signs, _) in CURRENCIES.items() for sign in signs}
WORDS = {word.lower(): code for code, (_, words) in CURRENCIES.items() for word in words}
# "Won" is a verb too: money only after a scale.
SCALED_WORDS = {"won": "KRW"}


def alternatives(words: dict[str, str]) -> str:
    """A pattern of any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def currency_of(unit: str, given: str | None) -> str | None:
    """The code of the currency that a unit counts, `given` where it leaves it open; none of other units."""
    kind = scale_of(unit)[1]
    return given or (kind if kind in CURRENCIES else None)


def scale_of(unit: str) -> tuple[Decimal, str]:
    """What an indicator's unit says: `billion US dollars` is (10^9, USD), `countries` (1, count)."""
    first, _, rest = unit.lower().partition(" ")
    scale = SCALES.get(first, Decimal(1))
    counted = rest if first in SCALES else unit.lower()
    if code := WORDS.get(counted) or SCALED_WORDS.get(counted):
        return scale, code
    if "dollars" in counted.split():
        return scale, "USD"
    if counted.split(" ")[:1] == ["times"]:
        return scale, TIMES
    if counted.split(" ")[:1] in (["place"], ["rank"]):
        return scale, RANK
    return scale, PERCENT if counted.split(" ")[:1] in (["percent"], ["%"]) else COUNT
