"""What is still to come, only possible or only wished for, and what has happened."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import meanings
from bamboo.reading.irregular import IRREGULAR
from bamboo.reading.polarity import stem
from bamboo.reading.signs import Seldom, Sign

# Verbs that put off the one after them.
_AHEAD = (
    r"will|would|shall|should|'ll|(?-i:may)|might|could|"
    r"(?:is|are|was|were|be) (?:(?:also|further|now|still) )?(?:set|due|expected|scheduled|planned|going|"
    r"about|likely|ready|slated|poised|"
    r"selected|chosen|invited|bound|hoped|projected|forecast|supposed|meant) to|(?:is|are) to(?= [a-z])|"
    r"(?:plan|expect|intend|hope|aim|want|wish|seek|prepare|propose|promise|pledge|agree|vow|decide|"
    r"undertake)s? to|"
    r"(?:planned|expected|intended|hoped|aimed|wanted|wished|sought|prepared|proposed|promised|pledged|"
    r"agreed|vowed|"
    r"decided|undertook) to|"
    r"(?:pledging|promising|vowing|agreeing|planning|hoping|aiming|intending) to|"
    r"plans? (?:for|on)|hopes? (?:for|that)"
)
_MARK = pattern(
    rf"(?<![\w'])(?P<mark>{_AHEAD})(?![\w'])(?P<between>(?: (?:[a-z]+ly|also|be|not|still|soon|again|"
    rf"further))*)"
    r"(?: (?P<verb>[a-z][\w'-]*))?"
)
# The beginnings of words of which each of these has one; or one of both others.
_MAY_MARK = Sign(
    "^(?:will|would|shall|should|ll$|may$|might|could|plan|expect|intend|hope|aim|want|wish|seek|prepare|"
    "propose|promise|pledge|agree|vow|decide|undert|sought)"
)
_BE_TO = Sign("^(?:is|are|was|were|be)$", "^to$")
# What lets a text speak of the future in whatever form.
_ANY = pattern(
    rf"(?<![\w'])(?:{_AHEAD}|can|should|must|needs?|ought|(?<!and )plans?(?! in\b)|planned|planning|"
    r"expect\w*|intend\w*|intention|"
    r"hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|want\w*|wish\w*|seek(?:s|ing)?|sought|prepar\w+|propos\w+|"
    r"promis\w+|pledg\w+|"
    r"tasks?|goals?|targets?|(?-i:future)|upcoming|next|coming|ahead|forthcoming|tomorrow|likely|prospects?|"
    r"outlook|vision|priorit\w+|orientations?|requir\w+|necess\w+|possib\w+|"
    r"perhaps|considers?|considering|"
    r"commit(?:s|ted|ting)?|agree(?:s|d|ing)?|scheduled|set to|ready|decid\w+|"
    r"decision|calls? (?:for|on)|"
    r"called (?:for|on)|"
    r"focus (?:will|on)|urg\w+|invit\w+|look(?:s|ing)? (?:to|forward))(?!\w)",
    re.IGNORECASE,
)
_WORD = pattern(r"[a-z][\w'-]*")
# After these, "to" and a verb say that it happens.
_HAPPENS = pattern(
    r"\b(?:continu\w+|begin\w*|began|start\w*|help\w*|manag\w+|able|contribut\w+|serv\w+|succeed\w*|"
    r"work\w*|go(?:es|ing)? on|"
    r"went on|come|came|used|led|enabl\w+|allow\w*|caus\w+|brought|made|tend\w*|proceed\w*|mov\w+|"
    r"return\w*|chose\w*|dar\w+|strive\w*|strove|endeavou?r\w*)(?: \w+){0,3}$"
)
_TO = Seldom(pattern(r"(?<![\w'])to(?: (?:[a-z]+ly|also|further))* (?P<verb>[a-z][\w'-]*)"), Sign("^to$"))
_PAST = pattern(
    r"(?<![\w'])(?P<said>(?P<help>(?:has|have|had|was|were|been)(?: [a-z]+ly| also| been|"
    r" further)* )?(?P<verb>[a-z][\w-]*(?<!spe)(?<!ne)(?<!fe)(?<!se)(?<!de)(?<!cce)(?<!xce)ed|"
    rf"{'|'.join(sorted(IRREGULAR))}|(?(help)(?:cut|put|set|shut|hit|let)|(?!))))(?![\w'])"
)
# Right after who does it, these are in the past, too: "Laos cut tariffs".
_SAME = pattern(
    r"(?:[A-Z][\w'-]* (?:[A-Z][\w'-]* ){0,3}|(?:The|Both) (?:[a-z]+ )?[a-z]+s )"
    r"(?P<verb>cut|put|shut|hit|let|set)\b"
)
# "To be held", "newly upgraded relations".
_NOT_DONE = pattern(
    r"\b(?:be|is|are|being|the|a|an|its|their|newly|more|most|less|very|of|and|for|with)(?: [a-z]+ly)? $"
)
_FINITE = pattern(r"\b(?:is|are|was|were|has|have|had|continues|remains)\b")
_WAS = pattern(r"\b(?:(?:has|have) been|was|were)\b")
# What is still to come is said, expected or agreed already.
_SAYING = (
    "said|told|noted|stated|announced|confirmed|forecast|predicted|foreseen|expected|planned|scheduled|"
    "agreed|promised|pledged|decided|approved|proposed|intended|committed|selected|chosen|invited|hoped"
)
_SAID = Seldom(pattern(rf"\b(?:{_SAYING})\b"), Sign(f"^(?:{_SAYING})$"))
_STRICT = pattern(
    r"^(?:is|are|will|would|shall|'ll|may|might|could|promises to|(?:was|were) (?:selected|chosen|invited)|"
    r"(?:plan|expect|intend|hope|aim|want|wish)(?:s|ed)? )"
)
# Who has an agreement on a thing has agreed to do it.
_AGREED = pattern(r"\b(?:agreements?|accord|pact|deal) (?:on|to|about|over)\b")
_OTHER_CLAUSE = pattern(r"[.;:!?] |\b(?:which|who|that|while|as|than)\b")
# What somebody is asked to do has not been done for that.
_ASKED = pattern(
    r"\b(?:ask|urg|request|invit|call|press|want|encourag|instruct|order|demand)(?:ed|es|s|e|ing)?"
    r"(?: (?:on|for|upon))?(?: [\w'-]+){1,5}? ?$"
)
# A promise has been made, and what is promised has not happened.
_PROMISED = pattern(r"^(?:pledge|promise|vow)")


@dataclass(frozen=True, slots=True)
class Ahead:
    """A verb that is put off, with the words that do so, and where they are."""

    said: str
    mark: str
    verb: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def marks(text: str) -> tuple[Ahead, ...]:
    """Every verb of a plain text that is put off."""
    if not _MAY_MARK.on(text) and not _BE_TO.on(text):
        return ()
    return tuple(
        Ahead(found[0], found["mark"].lower(), stem(found["verb"] or ""), *found.span())
        for found in _MARK.finditer(text)
    )


def ahead(text: str) -> Ahead | None:
    """The first of them that says that something has not happened."""
    return next((one for one in marks(text) if _STRICT.match(one.mark)), None)


def first(text: str, one: Ahead) -> bool:
    """Whether it is the main verb: no other that is done comes before it."""
    return not _PAST.search(text, 0, one.start) and not re.search(
        r"\b(?:which|that|who|where|when|if)\b|[;:]", text[: one.start]
    )


def looks_ahead(text: str) -> bool:
    """Whether anything in a text is still to come."""
    return bool(_ANY.search(text)) or bool(
        re.search(r"\bto be\b|\bto [a-z]+", text) and not _PAST.search(text)
    )


@lru_cache(maxsize=2048)
def speaks_of_what_may_come(text: str) -> bool:
    """Whether any word of a text lets it speak of the future, or of what is wished for or possible."""
    return bool(_ANY.search(text))


def unheard(claim: str, quotes: Collection[str]) -> Iterator[str]:
    """Verbs that a claim puts off, and the quotes do not: none of theirs is, or this one is done."""
    for one in marks(claim):
        if one.mark == "should":  # a claim may say in this way what its quotes demand in another
            continue
        if one.mark.startswith("agree") and any(map(_AGREED.search, quotes)):
            continue
        if not any(map(speaks_of_what_may_come, quotes)) and not any(
            one.verb in _infinitives(text) for text in quotes
        ):
            yield one.said
        elif one.verb:
            told = [state for text in quotes for state in _states(text).get(one.verb, ())]
            if told and all(state == "done" for state in told):
                yield one.said


def finished(claim: str, quotes: Collection[str]) -> tuple[str, str] | None:
    """A verb that is done in a claim, and still to come in the quotes; None where there is none."""
    for said, verb in _done(claim):
        if not any(marks(text) or verb in _infinitives(text) for text in quotes):
            continue
        states = [(state, text) for text in quotes for state in _states(text).get(verb, ())]
        ahead_of = {"ahead", "to", "aim"} if any(map(ahead, quotes)) else {"ahead", "to"}
        put_off = states and all(state in ahead_of for state, _ in states)
        if put_off and not _done_in_other_words(said, verb, quotes):
            text = states[0][1]
            where = next(found for found in _WORD.finditer(text.lower()) if stem(found[0]) == verb)
            return said, text[max(0, text.rfind(" ", 0, max(0, where.start() - 12)) + 1) : where.end()]
    return None


def _done_in_other_words(said: str, verb: str, quotes: Collection[str]) -> bool:
    word = said.rpartition(" ")[2]
    return any(
        other != verb and meanings.alike(word, done.rpartition(" ")[2])
        for quote in quotes
        for done, other in _done(quote)
    )


def only_ahead(quote: str, contexts: Collection[str]) -> Ahead | None:
    """What puts off all that a quote says: its own main verb, or that of a context where it has none."""
    if _done(quote):
        return None
    own = ahead(quote)
    if own or _FINITE.search(quote):
        return own if own and first(quote, own) else None
    told = ((text, one) for text in contexts for one in [ahead(text)] if one)
    return next((one for text, one in told if first(text, one)), None)


def main_verb(claim: str) -> str:
    """The verb that a claim says is done, before any that it puts off; "" where there is none."""
    if _SAID.search(claim):
        return ""
    done, later = _done(claim), ahead(claim)
    said = done[0][0] if done else be[0] if (be := _WAS.search(claim)) else ""
    return said if later is None or claim.find(said) < later.start else ""


@lru_cache(maxsize=2048)
def _done(text: str) -> tuple[tuple[str, str], ...]:
    put_off = {one.start for one in marks(text)}
    found = [(cut[0].split(" ")[-1], cut["verb"]) for cut in [_SAME.match(text)] if cut]
    for past in _PAST.finditer(text):
        before = text[max(0, past.start() - 25) : past.start()]
        if _NOT_DONE.search(before) and not past["said"].startswith(("has", "have", "had", "was", "were")):
            continue
        if not any(start <= past.start() <= start + 40 for start in put_off):
            found.append((past["said"], stem(past["verb"])))
    return tuple(found)


@lru_cache(maxsize=2048)
def _infinitives(text: str) -> frozenset[str]:
    return frozenset(stem(found["verb"]) for found in _TO.finditer(text))


@lru_cache(maxsize=2048)
def _states(text: str) -> dict[str, tuple[str, ...]]:
    """By the stem of each word, how the text has it: done, ahead, after a "to", or otherwise."""
    found: dict[str, list[str]] = {}
    put_off = {one.end for one in marks(text)}
    after_to = {}
    for one in _TO.finditer(text):
        happens = _HAPPENS.search(text[max(0, one.start() - 60) : one.start()].rstrip())
        coming = _future(text, one.start()) or _ASKED.search(text, 0, one.start())
        after_to[one.start("verb")] = "to" if coming else "other" if happens else "aim"
    for word in _WORD.finditer(text):
        verb = stem(word[0])
        if word.end() in put_off:
            state = "ahead"
        elif word.start() in after_to:
            state = after_to[word.start()]
        elif word[0].endswith("ed") or word[0] in IRREGULAR:
            state = "done"
        else:
            # "Will promote trade and support firms": a verb may be put off by a word before another.
            state = "to" if put_off and _put_off(text, word.start()) else "other"
        found.setdefault(verb, []).append(state)
    return {verb: tuple(states) for verb, states in found.items()}


def _put_off(text: str, at: int) -> bool:
    """Whether a verb in its plain form or in -ing comes after one that is put off in its sentence."""
    before = [
        one for one in marks(text) if one.start < at and (_STRICT.match(one.mark) or one.mark == "should")
    ]
    return bool(before) and not _OTHER_CLAUSE.search(text[before[-1].end : at])


def _future(text: str, end: int) -> bool:
    found = (one for one in marks(text) if _STRICT.match(one.mark) or _PROMISED.match(one.mark))
    return any(one.start < end for one in found)
