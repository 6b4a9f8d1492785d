"""Themes: subjects under which the editors file claims."""

from __future__ import annotations

from typing import Annotated

from bamboo.data.fields import Id, Line, Ref
from bamboo.data.proof import Filed, Naming, Remark
from bamboo.data.records import Name, Record
from bamboo.kinds.base import Kind
from bamboo.kinds.overview import Sentence

ThemeId = Annotated[str, Id, Ref(("themes",))]


class Theme(Record):
    """A subject under which claims are filed."""

    name: Naming[Line]
    """Name as a heading."""
    summary: Remark[Line]
    """What is filed here, in one or two sentences."""
    also_known_as: list[Name] = []
    """Other words people look for."""
    related: Filed[list[ThemeId]] = []
    """Ids of neighbouring themes."""
    overview: list[Sentence] = []
    """What the sources say about it in two to seven sentences, each with the claims it rests on."""


THEMES = Kind(
    name="themes",
    record=Theme,
    one="theme",
    label="theme",
    section="Themes",
    address="themes",
    template="theme.md.jinja",
    asked="theme topic subject",
    schema_org="CollectionPage",
)
