"""The words that falsify a sentence, and how they are put in.

Written here a second time, on purpose: the checks have lists of their own, which are what is tested.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator

# Of each pair, one word makes the other's sentence false.
_OPPOSITES = """
actively: passively
advanced: obstructed
affirmed: disproved
agreed: disagreed
attracted: deterred
attracting: deterring
attended: boycotted
closely: loosely
complex: simple
consolidate: undermine
contributed: detracted
contributions: damage
continued: ceased
cooperation: confrontation
create: destroy
crucial: negligible
deepen: weaken
deepened: weakened
effective: ineffective
effectively: ineffectively
enhance: reduce
enhanced: reduced
ensured: endangered
established: abolished
expand: shrink
expanded: shrank
exports: imports
favourable: unfavourable
first: last
fostered: hindered
friendly: hostile
growth: decline
high: low
highest: lowest
honoured: dishonoured
important: unimportant
improve: worsen
increase: decrease
increased: decreased
incoming: outgoing
intensified: reduced
joined: left
launched: ended
maintained: abandoned
major: minor
many: few
more: less
most: least
new: old
numerous: few
opened: closed
opportunities: dangers
peace: war
peaceful: warlike
positive: negative
promote: hinder
promoted: hindered
promoting: hindering
protect: endanger
protected: endangered
raised: lowered
received: expelled
recovery: recession
reaffirmed: renounced
rise: fall
significant: insignificant
solidarity: discord
stability: instability
stable: unstable
strengthen: weaken
strengthened: weakened
strong: weak
success: failure
successful: unsuccessful
successfully: unsuccessfully
support: oppose
supported: opposed
trust: distrust
unity: division
upgraded: downgraded
welcomed: rejected
"""
OPPOSITES = {row.split(": ")[0]: row.split(": ")[1] for row in _OPPOSITES.strip().splitlines()}

# Verbs by the form that follows "will" and "never", past and participle.
_VERBS = """
be: was: been
become: became: become
begin: began: begun
bring: brought: brought
build: built: built
give: gave: given
go: went: gone
have: had: had
hold: held: held
lead: led: led
leave: left: left
make: made: made
meet: met: met
send: sent: sent
speak: spoke: spoken
take: took: taken
see: saw: seen
show: showed: shown
set: set: set
"""
_IRREGULAR = [tuple(row.split(": ")) for row in _VERBS.strip().splitlines()]
_PAST = {past: base for base, past, _ in _IRREGULAR}
_PARTICIPLE = {base: participle for base, _, participle in _IRREGULAR}
_E = re.compile(r"(?:[aeiou][lrst]|[cgsuvz]|at|ut|it|ri|ar|in|op)$")
_KEPT = frozenset(["host", "visit", "attract", "affect", "support", "export", "open", "join", "conclud"])

_AUX = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|could|must|should|needs? to)\b")
_PAST_VERB = re.compile(r"\b(?:[a-z]{3,}ed|" + "|".join(p for p in _PAST if p not in ("was", "set")) + r")\b")
_AHEAD = re.compile(
    r"\b(?:will|(?:is|are) (?:set |expected |due |planned )?to) "
    r"(?P<adverb>[a-z]+ly |also |still )?(?P<verb>[a-z]+)"
)
PLACES = ("Beijing", "Geneva", "Lima", "Hanoi", "Davos", "Paris", "Tokyo", "Brussels", "Bangkok")
COUNTRIES = ("Bolivia", "Iceland", "Kenya", "Paraguay", "Fiji", "Norway", "Uzbekistan")
PEOPLE = ("Ivan Petrov", "Maria Gonzalez", "John Smith", "Tran Van Hung", "Aisha Bello")
OFFICES = (
    "General Secretary",
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Chairman",
    "Spokeswoman",
    "Secretary",
    "Ambassador",
)


def base(past: str) -> str:
    """The form of a verb after "will", from its past."""
    if past in _PAST:
        return _PAST[past]
    stem = past.removesuffix("ed")
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem if stem in _KEPT or not _E.search(stem) else stem + "e"


def participle(verb: str) -> str:
    """The form of a verb after "has"."""
    if verb in _PARTICIPLE:
        return _PARTICIPLE[verb]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def put(text: str, found: re.Match[str], new: str) -> str:
    """A text with a match replaced."""
    return text[: found.start()] + new + text[found.end() :]


def first_verb(text: str) -> re.Match[str] | None:
    """The first auxiliary, else the first verb in the past."""
    return _AUX.search(text) or _PAST_VERB.search(text)


def denied(text: str) -> Iterator[str]:
    """With a "not" or "never" at its verb."""
    if found := _AUX.search(text):
        yield put(
            text, found, f"{found[0].removesuffix(' to')} not{' to' if found[0].endswith(' to') else ''}"
        )
        if found[0] in ("is", "are", "was", "were", "has", "have", "had"):
            yield put(text, found, f"{found[0]} no longer")
    elif found := _PAST_VERB.search(text):
        yield put(text, found, f"did not {base(found[0])}")
        yield put(text, found, f"{random.choice(('refused', 'failed'))} to {base(found[0])}")


def opposed(text: str) -> Iterator[str]:
    """Each word that has an opposite, replaced by it."""
    both = {**{that: this for this, that in OPPOSITES.items()}, **OPPOSITES}
    for found in re.finditer(rf"\b(?:{'|'.join(sorted(both, key=len, reverse=True))})\b", text, re.I):
        new = both[found[0].lower()]
        yield put(text, found, new.capitalize() if found[0][0].isupper() else new)


def as_done(text: str) -> Iterator[str]:
    """What is still to come, as if it had happened."""
    if found := _AHEAD.search(text):
        plural = re.search(r"s\b[^,]*$", text[: found.start()]) and " are " in found[0]
        has = "have" if plural else "has"
        yield put(text, found, f"{has} {found['adverb'] or ''}{participle(found['verb'])}")


def as_expected(text: str) -> Iterator[str]:
    """What has happened, as if it were only wished for or still to come."""
    found = _PAST_VERB.search(text)
    if found and not _AUX.search(text[: found.start()]):
        verb = base(found[0])
        for way in ("will", "plans to", "may", "hopes to", "is expected to", "agreed to"):
            yield put(text, found, f"{way} {verb}")


# A verb whose object is the name after it, with or without an office.
_DIRECT = re.compile(r" (?:has |have )?(?P<verb>[a-z]{3,}ed)(?P<office> (?:[A-Z][\w']+ (?:of |and |the )*)*)")


def exchanged(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Two neighbouring names with a verb between them, in each other's place."""
    verb = re.compile(rf"{_PAST_VERB.pattern}|{_AUX.pattern}")
    for (a, b), (c, d) in itertools.pairwise(spans):
        one, between, other = text[a:b], text[b:c], text[c:d]
        # With "with" both do it.
        if one != other and verb.search(between) and not re.search(r"\b(?:and|with|between)\b", between):
            yield text[:a] + other + between + one + text[d:]
            if direct := _DIRECT.fullmatch(between):
                yield f"{text[:b]} was {direct['verb']} by{direct['office']}{text[c:]}"


# Verbs that one does and another has done to it.
_ONE_WAY = (
    "thanked|welcomed|received|invited|helped|supported|advised|attracted|elected|selected|promoted|consolidated|"
    "enhanced|strengthened|served|attended|chaired|visited|addressed|led|sent|deepened|affirmed|fostered|created|"
    "facilitated|maintained|protected|established|formed|implemented|launched|hosted"
)
_ACTIVE = re.compile(
    rf"(?P<by>[A-Z][^,;:]*?) (?P<has>(?:has |have )?)(?P<verb>{_ONE_WAY}) (?P<to>(?:the |an? )?[^,;:.]+?)"
    r"(?P<rest>(?: (?:in|on|at|for|to|from|with|during|by|and|as|of) .*|[,;:.].*))"
)


def sides_exchanged(text: str) -> Iterator[str]:
    """Who does it and to whom, exchanged around a verb, and the same in the passive."""
    if (found := _ACTIVE.fullmatch(text)) and not _AUX.search(found["by"]):
        by, to, rest = found["by"], found["to"], found["rest"]
        begin = by if by.startswith(("Vietnam", "ASEAN")) or " " not in by else by[0].lower() + by[1:]
        yield f"{to[0].upper()}{to[1:]} {found['has']}{found['verb']} {begin}{rest}"
        yield f"{by} was {found['verb']} by {to}{rest}"


def offices_exchanged(text: str) -> Iterator[str]:
    """Each office, exchanged with each other one."""
    some = "|".join(sorted(OFFICES, key=len, reverse=True))
    for found in re.finditer(rf"\b(?:Deputy |Party )?(?:{some})\b(?= [A-Z])", text):
        for other in OFFICES:
            if other not in found[0]:
                yield put(text, found, other)


def places_exchanged(text: str) -> Iterator[str]:
    """Each place, exchanged with the others."""
    for found in re.finditer(rf"\b(?:in|at) (?P<place>{'|'.join(PLACES)})\b", text):
        for other in PLACES:
            if other not in text:
                yield text[: found.start("place")] + other + text[found.end("place") :]


def names_put_in(text: str, names: tuple[str, ...]) -> Iterator[str]:
    """A name that nothing proves, at the end."""
    for name in names:
        yield f"{text.removesuffix('.')}, with {name}."
