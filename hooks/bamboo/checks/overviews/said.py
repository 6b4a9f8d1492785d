"""What a sentence of an overview says: its dates, numbers and denials are those of its claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bamboo.checks.overviews.told import Told, sources
from bamboo.checks.sense import periods
from bamboo.checks.values.stated import listed
from bamboo.checks.values.texts import unsaid
from bamboo.data import english
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.evidence.proof import Proof
from bamboo.kinds.claims import OBSERVATION
from bamboo.reading import phrases
from bamboo.reading.mentions import lexicon

_NEGATION = pattern(r"\b(?:not|no|never|none|neither|nor|without|cannot)\b|n't\b", re.IGNORECASE)
# Said as a time: "the 1982 Convention" and "Goals 2030" are names.
_YEAR = pattern(r"(?:\b(?:[Ii]n|of|for|by|since|until|on \d\d? [A-Z][a-z]+) |^)((?:19|20)\d\d)\b")


def said(told: Told) -> Iterator[Finding]:
    """Dates and numbers are those of the quotes and claims; nothing is denied that no claim denies."""
    unread = [*unsaid(told.without_sources, told.proof)]
    for words, instead in unread:
        yield told.finding("not-said", f"The sentence says “{words}”; the quotes say {instead}.")
    if not unread:
        yield from _years(told)
        if widened := periods.widened(told.without_sources, told.proof.passages):
            figure, months = widened
            yield told.finding(
                "not-said", f"The sentence says “{figure}” of the year; the quotes say it of “{months}”."
            )
    yield from _figures(told)
    denied = _NEGATION.findall(told.text)
    if denied and len(denied) > sum(len(_NEGATION.findall(text)) for text in told.statements):
        yield told.finding("denied", f"The sentence says “{denied[0]}”; its claims do not.")


def _years(told: Told) -> Iterator[Finding]:
    """The years are those of the claims, each of them; a sentence begins with its first claim."""
    named = [int(year) for year in _YEAR.findall(told.without_sources)]
    about = {year for one in told.claims for year in one.about}
    first = told.claims[0]
    if named and about.isdisjoint(named):
        times = english.listed(map(str, sorted(about)))
        yield told.finding("not-said", f"The sentence says {named[0]}; its claims are about {times}.")
    elif len({*named}) < min(len(named), len(about)):
        other = min(about.difference(named))
        yield told.finding("not-said", f"The sentence says {named[0]} twice; a claim is about {other}.")
    elif named and told.text.startswith(f"In {named[0]}") and named[0] not in first.years:
        yield told.finding(
            "not-said", f"The sentence begins in {named[0]}; its first claim is about {first.when}."
        )
    else:
        yield from _better_years(told)


def _better_years(told: Told) -> Iterator[Finding]:
    """Years that another claim than theirs has most words of."""
    for year, printed, words in phrases.years(told.without_sources):
        if all(year in one.years for one in told.claims):
            continue
        scored = [(len(words & one.words), one.when, year in one.years) for one in told.claims]
        own = max((score for score, _, same in scored if same), default=0)
        score, when, same = max(scored)
        if not same and own < 2 <= score and printed == str(year):
            yield told.finding("not-said", f"The sentence says “{printed}”; a claim says {when} of it.")


def _figures(told: Told) -> Iterator[Finding]:
    """Values that differ by a qualifier are shown so; a source's value is as that source has it."""
    reports = [report for one in told.claims if one.kind == OBSERVATION.name for report in one.quotes]
    figures = [figure for figure, _ in phrases.read(told.without_sources)]
    if not figures:
        return
    read = [
        (report.source, figure) for report in reports for figure in Proof.of(told.library, [report]).figures()
    ]
    printed = {(figure.value, figure.kind, figure.qualifier) for _, figure in read}
    several = Counter((value, kind) for value, kind, _ in printed)
    said_twice = Counter((figure.value, figure.kind, figure.qualifier) for figure in figures)
    for (value, kind, _), times in said_twice.items():
        if times > 1 and several[value, kind] > 1:
            yield told.finding(
                "not-said", f"The sentence says {english.number(int(value))} in one way; its sources differ."
            )
    named = {mention.ident for mention in sources(told.library).find(told.text)}
    people = lexicon(told.library).people.ids([told.text])
    if people:
        named |= {ident for ident, card in told.library.sources.items() if card.record.speaker in people}
    if len(named) != 1:
        return
    own = [figure for source, figure in read if source in named]
    for figure in figures:
        same = [f for f in own if (f.value, f.kind) == (figure.value, figure.kind)]
        if same and figure.qualifier not in {f.qualifier for f in same}:
            instead = listed([f.text for f in same])
            yield told.finding(
                "not-said", f"The sentence says “{figure.text}”; the source it names says {instead}."
            )
