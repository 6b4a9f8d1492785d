"""Acronyms and terms explained where a page first uses them, in its statements and its overview.

The explanation is in the page, as attributes of the word; scripts/notes.mjs shows it on hover, focus and tap.
In running text the word is a link to its page, which it leads to without the script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from markupsafe import escape

from bamboo.graph import addresses
from bamboo.graph.cited import definition
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.partner import Partner
from bamboo.kinds.term import Term
from bamboo.site.blocks.names import expansion

# The elements whose words are explained: the editors' sentences, never a quote.
_PLACES = re.compile(
    r'<(?:p class="(?:claim__text|overview__text|briefing__overview)">.*?(?=</p>)'
    r'|ul class="overview__findings">.*?(?=</ul>))',
    re.DOTALL,
)
_TAG = re.compile(r"(<[^>]*>)")
_CAPITALS = re.compile(r"^[A-Z0-9-]{2,}$")
_EDITORS = "Editors’ words"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means: its page, what it is short for, its definition, and who says each."""

    address: str
    name: str
    expansion: str = ""
    expansion_by: str = ""
    definition: str = ""
    definition_by: str = ""

    def attributes(self) -> str:
        """As attributes of an element, without those that say nothing."""
        named = {
            "term": self.name,
            "expansion": self.expansion,
            "expansion-by": self.expansion_by,
            "definition": self.definition,
            "definition-by": self.definition_by,
        }
        return "".join(f' data-{name}="{escape(value)}"' for name, value in named.items() if value)


@dataclass(frozen=True)
class Glossary:
    """Every word with a meaning, as HTML has it; acronyms are read letter for letter, other names loosely."""

    meanings: Mapping[str, Meaning]
    _pattern: re.Pattern[str] | None = field(init=False, compare=False)
    # By text: a statement is on many pages.
    _found: dict[str, tuple[re.Match[str], ...]] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        longest = sorted(self.meanings, key=len, reverse=True)
        parts = (re.escape(word) if _CAPITALS.match(word) else f"(?i:{re.escape(word)})" for word in longest)
        made = re.compile(rf"(?<![\w&-])(?:{'|'.join(parts)})(?![\w;-])") if longest else None
        object.__setattr__(self, "_pattern", made)

    def explained(self, body: str, page: str, used: Callable[[str], object] = str) -> str:
        """The HTML of a page's body, each word explained where it is used first, but on its own page. `used`
        is called with each such word.
        """
        seen = {page}
        return _PLACES.sub(lambda found: "".join(self._in(found[0], page, seen, used)), body)

    def _in(self, html: str, page: str, seen: set[str], used: Callable[[str], object]) -> Iterator[str]:
        linked = False
        for part in _TAG.split(html):
            if part.startswith("<"):
                linked = part.startswith("<a ") or (linked and part != "</a>")
                yield part
            else:
                yield self._explained(part, page, seen, used, linked)

    def _explained(
        self, text: str, page: str, seen: set[str], used: Callable[[str], object], linked: bool
    ) -> str:
        if self._pattern is None:
            return text
        matches = self._found.get(text)
        if matches is None:
            matches = self._found[text] = tuple(self._pattern.finditer(text))
        if not matches:
            return text

        def one(found: re.Match[str]) -> str:
            word = found[0] if found[0] in self.meanings else found[0].casefold()
            meaning = self.meanings[word]
            used(word)
            if meaning.address in seen:
                return found[0]
            seen.add(meaning.address)
            if linked:  # a link holds no other: the word is explained, and the link leads on
                return f'<span class="term"{meaning.attributes()}>{found[0]}</span>'
            to = escape(addresses.relative(meaning.address, page))
            return f'<a class="term" href="{to}"{meaning.attributes()}>{found[0]}</a>'

        parts, at = [], 0
        for match in matches:
            parts += [text[at : match.start()], one(match)]
            at = match.end()
        return "".join([*parts, text[at:]])


def glossary(graph: Graph) -> Glossary:
    """The words of all terms, and of all partners that go by an acronym."""
    found: dict[str, Meaning] = {}
    entries: list[tuple[str, Entry[Partner] | Entry[Term]]] = [
        *(("partners", entry) for entry in graph.library.partners.values()),
        *(("terms", entry) for entry in graph.library.terms.values()),
    ]
    for kind, entry in entries:
        if meaning := _meaning(graph, kind, entry):
            english = [name.name for name in entry.record.also_known_as if name.lang == "en"]
            for name in (entry.record.name, *english):
                word = str(escape(name))
                found.setdefault(word if _CAPITALS.match(word) else word.casefold(), meaning)
    return Glossary(found)


def explained(graph: Graph, words: Glossary, body: str, page: str) -> str:
    """The same with the glossary of a graph, of which no more is read than the words that are there."""
    graph.entry(_words, None)
    return words.explained(body, page, partial(graph.entry, _meanings))


def _meanings(graph: Graph) -> Mapping[str, Meaning]:
    return glossary(graph).meanings


def _words(graph: Graph) -> Mapping[None, tuple[tuple[str, str], ...]]:
    """All that follows from the glossary on a page where none of its words is."""
    meanings = graph.once(_meanings)
    return {None: tuple((word, meaning.address) for word, meaning in meanings.items())}


def _meaning(graph: Graph, kind: str, entry: Entry[Partner] | Entry[Term]) -> Meaning | None:
    short = expansion(entry.record)
    text, said_by = "", ""
    if isinstance(entry.record, Term) and (defined := entry.record.definition):
        text, said_by = defined.text or "", _EDITORS
        if not text:
            quotes = definition(graph.library, entry.id)
            text = " ".join(f"“{' '.join(quote.text.split())}”" for quote in quotes)
            names = dict.fromkeys(graph.library.sources[quote.source].record.short_name for quote in quotes)
            said_by = ", ".join(names)
    if not short and not text:
        return None
    return Meaning(
        addresses.entity(kind, entry.id),
        graph.name(kind, entry.id),
        short.text if short else "",
        short.by if short else "",
        text,
        said_by,
    )
