"""A reference in the style of APA 7, as text with the title set apart."""

from __future__ import annotations

from babel.dates import format_date

from bamboo.cite.work import Work
from bamboo.data import dates, english


def reference(work: Work) -> tuple[str, str, str]:
    """What comes before the title, the title (to be set in italics), and what comes after it.

    Without an author the title moves to the front. The publisher is left out where it is the author.
    Names stay whole. An address is not part of it: it follows, after a blank.
    """
    title = work.title.removesuffix(".")
    translator = f" ({work.translator}, Trans.)" if work.translator else ""
    status = f" [{english.capital(work.status)}]" if work.status else ""
    stop = "" if title.endswith(("?", "!")) and not (translator or status) else "."
    named = work.publisher and work.publisher not in work.authors
    publisher = f" {_stopped(work.publisher)}" if named else ""
    date = f"({_date(work)})."
    before, after = "", f"{translator}{status}{stop} {date}{publisher}"
    if work.authors:
        before, after = f"{_stopped(_listed(work.authors))} {date} ", f"{translator}{status}{stop}{publisher}"
    # What the editors call an untitled text is no title: it stands upright.
    return (before + title, "", after) if work.described else (before, title, after)


def _date(work: Work) -> str:
    """`2024, January 30`, as exact as it is stated; an interval names its year once: `2024, January–June`."""
    if not work.date:
        return "n.d."
    first, _, last = work.issued.partition("/")
    year, rest = _words(first)
    until, more = _words(last) if last else (year, "")
    if until != year:
        said = f"{year}{rest}–{until}{more}"
    elif (month := rest.rpartition(" ")[0]) and more.startswith(f"{month} "):
        said = f"{year}{rest}–{more.removeprefix(f'{month} ')}"
    else:
        said = f"{year}{rest}" + (f"–{more.removeprefix(', ')}" if more else "")
    return said if dates.is_certain(work.issued) else f"ca. {said}"


def _words(date: str) -> tuple[str, str]:
    """The year of a date, and its month and day as they follow the year: `, January 30`."""
    pattern = {1: "", 2: ", MMMM", 3: ", MMMM d"}[date.count("-") + 1]
    begin = dates.bounds(date)[0]
    return str(begin.year), str(format_date(begin, pattern, locale="en")) if pattern else ""


def _listed(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)}, & {last}" if first else last


def _stopped(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
