"""Patterns of modules, compiled when they are first used: a command uses a few of some hundred."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Pattern:
    """A compiled pattern to be. What is asked of it is kept, so that later it costs no more than one."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        # The module `re` remembers what it has compiled, but not for long.
        if (made := self.__dict__.get("_made")) is None:
            made = self.__dict__["_made"] = re.compile(self.pattern, self._flags)
        found = self.__dict__[name] = getattr(made, name)
        return found


if TYPE_CHECKING:

    def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
        """Like `re.compile`, for patterns of a whole module. One with a mistake is noticed at its first use.

        Ask the pattern itself: `re.sub` and the like do not take it.
        """

else:
    pattern = _Pattern
