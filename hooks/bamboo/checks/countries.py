"""A country's code is one that exists, is that of its name, and belongs to one partner."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import Partner
from bamboo.reading.names import country, country_of, is_known_iso
from bamboo.reading.othernames import COUNTRIES

RULE = "country"


def check(library: Library) -> Iterator[Finding]:
    """ISO codes that CLDR does not know or has for another country, and two partners of one code."""
    owner: dict[str, str] = {}
    for entry in library.partners.values():
        code = entry.record.iso
        if code is None:
            if is_country := _codes(entry):
                yield Finding(
                    entry.document.location("kind"),
                    RULE,
                    f"`kind` is {entry.record.kind}; {entry.record.name} is a country.",
                    f"Write `kind: country` and `iso: {min(is_country)}`.",
                    code="is-country",
                    path=("kind",),
                    value=entry.record.kind,
                )
            continue
        location = entry.document.location("iso")
        if not is_known_iso(code):
            yield Finding(
                location,
                RULE,
                f"No country has the code `{code}`.",
                "Look it up in ISO 3166-1.",
                code="unknown-code",
            )
        elif code in owner:
            yield Finding(
                location,
                RULE,
                f"`{code}` is the code of {owner[code]} already.",
                "Keep one of the two.",
                code="code-taken",
            )
        elif (is_country := _codes(entry)) and code not in is_country:
            known = country_of(code)
            yield Finding(
                location,
                RULE,
                f"`iso` is {code}, which is {known.english if known else 'another country'}; "
                f"{entry.record.name} is {min(is_country)}.",
                f"Write `iso: {min(is_country)}`, or the name of that country.",
                code="other-country",
                path=("iso",),
                value=code,
            )
        owner.setdefault(code, entry.file)


def _codes(entry: Entry[Partner]) -> set[str]:
    """The codes of the countries that its name is the name of."""
    name = entry.record.name
    usual = country(name)
    codes = {code for code, names in COUNTRIES.items() if name in names}
    return codes | ({usual.iso} if usual else set())
