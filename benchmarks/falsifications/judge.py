"""Whether the checks notice a changed record, asked in process, and of few records beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import mutations
from bamboo import checks
from bamboo.checks import belonging, naming
from bamboo.data.locations import Finding
from bamboo.data.records import references
from bamboo.kinds.library import Entry, Library
from pydantic import ValidationError

RULES = (*checks.CHECKS, *checks.READING, *checks.SENSE, naming.check, belonging.check)
_CLAIMS = ("facts", "indicators")


@dataclass(frozen=True)
class Judge:
    """A library, and what the checks find when one of its records is another."""

    library: Library

    @cached_property
    def bare(self) -> Library:
        """The library without claims."""
        return mutations.bare(self.library)

    def findings(self, kind: str, entry: Entry[Any], plain: mutations.Plain) -> Sequence[Finding] | str:
        """What is found about a record with other values, or why it cannot be one."""
        try:
            record = type(entry.record).model_validate(plain)
        except ValidationError as error:
            return " ".join(str(error).split())
        other = replace(entry, record=record)
        if kind in _CLAIMS:
            changed = self.bare.but(**{kind: {entry.id: other}})
        else:
            left = {claims: dict(self._referring(claims, entry.id)) for claims in _CLAIMS}
            changed = self.bare.but(**{kind: {**self.bare.of(kind), entry.id: other}}, **left)
        return [finding for check in RULES for finding in check(changed)]

    def _referring(self, kind: str, ident: str) -> Iterator[tuple[str, Entry[Any]]]:
        """Up to twenty claims that a record is named in."""
        found = (
            (entry.id, entry)
            for entry in self.library.of(kind).values()
            if any(target == ident for _, _, target in references(entry.record))
        )
        yield from (pair for pair, _ in zip(found, range(20), strict=False))
