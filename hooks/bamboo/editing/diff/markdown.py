"""A comparison as a comment on a pull request: what comes from data can neither link, mention nor act."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

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

MARKER = "<!-- bamboo-diff -->"  # by this a workflow finds its comment again
LARGEST = 60_000  # bytes; GitHub takes 65,536 characters
_RESERVED = 300  # bytes for the last line, which says what is not shown

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|~^=:]")
# GitHub makes links of these after it has read the Markdown: a zero-width space keeps them words.
_ACTS = re.compile(
    r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\bGH)(?=-\d)|(?<=\bwww)(?=\.)|(?<=:)(?=//)|(?<=:)(?=[\w+-]+:)"
    r"|(?<=[0-9a-f]{6})(?=[0-9a-f])",
    re.IGNORECASE,
)
_BREAK = "\u200b"
_TAGS = {"": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}


def markdown(result: Result, base: str) -> str:
    """At most LARGEST bytes; a last line says how much is not shown."""
    head = [
        MARKER,
        "### What this changes in meaning",
        "Compared with `" + visible(base).replace("`", "'") + "`.",
    ]
    head += [escaped(said) for said in troubles(result)]
    said = summary(result)
    head.append(f"**{escaped(said[0].upper() + said[1:])}.**" if said else NOTHING)
    if result.nothing:
        return "\n\n".join(head) + "\n"
    return _cut("\n\n".join(head) + "\n", [*_blocks(result)])


def escaped(text: str) -> str:
    """Text that stays text in Markdown and in what GitHub makes of it."""
    safe = html.escape(_ACTS.sub(_BREAK, visible(text)), quote=False)
    # A dollar sign by itself: two would set what is between them as mathematics.
    return re.sub(r"\$", "<span>$</span>", _SPECIAL.sub(r"\\\g<0>", safe))


def _cut(head: str, blocks: Sequence[str]) -> str:
    shown, size = [head], len(head.encode())
    for number, block in enumerate(blocks):
        size += len(block.encode()) + 1
        if size > LARGEST - _RESERVED:
            left = len(blocks) - number
            shown.append(f"\n_Too long for a comment: {left} of {len(blocks)} entries are not shown._\n")
            break
        shown.append(block)
    return "\n".join(shown)


def _blocks(result: Result) -> Iterator[str]:
    for title, name in GROUPS:
        difference = getattr(result, name)
        if difference.many:
            yield f"#### {title}: {totals(difference)}\n"
            yield from (_item("Added", item) for item in difference.added)
            yield from (_changed(one) for one in (*difference.changed, *difference.renamed))
            yield from map(_merged, difference.merged)
            yield from (_item("Removed", item) for item in difference.removed)
    if result.names:
        yield "#### New names\n"
        yield from (f"- {escaped(name)} (`{kind}/{ident}`)" for name, kind, ident in result.names)
    if result.coverage:
        yield "\n#### Coverage\n"
        yield from (f"- `{one.source}`: {covered(one)}" for one in result.coverage)
    if result.in_progress:
        yield "\n#### Left to do\n"
        yield from (
            f"- `{one.card.id}`: {one.counts.percent} % done, {one.brief}" for one in result.in_progress
        )
    pages = result.pages
    if pages and (pages.new or pages.changed or pages.gone):
        yield "\n#### Pages\n"
        for word, addresses in (("New", pages.new), ("Changed", pages.changed), ("Gone", pages.gone)):
            if addresses:
                more = f" … and {len(addresses) - PAGES_SHOWN} more" if len(addresses) > PAGES_SHOWN else ""
                shown = ", ".join(f"`{address}`" for address in addresses[:PAGES_SHOWN])
                yield f"- {word} ({len(addresses)}): {shown}{more}"


def _item(word: str, item: Item) -> str:
    return "\n".join([f"- **{word}** `{item.file}`\\\n  {escaped(item.text)}", *_quotes(item.quotes)])


def _merged(group: Merged) -> str:
    lines = [f"- **Merged into** `{group.into.file}`\\\n  {escaped(group.into.text)}"]
    for item in group.was:
        lines.append(f"  - `{item.file}`" + (f": {escaped(item.text)}" if item.text else ""))
    return "\n".join(lines)


def _changed(one: Changed) -> str:
    word = f"Renamed from** `{one.was}` **to" if one.was else "Changed"
    lines = [f"- **{word}** `{one.item.file}`"]
    if all(change.field != "claim" for change in one.changes):
        lines[0] += f"\\\n  {escaped(one.item.text)}"
    elif one.item.said:
        lines[0] += f"\\\n  said by {escaped(one.item.said)}"
    lines += [f"  - {change.field}: {_words(change)}" for change in one.changes]
    return "\n".join([*lines, *_quotes(one.item.quotes)])


def _quotes(quotes: Quotes) -> Iterator[str]:
    yield from (f"  - `{source}`: “{escaped(words)}”" for source, words in quotes[:QUOTES_SHOWN])
    if len(quotes) > QUOTES_SHOWN:
        yield f"  - … and {len(quotes) - QUOTES_SHOWN} more quotes"


def _words(change: Change) -> str:
    runs = marked(visible(change.old), visible(change.new))
    return " ".join(_TAGS[mark].format(escaped(words.strip())) for mark, words in runs)
