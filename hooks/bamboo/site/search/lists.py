"""The lists of words.yml: what queries may say otherwise than pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

FILE = Path(__file__).parent / "words.yml"


@cache
def lists() -> dict[str, Any]:
    """The lists by name."""
    return cast("dict[str, Any]", yaml.safe_load(FILE.read_text(encoding="utf-8")))
