"""What time a record is about: the quotes say so, and its sentence says nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.values.stated import WIDEN, Stated, listed
from bamboo.checks.values.texts import dates_said
from bamboo.data.locations import Finding
from bamboo.evidence.proof import Proof
from bamboo.reading import apart, days


def held(stated: Stated) -> Iterator[Finding]:
    """A date that the quotes give, each by itself where the record is about each."""
    name, value = stated.field.name, stated.field.value
    when = days.of_edtf(value)
    statement = " ".join(stated.whole.said)
    if stated.policy.beside == "each":
        for quote in stated.quotes:
            proof = Proof.of(stated.library, [quote])
            if not proof.says_date(when, whole=True, statement=statement):
                said = listed(proof.dates())
                yield stated.finding(
                    f"`{name}` is {value}; {quote.source} says {said}.", WIDEN, code="date-not-said"
                )
    elif not stated.proof.says_date(when, statement=statement):
        yield stated.finding(
            f"`{name}` is {value}; the quotes say {listed(stated.proof.dates())}.",
            WIDEN,
            code="date-not-said",
        )
    elif stated.policy.beside == "sentence":
        told = [(date, said) for text in stated.whole.said for date, said in dates_said(text)]
        aside = {
            date for text in stated.whole.said for date in days.read(text) if apart.is_of_another(text, date)
        }
        dated = [
            (date, said)
            for date, said in told
            if date.first.year and date not in aside and not _of_another(date, when)
        ]
        read = all(stated.proof.says_date(date) for date, _ in told)
        if dated and read and not any(_same_time(date, when) for date, _ in dated):
            said = listed([said for _, said in dated])
            yield stated.finding(
                f"`{name}` is {value}; the {stated.whole.called} says {said}.",
                "Correct one of the two.",
                code="dates-disagree",
            )


def _same_time(date: days.Printed, when: days.Printed) -> bool:
    """Whether a date of the sentence is the record's; "in 2021" is not "since 2019", though it lies in it."""
    if not when.open:
        return days.meets(date, when)
    return (date.opens or date.closes) and date.years == when.years


def _of_another(date: days.Printed, when: days.Printed) -> bool:
    """Whether it is not the time of the claim: "the accord of May 2", "by 2030"; but "visits of 2023" is."""
    if when.open and (date.opens or date.closes):
        return False
    return date.aside and not (date.of and date.first.month is None)
