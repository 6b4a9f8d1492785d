"""The kinds of records: one module each, and the one list of them. All that walks kinds reads it here."""

from __future__ import annotations

from typing import Any

from bamboo.kinds.base import Kind
from bamboo.kinds.fact import FACTS
from bamboo.kinds.home import HOME
from bamboo.kinds.indicator import INDICATORS
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.person import PEOPLE
from bamboo.kinds.source import SOURCES
from bamboo.kinds.term import TERMS
from bamboo.kinds.theme import THEMES
from bamboo.kinds.year import YEARS

# In the order in which pages and public data have them.
ALL: tuple[Kind[Any], ...] = (PARTNERS, PEOPLE, THEMES, TERMS, INDICATORS, SOURCES, FACTS, YEARS, HOME)
BY_NAME: dict[str, Kind[Any]] = {kind.name: kind for kind in ALL}


def of_file(file: str) -> tuple[str, str]:
    """The name of the kind, and the id, of a record with a file of this name."""
    first, _, rest = file.removeprefix("data/").partition("/")
    ident = (rest or first).rpartition("/")[2].removesuffix(".yml")
    return (first if rest else ident), ident


# Those whose records each have a page that is about them. A fact's page is the claim itself, and a year and
# the home page are there without a record too.
SUBJECTS = tuple(kind for kind in ALL if kind not in (FACTS, YEARS, HOME))
