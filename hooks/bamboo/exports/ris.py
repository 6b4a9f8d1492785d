"""Every source and every claim as RIS."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.cite import files as cite
from bamboo.exports import citations
from bamboo.exports.format import File, Format, Given


def _files(given: Given) -> Iterator[File]:
    yield citations.file(given, FORMAT, 1, cite.paragraphs)


FORMAT = Format(
    name="RIS",
    ending="ris",
    media_type="application/x-research-info-systems",
    explanation="Every source (its `ID` begins with `source-`) and every claim (`bamboo-`) for a reference "
    f"manager, as RIS. A date that is not stated is left out. {citations.SHARED}",
    files=_files,
)
