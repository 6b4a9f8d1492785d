"""The words beside a number and say what it counts: "16 contracts", "the total of titles to 71"."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import days, numbers, rests
from bamboo.reading.days import Day, Printed
from bamboo.reading.numbers import Figure

# Where the words of one number end and those of the next begin.
_EDGE = pattern(r"[,;:.()]\s?|\band\b|\bincluding\b|\bwhile\b|(?<=\b(?:19|20)\d\d) to\b")
_WORD = pattern(r"\w[\w'’-]*")
# What leads from a change to where it came: "fell by two percent to three", "from five to three".
_ON = pattern(r"\s+(?:to|from)\s+")
# "20 trucks in 2022, 30 in 2023": a number of which only the year is said counts what the one before it does.
_ONLY_YEAR = pattern(
    r"(?:in |for |by )?(?:the (?:first|second) half of )?(?:19|20)\d\d|(?:last|this|next) year"
)
_ONLY_VERB = pattern(
    r"(?:are|were|have been|had been|remain(?:ed)?) "
    r"(?:under ?way|[a-z]+(?:ed|en)|built|lost|sold|sent|held|left)\b"
)
# "Ten days instead of thirty": the second counts what the first does.
_ELLIPSIS = pattern(
    r"(?: ?[a-z-]+){0,2}(?:,? (?:and )?(?:instead of|rather than|not|up from|down from|against|"
    r"compared (?:to|with)|than|from|to|or)(?: the)?(?: previous(?:ly)?| earlier| usual)?)?\s*"
)
# "Of the 412 projects, 168 came from Japan": of them.
_OF = pattern(r"\b(?:[Oo]f|[Oo]ut of|[Aa]mong)(?: (?:the|all|a total of|these|those))* $")
_OWN_VERB = pattern(
    r" (?:of them|(?:(?:also|now|already|still) )?(?:came|come|went|[a-z]+ed|"
    r"(?:were|was|are|is|have|had) [a-z]+(?:ed|en)))\b"
)
# Where the nouns that a number counts end.
_NOUNS_END = pattern(
    r"[,;:.()]|\b(?:of|in|at|for|to|from|by|on|which|that|who|whose|were|was|are|is|be|have|has|had|will|would|"
    r"can|could|may|during|across|among|between|since|after|before|than|as|but|while|when|including|"
    r"into|over|under|within|without|through|such|each|worth|abroad|now|last|this|next|ago|a|an|[a-z]{3,}ed)\b"
)
_OUT_OF = pattern(r" (?:out )?of (?:the |its |these |all )?(?:\d[\d,.]*|[a-z]+(?=\s[a-z]+s\b))")
# "25 staff at most", and a number of all that was just spoken of.
_BOUND_AFTER = pattern(r" (?P<noun>[a-z]+) at (?:the )?(?:most|least)$")
_IN_ALL = pattern(r" in (?:all|total)\b")
_NEAR = {"about", "almost", "around", "some", "roughl"}
_SCALES = {"hundre", "thousa", "millio", "billio", "trilli"}
# What is said of a number that is added to another, and not of their sum.
_ADDED = {"new", "additi", "more", "furthe", "other", "anothe", "extra"}
_YEAR = pattern(r"(?:19|20)\d\d")
# What a number counts is said in the words next to it: so many before it, so many after it.
_BEFORE, _AFTER = 5, 8
_STEM = 6  # letters by which words are compared: "preparing" and "preparation", "title" and "titles"
# Texts print one for the other; capitalised, it is a name: "United Nations".
_SAME = {"nation": "country", "nations": "countries"}
# Words that say nothing of what is counted.
_EMPTY = {
    "a",
    "an",
    "and",
    "all",
    "as",
    "at",
    "by",
    "for",
    "from",
    "has",
    "have",
    "in",
    "into",
    "is",
    "it",
    "its",
    "of",
    "on",
    "or",
    "out",
    "over",
    "nearly",
    "that",
    "the",
    "their",
    "this",
    "to",
    "total",
    "was",
    "were",
    "which",
    "with",
    "more",
    "than",
    "vietnam",
    "vietnam's",
    "year",
    "us",
}

# Stems that cannot both be meant, in both orders.
_PAIRS = (
    ({"export"}, {"import"}),
    ({"surplu"}, {"defici"}),
    ({"incomi", "inboun", "receiv", "hosted"}, {"outgoi", "outbou", "abroad", "overse"}),
)
_CONTRARY = (*_PAIRS, *((that, this) for this, that in _PAIRS))


def words(text: str, first: int | None = None, last: int | None = None) -> frozenset[str]:
    """The words of `text`, from number `first` to number `last`, that say what is counted; their stems."""
    return frozenset(
        _SAME.get(word, word).lower().removesuffix("s")[:_STEM]
        for word in _WORD.findall(text)[first:last]
        if word.lower() not in _EMPTY
    )


def contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of two numbers exclude each other: a share of exports is none of imports."""
    return any(_only(one, this, that) and _only(other, that, this) for this, that in _CONTRARY)


def _only(words: frozenset[str], this: Set[str], that: Set[str]) -> bool:
    return not words.isdisjoint(this) and words.isdisjoint(that)


@lru_cache(maxsize=2048)
def read(
    text: str, lang: str = "en", written: Day | None = None
) -> tuple[tuple[Figure, frozenset[str]], ...]:
    """Every number of `text`, each with the words of its clause that belong to no other number.

    "Last year" is the year that it is in a text that was written on that day.
    """
    if written and (counting := [one for one in days.read(text, lang, written) if one.relative]):
        return _with_years(text, lang, counting)
    return _read(text, lang)


def _with_years(
    text: str, lang: str, counting: Iterable[Printed]
) -> tuple[tuple[Figure, frozenset[str]], ...]:
    """The same, where some words say which year it is."""
    found = _read(text, lang)
    starts = [*(figure.start for figure, _ in found[1:]), len(text)]
    return (
        tuple(
            (
                figure,
                around.union(
                    str(year)
                    for date in counting
                    if figure.end <= date.start < start and not _EDGE.search(text, figure.end, date.start)
                    for year in date.years
                ),
            )
            for (figure, around), start in zip(found, starts, strict=True)
        )
        if found
        else found
    )


@lru_cache(maxsize=2048)
def _read(text: str, lang: str) -> tuple[tuple[Figure, frozenset[str]], ...]:
    figures = numbers.read(text, lang)
    ends = [0, *(figure.end for figure in figures)]
    starts = [*(figure.start for figure in figures), len(text), len(text)]
    found: list[tuple[Figure, frozenset[str]]] = []
    counted: frozenset[str] = frozenset()  # what is said with the number that a list begins with
    for i, figure in enumerate(figures):
        before, after = text[ends[i] : figure.start], text[figure.end : starts[i + 1]]
        if i + 1 < len(figures) and (
            figures[i + 1].part == "whole" or rests.before(text, figure, figures[i + 1])
        ):  # six out of seven mechanisms: six of them
            after = text[figures[i + 1].end : starts[i + 2]]
        around = words(_EDGE.split(before)[-1], -_BEFORE) | words(_EDGE.split(after)[0], 0, _AFTER)
        if bound := _BOUND_AFTER.search(figure.text):
            around |= words(bound["noun"])
        # "One in eight got a scholarship, 96 in all".
        if found and _IN_ALL.match(after) and not words(_EDGE.split(before)[-1]):
            around |= found[-1][1] | words(before)
        goes_on = found and figure.kind == found[-1][0].kind and _goes_on(before, after)
        part_of = found and (
            _is_part(text, found[-1][0], before, after) or bool(rests.ALL_BUT.search(before))
        )
        counted = counted if goes_on else found[-1][1] if found else frozenset()
        if found and (_ON.fullmatch(before) or figure.part == "total" or goes_on or part_of):
            around |= {word for word in counted if not (_YEAR.fullmatch(word) or word in _ADDED)}
        if not goes_on:
            counted = around
        found.append((figure, around))
    return tuple(found)


def _is_part(text: str, whole: Figure, before: str, after: str) -> bool:
    """Whether a number is some of those that the one before it counts."""
    return "," in before and bool(_OF.search(text, 0, whole.start)) and bool(_OWN_VERB.match(after))


@lru_cache(maxsize=4096)
def nouns(text: str, figure: Figure) -> frozenset[str]:
    """What a number counts by the nouns behind it, without what these consist of: tonnes of rice."""
    after = text[figure.end : figure.end + 80]
    if _OUT_OF.match(after):
        return frozenset()
    return frozenset(word for word in words(_NOUNS_END.split(after)[0]) if word.isalpha())


def _goes_on(before: str, after: str) -> bool:
    """Whether a number goes on with a list: no word before it, and a year or a verb after it."""
    *_, joined = _EDGE.split(before)
    own = _EDGE.split(after)[0].strip()
    if not own and _ELLIPSIS.fullmatch(joined):
        return True
    return not words(joined) - _NEAR and bool(_ONLY_YEAR.fullmatch(own) or _ONLY_VERB.match(own))


@lru_cache(maxsize=2048)
def years(
    text: str, lang: str = "en", written: Day | None = None
) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """Every date of `text` that has its year, as printed, and the words of its clause likewise."""
    dates = days.read(text, lang, written)
    ends = [0, *(date.end for date in dates)]
    starts = [*(date.start for date in dates), len(text)]
    found: list[tuple[int, str, frozenset[str]]] = []
    for i, date in enumerate(dates):
        if date.last.year and not date.weekday:
            around = words(_EDGE.split(text[ends[i] : date.start])[-1], -_BEFORE)
            around |= words(_EDGE.split(text[date.end : starts[i + 1]])[0], 0, _AFTER)
            if found and around and all(word.isdecimal() or word in _SCALES for word in around - _NEAR):
                around |= {word for word in found[-1][2] if not word.isdecimal()}
            found.append((date.last.year, text[date.start : date.end], around))
    return tuple(found)
