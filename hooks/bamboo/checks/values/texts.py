"""What a sentence says: its dates, numbers and codes can be read in the quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bamboo.checks.values.stated import RULE, WIDEN, Stated, Statement, listed
from bamboo.data.locations import Finding, shorten
from bamboo.data.patterns import pattern
from bamboo.evidence.proof import Proof, Wanted
from bamboo.kinds import qualifiers
from bamboo.kinds.fact import Fact
from bamboo.reading import codes, counted, days, meant, phrases, polarity, rates, tense
from bamboo.reading.days.day import next_day
from bamboo.reading.mentions import plain
from bamboo.reading.numbers import Figure
from bamboo.reading.numbers.figure import COUNT

_TWO = 2
_BOTH = pattern(r"\b(?:both|bilateral|each other)\b|\bhai (?:bên|nước)\b", re.IGNORECASE)


def held(stated: Stated) -> Iterator[Finding]:
    """A text that the quotes have to bear out."""
    called = stated.whole.called_by(stated.field)
    # "The highlights article said": a source's name is no word of what is counted.
    cards = [stated.library.sources[quote.source] for quote in stated.quotes]
    names = " ".join(card.record.short_name for card in cards)
    for said, instead in unsaid(plain(stated.field.value), stated.proof, names):
        yield stated.finding(f"The {called} says “{said}”; the quotes say {instead}.", WIDEN, code="not-said")


def turned(whole: Statement) -> Iterator[Finding]:
    """A claim that leaves out the "not", "refused to", "may" or "will" of its quotes, or adds one."""
    record = whole.entry.record
    if not isinstance(record, Fact):
        return
    texts = Proof.of(whole.library, whole.proven_by(whole.sentences[0])[0], translated=True).texts
    if found := polarity.turned_round(plain(record.claim), texts):
        said, printed = found
        yield Finding(
            whole.entry.document.location("claim"),
            RULE,
            f"The claim says “{said}”; the quotes say “{printed}”.",
            "Say whether it happened, as the quotes do.",
            code="turned",
            path=("claim",),
            value=record.claim,
        )


def unsaid(text: str, proof: Proof, leave_out: str = "") -> Iterator[tuple[str, str]]:
    """What a plain text says and its quotes do not, with what they say instead.

    Words of `leave_out` are no words of what a number counts.
    """
    yield from _dates(text, proof)
    yield from _numbers(text, proof, leave_out)
    yield from _codes(text, proof)


def dates_said(text: str) -> list[tuple[days.Printed, str]]:
    """The dates in a plain text, as read and as written."""
    return [(date, text[date.start : date.end]) for date in days.read(text)]


def _dates(text: str, proof: Proof) -> Iterator[tuple[str, str]]:
    told = dates_said(text)
    unread = [said for date, said in told if not proof.says_date(date) and not _in_period(date, told, proof)]
    yield from ((said, listed(proof.dates())) for said in unread)
    years = {date.last.year for date, _ in told if date.last.year}
    for year, said, words in phrases.years(text) if any(map(proof.prints_another_year, years)) else ():
        better = proof.better_year(year, words)
        if better and said == str(year) and said not in unread:  # a day is looked for as a whole
            yield said, f"“{better}” of it"


def _in_period(date: days.Printed, told: Iterable[tuple[days.Printed, str]], proof: Proof) -> bool:
    """Whether it is one of two days in a row, "2 and 3 November", of which the quotes say "2-3"."""
    beside = (other for other, _ in told if (other.start, other.end) == (date.start, date.end))
    first, *rest = sorted({date.first, *(other.first for other in beside)})
    return len(rest) == 1 and next_day(first) == rest[0] and proof.says_date(days.Printed(first, rest[0]))


def _numbers(text: str, proof: Proof, leave_out: str) -> Iterator[tuple[str, str]]:
    if not (figures := phrases.read(text)):
        return
    values = Counter((figure.value, figure.kind) for figure, _ in figures)
    no_words = phrases.words(leave_out)
    for figure, words in figures:
        nouns = phrases.nouns(text, figure)
        wanted = Wanted.of(figure, words - no_words, nouns)
        found, better = proof.matches(wanted)
        if figure.value == _TWO and figure.text.lower() == "two" and any(map(_BOTH.search, proof.texts)):
            continue
        rest = counted.all_but_one(figure, text)
        if rest is not None and {figure.value, rest} <= {other.value for other in proof.figures()}:
            continue
        alone = values[figure.value, figure.kind] == 1
        same = [
            other
            for other in found
            if figure.qualifier == other.qualifier or (alone and _expected_alike(figure, other, text, proof))
        ]
        if (better or not same) and not (not found and counted.in_texts(figure, text, proof.texts)):
            said = [better] if better else found or proof.figures()
            yield figure.text, listed([other.text for other in said])
        elif instead := rates.once(text, where := proof.where(found)) or rates.moved(text, figure, where):
            yield figure.text, f"“{instead}”"
        elif figure.kind == COUNT and nouns and (counted_there := proof.counts_otherwise(wanted, found)):
            yield f"{figure.text} {text[figure.end : figure.end + 30].strip()}", f"“{counted_there}”"


def _expected_alike(one: Figure, other: Figure, text: str, proof: Proof) -> bool:
    """Whether two numbers have the same qualifier where one of them is called expected elsewhere.

    Of a text with the same number twice, once expected, it would be open which of them that is said of.
    """
    if one.qualifier == qualifiers.expected(other.qualifier):
        return any(meant.puts_off(passage.text, passage.lang) for passage in proof.passages)
    return other.qualifier == qualifiers.expected(one.qualifier) and bool(tense.ahead(text))


def _codes(text: str, proof: Proof) -> Iterator[tuple[str, str]]:
    if not (said := codes.read(text)):
        return
    printed = {code for quote in proof.texts for code in codes.read(quote)}
    for code in said:
        if code not in printed:
            yield code, listed(sorted(printed))


def printed(stated: Stated) -> Iterator[Finding]:
    """A name that a quote prints as it is."""
    said = plain(str(stated.field.value)).casefold()
    if not any(said in text.casefold() for text in stated.proof.texts):
        yield stated.finding(
            f"`{stated.field.name}` is “{shorten(str(stated.field.value), 60)}”; no quote prints it.",
            WIDEN,
            code="not-printed",
        )
