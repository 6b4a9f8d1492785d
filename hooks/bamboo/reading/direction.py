"""Who does a thing and to whom it is done: the names before and after a verb, active or passive."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bamboo.data.patterns import pattern
from bamboo.reading import sentences
from bamboo.reading.irregular import IRREGULAR
from bamboo.reading.mentions import Mention
from bamboo.reading.polarity import stem

_VERB = pattern(
    r"\b(?P<help>(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|may|can|could|"
    r"to) (?:[a-z]+ly )?)*)"
    r"(?P<verb>[a-z][a-z-]+)\b"
)
_AT = pattern(r"\b(?:in|at|within)(?: the)? $")
_WHERE_ALLOWED = frozenset(map(stem, ["allowed", "permitted", "admitted", "banned", "sold", "grown"]))
_BE = pattern(r"\b(?:is|are|was|were|be|been|being)\b")
_PAST = pattern(rf"(?:ed|en)$|^(?:{'|'.join(sorted(IRREGULAR))})$")
# "Exports cars to": right after the one who does it.
_PRESENT = pattern(r" (?:now |still |also )?(?P<verb>[a-z]{3,}(?<!s)(?<!hi)s) ")
# "Is a reliable supplier of", but for partners, who are each other's.
_IS = pattern(
    r" (?:(?:has |have )?(?:is|are|was|were|been|be|became|become|remains?|remained|stayed)) "
    r"(?:one of |among )?(?:the |an? |its )?(?P<what>(?:[a-z][a-z-]*,? )*?)(?P<noun>[a-z]+) (?:of|for|to) "
)
# What is between two names of which neither acts on the other.
_BOTH = pattern(r"\b(?:and|with|between|among|alongside|together)\b|^[\s,/–-]*$|[.;:]")
# "Her visit to Laos" is no verb.
_NOUN = pattern(
    r"\b(?:the|an?|his|her|its|their|this|that|of|official|state|working|joint|first)(?: [a-z-]+)? $"
)
# "Vietnam visits by heads of state".
_BY_NOUN = pattern(r"[a-z]+s by\b")
# What one does to the other, the other does too.
_MUTUAL = frozenset(
    map(
        stem,
        [
            "met",
            "meet",
            "agreed",
            "signed",
            "cooperated",
            "discussed",
            "talked",
            "shared",
            "established",
            "upgraded",
            "exchanged",
        ],
    )
)
# What two are to each other.
_EACH_OTHERS = frozenset(["partner", "partners", "neighbour", "neighbor", "friend", "ally", "member", "part"])
_NO_VERB = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "for",
        "to",
        "with",
        "by",
        "and",
        "or",
        "from",
        "as",
        "its",
        "their",
        "his",
        "her",
        "which",
        "who",
        "that",
        "also",
        "all",
        "both",
        "new",
        "old",
    ]
)


@dataclass(frozen=True, slots=True)
class Done:
    """A verb between two names: by its stem, who does it, to whom; `said` as printed.

    `is_`: what one is to the other, by its noun. `same`: only a text with the same verb says otherwise.
    """

    verb: str
    said: str
    actor: str
    object: str
    is_: bool = False
    same: bool = False


def acts(text: str, names: Sequence[Mention]) -> Iterator[Done]:
    """Every verb of a claim between two neighbouring names."""
    for one, other in itertools.pairwise(names):
        between = text[one.end : other.start]
        if one.ident == other.ident or _BOTH.search(between) or text.startswith("'s", one.end):
            continue
        if text.endswith(" than ", 0, one.start):  # "quicker than Brazil to recognise"
            continue
        if is_ := _IS.fullmatch(between):
            if is_["noun"] not in _EACH_OTHERS or is_["what"].replace("strategic ", "").strip():
                yield Done(is_["noun"], is_[0].strip(), one.ident, other.ident, is_=True, same=True)
            continue
        if present := _PRESENT.match(between):
            yield Done(stem(present["verb"]), present["verb"], one.ident, other.ident, same=True)
            continue
        for found in _VERB.finditer(between):
            verb = found["verb"]
            if verb in _NO_VERB or verb.endswith("ly") or not (found["help"] or _PAST.search(verb)):
                continue
            if stem(verb) in _MUTUAL:
                break
            # "Will be allowed in Japan": that is where.
            if (
                stem(verb) in _WHERE_ALLOWED
                and _BE.search(found["help"])
                and _AT.search(between, found.end())
            ):
                break
            by = bool(_BE.search(found["help"])) and bool(re.search(r"\bby\b", between[found.end() :]))
            actor, object_ = (other.ident, one.ident) if by else (one.ident, other.ident)
            # Who loses to another is beaten by him.
            same = " from " in between or stem(verb) == stem("lose")
            yield Done(stem(verb), found[0].strip(), actor, object_, same=same)
            break


# "Laos is Vietnam's second-largest market for", and who is what to whom.
_OWNED = pattern(
    r"(?: [a-z]+ly)? (?:is|are|was|were|has been|became|become|remains?|remained) "
    r"(?:one of |still |also |now )*$"
)
_OWNS = pattern(r"'s? (?P<what>(?:[a-z-]+ ){0,3}?(?P<noun>[a-z]{4,}))\b")


def owned(text: str, names: Sequence[Mention]) -> Iterator[Done]:
    """What one is of another: "India is Vietnam's supplier"."""
    for one, other in itertools.pairwise(names):
        owns = _OWNS.match(text, other.end)
        if owns and one.ident != other.ident and _OWNED.fullmatch(text, one.end, other.start):
            for noun in owns["what"].split():
                yield Done(stem(noun), f"is {other.ident}'s {noun}", one.ident, other.ident, is_=True)


def turned_noun(done: Done, text: str, names: Sequence[Mention]) -> bool | None:
    """The same of what one is to the other: "a supplier of China"."""
    for noun in re.finditer(rf"\b{done.verb}s? (?:of|for|to) (?:the )?", text):
        after = next((name.ident for name in names if name.start == noun.end()), "")
        before = {name.ident for name in names if name.end <= noun.start()}
        if after in (done.actor, done.object):
            return after == done.actor and done.object in before
    return None


def turned(done: Done, text: str, names: Sequence[Mention]) -> bool | None:
    """Whether a text has the verb the other way round: True, False, or None where it does not say."""
    found = None
    for start, end in sentences.spans(text):
        here = [name for name in names if start <= name.start < end]
        for verb in _VERB.finditer(text, start, end):
            if stem(verb["verb"]) != done.verb or _NOUN.search(text[start : verb.start("verb")]):
                continue
            if not verb["help"] and _BY_NOUN.match(text, verb.start("verb")):
                continue
            nearest = [name.ident for name in here if name.end <= verb.start()][-1:]
            # "Kari Berg arrived; President Luong Cuong received her".
            if nearest == [done.actor] and _PRONOUN.match(text, verb.end()):
                return False
            before = {name.ident for name in here if name.end <= verb.start()}
            after = {name.ident for name in here if name.start >= verb.end()}
            if _BE.search(verb["help"]) and re.search(r"^[^,;]{0,80}?\bby\b", text[verb.end() : end]):
                before, after = after, before
            if (done.actor in before and done.object not in before) or (
                done.object in after and done.actor not in after
            ):
                return False
            against = (done.actor in after and done.actor not in before and done.object not in after) or (
                done.object in before and done.object not in after
            )
            found = True if against else found
    return found


# Not "her credentials".
_PRONOUN = pattern(r" (?:him|them|it|her(?= (?:the|on|in|at|for|to|and|as|with)\b|[,.;]|$))\b")


# Before a name that is only where something is done, or one of those among whom: "at A, B and C".
_WHERE = pattern(
    r"\b(?:at|in|within|into|to|from|such as|like|including|"
    r"as)(?: the)?(?: [a-z-]+)*(?: [A-Z][\w'-]*)?(?: [a-z]+)?"
    r"(?:(?:,| and|, and| or)? (?:the )?(?:[A-Z][\w'()-]*(?: (?:of |for |on )?(?:the )?)?)+ ?)*"
    r"(?:,|, and| and| or)? ?(?:the )?$"
)


def only_where(done: Done, known: Sequence[tuple[str, Sequence[Mention]]]) -> bool:
    """Whether the texts name the actor, and each time only as a place or a forum where others act."""
    at = [(text, name) for text, names in known for name in names if name.ident == done.actor]
    return bool(at) and all(_WHERE.search(text[max(0, name.start - 160) : name.start]) for text, name in at)


def order(done: Done, text: str, names: Sequence[Mention]) -> bool | None:
    """Whether a text names object and actor only the other way round, with more than a list between them."""
    found = None
    for start, end in sentences.spans(text):
        here = [name for name in names if start <= name.start < end]
        actors = [name for name in here if name.ident == done.actor]
        objects = [name for name in here if name.ident == done.object]
        if not (actors and objects):
            continue
        if actors[0].start < objects[0].start or any(
            _BOTH.search(text[o.end : a.start]) or re.search(r"\bby\b", text[o.end : a.start])
            for o in objects
            for a in actors
            if o.end <= a.start
        ):
            return False
        if any(
            _PAST.search(w["verb"]) or w["help"]
            for w in _VERB.finditer(text, objects[0].end, actors[0].start)
        ):
            found = True
    return found
