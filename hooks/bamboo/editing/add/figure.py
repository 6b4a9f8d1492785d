"""`bamboo add figure`: what is counted, with the first value that a quote gives of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.data.locations import HIDDEN, hidden, nearest
from bamboo.data.records import Quote
from bamboo.data.seed import NO_ID, bare_letters, fold_text, id_like
from bamboo.editing.add import Written
from bamboo.editing.form import OPEN, Form, entry, field, plain
from bamboo.editing.locate import find
from bamboo.editing.name import Refused, unusable
from bamboo.editing.recognise import edtf, recognise
from bamboo.evidence.locate import Miss, seed_of
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Library
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.reading import numbers
from bamboo.reading.mentions import plain as plain_text


@dataclass(frozen=True, slots=True)
class Counted:
    """What an editor has said about the new figure; what is empty was not said."""

    name: str
    source: str
    quote: str
    unit: str = ""
    period: str = ""
    themes: Sequence[str] = ()
    ident: str = ""


def figure(library: Library, asked: Counted) -> Written | Refused:
    """A new figure with one report, read from a quote of a source."""
    name = " ".join(asked.name.split())
    seed = seed_of(library, asked.source)
    if wrong := _wrong(library, asked, name):
        return wrong
    if seed is None:
        guess = nearest(asked.source, library.sources)
        hint = f"Did you mean `{guess}`?" if guess else "An id is the name of a file in data/sources/."
        return Refused((f"Unknown source `{asked.source}`, or its text is missing.", hint))
    found = find(seed, asked.quote)
    if isinstance(found, Miss):
        return Refused((
            f"The quote is not in {seed.file}, or at several places there.",
            "Copy the words from the source's page, as many as it takes.",
        ))  # fmt: skip
    ident = asked.ident or id_like(name)
    if ident == NO_ID:
        return Refused((f"No id can be made of `{name}`.", "Choose one: --id"))
    if refused := unusable(library, "indicators", ident):
        return refused
    quote = plain(Quote(source=asked.source, **found.passage.model_dump(exclude_none=True)))
    read = recognise(library, found.passage.quote)
    form = Form(Indicator)
    form.give("name", name)
    value, qualifier, unit = _value(asked, found.passage.quote)
    if unit:
        form.give("unit", unit)
    else:
        form.ask("unit", f"Numbers in the quote: {'; '.join(read.numbers) or 'none'}.")
    form.ask("counted")
    if asked.themes:
        form.give("themes", [*asked.themes])
    else:
        form.ask("themes", f"Known: {', '.join(library.themes)}.")
    if read.partners:
        form.give("partners", [*read.partners], "Those that the quote names.")
    period = asked.period or _period(library, asked, read.dates)
    form.lines("observations", _observation(period, asked.source, value, qualifier, quote))
    return Written(f"data/indicators/{ident}.yml", form.text, (found.note,) if found.note else ())


def _wrong(library: Library, asked: Counted, name: str) -> Refused | None:
    if hidden(name) or not any(letter.isalnum() for letter in name):
        return Refused((f"`{HIDDEN.sub('�', name)}` is no name: type it again.",))
    for known in library.indicators.values():
        if bare_letters(known.record.name) == bare_letters(name):
            return Refused((f"{known.file} is this figure already.", "Add the value to its `observations`."))
    for theme in asked.themes:
        if theme not in library.themes:
            guess = nearest(theme, library.themes)
            hint = f"Did you mean `{guess}`?" if guess else f"Known: {', '.join(library.themes)}."
            return Refused((f"Unknown theme `{theme}`.", hint))
    if asked.period:
        try:
            dates.bounds(asked.period)
        except ValueError as error:
            return Refused((f"--period is `{asked.period}`; expected {error}.",))
    return None


def _value(asked: Counted, quote: str) -> tuple[str, str, str]:
    """Value, qualifier and unit of the quote's one number; empty where it has several or none that fits."""
    read = plain_text(quote)
    scale, kind = numbers.scale_of(asked.unit) if asked.unit else (1, "")
    fitting = [one for one in numbers.read(read) if not asked.unit or one.kind == kind]
    if len(fitting) != 1:
        return "", "", asked.unit
    one = fitting[0]
    qualifier = one.qualifier if one.qualifier in QUALIFIERS else "exact"
    if not asked.unit:
        return "", qualifier, ""
    return f"{(one.value / scale).normalize():f}", qualifier, asked.unit


def _period(library: Library, asked: Counted, printed: Sequence[object]) -> str:
    about = library.sources[asked.source].record.about or ""
    year = dates.years(about)[0] if about and not dates.is_open(about) else None
    found = list(dict.fromkeys(when for date in printed if (when := edtf(date, year))))  # type: ignore[arg-type]
    return found[0] if len(found) == 1 else about if not found else ""


def _observation(period: str, source: str, value: str, qualifier: str, quote: dict[str, object]) -> list[str]:
    """One observation as lines; what could not be read is asked for."""
    quote.pop("source", None)
    report: dict[str, object] = {"source": source, "value": value, "qualifier": qualifier, **quote}
    lines = [f"  # {OPEN}: the time counted" if not period else "", f"  - {field('period', period)[0]}"]
    lines += ["    reports:"]
    if not value:
        lines.append(f"      # {OPEN}: the number as printed, in the unit, without commas or words")
    if not qualifier:
        lines.append(f"      # {OPEN}: one of {', '.join(QUALIFIERS)}")
    lines += entry({name: fold_text(v) if isinstance(v, str) else v for name, v in report.items()}, "      ")
    return [line for line in lines if line]
