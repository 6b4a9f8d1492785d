"""`bamboo add person`: somebody whom a source names, and for whom that person acts."""

from __future__ import annotations

from bamboo.data import english
from bamboo.data.locations import HIDDEN, nearest
from bamboo.data.seed import NO_ID, bare_letters, id_like
from bamboo.editing.add import Written
from bamboo.editing.form import OPEN, Form
from bamboo.editing.name import Refused, unusable
from bamboo.kinds.library import Library
from bamboo.kinds.partner import HOME_ID
from bamboo.kinds.person import Person
from bamboo.reading.mentions import Finder, plain
from bamboo.reading.names import all_names


def person(library: Library, name: str, of: str = "", ident: str = "") -> Written | Refused:
    """A new person of this name, who acts for `of`: a partner's id, or Vietnam."""
    name = " ".join(name.split())
    if HIDDEN.search(name) or not any(letter.isalnum() for letter in name):
        return Refused((f"`{HIDDEN.sub('�', name)}` is no name: type it again.",))
    for entry in library.people.values():
        if bare_letters(name) in {bare_letters(known.name) for known in all_names(entry)}:
            return Refused((
                f"{entry.file} is this person already: {entry.record.name}.",
                "If a name is missing there, add it to `also_known_as`.",
            ))  # fmt: skip
    if of and of != HOME_ID and of not in library.partners:
        guess = nearest(of, [HOME_ID, *library.partners])
        hint = f"Did you mean `{guess}`?" if guess else "Add the partner first: bamboo add partner NAME"
        return Refused((f"Unknown partner `{of}`.", hint))
    ident = ident or id_like(name)
    if ident == NO_ID:
        return Refused((f"No id can be made of `{name}`.", "Choose one: --id"))
    if wrong := unusable(library, "people", ident):
        return wrong
    form = Form(Person)
    form.give("name", name)
    if of:
        form.give("of", of)
    else:
        form.ask("of")
    each = "Each as `{name: ..., lang: vi}`; `lang` may be left out for English."
    about = f"{OPEN}, or leave empty: {Person.model_fields['also_known_as'].description} {each}"
    form.give("also_known_as", [], about)
    texts = [seed.file for seed in library.seeds.values() if Finder([(ident, name)]).find(plain(seed.text))]
    notes = (
        f"Named in {english.listed(texts)}." if texts else "No source text prints this name so far.",
        "Name the person in `people` of a fact: until then the check says that nothing does.",
    )
    return Written(f"data/people/{ident}.yml", form.text, notes)
