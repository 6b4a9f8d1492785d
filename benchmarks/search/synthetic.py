"""Libraries of any size that nobody wrote, to see how the search grows. The same at every run.

Sentences are chains of the words that follow each other in the present claims and quotes. New words come at
the rate by which vocabularies grow (Heaps' law), made of halves of present words; people, countries, terms
and sources grow in number too. So neither the texts nor the names can be compressed better than real ones.
"""

from __future__ import annotations

import hashlib
import html
import json
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale
from bamboo.data.records import Quote, Record
from bamboo.data.seed import Seed, bare_letters
from bamboo.data.yamlfile import Document
from bamboo.graph import claims as graph
from bamboo.graph.claims import Graph
from bamboo.kinds.fact import Fact, Role
from bamboo.kinds.library import Entry, Library, load
from bamboo.kinds.partner import Partner
from bamboo.kinds.person import Person
from bamboo.kinds.source import Source
from bamboo.kinds.term import Term
from bamboo.reading import names
from bamboo.site import search

from benchmarks.search import sites as real
from benchmarks.search.measure import NEXT, START

# Claims for each new source, person and term: as many as there are claims for each now, or fewer.
A_SOURCE, A_PERSON, A_TERM = 60, 30, 40
YEARS = range(1995, 2026)
# Share of running words that are new, for each word known already: the exponent of Heaps' law.
HEAPS = 0.6

R = TypeVar("R", bound=Record)


class Words:
    """Sentences by the model described above."""

    def __init__(self, texts: Sequence[str], chance: random.Random) -> None:
        self.chance = chance
        self.after: dict[str, list[str]] = defaultdict(list)
        self.starts: list[str] = []
        self.said = 0
        for text in texts:
            words = text.split()
            self.starts += words[:1]
            self.said += len(words)
            for one, other in pairwise(words):
                self.after[one].append(other)
        found = {word for text in texts for word in re.findall(r"[a-z]{5,}", text)}
        self.whole = sorted(found)
        self.known = len(found)
        self.coined: list[str] = []

    def sentence(self, length: int) -> str:
        """So many words."""
        words: list[str] = []
        while len(words) < length:
            following = self.after.get(words[-1]) if words else None
            words.append(self._varied(self.chance.choice(following or self.starts)))
        return " ".join(words)

    def new(self) -> str:
        """A word of two halves."""
        one, other = self.chance.choice(self.whole), self.chance.choice(self.whole)
        self.known += 1
        self.coined.append(one[: -(len(one) // 2)] + other[len(other) // 2 :])
        return self.coined[-1]

    def _varied(self, word: str) -> str:
        self.said += 1
        if re.fullmatch(r"[a-z]{5,}", word):
            if self.chance.random() < HEAPS * self.known / self.said:
                return self.new()
            if self.coined and self.chance.random() < 0.1:
                return self.chance.choice(self.coined)
        return word


def library(present: Library, size: int) -> Library:
    """A library of `size` facts more than nothing: the present ones are replaced, their entities kept."""
    chance = random.Random(size)
    facts = list(present.facts.values())
    texts = [entry.record.claim for entry in facts]
    texts += [quote.quote for entry in facts for quote in entry.record.evidence]
    words = Words([" ".join(text.split()) for text in texts], chance)
    partners = dict(present.partners) | _countries(present)
    people = dict(present.people) | dict(_people(present, words, size // A_PERSON))
    terms = dict(present.terms) | dict(_terms(words, size // A_TERM))
    sources, seeds, made = dict(present.sources), dict(present.seeds), dict[str, Entry[Fact]]()
    for number in range(max(1, size // A_SOURCE)):
        ident = f"synthetic-{number}"
        count = len(range(number, size, max(1, size // A_SOURCE)))
        quotes = [f"{words.sentence(chance.randint(15, 40))} {number} {place}." for place in range(count)]
        seed = Seed.of("\n".join(quotes).encode(), f"seeds/{ident}.txt")
        seeds[f"{ident}.txt"] = seed
        title = words.sentence(8)
        card = Source(title=title, short_name=title, language="en", seed=f"{ident}.txt", sha256=seed.sha256)
        sources[ident] = _entry("sources", ident, card)
        for place, quote in enumerate(quotes):
            pattern = chance.choice(facts).record
            name = f"{bare_letters('-'.join(words.sentence(4).split()))}-{number}-{place}"
            fact = _fact(pattern, Quote(source=ident, quote=quote), words, (partners, people, terms))
            key = re.sub(r"[^a-z0-9]+", "-", name).strip("-")
            made[key] = _entry("facts", key, fact)
    return replace(present, seeds=seeds).but(
        partners=partners, people=people, terms=terms, sources=sources, facts=made
    )


def _fact(
    pattern: Fact,
    quote: Quote,
    words: Words,
    named: tuple[Mapping[str, Entry[Partner]], Mapping[str, Entry[Person]], Mapping[str, Entry[Term]]],
) -> Fact:
    """A claim with as many partners, people and terms as the pattern, and a sentence of its length."""
    chance = words.chance
    used: tuple[Sequence[Any], ...] = (pattern.partners, pattern.people, pattern.terms)
    partners, people, terms = (
        chance.sample(list(of), min(len(like), len(of))) for of, like in zip(named, used, strict=True)
    )
    year = chance.choice(YEARS)
    said = [named[0][ident].record.name for ident in partners] + [
        named[1][ident].record.name for ident in people
    ]
    claim = f"{words.sentence(len(pattern.claim.split()) - len(said))} {' '.join(said)} in {year}"
    return Fact(
        claim=claim,
        kind="event",
        when=chance.choice((f"{year}", f"{year}-{chance.randint(1, 12):02d}")),
        themes=pattern.themes,
        partners=partners,
        people=[Role(person=ident) for ident in people],
        terms=terms,
        evidence=[quote],
    )


def _countries(present: Library) -> dict[str, Entry[Partner]]:
    """Every country that CLDR knows and no record is about."""
    taken = {entry.record.iso for entry in present.partners.values()} | {"VN"}
    found = {}
    for code, name in sorted(Locale("en").territories.items()):
        if len(code) == 2 and code not in taken and names.is_known_iso(code):
            ident = re.sub(r"[^a-z0-9]+", "-", bare_letters(str(name))).strip("-")
            found[ident] = _entry("partners", ident, Partner(name=str(name), kind="country", iso=code))
    return found


def _people(present: Library, words: Words, count: int) -> Iterator[tuple[str, Entry[Person]]]:
    parts = sorted({part for entry in present.people.values() for part in entry.record.name.split()})
    for number in range(count):
        name = " ".join([*words.chance.sample(parts, 2), words.new().capitalize()])
        ident = f"person-{number}"
        yield ident, _entry("people", ident, Person(name=name, of="vietnam"))


def _terms(words: Words, count: int) -> Iterator[tuple[str, Entry[Term]]]:
    for number in range(count):
        name = f"{words.chance.choice(words.whole)} {words.new()} {words.chance.choice(words.whole)}"
        yield f"term-{number}", _entry("terms", f"term-{number}", Term(name=name, kind="concept"))


def _entry(kind: str, ident: str, record: R) -> Entry[R]:
    return Entry(ident, record, Document(f"data/{kind}/{ident}.yml", {}, ""))


def sites(work: Path, built: real.Sites, size: int) -> tuple[real.Sites, tuple[str, ...]]:
    """The built sites with `size` claims to find, and what to type: something frequent, something rare, and
    ten words of a source in quotation marks."""
    linked = graph.link(library(load(real.ROOT), size))
    bamboo, bare = work / "bamboo", work / "without-search"
    shutil.copytree(built.bamboo, bamboo)
    for file in search.files(linked):
        (bamboo / file.address).write_text(file.text, encoding="utf-8")
    for name in ("assets", START, NEXT):
        (bare / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (real.bare(built) / name).is_dir() else shutil.copy2
        copy(real.bare(built) / name, bare / name)
    found = work / "with-pagefind"
    shutil.copytree(bare, found)
    for address, title, text in _pages(linked):
        path = found / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_PAGE.format(title=html.escape(title), text=html.escape(text)), encoding="utf-8")
    real.pagefind(found)
    oldest = list(linked.claims.values())[-1]
    rare = max(re.findall(r"[a-z]+", oldest.evidence[0].text), key=lambda word: (len(word), word))
    stretch = " ".join(re.sub(r'["“”]', "", oldest.evidence[0].text).split()[:10])
    return real.Sites(bamboo, bare, found), ("japan", rare, f'"{stretch}"')


_PAGE = (
    '<!doctype html><html lang="en"><title>{title}</title>'
    '<article class="md-content__inner"><h1>{title}</h1><p>{text}</p></article></html>'
)


def _pages(linked: Graph) -> Iterator[tuple[str, str, str]]:
    """A page for each claim and each entity, as small as can be."""
    for claim in linked.claims.values():
        text = " ".join(cited.text for cited in claim.evidence)
        yield claim.url.partition("#")[0], claim.text, f"{text} {' '.join(map(str, claim.years))}"
    for kind in ("partners", "people", "terms"):
        for ident, entry in linked.library.of(kind).items():
            yield f"{kind}/{ident}.html", entry.record.name, " ".join(n.name for n in names.all_names(entry))


def digest(linked: Graph) -> str:
    """What is the same at every run."""
    texts: list[Any] = [[claim.id, claim.text, claim.when] for claim in linked.claims.values()]
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
