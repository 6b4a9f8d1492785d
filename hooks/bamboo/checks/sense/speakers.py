"""Who speaks: the person to whom a quote gives the words, or the text itself where it gives them to none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from bamboo import kinds
from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.data.records import Quote
from bamboo.evidence.locate import Span, locate_all, seed_of
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.kinds.person import SPEAKERS
from bamboo.reading import phrases, speech
from bamboo.reading.mentions import Finder, Mention, lexicon, plain

Says = Callable[[str, Iterable[Mention], str], bool]

_BEFORE = 1200  # characters before a quote in which its speaker may have been named


def held(claimed: Claimed) -> Iterator[Finding]:
    """Speakers whom no quote lets speak, texts that let somebody else speak, quotes without a speaker."""
    fact = claimed.record
    if isinstance(fact, Fact) and fact.said_by:
        found = [*_wrong(claimed, fact)]
        yield from found or _nobody(claimed, fact)


def _wrong(claimed: Claimed, fact: Fact) -> Iterator[Finding]:
    library, said_by = claimed.library, fact.said_by
    listed = {role.person for role in fact.people}
    for at, speaker in enumerate(said_by):
        if speaker not in library.sources and not any(
            _lets_speak(claimed, q, speaker) for q in fact.evidence
        ):
            yield claimed.finding(
                ("said_by", at),
                "not-speaking",
                f"`said_by` has {speaker}; neither a quote nor the text before it says that "
                f"{'this person' if speaker in library.people else 'this body'} speaks.",
                "Name the one who speaks; add the words that name the speaker as `context`.",
                value=speaker,
            )
        elif other := _share_of_another(claimed, speaker):
            yield claimed.finding(
                ("said_by", at),
                "share-of-another",
                f"`said_by` has {speaker}; the quotes have {other} say this, and {speaker} something else.",
                "Name the one who says it.",
                value=speaker,
            )
        elif speaker in library.sources and (
            person := _of_somebody_else(claimed, speaker, listed) or _of_a_body(claimed, fact, speaker)
        ):
            yield claimed.finding(
                ("said_by", at),
                "somebody-else",
                f"`said_by` has the text {speaker}; its words are those of {person}.",
                f"Write `said_by: [{person}]`." if len(said_by) == 1 else f"Write {person} instead.",
                value=speaker,
            )


def _nobody(claimed: Claimed, fact: Fact) -> Iterator[Finding]:
    library, said_by = claimed.library, fact.said_by
    # Who says that a thing happened may be given for some of its quotes alone.
    for number, quote in enumerate(fact.evidence) if fact.kind in SPOKEN else ():
        if quote.source not in said_by and not any(
            _lets_speak(claimed, quote, one) for one in said_by if one not in library.sources
        ):
            yield claimed.finding(
                ("said_by",),
                "nobody-speaks",
                f"Nobody in `said_by` says what quote {number + 1}, of {quote.source}, says.",
                "Add the one who speaks there, or the text itself where it speaks in its own voice.",
                value=quote.source,
            )
            return


def _of_somebody_else(claimed: Claimed, source: str, listed: Collection[str]) -> str:
    """The person to whom every quote of a text gives its words; "" where one is in the text's own voice."""
    speaker = claimed.library.sources[source].record.speaker
    found = [
        next((p for p in sorted(listed) if _speaks(claimed, q, p, speech.says) or _quoted(claimed, q, p)), "")
        or (speaker if speaker in listed else "")
        for q in claimed.quotes
        if q.source == source
    ]
    return str(found[0]) if found and all(found) else ""


def _of_a_body(claimed: Claimed, fact: Fact, source: str) -> str:
    """The partner that every quote of a text says something in so many words; "" where none does."""
    quotes = [quote for quote in claimed.quotes if quote.source == source]
    return next(
        (one for one in fact.partners if all(_speaks(claimed, q, one, speech.says_that) for q in quotes)),
        "",
    )


def _share_of_another(claimed: Claimed, speaker: str) -> str:
    """The one to whose words the claim is nearer, where the speaker says something else; "" where none is."""
    people = lexicon(claimed.library).people
    each = [one for text in claimed.texts for one in speech.shares(text, people.find(text))]
    if all(ident != speaker for ident, _ in each):
        return ""
    told = phrases.words(plain(claimed.record.claim))
    shares: dict[str, set[str]] = {}
    for ident, words in each:
        shares.setdefault(ident, set()).update(phrases.words(words) & told)
    other = max(shares, key=lambda ident: len(shares[ident]))
    return other if len(shares[other]) > len(shares[speaker]) and other not in claimed.record.said_by else ""


def _lets_speak(claimed: Claimed, quote: Quote, person: str) -> bool:
    card = claimed.library.sources[quote.source].record
    return card.speaker == person or _speaks(claimed, quote, person) or _before(claimed, quote, person)


def _finder(claimed: Claimed, speaker: str) -> Finder:
    """What finds the names of this speaker and its like."""
    kind = next(kind for kind in SPEAKERS if speaker in claimed.library.of(kind))
    return lexicon(claimed.library).finder(kinds.BY_NAME[kind])


def _speaks(claimed: Claimed, quote: Quote, person: str, by: Says = speech.speaks) -> bool:
    """Whether the quote or a context of it says that a person says something."""
    finder = _finder(claimed, person)
    texts = (plain(passage.in_english) for passage in (quote, *quote.context))
    return any(by(text, finder.find(text), person) for text in texts)


def _quoted(claimed: Claimed, quote: Quote, person: str) -> bool:
    """Whether the quote is of words in quotation marks that the text gives to a person before they open."""
    seed = seed_of(claimed.library, quote.source)
    for located in locate_all(claimed.library)[claimed.entry.file] if seed else ():
        if seed and located.passage is quote and isinstance(located.found, Span):
            line = seed.text[max(0, located.found.start - _BEFORE) : located.found.start].rpartition("\n")[2]
            opening = speech.open_quotation(plain(line))
            return bool(opening) and speech.says(opening, _finder(claimed, person).find(opening), person)
    return False


def _before(claimed: Claimed, quote: Quote, person: str) -> bool:
    """Whether the text lets a person speak around the quote, or shortly before it."""
    seed = seed_of(claimed.library, quote.source)
    if seed is None:
        return False
    finder = _finder(claimed, person)
    for located in locate_all(claimed.library)[claimed.entry.file]:
        if located.passage is quote and isinstance(located.found, Span):
            around = seed.text[max(0, located.found.start - _BEFORE) : located.found.end + 200]
            text = plain(around)
            return speech.speaks(text, finder.find(text), person)
    return False
