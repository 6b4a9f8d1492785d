"""The data page: every file of public data, and each format explained in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from bamboo.exports.format import Format, Made
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.site.blocks.links import Link

_CODE = re.compile("`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """A file in the table of files."""

    address: str
    description: str
    count: str


@dataclass(frozen=True, slots=True)
class Series:
    """Files of one form, such as the tables of figures."""

    label: str
    count: str
    files: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A format: its name and media type, what it is, and each kind of its files with its fields."""

    name: str
    media_type: str
    explanation: Markup
    parts: tuple[tuple[Markup, Markup], ...]
    standard: Link | None


@dataclass(frozen=True, slots=True)
class DataPage:
    """All of the page."""

    files: tuple[Row, ...]
    series: tuple[Series, ...]
    formats: tuple[Explained, ...]
    qualifiers: Markup


def data(made: Sequence[Made]) -> DataPage:
    """The page of the files that were made."""
    files: list[Row] = []
    series: dict[str, list[Row]] = {}
    for file in (file for one in made for file in one.files):
        group = series.setdefault(file.one_of, []) if file.one_of else files
        group.append(Row(file.address, file.description, file.count))
    return DataPage(
        files=tuple(files),
        series=tuple(
            Series(label[:1].upper() + label[1:], str(len(rows)), tuple(rows))
            for label, rows in series.items()
        ),
        formats=tuple(_explained(one.format) for one in made),
        qualifiers=_code(", ".join(QUALIFIERS)),
    )


def _explained(form: Format) -> Explained:
    return Explained(
        name=form.name,
        media_type=form.media_type,
        explanation=_coded(form.explanation),
        parts=tuple((_code(part.name), _coded(part.explanation)) for part in form.parts),
        standard=Link(*form.standard) if form.standard else None,
    )


def _coded(text: str) -> Markup:
    """Text in which words between backticks are code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def _code(names: str) -> Markup:
    """Names of files or fields, a comma between them, each as code."""
    return Markup(", ").join(Markup("<code>{}</code>").format(name) for name in names.split(", "))
