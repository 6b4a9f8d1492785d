"""Between whom a tier or an agreement is: "a treaty between Laos and India" is none of Vietnam's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bamboo.data.patterns import pattern
from bamboo.reading import othernames, sentences
from bamboo.reading.mentions import Finder, Mention

# Agreements by the words that texts have for them.
AGREEMENT = pattern(
    r"\b(?:(?i:agreement|declaration|accord|treaty|pact|memorandum|convention|protocol)|FTA|CEPA|MOU|MoU)s?\b"
)
# This site's own country, as texts speak of it.
_HOME = pattern(
    r"\b(?:[Vv]iet ?[Nn]am(?:ese)?|Ha ?[Nn]oi|[Ww]e|us|[Oo]urs?|[Tt]he (?:country|nation)|[Bb]oth countries"
    r"|[Tt]he two (?:countries|sides|nations))\b"
)
# Signs take the place of who and what is named: another party, this country, the thing.
_OTHER, _OWN, _THING = "\ue000", "\ue001", "\ue002"
_LIST = rf"(?>{_OTHER}(?:(?:,? and|,) (?:the )?{_OTHER})+)(?!(?:,| and|, and) (?:the |our )?{_OWN})"
_PAIR = rf"{_OTHER} ?[-/] ?{_OTHER}"
_TIES = r"(?:relations|ties|relationship|cooperation|partnership|friendship)"
_MUTUAL = (
    r"(?:agreed|signed|ratified|established|upgraded|raised|elevated|lifted|concluded|adopted|announced|"
    r"launched|built|forged|formed|issued|set up|initialled|reached|exchanged|resumed|renewed|suspended|"
    r"declared|decided|deepened|negotiated|have|share|had|has)"
)
_DOING = rf"(?: (?:also|jointly|both|then|later|[a-z]+ly|have|has|had|will|to|agree))*? {_MUTUAL}\b"
# Who does it together, at the beginning of a clause or with their leaders; not those with whom it is done.
_SUBJECT = (
    r"(?:(?:^|[,:;] |\b(?:that|and|when|where|as|after|while) )(?:the |both )?|"
    r"\b(?:leaders|ministers|presidents|governments|officials|representatives|delegations|parliaments|heads)"
    r"[a-z ]{0,20} (?:from|of) (?:the )?)"
)
# Said of the thing right beside it, whoever else is in the sentence.
_BESIDE = pattern(
    rf"{_THING}s?(?: [a-z]+){{0,3}}? (?:between|of) (?:the )?(?:[a-z' ]{{1,30}} )?(?:{_LIST}|{_PAIR})"
    rf"|{_PAIR} (?:\w+ ){{0,3}}?{_THING}"
)
_IN_CLAUSE = pattern(
    rf"{_SUBJECT}{_LIST}(?:'s?)?(?: [a-z]+){{0,2}}?{_DOING}[^;]*{_THING}"
    rf"|\b{_TIES} between (?:the )?{_LIST}[^;]*{_THING}"
    rf"|{_PAIR} (?:\w+ ){{0,2}}?{_TIES}\b[^;]*{_THING}"
    rf"|{_OTHER}'s? (?:\w+ ){{0,2}}?(?:{_TIES}|{_THING}) with (?:the )?{_OTHER}"
    rf"|{_SUBJECT}{_OTHER}{_DOING}(?=[^;]*{_THING})[^;]* with (?:the )?{_OTHER}"
)
# What this country does with somebody.
_OWN_DOING = pattern(
    rf"{_OWN}[^;,]{{0,60}}? {_MUTUAL}\b[^;]*{_THING}|\b(?:with|between|by|from|of) [^;,]{{0,40}}?{_OWN}"
    rf"|{_OWN}'s [^;,]{{0,30}}?(?:{_TIES}|{_THING}s?) with\b"
)
_EDGE = pattern(r";|:|,? \b(?:where|which|who|while|whereas|whose|but)\b")


def others(text: str, thing: Mention, names: Sequence[Mention]) -> bool:
    """Whether a plain text says that something is between parties of which none is this country.

    `names` are the parties that it names.
    """
    signed, clause = _read(text, thing, names)
    return bool(_BESIDE.search(signed)) or (_OWN not in clause and bool(_IN_CLAUSE.search(clause)))


def own(text: str, thing: Mention, names: Sequence[Mention]) -> bool:
    """Whether it says that this country is one of the parties."""
    signed, clause = _read(text, thing, names)
    return not _BESIDE.search(signed) and bool(_OWN_DOING.search(clause))


def _read(text: str, thing: Mention, names: Sequence[Mention]) -> tuple[str, str]:
    """The sentence and the clause in which something is, with signs."""
    start, end = next((s for s in sentences.spans(text) if s[0] <= thing.start < s[1]), (0, len(text)))
    signed = _signed(text, start, end, thing, names)
    at = signed.index(_THING)
    edges = [*_EDGE.finditer(signed)]
    begin = max((edge.end() for edge in edges if edge.end() <= at), default=0)
    stop = min((edge.start() for edge in edges if edge.start() > at), default=len(signed))
    return signed, signed[begin:stop].strip()


def _signed(text: str, start: int, end: int, thing: Mention, names: Sequence[Mention]) -> str:
    """A sentence with signs for whom it names and for the thing."""
    marks = [(thing.start, thing.end, _THING)]
    marks += [(home.start(), home.end(), _OWN) for home in _HOME.finditer(text, start, end)]
    marks += [(name.start, name.end, _OTHER) for name in (*names, *_countries().find(text))]
    parts, reached = [], start
    # The thing comes first where names are in its own: "the ASEAN-Japan Joint Declaration".
    taken = [(s, e, sign) for s, e, sign in marks[1:] if not (s < thing.end and thing.start < e)]
    for s, e, sign in sorted([marks[0], *taken], key=lambda mark: (mark[0], -mark[1])):
        if start <= s and e <= end and s >= reached:
            parts += [text[reached:s], sign]
            reached = e
    return "".join((*parts, text[reached:end]))


def agreements(text: str) -> Iterator[Mention]:
    """Every agreement that a plain text speaks of, by its word."""
    for found in AGREEMENT.finditer(text):
        yield Mention(found[0].lower().removesuffix("s"), found.start(), found.end())


@cache
def _countries() -> Finder:
    """Finds countries, whether or not the site has a record of them."""
    named = (name for name in othernames.of_nobody(frozenset()) if not name.startswith(("Viet", "Việt")))
    return Finder(("country", name) for name in named)
