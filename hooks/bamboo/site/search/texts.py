"""The source texts for the search: all words that a source's page shows, in parts that load when needed.

One script says which parts hold which words, the parts hold the texts. Nothing of them is in the index that
every search loads: a search for words in quotation marks, for a long text, or for what few statements say
loads the script and, of the parts, those that can answer. scripts/search/texts.mjs reads both.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks.passages import LEFT_OUT, LineView, Piece, lines
from bamboo.site.scripted import script
from bamboo.site.search.fold import words
from bamboo.site.search.wordlist import shortened, to_36

# Characters of text in a part; 20,000 claims have some 80 such parts.
PART = 20_000
# Words of the lines before, which a part of a long text begins with: a stretch that runs on is found.
OVERLAP = 60
# Parts that are loaded without asking which of them can answer.
FEW = 3
_LOADER = "bambooSearch"


# A passage of a text: its anchor, and address and title of each statement that quotes it.
Passage = tuple[str, tuple[tuple[str, str], ...]]
# Lines of one source: how many characters they have, their rows, their passages, and the words in them.
Cut = tuple[int, tuple[Any, ...], tuple[Passage, ...], str]


def files(graph: Graph) -> tuple[tuple[str, str], ...]:
    """The scripts by name; the first is the one that names the others. None where there is no text."""
    parts = [_part(graph, group) for group in _groups(graph)]
    if not parts:
        return ()
    found = [(_named("text", rows), rows) for rows, _ in parts]
    where = {"parts": [name for name, _ in found], **_directory([held for _, held in parts])}
    return tuple(
        (name, script(_LOADER, name, value)) for name, value in [(_named("texts", where), where), *found]
    )


def _named(kind: str, value: Any) -> str:
    """A name that changes with what is in the script, so that no browser mixes two versions of an index."""
    text = json.dumps(value, ensure_ascii=False)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.js"


def _groups(graph: Graph) -> Iterator[list[tuple[str, Cut]]]:
    """The texts in parts of about the same size: small ones together, a long one in several."""

    def cuts(source: str) -> tuple[Cut, ...]:
        return tuple(map(_cut, _cuts(graph, source)))

    group: list[tuple[str, Cut]] = []
    whole = 0
    for source in graph.library.sources:
        for cut in graph.part("text for search", source, cuts):
            if group and whole + cut[0] > PART:
                yield group
                group, whole = [], 0
            group.append((source, cut))
            whole += cut[0]
    if group:
        yield group


def _cuts(graph: Graph, source: str) -> Iterator[Sequence[LineView]]:
    held: list[LineView] = []
    fresh = 0
    for line in lines(graph, graph.library.sources[source]):
        if not any(any(map(str.isalnum, piece.text)) for piece in line.pieces):
            continue
        if fresh and sum(map(_length, held)) + _length(line) > PART:
            yield held
            held, fresh = _last(held), 0
        held.append(line)
        fresh += 1
    if fresh:
        yield held


def _length(line: LineView) -> int:
    return sum(len(piece.text) for piece in line.pieces)


def _last(held: Sequence[LineView]) -> list[LineView]:
    """The lines at the end that hold OVERLAP words."""
    found: list[LineView] = []
    for line in reversed(held):
        if sum(_length(each) for each in found) > OVERLAP * 10:
            break
        found.insert(0, line)
    return found


def _cut(held: Sequence[LineView]) -> Cut:
    passages: dict[str, list[tuple[str, str]]] = {}
    for note in (note for line in held for note in line.notes):
        quoting = passages.setdefault(note.mark.anchor, [])
        quoting += [(to.address, to.label) for to in (*note.quoting, *note.folded)]
    places = {anchor: place for place, anchor in enumerate(passages)}
    rows = ((line.number, *(_piece(piece, places) for piece in line.pieces)) for line in held)
    found = {word for line in held for word in words(_shown(line))}
    return (
        sum(map(_length, held)),
        tuple(rows),
        tuple((anchor, tuple(quoting)) for anchor, quoting in passages.items()),
        " ".join(sorted(found)),
    )


def _part(graph: Graph, group: Sequence[tuple[str, Cut]]) -> tuple[dict[str, Any], set[str]]:
    """Texts as rows, and the words in them."""
    statements: dict[str, tuple[int, str]] = {}
    texts = []
    held: set[str] = set()
    for source, (_, rows, passages, found) in group:
        quoting = [
            [anchor, *(statements.setdefault(url, (len(statements), title))[0] for url, title in named)]
            for anchor, named in passages
        ]
        texts.append(
            {
                "url": addresses.entity("sources", source),
                "lang": graph.library.sources[source].record.language,
                "lines": rows,
                "passages": quoting,
            }
        )
        held.update(found.split())
    return {"texts": texts, "statements": [[url, title] for url, (_, title) in statements.items()]}, held


def _shown(line: LineView) -> str:
    return "".join("\n" if piece is LEFT_OUT else piece.text for piece in line.pieces)


def _piece(piece: Piece, places: dict[str, int]) -> Any:
    """A piece as its text, with why it is set aside and its passages' places; 0 for what is left out."""
    if piece is LEFT_OUT:
        return 0
    of = [places[anchor] for anchor in piece.passages.split() if anchor in places]
    return (piece.text, piece.set_aside, *of) if of or piece.set_aside else piece.text


def _directory(parts: Sequence[set[str]]) -> dict[str, str]:
    """Which parts hold which words; words of more than half of the parts would not help and are left out.

    `where` has for each word the numbers of its parts, to the base of 36, with dots between them.
    """
    if len(parts) <= FEW:
        return {"words": "", "where": ""}
    where: dict[str, list[int]] = {}
    for place, held in enumerate(parts):
        for word in held:
            where.setdefault(word, []).append(place)
    rare = {word: places for word, places in sorted(where.items()) if len(places) * 2 <= len(parts)}
    return {
        "words": shortened(rare),
        "where": " ".join(".".join(map(to_36, places)) for places in rare.values()),
    }
