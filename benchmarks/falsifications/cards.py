"""Falsifications of the other records: cards of sources, partners, people, terms."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.kinds.library import Library
from mutations import Plain

from benchmarks.falsifications import words
from benchmarks.falsifications.claims import Change


def _set(field: str, *values: str | list[str]) -> Change:
    def changes(record: Plain, library: Library) -> Iterator[Plain]:
        yield from ({**record, field: value} for value in values if record.get(field) != value)

    return changes


def titles(record: Plain, library: Library) -> Iterator[Plain]:
    """A title that the text does not print."""
    if "title" in record:
        yield {**record, "title": "A Title That the Text Does Not Print"}
        yield from ({**record, "title": new} for new in words.opposed(record["title"]))
    else:
        found = {name: value for name, value in record.items() if name != "working_title"}
        yield {**found, "title": record["working_title"]}


def printed_as_authors(record: Plain, library: Library) -> Iterator[Plain]:
    """A person of the text who did not write it, as its author and its translator."""
    seed = library.seeds[record["seed"]].text
    for entry in library.people.values():
        if entry.record.name in seed and entry.record.name not in record.get("authors", []):
            yield {**record, "authors": [entry.record.name]}
            yield {**record, "translator": entry.record.name}


def other_days(record: Plain, library: Library) -> Iterator[Plain]:
    """A day that is printed in the text, and is not that of its publication."""
    days = {"2023-12-19", "2024-08-19", "2025-01-09", "2024-06-11", "2024-04-25", "2019-05-05"}
    yield from ({**record, "published": day} for day in sorted(days) if day != record.get("published"))


def speakers(record: Plain, library: Library) -> Iterator[Plain]:
    """A speaker exchanged."""
    yield from ({**record, "speaker": one} for one in library.people if one != record.get("speaker"))


def of_another(record: Plain, library: Library) -> Iterator[Plain]:
    """A person who acts for another country."""
    yield from ({**record, "of": one} for one in ("vietnam", *library.partners) if one != record["of"])


def codes(record: Plain, library: Library) -> Iterator[Plain]:
    """The code of another country."""
    if "iso" in record:
        yield from ({**record, "iso": code} for code in ("IT", "BO", "KE") if code != record["iso"])


def sorts(record: Plain, library: Library) -> Iterator[Plain]:
    """A partner of another kind: a country is none, and no country is one."""
    if record["kind"] == "country":
        found = {name: value for name, value in record.items() if name != "iso"}
        yield from ({**found, "kind": kind} for kind in ("organisation", "company", "group"))
    else:
        yield {**record, "kind": "country", "iso": "BO"}


def names(record: Plain, library: Library) -> Iterator[Plain]:
    """A name that no text prints."""
    yield from ({**record, "name": name} for name in (*words.PEOPLE[:2], "Bolivia", "Union of Traders"))


def expansions(record: Plain, library: Library) -> Iterator[Plain]:
    """What an acronym is short for, made up, as if a source said it."""
    yield {**record, "expansion": "Union of Independent Traders", "expansion_by": "source"}


CARDS: dict[str, dict[str, Change]] = {
    "sources": {
        "a card's title made up": titles,
        "a card's author made up": _set("authors", ["Ernest Hemingway"], ["Ha Anh Tuan"]),
        "a card's author or translator, one who is only named": printed_as_authors,
        "a card's translator made up": _set("translator", "Ernest Hemingway", "Ha Anh Tuan"),
        "a card's publisher made up": _set("publisher", "The Daily Planet", "Reuters"),
        "a card's publisher, one that is only named": _set(
            "publisher", "UNESCO", "Ministry of Foreign Affairs"
        ),
        "a card's day made up": other_days,
        "a card's speaker exchanged": speakers,
        "a card's language exchanged": _set("language", "vi", "fr"),
        "a card's period exchanged": _set("about", "2019", "2022", "2021-03"),
    },
    "people": {"a person's country exchanged": of_another, "a person's name made up": names},
    "partners": {
        "a partner's code exchanged": codes,
        "a partner's kind exchanged": sorts,
        "a partner's name made up": names,
        "an expansion made up": expansions,
    },
    "terms": {"a term's name made up": names},
}
