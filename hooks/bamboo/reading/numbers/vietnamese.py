"""Numbers in Vietnamese: decimal comma, dots between thousands, "tỷ" and "triệu"."""

from __future__ import annotations

import re
from decimal import Decimal

from bamboo.data.patterns import pattern
from bamboo.reading.letters import small
from bamboo.reading.numbers import units
from bamboo.reading.numbers.figure import COUNT, ORDINAL, PERCENT, SHARE, TIMES
from bamboo.reading.numbers.grammar import Grammar
from bamboo.reading.numbers.units import alternatives
from bamboo.reading.signs import Sign

_SCALES = {
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10**4),
    "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
    "nghìn tỷ": Decimal(10**12),
    "nghìn tỉ": Decimal(10**12),
    "ngàn tỷ": Decimal(10**12),
}
# "Năm" is also "year", and "một" also an article: both are left out by themselves.
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_VAGUE = {"hàng chục": 12, "hàng trăm": 100, "hàng nghìn": 1000, "hàng ngàn": 1000, "hàng triệu": 10**6}
_CURRENCIES = {
    "đô la mỹ": "USD",
    "đô la": "USD",
    "đôla": "USD",
    "đô-la": "USD",
    "bảng anh": "GBP",
    "yên": "JPY",
    "nhân dân tệ": "CNY",
    "đồng": "VND",
    "ơ-rô": "EUR",
    "baht": "THB",
} | units.WORDS

_BEFORE = {
    "over": "hơn|trên|vượt(?: mức| qua| ngưỡng)?|quá|nhiều hơn",
    "nearly": "gần(?: đạt)?|suýt soát|sát",
    "about": "khoảng|chừng|xấp xỉ|ước tính|ước khoảng|ước(?: đạt)?|tầm",
    "at_least": "ít nhất|tối thiểu|không dưới|không ít hơn",
    "up_to": "tối đa|nhiều nhất|không quá|không vượt quá|lên tới|lên đến",
    "under": "dưới|ít hơn|thấp hơn|chưa đến|chưa tới",
}
_ORDER = ("up_to", "at_least", "over", "nearly", "about", "under")
_AFTER = {"over": r"\+", "at_least": " trở lên", "up_to": " trở xuống"}
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SIGN = rf"(?:{alternatives(units.SIGNS)})"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))


def _number(high: str) -> re.Pattern[str]:
    return pattern(
        r"(?<![\w$€£¥])(?<!\d[.,:/])"
        rf"(?P<minus>(?<![-−])[-−](?=\d))?(?P<money>{_SIGN} ?(?=\d))?(?P<ordinal>thứ (?=\d|hai|ba|bốn))?"
        rf"(?:(?P<vague>{'|'.join(_VAGUE)})|(?P<share>một nửa|một phần ba|hai phần ba|một phần tư)"
        rf"|(?P<digits>{_DIGITS})|(?P<words>{'|'.join(_WORDS)}))(?!\w)(?![.,:/]\d)"
        rf"{high}"
        rf"(?: (?P<scale>{_SCALE})(?!\w))?"
        rf"(?:(?P<percent> ?%| phần trăm)| ?(?P<currency>{alternatives(_CURRENCIES)})(?!\w)"
        r"|(?P<times> lần(?!\w)))?",
        re.IGNORECASE,
    )


_HIGH = rf"(?: ?[-–] ?| đến | tới )(?P<high>{_DIGITS})(?!\w)(?![.,:/]\d)"
_SHARES = {"một nửa": (1, 2), "một phần ba": (1, 3), "hai phần ba": (2, 3), "một phần tư": (1, 4)}


def _value(found: re.Match[str]) -> Decimal:
    if found["vague"]:
        return Decimal(_VAGUE[small(found["vague"])])
    if found["share"]:
        over, under = _SHARES[small(found["share"])]
        return Decimal(over) / under
    value = _digits(found["digits"]) if found["digits"] else Decimal(_WORDS[small(found["words"])])
    return (-value if found["minus"] else value) * _scale(found)


def _high(found: re.Match[str]) -> Decimal | None:
    high = found.groupdict().get("high")
    return _digits(high) * _scale(found) if high else None


def _digits(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))


def _scale(found: re.Match[str]) -> Decimal:
    return _SCALES[small(found["scale"])] if found["scale"] else Decimal(1)


def _kind(found: re.Match[str]) -> str:
    if found["share"]:
        return SHARE
    if found["ordinal"]:
        return ORDINAL
    if found["currency"]:
        return _CURRENCIES[small(found["currency"])]
    if found["money"]:
        return units.SIGNS[small(found["money"].strip())]
    if found["percent"]:
        return PERCENT
    return TIMES if found["times"] else COUNT


def _named(words: dict[str, str], order: tuple[str, ...]) -> str:
    return "|".join(f"(?P<{name}>{words[name]})" for name in order)


_ANY = "|".join(_BEFORE.values())

# Of "một phần tư" and "hàng chục" the first word.
_HINTS = [*_WORDS, "hàng", "một", "phần"]

GRAMMAR = Grammar(
    hint=Sign(rf"\d|^(?:{'|'.join(_HINTS)})"),
    number=_number(f"(?:{_HIGH})?"),
    alone=_number(""),
    between=pattern(r"(?!)"),
    from_=pattern(r"\btừ(?: mức)? $", re.IGNORECASE),
    moved_by=pattern(r"(?!)"),
    value=_value,
    high=_high,
    kind=_kind,
    vague=_VAGUE,
    before=pattern(rf"(?<!\w)(?:{_named(_BEFORE, _ORDER)})\s*$", re.IGNORECASE),
    bound=pattern(r"(?!)"),
    bounds=Sign("(?!)"),
    after=pattern(_named(_AFTER, tuple(_AFTER)), re.IGNORECASE),
    expected=pattern(
        r"(?<!\w)(?:dự kiến|dự báo|kỳ vọng|phấn đấu|hướng tới|đặt mục tiêu|mục tiêu|sẽ đạt|có thể đạt)(?!\w)",
        re.IGNORECASE,
    ),
    stop=pattern(r"[.;:!?]\s"),
    says=pattern(
        r"(?<!\w)(?:(?P<down>giảm|sụt)|(?P<up>tăng)|(?P<surplus>xuất siêu|thặng dư)"
        r"|(?P<deficit>nhập siêu|thâm hụt))(?!\w)",
        re.IGNORECASE,
    ),
    said_after=pattern(r"(?!)"),
    until=pattern(rf"(?<!\w)(?:lên|xuống|còn|đạt|mức)(?: (?:{_ANY}))*\s*$", re.IGNORECASE),
    out_of=pattern(r"\s+(?:trong số|trên tổng số|trong tổng số)(?: các)?\s+"),
    total=pattern(r"\btổng số\b[^,;.]* (?:lên|là)\s+$", re.IGNORECASE),
)
