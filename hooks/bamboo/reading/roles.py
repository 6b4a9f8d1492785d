"""Whether a role is printed with a person: "Prime Minister Pham Minh Chinh", "Ms. X, President of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bamboo.reading.mentions import Mention

# What may stand between a role and the name after it, and between a name and the role after it.
_TO_NAME = re.compile(r",? (?:(?:Mr|Mrs|Ms|Dr)\. )?")
_TO_ROLE = re.compile(r",? (?:\(\w+\) )?")
# Words that make a role longer than it is recorded: "Foreign" before "Minister", "General Secretary and"
# before "President", "of the UNESCO General Assembly" after it.
_LONGER_BEFORE = re.compile(r"\b[A-Z](?:\w*|\.)(?P<both> and)? $")
_LONGER_AFTER = re.compile(r" (?:of\b|and [A-Z]|[A-Z])")


def stands_with(text: str, people: Iterable[Mention], person: str, role: str) -> bool:
    """Whether `role` is printed in `text` directly before or after a name of `person`, and whole."""
    mentions = tuple(people)
    ends = {mention.end for mention in mentions}
    for mention in mentions:
        if mention.ident != person:
            continue
        at = text.rfind(role, 0, mention.start)
        if at >= 0 and _TO_NAME.fullmatch(text, at + len(role), mention.start) and _begins(text, at, ends):
            return True
        if after := _TO_ROLE.match(text, mention.end):
            end = after.end() + len(role)
            whole = not text[end : end + 1].isalnum() and not _LONGER_AFTER.match(text, end)
            if text.startswith(role, after.end()) and whole:
                return True
    return False


def _begins(text: str, at: int, names: set[int]) -> bool:
    """Whether a role begins here; a name before it ("Xi Jinping and President ...") is no part of it."""
    if at and text[at - 1].isalnum():
        return False
    longer = _LONGER_BEFORE.search(text, max(at - 40, 0), at)
    return not longer or (bool(longer["both"]) and longer.start("both") in names)
