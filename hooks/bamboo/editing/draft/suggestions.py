"""What is suggested for one source: drafts, quotes for recorded claims, what to set aside, new names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bamboo.checks import attribution, twins
from bamboo.data import dates
from bamboo.data.locations import HIDDEN
from bamboo.data.records import Passage, Quote
from bamboo.data.seed import bare_letters
from bamboo.editing.draft import accords, learning, people, when
from bamboo.editing.draft.boilerplate import Boilerplate
from bamboo.editing.draft.figures import Figured, figures
from bamboo.editing.draft.passages import of_source, row_as_sentence, sentences
from bamboo.editing.draft.similarity import SAME, Similar, Similarity, Told
from bamboo.editing.draft.strangers import Stranger, strangers
from bamboo.editing.draft.wording import worded
from bamboo.editing.draft.words import stems
from bamboo.editing.form import plain
from bamboo.editing.locate import passage_at
from bamboo.editing.name import free, taken
from bamboo.editing.recognise import recognise, relations, role
from bamboo.evidence.locate import Span, seed_of
from bamboo.graph import wording
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import Fact, Relation
from bamboo.kinds.library import Library
from bamboo.reading import days, titles
from bamboo.reading.mentions import plain as plain_text

SLUG_WORDS, SLUG_OF = 5, 12  # words of an id: the rarest of a passage's first ones


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggested fact: its id, the folder of its year, and what an editor may weigh."""

    ident: str
    fact: Fact
    span: Span
    other_themes: tuple[str, ...]
    other_kinds: tuple[str, ...]
    similar: tuple[Similar, ...] = ()
    elsewhen: tuple[Similar, ...] = ()
    """What seems to be the same thing with another time, in other texts."""

    @property
    def file(self) -> str:
        """Where it is to be."""
        return f"data/facts/{dates.years(self.fact.when)[0]}/{self.ident}.yml"


@dataclass(frozen=True, slots=True)
class Again:
    """A passage that repeats what claims say already: the quote to add to them."""

    quote: Quote
    span: Span
    similar: tuple[Similar, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All that is suggested for one source, in the order of its text."""

    source: str
    drafts: tuple[Draft, ...]
    again: tuple[Again, ...]
    boilerplate: tuple[tuple[Boilerplate, Passage], ...]
    undated: tuple[Span, ...]
    strangers: tuple[Stranger, ...]


def suggest(library: Library, source: str) -> Suggestions:
    """Read what nothing accounts for yet in a source. The same library gives the same suggestions."""
    return Reader(library, source).read()


class Reader:
    """Reads one source against what the library knows."""

    def __init__(self, library: Library, source: str) -> None:
        seed = seed_of(library, source)
        assert seed is not None
        self.library, self.source, self.seed = library, source, seed
        self.card = library.sources[source].record
        self.themes, self.kinds = learning.by_theme(library), learning.by_kind(library)
        self.similarity = Similarity(library)
        self.speakers = people.Speakers.of(library, source)
        self.taken = taken(library, "facts")
        self.found = of_source(library, source)
        self.heads = self.found.heads

    def read(self) -> Suggestions:
        """All that is suggested for what nothing accounts for yet."""
        found = self.found
        drafts: list[Draft] = []
        again: list[Again] = []
        undated: list[Span] = []
        last = self.card.speaker or ""
        for span in found.open:
            here = passage_at(self.seed, span)
            if here is None:
                undated.append(span)
                continue
            quote = Quote(source=self.source, **here.model_dump(exclude_none=True))
            dated = when.of_passage(self.library, self.seed, quote, span)
            speaker = self.speakers.of_passage(quote.quote, last)
            last = speaker or last
            similar = tuple(self.similarity.find(quote.quote, days.of_edtf(dated[0]) if dated else None))
            told = tuple(one for one in similar if one.score >= SAME)
            if told:
                again.append(Again(quote, span, similar))
            elif dated and self.themes.texts:
                drafts += self._drafts(quote, span, *dated, speaker, similar)
            else:
                undated.append(span)
        aside = ((piece, passage_at(self.seed, piece.span)) for piece in found.boilerplate)
        return Suggestions(
            self.source,
            tuple(drafts),
            tuple(again),
            tuple((piece, words) for piece, words in aside if words),
            tuple(undated),
            tuple(strangers(self.library, [self.seed.text[span.start : span.end] for span in found.open])),
        )

    def drafts(self, span: Span, about: str = "") -> tuple[Draft, ...]:
        """What can be drafted of one passage, of the time `about` where its own words give it none."""
        here = passage_at(self.seed, span)
        if here is None or not self.themes.texts:
            return ()
        quote = Quote(source=self.source, **here.model_dump(exclude_none=True))
        dated = when.of_passage(self.library, self.seed, quote, span) or ((about, None) if about else None)
        if dated is None:
            return ()
        speaker = self.speakers.of_passage(quote.quote, self._speaking_before(span))
        similar = self.similarity.find(quote.quote, days.of_edtf(dated[0]))
        return tuple(self._drafts(quote, span, *dated, speaker, similar))

    def _speaking_before(self, span: Span) -> str:
        """Whom the text last let speak before a passage: the one whom "he said" means."""
        ends = [end for end, _ in self._speaking]
        before = bisect_right(ends, span.start)
        return self._speaking[before - 1][1] if before else self.card.speaker or ""

    @cached_property
    def _speaking(self) -> tuple[tuple[int, str], ...]:
        """Where each sentence of the text ends, and who speaks by then."""
        found, last = [], self.card.speaker or ""
        for sentence in sentences(self.seed.text, 0, len(self.seed.text)):
            last = self.speakers.of_passage(self.seed.text[sentence.start : sentence.end], last) or last
            found.append((sentence.end, last))
        return tuple(found)

    def figures(self, quote: Quote, about: str) -> tuple[Figured, ...]:
        """The recorded figures of which these words give a value."""
        return figures(self.library, quote.quote, about)

    def _drafts(
        self,
        quote: Quote,
        span: Span,
        about: str,
        dating: Passage | None,
        speaker: str,
        similar: Sequence[Similar],
    ) -> Iterator[Draft]:
        words = stems(quote.quote)
        themes, kinds = self.themes.ranked(words), self.kinds.ranked(words) or ["assessment"]
        read = recognise(self.library, quote.quote)
        context = [dating] if dating else []
        # A row of a table says little without the names of its columns.
        head = passage_at(self.seed, self.heads[span]) if span in self.heads else None
        context += [head] if head else []
        values: dict[str, Any] = {
            "claim": HIDDEN.sub("", quote.quote),
            "when": about,
            "themes": themes[:1],
            "partners": [*read.partners],
            "people": [plain(role) for role in read.people],
            "terms": [*read.terms],
            "draft": True,
        }
        told = list(relations(self.library, quote.quote))
        kind = "relation" if told else kinds[0]
        speaking = speaker
        if speaking and speaking not in (role.person for role in read.people):
            shown = self._introduced(speaking)
            if shown is None:
                speaking = ""
            else:
                context.append(shown[0])
                values["people"].append(shown[1])
        if speaking:
            values["said_by"] = [speaking]
        elif kind in SPOKEN:
            values["said_by"] = [self.source]
        values["evidence"] = [
            {
                **quote.model_dump(exclude_none=True, exclude={"context"}),
                "context": [c.model_dump(exclude_none=True) for c in context],
            }
        ]
        values["agreement"] = accords.progress(self.library, quote.quote, kind, read.terms)
        several: list[Relation | None] = [*told] or [None]
        for relation in several:
            fact = Fact.model_validate(
                {**values, "kind": kind, "relation": relation.model_dump() if relation else None}
            )
            alone = not any(self.library.partners[ident].record.kind == "country" for ident in read.partners)
            claim = attribution.without(self.library, fact) or fact.claim
            claim = worded(claim, self.speakers.printed, alone)
            if columns := self.heads.get(span):
                claim = row_as_sentence(self.seed.text[columns.start : columns.end], quote.quote)
            title = titles.proposed(claim) if titles.needed(claim) else ""
            own = fact.model_dump(by_alias=True, exclude_none=True) | {"claim": claim}
            own["when"] = when.of_claim(claim, about)
            fact = Fact.model_validate(own | ({"title": title} if title else {}))
            yield Draft(
                self._slug(quote.quote, about, relation.partner if relation else ""),
                fact,
                span,
                tuple(themes[1:3]),
                tuple(other for other in kinds if other != kind)[:1],
                tuple(similar),
                tuple(self._elsewhen(fact)),
            )

    def _elsewhen(self, fact: Fact) -> Iterator[Similar]:
        for entry in twins.other_times(self.library, fact):
            told = Told(entry.file, entry.id, wording.fact(self.library, entry.record))
            yield Similar(told, 0.0, entry.record.when)

    def _introduced(self, person: str) -> tuple[Passage, dict[str, str]] | None:
        """Where the text introduces a speaker: as context, and as an entry of `people`."""
        span = people.introduction(self.library, self.source, person)
        shown = passage_at(self.seed, span) if span else None
        if shown is None:
            return None
        return shown, plain(role(self.library, person, plain_text(shown.quote)))

    def _slug(self, text: str, about: str, partner: str) -> str:
        """An id of rare words of the passage in their order, and the year."""
        words = dict.fromkeys(re.findall(r"[a-z0-9]+", bare_letters(plain_text(text).replace("'s", ""))))
        telling = [word for word in words if len(word) > 3 and stems(word)][:SLUG_OF]
        seen = {word: sum(c[next(iter(stems(word)))] for c in self.themes.words.values()) for word in telling}
        chosen = sorted(telling, key=lambda word: (seen[word], telling.index(word)))[:SLUG_WORDS]
        year = str(dates.years(about)[0])
        parts = [partner] if partner else []
        parts += [
            word for word in telling if word in chosen and word != year and word not in partner.split("-")
        ]
        ident = free("-".join([*parts, year]) if parts else f"passage-{year}", self.taken)
        self.taken.add(ident)
        return ident
