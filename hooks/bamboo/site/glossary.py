"""Acronyms and terms explained where a page first uses them, in its statements and its overview.

The explanation is in the page, as attributes of the word; scripts/notes.mjs shows it on hover, focus and tap.
In running text the word is a link to its page, which it leads to without the script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from markupsafe import escape

from bamboo.graph import addresses
from bamboo.graph.cited import definition
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import Partner
from bamboo.kinds.term import Term
from bamboo.reading.names import all_names
from bamboo.site import meant
from bamboo.site.blocks.names import expansion
from bamboo.site.meant import Parties

# The elements whose words are explained: the editors' sentences, never a quote.
_PLACES = re.compile(
    r'<(?:p class="(?:claim__text|overview__text(?: said-here)?|briefing__overview)">.*?(?=</p>)'
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
    tier: bool = False
    """Whether it is a tier of Vietnam's relations, which others may have words like."""

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


# A place of a text and the word of the glossary that it has; no word where names of partners were asked for.
_Found = tuple[int, int, str]
_PARTIES = ""


@dataclass(frozen=True)
class Glossary:
    """Every word with a meaning, as HTML has it; acronyms are read letter for letter, other names loosely.

    `others` are longer names that have such a word in them and mean something else.
    """

    meanings: Mapping[str, Meaning]
    others: frozenset[str] = frozenset()
    parties: Parties = field(default_factory=Parties)
    _pattern: re.Pattern[str] | None = field(init=False, compare=False)
    # By text: a statement is on many pages.
    _found: dict[str, tuple[_Found, ...]] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        longest = sorted({*self.meanings, *self.others}, key=len, reverse=True)
        made = re.compile(rf"(?<![\w&-])(?:{'|'.join(map(_read, longest))})(?![\w;-])")
        object.__setattr__(self, "_pattern", made if self.meanings else None)

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
        if (known := self._found.get(text)) is None:
            known = self._found[text] = tuple(self._meant(text, self._pattern))
        for _, _, named in known:
            used(named)
        matches = [match for match in known if match[2] != _PARTIES]
        if not matches:
            return text

        def one(word: str, meaning: Meaning) -> str:
            if meaning.address in seen:
                return word
            seen.add(meaning.address)
            if linked:  # a link holds no other: the word is explained, and the link leads on
                return f'<span class="term"{meaning.attributes()}>{word}</span>'
            to = escape(addresses.relative(meaning.address, page))
            return f'<a class="term" href="{to}"{meaning.attributes()}>{word}</a>'

        parts, at = [], 0
        for start, end, named in matches:
            parts += [text[at:start], one(text[start:end], self.meanings[named])]
            at = end
        return "".join([*parts, text[at:]])

    def _meant(self, text: str, words: re.Pattern[str]) -> Iterator[_Found]:
        """Words of a text that have a meaning, each with its place, but not those that mean others."""
        for found in words.finditer(text):
            word, (start, end) = found[0], found.span()
            loose = word.casefold()
            spelt = (name for name in (word, loose, word[:-1], loose[:-1]) if name in self.meanings)
            named = next(spelt, None)
            if named is None:
                continue
            tier = self.meanings[named].tier
            if (tier or (word[0].isupper() and not _CAPITALS.match(word))) and meant.longer(text, start, end):
                continue
            if tier:
                yield start, start, _PARTIES
            if not (tier and self.parties.others(*meant.sentence(text, end))):
                yield start, end, named


def _read(word: str) -> str:
    """The pattern of a word; of what is no proper name and no acronym, of several as well."""
    if _CAPITALS.match(word):
        return re.escape(word)
    return f"(?i:{re.escape(word)}{'s?' if word[-1].isalpha() and not word.endswith('s') else ''})"


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
    return Glossary(found, _others(graph.library, found), _parties(graph.library))


def _others(library: Library, known: Mapping[str, Meaning]) -> frozenset[str]:
    """Names that have a known word in them and no meaning here, be they of a page or of none."""
    named = {
        str(escape(name)).casefold()
        for entries in (library.partners, library.people, library.terms)
        for entry in entries.values()
        for name in (*(one.name for one in all_names(entry) if one.lang == "en"), *entry.record.not_meant)
    }
    inside = re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, known))})(?!\w)") if known else None
    return frozenset(
        name for name in named - {word.casefold() for word in known} if inside and inside.search(name)
    )


def _parties(library: Library) -> Parties:
    named = {
        ident: {str(escape(name.name)) for name in all_names(entry) if name.lang == "en"}
        for ident, entry in library.partners.items()
    }
    bodies = (ident for ident, entry in library.partners.items() if entry.record.kind != "country")
    return Parties(
        frozenset(chain.from_iterable(named.values())),
        frozenset(chain.from_iterable(named[ident] for ident in bodies)),
    )


def explained(graph: Graph, words: Glossary, body: str, page: str) -> str:
    """The same with the glossary of a graph, of which no more is read than the words that are there."""
    graph.entry(_words, None)
    return words.explained(body, page, partial(graph.entry, _meanings))


def _meanings(graph: Graph) -> Mapping[str, Meaning | list[str]]:
    words = graph.once(glossary)
    return {**words.meanings, _PARTIES: [*sorted(words.parties.every), "", *sorted(words.parties.bodies)]}


def _words(graph: Graph) -> Mapping[None, tuple[tuple[str, ...], ...]]:
    """All that follows from the glossary on a page where none of its words is."""
    words = graph.once(glossary)
    known = ((word, meaning.address, str(meaning.tier)) for word, meaning in words.meanings.items())
    return {None: (tuple(sorted(words.others)), *known)}


def _meaning(graph: Graph, kind: str, entry: Entry[Partner] | Entry[Term]) -> Meaning | None:
    short = expansion(entry.record)
    text, said_by = "", ""
    if isinstance(entry.record, Term) and (defined := entry.record.definition):
        text, said_by = defined.text or "", _EDITORS
        if not text:
            quotes = definition(graph.library, entry.id)
            text = " ".join(f"“{' '.join(quote.text.split())}”" for quote in quotes)
            names = dict.fromkeys(graph.library.sources[quote.source].record.label for quote in quotes)
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
        isinstance(entry.record, Term) and entry.record.kind == "tier",
    )
