"""What a report gives: its value with unit and qualifier can be read in its quote."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bamboo.checks.values.stated import RULE, WIDEN, Stated, listed
from bamboo.data.locations import Finding
from bamboo.evidence.proof import Wanted
from bamboo.reading import numbers
from bamboo.reading.numbers import scale_of
from bamboo.reading.phrases import words

# A figure of all, of which another figure is a part ("six out of seven"), says so at the end of its name.
IN_ALL = " in all"


def held(stated: Stated) -> Iterator[Finding]:
    """A number that the quotes print, in its unit and with its qualifier."""
    policy, name = stated.policy, stated.field.name
    unit = str(stated.around(policy.unit)) if policy.unit else ""
    scope = str(stated.around(policy.scope) or "") if policy.scope else ""
    high = stated.around(policy.high) if policy.high else None
    found, better = stated.proof.matches(_wanted(stated, unit, scope, high))
    shown = f"{stated.field.value} to {high}" if high is not None else stated.field.value
    if better or not found:
        said = [better] if better else stated.proof.figures()
        yield stated.finding(
            f"`{name}` is {f'{shown} {unit}'.strip()}; "
            f"the quote says {listed([figure.text for figure in said])}.",
            "Correct it, or name what is counted as the quote does in `scope`." if better else WIDEN,
            code="value-not-said",
        )
    elif policy.qualifier and stated.around(policy.qualifier) not in [f.qualifier for f in found]:
        given = stated.around(policy.qualifier)
        yield Finding(
            stated.whole.entry.document.location(*stated.field.path[:-1], policy.qualifier),
            RULE,
            f"`{policy.qualifier}` is {given}; the quote says {listed([f.text for f in found])}, "
            f"which is {found[0].qualifier}.",
            "Record the word that the source prints with the number; `exact` if it prints none.",
            code="other-qualifier",
        )


def _year(stated: Stated) -> str:
    """The year of the period, where the quote prints several: "20 in 2022, 30 in 2023"."""
    period = str(stated.around("period") or "")
    printed = {year for passage in stated.proof.passages for year, _, _ in passage.years}
    return period[:4] if len(printed) > 1 and "/" not in period else ""


def _wanted(stated: Stated, unit: str, scope: str, high: int | float | None) -> Wanted:
    """The number, in the terms in which it is looked for."""
    scale, kind = scale_of(unit)
    if stated.policy.currency and (currency := stated.around(stated.policy.currency)):
        kind = str(currency)
    # An 80th anniversary is a count of years, and of nothing else.
    kinds = ("count", "anniversary") if unit.startswith("years") else (kind,)
    sentences = [str(field.value) for field in stated.whole.sentences]
    named = " ".join([*sentences, scope])
    says = numbers.said_in(named)
    return Wanted(
        Decimal(str(stated.field.value)) * scale,
        kinds,
        words(f"{named} {unit} {_year(stated)}"),
        high=None if high is None else Decimal(str(high)) * scale,
        total=any(text.endswith(IN_ALL) for text in sentences),
        says=says - {"up", "down"},  # that is the sign
        # "Decrease of imports: 5 percent" is written without a sign.
        either=kind != "percent" or "down" in says,
    )
