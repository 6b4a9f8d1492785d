"""Sources: a card for each text in seeds/."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from bamboo.data import rules
from bamboo.data.fields import ID_SHAPE, Edtf, Fix, Language, Line, Shape
from bamboo.data.proof import OnCard, Remark, Sorting, Unproven
from bamboo.data.records import Passage, Record
from bamboo.kinds.base import Kind, Published
from bamboo.kinds.person import PersonId

Url = Annotated[str, Shape(r"https?://[^\s<>\"'`]+", "an address that begins with https://")]

SeedFile = Annotated[str, Shape(ID_SHAPE + r"\.txt", "the name of a file in seeds/ such as <id>.txt")]

Sha256 = Annotated[str, Shape(r"[0-9a-f]{64}", "the 64 hexadecimal digits of the seed's SHA-256")]


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
    kind: Sorting[Literal["news report", "article"] | None] = None
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
    found_by_editors: Found | None = None
    """What the editors found elsewhere; left out rather than guessed."""
    seed: Annotated[SeedFile, Unproven("the rule on seeds finds the file")]
    """File name of the text in seeds/."""
    sha256: Annotated[Sha256, Unproven("the rule on seeds computes it"), _CHECKSUM]
    """Checksum of that file."""
    about: OnCard[Edtf | None] = None
    """Period the text is about (EDTF)."""
    speaker: OnCard[PersonId | None] = None
    """The person whose words the text reports, if it is one."""
    display: Sorting[Literal["full", "cited"]] = "full"
    """`cited` shows only the quoted passages, each in its sentence."""
    use: Sorting[Literal["all", "selected"]] = "all"
    """`selected`: the editors chose passages of a long text; the rest is neither used nor shown."""
    status: Sorting[Literal["complete", "in-progress"]] = "complete"
    """`in-progress`: what no claim quotes yet is work left, not a mistake."""
    note: Remark[Line | None] = None
    """A remark of the editors."""
    other_languages: list[InLanguage] = []
    """Passages in another language than the text's own."""
    misprints: list[Passage] = []
    """Words that the text plainly misprints: quotes keep them, with `[sic]` beside them."""
    set_aside: list[SetAside] = []
    """Passages that make no claim, each with its reason."""

    across = [{"oneOf": [rules.having(title=rules.given), rules.having(working_title=rules.given)]}]

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
        shown_whole=("set_aside", "other_languages", "misprints"),
    ),
)
