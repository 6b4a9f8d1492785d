"""Every source and every claim as BibTeX."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.cite import files as cite
from bamboo.exports import citations
from bamboo.exports.format import File, Format, Given


def _files(given: Given) -> Iterator[File]:
    yield citations.file(given, FORMAT, 0, cite.paragraphs)


FORMAT = Format(
    name="BibTeX",
    ending="bib",
    media_type="application/x-bibtex",
    explanation="Every source (its key begins with `source-`) and every claim (`bamboo-`) for a reference "
    "manager, as BibTeX with BibLaTeX's `date` and `langid`. A date that is not stated is left out: styles "
    "write n.d. themselves. In titles, braces are round names, which keep their capital letters. "
    f"{citations.SHARED}",
    files=_files,
)
