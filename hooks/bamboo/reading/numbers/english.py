"""Numbers in English."""

from __future__ import annotations

import re
from decimal import Decimal

from bamboo.data.patterns import pattern
from bamboo.reading.bounds import AT_LEAST, AT_MOST, MAY_BOUND
from bamboo.reading.letters import small
from bamboo.reading.numbers import units
from bamboo.reading.numbers.figure import ANNIVERSARY, COUNT, ORDINAL, PERCENT, RANK, SHARE, TIMES
from bamboo.reading.numbers.grammar import Grammar
from bamboo.reading.numbers.units import SCALES, SHORT_SCALES, alternatives
from bamboo.reading.signs import Sign

_SMALL = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
# "one" is left out by itself: it is far more often a pronoun ("one of the leaders") than a count.
_WORDS = {"one": 1, "a": 1, "an": 1} | {word: number for number, word in enumerate(_SMALL, 2)}
_WORDS |= {word: number * 10 for number, word in enumerate(_TENS, 2)}
# Words that say how many without a number; they are their own qualifier, as no number says the same.
_VAGUE = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_MULTIPLES = {
    "halv": Decimal("0.5"),
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "trebl": Decimal(3),
    "quadrupl": Decimal(4),
    "quintupl": Decimal(5),
    "twice": Decimal(2),
    "thrice": Decimal(3),
}

# What stands directly before a number -> its qualifier, and what stands directly after it.
_BEFORE = {
    # "Handed over two boats" are two.
    "over": "(?<!hand )(?<!handed )(?<!handing )(?<!hands )over|more than|"
    "(?:greater|higher|larger|longer) than|exceed(?:s|ed|ing)?|above|beyond|in excess of|"
    "upwards of|"
    "surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|(?<=to )top|cross(?:es|ed|ing)|well over",
    "nearly": "nearly|almost|close to|just under|just short of|near(?:s|ed|ing)?|approach(?:es|ed|ing)?|"
    "not quite|(?:slightly|a little|just) (?:less than|under|below)",
    "about": "about|around|approximately|roughly|some|an estimated|estimated(?: at| to be)?|circa|approx\\.|"
    "in the region of|in the neighbou?rhood of",
    "at_least": "at least|a minimum of",
    "up_to": "up to|at most|a maximum of|as many as|as much as",
    "under": "less than|fewer than|lower than|under|below|(?:fell |falls |falling )?short of",
}
_AFTER = {
    "over": r"\+|[ -]plus\b(?! (?:one|the|a|\d))",
    "about": r"-odd\b| or so\b",
    "at_least": r" or (?:more|above)\b|(?: [a-z]+)? at least\b(?! \d)",
    "up_to": r" or (?:fewer|less|below)\b|(?: [a-z]+)? at (?:the )?most\b",
}
# Verbs that make what follows in the same clause an expectation.
_EXPECTED = (
    r"expected|expects|forecasts?|projected|predicted|anticipated|set to|aims? (?:to|for)|"
    r"(?:is|are) to reach|likely to|on track to|planned to|plans to|hopes to|"
    r"will (?:reach|exceed|surpass|top|hit|rise|grow|total)"
)

_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:one|{'|'.join(_SMALL[:8])}))?|{'|'.join(reversed(_SMALL))})"
_SCALE = "|".join([*SCALES, *SHORT_SCALES])
_WRITTEN = rf"(?:(?:an?|one)(?=[ -](?:{'|'.join(SCALES)})\b)|{_UNDER_100})(?: hundred(?: and)? {_UNDER_100})?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = rf"(?:{alternatives(units.SIGNS)})"
_FRACTION = (
    r"(?P<share>(?:(?:two|three|four|one|a)[ -](?:thirds?|quarters?|fifths?|tenths?)|half)(?= of\b)"
    r"|(?:a|one)[ -](?:third|quarter|fifth|tenth|half)(?= in (?:19|20)\d\d|[,;.](?:\s|$)|$)"
    r"|(?:two|three|four|one)[ -](?:thirds?|fifths?|tenths?)(?![\w-]))"
)
_MULTIPLE = (
    rf"(?P<multiple>(?:{'|'.join(stem for stem in _MULTIPLES if stem[-1] != 'e')})(?:ed|ing)"
    r"|to (?:double|triple|quadruple)(?! down)"
    r"|(?:twice|thrice)(?= (?:as|the|that|its)\b)"
    r"|(?P<fold>two|three|four|five|ten|\d+)-?fold)"
)
_DOZEN = r"(?P<dozen>(?:(?P<dozens>two|three|four|five|six) dozen|half a dozen|a dozen)(?= [a-z]))"
_SUPERLATIVE = r"(?:largest|biggest|greatest|highest|smallest|lowest)"
_RANK = (
    rf"(?P<rank>(?:(?P<place>{'|'.join(_ORDINALS[1:])}|\d+(?:nd|rd|th))[ -])?(?P<most>{_SUPERLATIVE}))(?!\w)"
)

# The end of a range; the scale of both may stand after each.
_HIGH = (
    rf"(?:(?:[ -](?:{_SCALE}))?(?: ?[-–] ?| to | and )"
    rf"(?P<high>(?:{_SIGN} ?)?(?:{_DIGITS}|{_UNDER_100}))(?![-\w.,:/]*\d)(?!-[a-z]))"
)


def _number(high: str) -> re.Pattern[str]:
    return pattern(
        r"(?<![\w$€£¥])(?<![\d][.,:/])"
        rf"(?:{_RANK}|{_MULTIPLE}(?!\w)|{_FRACTION}|{_DOZEN}(?!\w)|"
        rf"(?P<minus>(?<![-−])[-−](?=\d))?(?P<money>{_SIGN} ?(?=\d))?"
        rf"(?:(?P<digits>{_DIGITS})(?P<th>st|nd|rd|th)?|(?P<halfof>half)(?= an? (?:{'|'.join(SCALES)})\b) an?"
        rf"|(?P<words>{_WRITTEN})|(?P<nth>{'|'.join(_ORDINALS)}|inaugural)|(?P<vague>{'|'.join(_VAGUE)}))"
        rf"{high}"
        rf"(?:(?P<close>bn|bln|mln|mn|tn|trn)(?!\w)"
        rf"|(?!\w)(?![.,:/]\d)(?:[ -](?P<scale>{_SCALE})(?!\w))?)"
        r"(?:(?P<percent> ?%| percent\b| per cent\b| percentage points?\b)"
        rf"|[ -]?(?P<currency>{alternatives(units.WORDS)})(?!\w)|(?P<won> won\b)"
        r"|(?P<times> times(?= (?:more|as|that|the|higher|larger|greater|bigger|over)\b|[.,;]|$)))?"
        r"(?P<anniversary> anniversary\b)?)",
        re.IGNORECASE,
    )


def _value(found: re.Match[str]) -> Decimal:
    if found["rank"]:
        return _ordinal(found["place"]) if found["place"] else Decimal(1)
    if found["multiple"]:
        return _multiple(found)
    if found["share"]:
        over, _, part = small(found["share"]).replace("-", " ").rpartition(" ")
        return Decimal(_WORDS[over or "one"]) / _PARTS[part.removesuffix("s")]
    if found["dozen"]:
        return Decimal(6 if small(found["dozen"]).startswith("half") else 12) * _written(
            found["dozens"] or "a"
        )
    if found["vague"]:
        return Decimal(_VAGUE[small(found["vague"])])
    if found["nth"]:
        return _ordinal(found["nth"])
    if found["halfof"]:
        return Decimal("0.5") * _scale(found)
    digits = found["digits"]
    value = Decimal(digits.replace(",", "")) if digits else _written(small(found["words"]))
    return (-value if found["minus"] else value) * _scale(found)


def _high(found: re.Match[str]) -> Decimal | None:
    if not found.groupdict().get("high"):
        return None
    bare = re.sub(rf"^{_SIGN} ?", "", found["high"], flags=re.IGNORECASE)
    value = Decimal(bare.replace(",", "")) if bare[0].isdigit() else _written(small(bare))
    return value * _scale(found)


def _scale(found: re.Match[str]) -> Decimal:
    name = small(found["close"] or found["scale"] or "")
    return {**SCALES, **SHORT_SCALES}.get(name, Decimal(1))


def _multiple(found: re.Match[str]) -> Decimal:
    if fold := found["fold"]:
        return Decimal(fold) if fold.isdigit() else _written(small(fold))
    word = small(found["multiple"]).removeprefix("to ")
    return next(times for stem, times in _MULTIPLES.items() if word.startswith(stem))


def _ordinal(word: str) -> Decimal:
    if small(word) == "inaugural":
        return Decimal(1)
    return (
        Decimal(re.sub(r"\D", "", word)) if word[0].isdigit() else Decimal(_ORDINALS.index(small(word)) + 1)
    )


def _written(words: str) -> Decimal:
    """`two hundred and twelve`, `twenty-one`."""
    value = 0
    for word in re.split(r"[ -]", small(words)):
        if word == "hundred":
            value *= 100
        elif word != "and":
            value += _WORDS[word]
    return Decimal(value)


def _kind(found: re.Match[str]) -> str:
    if found["rank"]:
        return RANK
    if found["multiple"] or found["times"]:
        return TIMES
    if found["share"]:
        return SHARE
    if found["th"] or found["nth"]:
        return ANNIVERSARY if found["anniversary"] else ORDINAL
    if found["currency"]:
        return units.WORDS[small(found["currency"])]
    if found["money"]:
        return units.SIGNS[small(found["money"].strip())]
    if found["won"] and found["scale"]:
        return units.SCALED_WORDS["won"]
    return PERCENT if found["percent"] else COUNT


def _named(words: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{alternatives})" for name, alternatives in words.items())


_ANY = "|".join(_BEFORE.values())

# Of "a million" and "a dozen" the second word: "a" and "an" are in every text.
_HINTS = [*_TENS, *_SMALL, *_ORDINALS, *SCALES, *_VAGUE, *_PARTS, *_MULTIPLES, "dozen", "inaugural"]

GRAMMAR = Grammar(
    hint=Sign(rf"\d|^(?:{_SUPERLATIVE}|{'|'.join(_HINTS)})"),
    number=_number(f"{_HIGH}?"),
    alone=_number(""),
    between=pattern(r"\bbetween $", re.IGNORECASE),
    from_=pattern(r"\bfrom(?: (?:" + _ANY + r"))? $", re.IGNORECASE),
    moved_by=pattern(r"\bby $", re.IGNORECASE),
    value=_value,
    high=_high,
    kind=_kind,
    vague=_VAGUE,
    before=pattern(rf"(?<![\w-])(?:{_named(_BEFORE)})(?: the| an?)?\s*$", re.IGNORECASE),
    bound=pattern(
        rf"(?<![\w-])(?:(?P<up_to>{AT_MOST})|(?P<at_least>{AT_LEAST}))(?: the| an?)?\s*$", re.IGNORECASE
    ),
    bounds=MAY_BOUND,
    after=pattern(_named(_AFTER), re.IGNORECASE),
    expected=pattern(rf"\b(?:{_EXPECTED})\b", re.IGNORECASE),
    stop=pattern(r"[.;:!?]\s|, (?:who|which|where|but) | but "),
    says=pattern(
        r"\b(?:(?P<down>fell|falls?|falling|fallen|decreas\w*|declin\w*|dropp?\w*|slump\w*|shrank|shr[iu]nk\w*|"
        r"lost|lowered|reduc\w*|down(?!\w)|slid|slipp\w*|plung\w*|"
        r"contract(?:ed|ing|ion)|cuts?(?= (?:by|from|to)))"
        r"|(?P<up>rose|ris\w+|grew|grow\w*|increas\w*|up(?! to\b)(?!\w)|climb\w*|jump\w*|soar\w*|surg\w*|"
        r"expand\w*|gain\w*|raised)"
        r"|(?P<surplus>surplus)|(?P<deficit>deficit)|(?P<least>smallest|lowest)|(?P<most>largest|biggest|greatest|highest))\b",
        re.IGNORECASE,
    ),
    said_after=pattern(
        r"(?: (?:year[- ]on[- ]year|annual|yearly|overall|sharp|slight))?,? "
        r"(?:(?P<down>drop|fall|decline|decrease|reduction|contraction|cut|lower|less|down)"
        r"|(?P<up>rise|increase|growth|gain|jump|surge|expansion|higher|up(?! to))"
        r"|(?:trade )?(?:(?P<surplus>surplus)|(?P<deficit>deficit)))\b",
        re.IGNORECASE,
    ),
    until=pattern(r"\b(?:to|at|from)(?: (?:just|only|" + _ANY + r"))*\s*$", re.IGNORECASE),
    # What stands between the two numbers of "six out of the seven" and "six of UNESCO's seven".
    out_of=pattern(r"\s+(?:out of|of)(?:\s+(?:the|its|their)|\s+\w+['’]s)?\s+"),
    total=pattern(r"\btotal\b[^,;.]* to\s+$"),
)
