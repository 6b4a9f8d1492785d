"""`bamboo add partner`: a country with its code and names from CLDR, or another partner to be filled in."""

from __future__ import annotations

import shlex

from bamboo.data import english
from bamboo.data.locations import HIDDEN
from bamboo.data.seed import NO_ID, bare_letters, id_like
from bamboo.editing.add import Written
from bamboo.editing.form import Form
from bamboo.editing.name import Refused, unusable
from bamboo.kinds.library import Library
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.reading.mentions import Finder, plain
from bamboo.reading.names import Country, all_names, countries_like, country, country_of

KINDS = tuple(sort.name for sort in PARTNERS.sorts)


def partner(
    library: Library, name: str, kind: str | None = None, iso: str | None = None, ident: str | None = None
) -> Written | Refused:
    """A new partner of this name, English or Vietnamese."""
    name = " ".join(name.split())
    if HIDDEN.search(name) or not any(letter.isalnum() for letter in name):
        return Refused((f"`{HIDDEN.sub('�', name)}` is no name: type it again.",))
    if iso and (kind not in (None, "country") or country_of(iso) is None):
        return Refused((f"No country has the code `{iso}`, or this is no country.",))
    found = country_of(iso) if iso else country(name) if kind in (None, "country") else None
    if (taken := _known(library, name, found)) is not None:
        return taken
    if found is None and kind in (None, "country") and (near := countries_like(name)):
        return _did_you_mean(library, name, near)
    if found is None and kind == "country":
        said = f"No country is called `{name}` in CLDR."
        return Refused((said, "If it has another name there, give its code: --iso AU"))
    return _file(library, name, kind, found, by_code=iso is not None, ident=ident)


def _did_you_mean(library: Library, name: str, near: list[Country]) -> Refused:
    there = {entry.record.iso: entry.file for entry in library.partners.values()}
    offers = []
    for country_ in near:
        names = " / ".join(dict.fromkeys((country_.english, country_.vietnamese)))
        command = f"bamboo add partner {shlex.quote(country_.english)}"
        offers.append(f"  {names} ({country_.iso}): {there.get(country_.iso) or command}")
    return Refused((
        f"No country is called `{name}`. Did you mean:",
        *offers,
        "If it is another partner, say what it is: --kind organisation, company or group.",
    ))  # fmt: skip


def _known(library: Library, name: str, found: Country | None) -> Refused | None:
    """The record that has this name or code already."""
    for entry in library.partners.values():
        names = {bare_letters(known.name) for known in all_names(entry)}
        if bare_letters(name) in names or (found and entry.record.iso == found.iso):
            return Refused((
                f"{entry.file} is this partner already: {entry.record.name}.",
                "If a name is missing there, add it to `also_known_as`.",
            ))  # fmt: skip
    return None


def _file(
    library: Library, typed: str, kind: str | None, found: Country | None, by_code: bool, ident: str | None
) -> Written | Refused:
    form, notes = Form(Partner), []
    name = typed
    if found and not by_code:
        name = found.english
        if bare_letters(typed) != bare_letters(name):
            notes.append(f"“{typed}” is {name} in English.")
    ident = ident or id_like(name)
    if ident == NO_ID:
        return Refused((f"No id can be made of `{name}`.", "Choose one: --id"))
    if wrong := unusable(library, "partners", ident):
        return wrong
    form.give("name", name)
    if found:
        form.give("kind", "country")
        usual = ", ".join(dict.fromkeys((found.english, found.vietnamese)))
        form.give("iso", found.iso, f"Brings these names: {usual}.")
        notes.append(f"Code {found.iso}; names from CLDR: {usual}.")
    elif kind:
        form.give("kind", kind)
    else:
        form.ask("kind", f"One of: {', '.join(KINDS)}.")
    names = {name, typed} | ({found.english, found.vietnamese} if found else set())
    finder = Finder((ident, known) for known in names)
    texts = [seed.file for seed in library.seeds.values() if finder.find(plain(seed.text))]
    notes.append(
        f"Named in {english.listed(texts)}." if texts else "No source text prints one of its names so far."
    )
    notes.append("Name it in `partners` of a fact or figure: until then the check says that nothing does.")
    each = "Each as `{name: ..., lang: vi}`; `lang` may be left out for English."
    about = f"fill in, or leave empty: {Partner.model_fields['also_known_as'].description} {each}"
    form.give("also_known_as", [], about)
    return Written(f"data/partners/{ident}.yml", form.text, tuple(notes))
