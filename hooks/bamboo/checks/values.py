"""What a fact states can be read in its quotes: dates, numbers, partners, people, roles, tier and terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from bamboo.data.locations import Finding, Location, shorten
from bamboo.data.records import references
from bamboo.evidence.proof import Proof, Wanted
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Entry, Library
from bamboo.reading import days, phrases
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.roles import stands_with

RULE = "value"
# A number inside a name: G20, P4G, DK1, the NQ of 36-NQ/TW left aside. Ordinals are numbers.
_CODE = re.compile(r"\b(?!\d+(?:st|nd|rd|th)\b)(?=[A-Za-z]*\d)(?=\d*[A-Za-z])\w+")
WIDEN = "Correct it, quote more words, or add the passage that says it as `context`."


def check(library: Library) -> Iterator[Finding]:
    """Every fact whose sources can be read."""
    for entry in library.facts.values():
        if readable(library, entry):
            proof = Proof.of(library, entry.record.evidence)
            yield from _dates(entry, proof)
            yield from _numbers(library, entry, proof)
            yield from _codes(entry, proof)
            yield from _partners(library, entry, proof)
            yield from _people(library, entry, proof)
            yield from _terms(library, entry, proof)


def readable(library: Library, entry: Entry[Any]) -> bool:
    """Whether all that a record refers to was read: a missing card or partner is a finding of its own."""
    return all(
        target in ref.also or any(target in library.of(kind) for kind in ref.kinds)
        for _, ref, target in references(entry.record)
    )


def listed(said: Collection[str]) -> str:
    """What was read instead, for a message."""
    shown = ", ".join(f"“{shorten(text, 40)}”" for text in list(said)[:6])
    return shown + (" …" if len(said) > 6 else "") if said else "nothing of the kind"


def _dates(entry: Entry[Fact], proof: Proof) -> Iterator[Finding]:
    when, claim = days.of_edtf(entry.record.when), plain(entry.record.claim)
    stated = [(date, claim[date.start : date.end]) for date in days.read(claim)]
    unread = [said for date, said in stated if not proof.says_date(date)]
    for said in unread:
        yield Finding(
            entry.document.location("claim"),
            RULE,
            f"The claim says “{said}”; the quotes say {listed(proof.dates())}.",
            WIDEN,
        )
    for year, said, words in phrases.years(claim):
        better = proof.better_year(year, words)
        if better and said == str(year) and said not in unread:  # a day is looked for as a whole
            yield Finding(
                entry.document.location("claim"),
                RULE,
                f"The claim says “{said}”; the quotes say “{better}” of it.",
                WIDEN,
            )
    dated = [(date, said) for date, said in stated if date.first.year]
    if not proof.says_date(when):
        yield Finding(
            entry.document.location("when"),
            RULE,
            f"`when` is {entry.record.when}; the quotes say {listed(proof.dates())}.",
            WIDEN,
        )
    elif dated and not unread and not any(days.meets(date, when) for date, _ in dated):
        yield Finding(
            entry.document.location("when"),
            RULE,
            f"`when` is {entry.record.when}; the claim says {listed([said for _, said in dated])}.",
            "Correct one of the two.",
        )


def _numbers(library: Library, entry: Entry[Fact], proof: Proof) -> Iterator[Finding]:
    # "The highlights article said": a source's name is no word of what is counted.
    cards = [library.sources[quote.source] for quote in entry.record.evidence]
    names = phrases.words(" ".join(card.record.short_name for card in cards))
    for figure, words in phrases.read(plain(entry.record.claim)):
        wanted = Wanted(figure.value, (figure.kind,), words - names, whole=figure.part == "whole")
        found, better = proof.matches(wanted)
        same = [other for other in found if other.qualifier == figure.qualifier]
        if same and not better:
            continue
        said = [better] if better else found or proof.figures()
        yield Finding(
            entry.document.location("claim"),
            RULE,
            f"The claim says “{figure.text}”; the quotes say {listed([other.text for other in said])}.",
            WIDEN,
        )


def _codes(entry: Entry[Fact], proof: Proof) -> Iterator[Finding]:
    printed = {code for text in proof.texts for code in _CODE.findall(text)}
    for code in _CODE.findall(plain(entry.record.claim)):
        if code not in printed:
            yield Finding(
                entry.document.location("claim"),
                RULE,
                f"The claim says “{code}”; the quotes say {listed(sorted(printed))}.",
                WIDEN,
            )


def _names(
    entry: Entry[Fact],
    field: str,
    finder: Finder,
    stated: dict[str, tuple[Location, str]],
    proof: Proof,
    unnamed: Collection[str] = (),
) -> Iterator[Finding]:
    """A list, the claim and the quotes name the same records; those in `unnamed` need not be in the claim."""
    mentions = finder.find(plain(entry.record.claim))
    claimed, quoted = {mention.ident for mention in mentions}, finder.ids(proof.texts)
    for ident, (location, name) in stated.items():
        if ident not in quoted:
            yield Finding(location, RULE, f"`{field}` has {name}; no quote names it.", WIDEN)
        elif ident not in claimed and ident not in unnamed:
            yield Finding(
                location,
                RULE,
                f"`{field}` has {name}; the claim does not name it.",
                f"Name it in the claim, or take it out of `{field}`.",
            )
    # A name that two records share is listed with one of them.
    meant = {mention.start for mention in mentions if mention.ident in stated}
    for ident in sorted({mention.ident for mention in mentions if mention.start not in meant}):
        yield Finding(
            entry.document.location("claim"),
            RULE,
            f"The claim names `{ident}`; `{field}` does not have it.",
            f"Add `{ident}` to `{field}`, or correct the claim.",
        )


def _partners(library: Library, entry: Entry[Fact], proof: Proof) -> Iterator[Finding]:
    stated = {
        ident: (entry.document.location("partners", index), library.partners[ident].record.name)
        for index, ident in enumerate(entry.record.partners)
    }
    yield from _names(entry, "partners", lexicon(library).partners, stated, proof)
    relation = entry.record.relation
    if relation and relation.partner not in entry.record.partners:
        yield Finding(
            entry.document.location("relation", "partner"),
            RULE,
            f"`relation` has {relation.partner}; `partners` does not.",
            "Name the same partner in both.",
        )


def _people(library: Library, entry: Entry[Fact], proof: Proof) -> Iterator[Finding]:
    finder = lexicon(library).people
    stated = {
        role.person: (
            entry.document.location("people", index, "person"),
            library.people[role.person].record.name,
        )
        for index, role in enumerate(entry.record.people)
    }
    yield from _names(entry, "people", finder, stated, proof, unnamed=entry.record.said_by)
    for index, role in enumerate(entry.record.people):
        if role.as_:
            printed = [
                stands_with(text, finder.find(text), role.person, plain(role.as_)) for text in proof.texts
            ]
            if not any(printed):
                yield Finding(
                    entry.document.location("people", index, "as"),
                    RULE,
                    f"`as` is “{shorten(role.as_, 60)}”; no quote prints it directly with the name of "
                    f"{library.people[role.person].record.name}.",
                    "Copy the whole role as printed beside the name.",
                )
    sources = {quote.source for quote in entry.record.evidence}
    for index, speaker in enumerate(entry.record.said_by):
        if speaker in library.people and speaker not in stated:
            reason = "`people` does not have this speaker"
        elif speaker in library.sources and speaker not in sources:
            reason = "no quote is from this source"
        else:
            continue
        yield Finding(
            entry.document.location("said_by", index), RULE, f"`said_by` has `{speaker}`; {reason}.", WIDEN
        )


def _terms(library: Library, entry: Entry[Fact], proof: Proof) -> Iterator[Finding]:
    names, claim = lexicon(library), plain(entry.record.claim)
    everywhere = (*proof.texts, claim)
    said, tiers = names.terms.ids(everywhere), names.tiers.ids(everywhere)
    for index, ident in enumerate(entry.record.terms):
        if ident not in (tiers if library.terms[ident].record.kind == "tier" else said):
            yield Finding(
                entry.document.location("terms", index),
                RULE,
                f"`terms` has {library.terms[ident].record.name}; neither claim nor quotes name it.",
                f"Take it out, or add the name as printed to `also_known_as` of data/terms/{ident}.yml.",
            )
    relation = entry.record.relation
    if relation:
        for where, texts in (("the claim names", (claim,)), ("the quotes name", proof.texts)):
            if relation.tier not in (named := names.tiers.ids(texts)):
                yield Finding(
                    entry.document.location("relation", "tier"),
                    RULE,
                    f"`tier` is {relation.tier}; {where} {listed(sorted(named))}.",
                    "Name the tier as the quotes do.",
                )
