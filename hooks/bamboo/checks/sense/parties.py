"""Between whom a tier of relations or an agreement is: the quotes do not give it to two others."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Library
from bamboo.reading import parties
from bamboo.reading.mentions import Mention, lexicon


def held(claimed: Claimed) -> Iterator[Finding]:
    """Tiers and agreements of Vietnam that the quotes have between others only."""
    fact = claimed.record
    if not isinstance(fact, Fact) or not claimed.in_english:
        return
    finder = lexicon(claimed.library)
    tier = fact.relation.tier if fact.relation else ""
    for path, text in claimed.sentences:
        for thing in _things(claimed.library, text):
            names = finder.partners.find(text)
            is_own = parties.own(text, thing, names) or (
                thing.ident == tier and not parties.others(text, thing, names)
            )
            if is_own and (said := _of_others(claimed, thing)):
                yield claimed.finding(
                    path,
                    "between-others",
                    f"`{path[0]}` says “{text[thing.start : thing.end]}” of Vietnam; the quotes say it of "
                    f"others: “{said}”.",
                    "Say between whom it is, as the quotes do; a `relation` is Vietnam's own.",
                    value=text,
                )
                return


def _of_others(claimed: Claimed, thing: Mention) -> str:
    """What the quotes say of it, where each time they say it of others; else ""."""
    finder = lexicon(claimed.library).partners
    told = [
        (text, other)
        for text in claimed.texts
        for other in _things(claimed.library, text)
        if other.ident == thing.ident
    ]
    if all(parties.others(text, other, finder.find(text)) for text, other in told):
        return next((f"{_before(text, other)}{text[other.start : other.end]}" for text, other in told), "")
    return ""


def _before(text: str, thing: Mention) -> str:
    """Some words before it."""
    before = text[max(0, thing.start - 60) : thing.start]
    return before if thing.start <= 60 else f"…{before.partition(' ')[2]}"


def _things(library: Library, text: str) -> list[Mention]:
    """The tiers and agreements that a text speaks of."""
    return [*lexicon(library).tiers.find(text), *parties.agreements(text)]
