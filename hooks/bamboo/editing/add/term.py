"""`bamboo add term` and `bamboo add agreement`: a named thing of some kind."""

from __future__ import annotations

from bamboo.data.locations import nearest
from bamboo.editing.add import Written, named
from bamboo.editing.form import Form
from bamboo.editing.name import Refused
from bamboo.kinds.library import Library
from bamboo.kinds.term import TERMS, Term

KINDS = tuple(sort.name for sort in TERMS.sorts)


def term(
    library: Library, typed: str, kind: str = "", parent: str = "", ident: str = ""
) -> Written | Refused:
    """A new term of this name."""
    name = named.typed(typed)
    if isinstance(name, Refused):
        return name
    for entry in library.terms.values():
        if named.has(entry, name):
            return named.already("terms", entry)
    if parent and parent not in library.terms:
        guess = nearest(parent, library.terms)
        hint = f"Did you mean `{guess}`?" if guess else f"Add it first: bamboo add term {parent}"
        return Refused((f"Unknown term `{parent}`.", hint))
    free = named.free_id(library, "terms", name, ident)
    if isinstance(free, Refused):
        return free
    form = Form(Term)
    form.give("name", name)
    if kind:
        form.give("kind", kind)
    else:
        form.ask("kind", f"One of: {', '.join(KINDS)}.")
    if kind == "tier":
        form.ask("rank")
    if parent:
        form.give("parent", parent)
    named.ask_other_names(form, Term)
    notes = (
        named.printed(library, [name], "No source text prints this name so far.", loose=True),
        "Name it in `terms` of a fact or figure: until then the check says that nothing does.",
    )
    return Written(f"data/terms/{free}.yml", form.text, notes)
