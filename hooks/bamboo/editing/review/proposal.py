"""A fact as it is proposed and changed before it is a file: its fields, its text, what the check finds."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bamboo import checks
from bamboo.data import dates, shape, yamlfile
from bamboo.data.locations import Finding, Location
from bamboo.data.records import Passage
from bamboo.data.seed import fold_text
from bamboo.editing import name
from bamboo.editing.draft.suggestions import Draft
from bamboo.editing.draft.when import of_claim
from bamboo.editing.draft.wording import worded
from bamboo.editing.form import field, plain
from bamboo.editing.name import Refused
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Entry, Library
from bamboo.reading import speech, titles
from bamboo.reading.mentions import lexicon
from bamboo.reading.mentions import plain as plain_text

# Values of fields that an editor need not type whole.
Known = Mapping[str, Collection[str]]
NOTHING: Known = {}

ID = "id"  # a file's name, changed like a field
_LISTS = {"themes", "partners", "terms", "said_by"}
_FIELDS = tuple(field for field in shape.field_names(Fact) if field not in ("evidence", "draft", "differs"))


@dataclass(frozen=True)
class Proposal:
    """The fields of a fact to be, by name. `titled`: the title is the program's and follows the claim."""

    ident: str
    values: Mapping[str, Any]
    titled: bool = True

    @classmethod
    def of(cls, draft: Draft) -> Proposal:
        """What a draft proposes, without its mark as one."""
        values = plain(draft.fact)
        values.pop("draft", None)
        return cls(draft.ident, values)

    @property
    def text(self) -> str:
        """The file of the fact."""
        order = shape.field_names(Fact)
        known = sorted(self.values, key=lambda name: order.index(name) if name in order else len(order))
        return "\n".join(line for name in known for line in field(name, self.values[name])) + "\n"

    @property
    def file(self) -> str:
        """Where it is to be. Without a date that can be read, in no year's folder."""
        try:
            year = str(dates.years(str(self.values.get("when") or ""))[0])
        except (ValueError, IndexError):
            year = "no-year"
        return f"data/facts/{year}/{self.ident}.yml"

    def changed(self, words: str, known: Known = NOTHING) -> Proposal | Refused:
        """The same with a field as typed: `kind: visit`; a beginning of its name is enough (`k: visit`).

        So is one of a value that is `known`; `p: +japan -china` adds to a list and takes from it.
        """
        typed, colon, value = words.partition(":")
        typed, value = typed.strip(), fold_text(value)
        those = [field for field in (ID, *_FIELDS) if field.startswith(typed)] if typed else []
        if not colon or (len(those) != 1 and typed not in those):
            fields = ", ".join((ID, *_FIELDS))
            what = f"`{typed}` is the beginning of {' and '.join(those)}" if those else f"No field `{typed}`"
            return Refused((f"{what}. Type one of these, a colon and its value: {fields}.",))
        field = typed if typed in those else those[0]
        if field == ID:
            return replace(self, ident=value)
        found = _value(field, value) if value else None
        if isinstance(found, list) and field in _LISTS:
            found = _listed(found, self.values.get(field) or [], known.get(field, ()))
        elif isinstance(found, str):
            found = _whole(found, known.get(field, ()))
        return self._with(field, found)

    def with_context(self, passage: Passage) -> Proposal:
        """The same with a passage more beside its quote."""
        first, *rest = self.values["evidence"]
        context = [*first.get("context", ()), plain(passage)]
        return replace(self, values={**self.values, "evidence": [{**first, "context": context}, *rest]})

    def translated(self, words: str, library: Library) -> Proposal:
        """The same with its quote in English too; at first also claim, time and speaker are made of that."""
        first, *rest = self.values["evidence"]
        again = "translation" in first
        kept = {name: value for name, value in first.items() if name not in ("translation", "context")}
        context = {"context": first["context"]} if "context" in first else {}
        quote = {**kept, "translation": words, **context}
        made = replace(self, values={**self.values, "evidence": [quote, *rest]})
        if again:
            return made
        read = plain_text(words)
        people = lexicon(library).people.find(read)
        speaker = next((one.ident for one in people if speech.says(read, people, one.ident)), "")
        if speaker and made.values.get("said_by"):
            made = made._with("said_by", [speaker])
        claim = worded(words, sorted({read[one.start : one.end] for one in people}))
        dated = made._with("when", of_claim(claim, str(made.values.get("when") or "")))
        return dated._with("claim", claim)

    def completed(self, library: Library) -> Proposal:
        """The same with each partner that the claim names among its partners."""
        there = self.values.get("partners") or []
        claim = plain_text(str(self.values.get("claim") or ""))
        named = [mention.ident for mention in lexicon(library).partners.find(claim)]
        if not (more := [ident for ident in dict.fromkeys(named) if ident not in there]):
            return self
        return replace(self, values={**self.values, "partners": [*there, *more]})

    def _with(self, field: str, value: Any) -> Proposal:
        values = {**self.values, field: value}
        titled = self.titled and field != "title"
        if field == "claim" and titled:
            claim = str(value or "")
            values["title"] = titles.proposed(claim) if titles.needed(claim) else None
        if field == "kind" and value in SPOKEN and not values.get("said_by"):
            people = [role["person"] for role in values.get("people") or []]
            values["said_by"] = people[:1] or [values["evidence"][0]["source"]]
        filled = {name: known for name, known in values.items() if known not in (None, "", [])}
        return replace(self, values=filled, titled=titled)

    def edited(self, text: str) -> Proposal | tuple[Finding, ...]:
        """What a text from the editor's program says, or why it cannot be read."""
        document, findings = yamlfile.read(text.encode("utf-8"), self.file)
        if document is None:
            return tuple(findings)
        return replace(self, values=document.values, titled=False)

    def findings(self, library: Library) -> tuple[Finding, ...]:
        """What the check would say of it, were it a file."""
        if refused := name.unusable(library, "facts", self.ident, "Type another: `id: …`."):
            return (Finding(Location(self.file), "files", refused.lines[0], refused.lines[1], code="no-id"),)
        document, findings = yamlfile.read(self.text.encode("utf-8"), self.file)
        if document is None:
            return tuple(findings)
        fact, findings = shape.fit(Fact, document)
        if fact is None:
            return tuple(findings)
        entry = Entry(self.ident, fact, document)
        return of_file(library.but(facts={**library.facts, self.ident: entry}), self.file)


def of_file(library: Library, file: str) -> tuple[Finding, ...]:
    """What the checks of single records say of one file."""
    for stage in (checks.CHECKS, checks.READING, checks.SENSE):
        if found := {f for check in stage for f in check(library) if f.location.file == file}:
            return tuple(sorted(found))
    return ()


def _listed(typed: Sequence[str], now: Sequence[str], known: Collection[str]) -> list[str]:
    """The ids of a list, or those of now with some more and without others."""
    if not all(one[0] in "+-" for one in typed):
        return [_whole(one, known) for one in typed]
    gone = {_whole(one[1:], now) for one in typed if one[0] == "-"}
    more = [_whole(one[1:], known) for one in typed if one[0] == "+"]
    return list(dict.fromkeys([*(one for one in now if one not in gone), *more]))


def _whole(typed: str, known: Collection[str]) -> str:
    """The one known value that begins so; else as typed, and the check says what is wrong with it."""
    beginning = [one for one in known if one.startswith(typed)]
    return beginning[0] if len(beginning) == 1 and typed not in known else typed


def _value(field: str, typed: str) -> Any:
    """A value as typed: lists with or without brackets, groups as YAML has them on one line."""
    if field in _LISTS:
        return [one for one in re.split(r"[,\s\[\]]+", typed) if one]
    document, _ = yamlfile.read(f"a: {typed}\n".encode(), "")
    read = document.values.get("a") if document else None
    return read if isinstance(read, (list, dict)) and field in ("people", "relation") else typed
