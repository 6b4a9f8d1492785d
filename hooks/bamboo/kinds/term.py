"""Terms: named things such as tiers of relations, agreements, documents, events and places."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from bamboo.data import rules
from bamboo.data.fields import Id, Line, Number, OneOf, Ref
from bamboo.data.proof import Filed, Naming, Remark, Sorting
from bamboo.data.records import Name, Quote, Record
from bamboo.kinds.base import Kind, Sort
from bamboo.kinds.expansion import EXPANDED, Origin, expanded_by
from bamboo.kinds.overview import Sentence

TermId = Annotated[str, Id, Ref(("terms",))]
AgreementId = Annotated[str, Id, Ref(("terms",), sort="agreement")]
TierId = Annotated[str, Id, Ref(("terms",), sort="tier")]


# In the order of pages.
SORTS = (
    Sort("tier", "Tiers of relations", apart=True),
    Sort("agreement", "Agreements"),
    Sort("document", "Documents"),
    Sort("event", "Events"),
    Sort("programme", "Programmes"),
    Sort("concept", "Concepts"),
    Sort("place", "Places"),
    Sort("institution", "Institutions of Vietnam"),
    Sort("acronym", "Acronyms"),
)


class Definition(Record):
    """What a term means, and who says so."""

    origin: Sorting[Origin]
    """`source`: the quotes define it; `editor`: the editors' words, marked as such."""
    text: Remark[Line | None] = None
    """The editors' words."""
    evidence: list[Quote] = []
    """The quotes that define it."""

    across = [
        rules.when(rules.having(origin={"const": "source"}), rules.having(evidence=rules.filled)),
        rules.when(rules.having(origin={"const": "source"}), rules.without("text")),
        rules.when(rules.having(origin={"const": "editor"}), rules.having(text=rules.given)),
        rules.when(rules.having(origin={"const": "editor"}), rules.without("evidence")),
    ]

    @model_validator(mode="after")
    def _fits_its_origin(self) -> Definition:
        if self.origin == "source" and (self.text is not None or not self.evidence):
            raise ValueError("`evidence` and no `text`, since the origin is a source")
        if self.origin == "editor" and (self.text is None or self.evidence):
            raise ValueError("`text` and no `evidence`, since the origin is the editor")
        return self


class Term(Record):
    """A named thing: a tier of relations, an agreement, a document, an event, a place."""

    name: Naming[Line]
    """Name as the sources print it."""
    kind: Sorting[Annotated[str, OneOf(tuple(sort.name for sort in SORTS))]]
    """What it is; `institution` is for Vietnamese bodies of state and party."""
    rank: Sorting[Number | None] = None
    """Tiers only: their order on pages, chosen by the editors."""
    expansion: Naming[Line | None] = None
    """What an acronym is short for."""
    expansion_by: Sorting[Origin | None] = None
    """Who says so, where there is an expansion: a `source` that prints it, or the `editor`."""
    definition: Definition | None = None
    """What it means."""
    also_known_as: list[Name] = []
    """Other names."""
    not_meant: Naming[list[Line]] = []
    """Longer names that contain one of its names and are not it: "Ho Chi Minh City" is no person."""
    parent: Filed[TermId | None] = None
    """The term it is part of."""
    overview: list[Sentence] = []
    """What the sources say about it in two to seven sentences, each with its claims."""

    across = [EXPANDED]

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Term:
        expanded_by(self.expansion, self.expansion_by)
        return self


TERMS = Kind(
    name="terms",
    record=Term,
    one="term",
    label="term",
    section="Terms",
    address="terms",
    template="term.md.jinja",
    asked="term meaning definition",
    schema_org="DefinedTerm",
    sorts=SORTS,
    loose=True,
)
