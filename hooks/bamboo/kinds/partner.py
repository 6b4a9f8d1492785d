"""Partners: whom Vietnam deals with."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from bamboo.data import rules
from bamboo.data.fields import Id, Line, OneOf, Ref, Shape
from bamboo.data.proof import Naming, Sorting, Unproven
from bamboo.data.records import Name, Record
from bamboo.kinds.base import Kind, Published, Sort
from bamboo.kinds.expansion import EXPANDED, Origin, expanded_by
from bamboo.kinds.overview import Sentence

PartnerId = Annotated[str, Id, Ref(("partners",))]
HOME_ID = "vietnam"  # whom a person acts for who acts for no partner
NOBODY = "nobody"  # of a person who acts for no state and no body
HomeId = Annotated[str, Id, Ref(("partners",), also=(HOME_ID, NOBODY))]

# In the order of pages.
SORTS = (
    Sort(
        "country",
        "Countries",
        "Country",
        gap="A gap for a country means that no statement about that year names it; what there was between it "
        "and Vietnam then stays open",
    ),
    Sort(
        "organisation",
        "Organisations",
        "Organization",
        gap="A gap for an organisation means that no statement about that year names it; what Vietnam did "
        "there then stays open",
    ),
    Sort(
        "group",
        "Groups, forums and regions",
        "Thing",
        gap="A gap for a group, forum or region means that no statement about that year names it as such, "
        "even where statements name some who belong to it",
    ),
    Sort(
        "company",
        "Companies",
        "Organization",
        gap="A gap for a company means that no statement about that year names it; what dealings it had with "
        "Vietnam then stays open",
    ),
)

Iso = Annotated[str, Shape(r"[A-Z]{2}", "two capital letters such as AU (ISO 3166-1)")]


class Partner(Record):
    """A country, organisation, company or group that Vietnam deals with. Its tier is computed from facts."""

    name: Naming[Line]
    """Name in English, as the sources print it."""
    kind: Sorting[Annotated[str, OneOf(tuple(sort.name for sort in SORTS))]]
    """What it is; `group` is for blocs, forums and regions."""
    iso: Annotated[Iso | None, Unproven("the rule on countries looks it up")] = None
    """ISO 3166-1 code of a country; brings its usual names in English and Vietnamese."""
    expansion: Naming[Line | None] = None
    """What an acronym is short for."""
    expansion_by: Sorting[Origin | None] = None
    """Who says so, where there is an expansion: a `source` that prints it, or the `editor`."""
    also_known_as: list[Name] = []
    """Other names, printed in sources or likely to be searched for."""
    not_meant: Naming[list[Line]] = []
    """Longer names that contain one of its names and are not it: "Ho Chi Minh City" is no person."""
    overview: list[Sentence] = []
    """What the sources say about it in two to seven sentences, each with the claims it rests on."""

    across = [
        rules.when(
            rules.having(kind={"const": "country"}), rules.having(iso=rules.given), rules.without("iso")
        ),
        EXPANDED,
    ]

    @model_validator(mode="after")
    def _iso_is_for_countries(self) -> Partner:
        if (self.kind == "country") != (self.iso is not None):
            raise ValueError("`iso` for a country, and for nothing else")
        return self

    @model_validator(mode="after")
    def _expansion_has_its_author(self) -> Partner:
        expanded_by(self.expansion, self.expansion_by)
        return self


PARTNERS = Kind(
    name="partners",
    record=Partner,
    one="partner",
    label="partner",
    section="Partners",
    address="partners",
    template="partner.md.jinja",
    asked="relations relationship partner diplomatic",
    proper=True,
    published=Published(spellings=True),
    sorts=SORTS,
    sought=True,
)
