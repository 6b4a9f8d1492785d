"""Facts: one claim each, with the quotes that prove it."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, model_validator

from bamboo.data import rules
from bamboo.data.fields import Line, OneOf, Period, Yes
from bamboo.data.proof import Filed, Held, Quoted, Remark, Sorting, Speaking, Through, Unproven
from bamboo.data.records import Difference, Quote, Record
from bamboo.kinds.base import Kind
from bamboo.kinds.changes import CHANGE
from bamboo.kinds.claims import FACT_KINDS, SPOKEN
from bamboo.kinds.partner import PartnerId
from bamboo.kinds.person import PersonId, SpeakerId
from bamboo.kinds.steps import STEP
from bamboo.kinds.term import AgreementId, TermId, TierId
from bamboo.kinds.theme import ThemeId


class Relation(Record):
    """The tier of relations that a fact states."""

    partner: Annotated[PartnerId, Through("partners")]
    """With whom."""
    tier: Annotated[TierId, Held("both")]
    """A term of kind tier."""
    change: Annotated[
        str,
        OneOf(tuple(CHANGE)),
        Unproven("a rule of its own reads the verbs of the quotes"),
    ]
    """What the sources say happened; `planned`: it is to come; `stated`: they only say that it is so."""


class Progress(Record):
    """What became of an agreement. Its parties are the partners of the fact."""

    term: Annotated[AgreementId, Through("terms")]
    """A term of kind agreement."""
    step: Annotated[
        str,
        OneOf(tuple(STEP)),
        Unproven("a rule of its own reads the verbs of the quotes"),
    ]
    """How far it came by this fact."""


class Role(Record):
    """A person in a fact."""

    person: Annotated[PersonId, Held(complete=True)]
    """Who."""
    as_: Annotated[Line | None, Held(person="person")] = None
    """The role as the quote prints it."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Fact(Record):
    """One claim, with the quotes that prove it."""

    title: Annotated[Line | None, Through("claim")] = None
    """A short form of a claim that is longer than 60 characters, for lists, tabs and search hits."""
    claim: Quoted[Line]
    """One sentence in the editors' words, true to the quotes: no wider and no narrower. Who says so is not
    in it but in `said_by`."""
    kind: Sorting[Annotated[str, OneOf(FACT_KINDS)]]
    """What kind of claim it is."""
    when: Annotated[Period, Held("sentence")]
    """What time the claim is about (EDTF), not when it was printed."""
    themes: Filed[list[ThemeId]]
    """Theme ids; the first is the main one."""
    partners: Annotated[list[PartnerId], Held("sources", complete=True)] = []
    """Ids of the partners it is about; the quotes of each source name each."""
    people: list[Role] = []
    """The people it is about, its speaker too, with their roles as printed."""
    terms: Annotated[list[TermId], Held("either")] = []
    """Ids of the terms it is about."""
    relation: Relation | None = None
    """Only for kind relation: partner, tier and change."""
    agreement: Progress | None = None
    """Only for kind agreement: the agreement and how far it came."""
    said_by: Annotated[list[SpeakerId], Speaking(("people", "partners", "terms"))] = []
    """Who says so: ids of people, partners, institutions (terms), or of a source that speaks for itself. Not
    left out for an assessment, a policy or a plan."""
    evidence: list[Quote]
    """The quotes that prove it, at least one."""
    differs: list[Difference] = []
    """How the quotes differ, where they do."""
    note: Remark[Line | None] = None
    """A remark of the editors."""
    draft: Sorting[Yes | None] = None
    """`true` where a program proposed the fact and no editor has confirmed it; then the line is deleted."""

    across = [
        rules.having(evidence=rules.filled, themes=rules.filled),
        rules.when(
            rules.having(kind={"const": "relation"}),
            rules.having(relation=rules.given),
            rules.without("relation"),
        ),
        rules.when(rules.having(kind={"const": "agreement"}), {}, rules.without("agreement")),
        rules.when(rules.having(kind={"enum": list(SPOKEN)}), rules.having(said_by=rules.filled)),
    ]

    @model_validator(mode="after")
    def _is_whole(self) -> Fact:
        if not self.evidence:
            raise ValueError("at least one quote in `evidence`")
        if not self.themes:
            raise ValueError("at least one theme in `themes`")
        if (self.kind == "relation") != (self.relation is not None):
            raise ValueError(
                "`relation` with partner, tier and change for kind relation, and for no other kind"
            )
        if self.agreement is not None and self.kind != "agreement":
            raise ValueError("`agreement` for kind agreement, and for no other kind")
        if self.kind in SPOKEN and not self.said_by:
            a = "an" if self.kind == "assessment" else "a"
            raise ValueError(f"`said_by`, since {a} {self.kind} names its speaker")
        return self


FACTS = Kind(
    name="facts",
    record=Fact,
    one="fact",
    label="fact",
    section="Facts",
    address="facts",
    template="fact.md.jinja",
    holds_claims=True,
    used=False,
    by_year=True,
)
