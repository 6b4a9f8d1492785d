"""A value that a record states, with the quotes and the sentences that it is held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bamboo.data.locations import Finding, Location, shorten
from bamboo.data.proof import Held, Proven
from bamboo.data.records import Field, Path, Quote, Record, fields, has_quotes, passages
from bamboo.evidence.proof import Proof
from bamboo.kinds.base import Kind
from bamboo.kinds.library import Entry, Library
from bamboo.reading.mentions import lexicon, plain

RULE = "value"
WIDEN = "Correct it, quote more words, or add the passage that says it as `context`."


@dataclass(frozen=True)
class Statement:
    """All that one record states: its values, its sentences, and its quotes."""

    library: Library
    entry: Entry[Any]
    _proofs: dict[Path, tuple[tuple[Quote, ...], Proof]] = field(default_factory=dict)
    _named: dict[tuple[str, Proof], set[str]] = field(default_factory=dict)

    def proven_by(self, value: Field) -> tuple[tuple[Quote, ...], Proof]:
        """The quotes that a value is held against, and what they say: the same for all of one record."""
        for path, record in reversed(value.around):
            if not has_quotes(type(record)):
                continue
            if path not in self._proofs:
                quotes = quotes_of(record) if path else self.quotes
                self._proofs[path] = quotes, Proof.of(self.library, quotes)
            if self._proofs[path][0]:
                return self._proofs[path]
        return (), Proof((), ())

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes of the record."""
        return tuple(passage for _, _, passage in self.entry.passages if isinstance(passage, Quote))

    def named(self, kind: Kind[Any], proof: Proof) -> set[str]:
        """The records of one kind that quotes name."""
        if (kind.name, proof) not in self._named:
            self._named[kind.name, proof] = lexicon(self.library).ids(kind, proof.texts)
        return self._named[kind.name, proof]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every value of the record that something has to prove."""
        return tuple(fields(self.entry.record, Proven))

    def listed(self, name: str) -> Sequence[Field]:
        """Its values that are in the list of this name."""
        return self._listed.get(name, ())

    @cached_property
    def _listed(self) -> Mapping[str, Sequence[Field]]:
        found: dict[str, list[Field]] = defaultdict(list)
        for value in self.fields:
            found[value.listed].append(value)
        return found

    @cached_property
    def sentences(self) -> tuple[Field, ...]:
        """The texts of the record itself that its quotes have to bear out."""
        return tuple(
            field for field in self.fields if len(field.path) == 1 and field.holds == "text" and _held(field)
        )

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The sentences, comparable for names."""
        return tuple(plain(field.value) for field in self.sentences)

    @property
    def called(self) -> str:
        """What messages call the sentence: `claim`."""
        return self.called_by(self.sentences[0]) if self.sentences else "text"

    @staticmethod
    def called_by(sentence: Field) -> str:
        """What messages call one sentence."""
        called = sentence.policy.called if isinstance(sentence.policy, Held) else ""
        return called or sentence.name

    def location(self, field: Field) -> Location:
        """Where a field is."""
        return self.entry.document.location(*field.path)


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a statement."""

    whole: Statement
    field: Field

    @property
    def library(self) -> Library:
        return self.whole.library

    @property
    def policy(self) -> Held:
        """How it is held, where it is."""
        assert isinstance(self.field.policy, Held)
        return self.field.policy

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of the record that it is in, or of the nearest one around that has any."""
        return self.whole.proven_by(self.field)[0]

    @property
    def proof(self) -> Proof:
        """What the quotes say."""
        return self.whole.proven_by(self.field)[1]

    def around(self, name: str) -> Any:
        """The value of a field of this name, in the same record or in the nearest one around that has it."""
        records = [record for _, record in reversed(self.field.around) if name in type(record).model_fields]
        return getattr(records[0], name)

    def finding(self, message: str, hint: str, *, code: str) -> Finding:
        """What is wrong with it, at its place."""
        place, value = self.whole.location(self.field), str(self.field.value)
        return Finding(place, RULE, message, hint, code=code, path=self.field.path, value=value)


def quotes_of(record: Record) -> tuple[Quote, ...]:
    """The quotes of a record, those in records inside it too."""
    return tuple(passage for _, _, passage in passages(record) if isinstance(passage, Quote))


def _held(field: Field) -> bool:
    return isinstance(field.policy, Held) and not field.policy.person


def listed(said: Collection[str]) -> str:
    """What was read instead, for a message."""
    shown = ", ".join(f"“{shorten(text, 40)}”" for text in list(said)[:6])
    return shown + (" …" if len(said) > 6 else "") if said else "nothing of the kind"
