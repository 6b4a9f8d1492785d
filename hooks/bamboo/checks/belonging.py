"""A person acts for the country or body that texts print with the name: "President of China Xi Jinping"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bamboo.data.locations import Finding
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.person import Person
from bamboo.reading import sentences
from bamboo.reading.mentions import Mention, lexicon, plain

RULE = "value"
HOME = "vietnam"

# What may be between a country and the name of somebody who acts for it, before and after the name.
_BEFORE = re.compile(
    r"(?:'s)?(?: (?:[A-Z][\w.'’-]*|of|the|and|for|[a-z]+woman|[a-z]+man|president|minister),?)*,? $"
)
_AFTER = re.compile(
    r"(?:,? of (?:the )?| \((?:the )?|, (?:the |who is )?(?:[A-Z][\w.'-]* |of |the |and |for )*)$"
)
# "Ambassador to Norway" acts for another country.
_ELSEWHERE = re.compile(r"\b(?:to|in|at|with|from)(?: the)? $")


def check(library: Library) -> Iterator[Finding]:
    """People whom texts print with another country, or with none, than `of` says."""
    yield from library.each("belonging", library.people.values(), _person)


def _person(library: Library, entry: Entry[Person]) -> Iterator[Finding]:
    of, names = entry.record.of, lexicon(library)
    printed, beside, named = set[str](), set[str](), False
    for seed in library.seeds.values():
        text = plain(seed.text)
        people = [mention for mention in names.people.find(text) if mention.ident == entry.id]
        named = named or bool(people)
        for start, end in sentences.spans(text) if people else ():
            partners = [one for one in names.partners.find(text) if start <= one.start < end]
            for person in (one for one in people if start <= one.start < end):
                printed |= {one.ident for one in partners if _with(text, one, person)}
                if not re.search(r"\bViet ?[Nn]am", text[start:end]):
                    beside |= {one.ident for one in partners}
    countries = {one for one in printed if library.partners[one].record.kind == "country"}
    if of in printed or not named or (of == HOME and not countries) or (of in beside and not printed):
        return
    said = ", ".join(sorted(countries or printed)) or "none"
    yield Finding(
        entry.document.location("of"),
        RULE,
        f"`of` is {of}; of countries and bodies, the texts print {said} with the name.",
        f"Write `of: {min(countries)}`." if countries else "Correct it: `vietnam`, or whom the texts name.",
        code="other-country",
        path=("of",),
        value=of,
    )


def _with(text: str, partner: Mention, person: Mention) -> bool:
    if partner.end <= person.start:
        return bool(
            _BEFORE.fullmatch(text, partner.end, person.start)
            and not _ELSEWHERE.search(text, max(0, partner.start - 12), partner.start)
        )
    return bool(_AFTER.fullmatch(text, person.end, partner.start))
