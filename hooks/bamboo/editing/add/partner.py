"""`bamboo add partner`: a country with its code and names from CLDR, or another partner to be filled in."""

from __future__ import annotations

import shlex
from unicodedata import normalize

from babel import Locale

from bamboo.data.seed import bare_letters
from bamboo.editing.add import Written, named
from bamboo.editing.form import Form
from bamboo.editing.name import Refused
from bamboo.kinds.library import Library
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.reading.names import Country, countries_like, country, country_of
from bamboo.site.search.lists import names_of

SHORT = 3  # letters
KINDS = tuple(sort.name for sort in PARTNERS.sorts)


def partner(
    library: Library, typed: str, kind: str | None = None, iso: str | None = None, ident: str | None = None
) -> Written | Refused:
    """A new partner of this name, English or Vietnamese."""
    name = named.typed(typed)
    if isinstance(name, Refused):
        return name
    if iso and (kind not in (None, "country") or country_of(iso) is None):
        return Refused((f"No country has the code `{iso}`, or this is no country.",))
    found = country_of(iso) if iso else _called(name) if kind in (None, "country") else None
    if (taken := _known(library, name, found)) is not None:
        return taken
    if found is None and kind in (None, "country") and (near := countries_like(name)):
        return _did_you_mean(library, name, near)
    if found is None and kind == "country":
        said = f"No country is called `{name}` in CLDR."
        return Refused((said, "If it has another name there, give its code: --iso AU"))
    return _file(library, name, kind, found, by_code=iso is not None, ident=ident)


def _called(name: str) -> Country | None:
    """The country that this is a name of: in CLDR, in texts, or in what people type ("UK", "England")."""
    if found := country(name):
        return found
    typed = _letters(" ".join(name.split())).removeprefix("the ")
    for code in map(str, Locale("en").territories):
        if typed in map(_letters, names_of(code)):
            return country_of(code)
    return None


def _letters(name: str) -> str:
    """`name` for comparing: without marks, unless it is so short that they set it apart from other words."""
    plain = name.replace(".", "")
    return bare_letters(plain) if len(plain) > SHORT else normalize("NFC", plain).casefold()


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
        if named.has(entry, name) or (found and entry.record.iso == found.iso):
            return named.already("partners", entry)
    return None


def _file(
    library: Library, typed: str, kind: str | None, found: Country | None, by_code: bool, ident: str | None
) -> Written | Refused:
    form, notes = Form(Partner), []
    name = typed
    if found and not by_code:
        # "Myanmar (Burma)" is called Myanmar here.
        name = typed if found.english.startswith(f"{typed} (") else found.english
        if bare_letters(typed) != bare_letters(name):
            notes.append(f"“{typed}” is {name} in English.")
    free = named.free_id(library, "partners", name, ident or "")
    if isinstance(free, Refused):
        return free
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
    notes.append(named.printed(library, names, "No source text prints one of its names so far."))
    notes.append("Name it in `partners` of a fact or figure: until then the check says that nothing does.")
    named.ask_other_names(form, Partner)
    return Written(f"data/partners/{free}.yml", form.text, tuple(notes))
