"""Where a review is held: what it says, asks, reads and writes goes through here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bamboo.kinds.library import Library

Files = Mapping[str, bytes | None]


@dataclass(frozen=True)
class Desk:
    """The world outside: `ask` and `amend` give None where nobody answers any more, `edit` where there is no
    program.
    """

    say: Callable[[str], None]
    ask: Callable[[str], str | None]
    edit: Callable[[str], str | None]
    load: Callable[[Library | None], Library]
    write: Callable[[Files], Files]
    """Writes files, all or none, and returns what they were."""
    amend: Callable[[str, str], str | None]
    """Asks for a line and puts what is there into it, to be changed."""
    width: int = 100


class Stop(Exception):  # noqa: N818
    """The editor goes; nothing is half done."""


@dataclass
class Counted:
    """What was done."""

    facts: int = 0
    merged: int = 0
    aside: int = 0
    names: int = 0
    later: int = 0

    @property
    def words(self) -> str:
        """`3 facts, 1 merged, 2 set aside`."""
        said = (
            (self.facts, "fact" if self.facts == 1 else "facts"),
            (self.merged, "merged"),
            (self.aside, "set aside"),
            (self.names, "new name" if self.names == 1 else "new names"),
            (self.later, "left for later"),
        )
        return ", ".join(f"{many} {what}" for many, what in said if many) or "nothing decided"


class Back(Exception):  # noqa: N818
    """The last decision is undone, and another thing is asked about."""
