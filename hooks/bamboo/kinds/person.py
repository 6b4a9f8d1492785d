"""People: who acts and who speaks."""

from __future__ import annotations

from typing import Annotated

from bamboo.data.fields import Id, Line, Ref
from bamboo.data.proof import Filed, Naming
from bamboo.data.records import Name, Record
from bamboo.kinds.base import Kind
from bamboo.kinds.overview import Sentence
from bamboo.kinds.partner import HomeId

PersonId = Annotated[str, Id, Ref(("people",))]
# A country, an organisation or an institution of Vietnam speaks too, where no person does in its name.
SPEAKERS = ("people", "partners", "terms", "sources")
SpeakerId = Annotated[str, Id, Ref(SPEAKERS)]


class Person(Record):
    """A person named in the sources. Roles come from facts."""

    name: Naming[Line]
    """Name as the sources print it."""
    also_known_as: list[Name] = []
    """Other spellings, with and without Vietnamese diacritics."""
    not_meant: Naming[list[Line]] = []
    """Longer names that contain one of its names and are not it: "Ho Chi Minh City" is no person."""
    of: Filed[HomeId]
    """`vietnam`, the partner the person acts for, or `nobody`: an author, an artist, a scholar."""
    overview: list[Sentence] = []
    """What the sources say about the person in two to seven sentences, each with the claims it rests on."""


PEOPLE = Kind(
    name="people",
    record=Person,
    one="person",
    label="person",
    section="People",
    address="people",
    template="person.md.jinja",
    asked="person biography role title name",
    proper=True,
    schema_org="Person",
    sought=True,
)
