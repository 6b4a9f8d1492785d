"""What there is to decide about a source, in order: new names, words to set aside, then each passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bamboo.data.records import Passage, Quote
from bamboo.editing.draft.boilerplate import Boilerplate
from bamboo.editing.draft.figures import Figured, figures
from bamboo.editing.draft.similarity import SAME, Similar, Similarity
from bamboo.editing.draft.strangers import Stranger
from bamboo.editing.draft.suggestions import Draft, Reader
from bamboo.editing.locate import passage_at
from bamboo.evidence.locate import Span, seed_of
from bamboo.kinds.library import Library
from bamboo.reading import days


@dataclass(frozen=True, slots=True)
class NewName:
    """A name without a record. It comes first, since drafts name only whom they know."""

    stranger: Stranger


@dataclass(frozen=True, slots=True)
class Aside:
    """What looks like no part of the text, all of it at once."""

    pieces: tuple[tuple[Boilerplate, Passage], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A passage that waits for a claim. `draft` is None where nothing gives it a date, `quote` where no words
    beside it distinguish it from another place."""

    span: Span
    quote: Quote | None
    draft: Draft | None
    similar: tuple[Similar, ...] = ()
    figures: tuple[Figured, ...] = ()

    @property
    def told(self) -> bool:
        """Whether a claim seems to say the same already."""
        return bool(self.similar) and self.similar[0].score >= SAME

    def translated(self, library: Library, translation: str, when: str) -> Words:
        """The same with its quote in English too, and with what is recorded that is like that."""
        if self.quote is None:
            return self
        quote = self.quote.model_copy(update={"translation": translation})
        similar = Similarity(library).find(translation, days.of_edtf(when))
        found = figures(library, translation, when)
        return replace(self, quote=quote, similar=tuple(similar), figures=found)


Item = NewName | Aside | Words


def items(library: Library, source: str) -> list[Item]:
    """All that is left to decide. The same library gives the same items."""
    reader = Reader(library, source)
    found = reader.read()
    # Countries first: people act for them.
    strangers = sorted(found.strangers, key=lambda stranger: not stranger.iso)
    names: list[Item] = [NewName(stranger) for stranger in strangers]
    aside: list[Item] = [Aside(found.boilerplate)] if found.boilerplate else []
    words = [
        Words(
            draft.span,
            draft.fact.evidence[0],
            draft,
            (*draft.similar, *draft.elsewhen),
            reader.figures(draft.fact.evidence[0], draft.fact.when),
        )
        for draft in found.drafts
    ]
    for again in found.again:
        words += _again(reader, again.quote, again.span, again.similar)
    words += (words_at(library, reader, span) for span in found.undated)
    return [*names, *aside, *sorted(words, key=lambda one: one.span.start)]


def _again(reader: Reader, quote: Quote, span: Span, similar: tuple[Similar, ...]) -> Iterator[Words]:
    drafts = reader.drafts(span)
    for draft in drafts or (None,):
        figures = reader.figures(quote, draft.fact.when) if draft else ()
        yield Words(span, quote, draft, (*similar, *(draft.elsewhen if draft else ())), figures)


def words_at(library: Library, reader: Reader, span: Span, when: str = "") -> Words:
    """One passage, of the time `when` if its own words do not say."""
    seed = seed_of(library, reader.source)
    assert seed is not None
    here = passage_at(seed, span)
    quote = Quote(source=reader.source, **here.model_dump(exclude_none=True)) if here else None
    drafts = reader.drafts(span, when)
    first = drafts[0] if drafts else None
    return Words(
        span,
        first.fact.evidence[0] if first else quote,
        first,
        (*first.similar, *first.elsewhen) if first else (),
        reader.figures(first.fact.evidence[0], first.fact.when) if first else (),
    )
