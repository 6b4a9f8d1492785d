"""What can be found: every entity and every claim of the graph, in short rows that the browser indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import Any

from babel import Locale

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.records import Name
from bamboo.graph import addresses, wording
from bamboo.graph.cited import Cited, definition
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.expansion import by_editors
from bamboo.kinds.indicator import INDICATORS
from bamboo.kinds.library import Entry
from bamboo.kinds.year import YEARS
from bamboo.reading import names
from bamboo.reading.demonyms import DEMONYMS
from bamboo.site.blocks import leads
from bamboo.site.blocks.links import source_label
from bamboo.site.blocks.names import BY_EDITORS
from bamboo.site.search.lists import names_of
from bamboo.site.search.pages import PAGES
from bamboo.site.search.rows import CLAIM_LABELS, LABELS, ClaimRow, Entity, Passage

_KINDS = list(LABELS)

# Before a definition that no source gives.
EDITORS_WORDS = "Editors' words"

# What people add to a name when they look for a record of this kind.
_ASKED = {
    **{kind.name: kind.asked for kind in kinds.SUBJECTS},
    "years": "year events overview",
    "pages": "page",
}


@dataclass
class Numbering:
    """Entities by their number, and passages by theirs: rows refer to both by it."""

    entities: list[Entity]
    _places: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self._places = {entity.url: place for place, entity in enumerate(self.entities)}

    def of(self, kind: str, idents: Iterable[str]) -> list[int]:
        """The numbers of records."""
        return [self._places[addresses.entity(kind, ident)] for ident in idents]


def entities(linked: Graph) -> list[Entity]:
    """Everything that has a page of its own and is no claim."""
    found = [
        Entity(*linked.part(f"{kind.name} for search", ident, partial(_entity, linked, kind.name)))
        for kind in kinds.SUBJECTS
        for ident in linked.library.of(kind.name)
    ]
    found += [
        Entity(
            _KINDS.index("years"),
            addresses.year(year),
            str(year),
            around=_ASKED["years"],
            claims=linked.many("years", str(year)),
            years=(year,),
            overview=_overview(linked, YEARS.name, str(year)),
        )
        for year in linked.years
    ]
    return found + [
        Entity(
            _KINDS.index("pages"),
            page.address,
            page.title,
            around=f"{_ASKED['pages']} {page.search}",
            text=page.said(linked),
        )
        for page in PAGES
    ]


def addresses_in_order(linked: Graph) -> dict[None, tuple[str, ...]]:
    """Where they are; nothing is read of them."""
    return {
        None: (
            *(
                addresses.entity(kind.name, ident)
                for kind in kinds.SUBJECTS
                for ident in linked.library.of(kind.name)
            ),
            *map(addresses.year, linked.years),
            *(page.address for page in PAGES),
        )
    }


def _entity(linked: Graph, kind: str, ident: str) -> tuple[Any, ...]:
    """The values of an Entity."""
    entry = linked.library.of(kind)[ident]
    title = linked.name(kind, entry.id)
    claims = linked.naming(kind, entry.id)
    years = sorted({year for claim in claims for year in claim.ends}, reverse=True)
    made = Entity(
        _KINDS.index(kind),
        addresses.entity(kind, entry.id),
        title,
        others=tuple(_others(entry, kind, title)),
        roles=tuple(_roles(entry.id, claims)) if kind == "people" else (),
        home=" ".join(_home(linked, kind, entry)),
        around=" ".join([_ASKED[kind], *_around(linked, kind, entry, claims), *map(str, years)]),
        text=_text(linked, kind, entry),
        claims=len(claims),
        years=tuple(years),
        overview=_overview(linked, kind, entry.id),
        by=EDITORS_WORDS if _defined_by_editors(entry) else "",
    )
    if claims and not (made.text or made.overview):
        made = replace(made, lead=leads.first_sentence(linked, kind, entry.id))
    return tuple(getattr(made, column.name) for column in fields(Entity))


def _others(entry: Entry[Any], kind: str, title: str) -> Iterator[tuple[str, ...]]:
    yield from (_other(entry, name) for name in _names(entry) if name.name != title)
    yield from _usual(entry, kind)


def called(linked: Graph, record: tuple[str, str]) -> tuple[str, ...]:
    """The names by which the claims about a record are found; none of one that is gone."""
    kind, ident = record
    entry = linked.library.of(kind).get(ident)
    if entry is None:
        return ()

    def made() -> tuple[str, ...]:
        title = linked.name(kind, ident)
        others = (name for name, *_ in _others(entry, kind, title))
        return (title, " ".join(_home(linked, kind, entry)), *others)

    return linked.once_for("called", f"{kind}/{ident}", made)


def _names(entry: Entry[Any]) -> Iterator[Name]:
    """The names that a record is found by: no expansion that names a country, which BRICS is not."""
    for name in names.all_names(entry):
        if not (name.name == getattr(entry.record, "expansion", None) and names.names_country(name.name)):
            yield name


def _usual(entry: Entry[Any], kind: str) -> Iterator[tuple[str, ...]]:
    """What people call a country besides its record's names."""
    code = getattr(entry.record, "iso", None) if kind == "partners" else None
    if code:
        known = {name.name for name in names.all_names(entry)}
        given = (Locale(language).territories.get(code) for language in ("en", "vi"))
        for language, name in zip(("", "vi"), given, strict=True):
            if name and name not in known:
                yield (name, language) if language else (name,)
        yield from ((name,) for name in names_of(code))


def _other(entry: Entry[Any], name: Name) -> tuple[str, ...]:
    if by_editors(entry.record, name.name):
        return name.name, "", BY_EDITORS
    return (name.name,) if name.lang == "en" else (name.name, name.lang)


def _overview(linked: Graph, kind: str, ident: str) -> tuple[str, ...]:
    return tuple(sentence.says for sentence in linked.library.overview(kind, ident))


def _roles(person: str, claims: Iterable[Claim]) -> Iterator[str]:
    seen = set()
    for claim in claims:
        for role in claim.people:
            if role.person == person and role.as_ and role.as_ not in seen:
                seen.add(role.as_)
                yield role.as_


def _home(linked: Graph, kind: str, entry: Entry[Any]) -> Iterator[str]:
    """A country's adjectives; for a person, the country's names as well."""
    if kind == "partners":
        for name in names.all_names(entry):
            yield from DEMONYMS.get(name.name, ())
    elif kind == "people" and entry.record.of in linked.library.partners:
        home = linked.library.partners[entry.record.of]
        for name in names.all_names(home):
            yield from (name.name, *DEMONYMS.get(name.name, ()))


def _around(linked: Graph, kind: str, entry: Entry[Any], claims: Iterable[Claim]) -> Iterator[str]:
    """Words by which a record is looked for besides its names."""
    library, record = linked.library, entry.record
    if kind == "partners":
        yield record.kind
        tiers = (c.relation.tier for c in claims if c.relation and c.relation.partner == entry.id)
        yield from (library.terms[tier].record.name for tier in dict.fromkeys(tiers))
    elif kind == "themes":
        yield from (library.themes[theme].record.name for theme in record.related)
    elif kind == "terms":
        yield record.kind
        if record.parent:
            yield library.terms[record.parent].record.name
    elif kind == "indicators":
        yield record.unit
        named: list[Entry[Any]] = [library.themes[theme] for theme in record.themes]
        named += [library.partners[partner] for partner in record.partners]
        named += [library.terms[term] for term in record.terms]
        yield from (name.name for other in named for name in _names(other))
    elif kind == "sources":
        yield from (record.publisher or "", *record.authors, record.translator or "")
        yield from (dates.words(when) for when in (record.published, record.about) if when)
        if record.speaker:
            yield library.people[record.speaker].record.name


def _defined_by_editors(entry: Entry[Any]) -> bool:
    definition = getattr(entry.record, "definition", None)
    return bool(definition and definition.text)


def _text(linked: Graph, kind: str, entry: Entry[Any]) -> str:
    """A line that says what a record is, in the words its page begins with."""
    record = entry.record
    if kind == "themes":
        return str(record.summary)
    if kind == "indicators":
        return str(record.counted)
    if kind == "terms" and record.definition:
        cited = definition(linked.library, entry.id)
        return record.definition.text or " … ".join(_line(quote) for quote in cited)
    if kind == "sources":
        return source_label(linked, entry.id)
    return ""


def counted(linked: Graph) -> list[str]:
    """The terms that some figure counts, as its record says."""

    def terms(ident: str) -> tuple[str, ...]:
        return tuple(linked.library.indicators[ident].record.terms)

    every = (linked.part("terms counted", ident, terms) for ident in linked.library.of(INDICATORS.name))
    return sorted({term for found in every for term in found})


def claim_row(claim: Claim, numbers: Numbering) -> ClaimRow:
    """A claim, as yet without the numbers of its passages."""
    return ClaimRow(
        kind=list(CLAIM_LABELS).index(claim.kind),
        url=claim.url,
        title=claim.label,
        says=claim.text,
        when=dates.words(claim.when),
        years=claim.ends,
        themes=numbers.of("themes", claim.themes),
        partners=numbers.of("partners", claim.partners),
        people=numbers.of("people", (role.person for role in claim.people)),
        roles=[role.as_ or "" for role in claim.people],
        terms=numbers.of("terms", claim.terms),
        quotes=[],
        by=wording.briefly(claim.speakers) if claim.speakers else "",
        figure=numbers.of("indicators", [claim.indicator])[0] if claim.indicator else None,
    )


def claim_texts(linked: Graph, claim: Claim) -> Iterator[str]:
    """Every text by which a claim is found: its own, and the names of what it is about."""
    yield from (
        claim.text,
        claim.label,
        CLAIM_LABELS[claim.kind],
        dates.words(claim.when),
        *map(str, claim.ends),
    )
    yield from (text for cited in claim.evidence for text in (cited.text, cited.translation))
    yield from (role.as_ for role in claim.people if role.as_)
    about = {"themes": claim.themes, "partners": claim.partners, "people": claim.named_people}
    about |= {"terms": claim.terms, "indicators": (claim.indicator,) if claim.indicator else ()}
    for kind, idents in about.items():
        for ident in idents:
            yield from linked.answer(called, (kind, ident))


def passage_row(cited: Cited, numbers: Numbering) -> Passage:
    """A quote with its words on one line."""
    (source,) = numbers.of("sources", [cited.source])
    return Passage(source, cited.start, cited.end, _line(cited), cited.lang, cited.translation)


def _line(cited: Cited) -> str:
    return " ".join(cited.text.split())
