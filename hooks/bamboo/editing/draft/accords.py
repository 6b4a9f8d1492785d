"""What a passage says has become of an agreement, where it names one and says one thing."""

from __future__ import annotations

from collections.abc import Sequence

from bamboo.checks.values.steps import said
from bamboo.kinds.library import Library
from bamboo.reading.mentions import plain


def progress(library: Library, words: str, kind: str, terms: Sequence[str]) -> dict[str, str] | None:
    """The values of the field `agreement` of a drafted fact of this kind that names these terms."""
    named = [term for term in terms if library.terms[term].record.kind == "agreement"]
    steps = said(plain(words))
    if kind != "agreement" or len(named) != 1 or len(steps) != 1:
        return None
    return {"term": named[0], "step": steps[0]}
