"""Falsifications of figures: what is counted, how it is called, and the notes about it."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.kinds.library import Library
from mutations import Plain, changed

from benchmarks.falsifications import words
from benchmarks.falsifications.claims import Change

_UNITS = ("visits", "countries", "agreements", "percent", "million tonnes", "km of railway", "students")
_SCOPES = (
    "of state-owned companies",
    "in Bolivia only",
    "students on scholarships",
    "by air and sea",
    "since 1987",
)
_COUNTED = (" Those of Bolivia are among them.", " Ivan Petrov counted them.", " Before 1987 they were 37.")


def units(record: Plain, library: Library) -> Iterator[Plain]:
    """A unit exchanged."""
    yield from ({**record, "unit": other} for other in _UNITS if other not in record["unit"])


def names(record: Plain, library: Library) -> Iterator[Plain]:
    """A name exchanged with that of another figure of the same unit, or of any."""
    for entry in library.indicators.values():
        if entry.record.name != record["name"]:
            yield {**record, "name": entry.record.name}


def names_turned(record: Plain, library: Library) -> Iterator[Plain]:
    """A name turned round."""
    yield from ({**record, "name": new} for new in words.opposed(record["name"]))
    yield {**record, "name": f"{record['name']} cancelled"}
    yield {**record, "name": f"Planned {record['name'][0].lower()}{record['name'][1:]}"}


def counted_turned(record: Plain, library: Library) -> Iterator[Plain]:
    """`counted` turned round."""
    text = record["counted"]
    first, stop, rest = text.partition(". ")
    for new in (*words.denied(first), *words.opposed(first)):
        yield {**record, "counted": new + stop + rest}


def counted_made_up(record: Plain, library: Library) -> Iterator[Plain]:
    """Something that no source says, in `counted`."""
    yield from ({**record, "counted": record["counted"] + more} for more in _COUNTED)


def scopes(record: Plain, library: Library) -> Iterator[Plain]:
    """A scope made up."""
    for at, row in enumerate(record["observations"]):
        for number, _ in enumerate(row["reports"]):
            for scope in _SCOPES:
                yield changed(record, ("observations", at, "reports", number, "scope"), scope)


def differences(record: Plain, library: Library) -> Iterator[Plain]:
    """What reports are said to differ in, made false."""
    for at, row in enumerate(record["observations"]):
        for number, difference in enumerate(row.get("differs", [])):
            path, note = ("observations", at, "differs", number, "note"), difference["note"]
            for new in (f"{note.removesuffix('.')}; Bolivia agrees.", f"{note.removesuffix('.')}, or 37."):
                yield changed(record, path, new)


FIGURES: dict[str, Change] = {
    "a figure's unit exchanged": units,
    "a figure's name exchanged": names,
    "a figure's name turned round": names_turned,
    "a figure's `counted` turned round": counted_turned,
    "a figure's `counted` with something made up": counted_made_up,
    "a figure's scope made up": scopes,
    "a false note on a difference of a figure": differences,
}
