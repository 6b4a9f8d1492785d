"""Countries that no source names: known to the search, so that none is taken for another one."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from bamboo.data.records import Name
from bamboo.graph.claims import Graph
from bamboo.reading import names
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.othernames import of_country
from bamboo.site.search.fold import fold
from bamboo.site.search.lists import lists, names_of

# Told of although CLDR counts it among no countries.
UNIONS = ("EU",)
_HERE = "VN"


def countries(graph: Graph) -> list[list[str]]:
    """For each country without a record that no seed prints: its English name, then its other names."""
    partners = graph.library.partners.values()
    taken = {fold(name.name) for entry in partners for name in names.all_names(entry)}
    taken |= {fold(adjective) for name in taken for adjective in _adjectives(name)}
    codes = {entry.record.iso for entry in partners}
    texts = [seed.text for seed in graph.library.seeds.values()]
    found = []
    for code in sorted(set(Locale("en").territories)):
        known = len(code) == 2 and names.is_known_iso(code)
        if code in codes or code == _HERE or not (known or code in UNIONS):
            continue
        its = [name for name in dict.fromkeys(_names(code)) if fold(name) not in taken]
        proving = {*its} - set(lists()["short"].get(code, ())) | {*of_country(code)}
        if its and not names.printed((Name(name=name) for name in sorted(proving)), texts):
            found.append(its)
    return found


def _names(code: str) -> Iterator[str]:
    english = str(Locale("en").territories[code])
    yield from _apart(english)
    yield from _apart(str(Locale("vi").territories.get(code, english)))
    yield from names_of(code)
    yield from DEMONYMS.get(english, ())
    if code in UNIONS:
        yield code


def _apart(name: str) -> Iterator[str]:
    """`Myanmar (Burma)` as two names."""
    yield from (part.strip() for part in name.rstrip(")").split("("))


def _adjectives(folded: str) -> Iterator[str]:
    for name, adjectives in DEMONYMS.items():
        if fold(name) == folded:
            yield from adjectives
