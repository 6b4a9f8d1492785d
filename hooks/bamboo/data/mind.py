"""What functions keep in mind of the texts they read, forgotten where nobody asks for it again."""

from __future__ import annotations

import sys
from typing import Any

# Functions that keep more results than this keep those of texts, others those of languages and lists.
_MANY = 1000


def forget(*packages: str) -> None:
    """Clear what functions of these packages keep of texts."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(packages):
            for value in [*vars(module).values()]:
                if hasattr(type(value), "cache_clear"):
                    _clear(value)


def _clear(function: Any) -> None:
    if (function.cache_parameters()["maxsize"] or 0) > _MANY:
        function.cache_clear()
