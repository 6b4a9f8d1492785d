"""`bamboo add person`: somebody whom a source names, and for whom that person acts."""

from __future__ import annotations

from bamboo.data.locations import nearest
from bamboo.editing.add import Written, named
from bamboo.editing.form import Form
from bamboo.editing.name import Refused
from bamboo.kinds.library import Library
from bamboo.kinds.partner import HOME_ID, NOBODY
from bamboo.kinds.person import Person


def person(library: Library, typed: str, of: str = "", ident: str = "") -> Written | Refused:
    """A new person of this name, who acts for `of`: a partner's id, Vietnam or nobody."""
    name = named.typed(typed)
    if isinstance(name, Refused):
        return name
    for entry in library.people.values():
        if named.has(entry, name):
            return named.already("people", entry)
    if of and of not in (HOME_ID, NOBODY) and of not in library.partners:
        guess = nearest(of, [HOME_ID, NOBODY, *library.partners])
        hint = f"Did you mean `{guess}`?" if guess else "Add the partner first: bamboo add partner NAME"
        return Refused((f"Unknown partner `{of}`.", hint))
    free = named.free_id(library, "people", name, ident)
    if isinstance(free, Refused):
        return free
    form = Form(Person)
    form.give("name", name)
    if of:
        form.give("of", of)
    else:
        form.ask("of")
    named.ask_other_names(form, Person)
    notes = (
        named.printed(library, [name], "No source text prints this name so far."),
        "Name the person in `people` of a fact: until then the check says that nothing does.",
    )
    return Written(f"data/people/{free}.yml", form.text, notes)
