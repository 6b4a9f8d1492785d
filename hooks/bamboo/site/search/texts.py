"""The source texts for the search: all words that a source's page shows, in parts that load when needed.

One script says which parts hold which words, the parts hold the texts. Nothing of them is in the index that
every search loads: a search for words in quotation marks, for a long text, or for what few statements say
loads the script and, of the parts, those that can answer. scripts/search/texts.mjs reads both.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Cut:
    """Lines of one source."""

    source: str
    lines: Sequence[LineView]

    @property
    def size(self) -> int:
        return sum(map(_length, self.lines))


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


def _groups(graph: Graph) -> Iterator[list[_Cut]]:
    """The texts in parts of about the same size: small ones together, a long one in several."""
    group: list[_Cut] = []
    for cut in (cut for source in graph.library.sources for cut in _cuts(graph, source)):
        if group and sum(each.size for each in group) + cut.size > PART:
            yield group
            group = []
        group.append(cut)
    if group:
        yield group


def _cuts(graph: Graph, source: str) -> Iterator[_Cut]:
    held: list[LineView] = []
    fresh = 0
    for line in lines(graph, graph.library.sources[source]):
        if not any(any(map(str.isalnum, piece.text)) for piece in line.pieces):
            continue
        if fresh and sum(map(_length, held)) + _length(line) > PART:
            yield _Cut(source, held)
            held, fresh = _last(held), 0
        held.append(line)
        fresh += 1
    if fresh:
        yield _Cut(source, held)


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


def _part(graph: Graph, group: Sequence[_Cut]) -> tuple[dict[str, Any], set[str]]:
    """Texts as rows, and the words in them."""
    statements: dict[str, tuple[int, str]] = {}
    texts = []
    held: set[str] = set()
    for cut in group:
        passages: dict[str, list[int]] = {}
        for note in (note for line in cut.lines for note in line.notes):
            quoting = passages.setdefault(note.mark.anchor, [])
            for to in (*note.quoting, *note.folded):
                place, _ = statements.setdefault(to.address, (len(statements), to.label))
                quoting.append(place)
        places = {anchor: place for place, anchor in enumerate(passages)}
        texts.append(
            {
                "url": addresses.entity("sources", cut.source),
                "lang": graph.library.sources[cut.source].record.language,
                "lines": [
                    [line.number, *(_piece(piece, places) for piece in line.pieces)] for line in cut.lines
                ],
                "passages": [[anchor, *quoting] for anchor, quoting in passages.items()],
            }
        )
        held.update(word for line in cut.lines for word in words(_shown(line)))
    rows = {"texts": texts, "statements": [[url, title] for url, (_, title) in statements.items()]}
    return rows, held


def _shown(line: LineView) -> str:
    return "".join("\n" if piece is LEFT_OUT else piece.text for piece in line.pieces)


def _piece(piece: Piece, places: dict[str, int]) -> Any:
    """A piece as its text, with why it is set aside and its passages' places; 0 for what is left out."""
    if piece is LEFT_OUT:
        return 0
    of = [places[anchor] for anchor in piece.passages.split() if anchor in places]
    return [piece.text, piece.set_aside, *of] if of or piece.set_aside else piece.text


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
