"""Who acts: where a claim names two with a verb between them, the quotes have them the same way round."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.fact import Fact
from bamboo.reading import capitals, clauses, direction, frames, polarity
from bamboo.reading.mentions import Mention, lexicon, plain
from bamboo.reading.roles import OFFICES

# This site's own country has no record; a text that speaks for it says "we".
HOME = "vietnam"
# "Laos's", "ASEAN Future Forum": what belongs to them acts, not they.
_OF_ANOTHER = pattern(r"'|-| (?:visits? by\b|[A-Z]|and [A-Z]\w+ (?:leaders|companies))")
_OFFICE = pattern(rf"\b(?:{OFFICES}) $")
_BESIDE = pattern(r"-| and | with |, ")
_TO = pattern(r"\b(?:to|in|into|from) $")
_IN = pattern(r"\b(?:to|in|into) $")
# "In Vietnam peacekeeping": no place, but a part of a name.
_BEFORE_NOUN = pattern(
    r" (?!(?:in|on|at|and|for|to|with|from|by|as|is|was|has|had|will|during|between|of|or|that|who|which|"
    r"after|before|since|until|when|where|while|under|next|this|last|every|each|again|later|together|also)\b)[a-z]+"
)
_HOME = pattern(
    r"\b(?:Viet ?[Nn]am(?!ese)|[Ww]e|[Oo]ur (?:country|nation)|[Tt]he country)\b(?! International| People)"
)


def held(claimed: Claimed) -> Iterator[Finding]:
    """Claims that exchange who acts and on whom."""
    fact = claimed.record
    if not isinstance(fact, Fact) or not claimed.in_english:
        return
    claim = plain(fact.claim)
    if strange := _strange(claimed, claim):
        yield claimed.finding(
            ("claim",),
            "names-in-wrong-places",
            f"The claim says “{strange}”; no quote does.",
            "Say who does it, and to whom, as the quotes do.",
            value=fact.claim,
        )
        return
    for done in direction.acts(claim, _names(claimed, claim, _IN)):
        known = [(text, _names(claimed, text)) for text in claimed.texts]
        turned = direction.turned_noun if done.is_ else direction.turned
        told = [turned(done, text, names) for text, names in known]
        if all(one is None for one in told) and not done.same:
            told = [direction.order(done, text, names) for text, names in known]
        if all(one is None for one in told) and not done.same:
            told = [direction.only_where(done, known) or None]
        if True in told and False not in told:
            actor, other = _name(claimed, done.actor), _name(claimed, done.object)
            yield claimed.finding(
                ("claim",),
                "other-way-round",
                f"The claim says that {actor} {done.said} {other}; the quotes have them the other way round.",
                "Say who does it, and to whom, as the quotes do.",
                value=fact.claim,
            )
            return
    if owned := _owner_exchanged(claimed, claim):
        yield claimed.finding(
            ("claim",),
            "other-way-round",
            f"The claim says that {owned.said}; the quotes have it the other way round.",
            "Say who is what to whom as the quotes do.",
            value=fact.claim,
        )
        return
    if another := frames.of_another(claim, claimed.texts) or _of_another_government(claimed, claim):
        one, other = another
        yield claimed.finding(
            ("claim",),
            "said-of-another",
            f"The claim says this of “{one}”; the quotes say it of “{other}”.",
            "Say it of the one of whom the quotes do.",
            value=fact.claim,
        )
        return
    if said := clauses.exchanged(claim, claimed.texts):
        yield claimed.finding(
            ("claim",),
            "other-way-round",
            f"Beside “{said}”, the quotes have who does it and to whom the other way round.",
            "Say who does it, and to whom, as the quotes do.",
            value=fact.claim,
        )


def _of_another_government(claimed: Claimed, claim: str) -> tuple[str, str] | None:
    """Who does a thing in a claim, and the capital whose government alone does it in the quotes."""
    done = [act for text in claimed.texts for act in capitals.acts(text)]
    said = frames.done(claim) if done else None
    if said is None:
        return None
    subject, verb = said
    names = _all_names(claimed, subject)
    by = {_country(claimed, name.ident) for name in names}
    others = [name for country, name, stem in done if stem == verb and country not in by]
    same = [country for country, _, stem in done if stem == verb and country in by]
    printed = sum(len(polarity.verbs(text).get(verb, ())) for text in claimed.texts)
    if len(by) != 1 or same or not others or printed > len(others):
        return None
    return claim[: len(subject)], others[0]


def _country(claimed: Claimed, ident: str) -> str:
    """The code by which capitals are known."""
    entry = claimed.library.partners.get(ident)
    return (entry.record.iso or entry.record.name) if entry else "VN"


_POSSESSED = pattern(r"(?:is|are|was|were|has been|bec[ao]me|remains?|remained)\b[^.;]{0,40}'s? ")


def _owner_exchanged(claimed: Claimed, claim: str) -> direction.Done | None:
    """What a claim calls one the other's, where the quotes call the other one's so: "India's supplier"."""
    if not _POSSESSED.search(claim):
        return None
    said = {
        (one.verb, one.actor, one.object): one for one in direction.owned(claim, _all_names(claimed, claim))
    }
    there = {
        (one.verb, one.actor, one.object)
        for text in claimed.texts
        for one in direction.owned(text, _all_names(claimed, text))
    }
    turned = (
        one for key, one in said.items() if key not in there and (one.verb, one.object, one.actor) in there
    )
    return next(turned, None) if not any(key in there for key in said) else None


def _all_names(claimed: Claimed, text: str) -> list[Mention]:
    """Every partner and this country, whatever is theirs."""
    homes = (Mention(HOME, *home.span()) for home in _HOME.finditer(text))
    return sorted([*lexicon(claimed.library).partners.find(text), *homes], key=lambda name: name.start)


def _strange(claimed: Claimed, claim: str) -> str:
    """A country or an organisation with an office, or beside itself: "President ASEAN", "Laos and Laos"."""
    partners = lexicon(claimed.library).partners
    homes = (home for home in _homes(claim) if claim[home.start] == "V")
    names = sorted([*partners.find(claim), *homes], key=lambda name: name.start)
    for name in names:
        office = _OFFICE.search(claim, 0, name.start)
        words = claim[office.start() : name.end] if office else ""
        if office and not _OF_ANOTHER.match(claim, name.end) and not any(words in q for q in claimed.texts):
            return words
    for one, other in itertools.pairwise(names):
        words = claim[one.start : other.end]
        same = claim[one.start : one.end] == claim[other.start : other.end]
        if (
            same
            and _BESIDE.fullmatch(claim, one.end, other.start)
            and not any(words in q for q in claimed.texts)
        ):
            return words
    return ""


@lru_cache(maxsize=64)
def _homes(text: str) -> Sequence[Mention]:
    return [Mention(HOME, *home.span()) for home in _HOME.finditer(text)]


def _names(claimed: Claimed, text: str, place: re.Pattern[str] = _TO) -> list[Mention]:
    names = lexicon(claimed.library)
    found = [*names.partners.find(text), *names.people.find(text)]
    found += _homes(text)
    actors = [
        mention
        for mention in found
        if not _OF_ANOTHER.match(text, mention.end)
        and not (
            mention.ident == HOME
            and place.search(text, 0, mention.start)
            and not (place is _IN and _BEFORE_NOUN.match(text, mention.end))
        )
    ]
    return sorted(actors, key=lambda mention: mention.start)


def _name(claimed: Claimed, ident: str) -> str:
    library = claimed.library
    entry = library.partners.get(ident) or library.people.get(ident)
    return str(entry.record.name) if entry else "Vietnam"
