"""What can happen to a tier of relations: the one list, with what holds after it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A value of `relation.change`. `happened`: it is a change, not only a word for how things are.

    `holds`: after it the partner has the tier that the fact names.
    """

    name: str
    happened: bool = True
    holds: bool = True


ESTABLISHED, UPGRADED = Change("established"), Change("upgraded")
LOWERED, RESUMED = Change("lowered"), Change("resumed")
SUSPENDED = Change("suspended", holds=False)
PLANNED = Change("planned", happened=False, holds=False)
STATED = Change("stated", happened=False)

CHANGES = (ESTABLISHED, UPGRADED, LOWERED, SUSPENDED, RESUMED, PLANNED, STATED)
CHANGE = {change.name: change for change in CHANGES}
