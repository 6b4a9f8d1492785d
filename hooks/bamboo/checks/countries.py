"""A country's code is one that exists, is that of its name, and belongs to one partner."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.data.seed import bare_letters
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.reading.names import country, country_of, is_known_iso
from bamboo.reading.othernames import COUNTRIES

RULE = "country"
_WORD = pattern(r"\w{4,}")


def check(library: Library) -> Iterator[Finding]:
    """ISO codes that CLDR does not know or has for another country, and two partners of one code."""
    owner: dict[str, str] = {}
    for ident, code, wrong in library.about(RULE, _of, PARTNERS.name):
        entry = library.partners[ident]
        if code in owner and (wrong is None or wrong.code != "unknown-code"):
            yield Finding(
                entry.document.location("iso"),
                RULE,
                f"`{code}` is the code of {owner[code]} already.",
                "Keep one of the two.",
                code="code-taken",
            )
        elif wrong:
            yield wrong
        if code is not None:
            owner.setdefault(code, entry.file)


def _of(_: Library, entry: Entry[Partner]) -> Iterator[tuple[str, str | None, Finding | None]]:
    yield entry.id, entry.record.iso, next(_wrong(entry), None)


def _wrong(entry: Entry[Partner]) -> Iterator[Finding]:
    """What is wrong with a partner's code by itself."""
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
        return
    location, known = entry.document.location("iso"), country_of(code)
    if not is_known_iso(code):
        yield Finding(
            location,
            RULE,
            f"No country has the code `{code}`.",
            "Look it up in ISO 3166-1.",
            code="unknown-code",
        )
    elif (is_country := _codes(entry)) and code not in is_country:
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
    elif not is_country and not _sounds_like(entry, code):
        yield Finding(
            location,
            RULE,
            f"`iso` is {code}, which is {known.english if known else 'another country'}; no name of "
            f"{entry.record.name} is a name of it.",
            "Correct the code or the kind, or add that country's usual name to `also_known_as`.",
            code="not-its-name",
            path=("iso",),
            value=code,
        )


def _sounds_like(entry: Entry[Partner], code: str) -> bool:
    """Whether one of its names is like a name of the country with this code: "Brasil", "Hong Kong"."""
    known = country_of(code)
    of_country = [*COUNTRIES.get(code, ()), *((known.english, known.vietnamese) if known else ())]
    words = {word for name in of_country for word in _WORD.findall(bare_letters(name))}
    for name in (entry.record.name, *(other.name for other in entry.record.also_known_as)):
        usual = country(name)
        if (usual and usual.iso == code) or any(
            get_close_matches(word, words, cutoff=0.8) for word in _WORD.findall(bare_letters(name))
        ):
            return True
    return False


def _codes(entry: Entry[Partner]) -> set[str]:
    """The codes of the countries that its name is the name of."""
    name = entry.record.name
    usual = country(name)
    codes = {code for code, names in COUNTRIES.items() if name in names}
    return codes | ({usual.iso} if usual else set())
