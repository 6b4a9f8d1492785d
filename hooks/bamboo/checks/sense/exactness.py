"""`when` is as exact as the claim: a day that the claim gives is not filed under its month or year."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.reading import apart, days
from bamboo.reading.days import Day, Printed
from bamboo.reading.mentions import plain


def held(claimed: Claimed) -> Iterator[Finding]:
    """Facts with a `when` less exact than their claim, the one date of their quotes or the texts' period."""
    fact = claimed.record
    if not isinstance(fact, Fact):
        return
    when, claim = days.of_edtf(fact.when), plain(fact.claim)
    said = [
        (date, claim[date.start : date.end])
        for date in days.read(claim)
        if _of_the_claim(date)
        and not apart.is_condition(claim, date)
        and not apart.is_of_another(claim, date)
    ]
    where = "claim"
    if not said:
        where = "quote"
        said = [
            (date, text[date.start : date.end])
            for quote in claimed.quotes
            for text in [plain(quote.quote)]
            for date in days.read(text, claimed.library.sources[quote.source].record.language)
            if _of_the_claim(date)
            and (date.single or (_days_of_one_month(date) and not when.first.month))
            and not apart.belongs_elsewhere(text, date, claim)
        ]
        # What is thought of a half-year holds beyond it, and is of the year.
        dated = any(days.read(plain(quote.quote)) for quote in claimed.quotes)
        if not said and not dated and fact.kind not in SPOKEN:
            where = "period that its text is about"
            said = [(days.of_edtf(about), about) for about in _abouts(claimed)]
        if len({(date.first, date.last) for date, _ in said}) > 1:
            return
    for date, words in said:
        if _more_exact(date, when):
            yield claimed.finding(
                ("when",),
                "less-exact",
                f"`when` is {fact.when}; the {where} says “{words}”.",
                "Write what it says, or word the claim so that this is plainly the date of something else.",
                value=fact.when,
            )
            return


def _days_of_one_month(date: Printed) -> bool:
    """Whether it is a period of days: "November 2-3"."""
    return bool(date.first.day and date.last.day) and date.first[:2] == date.last[:2]


def _abouts(claimed: Claimed) -> frozenset[str]:
    """The periods that the quoted texts are about; none where one of them does not say."""
    found = [claimed.library.sources[quote.source].record.about for quote in claimed.quotes]
    return frozenset(about for about in found if about) if all(found) else frozenset()


def _of_the_claim(date: Printed) -> bool:
    return not (date.aside or date.until or date.relative)


def _more_exact(date: Printed, when: Printed) -> bool:
    """Whether a date lies within `when` and says more of the time."""
    first, last = when.first, when.last
    if first != last:
        return False
    return _finer(date.first, first) and _finer(date.last, last)


def _finer(one: Day, than: Day) -> bool:
    if one.year not in (None, than.year) or (than.month and one.month != than.month):
        return False
    return bool(one.month and not than.month) or bool(one.day and not than.day)
