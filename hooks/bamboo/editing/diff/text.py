"""A comparison for a person at a terminal: + added, ~ changed or renamed, → merged, - removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bamboo.checks import progress
from bamboo.editing.diff.claims import Changed, Item, Merged, Quotes
from bamboo.editing.diff.compare import Result
from bamboo.editing.diff.fields import Change
from bamboo.editing.diff.wording import (
    GROUPS,
    NOTHING,
    PAGES_SHOWN,
    QUOTES_SHOWN,
    covered,
    summary,
    totals,
    troubles,
    visible,
)
from bamboo.editing.diff.words import marked

_MARKS = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def text(result: Result, base: str) -> str:
    """All of it; `base` names the old state."""
    blocks = [f"Compared with {visible(base)}."]
    blocks += troubles(result)
    if result.nothing:
        return "\n".join([*blocks, NOTHING])
    if said := summary(result):
        blocks.append(f"{said[0].upper()}{said[1:]}.")
    else:
        blocks.append(NOTHING)
    for title, name in GROUPS:
        difference = getattr(result, name)
        if difference.many:
            blocks.append(f"{title.upper()}: {totals(difference)}")
            blocks += ["\n".join(_item("+", item)) for item in difference.added]
            blocks += ["\n".join(_changed(one)) for one in (*difference.changed, *difference.renamed)]
            blocks += ["\n".join(_merged(group)) for group in difference.merged]
            blocks += ["\n".join(_item("-", item)) for item in difference.removed]
    if result.names:
        rows = [f"+ {visible(name)} ({kind}/{ident})" for name, kind, ident in result.names]
        blocks += ["NEW NAMES", "\n".join(rows)]
    if result.coverage:
        rows = [f"~ {one.source}: {covered(one)}" for one in result.coverage]
        blocks += ["COVERAGE", "\n".join(rows)]
    if result.in_progress:
        blocks += ["LEFT TO DO", "\n".join(progress.summary(result.in_progress))]
    if result.pages and (rows := [*_pages(result)]):
        blocks += ["PAGES", "\n".join(rows)]
    return "\n\n".join(blocks)


def _item(mark: str, item: Item) -> Iterator[str]:
    yield f"{mark} {item.file}"
    yield f"    {visible(item.text)}"
    yield from _quotes(item.quotes)


def _merged(group: Merged) -> Iterator[str]:
    yield f"→ {group.into.file}"
    yield f"    {visible(group.into.text)}"
    for item in group.was:
        yield f"    was {item.file}" + (f": {visible(item.text)}" if item.text else "")


def _changed(one: Changed) -> Iterator[str]:
    was = f" (was {one.was})" if one.was else ""
    yield f"~ {one.item.file}{was}"
    if all(change.field != "claim" for change in one.changes):
        yield f"    {visible(one.item.text)}"
    elif one.item.said:
        yield f"    said by {visible(one.item.said)}"
    yield from (f"    {change.field}: {_words(change)}" for change in one.changes)
    yield from _quotes(one.item.quotes)


def _quotes(quotes: Quotes) -> Iterator[str]:
    yield from (f"    {source}: “{visible(words)}”" for source, words in quotes[:QUOTES_SHOWN])
    if len(quotes) > QUOTES_SHOWN:
        yield f"    … and {len(quotes) - QUOTES_SHOWN} more quotes"


def _words(change: Change) -> str:
    runs = marked(visible(change.old), visible(change.new))
    return " ".join(_MARKS[mark].format(words.strip()) for mark, words in runs)


def _pages(result: Result) -> Iterator[str]:
    assert result.pages is not None
    for mark, addresses in (("+", result.pages.new), ("~", result.pages.changed), ("-", result.pages.gone)):
        yield from _shown(mark, addresses)


def _shown(mark: str, addresses: Sequence[str]) -> Iterator[str]:
    yield from (f"{mark} {address}" for address in addresses[:PAGES_SHOWN])
    if len(addresses) > PAGES_SHOWN:
        yield f"{mark} … and {len(addresses) - PAGES_SHOWN} more"
