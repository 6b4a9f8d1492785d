"""Patterns of modules are compiled late, and all of them can be."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator

import bamboo
from bamboo.data.patterns import pattern


def known() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that is a name of its module."""
    for found in pkgutil.walk_packages(bamboo.__path__, "bamboo."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            yield from (
                (f"{found.name}.{name}", one) for name, one in vars(module).items() if type(one) is KIND
            )


KIND: type[re.Pattern[str]] = type(pattern(""))


def test_every_pattern_can_be_compiled() -> None:
    patterns = dict(known())
    assert len(patterns) > 150
    for name, one in patterns.items():
        assert one.flags & re.UNICODE, name


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    one = pattern(r"(?P<day>\d+) (?P<month>[a-z]+)", re.IGNORECASE)
    found = one.search("on 3 May")
    assert found
    assert found.groupdict() == {"day": "3", "month": "May"}
    assert one.sub("x", "3 May 2024") == "x 2024"
    assert one.groups == 2
    again = pickle.loads(pickle.dumps(one))
    assert again.findall("1 june, 2 july") == [("1", "june"), ("2", "july")]
