"""Who stands in a passage, in which role, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bamboo.evidence.locate import Span, seed_of
from bamboo.kinds.fact import Role
from bamboo.kinds.library import Library
from bamboo.reading.mentions import Mention, lexicon, plain
from bamboo.reading.roles import stands_with

# Words of which one makes a run of capitalised words a role.
OFFICES = (
    "Minister|President|Secretary|Chairman|Chairwoman|Chairperson|Chair|Spokeswoman|Spokesman|Spokesperson|"
    "spokeswoman|spokesman|spokesperson|Ambassador|Director|Premier|Chancellor|King|Queen|Sultan|Speaker|"
    "Governor|Commissioner|Director-General|Consul|General"
)
_RUN = r"(?:(?:[A-Z][\w.'-]*|spokes\w+|and|of|the|for),? )*"
_BEFORE = re.compile(rf"(?P<role>{_RUN})(?:(?:Mr|Mrs|Ms|Dr)\. )?$")
_AFTER = re.compile(r",? (?:\(\w+\) )?(?P<role>[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|and|of|the|for))*)")
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

    @classmethod
    def of(cls, library: Library, source: str) -> Speakers:
        """The people whom the text names in full; later it may print the last part of a name alone."""
        seed = seed_of(library, source)
        assert seed is not None
        text = plain(seed.text)
        named = {m.ident: text[m.start : m.end] for m in reversed(lexicon(library).people.find(text))}
        return cls(tuple((ident, _attribution(name)) for ident, name in sorted(named.items())))

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
        rf"|\b(?:{_SAID}|[Dd]irected by|[Aa]ccording to) (?:[A-Z]\w* )*{who}\b"
    )


def roles(library: Library, text: str) -> Iterator[Role]:
    """The people named in `text`, each once, with the role that is printed with the name."""
    read = plain(text)
    mentions = lexicon(library).people.find(read)
    for ident in dict.fromkeys(mention.ident for mention in mentions):
        printed = (_role(read, mentions, mention) for mention in mentions if mention.ident == ident)
        role = next((words for words in printed if words), None)
        yield Role(person=ident, **({"as": role} if role else {}))


def _role(text: str, mentions: tuple[Mention, ...], mention: Mention) -> str | None:
    """The longest run of words that is printed as a role directly with a name."""
    if before := _BEFORE.search(text, max(0, mention.start - 120), mention.start):
        words = before["role"].rstrip(", ").split(" ")
        for first in range(len(words)):
            role = " ".join(words[first:])
            if _is_role(role) and stands_with(text, mentions, mention.ident, role):
                return role
    if after := _AFTER.match(text, mention.end):
        words = after["role"].split(" ")
        for last in range(len(words), 0, -1):
            role = " ".join(words[:last])
            if _is_role(role) and stands_with(text, mentions, mention.ident, role):
                return role
    return None


def _is_role(role: str) -> bool:
    return bool(
        role[:1].isupper()
        and re.search(rf"\b(?:{OFFICES})\b", role)
        and role.split(" ")[-1] not in ("and", "of", "the", "for")
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
        if role := _role(text, mentions, mention):
            start = text.rfind(role, 0, mention.start)
            if start >= 0 and mention.start - start < len(role) + 8:
                return Span(origin[start], origin[mention.end - 1] + 1)
    return Span(origin[own[0].start], origin[own[0].end - 1] + 1) if own else None
