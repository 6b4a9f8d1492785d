"""The lists of words.yml: what queries may say otherwise than pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from bamboo import kinds
from bamboo.data.yamlfile import LOADER
from bamboo.graph import addresses
from bamboo.kinds.claims import CLAIM
from bamboo.kinds.year import YEARS
from bamboo.reading.othernames import COUNTRIES, VIETNAMESE

FILE = Path(__file__).parent / "words.yml"


@cache
def lists() -> dict[str, Any]:
    """The lists by name."""
    return cast("dict[str, Any]", yaml.load(FILE.read_text(encoding="utf-8"), Loader=LOADER))


def names_of(code: str) -> Iterator[str]:
    """Names of a country besides those of CLDR and of its record: those texts print and those people type."""
    yield from COUNTRIES.get(code, ())
    yield from VIETNAMESE.get(code, ())
    for name in ("countries", "short"):
        yield from lists()[name].get(code, ())


def asked() -> dict[str, list[dict[str, str]]]:
    """What can be asked for as a list: its words, its title, where it is or what its claims are called."""
    words = lists()["lists"]
    return {
        "claims": [
            {"name": name, "label": CLAIM[name].label, "title": CLAIM[name].heading, "asked": text}
            for name, text in words["claims"].items()
        ],
        "records": [
            {"address": _index(name), "of": name, "title": f"All {_heading(name)}", "asked": text}
            for name, text in words["records"].items()
        ],
    }


def _index(name: str) -> str:
    return addresses.YEARS if name == YEARS.name else addresses.index(name)


def _heading(name: str) -> str:
    return "years" if name == YEARS.name else kinds.BY_NAME[name].section.lower()
