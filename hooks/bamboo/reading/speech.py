"""Whether a text says that a person says something: "Son said", "according to Son", "a speech by Son"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bamboo.data.patterns import pattern
from bamboo.reading.mentions import Mention

_VERBS = (
    r"(?:said|says|saying|told|tells|wrote|writes|stated|states|noted|notes|added|adds|affirm(?:s|ed|ing)|"
    r"confirm(?:s|ed)|stress(?:es|ed|ing)|emphasi[sz](?:es|ed|ing)|highlight(?:s|ed|ing)|declare[sd]|"
    r"announc(?:es|ed|ing)|report(?:s|ed)|mention(?:s|ed)|argue[sd]|point(?:s|ed) out|expect(?:s|ed)|"
    r"believe[sd]?|"
    r"consider(?:s|ed)|direct(?:s|ed)|recall(?:s|ed)|call(?:s|ed) (?:for|on)|reaffirm(?:s|ed)|"
    r"reiterate[sd]?|"
    r"underlin(?:es|ed)|underscore[sd]|express(?:es|ed|ing)|explain(?:s|ed)|suggest(?:s|ed)|propos(?:es|"
    r"ed)|urge[sd]|"
    r"warn(?:s|ed)|hope[sd]|predict(?:s|ed)|spoke|speaks|speaking|assess(?:es|ed)|observe[sd]|vow(?:s|ed)|"
    r"request(?:s|ed)|thank(?:s|ed)|conclude[sd]|remark(?:s|ed)|comment(?:s|ed)|answer(?:s|ed)|replied|"
    r"asserts?|asserted|"
    r"claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed) that|advis(?:es|ed)|recommend(?:s|ed)|instruct(?:s|"
    r"ed)|outlin(?:es|ed)|"
    r"deliver(?:s|ed|ing)?|address(?:es|ed|ing)?|promis(?:es|ed)|pledg(?:es|ed)|review(?:s|ed)|shar(?:es|"
    r"ed))"
)
# Between a name and what its bearer does: a country, an office, a place, a helping verb. An interview has a
# colon after the name.
_AFTER = pattern(
    rf": |(?:'s)?(?: of (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){{0,3}})?"
    rf"(?:,? \([^)]*\))?(?:, [^,.;]{{1,90}},)?(?: (?:has|had|have|also|then|later|further|again|"
    rf"once|strongly|clearly|"
    rf"who|and))* {_VERBS}\b"
)
_BEFORE = pattern(
    rf"(?:(?:[Aa]ccording to|[Ii]n the words of|[\"'”] by|(?:speech|remarks|address|message|report|words|"
    rf"statement|interview|article|review|"
    rf"conclusion|directives?|letter|post|view)s?"
    rf" (?:\w+ )?(?:of|by|with|from)|(?:delivered|given|made|issued|written|directed|said|stated|noted|"
    rf"stressed|highlighted) by|{_VERBS})"
    r"(?: (?:the|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|its|also))*(?: (?:[A-Z][\w.'’&-]*|of|and|the|for))*,? )$"
)
_ACCORDING = pattern(r"(?i:according to)(?: (?:the|(?:[A-Z][\w.'’&-]*)|of|and|for))* $")
_GIVEN = pattern(
    r"(?:(?:speech|remarks|address|statement|lecture|interview)s? (?:\w+ )?(?:delivered|given|made) by|"
    r"\b[Aa]s (?:directed|stated|noted|stressed|emphasi[sz]ed|said|put) by"
    r")(?: (?:the|(?:[A-Z][\w.'’&-]*)|of|and|for))* $"
)
_SAID_THAT = pattern(
    r"(?: (?:has|had|also|then))* (?:said|says|stated?s?|noted|announced|declared|stressed|affirmed) that\b"
)
# What is no saying beside another who says that something is so.
_THANKED = pattern(r" (?:thanked|addressed|reviewed|praised|called on) ")
# Where a new clause begins that is nobody's words: "he said it, while Minister Son said".
_ANEW = pattern(r"(?:[.;]|, (?:and|but)|,? (?:while|whereas)) (?:[A-Z][\w.-]* |the |its |of |for ){0,6}$")
_LEAD = 200  # characters before quotation marks in which it is said whose words they hold
_POSSESSED = pattern(
    r"'s? (?:\w+ ){0,2}(?:speech|remarks|address|message|words|statement|directives?|view|letter|review|"
    r"thoughts|opinion)"
)


def says(text: str, people: Iterable[Mention], person: str) -> bool:
    """Whether a plain text says in so many words that a person says something."""
    return any(
        _AFTER.match(text, mention.end)
        or _ACCORDING.search(text, max(0, mention.start - 90), mention.start)
        or _GIVEN.search(text, max(0, mention.start - 120), mention.start)
        for mention in people
        if mention.ident == person
    )


def shares(text: str, people: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    """Each one who is named before what he says, in order, with the words up to the next one who speaks.

    Who says something in the words of another is no speaker of the text.
    """
    speaking: list[Mention] = []
    for mention in people:
        if _AFTER.match(text, mention.end) and (not speaking or _ANEW.search(text, 0, mention.start)):
            speaking.append(mention)
    ends = [*(mention.start for mention in speaking[1:]), len(text)]
    for mention, end in zip(speaking, ends, strict=False):  # of none there is one end
        yield mention.ident, text[mention.end : end]


def says_that(text: str, names: Iterable[Mention], name: str) -> bool:
    """Whether a plain text says of a body that it says something: anybody may write of a promise."""
    return any(_SAID_THAT.match(text, mention.end) for mention in names if mention.ident == name)


def open_quotation(text: str) -> str:
    """What a plain text says before the quotation marks in which it ends; "" where it ends in none."""
    parts = text.split('"')
    return '"'.join(parts[:-1])[-_LEAD:] if len(parts) % 2 == 0 else ""


def speaks(text: str, people: Iterable[Mention], person: str) -> bool:
    """The same, or that what it gives comes from that person: a message, a speech."""
    people = [*people]
    if any(mention.ident != person and says_that(text, people, mention.ident) for mention in people):
        people = [mention for mention in people if not _THANKED.match(text, mention.end)]
    return any(
        _AFTER.match(text, mention.end)
        or _POSSESSED.match(text, mention.end)
        or _BEFORE.search(text, max(0, mention.start - 160), mention.start)
        for mention in people
        if mention.ident == person
    )
