"""Each sentence of an overview says what the quotes of its claims say, names who says it, and is short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bamboo import kinds
from bamboo.checks.values.stated import quotes_of
from bamboo.checks.values.texts import unsaid
from bamboo.data import dates, english
from bamboo.data.locations import Finding
from bamboo.data.records import Quote, record_types
from bamboo.evidence.proof import Proof
from bamboo.kinds.base import Kind
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.home import HOME
from bamboo.kinds.indicator import observation_id
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.overview import Sentence
from bamboo.reading.mentions import Finder, lexicon, plain

RULE = "overview"

# What a reader takes in as one paragraph, and as one list of findings.
MOST_WORDS, MOST_IN_ALL = 35, 150
SENTENCES = (2, 7)
FINDINGS = (3, 6)


def check(library: Library) -> Iterator[Finding]:
    """Overviews of every kind of record that has one, and the findings of the home page."""
    for kind in kinds.ALL:
        for name, info in kind.record.model_fields.items():
            if Sentence in record_types(info.annotation):
                for entry in library.all(kind).values():
                    sentences = getattr(entry.record, name)
                    if sentences and _readable(library, sentences):
                        yield from _whole(library, kind, entry, name, sentences)


def _readable(library: Library, sentences: Sequence[Sentence]) -> bool:
    """Whether every claim and every source behind was read: what is missing is a finding of its own."""
    claims = {ident for sentence in sentences for ident in sentence.rests_on}
    return all(ident in library.facts or ident in library.observations for ident in claims) and all(
        quote.source in library.sources for s in sentences for quote in _behind(library, s).quotes
    )


@dataclass(frozen=True)
class _Behind:
    """What proves one sentence: the quotes, who speaks in them, and the ids that its claims list."""

    quotes: tuple[Quote, ...]
    speakers: frozenset[str]
    listed: frozenset[str]
    spoken: bool


def _whole(
    library: Library, kind: Kind[Any], entry: Entry[Any], name: str, sentences: Sequence[Sentence]
) -> Iterator[Finding]:
    least, most = FINDINGS if kind is HOME else SENTENCES
    many = sum(len(sentence.says.split()) for sentence in sentences)
    location = entry.document.location(name)
    if not least <= len(sentences) <= most:
        yield Finding(
            location,
            RULE,
            f"`{name}` has {english.counted(len(sentences), 'sentence')}; expected {least} to {most}.",
            "Join, split or leave out sentences.",
            code="number-of-sentences",
        )
    if many > MOST_IN_ALL:
        yield Finding(
            location,
            RULE,
            f"`{name}` has {many} words; expected {MOST_IN_ALL} at most.",
            "Keep what matters most.",
            code="too-long",
        )
    every = [_behind(library, sentence) for sentence in sentences]
    for index, (sentence, behind) in enumerate(zip(sentences, every, strict=True)):
        for message, hint, code in _sentence(library, sentence, behind):
            path = (name, index, "says")
            place = entry.document.location(*path)
            yield Finding(place, RULE, message, hint, code=code, path=path, value=sentence.says)
    if kind is not HOME and not any(entry.id in behind.listed for behind in every):
        yield Finding(
            location,
            RULE,
            f"No claim under `rests_on` in `{name}` is about `{entry.id}`.",
            "Rest a sentence on a claim that lists it.",
            code="other-subject",
        )


def _behind(library: Library, sentence: Sentence) -> _Behind:
    quotes: list[Quote] = []
    speakers: set[str] = set()
    listed: set[str] = set()
    said = []
    for ident in sentence.rests_on:
        if ident in library.facts:
            fact = library.facts[ident].record
            quotes += fact.evidence
            speakers |= {*fact.said_by}
            listed |= {*fact.partners, *fact.themes, *fact.terms, *fact.said_by}
            listed |= {role.person for role in fact.people}
            listed |= {fact.relation.partner, fact.relation.tier} if fact.relation else set()
            listed |= {str(year) for year in dates.years(fact.when)}
            said.append(fact.kind in SPOKEN)
        elif ident in library.observations:
            entry = library.observations[ident]
            record = entry.record
            listed |= {entry.id, *record.partners, *record.themes, *record.terms}
            for row in record.observations:
                if observation_id(entry.id, row.period) == ident:
                    quotes += quotes_of(row)
                    listed |= {str(year) for year in dates.years(row.period)}
            said.append(False)
    return _Behind(tuple(quotes), frozenset(speakers), frozenset(listed), bool(said) and all(said))


def _sentence(library: Library, sentence: Sentence, behind: _Behind) -> Iterator[tuple[str, str, str]]:
    """What is wrong with one sentence: message, fix and code."""
    text, words = plain(sentence.says), len(sentence.says.split())
    if words > MOST_WORDS:
        yield (
            f"The sentence has {words} words; expected {MOST_WORDS} at most.",
            "Make it two, or leave out what matters less.",
            "sentence-too-long",
        )
    proof = Proof.of(library, behind.quotes)
    cards = {quote.source: library.sources[quote.source].record.short_name for quote in behind.quotes}
    for said, instead in unsaid(text, proof, cards.values()):
        yield (
            f"The sentence says “{said}”; the quotes of its claims say {instead}.",
            "Correct it, or add the claim that says it to `rests_on`.",
            "not-said",
        )
    names = lexicon(library)
    for finder in (names.partners, names.people, names.tiers):
        for said in _unnamed(finder, text, proof, behind):
            yield (
                f"The sentence names {said}; no quote of its claims does.",
                "Correct it, or add the claim that names it to `rests_on`.",
                "not-named",
            )
    if behind.spoken and not _names_a_speaker(library, text, behind):
        speakers = ", ".join(sorted(behind.speakers))
        yield (
            f"The sentence rests only on what {speakers} says, and names no speaker.",
            "Name who says it, a person or the source by its short name.",
            "no-speaker",
        )


def _unnamed(finder: Finder, text: str, proof: Proof, behind: _Behind) -> Iterator[str]:
    """Names in a sentence that neither its quotes nor the lists of its claims have."""
    known = finder.ids(proof.texts) | behind.listed
    mentions = finder.find(text)
    meant = {mention.start for mention in mentions if mention.ident in known}
    for mention in mentions:
        if mention.start not in meant:
            yield text[mention.start : mention.end]


def _names_a_speaker(library: Library, text: str, behind: _Behind) -> bool:
    """Whether a person who speaks, or the short name of a source that does, is in the sentence."""
    if lexicon(library).people.ids([text]) & behind.speakers:
        return True
    cards = [library.sources[ident].record for ident in behind.speakers if ident in library.sources]
    return any(plain(card.short_name).casefold() in text.casefold() for card in cards)
