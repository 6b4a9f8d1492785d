"""Short forms of a sentence: a title of 60 characters at most is proposed, or none if that cuts a phrase."""

from __future__ import annotations

import re

from bamboo.data.patterns import pattern
from bamboo.reading.irregular import IRREGULAR

LONGEST = 60

# Words that a title does not end with: what follows them is missing.
_OPEN = pattern(
    r"(?:[,;:–—(“\"]|\b(?:a|an|the|and|or|of|in|on|at|to|for|from|by|with|as|its|their|his|her|between|among|"
    r"such|including|over|nearly|about|more|than|at least|was|were|is|are|be|been|that|which|who|not|no))$",
    re.IGNORECASE,
)
# The same without words that may end one: "the talks go on", "the power handed over".
_NEVER_LAST = pattern(
    r"(?:[,;:–—(“]|\b(?:a|an|the|and|or|of|at|to|for|from|with|as|its|their|between|among|such|including|nearly|"
    r"than|at least|was|were|is|are|be|been|which|who))$",
    re.IGNORECASE,
)
# Before these a sentence can end: what it says so far is said.
_MAY_END = pattern(
    r"(?:in|on|at|during|with|for|from|by|after|before|since|until|under|through|over|amid|despite|when|where|"
    r"while|which|who|as|to|because|including)\b|[,;:–—(]",
    re.IGNORECASE,
)
# A verb or an adjective whose noun is missing: "reached", "to a comprehensive".
_WAITS = pattern(
    r"\b(?:reached|totalled|totaled|signed|raised|affirmed|confirmed|stressed|said|called|became|made|gave|had|has|"
    r"have|attended|visited|hosted|received|welcomed|launched|adopted|established|upgraded|agreed|expressed|"
    r"promoted|strengthened|continued|remained|will|would|can|could|should|must|"
    r"comprehensive|strategic|bilateral|multilateral|national|international|regional|global|economic|cultural|"
    r"political|diplomatic|foreign|many|several|some|all|every|each|other|new|first|most)$",
    re.IGNORECASE,
)
# A verb, without which a sentence says nothing.
_SAYS = pattern(
    rf"\b(?:[a-z]{{2,}}ed|{'|'.join(sorted(IRREGULAR))}|is|are|was|were|has|have|had|will|spoke)\b"
)
_GAP = pattern(r" (?=\S)")
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


def is_cut(title: str, claim: str) -> bool:
    """Whether a title stops where something has to follow, by itself or by the claim that it begins like."""
    if _NEVER_LAST.search(title):
        return True
    rest = claim[len(title) :] if claim.lower().startswith(title.lower()) else ""
    return rest[:1].isspace() and bool(_WAITS.search(title)) and not _MAY_END.match(rest.lstrip())


def _ends(text: str, at: int) -> bool:
    """Whether the words of a sentence before a gap are a title: something is said, a new phrase follows."""
    title = text[:at]
    return (
        bool(_SAYS.search(title))
        and not (_OPEN.search(title) or _WAITS.search(title))
        and bool(_MAY_END.match(text[at:].lstrip()))
    )


def proposed(claim: str) -> str:
    """The beginning of a claim that is enough, up to the end of a clause or a phrase; "" where none is."""
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
    gaps = [gap.start() for gap in _GAP.finditer(text, LONGEST // 3, LONGEST + 2)]
    return next((text[:at] for at in (*reversed(ends), *reversed(gaps)) if _ends(text, at)), "")
