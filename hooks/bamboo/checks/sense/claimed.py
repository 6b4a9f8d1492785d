"""A claim, or a text about one, with the English words of its quotes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from bamboo.data.locations import Finding
from bamboo.data.records import Path, Quote, Record
from bamboo.evidence.proof import Proof
from bamboo.kinds.library import Entry, Library
from bamboo.reading import polarity
from bamboo.reading.forms import forms
from bamboo.reading.mentions import plain

RULE = "sense"
WIDEN = "Say what the quotes say, quote more words, or add the passage that says it as `context`."


@cache
def _sentences(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in ("claim", "title", "name") if name in kind.model_fields)


@dataclass(frozen=True)
class Claimed:
    """A record that makes a claim, and what proves it."""

    library: Library
    entry: Entry[Any]

    @property
    def record(self) -> Any:
        return self.entry.record

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Its quotes."""
        return tuple(passage for _, _, passage in self.entry.passages if isinstance(passage, Quote))

    @cached_property
    def proof(self) -> Proof:
        """What they say, in the editors' translation where they are in another language."""
        return Proof.of(self.library, self.quotes, translated=True)

    @cached_property
    def quotes_alone(self) -> tuple[str, ...]:
        """Every quote without its contexts, comparable."""
        return tuple(plain(quote.in_english) for quote in self.quotes)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every quote and context, comparable."""
        return self.proof.texts

    @cached_property
    def each(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quote with its contexts."""
        return tuple(
            tuple(plain(passage.in_english) for passage in (quote, *quote.context)) for quote in self.quotes
        )

    @cached_property
    def turns(self) -> int:
        """How many words of a quote with its contexts a denial could come from, at most."""
        return max((sum(map(polarity.turns, texts)) for texts in self.each), default=0)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of all words of the quotes."""
        return forms(self.texts)

    @cached_property
    def in_english(self) -> bool:
        """Whether every word of the quotes is English: other languages have rules of their own."""
        return all(passage.lang == "en" for passage in self.proof.passages)

    @cached_property
    def sentences(self) -> tuple[tuple[Path, str], ...]:
        """The texts that readers take for what the sources say: of a fact its claim and its title."""
        kind: type[Record] = type(self.record)
        told = ((name, getattr(self.record, name)) for name in _sentences(kind))
        return tuple([((name,), plain(said)) for name, said in told if said])

    @property
    def claims(self) -> tuple[str, ...]:
        """The sentence that is claimed."""
        return tuple(text for path, text in self.sentences if path != ("title",))

    def finding(self, path: Path, code: str, message: str, hint: str = WIDEN, value: str = "") -> Finding:
        """What is wrong, at its place."""
        return Finding(
            self.entry.document.location(*path), RULE, message, hint, code=code, path=path, value=value
        )
