"""Who belongs to an organisation: to speak at a forum is not to be a member of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.reading import sentences
from bamboo.reading.mentions import Mention, lexicon

_SAYS = pattern(
    r"\b(?:members? of|membership (?:of|in)|belong(?:s|ed|ing)? to|acced(?:ed|es|ing) to|admitted (?:in)?to|"
    r"joined|joins) (?:the )?$"
)
# "Joined ASEAN in calling for peace" is no accession; nor is what is done at a meeting of that name.
_NOT_IT = pattern(r"[ -][A-Z]|'s?\b|-| (?:in|to) [a-z]+ing\b")
_HEARD = pattern(
    r"\b(?:member|join|acced|accession|belong|seat\b|elect|admi(?:t|ssion)|accept|enter(?:ed|s|ing)?\b|entry\b|"
    r"part of\b|serv(?:ed|es|ing)\b|sits?\b|assum|accred|found(?:ed|er|ing)\b)"
)
_TAKES_PART = pattern(r"\bparticipat\w+ in (?!.*\b(?:such as|like|while|platforms?|forums?)\b)[^;]*$")
_ITS = pattern(r"(?:'s?)? (?:countr|state|nation)")


def held(claimed: Claimed) -> Iterator[Finding]:
    """Members of an organisation that the quotes only name beside other things."""
    if not claimed.in_english:
        return
    for path, text in claimed.sentences:
        if "memb" not in text and "join" not in text and "belong" not in text and " to " not in text:
            continue
        for name in _names(claimed, text):
            said = _SAYS.search(text, 0, name.start)
            if said and not _NOT_IT.match(text, name.end) and not _is_heard(claimed, name.ident):
                yield claimed.finding(
                    path,
                    "no-member",
                    f"`{path[0]}` says “{text[said.start() : name.end]}”; no quote says who belongs to it.",
                    "Say what is done there, as the quotes do.",
                    value=text,
                )
                return


def _is_heard(claimed: Claimed, ident: str) -> bool:
    """Whether a sentence with a name says that somebody belongs to it, or no sentence has the name."""
    found = False
    for text in claimed.texts:
        for start, end in sentences.spans(text):
            here = [one for one in _names(claimed, text) if one.ident == ident and start <= one.start < end]
            if not here:
                continue
            if _HEARD.search(text, start, end) or any(
                _ITS.match(text, one.end) or _TAKES_PART.search(text[start : one.start]) for one in here
            ):
                return True
            found = True
    return not found


def _names(claimed: Claimed, text: str) -> Sequence[Mention]:
    names = lexicon(claimed.library)
    return [*names.partners.find(text), *names.terms.find(text)]
