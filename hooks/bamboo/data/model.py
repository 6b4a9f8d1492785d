"""The records: the one place for fields, their order and meaning.

Ids are file names, so no record carries one. Every field has one type and lists are always lists.
Docstrings under fields are their documentation: JSON Schema takes them over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from bamboo.data import dates
from bamboo.data.fields import (
    ID_SHAPE,
    Edtf,
    HomeId,
    Kind,
    Language,
    Line,
    Number,
    PartnerId,
    PersonId,
    Ref,
    Shape,
    SourceId,
    SpeakerId,
    TermId,
    ThemeId,
    Yes,
)


class Record(BaseModel):
    """What all records share: unknown fields are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Name(Record):
    """Another name of something."""

    name: Line
    """The name as people write it."""
    lang: Language = "en"
    """Its language, where it is not English."""


class Passage(Record):
    """Words of a source, as in the W3C Web Annotation TextQuoteSelector."""

    quote: str
    """The words exactly as the seed prints them, misprints included; only white space may differ."""
    prefix: str | None = None
    """Words that stand directly before, where the quote stands at more than one place."""
    suffix: str | None = None
    """Words that stand directly after, likewise."""


class Quote(Passage):
    """A passage and the source that prints it."""

    source: SourceId
    """Id of the source."""
    context: list[Passage] = []
    """Further passages of the same source that the quote needs: who "he" is, which year it speaks of."""


class SetAside(Passage):
    """A passage that carries no claim."""

    reason: Literal["navigation", "heading", "credit", "transition", "repetition"]
    """Why nothing is claimed from it."""


class InLanguage(Passage):
    """A passage in another language than its source."""

    lang: Language
    """The passage's language."""


class Source(Record):
    """A card for one source text. What the text itself does not state is left out."""

    title: Line | None = None
    """Title as printed."""
    working_title: Line | None = None
    """The editors' name for a text that prints no title."""
    short_name: Line
    """The editors' short name for it, used where it stands in lists and notes."""
    publisher: Line | None = None
    """Who published it, as the text states."""
    authors: list[Line] = []
    """Authors as the text states; photographers are not authors."""
    translator: Line | None = None
    """Translator as the text states."""
    published: Edtf | None = None
    """Day of publication as the text states (EDTF)."""
    language: Language
    """Language of the text."""
    url: Annotated[str, Shape(r"https?://[^\s<>\"'`]+", "an address that begins with https://")] | None = None
    """Where it was published; left out if unknown, never guessed."""
    seed: Annotated[str, Shape(ID_SHAPE + r"\.txt", "the name of a file in seeds/ such as <id>.txt")]
    """File name of the text in seeds/."""
    sha256: Annotated[str, Shape(r"[0-9a-f]{64}", "the 64 hexadecimal digits of the seed's SHA-256")]
    """Checksum of that file."""
    about: Edtf | None = None
    """Period the text is about (EDTF)."""
    speaker: PersonId | None = None
    """The person whose words the text reports, if it is one."""
    display: Literal["full", "cited"] = "full"
    """`cited` shows only the quoted passages and their surroundings."""
    note: Line | None = None
    """A remark of the editors."""
    other_languages: list[InLanguage] = []
    """Passages in another language than the text's own."""
    misprints: list[Passage] = []
    """Words that the text plainly misprints: quotes keep them, with `[sic]` beside them."""
    set_aside: list[SetAside] = []
    """Passages that carry no claim, each with its reason."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Source:
        if (self.title is None) == (self.working_title is None):
            raise ValueError("either `title` as printed or, where none is printed, `working_title`")
        return self


class Partner(Record):
    """A country, organisation, company or group that Vietnam deals with. Its tier is computed from facts."""

    name: Line
    """Name in English, as the sources print it."""
    kind: Literal["country", "organisation", "company", "group"]
    """What it is; `group` is for blocs, forums and regions."""
    iso: Annotated[str, Shape(r"[A-Z]{2}", "two capital letters such as AU (ISO 3166-1)")] | None = None
    """ISO 3166-1 code of a country; brings its usual names in English and Vietnamese."""
    also_known_as: list[Name] = []
    """Other names, printed in sources or likely to be searched for."""

    @model_validator(mode="after")
    def _iso_is_for_countries(self) -> Partner:
        if (self.kind == "country") != (self.iso is not None):
            raise ValueError("`iso` for a country, and for nothing else")
        return self


class Person(Record):
    """A person named in the sources. Roles come from facts."""

    name: Line
    """Name as the sources print it."""
    also_known_as: list[Name] = []
    """Other spellings, with and without Vietnamese diacritics."""
    of: HomeId
    """`vietnam`, or the partner the person acts for."""


class Theme(Record):
    """A subject under which claims are filed."""

    name: Line
    """Name as a heading."""
    summary: Line
    """What is filed here, in one or two sentences."""
    also_known_as: list[Name] = []
    """Other words people look for."""
    related: list[ThemeId] = []
    """Ids of neighbouring themes."""


class Definition(Record):
    """What a term means, and who says so."""

    origin: Literal["source", "editor"]
    """`source`: the quotes define it; `editor`: the editors' words, marked as such."""
    text: Line | None = None
    """The editors' words."""
    evidence: list[Quote] = []
    """The quotes that define it."""

    @model_validator(mode="after")
    def _fits_its_origin(self) -> Definition:
        if self.origin == "source" and (self.text is not None or not self.evidence):
            raise ValueError("`evidence` and no `text`, since the origin is a source")
        if self.origin == "editor" and (self.text is None or self.evidence):
            raise ValueError("`text` and no `evidence`, since the origin is the editor")
        return self


class Term(Record):
    """A named thing: a tier of relations, an agreement, a document, an event, a place."""

    name: Line
    """Name as the sources print it."""
    kind: Literal[
        "tier", "agreement", "document", "event", "place", "programme", "concept", "acronym", "institution"
    ]
    """What it is; `institution` is for Vietnamese bodies of state and party."""
    rank: Number | None = None
    """Tiers only: their order on pages, chosen by the editors."""
    expansion: Line | None = None
    """What an acronym stands for, as a source prints it."""
    definition: Definition | None = None
    """What it means."""
    also_known_as: list[Name] = []
    """Other names."""
    parent: TermId | None = None
    """The term it is part of."""


class Relation(Record):
    """The tier of relations that a fact tells of."""

    partner: PartnerId
    """With whom."""
    tier: TermId
    """A term of kind tier."""
    change: Literal["established", "upgraded", "stated"]
    """What the sources say happened; `stated`: they only say that it is so."""


class Role(Record):
    """A person in a fact."""

    person: PersonId
    """Who."""
    as_: Line | None = None
    """The role as the quote prints it."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Difference(Record):
    """How sources differ, without picking a winner."""

    kind: Literal["value", "qualifier", "definition", "period", "wording", "spelling"]
    """In what they differ."""
    note: Line
    """What each of them says."""


FactKind = Literal["relation", "visit", "event", "agreement", "membership", "policy", "plan", "assessment"]


class Fact(Record):
    """One claim, with the quotes that prove it."""

    claim: Line
    """One sentence in the editors' words, true to the quotes: no wider and no narrower."""
    kind: FactKind
    """What kind of claim it is."""
    when: Edtf
    """What time the claim is about (EDTF), not when it was printed."""
    themes: list[ThemeId]
    """Theme ids; the first is the main one."""
    partners: list[PartnerId] = []
    """Ids of the partners it names."""
    people: list[Role] = []
    """The people it names, its speaker too, with their roles as printed."""
    terms: list[TermId] = []
    """Ids of the terms it names."""
    relation: Relation | None = None
    """Only for kind relation: partner, tier and change."""
    said_by: list[SpeakerId] = []
    """Who says so: ids of people, or of a source that speaks for itself."""
    evidence: list[Quote]
    """The quotes that prove it, at least one."""
    differs: list[Difference] = []
    """How the quotes differ, where they do."""
    note: Line | None = None
    """A remark of the editors."""
    draft: Yes | None = None
    """`true` where a program proposed the fact and no editor has confirmed it; then the line is deleted."""

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
        if self.kind in ("assessment", "plan") and not self.said_by:
            raise ValueError(
                f"`said_by`, since an {self.kind} names its speaker".replace("an plan", "a plan")
            )
        return self


Qualifier = Literal["exact", "over", "nearly", "about", "at-least", "expected", "expected-over"]


class Report(Quote):
    """One source's value for an observation."""

    value: Number
    """The number as printed, in the indicator's unit."""
    qualifier: Qualifier
    """The word that belongs to the number."""
    scope: Line | None = None
    """What this source counts, where sources count differently."""


class Observation(Record):
    """The value of an indicator for one period, as each source gives it."""

    period: Edtf
    """The time counted (EDTF)."""
    reports: list[Report]
    """One row for each passage that gives it."""
    differs: list[Difference] = []
    """How the reports differ, where they do."""

    @model_validator(mode="after")
    def _has_reports(self) -> Observation:
        if not self.reports:
            raise ValueError("at least one report")
        return self


class Indicator(Record):
    """What is counted, with its observations newest first."""

    name: Line
    """Name as a heading."""
    unit: Line
    """The unit with its scale, such as `billion US dollars`."""
    counted: Line
    """What exactly is counted, and what the sources leave open."""
    themes: list[ThemeId]
    """Theme ids; the first is the main one."""
    partners: list[PartnerId] = []
    """Partners it belongs to."""
    terms: list[TermId] = []
    """Terms it belongs to."""
    observations: list[Observation]
    """Newest first, one for each period."""


def observation_id(indicator: str, period: str) -> str:
    """The claim id of an observation: `trade-turnover-2024`."""
    return f"{indicator}-{dates.slug(period)}"


RECORDS: dict[Kind, type[Record]] = {
    "sources": Source,
    "partners": Partner,
    "people": Person,
    "themes": Theme,
    "terms": Term,
    "indicators": Indicator,
    "facts": Fact,
}

Path = tuple[str | int, ...]


def _children(record: Record) -> Iterator[tuple[str, Any, Any]]:
    """Each field of a record as (name in the file, value, its type's annotation and marks)."""
    for name, info in type(record).model_fields.items():
        marks = [
            *info.metadata,
            *(m for a in get_args(info.annotation) for m in getattr(a, "__metadata__", ())),
        ]
        yield info.alias or name, getattr(record, name), marks


def references(record: Record) -> Iterator[tuple[Path, Ref, str]]:
    """Every id of another record inside `record`, with its path."""
    for name, value, marks in _children(record):
        ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
        for path, item in _items(name, value):
            if isinstance(item, Record):
                for inner, inner_ref, target in references(item):
                    yield (*path, *inner), inner_ref, target
            elif ref is not None and isinstance(item, str):
                yield path, ref, item


def passages(record: Record, source: str = "") -> Iterator[tuple[Path, str, Passage]]:
    """Every passage inside `record`, with its path and the id of the source it is taken from.

    `source` is the id of the card itself where `record` is a Source.
    """
    if isinstance(record, Quote):
        source = record.source
    if isinstance(record, Passage):
        yield (), source, record
    for name, value, _ in _children(record):
        for path, item in _items(name, value):
            if isinstance(item, Record):
                for inner, inner_source, passage in passages(item, source):
                    yield (*path, *inner), inner_source, passage


def _items(name: str, value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield (name, index), item
    else:
        yield (name,), value
