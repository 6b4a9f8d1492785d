"""What the files of citations have in common: each holds every source and every claim once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bamboo.cite import files as cite
from bamboo.data import english
from bamboo.exports.format import FOLDER, File, Format, Given

SHARED = (
    "It gives only what a source states of itself; a title in square brackets is the editors'. Names are not "
    "cut into first and last. The quotes of a claim are its abstract, with [sic] after what the source's "
    "card calls a misprint. Claims have addresses where the site was made for a known address."
)


def address(form: Format) -> str:
    """Where the file of a format is."""
    return f"{FOLDER}/citations.{form.ending}"


def file(given: Given, form: Format, number: int, together: Callable[[Iterable[str]], str]) -> File:
    """The file of a format, which is the one with this number in `cite.texts`."""
    texts = [found[number] for found in cite.texts(given.graph, given.site_url)]
    return File(
        address(form),
        f"citations of every source and every claim, as {form.name}",
        together(texts).encode("utf-8"),
        english.counted(len(texts), "citation"),
    )
