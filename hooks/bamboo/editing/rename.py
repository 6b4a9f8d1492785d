"""`bamboo rename`: a record under another id, or a fact in another year, and all that names it with it."""

from __future__ import annotations

from bamboo import kinds
from bamboo.editing import follow, name
from bamboo.editing.follow import Plan, Texts
from bamboo.editing.name import Refused
from bamboo.editing.write import Edited
from bamboo.kinds.library import Library


def rename(library: Library, texts: Texts, old: str, new: str) -> Plan | Refused:
    """What is to be written. `texts` holds every data file and every hand-written page."""
    place = name.meant(library, old)
    if isinstance(place, Refused):
        return place
    target = name.renamed(library, place, new)
    if isinstance(target, Refused):
        return target
    if unseen := follow.unseen(library, texts, place):
        return unseen
    plan = Plan(place, target, texts)
    follow.references_follow(library, plan)
    if refused := follow.moved_follows(library, plan, renamed=True):
        return refused
    follow.pages_follow(plan)
    card = Edited(place.file, kinds.BY_NAME[place.kind].record, plan.text(place.file))
    if place.kind == "sources" and library.sources[place.ident].record.seed == f"{place.ident}.txt":
        card.put(("seed",), f"{target.ident}.txt")
        plan.moved[f"seeds/{place.ident}.txt"] = f"seeds/{target.ident}.txt"
    plan.edited.pop(place.file, None)
    plan.edited[target.file] = card.text
    plan.moved[place.file] = target.file
    return plan
