"""Every source and every claim as CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.cite import files as cite
from bamboo.exports import citations
from bamboo.exports.format import File, Format, Given


def _files(given: Given) -> Iterator[File]:
    yield citations.file(given, FORMAT, 2, cite.listed)


FORMAT = Format(
    name="CSL-JSON",
    ending="csl.json",
    media_type="application/vnd.citationstyles.csl+json",
    explanation="Every source (its `id` begins with `source-`) and every claim (`bamboo-`) for citation "
    f"programs, as CSL-JSON. A date that is not stated is left out. {citations.SHARED}",
    files=_files,
)
