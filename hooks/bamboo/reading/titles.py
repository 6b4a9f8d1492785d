"""Short forms of a sentence: a title of 60 characters at most is proposed, and an editor words it better."""

from __future__ import annotations

import re

from bamboo.data.patterns import pattern

LONGEST = 60

# Words that a title does not end with: what follows them is missing.
_OPEN = pattern(
    r"(?:[,;:–—(“\"]|\b(?:a|an|the|and|or|of|in|on|at|to|for|from|by|with|as|its|their|his|her|between|among|"
    r"such|including|over|nearly|about|more|than|at least|was|were|is|are|be|been|that|which|who|not|no))$",
    re.IGNORECASE,
)
# A number whose word is missing: "US$7.2" of "US$7.2 billion".
_AMOUNT = pattern(r" (?:US)?[$€£¥]?\d[\d.,]*$")
_WORD = pattern(r" [a-zà-ỹ]")
_CLAUSE = pattern(r"[,;:–—] | (?:which|who|where|when|while|including|such as|as well as)\b")


# "In the face of upheavals, ": what a sentence begins with before it says anything.
_BEFORE = pattern(
    r"(?:After|Amid|As|At|Based on|Before|By|Despite|During|Faced with|For|From|In|On|Over|Through|To|"
    r"Together with|Under|While|With|Looking ahead to|\w+ly)(?: [^,]{1,90})?, (?=\w+ \w+ \w+)"
)
# A comma between the items of a list cuts nothing.
_LIST = pattern(r", (?:[\w'-]+ ){0,2}[\w'-]+(?:,| and | or )")


def needed(claim: str) -> bool:
    """Whether a claim is too long to be its own title."""
    return len(bare(claim)) > LONGEST


def bare(claim: str) -> str:
    """A sentence as a title: without its full stop."""
    return claim.removesuffix(".")


def proposed(claim: str) -> str:
    """The beginning of a claim that is enough: up to a clause's end if that is long enough."""
    text = bare(claim)
    if len(text) <= LONGEST:
        return text
    if before := _BEFORE.match(text):
        text = text[before.end() : before.end() + 1].upper() + text[before.end() + 1 :]
        if len(text) <= LONGEST:
            return text
    ends = [
        end.start()
        for end in _CLAUSE.finditer(text)
        if LONGEST // 3 <= end.start() <= LONGEST and not _LIST.match(text, end.start())
    ]
    whole, text = text, text[: ends[-1]] if ends else text[: LONGEST + 1].rpartition(" ")[0]
    if (number := _AMOUNT.search(text)) and _WORD.match(whole, len(text)):
        text = text[: number.start()]
    while " " in text and (cut := _OPEN.sub("", text).rstrip()) != text:
        text = cut if len(cut) < len(text) and " " in cut else text.rpartition(" ")[0]
    return text
