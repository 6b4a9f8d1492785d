"""Capitals that texts print for their governments: "Tokyo has lent"; a meeting in Tokyo is none of Japan's.

A table of its own, as that of adjectives is: no page should call Japan "Tokyo". City states, and capitals
that most texts print for something else, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading.polarity import stem
from bamboo.reading.signs import Sign

# ISO code, or the name of an organisation: the capital in English.
_BY_CODE = """
AE: Abu Dhabi
AF: Kabul
AL: Tirana
AM: Yerevan
AO: Luanda
AR: Buenos Aires
AT: Vienna
AU: Canberra
AZ: Baku
BA: Sarajevo
BD: Dhaka
BE: Brussels
BG: Sofia
BH: Manama
BN: Bandar Seri Begawan
BR: Brasilia, Brasília
BT: Thimphu
BY: Minsk
CA: Ottawa
CD: Kinshasa
CG: Brazzaville
CH: Bern, Berne
CL: Santiago
CM: Yaounde, Yaoundé
CN: Beijing
CO: Bogota, Bogotá
CU: Havana
CY: Nicosia
CZ: Prague
DE: Berlin
DK: Copenhagen
DZ: Algiers
EC: Quito
EE: Tallinn
EG: Cairo
ES: Madrid
ET: Addis Ababa
European Union: Brussels
FI: Helsinki
FR: Paris
GB: London
GE: Tbilisi
GH: Accra
GR: Athens
HR: Zagreb
HU: Budapest
ID: Jakarta
IE: Dublin
IN: New Delhi
IQ: Baghdad
IR: Tehran
IS: Reykjavik
IT: Rome
JO: Amman
JP: Tokyo
KE: Nairobi
KG: Bishkek
KH: Phnom Penh
KP: Pyongyang
KR: Seoul
KZ: Astana
LA: Vientiane
LB: Beirut
LK: Colombo
LT: Vilnius
LV: Riga
LY: Tripoli
MA: Rabat
MD: Chisinau
MG: Antananarivo
MK: Skopje
MM: Naypyidaw, Naypyitaw, Nay Pyi Taw
MN: Ulaanbaatar, Ulan Bator
MW: Lilongwe
MY: Kuala Lumpur, Putrajaya
MZ: Maputo
NG: Abuja
NL: The Hague
NO: Oslo
NP: Kathmandu
NZ: Wellington
OM: Muscat
PE: Lima
PH: Manila
PK: Islamabad
PL: Warsaw
PT: Lisbon
PY: Asuncion, Asunción
QA: Doha
RO: Bucharest
RS: Belgrade
RU: Moscow
SA: Riyadh
SD: Khartoum
SE: Stockholm
SI: Ljubljana
SK: Bratislava
SN: Dakar
SY: Damascus
TH: Bangkok
TJ: Dushanbe
TL: Dili
TM: Ashgabat
TN: Tunis
TR: Ankara
TW: Taipei
TZ: Dodoma
UA: Kyiv, Kiev
UG: Kampala
US: Washington
UY: Montevideo
UZ: Tashkent
VE: Caracas
VN: Hanoi, Ha Noi
YE: Sanaa
ZA: Pretoria
ZM: Lusaka
ZW: Harare
"""
_CAPITALS = {
    code: tuple(names.split(", "))
    for code, names in (line.split(": ") for line in _BY_CODE.strip().splitlines())
}

_NAME = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
# What opens a clause, so that the name after it is who does what follows.
_OPENS = pattern(
    r"(?:^|[.;:,!?“\"'(—–] ?|\b(?:[Aa]nd|[Bb]ut|[Oo]r|[Nn]or|[Nn]either|[Bb]oth|[Ww]hen|[Ww]hile|[Aa]s|"
    r"[Aa]fter|[Bb]efore|[Bb]ecause|[Ss]ince|[Ii]f|that|which|what|whom|[Aa]lthough|[Tt]hough|[Ww]hereas|"
    r"[Uu]ntil|than|[Oo]nce|[Uu]nless|[Ss]o|[Yy]et|says?|said|[Bb]y)) ?$"
)
# A list of places: "in Bangkok and London".
_PLACES = pattern(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Oo]utside|[Bb]etween|[Vv]ia|[Oo]f|[Oo]ver|[Aa]round|[Ff]or|"
    rf"[Vv]isit(?:s|ed|ing)?|[Ll]eft|[Rr]eached|[Tt]oured) (?:both )?{_NAME}(?:, {_NAME})*(?:,? and|,) $"
)
# Whom somebody asks something; on whose part it is.
_ASKED = pattern(
    r"\b(?:ask(?:s|ed)?|urge[sd]?|t(?:ells?|old)|promise[sd]?|gave|thank(?:s|ed)?|accuse[sd]?|assured?|"
    r"persuaded?|pressed|(?:request|initiative|invitation|insistence|approval|consent|behalf) of) $"
)
_BETWEEN_VERB = (
    rf"(?:(?:, | and | or | nor ){_NAME}){{0,3}}(?:, (?:which|whose|for its part|in turn)\b[^;.]{{0,80}}?,)?"
    r"(?: (?:[a-z]+ly|also|both|each|still|now|already|then|soon|long|first|together|had|has|have|never|not|"
    r"in turn|in (?:19|20)\d\d))*"
)
# Of verbs in the past, those that are said of a town as well.
_TOWNS = "host|stag|flood|experienc|suffer|locat|bas|call|nam|rank|record|award|welcom|celebrat|need"
_VERBS = (
    rf"(?!(?:{_TOWNS})e?d\b)[a-z]{{2,}}ed|began|begun|bought|chose|drew|gave|given|kept|lent|led|let|made|met|"
    r"paid|put|said|sent|set|sold|sought|spent|spoke|t(?:old|ook)|taken|withdrew|withdrawn|won|wrote|"
    r"agrees?|asks?|cuts?|demands?|denies|expects?|hopes?|insists?|intends?|lends?|lets?|offers?|opposes?|"
    r"pays?|plans?|pledges|promises|refuses?|rejects?|says|seeks?|sells?|sends?|supports?|trains?|wants?|wishes"
)
# Before what is to be done, or is not.
_HELP = (
    r"(?:is|are|was|were) (?:to|not|ready|willing|prepared|unwilling|reluctant|interested|opposed|seeking|"
    r"considering|asking|planning|paying|lending)|will|would|may|might|could|can|should|must|shall|did|does|do|need"
)
_DOES = rf" (?:(?P<verb>{_VERBS})\b|(?:{_HELP})(?: (?:not|be|been|also|to|[a-z]+ly))* (?P<after>[a-z]+))"
_ACTS = pattern(_BETWEEN_VERB + _DOES)
# "Hanoi, which had asked": wherever it is printed.
_WHICH = pattern(
    r",? which(?: (?:[a-z]+ly|also|both|still|now|already|then|soon|long|first|had|has|have|never|not))*"
    + _DOES
)
_OWNS = pattern(
    r"'s? (?:own )?(?:[a-z]+ )?(?:refusal|offer|requests?|decisions?|pledges?|ban|promises?|plans?|"
    r"proposals?|approval|consent|support|polic(?:y|ies)|response|position|stance|government|grants?|loans?|aid|help|"
    r"ambassador|envoy|willingness|readiness|insistence|initiative|wish|demands?|share|contribution)\b"
)
_ASKED_FOR = pattern(r" (?:to|for|that|not|of|in|,|\.)|[,.;]|$")
_TO_BY = pattern(r"\b[Bb]y $")
_ENDS = pattern(r"[,.;:]|$| (?:and|in|for|to|on|at|with|as|was|were|is|are|has)\b")
# Towns that do something together.
_TWINS = Sign("^(?:sister|twin|mayor|municipal|townhall)")


def of(country: str) -> tuple[str, ...]:
    """The names of the capital, by the code of its country, that texts print for its government."""
    return _CAPITALS.get(country, ())


@cache
def _codes() -> Mapping[str, str]:
    """Every name of a capital, with its country."""
    return {name: code for code, names in _CAPITALS.items() for name in names}


@cache
def _any() -> tuple[Sign, re.Pattern[str]]:
    names = sorted(_codes(), key=len, reverse=True)
    first = "|".join({re.split(r"\W", name.lower())[0] for name in names})
    return Sign(f"^(?:{first})$"), re.compile(rf"\b(?:{'|'.join(names)})\b")


@lru_cache(maxsize=2048)
def acts(text: str) -> tuple[tuple[str, str, str], ...]:
    """What governments do that a text calls by their capitals: the country, the capital, the verb's stem."""
    sign, names = _any()
    if not sign.on(text):
        return ()
    found = []
    for name in names.finditer(text):
        each = [done for way in (_WHICH, _ACTS) if (done := way.match(text, name.end()))]
        if each and governs(text, *name.span()):
            found += [(_codes()[name[0]], name[0], stem(done["verb"] or done["after"])) for done in each]
    return tuple(found)


@lru_cache(maxsize=1024)
def governs(text: str, start: int, end: int) -> bool:
    """Whether a capital is printed for a government, which does or is asked something: not for a town."""
    if _TWINS.on(text):
        return False
    if _ASKED.search(text, max(0, start - 20), start):
        return bool(_ASKED_FOR.match(text, end))
    # "Tokyo's offer", whatever is before it.
    if _OWNS.match(text, end) or _WHICH.match(text, end):
        return True
    if not _OPENS.search(text, max(0, start - 12), start) or _PLACES.search(text, max(0, start - 80), start):
        return False
    if _TO_BY.search(text, max(0, start - 3), start):
        return bool(_ENDS.match(text, end))
    return bool(_ACTS.match(text, end))
