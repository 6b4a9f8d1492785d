"""Sources: a card for each text in seeds/."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from bamboo.data import rules
from bamboo.data.fields import ID_SHAPE, Edtf, Fix, Language, Line, OneOf, Period, Shape
from bamboo.data.proof import Filed, OnCard, Remark, Sorting, Unproven
from bamboo.data.records import Passage, Record, SourceId
from bamboo.kinds.base import Kind, Published
from bamboo.kinds.person import PersonId

Url = Annotated[str, Shape(r"https?://[^\s<>\"'`]+", "an address that begins with https://")]

SeedFile = Annotated[str, Shape(ID_SHAPE + r"\.txt", "the name of a file in seeds/ such as <id>.txt")]

Sha256 = Annotated[str, Shape(r"[0-9a-f]{64}", "the 64 hexadecimal digits of the seed's SHA-256")]


Time = Annotated[str, Shape(r"(\d{1,2}:)?\d{1,2}:\d{2}", "a time such as 12:30 or 1:02:15")]

# What a text is, in the order in which editors are offered it.
KINDS = (
    "news report",
    "article",
    "speech",
    "joint statement",
    "press conference",
    "dataset",
    "video",
    "PDF",
)


# Nobody types a checksum.
_CHECKSUM = Fix("For a new seed, leave it empty and run `bamboo fix`, which writes it.")


class SetAside(Passage):
    """A passage that makes no claim."""

    reason: Sorting[Literal["navigation", "heading", "credit", "question", "transition", "repetition"]]
    """Why nothing is claimed from it."""


class InLanguage(Passage):
    """A passage in another language than its source."""

    lang: OnCard[Language]
    """The passage's language."""


class Mark(Passage):
    """Words with which a page of the text begins, or a moment of what it writes down."""

    page: OnCard[Line | None] = None
    """The page that begins here, as it is numbered."""
    time: OnCard[Time | None] = None
    """How far into a recording these words are: `12:30` or `1:02:15`."""

    across = [{"oneOf": [rules.having(page=rules.given), rules.having(time=rules.given)]}]

    @model_validator(mode="after")
    def _marks_one_thing(self) -> Mark:
        if (self.page is None) == (self.time is None):
            raise ValueError("either `page` or `time`")
        return self


class Correction(Record):
    """That a text was corrected: its statements then say so everywhere."""

    source: Filed[SourceId | None] = None
    """Id of the source that prints the correction, if it is one of these."""
    url: Remark[Url | None] = None
    """Where the correction was published."""
    on: Remark[Edtf]
    """The day of the correction (EDTF)."""
    what: Remark[Line]
    """What is corrected, in a sentence."""

    across = [{"anyOf": [rules.having(source=rules.given), rules.having(url=rules.given)]}]

    @model_validator(mode="after")
    def _says_where(self) -> Correction:
        if self.source is None and self.url is None:
            raise ValueError("`source` or `url`, where the correction is printed")
        return self


class Retraction(Record):
    """That a text was taken back by those who published it: its statements then say so everywhere."""

    url: Remark[Url | None] = None
    """Where the retraction was published."""
    on: Remark[Edtf]
    """The day of the retraction (EDTF)."""
    why: Remark[Line]
    """The reason given, in a sentence."""


class Found(Record):
    """What the text itself does not state, and the editors found elsewhere. Pages mark it as theirs."""

    publisher: Remark[Line | None] = None
    """Who published it."""
    published: Remark[Edtf | None] = None
    """Day of publication (EDTF)."""
    url: Remark[Url | None] = None
    """Where it was published."""
    checked_on: Remark[Edtf]
    """The day on which the editors looked it up (EDTF)."""

    @model_validator(mode="after")
    def _says_something(self) -> Found:
        if self.publisher is None and self.published is None and self.url is None:
            raise ValueError("`publisher`, `published` or `url`, whatever was found")
        return self


class Source(Record):
    """A card for one source text. What the text itself does not state is left out."""

    title: OnCard[Line | None] = None
    """Title as printed."""
    working_title: Remark[Line | None] = None
    """The editors' name for a text that prints no title."""
    short_name: Remark[Line]
    """The editors' short name for it, used in lists and notes."""
    kind: Sorting[Annotated[str, OneOf(KINDS)] | None] = None
    """What kind of text it is, in the editors' words."""
    publisher: OnCard[Line | None] = None
    """Who published it, as the text states."""
    authors: OnCard[list[Line]] = []
    """Authors as the text states; photographers are not authors."""
    translator: OnCard[Line | None] = None
    """Translator as the text states."""
    published: OnCard[Edtf | None] = None
    """Day of publication as the text states (EDTF)."""
    language: OnCard[Language]
    """Language of the text."""
    url: OnCard[Url | None] = None
    """Where it was published; left out if unknown, never guessed."""
    archive_url: Remark[Url | None] = None
    """Where an archive keeps a copy."""
    retrieved: Remark[Edtf | None] = None
    """The day on which the editors received the text (EDTF)."""
    version: OnCard[Line | None] = None
    """Which version it is, as the text states: `Second edition`, `Updated 12 May 2025`."""
    rights: Remark[Line | None] = None
    """Under which terms the text may be used, as far as the editors know."""
    found_by_editors: Found | None = None
    """What the editors found elsewhere; left out rather than guessed."""
    seed: Annotated[SeedFile, Unproven("the rule on seeds finds the file")]
    """File name of the text in seeds/."""
    sha256: Annotated[Sha256, Unproven("the rule on seeds computes it"), _CHECKSUM]
    """Checksum of that file."""
    about: OnCard[Period | None] = None
    """Period the text is about (EDTF)."""
    speaker: OnCard[PersonId | None] = None
    """The person whose words the text reports, if it is one."""
    display: Sorting[Literal["full", "cited"]] = "full"
    """`cited` shows only the quoted passages, each in its sentence."""
    use: Sorting[Literal["all", "selected"]] = "all"
    """`selected`: the editors chose passages of a long text; the rest is neither used nor shown."""
    status: Sorting[Literal["complete", "in-progress"]] = "complete"
    """`in-progress`: what no claim quotes yet is work left, not a mistake."""
    corrected_by: Correction | None = None
    """That the text was corrected, and where."""
    retracted: Retraction | None = None
    """That the text was taken back."""
    note: Remark[Line | None] = None
    """A remark of the editors."""
    marks: list[Mark] = []
    """Words with which pages or moments begin, so that quotes name theirs. They make no claim."""
    other_languages: list[InLanguage] = []
    """Passages in another language than the text's own."""
    misprints: list[Passage] = []
    """Words that the text plainly misprints: quotes keep them, with `[sic]` beside them."""
    set_aside: list[SetAside] = []
    """Passages that make no claim, each with its reason."""

    across = [{"oneOf": [rules.having(title=rules.given), rules.having(working_title=rules.given)]}]

    @property
    def label(self) -> str:
        """What lists and notes call it: its short name, in quotes where that is how its title begins."""
        titled = bool(self.title and self.title.startswith(self.short_name))
        return f"“{self.short_name}”" if titled else self.short_name

    @property
    def selected(self) -> bool:
        """Whether only chosen passages of the text are used."""
        return self.use == "selected"

    @property
    def whole(self) -> bool:
        """Whether the whole text is shown."""
        return self.display == "full" and not self.selected

    @property
    def in_progress(self) -> bool:
        """Whether the text is still being read into claims."""
        return self.status == "in-progress"

    @model_validator(mode="after")
    def _has_a_name(self) -> Source:
        if (self.title is None) == (self.working_title is None):
            raise ValueError("either `title` as printed or, where none is printed, `working_title`")
        return self


SOURCES = Kind(
    name="sources",
    record=Source,
    one="source",
    label="source",
    section="Sources",
    address="sources",
    template="source.md.jinja",
    schema_org="CreativeWork",
    asked="source text article report",
    published=Published(
        renamed=(("url", "original_url"),),  # `url` is this site's page, in public data as everywhere
        shown_whole=("set_aside", "other_languages", "misprints", "marks"),
    ),
)
