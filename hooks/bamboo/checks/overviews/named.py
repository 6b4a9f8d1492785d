"""Whom a sentence of an overview names: those of its claims, in their parts, with their tiers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bamboo.checks.overviews.told import Told, sources
from bamboo.checks.values.stated import listed
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.person import PEOPLE, SPEAKERS
from bamboo.kinds.term import TERMS
from bamboo.reading.mentions import Finder, Mention, lexicon

# Who speaks is named with such a word.
_VERBS = (
    r"(?:said|says|told|wrote|writes|counted|counts|called|calls|named|names|affirmed|affirms|added|adds|"
    r"announced|expected|expects|sees|saw|stressed|noted|described|describes|considers|considered|directed|"
    r"spoke|spoken)\b"
)
_SAYING = pattern(rf"\b{_VERBS}")
_SAYING_AFTER = pattern(
    rf"(?:,? [^,]{{1,80}},)?(?: (?:has|had|also|again))* {_VERBS}|'s? (?:words|view|directives)"
)
_SAYING_BEFORE = pattern(
    rf"\b(?:{_VERBS}|according to|by|(?:words|view|message|speech) of) "
    r"(?:(?:and|,|[A-Z][\w.'-]*|of|the)[ ,]*)*$"
)
# Words that make another tier of a tier's name: "global strategic partnership", "strategic and …".
_OTHER_TIER = pattern(r"\b(?:(?:global|comprehensive|strategic)(?: and)? )+$", re.IGNORECASE)
# What is between a partner and its tier: "Brazil [to a] strategic partnership", "partnerships [with] Brazil".
_TO = pattern(r"(?:,| and| with| of| the| [A-Z][\w'-]*)* to (?:an? )?")
_WITH = pattern(r"s?(?: have| has| had| been)* with ")


def named(told: Told) -> Iterator[Finding]:
    """Partners, people and sources: those of the claims. Who only speaks is named as a speaker."""
    names = lexicon(told.library)
    for finder, known in (
        (names.partners, told.of("partners")),
        (names.people, told.of("people")),
        (sources(told.library), {quote.source for quote in told.quotes}),
    ):
        yield from _strangers(told, finder, known)
    acting = names.people.ids(told.statements)
    for mention in names.people.find(told.without_sources):
        only_speaks = mention.ident in told.of("said_by") - acting
        if only_speaks and not _speaks(told.without_sources, mention):
            name = told.without_sources[mention.start : mention.end]
            yield told.finding("name", f"The sentence names “{name}”, who only says so in its claims.")


def _strangers(told: Told, finder: Finder, known: Collection[str]) -> Iterator[Finding]:
    mentions = finder.find(told.text)
    # A name that two records share is meant as the one that the claims have.
    meant = {mention.start for mention in mentions if mention.ident in known}
    for name in dict.fromkeys(told.text[m.start : m.end] for m in mentions if m.start not in meant):
        yield told.finding("name", f"The sentence names “{name}”; none of its claims does.")


def _speaks(text: str, mention: Mention) -> bool:
    after, before = _SAYING_AFTER.match(text, mention.end), _SAYING_BEFORE.search(text[: mention.start])
    return bool(after or before)


def spoken(told: Told) -> Iterator[Finding]:
    """What is only said has its speaker; and no source says what a person says."""
    found = sources(told.library).find(told.text)
    unsaid = {q.source for one in told.claims if not one.of("said_by") for q in one.quotes}
    for one in told.claims:  # a text that reports a person there does not speak for itself here
        unsaid -= {q.source for q in one.quotes if one.of("said_by") and q.source not in one.of("said_by")}
    for mention in found:
        if mention.ident not in told.of("said_by") | unsaid and _speaks(told.text, mention):
            name = told.text[mention.start : mention.end]
            yield told.finding(
                "speaker", f"In the sentence “{name}” says so; in its claims somebody else does."
            )
    if not all(one.kind in SPOKEN for one in told.claims) and not _SAYING.search(told.text):
        return  # what happened, and what is planned beside it
    names = lexicon(told.library)
    people = {
        ident
        for kind in (PEOPLE, PARTNERS, TERMS)
        for ident in names.finder(kind).ids([told.without_sources])
    }
    for one in told.claims:
        if one.kind in SPOKEN and one.of("said_by").isdisjoint({*people, *(m.ident for m in found)}):
            first = one.record.said_by[0]
            kind = next(kind for kind in SPEAKERS if first in told.library.of(kind))
            person = told.library.of(kind)[first] if kind != "sources" else None
            name = person.record.name if person else told.library.sources[first].record.short_name
            yield told.finding(
                "speaker",
                f"The sentence does not name {name}, who says `{one.ident}`.",
                f"Name the speaker: “…, {name} said.”" if person else f"Name the source: “…, says {name}.”",
            )


def tiers(told: Told) -> Iterator[Finding]:
    """A tier is that of a claim; a claim on a tier has its partner and its tier."""
    names = lexicon(told.library)
    mentions = names.tiers.find(told.text)
    said = {mention.ident for mention in mentions}
    known = {tier for tier in told.of("terms") if told.library.terms[tier].record.kind == "tier"}
    known |= names.tiers.ids(told.statements)
    for tier in sorted(said - known):
        stated = listed(sorted(known))
        yield told.finding("tier", f"The sentence names the tier {tier}; its claims name {stated}.")
    texts = [text.lower() for text in (*told.proof.texts, *told.statements)]
    for mention in mentions:
        longer = _OTHER_TIER.search(told.text[: mention.start])
        phrase = told.text[longer.start() if longer else mention.start : mention.end].lower().rstrip("s")
        if longer and not any(phrase in text for text in texts):
            yield told.finding("tier", f"The sentence says “{phrase}”; no claim and no quote does.")
    partners, pairs = names.partners.ids([told.text]), dict(_pairs(told, mentions))
    for one in told.claims:
        relation = getattr(one.record, "relation", None)
        own = {relation.tier} if relation else one.of("terms") & known
        if said and len(own) == 1 and own.isdisjoint(said):
            yield told.finding("tier", f"The sentence leaves out the tier {min(own)} of `{one.ident}`.")
        if relation and partners and relation.partner not in partners:
            yield told.finding("name", f"The sentence leaves out {relation.partner}, on whose tier it rests.")
        if relation and (other := pairs.get(relation.partner, relation.tier)) != relation.tier:
            yield told.finding(
                "tier", f"The sentence gives {relation.partner} the tier {other}, its claim {relation.tier}."
            )


def _pairs(told: Told, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Each partner with the tier that the sentence gives it: "with A and B to TIER", "TIER with C and D"."""
    for partner in lexicon(told.library).partners.find(told.text):
        before = [tier for tier in mentions if tier.end <= partner.start]
        after = [tier for tier in mentions if tier.start >= partner.end]
        if after and _TO.fullmatch(told.text, partner.end, after[0].start):
            yield partner.ident, after[0].ident
        elif before and _WITH.match(told.text, before[-1].end):
            yield partner.ident, before[-1].ident
