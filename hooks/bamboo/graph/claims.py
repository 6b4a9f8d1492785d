"""The library linked both ways: every claim with its proof, and what claims each thing takes part in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, TypeVar, cast

from bamboo.data import dates
from bamboo.data.locations import Location
from bamboo.data.records import WORDING, Difference, Record, references
from bamboo.data.seed import Seed
from bamboo.evidence import coverage
from bamboo.evidence.coverage import Coverage
from bamboo.evidence.locate import Span, seed_of
from bamboo.graph import addresses, cautions, wording
from bamboo.graph.cautions import Caution
from bamboo.graph.cited import Cited, CitedReport, proof
from bamboo.graph.history import History
from bamboo.graph.quoted import Quoted
from bamboo.graph.wording import Speaker
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import FACTS, Fact, Progress, Relation, Role
from bamboo.kinds.indicator import Indicator, observation_id
from bamboo.kinds.known import LINKED
from bamboo.kinds.library import Entry, Library
from bamboo.reading import names, titles
from bamboo.reading.demonyms import DEMONYMS

Path = tuple[str | int, ...]
K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact, or an observation of an indicator: something sources say, with its permalink and proof.

    `text` and `title` do not say who says it; what leaves the program is `sentence` or `label`, which do.
    `named` is every record that it refers to, as (kind, id).
    """

    id: str
    url: str
    kind: str
    text: str
    title: str
    when: str
    themes: tuple[str, ...]
    partners: tuple[str, ...]
    people: tuple[Role, ...]
    terms: tuple[str, ...]
    relation: Relation | None
    agreement: Progress | None
    speakers: tuple[Speaker, ...]
    evidence: tuple[Cited, ...]
    differs: tuple[Difference, ...]
    note: str | None
    location: Location
    named: tuple[tuple[str, str], ...] = ()
    indicator: str | None = None
    reports: tuple[CitedReport, ...] = ()
    cautions: tuple[Caution, ...] = ()
    """What became of its sources, where any was corrected or taken back."""

    @property
    def sentence(self) -> str:
        """What it states, and who says so."""
        return wording.attributed(self.text, self.speakers, caution=self.caution)

    @property
    def label(self) -> str:
        """Its title and who says so, for lists and links."""
        return wording.attributed(self.title, self.speakers, brief=True, caution=self.caution)

    @property
    def page_title(self) -> str:
        """The same where room is short."""
        return wording.page_title(self.title, self.speakers, self.kind in SPOKEN, self.caution)

    @property
    def caution(self) -> str:
        """What became of its sources, in two or three words; "" where nothing did."""
        return cautions.briefly(self.cautions, self.sources)

    @property
    def withdrawn(self) -> bool:
        """Whether all its sources were taken back."""
        return cautions.withdrawn(self.cautions, self.sources)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """In what sources give a reader different answers; one answer in other words is none."""
        return tuple(row for row in self.differs if row.kind != WORDING)

    @property
    def said_by(self) -> tuple[str, ...]:
        """Ids of who says so: people, or sources that speak for themselves."""
        return tuple(speaker.id for speaker in self.speakers)

    @property
    def years(self) -> tuple[int, ...]:
        """The years it is about."""
        return dates.years(self.when)

    @property
    def ends(self) -> tuple[int, ...]:
        """The years in which what it is about begins and ends."""
        return tuple(dict.fromkeys((self.years[0], self.years[-1])))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that say so, in order of the evidence."""
        return tuple(dict.fromkeys(cited.source for cited in self.evidence))

    @property
    def named_people(self) -> tuple[str, ...]:
        """The people it names, each with or without a role."""
        return tuple(role.person for role in self.people)

    def passages(self) -> Iterable[Cited]:
        """Every passage that proves it, context included."""
        for cited in self.evidence:
            yield cited
            yield from cited.context


@dataclass(frozen=True)
class Graph:
    """Claims newest first, and the same by what they are about."""

    library: Library
    claims: Mapping[str, Claim]
    _naming: Mapping[tuple[str, str], tuple[Claim, ...]]
    _newest: tuple[Claim, ...]
    _quoted: Mapping[str, Quoted]  # by source; its numbers are places in _newest
    history: History | None = None
    """What has become of the claims, where that is known."""
    _known: dict[tuple[str, object], tuple[object, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _once: dict[Callable[[Graph], object], object] = field(default_factory=dict, init=False, compare=False)

    def once(self, make: Callable[[Graph], T]) -> T:
        """What follows from the whole of it and many pages ask for: made when it is first asked for."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast(T, self._once[make])

    def entry(self, make: Callable[[Graph], Mapping[K, T]], key: K) -> T | None:
        """One entry of a table that follows from the whole of it."""
        return self.once(make).get(key)

    def answer(self, of: Callable[[Graph, K], T], key: K) -> T:
        """What `of` says of a thing; who asks for it knows no more of the graph than that: see `traced`."""
        return of(self, key)

    def once_for(self, what: str, thing: object, make: Callable[[], T]) -> T:
        """What follows from it and a thing of it, made once: many pages show the same statements."""
        key = self._key(what, thing)
        held = self._known.get(key)
        if held is None:
            held = self._known[key] = (thing, make())
        found: T = held[1]
        return found

    def part(self, what: str, ident: str, make: Callable[[str], T]) -> T:
        """What is made of a thing of it, as text, numbers and tuples: builds keep it (see `traced`)."""
        return make(ident)

    @staticmethod
    def _key(what: str, thing: object) -> tuple[str, object]:
        # Texts are compared, all else is told by being the very same: a claim is large.
        return (what, thing if isinstance(thing, str) else id(thing))

    def coverage(self, source: str) -> Coverage:
        """How much of a source is in quotes or set aside."""
        return coverage.of_source(self.library, source)

    def noting(self, what: str) -> None:
        """Say that something is read which is no part of the graph: see `traced`."""

    def naming(self, kind: str, ident: str) -> tuple[Claim, ...]:
        """Claims that name this record (or quote this source), newest first."""
        return self._naming.get((kind, ident), ())

    def many(self, kind: str, ident: str) -> int:
        """How many claims name this record."""
        return len(self.naming(kind, ident))

    def resting_on(self, places: Iterable[tuple[str, Span]]) -> tuple[Claim, ...]:
        """Claims with a quote that overlaps one of these stretches of sources, newest first."""
        found = {number for source, span in places for number in self._quoted[source].overlapping(span)}
        return tuple(self._newest[number] for number in sorted(found))

    def in_year(self, year: int) -> tuple[Claim, ...]:
        """Claims about this year, newest first."""
        return self._naming.get(("years", str(year)), ())

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Years that claims are about, newest first."""
        return tuple(sorted((int(i) for kind, i in self._naming if kind == "years"), reverse=True))

    def name(self, kind: str, ident: str) -> str:
        """What a record is called; the editors' title for an untitled text in square brackets."""
        record = self.library.of(kind)[ident].record
        if kind == "sources":
            return str(record.title or f"[{record.working_title}]")
        return str(record.name)

    def in_vietnamese(self, kind: str, ident: str) -> str:
        """A record's first name in Vietnamese; "" where there is none. Pages ask for it with every link."""
        make = partial(names.in_vietnamese, self.library.of(kind)[ident])
        return self.once_for(f"in Vietnamese, {kind}", ident, make)

    def names_in_sources(self, kind: str, ident: str) -> tuple[str, ...]:
        """Those of a record's names that the passages about it print."""
        texts = (cited.text for claim in self.naming(kind, ident) for cited in claim.passages())
        return names.printed(names.all_names(self.library.of(kind)[ident]), texts)

    @cached_property
    def proper_names(self) -> frozenset[str]:
        """Names with a capital letter: of partners with their adjectives, people, terms, and of Vietnam."""
        kinds = (self.library.partners, self.library.people, self.library.terms)
        named = {name.name for kind in kinds for entry in kind.values() for name in names.all_names(entry)}
        named |= {"Vietnam", "Vietnamese", "Viet Nam"}
        named |= {adjective for name in named for adjective in DEMONYMS.get(name, ())}
        return frozenset(name for name in named if not name.islower())

    @cached_property
    def _first_names(self) -> Mapping[str, str]:
        """By the record's file without `data/` and `.yml`, the one it had before anybody renamed it."""
        found: dict[str, str] = {}
        for move in self.library.moves[0].moved if self.library.moves else ():
            if move.renamed:
                found.setdefault(move.to, move.from_)  # the first line is the oldest
        return found

    def former_files(self, file: str) -> tuple[str, ...]:
        """The data files that a record had before, under other names."""
        moves = self.library.moves[0].moved if self.library.moves else ()
        place = file.removeprefix("data/").removesuffix(".yml")
        return tuple(f"data/{move.from_}.yml" for move in moves if move.to == place and move.renamed)

    def first_id(self, kind: str, ident: str) -> str:
        """The id that a record had first: what calendars and lists of references know it by."""
        place = self.library.of(kind)[ident].file.removeprefix("data/").removesuffix(".yml")
        return self._first_names.get(place, place).rpartition("/")[2]

    def key(self, claim: Claim) -> str:
        """What calendars and lists of references know a claim by, whatever it is called since."""
        if claim.indicator:
            return observation_id(self.first_id("indicators", claim.indicator), claim.when)
        return self.first_id("facts", claim.id)

    def seed(self, source: str) -> Seed:
        """The text of a source."""
        seed = seed_of(self.library, source)
        assert seed is not None
        return seed


def link(
    library: Library,
    history: History | None = None,
    known: Callable[[Entry[Any]], Iterable[Claim]] = lambda _: (),
) -> Graph:
    """Link a library whose checks found nothing. `history` is what was read of its versions; `known` gives
    the claims of a record, where that and all that they are made of is as it was.
    """

    def of(library: Library, entry: Entry[Any]) -> Iterable[Claim]:
        made = _fact if entry.kind == FACTS.name else _observations
        return known(entry) or made(library, entry)

    claims = [_spoken(library, claim) for claim in library.each(LINKED, library.facts.values(), of)]
    claims += library.each(LINKED, library.indicators.values(), of)
    claims.sort(key=lambda claim: claim.id)
    claims.sort(key=lambda claim: dates.bounds(claim.when), reverse=True)
    # A long period makes no pages for years that nothing else is about.
    years = {year for claim in claims for year in claim.ends}
    naming: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for target in dict.fromkeys(_targets(claim, years)):
            naming[target].append(claim)
    quotes: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for cited in claim.evidence:
            quotes[cited.source].append((cited.start, cited.end, number))
    return Graph(
        library,
        {claim.id: claim for claim in claims},
        {target: tuple(found) for target, found in naming.items()},
        tuple(claims),
        {source: Quoted.of(rows) for source, rows in quotes.items()},
        history,
    )


def _targets(claim: Claim, years: set[int]) -> Iterable[tuple[str, str]]:
    yield from (("years", str(year)) for year in claim.years if year in years)
    yield from claim.named
    if claim.indicator:
        yield "indicators", claim.indicator


def _named(library: Library, record: Record, observation: int | None = None) -> tuple[tuple[str, str], ...]:
    """Every record that a claim refers to, in whatever field; of an indicator's claims, one at a time."""
    return tuple(
        (kind, target)
        for path, ref, target in references(record)
        if path[0] != "observations" or path[1] == observation
        for kind in ref.kinds
        if target in library.of(kind)
    )


def _fact(library: Library, entry: Entry[Fact]) -> Iterator[Claim]:
    fact = entry.record
    cited = proof(library, entry.file)
    relation = fact.relation
    yield Claim(
        id=entry.id,
        cautions=_cautions(library, cited),
        url=addresses.fact(entry.id, fact.when),
        kind=fact.kind,
        text=fact.claim,
        title=fact.title or titles.bare(fact.claim),
        when=fact.when,
        themes=tuple(fact.themes),
        partners=_joined(fact.partners, [relation.partner] if relation else []),
        people=tuple(fact.people),
        terms=_joined(fact.terms, [relation.tier] if relation else []),
        relation=relation,
        agreement=fact.agreement,
        speakers=wording.speakers(library, fact),
        evidence=tuple(cited[("evidence", index)] for index in range(len(fact.evidence))),
        differs=tuple(fact.differs),
        note=fact.note,
        location=entry.document.location("claim"),
        named=_named(library, fact),
    )


def _spoken(library: Library, claim: Claim) -> Claim:
    """A claim that may be known, with the roles that other facts print now."""
    own = {role.person for role in claim.people if role.as_}
    if own.issuperset(speaker.id for speaker in claim.speakers if speaker.kind == "people"):
        return claim
    return replace(claim, speakers=wording.speakers(library, library.facts[claim.id].record))


def _observations(library: Library, entry: Entry[Indicator]) -> Iterator[Claim]:
    indicator = entry.record
    cited = proof(library, entry.file)
    for index, observation in enumerate(indicator.observations):
        reports = tuple(
            CitedReport(
                report,
                cited[("observations", index, "reports", row)],
                indicator.unit,
                cautions.of(library, report.source),
            )
            for row, report in enumerate(observation.reports)
        )
        text = wording.observation(indicator, observation)
        yield Claim(
            id=observation_id(entry.id, observation.period),
            url=addresses.observation(entry.id, observation.period),
            kind="observation",
            text=text,
            title=titles.bare(text),
            when=observation.period,
            themes=tuple(indicator.themes),
            partners=tuple(indicator.partners),
            people=(),
            terms=tuple(indicator.terms),
            relation=None,
            agreement=None,
            speakers=(),
            evidence=tuple(row.cited for row in reports),
            differs=tuple(observation.differs),
            note=None,
            location=entry.document.location("observations", index, "period"),
            named=_named(library, indicator, index),
            indicator=entry.id,
            reports=reports,
            cautions=_cautions(library, {row: report.cited for row, report in enumerate(reports)}),
        )


def _cautions(library: Library, cited: Mapping[Any, Cited]) -> tuple[Caution, ...]:
    return cautions.of_sources(library, dict.fromkeys(one.source for one in cited.values()))


def _joined(named: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*named, *more]))
