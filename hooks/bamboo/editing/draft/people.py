"""Who says a passage, and where its text introduces that person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bamboo.editing.recognise import printed_role
from bamboo.evidence.locate import Span, seed_of
from bamboo.kinds.library import Library
from bamboo.reading.mentions import lexicon, plain

_SAID = (
    "said|says|told|stressed|stated|noted|added|affirmed|emphasi[sz]ed|announced|highlighted|acknowledged|held|"
    "went on|elaborated|underlined|underscored|asserted|declared|explained|remarked|called|pointed out"
)
_CAPITAL = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
_HE = re.compile(
    rf"\b(?:[Hh]e|[Ss]he),? (?:has |also |further )*(?:{_SAID})\b|\b[Aa]ccording to the (?:official|minister)"
)


@dataclass(frozen=True)
class Speakers:
    """Whom the sentences of one text are attributed to, in its order."""

    names: tuple[tuple[str, re.Pattern[str]], ...]
    printed: tuple[str, ...] = ()

    @classmethod
    def of(cls, library: Library, source: str) -> Speakers:
        """The people whom the text names in full; later it may print the last part of a name alone."""
        seed = seed_of(library, source)
        assert seed is not None
        text = plain(seed.text)
        named = {m.ident: text[m.start : m.end] for m in reversed(lexicon(library).people.find(text))}
        patterns = tuple((ident, _attribution(name)) for ident, name in sorted(named.items()))
        printed = {said for name in named.values() for said in (name, name.split()[-1])}
        return cls(patterns, tuple(sorted(printed)))

    def of_passage(self, text: str, last: str) -> str:
        """Id of the person who says `text`, or ""; `last` is whom the text before was attributed to."""
        read = plain(text)
        for ident, attribution in self.names:
            if attribution.search(read):
                return ident
        return last if _HE.search(read) else ""


def _attribution(name: str) -> re.Pattern[str]:
    who = rf"(?:{re.escape(name)}|{re.escape(name.split()[-1])})"
    return re.compile(
        rf"\b{who}(?: of (?:{_CAPITAL}))?,? (?:has |also |further )*(?:{_SAID})\b"
        rf"|^(?:[A-Z]\w* )*{who}: "
        rf"|\b(?:{_SAID}|[Dd]irected by|[Aa]ccording to) (?:[A-Z]\w* )*{who}\b"
    )


def introduction(library: Library, source: str, person: str) -> Span | None:
    """Where a text first names a person, with the role it prints there if it prints one."""
    seed = seed_of(library, source)
    assert seed is not None
    text = plain(seed.text)
    origin = seed.folded.origin[len(seed.folded.text) - len(seed.folded.text.lstrip()) :]
    mentions = lexicon(library).people.find(text)
    own = [mention for mention in mentions if mention.ident == person]
    for mention in own:
        if role := printed_role(text, mentions, mention):
            start = text.rfind(role, 0, mention.start)
            if start >= 0 and mention.start - start < len(role) + 8:
                return Span(origin[start], origin[mention.end - 1] + 1)
    return Span(origin[own[0].start], origin[own[0].end - 1] + 1) if own else None
