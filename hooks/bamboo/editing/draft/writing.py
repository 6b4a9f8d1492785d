"""A fact as the text of its file, with remarks for the editor who reads it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bamboo.data.records import Passage
from bamboo.data.yamltext import remarks
from bamboo.editing.form import entry, field, plain
from bamboo.kinds.fact import Fact

HEAD = (
    "Suggested by `bamboo draft`; nobody has read it yet. The claim is the source's own words: write it",
    "again, in one neutral sentence without its speaker. Fix what is wrong, then delete the line",
    "`draft: true`.",
)


def of_fact(fact: Fact, said: Sequence[str] = ()) -> str:
    """The file of a suggested fact."""
    values = plain(fact)
    lines = [*(f"# {line}" for line in HEAD), *remarks(said), *field("draft", values.pop("draft"))]
    lines += [line for name, value in values.items() for line in field(name, value)]
    return "\n".join(lines) + "\n"


def of_quote(quote: Passage, values: Mapping[str, Any] | None = None) -> list[str]:
    """An entry of `evidence`; with values such as `{"value": "17"}` one of `reports` or `set_aside`."""
    words = plain(quote)
    source = {"source": words.pop("source")} if "source" in words else {}
    return entry({**source, **(values or {}), **words}, "  ")
