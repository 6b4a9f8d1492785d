"""`bamboo add term` and `bamboo add agreement`: a named thing of some kind."""

from __future__ import annotations

from bamboo.data import english
from bamboo.data.locations import HIDDEN, nearest
from bamboo.data.seed import NO_ID, bare_letters, id_like
from bamboo.editing.add import Written
from bamboo.editing.form import OPEN, Form
from bamboo.editing.name import Refused, unusable
from bamboo.kinds.library import Library
from bamboo.kinds.term import TERMS, Term
from bamboo.reading.mentions import Finder, plain
from bamboo.reading.names import all_names

KINDS = tuple(sort.name for sort in TERMS.sorts)


def term(library: Library, name: str, kind: str = "", parent: str = "", ident: str = "") -> Written | Refused:
    """A new term of this name."""
    name = " ".join(name.split())
    if HIDDEN.search(name) or not any(letter.isalnum() for letter in name):
        return Refused((f"`{HIDDEN.sub('�', name)}` is no name: type it again.",))
    for entry in library.terms.values():
        if bare_letters(name) in {bare_letters(known.name) for known in all_names(entry)}:
            return Refused((
                f"{entry.file} is this term already: {entry.record.name}.",
                "If a name is missing there, add it to `also_known_as`.",
            ))  # fmt: skip
    if parent and parent not in library.terms:
        guess = nearest(parent, library.terms)
        hint = f"Did you mean `{guess}`?" if guess else f"Add it first: bamboo add term {parent}"
        return Refused((f"Unknown term `{parent}`.", hint))
    ident = ident or id_like(name)
    if ident == NO_ID:
        return Refused((f"No id can be made of `{name}`.", "Choose one: --id"))
    if wrong := unusable(library, "terms", ident):
        return wrong
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
    each = "Each as `{name: ..., lang: vi}`; `lang` may be left out for English."
    about = f"{OPEN}, or leave empty: {Term.model_fields['also_known_as'].description} {each}"
    form.give("also_known_as", [], about)
    finder = Finder([(ident, name)], loose=True)
    texts = [seed.file for seed in library.seeds.values() if finder.find(plain(seed.text))]
    notes = (
        f"Named in {english.listed(texts)}." if texts else "No source text prints this name so far.",
        "Name it in `terms` of a fact or figure: until then the check says that nothing does.",
    )
    return Written(f"data/terms/{ident}.yml", form.text, notes)
