"""`bamboo add source`: a card for a text just received, with what the text itself lets one know."""

from __future__ import annotations

import re
from pathlib import PurePath

from bamboo.data.documented import documentation
from bamboo.data.locations import hidden, shorten
from bamboo.data.seed import NO_ID, Seed, id_like
from bamboo.editing.add import Written
from bamboo.editing.add.language import language_of
from bamboo.editing.form import Form, plain
from bamboo.editing.locate import Found, find
from bamboo.editing.name import Refused, unusable
from bamboo.kinds.library import LARGEST_SEED, Library
from bamboo.kinds.source import Source
from bamboo.reading import days

_LONGEST_TITLE = 160
_LONGEST_WORKING = 60
# A title directly above the text, without an empty line, is shorter than what follows.
_LONGEST_ABOVE = 110
# What besides a date may be in a line that only says when a text was printed.
_STAMP = re.compile(r"\b(?:updated|published|posted|last|on|at|date|am|pm|gmt|[a-z]+day)\b|[\W\d_]+", re.I)


def source(
    library: Library, data: bytes, name: str, ident: str | None = None, url: str | None = None
) -> Written | Refused:
    """The card of a new text. `name` is that of the file it came in; `ident` the id, if chosen."""
    ident = ident or id_like(PurePath(name).stem)
    file = f"data/sources/{ident}.yml"
    if ident == NO_ID:
        return Refused((f"`{PurePath(name).stem}` cannot be an id.", "Choose one: --id"))
    if len(data) > LARGEST_SEED:
        return Refused((f"{name} is larger than {LARGEST_SEED} bytes: no text to read.",))
    try:
        seed = Seed.of(data, f"seeds/{ident}.txt")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Refused((
            f"{name} is not in UTF-8 (line {line}): it may be no plain text, or in another encoding.",
            "Save its text as plain text in UTF-8, with nothing else changed, and add that.",
        ))  # fmt: skip
    if "\0" in seed.text or not seed.text.strip():
        return Refused((f"{name} holds no text.",))
    carded = {entry.record.seed for entry in library.sources.values()}
    for other, known in library.seeds.items():
        if known.sha256 == seed.sha256 and other == f"{ident}.txt" and other not in carded:
            continue  # it was put there by hand, and lacks its card
        if known.sha256 == seed.sha256:
            return Refused((f"The same text is here already, as seeds/{other}.",))
        if other == f"{ident}.txt":
            return Refused((f"seeds/{other} exists and is another text.", "Choose another id with --id."))
    if wrong := unusable(library, "sources", ident):
        return wrong
    return _card(seed, ident, file, url)


def _card(seed: Seed, ident: str, file: str, url: str | None) -> Written:
    form, notes = Form(Source), []
    title = heading(seed.text)
    if title:
        form.give(
            "title",
            title,
            "The first line of the text. If that is no title: null, and a working_title.",
        )
        notes.append(f"Title: “{title}”, its first line.")
    else:
        form.null("title")
        form.give(
            "working_title",
            shorten(seed.text, _LONGEST_WORKING),
            "Made of the first words: say it better. For a text that prints its title, fill in `title`",
            "and delete this.",
        )
    form.give("short_name", _short(ident), "Made of the id: say it better.")
    for name in ("publisher", "translator", "published", "url", "speaker", "about"):
        form.null(name)
    if url:
        form.give("url", url)
    form.null("about", "Facts need it where the text says `this year`.")
    form.give("authors", [], f"fill in, or leave empty: {documentation(Source)['authors']}")
    language = language_of(seed.text)
    if language:
        form.give("language", language, "By its most common words.")
        notes.append(f"Language: {language}.")
    else:
        form.ask("language", "Such as en or vi.")
    form.give("seed", f"{ident}.txt")
    form.give("sha256", seed.sha256)
    form.give("display", "full", "`cited` where the text may not be shown whole.")
    form.give("status", "in-progress", "Delete this line once `bamboo check --left` finds nothing left.")
    if title and (found := find(seed, title)) and isinstance(found, Found):
        form.give("set_aside", [{"reason": "heading", **plain(found.passage)}])
    return Written(file, form.text, tuple(notes))


def _short(ident: str) -> str:
    """`practice-times-2026-03-04` as a name: `Practice Times, 2026-03-04`."""
    words = re.sub(r"-?(\d{4}(?:-\d\d){0,2})$", r" \1", ident).replace("-", " ").split()
    day = re.search(r"\d{4}(?:-\d\d){1,2}$", ident)
    words = [word for word in words if not word.isdecimal()] or [ident]
    name = " ".join(word.capitalize() if len(word) > 3 else word.upper() for word in words)
    return f"{name}, {day[0]}" if day else name


def heading(text: str) -> str | None:
    """The first line, if it looks like a title: short, no sentence, and alone or above a longer line.

    A stamp of the day above it is passed over.
    """
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    line = " ".join(first.split())
    if line and rest.strip() and _is_stamp(line):
        return heading(rest.lstrip("\n"))
    following = rest.split("\n", 1)[0].strip()
    above = (
        len(line) <= _LONGEST_ABOVE
        and len(following) > 1.5 * len(line)
        and following.endswith((".", "”", '"'))
    )
    sentence = line.endswith((".", "!", ":", ";", ",")) or len(line) > _LONGEST_TITLE
    titled = bool(line and rest.strip() and not sentence and not hidden(line))
    return line if titled and (not following or (above and following[0].isupper())) else None


def _is_stamp(line: str) -> bool:
    """Whether a line says nothing but a day and a time."""
    for date in reversed(days.read(line)):
        line = line[: date.start] + line[date.end :]
    return not _STAMP.sub("", line).strip()
