"""Who does a thing and to whom it is done: the names before and after a verb, active or passive."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bamboo.reading import sentences
from bamboo.reading.mentions import Mention
from bamboo.reading.polarity import stem

_VERB = re.compile(
    r"\b(?P<help>(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|may|can|could|"
    r"to) (?:[a-z]+ly )?)*)"
    r"(?P<verb>[a-z][a-z-]+)\b"
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_PAST = re.compile(r"(?:ed|en|held|met|led|sent|made|won|built|given|shown|brought|taken)$")
# What is between two names of which neither acts on the other.
_BOTH = re.compile(r"\b(?:and|with|between|among|alongside|together)\b|^[\s,/–-]*$|[.;:]")
# "Her visit to Laos" is no verb.
_NOUN = re.compile(
    r"\b(?:the|an?|his|her|its|their|this|that|of|official|state|working|joint|first)(?: [a-z-]+)? $"
)
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
    """A verb between two names: by its stem, who does it, to whom; `said` as printed."""

    verb: str
    said: str
    actor: str
    object: str


def acts(text: str, names: Sequence[Mention]) -> Iterator[Done]:
    """Every verb of a claim between two neighbouring names."""
    for one, other in itertools.pairwise(names):
        between = text[one.end : other.start]
        if one.ident == other.ident or _BOTH.search(between) or text.startswith("'s", one.end):
            continue
        for found in _VERB.finditer(between):
            verb = found["verb"]
            if verb in _NO_VERB or verb.endswith("ly") or not (found["help"] or _PAST.search(verb)):
                continue
            if stem(verb) in _MUTUAL:
                break
            by = bool(_BE.search(found["help"])) and bool(re.search(r"\bby\b", between[found.end() :]))
            actor, object_ = (other.ident, one.ident) if by else (one.ident, other.ident)
            yield Done(stem(verb), found[0].strip(), actor, object_)
            break


def turned(done: Done, text: str, names: Sequence[Mention]) -> bool | None:
    """Whether a text has the verb the other way round: True, False, or None where it does not say."""
    found = None
    for start, end in sentences.spans(text):
        here = [name for name in names if start <= name.start < end]
        for verb in _VERB.finditer(text, start, end):
            if stem(verb["verb"]) != done.verb or _NOUN.search(text[start : verb.start("verb")]):
                continue
            before = {name.ident for name in here if name.end <= verb.start()}
            after = {name.ident for name in here if name.start >= verb.end()}
            if _BE.search(verb["help"]) and re.search(r"^[^,;]{0,80}?\bby\b", text[verb.end() : end]):
                before, after = after, before
            if (done.actor in before and done.object not in before) or (
                done.object in after and done.actor not in after
            ):
                return False
            against = (done.actor in after and done.actor not in before) or (
                done.object in before and done.object not in after
            )
            found = True if against else found
    return found


# Before a name that is only where something is done, or one of those among whom: "at A, B and C".
_WHERE = re.compile(
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
