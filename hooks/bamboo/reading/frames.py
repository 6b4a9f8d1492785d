"""What is said of another: "the ministry opened two offices, while the chamber closed one"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import beside, sentences
from bamboo.reading.forms import bare_form, forms, words
from bamboo.reading.polarity import stem

_TWO = 2
# Where one goes on with what another does.
_PARTS = pattern(r"; |,? (?:while|whereas|but) |, and |(?<=[a-z]) and (?=the |its |their |a |an |[A-Z])")
_LOWER = pattern(r"\b[a-z][\w'-]*")
_BY = pattern(r"\bby\b")
_BE = pattern(r"\b(?:is|are|was|were|be|been|being)\b")
_PRESENT = pattern(r"(?:(?:The |An? |Its )?(?:[A-Z]?[\w'-]+ ){1,4}?)(?P<verb>[a-z]{3,}(?<!s)s)\b")
# Who these are is said elsewhere.
_ANYBODY = pattern(
    r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ww]e|[Bb]oth|[Ss]ides?|[Cc]ountr(?:y|ies)|[Pp]art(?:y|ies)|[Tt]wo|[Tt]hree|"
    r"[Ll]eaders?|[Gg]overnments?|[Nn]ations?|[Oo]thers?|[Tt]his|[Tt]hese|[Tt]hose|[Tt]here|[Ww]hich|[Ww]ho|[Tt]hat|"
    r"[Oo]ne|[Aa]ll|[Ee]ach)\b"
)
_THEIRS = pattern(r"(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) ")
_BEGINS = pattern(r"(?:The|An?|In|On|At|Of|Its|Their|Our|His|Her|With|For|After|Before|During|By|To|From)$")
_NAME = pattern(r"\b[A-Z][\w'-]+")
_IN = pattern(r",| (?:from|in|at|with|for|on) ")
_WHICH = pattern(r",? (?:(?:for|of|to|in|with|by) )?(?:which|who|whom|that|where)\b")
# "To resolve issues and promote the building of": no subject.
_SUBJECT = pattern(r"[A-Z0-9]|(?:the|an?|its|their|his|her|our|this|these|some|many|several|most)\b")
# "… and the Forum, tapped into": the end of a list, after which the one before it goes on.
_LISTED = pattern(r"[^,]*,")
# What one does with another, both do.
_MUTUAL = frozenset(map(stem, ("met", "agreed", "signed", "discussed", "exchanged", "shared", "said")))
_EMPTY = forms(
    [
        "a an the its their his her our and or of in on at to for from with by as is are was were be been",
        "has have had will also it they he she this that these those both all more than s new two not who",
        "which into after before during first second half months month year years quarter last time six nine",
        "January February March April May June July August September October November December",
    ]
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence with a subject of its own."""

    subject: str
    named: bool
    of: frozenset[str]
    forms: frozenset[str]
    verbs: frozenset[str]


def of_another(claim: str, quotes: Collection[str]) -> tuple[str, str] | None:
    """Who does a thing in a plain claim, and who does it in quotes that say something else of the first."""
    joined = [parts for quote in quotes for parts in _sentences(quote)]
    said = _said(claim) if joined else None
    if said is None:
        return None
    subject, verb, rest = said
    who = _forms(subject)
    what = _forms(rest) - who
    names = (name for name in _NAME.findall(_IN.split(subject)[0]) if not _BEGINS.match(name))
    named = any(name in quote for name in names for quote in quotes)
    if not who or not what or (named and verb in _MUTUAL):
        return None
    # One passage that says it of the same is enough.
    every = [part for quote in quotes for parts in _sentences(quote) or ((_part(quote),),) for part in parts]
    own = [part for part in every if verb in part.verbs and who & part.forms]
    nearer = max((len(what & part.forms) for part in own), default=0)
    for parts in joined:
        if nearer or not any(who <= (part.forms if named else part.of) for part in parts):
            continue
        for part in parts:
            score = len(what & part.forms)
            if (
                verb in part.verbs
                and _SUBJECT.match(part.subject)
                and not _LISTED.fullmatch(part.subject)
                and not who & part.forms
                and score >= (_TWO if own else 1)
                and named == part.named
                and not _ANYBODY.search(part.subject)
            ):
                return subject, part.subject
    return None


def done(claim: str) -> tuple[str, str] | None:
    """Who does a thing in a plain claim, and the stem of the verb."""
    said = _said(claim)
    return said[:2] if said else None


def _said(claim: str) -> tuple[str, str, str] | None:
    """Who does it, the stem of the verb, and the rest of a claim."""
    verb = next(iter(beside.verbs(claim)), None)
    if verb is None:
        present = _PRESENT.match(claim)
        if present is None:
            return None
        return claim[: present.start("verb")].strip(), stem(present["verb"]), claim[present.end() :]
    before, after = claim[: verb.start].strip(), claim[verb.end :]
    if verb.passive:
        agent = _BY.split(after, maxsplit=1)
        return (agent[1].strip(" ."), verb.stem, f"{before} {agent[0]}") if len(agent) > 1 else None
    return before, verb.stem, after


@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[tuple[_Part, ...], ...]:
    """The parts of each sentence that has several."""
    return tuple(_read(text)) if _PARTS.search(text) else ()


def _read(text: str) -> Iterator[tuple[_Part, ...]]:
    for start, end in sentences.spans(text):
        pieces: list[str] = []
        at = start
        for edge in [*_PARTS.finditer(text, start, end), None]:
            piece = text[at : edge.start() if edge else end]
            verb = next(iter(beside.verbs(piece)), None)
            own = verb and piece[: verb.start].strip()
            if pieces and not (own and beside.verbs(pieces[-1])):
                pieces[-1] += text[at - 5 : at] + piece
            else:
                pieces.append(piece)
            at = edge.end() if edge else end
        if len(pieces) > 1:
            yield tuple(map(_part, pieces))


def _part(piece: str) -> _Part:
    verb = next(iter(beside.verbs(piece)), None)
    stems = frozenset(map(stem, _LOWER.findall(piece)))
    subject = _WHICH.split(piece[: verb.start].strip())[0] if verb else ""
    named = any(not _BEGINS.match(name) for name in _NAME.findall(_IN.split(subject)[0]))
    return _Part(subject, named, _forms("" if _THEIRS.match(subject) else subject), _forms(piece), stems)


@lru_cache(maxsize=4096)
def _forms(text: str) -> frozenset[str]:
    return frozenset(bare_form(word) for word, _ in words(text) if len(word) > 1) - _EMPTY
