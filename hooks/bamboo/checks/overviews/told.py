"""A sentence of an overview with its claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from bamboo.data import dates
from bamboo.data.locations import Finding
from bamboo.data.records import Path, Quote
from bamboo.evidence.proof import Proof
from bamboo.kinds.claims import OBSERVATION
from bamboo.kinds.home import HOME
from bamboo.kinds.indicator import observation_id
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.overview import Sentence
from bamboo.kinds.year import YEARS
from bamboo.reading import days, phrases
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.names import all_names

RULE = "overview"

_SAY = "Say what the claims say, or rest it on the claim that says so."


@dataclass(frozen=True)
class Claim:
    """What proves a sentence: a fact, or one observation of an indicator."""

    library: Library
    ident: str
    kind: str
    text: str
    when: str
    record: Any
    quotes: tuple[Quote, ...]

    @property
    def about(self) -> set[int]:
        """The years that it is about."""
        return {*dates.years(self.when)}

    @cached_property
    def years(self) -> set[int]:
        """Those, and the years that it or its quotes name; what gives them context may be of another time."""
        texts = [plain(self.text), *(plain(quote.quote) for quote in self.quotes)]
        return self.about.union(
            date.last.year for text in texts for date in days.read(text) if date.last.year
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of what it and its quotes say."""
        return phrases.words(" ".join([self.text, *(quote.quote for quote in self.quotes)]))

    def is_about(self, kind: str, ident: str) -> bool:
        """Whether it is about this record; for the home page every claim is."""
        if kind == HOME.name:
            return True
        return int(ident) in self.about if kind == YEARS.name else ident in self.of(kind)

    def of(self, field: str) -> set[str]:
        """The ids in a list of its record, and in its relation; its speakers are among its people."""
        found = {getattr(item, "person", item) for item in getattr(self.record, field, ())}
        if relation := getattr(self.record, "relation", None):
            found |= {"partners": {relation.partner}, "terms": {relation.tier}}.get(field, set())
        return found | self.of("said_by") if field == "people" else found


@dataclass(frozen=True)
class Told:
    """A sentence, where it is, and its claims."""

    library: Library
    entry: Entry[Any]
    path: Path
    sentence: Sentence

    @cached_property
    def text(self) -> str:
        """The sentence, comparable for names."""
        return plain(self.sentence.says)

    @cached_property
    def without_sources(self) -> str:
        """The same without names of sources: "9 Highlights" is no number, "Report on To Lam" no person."""
        text = self.text
        for mention in reversed(sources(self.library).find(text)):
            text = text[: mention.start] + "…" + text[mention.end :]
        return text

    @cached_property
    def bare(self) -> str:
        """The same without a role behind its person, as the claims have it: "Hun Sen, Chairman of …,"."""
        text = self.text
        roles = {
            (item.person, plain(item.as_))
            for one in self.claims
            for item in getattr(one.record, "people", ())
            if item.as_
        }
        for mention in reversed(lexicon(self.library).people.find(text)):
            for person, role in roles:
                if person == mention.ident and text.startswith(f", {role},", mention.end):
                    text = text[: mention.end] + text[mention.end + len(f", {role},") :]
        return text

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Those that there are: a missing one is a finding of its own."""
        found = (claim(self.library, ident) for ident in self.sentence.rests_on)
        return tuple(one for one in found if one is not None)

    @cached_property
    def proof(self) -> Proof:
        """What the quotes of the claims say."""
        return Proof.of(self.library, self.quotes)

    @property
    def quotes(self) -> list[Quote]:
        """All of them."""
        return [quote for one in self.claims for quote in one.quotes]

    @property
    def statements(self) -> list[str]:
        """What the claims themselves say, comparable for names."""
        return [plain(one.text) for one in self.claims]

    def of(self, field: str) -> set[str]:
        """The ids that any of the claims has in a list."""
        return {ident for one in self.claims for ident in one.of(field)}

    def finding(self, code: str, message: str, hint: str = _SAY) -> Finding:
        """What is wrong with the sentence."""
        path = (*self.path, "says")
        location = self.entry.document.location(*path)
        return Finding(location, RULE, message, hint, code=code, path=path, value=self.sentence.says)


def claim(library: Library, ident: str) -> Claim | None:
    """The claim of this id."""
    if fact := library.facts.get(ident):
        record = fact.record
        return Claim(library, ident, record.kind, record.claim, record.when, record, (*record.evidence,))
    indicator = library.observations.get(ident)
    for row in indicator.record.observations if indicator else ():
        if indicator and observation_id(indicator.id, row.period) == ident:
            counted = indicator.record
            reports = (*row.reports,)
            return Claim(library, ident, OBSERVATION.name, counted.name, row.period, counted, reports)
    return None


@lru_cache(maxsize=4)
def sources(library: Library) -> Finder:
    """Finds sources by their titles and short names, also in the middle of a sentence: "the report on …"."""
    names = [(entry.id, name.name) for entry in library.sources.values() for name in all_names(entry)]
    return Finder([*names, *((ident, name[:1].lower() + name[1:]) for ident, name in names)])
