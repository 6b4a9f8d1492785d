"""How a language prints numbers: what a module of a language gives to the reader of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bamboo.reading.signs import Sign


@dataclass(frozen=True, slots=True)
class Grammar:
    """The forms of numbers in one language.

    No number is without `hint`. `number` finds one, or two of a range; `alone` finds one. Two joined by
    "and" are a range only after `between`, and two joined otherwise are none after `from_`, nor after
    `moved_by` where nothing is counted behind them. Of a match `value`, `high` (the end of a range) and
    `kind` say what it is. `before` ends where a number begins and `after` begins where it ends: the name
    of a group is the qualifier; `bound`, which no text without `bounds` has, is before a number that is not
    passed. `expected` makes what follows in the same clause an expectation; `stop` ends a clause.
    `says` finds words that move the number, before it, and `said_after` directly after it: the name of the
    group is what it says. `until` is before a number that something came to.
    """

    hint: Sign
    number: re.Pattern[str]
    alone: re.Pattern[str]
    between: re.Pattern[str]
    from_: re.Pattern[str]
    moved_by: re.Pattern[str]
    value: Callable[[re.Match[str]], Decimal]
    high: Callable[[re.Match[str]], Decimal | None]
    kind: Callable[[re.Match[str]], str]
    vague: Mapping[str, int]
    before: re.Pattern[str]
    bound: re.Pattern[str]
    bounds: Sign
    after: re.Pattern[str]
    expected: re.Pattern[str]
    stop: re.Pattern[str]
    says: re.Pattern[str]
    said_after: re.Pattern[str]
    until: re.Pattern[str]
    out_of: re.Pattern[str]
    total: re.Pattern[str]
