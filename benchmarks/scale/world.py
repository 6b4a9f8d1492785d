"""Who and what generated claims are about: partners, people, themes, terms and sources, in today's kinds."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from bamboo.data.seed import id_like
from bamboo.reading.names import is_known_iso

from benchmarks.scale.words import Wording

# At most so many, from the size on at which each still has some claims.
PARTNERS, THEMES, YEARS, SOURCES = 200, 50, 20, 200
LAST_YEAR = 2024
# One for so many claims, as in the present data; vocabularies of terms grow more slowly (Heaps' law).
A_PERSON, A_PARTNER, A_THEME, A_SOURCE = 20, 7, 18, 8
TERMS, HEAPS = 2.6, 0.6
# What partners are, and terms, with their shares.
PARTNER_KINDS = (("country", 22), ("organisation", 13), ("group", 10), ("company", 1))
TERM_KINDS = (
    *(("event", 20), ("concept", 15), ("institution", 12), ("agreement", 9), ("document", 6)),
    *(("place", 5), ("programme", 4)),
)
_CALLED = {
    "organisation": ("Organisation", "Union", "Council", "Bank"),
    "group": ("Forum", "Region", "Group"),
    "company": ("Corporation", "Holdings"),
    "event": ("Conference", "Summit", "Week"),
    "concept": ("Approach", "Principle", "Economy"),
    "institution": ("Department", "Committee", "Institute"),
    "agreement": ("Agreement", "Protocol"),
    "document": ("Directive", "Plan"),
    "place": ("Island", "Port", "Valley"),
    "programme": ("Programme", "Initiative"),
}
_FAMILY = """
Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý
"""
_MIDDLE = """
Văn Thị Minh Quang Thanh Hữu Đức Ngọc Xuân Thu Gia Bảo Hải Tuấn Kim Hồng
"""
_GIVEN = """
Anh Bình Châu Cường Dũng Giang Hà Hạnh Hiếu Hoa Hùng Hương Khánh Lan Linh Long Mai Nam Nhung
Phong Phúc Phương Quân Sơn Tâm Thảo Thắng Trang Trung Tùng Vinh Yến
"""
ROLES = (
    *("Prime Minister", "Deputy Prime Minister", "Minister", "Deputy Minister", "Ambassador", "President"),
    *("Chairman", "Spokesperson", "General Secretary", "Consul General"),
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A record to name: its id, its name as texts print it, and the rest of what its file says."""

    id: str
    name: str
    fields: dict[str, object]


@dataclass(frozen=True, slots=True)
class Text:
    """A source to come: its id, the year that it is about, its title and short name."""

    id: str
    year: int
    title: str
    short: str


@dataclass(frozen=True, slots=True)
class World:
    """Everything that there is to speak of."""

    partners: Sequence[Thing]
    people: Sequence[Thing]
    themes: Sequence[Thing]
    terms: Sequence[Thing]
    texts: Sequence[Text]
    years: Sequence[int]


def world(size: int, wording: Wording) -> World:
    """As much of it as `size` claims have."""
    chance = wording.chance
    partners = _partners(min(PARTNERS, size // A_PARTNER), wording)
    years = [LAST_YEAR - back for back in range(min(YEARS, max(3, size // 100)))]
    themes = []
    for _ in range(min(THEMES, max(17, size // A_THEME))):
        name = f"{wording.name()} {wording.stretch(1)}"
        themes.append(Thing(id_like(name), name, {"summary": f"{wording.stretch(9).capitalize()}."}))
    terms = []
    for _ in range(round(TERMS * size**HEAPS)):
        kind = str(wording.pick(TERM_KINDS))
        name = f"{wording.name()} {wording.name()} {chance.choice(_CALLED[kind])}"
        definition = {"origin": "editor", "text": f"{wording.stretch(10).capitalize()}."}
        terms.append(Thing(id_like(name), name, {"kind": kind, "definition": definition}))
    count = min(SOURCES, max(len(years), size // A_SOURCE))
    texts = []
    for number in range(count):
        year, name = years[number % len(years)], f"{wording.name()} {wording.name()}"
        title = f"{name}: {wording.stretch(6)} in {year}"
        texts.append(Text(id_like(f"{name}-{year}"), year, title, f"{name} Monthly"))
    return World(partners, _people(size // A_PERSON, chance), themes, terms, texts, years)


def _partners(count: int, wording: Wording) -> list[Thing]:
    chance, countries = wording.chance, _countries()
    chance.shuffle(countries)
    total = sum(share for _, share in PARTNER_KINDS)
    found = []
    for kind, share in PARTNER_KINDS:
        for _ in range(max(1, round(count * share / total))):
            if kind == "country":
                iso, name = countries.pop()
                found.append(Thing(id_like(name), name, {"kind": kind, "iso": iso}))
            else:
                name = f"{wording.name()} {wording.name()} {chance.choice(_CALLED[kind])}"
                found.append(Thing(id_like(name), name, {"kind": kind}))
    chance.shuffle(found)
    return found


def _countries() -> list[tuple[str, str]]:
    """Countries with names of plain letters, with their codes."""
    return [
        (iso, str(name))
        for iso, name in sorted(Locale("en").territories.items())
        if re.fullmatch(r"[A-Za-z ]+", str(name)) and len(iso) == 2 and is_known_iso(iso) and iso != "VN"
    ]


def _people(count: int, chance: random.Random) -> list[Thing]:
    names = [
        f"{one} {two} {three}"
        for one in _FAMILY.split()
        for two in _MIDDLE.split()
        for three in _GIVEN.split()
    ]
    found = []
    for name in chance.sample(names, count):
        bare = " ".join(part.capitalize() for part in id_like(name).split("-"))
        # Their names are Vietnamese, and the made-up texts print no other country with them.
        fields: dict[str, object] = {"also_known_as": [{"name": name, "lang": "vi"}], "of": "vietnam"}
        found.append(Thing(id_like(name), bare, fields))
    return found
