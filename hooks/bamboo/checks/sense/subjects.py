"""Who acts: where a claim names two with a verb between them, the quotes have them the same way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.kinds.fact import Fact
from bamboo.reading import direction
from bamboo.reading.mentions import Mention, lexicon, plain

# This site's own country has no record; a text that speaks for it says "we".
HOME = "vietnam"
# "Laos's", "ASEAN Future Forum": what belongs to them acts, not they.
_OF_ANOTHER = re.compile(r"'|-| (?:[A-Z]|and [A-Z]\w+ (?:leaders|companies))")
_TO = re.compile(r"\b(?:to|in|into|from) $")
_HOME = re.compile(
    r"\b(?:Viet ?[Nn]am(?!ese)|[Ww]e|[Oo]ur (?:country|nation)|[Tt]he country)\b(?! International| People)"
)


def held(claimed: Claimed) -> Iterator[Finding]:
    """Claims that exchange who acts and on whom."""
    fact = claimed.record
    if not isinstance(fact, Fact) or not claimed.in_english:
        return
    claim = plain(fact.claim)
    for done in direction.acts(claim, _names(claimed, claim)):
        known = [(text, _names(claimed, text)) for text in claimed.texts]
        told = [direction.turned(done, text, names) for text, names in known]
        if all(one is None for one in told):
            told = [direction.order(done, text, names) for text, names in known]
        if all(one is None for one in told):
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


def _names(claimed: Claimed, text: str) -> list[Mention]:
    names = lexicon(claimed.library)
    found = [*names.partners.find(text), *names.people.find(text)]
    found += [Mention(HOME, *home.span()) for home in _HOME.finditer(text)]
    actors = [
        mention
        for mention in found
        if not _OF_ANOTHER.match(text, mention.end)
        and not (mention.ident == HOME and _TO.search(text, 0, mention.start))
    ]
    return sorted(actors, key=lambda mention: mention.start)


def _name(claimed: Claimed, ident: str) -> str:
    library = claimed.library
    entry = library.partners.get(ident) or library.people.get(ident)
    return str(entry.record.name) if entry else "Vietnam"
