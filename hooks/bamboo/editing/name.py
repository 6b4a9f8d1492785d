"""Ids: which record a person means, whether a new id can be one and is free, and one made of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.fields import ID_SHAPE
from bamboo.data.locations import nearest
from bamboo.data.seed import NO_ID, id_like
from bamboo.kinds.indicator import observation_id
from bamboo.kinds.library import RESERVED, Entry, Library
from bamboo.kinds.person import SPEAKERS

ID_RULE = "small letters a-z and digits, words joined by -"
_SMALL = {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is"}
_SMALL |= {"it", "its", "of", "on", "or", "s", "that", "the", "to", "was", "were", "with"}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing is written, and what to do instead, line by line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A record by its kind, its id, and its file without `data/` and `.yml`."""

    kind: str
    ident: str
    path: str

    @classmethod
    def of(cls, kind: str, ident: str, year: int | str = "") -> Place:
        """A record's place; a fact's is in the folder of its year."""
        return cls(
            kind, ident, f"{kind}/{year}/{ident}" if kinds.BY_NAME[kind].by_year else f"{kind}/{ident}"
        )

    @classmethod
    def at(cls, kind: str, entry: Entry[Any]) -> Place:
        """Where a record is that was read."""
        return cls(kind, entry.id, entry.file.removeprefix("data/").removesuffix(".yml"))

    @property
    def file(self) -> str:
        """The record's file, from the project's root."""
        return f"data/{self.path}.yml"


def meant(library: Library, words: str) -> Place | Refused:
    """The record given as its file, its place (`themes/trade`), its page, or an id that only it has."""
    kind, ident = _split(words)
    those = [kind] if kind else [*kinds.BY_NAME]
    found = [Place.at(one, entry) for one in those if (entry := library.of(one).get(ident))]
    in_folder = [place for place in found if place.path.endswith(_bare(words).partition("/")[2] or ident)]
    if len(in_folder) == 1:
        return in_folder[0]
    if found:
        listed = tuple(f"  {place.path}" for place in found)
        said = f"`{ident}` is the id of {len(found)} records. Say which:" if in_folder else "It is at:"
        return Refused((said, *listed))
    if any((one, ident) in library.unreadable for one in those):
        return Refused((f"The file of `{words}` cannot be read: run `bamboo check`.",))
    known = [other for one in those for other in library.of(one)]
    guess = nearest(ident, known)
    hint = f"Did you mean `{guess}`?" if guess else "Give its file, such as data/themes/<id>.yml."
    return Refused((f"There is no record `{words}`.", hint))


def renamed(library: Library, old: Place, words: str) -> Place | Refused:
    """The new place of a record: an id, or a place of the same kind; a fact's folder is its year."""
    kind, ident = _split(words)
    if "/" in words and kind != old.kind:
        return Refused((f"`{old.path}` stays in {old.kind}/: write {old.kind}/{ident}, or {ident} alone.",))
    folder = re.fullmatch(r"facts/(\d{4})/[^/]+", _bare(words))
    year = dates.years(library.facts[old.ident].record.when)[0] if old.kind == "facts" else ""
    new = Place.of(old.kind, ident, folder[1] if folder else year)
    if new.path == old.path:
        return Refused((f"It is {old.path} already.",))
    if ident != old.ident and (wrong := unusable(library, old.kind, ident, "Choose another.")):
        return wrong
    return new


def unusable(library: Library, kind: str, ident: str, way: str = "Choose another: --id") -> Refused | None:
    """Why a record of this kind cannot have this new id, if it cannot; `way` says how to choose another."""
    if not re.fullmatch(ID_SHAPE, ident) or ident in {*RESERVED, NO_ID, "null"}:
        return Refused((f"`{ident}` cannot be an id: {ID_RULE}.", way))
    if ident in taken(library, kind):
        return Refused((f"The id `{ident}` is taken.", way))
    return None


def taken(library: Library, kind: str) -> set[str]:
    """The ids that no new record of this kind can have, those of unreadable files among them."""
    found = {*library.of(kind), *(ident for other, ident in library.unreadable if other == kind)}
    if kind == "facts":  # observations are claims too, and the address of a claim is its id
        found |= {
            observation_id(figure.id, observation.period)
            for figure in library.indicators.values()
            for observation in figure.record.observations
        }
    if kind in SPEAKERS:  # all are named in `said_by`
        found |= {ident for other in SPEAKERS for ident in library.of(other)}
    return found


def new_id(words: str, taken: Iterable[str] = ()) -> str:
    """An id of the first seven of these words that say something, and that is not in `taken`.

    Vietnam is in most claims and the year is the folder: neither distinguishes one claim from another.
    """
    every = id_like(words).split("-")
    telling = [w for w in every if w not in _SMALL and w != "vietnam" and not re.fullmatch(r"(19|20)\d\d", w)]
    return free("-".join((telling or every)[:7]), taken)


def free(base: str, taken: Iterable[str]) -> str:
    """`base`, or the first of `base-2`, `base-3` … that is not taken."""
    unusable = {*taken, *RESERVED}
    numbers = (f"{base}-{number}" for number in range(2, 10_000))
    return base if base not in unusable else next(name for name in numbers if name not in unusable)


def _bare(words: str) -> str:
    return re.sub(r"^(?:\./)?(?:data/)?|\.(?:yml|html)$", "", words)


def _split(words: str) -> tuple[str | None, str]:
    """The kind that a file, place or page is of (None for an id alone), and the id."""
    first, _, rest = _bare(words).partition("/")
    folders = {kind.address: kind.name for kind in kinds.ALL} | {kind: kind for kind in kinds.BY_NAME}
    return (folders.get(first), rest.rpartition("/")[2]) if rest else (None, first)
