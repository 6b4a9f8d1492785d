"""`bamboo merge`: one of two records that are the same thing becomes part of the other."""

from __future__ import annotations

from typing import Any, get_origin

from bamboo import kinds
from bamboo.data import english
from bamboo.data.records import Name
from bamboo.data.seed import fold_text
from bamboo.editing import follow, name
from bamboo.editing.follow import Plan, Texts
from bamboo.editing.name import Place, Refused
from bamboo.editing.write import Edited, Piece, piece
from bamboo.graph import wording
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Library
from bamboo.reading.names import all_names

# The lists of a fact: all of them are joined.
_JOINED = [name for name, info in Fact.model_fields.items() if get_origin(info.annotation) is list]


def merge(library: Library, texts: Texts, one: str, other: str) -> Plan | Refused:
    """What is to be written so that record `one` becomes part of `other`, whose own words are kept."""
    gone, kept = name.meant(library, one), name.meant(library, other)
    for place in (gone, kept):
        if isinstance(place, Refused):
            return place
    assert isinstance(gone, Place)
    assert isinstance(kept, Place)
    if gone == kept:
        return Refused((f"Both are {gone.path}.",))
    if gone.kind != kept.kind:
        return Refused(
            (f"{gone.path} and {kept.path} are of two kinds: only records of one kind can be merged.",)
        )
    if gone.kind == "indicators":
        return Refused((
            "Two figures are not merged by a program: they may count differently.",
            "Put the observations of one into the other by hand, and run `bamboo check`.",
        ))  # fmt: skip
    codes = [getattr(library.of(place.kind)[place.ident].record, "iso", None) for place in (gone, kept)]
    if all(codes) and codes[0] != codes[1]:
        return Refused((f"{gone.path} and {kept.path} are two countries: {codes[0]} and {codes[1]}.",))
    if unseen := follow.unseen(library, texts, gone):
        return unseen
    plan = Plan(gone, kept, texts, gone=[gone.file])
    if gone.kind == "sources":
        plan.gone.append(f"seeds/{library.sources[gone.ident].record.seed}")
    follow.references_follow(library, plan)
    edited = Edited(kept.file, kinds.BY_NAME[kept.kind].record, plan.text(kept.file))
    if gone.kind == "facts":
        _join_facts(library, plan, edited)
    else:
        _join_names(library, plan, edited)
    plan.edited[kept.file] = edited.text
    if refused := follow.moved_follows(library, plan, renamed=False):
        return refused
    follow.pages_follow(plan)
    plan.moved[gone.file] = kept.file
    return plan


def _join_facts(library: Library, plan: Plan, kept: Edited) -> None:
    gone = Edited(plan.old.file, Fact, plan.texts[plan.old.file])
    for field in _JOINED:
        there = [_known(field, value) for value in kept.values.get(field) or []]
        new: list[Piece] = []
        for index, value in enumerate(gone.values.get(field) or []):
            if (known := _known(field, value)) not in there:
                new.append(gone.entry_at((field, index)))
                there.append(known)
        kept.append(field, new)
    own, note = kept.values.get("note"), gone.values.get("note")
    if note and fold_text(note) not in fold_text(own or ""):
        kept.set("note", f"{own.rstrip()} {note.strip()}" if own else note.strip())
    plan.notes.append(f"The claim that goes: “{wording.fact(library, library.facts[plan.old.ident].record)}”")


def _known(field: str, value: Any) -> Any:
    """What makes two entries of a list the same: for a quote its source, its words and those beside it."""
    if field == "evidence":
        return tuple(fold_text(value.get(part) or "") for part in ("source", "quote", "prefix", "suffix"))
    if field == "people":
        return value["person"]
    return value


def _join_names(library: Library, plan: Plan, kept: Edited) -> None:
    """The names of the record that goes are other names of the one that stays; its other words go with it."""
    gone, stays = library.of(plan.old.kind)[plan.old.ident], library.of(plan.new.kind)[plan.new.ident]
    if "also_known_as" in kinds.BY_NAME[plan.old.kind].record.model_fields:
        there = {other.name for other in all_names(stays)}
        kept.append("also_known_as", [piece(_name(one)) for one in all_names(gone) if one.name not in there])
    left = [field for field in gone.document.values if field not in ("name", "also_known_as", "kind")]
    if left:
        plan.notes.append(f"Not kept: {english.listed(f'`{field}`' for field in left)} of {plan.old.file}.")


def _name(name: Name) -> dict[str, str]:
    return {"name": name.name} | ({} if name.lang == "en" else {"lang": name.lang})
