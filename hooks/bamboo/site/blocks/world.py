"""The world map: partner countries by the tier that sources state, each a link; everything else is land."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data import dates, english
from bamboo.graph.claims import Graph
from bamboo.kept import digest
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.standing import Standing, rank, standings, tiers
from bamboo.site.blocks.tones import NONE, SEVERAL, Tone, tones
from bamboo.site.worldmap.labels import Wanted, Word, placed
from bamboo.site.worldmap.shapes import Place, sheet

HOME = "VN"

# In units of the sheet, which is 2,000 wide: an area that is drawn as a dot, an area that gets a wider
# field to point at, and the size of words on a wide screen and on a phone.
DOT_BELOW = 250
REACH_BELOW = 2400
WORDS_WIDE, WORDS_PHONE = 24, 58
# How far from its country a name may be, and letters, and the name of a country without a tier.
NAME_FAR, LETTERS_FAR, PLAIN_FAR = 300, 90, 30


@dataclass(frozen=True, slots=True)
class Country:
    """A partner on the map. `note` is what its link says besides its name."""

    link: Link
    tone: Tone
    path: str
    x: int
    y: int
    dot: bool
    reach: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words on the map for one width of screen: names, and letters where there is no room for a name.

    `plain` are names of countries without a tier.
    """

    screen: str
    named: tuple[Word, ...]
    plain: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A partner as its country on the map says it: its page, the claim that states its tier, its claims."""

    partner: Link
    tier: str
    since: Link | None
    claims: str

    @property
    def said(self) -> str:
        """Its tier in words."""
        return ", ".join([self.tier, self.since.label] if self.since else [self.tier or "no tier stated"])


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A tier in the key, with the partners that have it. `link` is None where the row is no tier.

    `plain` are its partners with nothing but their claims, where no statement is to be shown.
    """

    tone: Tone
    label: str
    link: Link | None
    partners: tuple[Stated, ...]
    plain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A tone under the map and what it means, with its letters where they are on the map."""

    tone: Tone
    label: str
    letters: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class WorldView:
    """The map, its key, and who is not drawn. `heading` says what it shows, within which bounds."""

    width: int
    height: int
    land: str
    home: Place
    tones: tuple[Tone, ...]
    countries: tuple[Country, ...]
    words: tuple[Words, ...]
    key: tuple[KeyRow, ...]
    not_drawn: tuple[Link, ...]
    title: str
    heading: str

    @property
    def legend(self) -> tuple[Explained, ...]:
        """The tiers that the map shows, then what is no tier."""
        words = {word.text for words in self.words for word in words.named}
        shown = [row for row in self.key if row.link and row.partners]
        shown += [row for row in self.key if not row.link]
        return tuple(
            Explained(
                row.tone,
                row.label,
                row.tone.letters if row.link and row.tone.letters in words else "",
                not row.link and bool(row.plain),
            )
            for row in shown
        )

    @property
    def untiered(self) -> tuple[Link, ...]:
        """The partners on the map whose tier no source states."""
        return tuple(to for row in self.key for to in row.plain)


def world(graph: Graph) -> WorldView:
    """The map of all partners."""
    drawn = sheet()
    found = standings(graph)
    looks = tones(graph)
    kinds = {ident: entry.record.kind for ident, entry in graph.library.partners.items()}
    codes = {ident: entry.record.iso or "" for ident, entry in graph.library.partners.items()}
    countries = [row for row in found if kinds[row.partner] == "country"]
    shown = [row for row in countries if codes[row.partner] in drawn.places]
    shapes = [_country(graph, row, looks[_tone_of(row)], drawn.places[codes[row.partner]]) for row in shown]
    # What is small lies on top of what is large.
    shapes.sort(key=lambda shape: (shape.dot, shape.reach))
    key = _key(graph, found, looks)
    return WorldView(
        width=drawn.width,
        height=drawn.height,
        land=drawn.land,
        home=drawn.places[HOME],
        tones=tuple(row.tone for row in key),
        countries=tuple(shapes),
        words=_words(graph, [(row, codes[row.partner]) for row in shown], looks),
        key=key,
        not_drawn=links.records(
            graph, "partners", (r.partner for r in countries if codes[r.partner] not in drawn.places)
        ),
        title=f"World map: {english.counted(len(shapes), 'partner country', 'partner countries')} of Vietnam "
        "by tier of relations as sources state it",
        heading=bounds(graph),
    )


def bounds(graph: Graph) -> str:
    """What the map and the ladder show, and of how many texts and which years: a heading."""
    stated = [claim for claim in graph.claims.values() if claim.relation]
    sources = {source for claim in stated for source in claim.sources}
    years = sorted({year for claim in stated for year in claim.ends})
    if not years:
        return "Partner countries that the texts name"
    stating, every = len(sources), len(graph.library.sources)
    many = english.spelled(stating) + (f" of {english.spelled(every)}" if stating < every else "")
    texts = f"{many} {'text' if every == 1 else 'texts'} {'states' if stating == 1 else 'state'}"
    return f"Tiers of relations in {english.span(years)}, as {texts} them"


def _tone_of(row: Standing) -> str:
    return SEVERAL if len(row.tiers) > 1 else "".join(row.tiers)


def _stated(graph: Graph, row: Standing) -> Stated:
    claim = row.claims[0] if row.claims else None
    since = None
    tier = english.listed(graph.name("terms", tier) for tier in row.tiers)
    if claim := claim or row.suspended:
        assert claim.relation
        since = Link(f"{claim.relation.change} {dates.words(claim.when)}{_beside(graph, row)}", claim.url)
        tier = tier or graph.name("terms", claim.relation.tier)
    return Stated(
        partner=links.record(graph, "partners", row.partner),
        tier=tier,
        since=since,
        claims=english.counted(row.count, "statement"),
    )


def _beside(graph: Graph, row: Standing) -> str:
    """`, called strategic partnership in February 2026`."""
    said = (
        f", called {graph.name('terms', claim.relation.tier)} {dates.within(claim.when)}"
        for claim in row.beside
        if claim.relation
    )
    return "".join(said)


def _country(graph: Graph, row: Standing, tone: Tone, place: Place) -> Country:
    stated = _stated(graph, row)
    return Country(
        Link(stated.partner.label, stated.partner.address, f"{stated.said}, {stated.claims}"),
        tone,
        place.path,
        place.x,
        place.y,
        dot=place.area < DOT_BELOW,
        reach=place.area < REACH_BELOW,
    )


def _key(graph: Graph, found: Iterable[Standing], looks: dict[str, Tone]) -> tuple[KeyRow, ...]:
    groups: dict[str, list[Stated]] = {}
    for row in found:
        # Organisations without a tier are listed beside the map.
        if row.tiers or graph.library.partners[row.partner].record.kind == "country":
            groups.setdefault(_tone_of(row), []).append(_stated(graph, row))
    rows = [
        KeyRow(
            looks[tier],
            graph.name("terms", tier),
            links.record(graph, "terms", tier),
            tuple(groups.get(tier, ())),
        )
        for tier in tiers(graph)
    ]
    if several := groups.get(SEVERAL):
        rows.append(KeyRow(looks[SEVERAL], "more than one tier stated", None, tuple(several)))
    if none := groups.get(NONE):
        plain = tuple(Link(row.partner.label, row.partner.address, row.claims) for row in none)
        rows.append(KeyRow(looks[NONE], "countries, no tier stated", None, tuple(none), plain))
    return tuple(rows)


def _placed(graph: Graph, wanted: tuple[Wanted, ...], size: int) -> tuple[Word, ...]:
    """Words in their places, which take long to find, and follow from nothing but the words."""
    name = digest([repr((wanted, size)).encode()])
    return tuple(Word(*row) for row in graph.part("words on the map", name, lambda _: _found(wanted, size)))


@lru_cache(maxsize=4)
def _found(wanted: tuple[Wanted, ...], size: int) -> tuple[tuple[str, str, int, int, str], ...]:
    """The same as rows. Several pages draw them."""
    words = placed(sheet(), wanted, size)
    return tuple((word.country, word.text, word.x, word.y, word.line) for word in words)


def _words(graph: Graph, shown: Sequence[tuple[Standing, str]], looks: dict[str, Tone]) -> tuple[Words, ...]:
    """The words on the map, Vietnam's first; then first tiers, large countries first."""
    places = sheet().places

    def order(row: tuple[Standing, str]) -> tuple[tuple[float, str], int]:
        standing, code = row
        first = rank(graph, standing.tiers[0]) if standing.tiers else (float("inf"), "")
        return first, -places[code].area

    named = [Wanted(HOME, (("Vietnam", NAME_FAR),))]
    plain = []
    for standing, code in sorted(shown, key=order):
        name = graph.name("partners", standing.partner)
        if standing.tiers:
            letters = looks[_tone_of(standing)].letters
            named.append(Wanted(code, ((name, NAME_FAR), (letters, LETTERS_FAR))))
        else:
            plain.append(Wanted(code, ((name, PLAIN_FAR),)))
    tiered = {one.country for one in named}
    wide = _placed(graph, (*named, *plain), WORDS_WIDE)
    return (
        Words(
            "wide",
            tuple(word for word in wide if word.country in tiered),
            tuple(word for word in wide if word.country not in tiered),
        ),
        Words("phone", _placed(graph, tuple(named), WORDS_PHONE), ()),
    )
