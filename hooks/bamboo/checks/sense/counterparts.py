"""With whom something is agreed: not with those of whom another clause says that talks go on."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.fact import Fact
from bamboo.reading import sentences
from bamboo.reading.mentions import lexicon

_AGREED = pattern(
    r"\b(?:sign(?:ed|s|ing)|signature|conclu(?:ded|des|ding|sion)|ratif\w+|initialled|sealed|inked|"
    r"finali[sz]ed|agreed|reached|struck|completed)\b"
)
_WITH = pattern(r"\bwith [^;:]*$")
_TALKED = pattern(
    r"\b(?:negotiat\w+|talks?|discuss\w*|explor\w+|consult\w*|prepar\w+|propos\w+|seek(?:s|ing)?|sought)\b"
)
# Where a clause with a verb of its own begins.
_EDGE = pattern(
    r";|,? \b(?:while|whereas|but)\b|"
    r",? and (?=(?:(?:it|they|also|now|still) )?(?:is|are|was|were|has|have|[a-z]+ing|"
    r"began|started|opened|continued|continues|advanced|advances)\b)"
)


def held(claimed: Claimed) -> Iterator[Finding]:
    """Agreements with those with whom the quotes have negotiations only."""
    if not isinstance(claimed.record, Fact) or not claimed.in_english:
        return
    partners = lexicon(claimed.library).partners
    for path, text in claimed.sentences:
        agreed = _AGREED.search(text)
        if not agreed:
            continue
        for name in partners.find(text):
            beside = text[agreed.end() : name.start] if name.start > agreed.end() else ""
            if _WITH.search(beside) and not _EDGE.search(beside) and _only_talked(claimed, name.ident):
                yield claimed.finding(
                    path,
                    "agreed-with-another",
                    f"`{path[0]}` says “{agreed[0]}” with {text[name.start : name.end]}; the quotes "
                    "speak of negotiations there.",
                    "Say with whom it was agreed, as the quotes do.",
                    value=text,
                )
                return


def _only_talked(claimed: Claimed, ident: str) -> bool:
    """Whether every clause that names a partner is about negotiations, and about nothing agreed."""
    talked = False
    finder = lexicon(claimed.library).partners
    for text in claimed.texts:
        for start, end in sentences.spans(text):
            edges = [*_EDGE.finditer(text, start, end)]
            begins = [start, *(edge.end() for edge in edges)]
            ends = [*(edge.start() for edge in edges), end]
            for name in finder.find(text):
                if name.ident != ident or not start <= name.start < end:
                    continue
                clause = next(
                    text[b:e] for b, e in zip(begins, ends, strict=True) if name.start < e or e == end
                )
                if _AGREED.search(clause) or not _TALKED.search(clause):
                    return False
                talked = True
    return talked
