"""A source's sentence a little nearer to a claim: without who says so, Vietnam by name, as the site writes.

The rest is the source's own words, so that the editor changes little; the check reads it as any claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b(?! to \d)")
_ANY = re.compile(rf"\b(?:{_MONTH})\b")
# Words that join a sentence to the one before it, and are no part of what it says.
_LEADS = re.compile(
    r"(?:Accordingly|Additionally|Also|As a result|Besides|Finally|First|Furthermore|However|In addition|"
    r"In particular|Likewise|Meanwhile|Moreover|Notably|Particularly|Second|Similarly|Specifically|Therefore|"
    r"Third|Thus|(?:First|Second|Third|Fourth|Fifth|Last)ly|"
    r"(?:In|On) (?:this|that) (?:context|occasion|regard|spirit)|"
    r"To (?:do so|do that|this end|that end)|In the meantime|"
    r"At the (?:same time|event|forum|meeting|conference)|For (?:his|her|its) part), (?=\w)"
)
_PERFECT = re.compile(r"\b(?:has|have)((?: \w+ly)*) (\w+)\b")
# Where what began earlier goes on, "has grown" is not "grew".
_GOES_ON = re.compile(
    r"\b(?:since|ever|always|never|not|yet|so far|now|still|just|long|recently|(?:until|up to) now|"
    r"(?:over|in|for) (?:the (?:past|last)|more than|nearly|almost|over|\d+|many))\b",
    re.IGNORECASE,
)
_IRREGULAR = (
    "become:became begun:began brought:brought built:built come:came done:did drawn:drew driven:drove "
    "given:gave gone:went grown:grew held:held kept:kept led:led made:made met:met put:put risen:rose "
    "seen:saw sent:sent set:set shown:showed spoken:spoke taken:took undergone:underwent won:won "
    "written:wrote"
)
_PAST = dict(pair.split(":") for pair in _IRREGULAR.split(" "))
_OTHER_ED = {"need", "embed", "exceed", "proceed", "succeed", "speed", "feed", "breed"}
# "Australia, Malaysia, and France"
_SERIAL = re.compile(r"(, [^,;:.()]{1,70}), (and|or) (?=[^,;.()]{1,70}(?:[,.;]|$))")
# "Organize", and not what is made of "size".
_IZE = re.compile(
    r"(?<![\w-])(?!(?:re|cap|down|out|over|up)siz)([a-z]\w{2,})iz(e|es|ed|ing|ation|ations|ational)\b"
)
_SPELT = {
    "behavior": "behaviour",
    "center": "centre",
    "centers": "centres",
    "color": "colour",
    "defense": "defence",
    "endeavor": "endeavour",
    "endeavors": "endeavours",
    "favorable": "favourable",
    "favorably": "favourably",
    "fulfill": "fulfil",
    "harbor": "harbour",
    "honor": "honour",
    "labor": "labour",
    "neighbor": "neighbour",
    "neighboring": "neighbouring",
    "neighbors": "neighbours",
    "program": "programme",
    "programs": "programmes",
    "skillful": "skilful",
}
_AMERICAN = re.compile(rf"\b(?:{'|'.join(_SPELT)})\b")
_COUNTRY = (
    (re.compile(r"\b(?:[Tt]he|[Oo]ur) country[’']s\b"), "Vietnam's"),
    (re.compile(r"\b(?:[Tt]he|[Oo]ur) country\b(?! of\b)"), "Vietnam"),
    (re.compile(r"\b[Ww]e((?: \w+ly| also)*) have\b"), r"Vietnam\1 has"),
    (re.compile(r"\b[Ww]e are\b"), "Vietnam is"),
    (re.compile(r"\b[Ww]e were\b"), "Vietnam was"),
    (re.compile(r"\b[Ww]e (?=(?:will|must|should|can|need)\b)"), "Vietnam "),
    (re.compile(r"\b[Oo]ur\b"), "Vietnam's"),
)
_SAID = (
    "said|stressed|stated|noted|added|affirmed|emphasi[sz]ed|announced|highlighted|acknowledged|held|recalled|"
    "underlined|underscored|asserted|declared|explained|remarked|pointed out|told [a-z ]{3,25}?"
)


# How a clause begins that follows "said" without "that".
_CLAUSE = (
    r"(?:(?:the|a|an|it|in|this|[A-Z])\b|(?:\w+ ){1,2}(?:is|are|was|were|has|have|will|should|must|needs?)\b)"
)


def worded(claim: str, speakers: Iterable[str] = (), alone: bool = False) -> str:
    """The same sentence as a claim: days as "3 March 2026", no first "Moreover, ", no "he said that".

    `speakers` are names of those who may speak in it. `alone`: no other country is named, so that "the
    country" is Vietnam.
    """
    claim = claim.replace("’", "'") if "‘" not in claim else claim
    claim = (
        claim.removeprefix("“") if "”" not in claim else claim
    )  # the quotation goes on in the next sentence
    # "May 2 and May 4, 2023" is not one whole day and a half: left as it is.
    if len(_DAY.findall(claim)) == len(_ANY.findall(claim)):
        claim = _DAY.sub(r"\2 \1 \3", claim)
    claim = _unattributed(claim, tuple(speakers))
    claim = _LEADS.sub("", claim, count=1) if _LEADS.match(claim) else claim
    if alone:
        for said, name in _COUNTRY:
            claim = said.sub(name, claim)
    if not _GOES_ON.search(claim):
        claim = _PERFECT.sub(_past, claim)
    claim = _SERIAL.sub(r"\1 \2 ", claim)
    claim = _IZE.sub(r"\1is\2", claim)
    claim = claim.replace("./.", ".")
    claim = _AMERICAN.sub(lambda found: _SPELT[found[0]], claim)
    return claim[:1].upper() + claim[1:]


def _unattributed(claim: str, speakers: tuple[str, ...]) -> str:
    """The claim without who says it, where a cut leaves a sentence of its own."""
    for shape, instead in _attributions(speakers):
        rest = shape.sub(instead, claim, count=1).strip(" ,")
        if rest != claim.strip(" ,") and len(rest.split()) > 3:
            claim = rest if rest.endswith((".", "”", '"')) or not claim.endswith(".") else f"{rest}."
    return claim


@lru_cache(maxsize=64)
def _attributions(speakers: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    names = "|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True))
    named = rf"|(?:(?:[A-Z][\w.-]*|and|of|the),? ){{0,9}}(?:{names})" if names else ""
    who = rf"(?:[Hh]e|[Ss]he|[Tt]he (?:minister|official|diplomat|ambassador|spokesperson|leader){named})"
    says = rf"{who},?(?: (?:has|have|also|further|then|later|once))* (?:{_SAID})"
    end = r"(?=[.\"”/]*$)"
    goes_on = "stressing|elaborating|adding|noting|pointing|citing|explaining"
    shapes = (
        (rf"^(?:[A-Z][^,]{{2,60}}, )?{says},? (?:that|how) ", ""),
        (rf"^(?:To [^,]{{2,60}}, )?{says} (?={_CLAUSE})", ""),
        (rf"^[Aa]ccording to {who}, ", ""),
        (rf", according to {who},", ","),
        (rf",? according to {who}{end}", ""),
        (rf", {says}, (?:{goes_on})\b.*$", "."),
        (rf", {says}{end}", ""),
        (rf", {says}, ", " "),
    )
    return tuple((re.compile(shape), instead) for shape, instead in shapes)


def _past(found: re.Match[str]) -> str:
    """ "grew" for "has grown": how a claim says what was done."""
    how, verb = found[1], found[2]
    if verb == "been":
        return f"{'was' if found[0].startswith('has') else 'were'}{how}"
    past = _PAST.get(verb, verb if verb.endswith("ed") and verb not in _OTHER_ED else "")
    return f"{how.strip()} {past}".strip() if past else found[0]
