"""The roles that a text prints with a person: "Prime Minister Pham Minh Chinh", "Ms. X, President of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bamboo.data.patterns import pattern
from bamboo.reading import offices
from bamboo.reading.mentions import Mention

# Words of which one makes a run of capitalised words a role.
OFFICES = (
    "Minister|President|Secretary|Chairman|Chairwoman|Chairperson|Chair|Spokeswoman|Spokesman|Spokesperson|"
    "spokeswoman|spokesman|spokesperson|Ambassador|Director|Premier|Chancellor|King|Queen|Sultan|Speaker|"
    "Governor|Commissioner|Director-General|Consul|General"
)
# What says that somebody has an office no longer, not yet, or only for another.
STATUS = (
    "former|then|acting|late|ex|outgoing|incoming|interim|caretaker|deputy|vice|assistant|associate|honorary|"
    "retired|designate|elect"
)
# What may stand between a role and the name after it, and between a name and the role after it.
_TO_NAME = pattern(r",? (?:(?:Mr|Mrs|Ms|Dr)\. )?")
_TO_ROLE = pattern(r",? (?:\(\w+\) )?(?:who is )?(?:also |both |concurrently |currently )?(?:the )?")
# Words that make a role longer than it is recorded: "Foreign" before "Minister", "General Secretary and"
# before "President", "of the UNESCO General Assembly" after it.
_LONGER_BEFORE = pattern(
    rf"(?:\b(?!The )[A-Z](?:\w*|\.)(?P<both> and)? |(?<!\w)(?:{STATUS})(?: |-))$", re.MULTILINE
)
_LONGER_AFTER = pattern(r" (?:of\b|and [A-Z]|[A-Z])")


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


_RUN = rf"(?:(?:(?:{STATUS})[ -])?(?:[A-Z][\w.'-]*|spokes\w+|and|of|the|for|to) )*"
_RUN_BEFORE = pattern(rf"(?P<role>{_RUN})(?:(?:Mr|Mrs|Ms|Dr)\. )?$")
_RUN_AFTER = pattern(rf"(?P<role>(?!and\b){_RUN}[A-Z][\w.'-]*)")
_OFFICE = pattern(rf"\b(?:{OFFICES})\b")
_AND = pattern(r" and (?=(?:[\w.'-]+ )*?(?:" + OFFICES + r")\b)")
# "According to Minister Son".
_LEADS = pattern(r"^(?:(?:and|of|the|for|to) )+")
_WORD = pattern(r"\w+")
_SAME = {
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "premier": "prime minister",
    "ex": "former",
    "vice": "deputy",
    "defense": "defence",
}
_SILENT = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "to",
        "affairs",
        "s",
        "state",
        "party",
        "republic",
        "government",
        "his",
        "her",
        "its",
        "mr",
        "mrs",
        "ms",
        "dr",
    ]
)
# Words that make one office another one, whatever else is said of it.
_TELLING = frozenset(
    [
        "prime",
        "foreign",
        "general",
        "deputy",
        "former",
        "then",
        "acting",
        "late",
        "outgoing",
        "incoming",
        "interim",
        "caretaker",
        "assistant",
        "designate",
        "elect",
        "defence",
        "defense",
        "finance",
        "trade",
        "justice",
        "interior",
        "health",
        "education",
        "first",
        "permanent",
    ]
)


def printed_with(text: str, people: Iterable[Mention], person: str) -> Iterator[str]:
    """Every office that `text` prints directly with a name of `person`, one by one."""
    mentions = tuple(people)
    for at, mention in enumerate(mentions):
        if mention.ident != person:
            continue
        first = mentions[at - 1].end if at else 0
        if before := _RUN_BEFORE.search(text, max(first, mention.start - 120), mention.start):
            yield from _offices(before["role"])
        after = _TO_ROLE.match(text, mention.end)
        last = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
        if after and "," in after[0] and (run := _RUN_AFTER.match(text, after.end(), last)):
            yield from _offices(run["role"])


def _offices(run: str) -> Iterator[str]:
    return (_LEADS.sub("", part.strip()) for part in _AND.split(run) if _OFFICE.search(part))


def bears_out(claimed: str, printed: str) -> bool:
    """Whether somebody printed with one office may be called by the other: no more is said, and no less."""
    said, there = _words(claimed), _words(printed)
    return said & (_TELLING | _HEADS) <= there and there & _STATUS <= said


def same_office(role: str, printed: Iterable[str]) -> bool:
    """Whether the titles printed in another language are this role, which may be several offices."""
    there = tuple(printed)
    return all(any(_are_one(part, one) for one in there) for part in [*_offices(role)] or [role])


def _are_one(one: str, other: str) -> bool:
    known = offices.WORDS & _words(one), offices.WORDS & _words(other)
    return bears_out(one, other) and bears_out(other, one) and known[0] == known[1]


def _words(role: str) -> frozenset[str]:
    words = " ".join(_SAME.get(word, word) for word in _WORD.findall(role.lower()))
    return frozenset(words.split()) - _SILENT


_STATUS = frozenset(STATUS.split("|"))
_HEADS = frozenset(_SAME.get(word, word) for word in OFFICES.lower().split("|")) - {"prime minister"}
