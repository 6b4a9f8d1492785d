"""The rows of the index. Each column is named once: the index begins with the names, which browsers read."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any

from bamboo import kinds
from bamboo.kinds.base import Kind
from bamboo.kinds.claims import CLAIMS
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.source import SOURCES
from bamboo.kinds.theme import THEMES

Object = dict[str, Any]

# What one page is called, by kind; the words are readers' words.
LABELS = {**{kind.name: kind.label for kind in kinds.SUBJECTS}, "years": "year", "pages": "page"}
MANY = {**{kind.name: kind.section for kind in kinds.SUBJECTS}, "years": "Years", "pages": "Other pages"}
CLAIM_LABELS = {kind.name: kind.label for kind in CLAIMS}

# The kinds of records by which results can be narrowed, besides their own kind and year.
NARROWING: tuple[Kind[Any], ...] = (THEMES, PARTNERS, SOURCES)


@dataclass(frozen=True, slots=True)
class Entity:
    """A page about something. `home` and `around` can be found and are not shown; the rest is both, but for
    `lead`."""

    kind: int
    """Its place among LABELS."""
    url: str
    title: str
    others: tuple[tuple[str, ...], ...] = ()
    """Its other names, each with its language (not English) and who gives it (no source)."""
    roles: tuple[str, ...] = ()
    home: str = ""
    """Words that mean it or where it is from ("Cuban"), in its claims too."""
    around: str = ""
    """Words around it."""
    text: str = ""
    claims: int = 0
    """How many there are about it."""
    years: tuple[int, ...] = ()
    overview: tuple[str, ...] = ()
    """The sentences that its page says first."""
    by: str = ""
    """Whose words the text is, where it is no source's and no heading's."""
    lead: str = ""
    """How its page begins, where it has neither a text nor an overview: shown, and found as a statement."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim. What it names is given by places among the entities, what proves it among the passages."""

    kind: int
    """Its place among CLAIM_LABELS."""
    url: str
    title: str
    says: str
    """Its sentence, which can be found and is not shown."""
    when: str
    years: tuple[int, ...]
    themes: list[int]
    partners: list[int]
    people: list[int]
    roles: list[str]
    terms: list[int]
    quotes: list[int]
    by: str
    """Who says so, as its title names them after a dash."""
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote and its place in its source."""

    source: int
    start: int
    end: int
    text: str
    lang: str = "en"
    translation: str = ""
    """The editors' English, where the text is in another language."""


def schema() -> Object:
    """What the index begins with: the columns of its rows, and what the kinds in them are called."""
    return {
        "columns": {
            "entities": _columns(Entity),
            "claims": _columns(ClaimRow),
            "passages": _columns(Passage),
        },
        "kinds": [
            {
                "name": name,
                "label": label,
                "many": MANY[name],
                "proper": name in kinds.BY_NAME and kinds.BY_NAME[name].proper,
                "short": name == SOURCES.name,  # its text is its short name
            }
            for name, label in LABELS.items()
        ],
        "claimKinds": list(CLAIM_LABELS.values()),
        "claimHeadings": [kind.heading for kind in CLAIMS],
        "facets": [
            # Kinds of pages, of statements, and what else there is, each under a heading of its own.
            {"name": "kind", "label": "Pages", "statements": "Statements", "texts": "Source texts"},
            {"name": "year", "label": "Years"},
            *({"name": kind.label, "label": kind.section, "of": kind.name} for kind in NARROWING),
        ],
    }


def _columns(row: type[Any]) -> list[str]:
    return [column.name for column in fields(row)]


def cells(row: Entity | ClaimRow | Passage) -> list[Any]:
    """A row as the index holds it, without a last cell that says nothing, a passage without two."""
    found = [getattr(row, column.name) for column in fields(row)]
    for column in fields(row)[: -3 if isinstance(row, Passage) else -2 : -1]:
        if column.default is MISSING or found[-1] != column.default:
            break
        found.pop()
    return found
