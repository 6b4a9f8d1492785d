"""Facts and figures to generate: each a sentence of its own, its quotes sentences of their sources' texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bamboo.data import english
from bamboo.data.seed import id_like
from bamboo.reading import titles
from bamboo.reading.days.english import MONTHS

from benchmarks.scale.words import Wording
from benchmarks.scale.world import ROLES, Text, Thing, World

# How many of the present facts are, or have, what: value and share.
KINDS = (
    *(("assessment", 135), ("policy", 44), ("event", 37), ("plan", 17), ("visit", 12), ("relation", 9)),
    *(("agreement", 7), ("membership", 3)),
)
SPOKEN = ("assessment", "policy", "plan")
PARTNERS = ((0, 189), (1, 47), (2, 13), (3, 5), (4, 6), (6, 4))
TERMS = ((0, 124), (1, 84), (2, 36), (3, 20))
THEMES = ((1, 144), (2, 98), (3, 22))
QUOTES = ((1, 231), (2, 21), (3, 10), (4, 2))
CONTEXT = ((0, 86), (1, 137), (2, 88))
WHEN = (("year", 171), ("half", 60), ("day", 18), ("month", 11), ("days", 4))
BY_PERSON = (True, 86), (False, 178)
OBSERVATIONS = 0.11  # of all claims
PERIODS = 12  # of a figure
REPORTS = ((1, 21), (2, 3), (3, 6), (4, 4))
TIERS = (
    "special-relations",
    "comprehensive-strategic-partnership",
    "strategic-partnership",
    "comprehensive-partnership",
)
_MONTHS = {number: name for name, number in reversed(MONTHS.items()) if len(name) > 4 or name == "May"}
_MONTHS |= {6: "June", 7: "July"}


@dataclass
class Made:
    """A claim, and the words that an overview can say it with."""

    id: str
    year: int
    values: dict[str, Any]
    says: str
    about: set[str]


@dataclass
class Corpus:
    """Claims so far, and the sentences of each text in their order."""

    world: World
    wording: Wording
    facts: list[Made] = field(default_factory=list)
    figures: list[tuple[str, dict[str, Any], list[Made]]] = field(default_factory=list)
    sentences: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    tiers: set[tuple[str, str]] = field(default_factory=set)
    _unnamed: dict[str, list[Thing]] = field(default_factory=dict)

    def some(self, what: str, count: int) -> list[Thing]:
        """So many partners, people, themes or terms; those that no claim names yet before the others."""
        things: Sequence[Thing] = getattr(self.world, what)
        left = self._unnamed.setdefault(what, list(things))
        found = (
            [left.pop() for _ in range(min(count, len(left)))] if self.wording.chance.random() < 0.5 else []
        )
        for thing in self.wording.chance.sample(list(things), min(count, len(things))):
            if len(found) < count and thing not in found:
                found.append(thing)
        return found

    def texts(self, year: int, count: int) -> list[Text]:
        """Texts about a year, those with the fewest sentences first."""
        there = [text for text in self.world.texts if text.year == year]
        there.sort(key=lambda text: len(self.sentences[text.id]))
        return there[:count]

    def quote(self, text: Text, sentence: str) -> dict[str, Any]:
        """Evidence: a sentence that the text says now, with earlier ones as context."""
        here = self.sentences[text.id]
        many = int(str(self.wording.pick(CONTEXT)))
        context = [text.title, *self.wording.chance.sample(here, min(1, len(here)))][:many]
        here.append(sentence)
        evidence: dict[str, Any] = {"source": text.id, "quote": sentence}
        if context:
            evidence["context"] = [{"quote": words} for words in context]
        return evidence


# Words drawn at random would turn round what is counted.
_COUNTED = "What the sources count under this name; none of them says how."


def add_fact(corpus: Corpus) -> None:
    """One more fact."""
    wording, chance = corpus.wording, corpus.wording.chance
    kind = str(wording.pick(KINDS))
    year = chance.choice(corpus.world.years)
    when, said, quoted = _time(str(wording.pick(WHEN)), year, wording)
    partners = corpus.some("partners", 1 if kind == "relation" else int(str(wording.pick(PARTNERS))))
    terms = [] if kind == "relation" else corpus.some("terms", int(str(wording.pick(TERMS))))
    themes = corpus.some("themes", int(str(wording.pick(THEMES))))
    names = english.listed(thing.name for thing in partners)
    under = f" under the {english.listed(f'{term.name}' for term in terms)}" if terms else ""
    values: dict[str, Any] = {"kind": kind, "when": when, "themes": [theme.id for theme in themes]}
    if kind == "relation":
        tier, change = chance.choice(TIERS), chance.choice(("upgraded", "established"))
        # Relations are raised or established once; what comes later only says that they are so.
        if (partners[0].id, tier) in corpus.tiers:
            change = "stated"
        corpus.tiers.add((partners[0].id, tier))
        values["relation"] = {"partner": partners[0].id, "tier": tier, "change": change}
        named = _a(tier.replace("-", " "))
        doing = {
            "upgraded": f"upgraded its relations with {names} to {named}",
            "established": f"established {named} with {names}",
            "stated": f"had {named} with {names}",
        }[change]
        doing += f" and {wording.stretch(4)} {wording.stretch(3)}"
    else:
        length = max(5, round(chance.gauss(13, 4)) - len(names.split()) - len(under.split()))
        doing = f"{wording.stretch(length)}{f' with {names}' if names else ''}{under}"
        if kind == "plan":
            doing = f"is to deal with {doing}"
    claim = f"Vietnam {doing} {said}."
    person = corpus.some("people", 1)[0] if bool(wording.pick(BY_PERSON)) else None
    texts = corpus.texts(year, int(str(wording.pick(QUOTES))))
    role = ""
    if person:
        role = chance.choice(ROLES)
        values["people"] = [{"person": person.id, "as": role}]
    if kind in SPOKEN:
        values["said_by"] = [person.id] if person else [text.id for text in texts]
    if person and kind not in SPOKEN:
        claim = f"Vietnam {doing} with {role} {person.name} {said}."
    values |= {"claim": claim, "partners": [one.id for one in partners], "terms": [one.id for one in terms]}
    values["evidence"] = [
        corpus.quote(text, _quote(doing, quoted, kind, role, person, number, wording))
        for number, text in enumerate(texts)
    ]
    if titles.needed(claim):
        values = {"title": _title(f"Vietnam {doing}", claim)} | values
    if chance.random() < 0.16:
        values["note"] = f"The source says {wording.stretch(10)}."
    ident = f"{id_like(wording.stretch(4))}-{len(corpus.facts)}"
    speaker = person.name if person else texts[0].short
    says = f"{claim.removesuffix('.')}, {speaker} said." if kind in SPOKEN else claim
    about = {*values["themes"], *values["partners"], *values["terms"], *([person.id] if person else [])}
    about |= {values["relation"]["tier"]} if kind == "relation" else set()
    corpus.facts.append(Made(ident, year, values, says, about))


def _a(name: str) -> str:
    return f"{name}" if name.endswith("s") else f"a {name}"


def _quote(
    doing: str, when: str, kind: str, role: str, person: Thing | None, number: int, wording: Wording
) -> str:
    """A sentence of a text that proves a claim, with words of its own at the end."""
    tail = wording.stretch(3 + wording.chance.randrange(8))
    if person and kind in SPOKEN:
        return f"{role} {person.name} said that {when} Vietnam {doing}, {tail}."
    if person:
        return f"{when[:1].upper()}{when[1:]}, Vietnam {doing} with {role} {person.name}, {tail}."
    return f"{when[:1].upper()}{when[1:]}, Vietnam {doing}, {tail}."


def _time(precision: str, year: int, wording: Wording) -> tuple[str, str, str]:
    """A time as EDTF, as a claim says it and as a text prints it."""
    month, day = wording.chance.randint(1, 12), wording.chance.randint(1, 24)
    name = _MONTHS[month]
    match precision:
        case "half":
            return f"{year}-01/{year}-06", f"in the first half of {year}", f"in the first half of {year}"
        case "month":
            return f"{year}-{month:02}", f"in {name} {year}", f"in {name} {year}"
        case "day":
            return f"{year}-{month:02}-{day:02}", f"on {day} {name} {year}", f"on {name} {day}, {year}"
        case "days":
            period = f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 3:02}"
            return period, f"on {day}-{day + 3} {name} {year}", f"on {name} {day}-{day + 3}, {year}"
    return f"{year}", f"in {year}", f"in {year}"


def add_figure(corpus: Corpus, observations: int) -> None:
    """A figure with values for so many years."""
    wording, chance = corpus.wording, corpus.wording.chance
    partners = corpus.some("partners", 1) if chance.random() < 0.3 else []
    name = f"{wording.name()} {wording.stretch(2)}" + (f" with {partners[0].name}" if partners else "")
    unit = chance.choice(("million US dollars", "projects", "visitors", "percent"))
    ident = id_like(name)
    rows, made = [], []
    for year in sorted(chance.sample(list(corpus.world.years), min(observations, len(corpus.world.years))))[
        ::-1
    ]:
        texts = corpus.texts(year, int(str(wording.pick(REPORTS))))
        value = chance.randint(101, 999) if unit != "percent" else chance.randint(3, 99)
        given = [
            value if not number or chance.random() < 0.7 else value + number for number in range(len(texts))
        ]
        reports = [
            {**corpus.quote(text, f"In {year}, {name} reached {number} {unit}, {wording.stretch(7)}.")}
            | {"value": str(number), "qualifier": "exact"}
            for text, number in zip(texts, given, strict=True)
        ]
        row: dict[str, Any] = {"period": f"{year}", "reports": [_ordered(report) for report in reports]}
        if len(set(given)) > 1:
            row["differs"] = [{"kind": "value", "note": f"One says {wording.stretch(8)}."}]
        else:
            says = f"{name} reached {value} {unit} in {year}."
            made.append(Made(f"{ident}-{year}", year, {}, says, {one.id for one in partners}))
        rows.append(row)
    values: dict[str, Any] = {"name": name, "unit": unit, "counted": _COUNTED}
    values |= {"themes": [one.id for one in corpus.some("themes", 1)]}
    values |= {"partners": [one.id for one in partners], "observations": rows}
    corpus.figures.append((ident, values, made))


def _ordered(report: dict[str, Any]) -> dict[str, Any]:
    order = ("source", "value", "qualifier", "quote", "context")
    return {name: report[name] for name in order if name in report}


def _title(begins: str, claim: str) -> str:
    """As much of a claim's beginning as a title may have."""
    words = begins.split()
    shorter = (" ".join(words[:count]) for count in range(len(words), 1, -1))
    every = (titles.proposed(begins), *shorter)
    return next(
        title for title in every if 0 < len(title) <= titles.LONGEST and not titles.is_cut(title, claim)
    )
