"""A span of a seed as a passage of a record: its words, and the words beside it where they stand twice."""

from __future__ import annotations

import re

from bamboo.data.records import Passage
from bamboo.data.seed import Seed, fold_text
from bamboo.evidence.locate import Span, locate

_FURTHEST = 12  # words beside a quote that may be needed to tell its places apart


def passage(seed: Seed, span: Span) -> Passage | None:
    """The passage that is found at `span` and nowhere else; None where no words beside it tell it apart."""
    quote = fold_text(seed.text[span.start : span.end])
    if _is_at(seed, found := Passage(quote=quote), span):
        return found
    before = fold_text(seed.text[max(0, span.start - 200) : span.start]).split(" ")
    after = fold_text(seed.text[span.end : span.end + 200]).split(" ")
    for many in range(1, _FURTHEST + 1):
        prefix, suffix = " ".join(before[-many:]), " ".join(after[:many])
        for sides in ({"prefix": prefix}, {"suffix": suffix}, {"prefix": prefix, "suffix": suffix}):
            found = Passage(quote=quote, **{side: words for side, words in sides.items() if words})
            if _is_at(seed, found, span):
                return found
    return None


def _is_at(seed: Seed, found: Passage, span: Span) -> bool:
    place = locate(seed, found)
    return isinstance(place, Span) and bool(re.fullmatch(r"\s*", seed.text[span.start : place.start]))
