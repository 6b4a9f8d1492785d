"""The world map: partner countries by the tier that sources state, each a link; everything else is land."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.standing import Standing, rank, standings, tiers
from bamboo.site.worldmap.shapes import Place, sheet

HOME = "VN"

# What stands in place of a tier: statements of one time that give different ones, and no statement.
SEVERAL, NONE = "*", ""

# The lines on a tier's colour, as path data on a tile of 20 units: none, slanted, dashed, level, slanted
# the other way, upright, crossed, a grid. Tiers beyond begin anew and keep their own letters.
PATTERNS = (
    "",
    "M-5 5 5-5M0 20 20 0M15 25 25 15",
    "M3 5h4M13 15h4",
    "M0 5h20M0 15h20",
    "M-5 15 5 25M0 0 20 20M15-5 25 5",
    "M5 0v20M15 0v20",
    "M0 20 20 0M0 0 20 20",
    "M0 10h20M10 0v20",
)
# Depth of colour, in hundredths: of the first tier, of the last, and where no tier is stated. Lines on a
# tier deeper than the middle are light.
DEEPEST, LIGHTEST, NO_TIER = 88, 36, 14
MIDDLE = 55

# In units of the sheet, which is 2,000 wide: an area that a dot stands for, an area that gets a wider
# field to point at, an area that letters stand under instead of in, and the size of letters on a wide
# screen and on a phone.
DOT_BELOW = 250
REACH_BELOW = 2400
BESIDE_BELOW = 1200
LETTERS_WIDE, LETTERS_PHONE = 30, 62


@dataclass(frozen=True, slots=True)
class Tone:
    """How a tier looks on the map: its pattern, depth of colour and letters."""

    id: str
    lines: str
    depth: int
    deep: bool
    letters: str


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
class Letters:
    """Letters on the map: under a small country, and `phone` where a small screen has room for them too."""

    text: str
    x: int
    y: int
    under: bool
    phone: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A partner in the lists beside the map: its page, the claim that states its tier, its claims."""

    partner: Link
    tier: str
    since: Link | None
    sources: tuple[Link, ...]
    claims: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A tier in the key, with the partners that have it. `link` is None where the row is no tier.

    `plain` are its partners with nothing but their claims, where no statement is to be shown.
    """

    anchor: str
    tone: Tone
    label: str
    link: Link | None
    partners: tuple[Stated, ...]
    plain: tuple[Link, ...] = ()
    gap: str = ""

    @property
    def several(self) -> bool:
        """Whether its partners have different tiers, each of which is to be said."""
        return self.link is None


@dataclass(frozen=True, slots=True)
class WorldView:
    """The map, its key, the table with the same content, and who is not drawn."""

    width: int
    height: int
    land: str
    home: Place
    tones: tuple[Tone, ...]
    countries: tuple[Country, ...]
    letters: tuple[Letters, ...]
    key: tuple[KeyRow, ...]
    table: tuple[Stated, ...]
    not_drawn: tuple[Link, ...]
    others: tuple[Link, ...]
    title: str


def world(graph: Graph) -> WorldView:
    """The map of all partners."""
    drawn = sheet()
    found = standings(graph)
    tones = _tones(graph)
    kinds = {ident: entry.record.kind for ident, entry in graph.library.partners.items()}
    codes = {ident: entry.record.iso or "" for ident, entry in graph.library.partners.items()}
    countries = [row for row in found if kinds[row.partner] == "country"]
    shown = [row for row in countries if codes[row.partner] in drawn.places]
    shapes = [_country(graph, row, tones[_tone_of(row)], drawn.places[codes[row.partner]]) for row in shown]
    # What is small lies on top of what is large.
    shapes.sort(key=lambda shape: (shape.dot, shape.reach))
    key = _key(graph, found, tones)
    return WorldView(
        width=drawn.width,
        height=drawn.height,
        land=drawn.land,
        home=drawn.places[HOME],
        tones=tuple(row.tone for row in key),
        countries=tuple(shapes),
        letters=_letters(
            graph, shown, tones, {row.partner: drawn.places[codes[row.partner]] for row in shown}
        ),
        key=key,
        table=tuple(_stated(graph, row) for row in countries),
        not_drawn=links.records(
            graph, "partners", (r.partner for r in countries if codes[r.partner] not in drawn.places)
        ),
        others=links.counted(graph, "partners", (r.partner for r in found if kinds[r.partner] != "country")),
        title=f"World map: {english.counted(len(shapes), 'partner country', 'partner countries')} of Vietnam "
        "by tier of relations as sources state it",
    )


def _tones(graph: Graph) -> dict[str, Tone]:
    """The look of each tier, of more than one tier stated and of none."""
    order = tiers(graph)
    letters = _initials([graph.name("terms", tier) for tier in order])
    step = (DEEPEST - LIGHTEST) / max(1, len(order) - 1)
    tones = {
        tier: _tone(number, round(DEEPEST - number * step), letters[number])
        for number, tier in enumerate(order)
    }
    tones[SEVERAL] = _tone(len(order), LIGHTEST, "2+")
    tones[NONE] = Tone("tone-none", "", NO_TIER, False, "")
    return tones


def _tone(number: int, depth: int, letters: str) -> Tone:
    return Tone(f"tone-{number}", PATTERNS[number % len(PATTERNS)], depth, depth > MIDDLE, letters)


def _initials(names: Sequence[str]) -> list[str]:
    """The first letters of each name's words, each time another text."""
    found: list[str] = []
    for name in names:
        words = (next((c for c in word if c.isalnum()), "") for word in name.split())
        plain = "".join(words).upper()[:4] or "T"
        text, number = plain, 1
        while text in found:
            number += 1
            text = f"{plain}{number}"
        found.append(text)
    return found


def _tone_of(row: Standing) -> str:
    return SEVERAL if len(row.tiers) > 1 else "".join(row.tiers)


def _stated(graph: Graph, row: Standing) -> Stated:
    claim = row.claims[0] if row.claims else None
    since = None
    if claim and claim.relation:
        since = Link(f"{claim.relation.change} {dates.words(claim.when)}", claim.url)
    sources = dict.fromkeys(source for claim in row.claims for source in claim.sources)
    return Stated(
        partner=links.record(graph, "partners", row.partner),
        tier=english.listed(graph.name("terms", tier) for tier in row.tiers),
        since=since,
        sources=links.records(graph, "sources", sources),
        claims=english.counted(row.count, "statement"),
    )


def _country(graph: Graph, row: Standing, tone: Tone, place: Place) -> Country:
    stated = _stated(graph, row)
    said = f"{stated.tier}, {stated.since.label}" if stated.since else "no tier stated"
    return Country(
        Link(stated.partner.label, stated.partner.address, f"{said}, {stated.claims}"),
        tone,
        place.path,
        place.x,
        place.y,
        dot=place.area < DOT_BELOW,
        reach=place.area < REACH_BELOW,
    )


def _key(graph: Graph, found: Iterable[Standing], tones: dict[str, Tone]) -> tuple[KeyRow, ...]:
    groups: dict[str, list[Stated]] = {}
    for row in found:
        # Organisations without a tier are listed beside the map.
        if row.tiers or graph.library.partners[row.partner].record.kind == "country":
            groups.setdefault(_tone_of(row), []).append(_stated(graph, row))
    rows = [
        KeyRow(
            f"tier-{tier}",
            tones[tier],
            graph.name("terms", tier),
            links.record(graph, "terms", tier),
            tuple(groups.get(tier, ())),
            gap="" if tier in groups else "stated of no partner here",
        )
        for tier in tiers(graph)
    ]
    if several := groups.get(SEVERAL):
        rows.append(KeyRow("tier-several", tones[SEVERAL], "more than one tier stated", None, tuple(several)))
    if none := groups.get(NONE):
        plain = tuple(Link(row.partner.label, row.partner.address, row.claims) for row in none)
        rows.append(KeyRow("tier-none", tones[NONE], "countries, no tier stated", None, tuple(none), plain))
    return tuple(rows)


def _letters(
    graph: Graph, shown: Iterable[Standing], tones: dict[str, Tone], places: dict[str, Place]
) -> tuple[Letters, ...]:
    """A tier's letters on each of its countries while there is room; first tiers, large countries first."""
    order = sorted(
        (row for row in shown if row.tiers),
        key=lambda row: (rank(graph, row.tiers[0]), -places[row.partner].area),
    )
    wide: list[_Box] = []
    phone: list[_Box] = []
    found = []
    for row in order:
        place, text = places[row.partner], tones[_tone_of(row)].letters
        if _room(place, text, LETTERS_WIDE, wide):
            room = _room(place, text, LETTERS_PHONE, phone)
            found.append(Letters(text, place.x, place.y, place.area < BESIDE_BELOW, room))
    return tuple(found)


_Box = tuple[float, float, float, float]


def _room(place: Place, text: str, size: int, taken: list[_Box]) -> bool:
    """Whether letters of this size touch none set before; then they are set."""
    wide, high = len(text) * size * 0.36, size * 0.55
    y = place.y + (size if place.area < BESIDE_BELOW else 0)
    box = (place.x - wide, y - high, place.x + wide, y + high)
    if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
        return False
    taken.append(box)
    return True
