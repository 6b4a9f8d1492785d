"""A source's sentence a little nearer to a claim: days as the site writes them, no word that leads over."""

from __future__ import annotations

import re

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b(?! to \d)")
_ANY = re.compile(rf"\b(?:{_MONTH})\b")
# Words that join a sentence to the one before it, and are no part of what it says.
_LEADS = re.compile(
    r"(?:Accordingly|Additionally|Also|Besides|Finally|First|Furthermore|In addition|In particular|Meanwhile|"
    r"Moreover|Notably|Second|Specifically|Therefore|Third|Thus|(?:In|On) (?:this|that) (?:context|occasion)|"
    r"At the (?:same time|event|forum|meeting|conference)|For (?:his|her|its) part), (?=\w)"
)


def worded(claim: str) -> str:
    """The same sentence with "3 March 2026" for "March 3, 2026", and without a first "Moreover, "."""
    # "May 2 and May 4, 2023" is not one whole day and a half: left as it is.
    if len(_DAY.findall(claim)) == len(_ANY.findall(claim)):
        claim = _DAY.sub(r"\2 \1 \3", claim)
    rest = _LEADS.sub("", claim, count=1) if _LEADS.match(claim) else claim
    return rest[:1].upper() + rest[1:]
