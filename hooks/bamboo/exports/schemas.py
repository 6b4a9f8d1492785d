"""JSON Schema of the records that editors write, from which all public data is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from bamboo.exports.format import FOLDER, File, Format, Given
from bamboo.kinds import schema


def _files(given: Given) -> Iterator[File]:
    for name, text in given.graph.part("schemas", "all", lambda _: schema.schemas()).items():
        yield File(
            f"{FOLDER}/schema/{name}",
            f"the fields of {_where(name)}",
            text.encode("utf-8"),
            one_of="a schema for each kind of record that editors write",
        )


def _where(name: str) -> str:
    """What files a schema is for."""
    kind = PurePosixPath(name).stem
    return "data/moved.yml" if kind == "moved" else f"the files in data/{kind}/"


FORMAT = Format(
    name="JSON Schema",
    ending="json",
    media_type="application/schema+json",
    explanation="JSON Schema (draft 7) of the files that editors write, from which all this is made: which "
    "fields a record has, what each means, and what it may hold.",
    files=_files,
    is_data=False,
)
