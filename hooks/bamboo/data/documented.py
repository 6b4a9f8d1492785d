"""The documentation of a record's fields: the docstrings under them, read from the program when asked for.

Pydantic could read them too, but it does so whenever the program starts, and few commands show them.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from bamboo.data.records import Record


def documentation(record: type[Record]) -> Mapping[str, str]:
    """What is said under each field, by its name in Python; a field without a word has none."""
    found: dict[str, str] = {}
    for one in reversed(record.__mro__):
        if issubclass(one, Record):
            found.update(_said_in(one))
    return {field: found[field] for field in record.model_fields if field in found}


@cache
def _said_in(record: type[Record]) -> Mapping[str, str]:
    (made,) = ast.parse(dedent(inspect.getsource(record))).body
    assert isinstance(made, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(str(below.value.value))
        for field, below in pairwise(made.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    }
