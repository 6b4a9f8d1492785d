"""Short texts of the kind that sources print, with true and false statements about them: tests/cases/real.

One file a kind. Each case is a text, statements under `true` and statements under `false`; a true one has no
finding, a false one has some. What a case or a file gives (`about`, `language`, `published`, `partners` …)
holds for all its statements; `records` are those that only this file has. A statement is a fact, or with
`value` a report of a figure. A false one can name the rule that is to notice it. `real-not-yet.txt` lists the
statements that the program judges wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import project
import yaml
from bamboo import checks, kinds
from bamboo.checks import mentions
from bamboo.data import dates
from bamboo.data.locations import Finding
from bamboo.data.seed import Seed
from bamboo.data.yamlfile import Document
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.library import Entry, Library
from pydantic import ValidationError

FOLDER = project.CASES / "real"
# Partners, people and terms that the statements may name.
RECORDS = project.CASES / "real-records.yml"
NOT_YET = project.CASES / "real-not-yet.txt"

# What a statement has where nothing else is given.
USUAL: dict[str, Any] = {
    "about": "2025",
    "language": "en",
    "claim": "It was told.",
    "title": "Told",
    "partners": [],
    "terms": [],
    "people": [],
}
_CARD = ("about", "language")
_FACT = ("title", "claim", "kind", "partners", "terms", "relation", "agreement", "said_by", "differs")
_REPORT = ("value", "high", "scope", "status", "as_of", "estimate")
_RULES = (*checks.CHECKS, *checks.READING, *checks.SENSE)


@dataclass(frozen=True)
class Statement:
    """A statement about a text, and whether it is true."""

    file: str
    number: int
    true: bool
    given: Mapping[str, Any]

    @property
    def label(self) -> str:
        """Which one it is, on one line."""
        own = ", ".join(f"{name}: {self.given[name]}" for name in self.given["own"])
        return f"{self.file} {self.number} {'true' if self.true else 'false'}: {own or 'as its case says'}"

    def findings(self) -> list[Finding]:
        """What the checks find."""
        library = _library(self.given)
        found = [finding for check in _RULES for finding in check(library)]
        if self.given.get("sought") and not found:
            found = [*mentions.check(library)]
        return found

    def said(self) -> str:
        """What the checks find, in words."""
        try:
            return "; ".join(finding.message for finding in self.findings()) or "nothing found"
        except ValidationError as error:
            return " ".join(str(error).split())

    def judged(self) -> bool:
        """Whether the checks judge it rightly: by the rule that it names, if it names one."""
        try:
            found = self.findings()
        except ValidationError:  # the model itself refuses it
            return not self.true
        if self.true:
            return not found
        rule = self.given.get("rule")
        return any(rule in (None, finding.rule, f"{finding.rule}.{finding.code}") for finding in found)


@cache
def files() -> tuple[Path, ...]:
    """Every file of cases."""
    return tuple(sorted(FOLDER.glob("*.yml")))


def not_yet() -> list[str]:
    """The labels of the statements that are known to be judged wrongly."""
    return NOT_YET.read_text(encoding="utf-8").splitlines()


def read(file: Path) -> Iterator[Statement]:
    """The statements of one file, in order."""
    whole = {"file": file.stem, **_plain(file)}
    cases = whole.pop("cases")
    for number, case in enumerate(cases, 1):
        for side in ("true", "false"):
            for own in case.get(side, []):
                stated = {"claim": own} if isinstance(own, str) else own
                given = {**USUAL, **whole, **case, **stated, "own": [*stated]}
                yield Statement(file.stem, number, side == "true", given)


def _plain(file: Path) -> dict[str, Any]:
    """A file's values as typed: no text becomes a number or a day."""
    values = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(values, dict)
    return values


@cache
def _base(file: str) -> Library:
    """The records that the statements of a file may name, and nothing that is claimed."""
    records: dict[str, dict[str, Entry[Any]]] = {kind.name: {} for kind in kinds.ALL}
    own = _plain(FOLDER / f"{file}.yml").get("records", {})
    for name, entries in [*_plain(RECORDS).items(), *own.items()]:
        kind = kinds.BY_NAME[name]
        for ident, values in entries.items():
            records[name][ident] = _entry(kind.name, ident, values)
    return Library(records, {}, None, frozenset(), ())


def _entry(kind: str, ident: str, values: dict[str, Any]) -> Entry[Any]:
    folder = f"facts/{dates.years(values['when'])[0]}" if kind == "facts" else kind
    file = f"data/{folder}/{ident}.yml"
    record = kinds.BY_NAME[kind].record.model_validate(values)
    return Entry(ident, record, Document(file, values, ""))


def _library(given: Mapping[str, Any]) -> Library:
    """A library with the statement, and with those beside it, each with its source."""
    sources: dict[str, Entry[Any]] = {}
    seeds: dict[str, Seed] = {}
    claims: dict[str, dict[str, Entry[Any]]] = {"facts": {}, "indicators": {}}
    beside = [{**given, "own": [], "beside": [], **other} for other in given.get("beside", [])]
    for number, one in enumerate([given, *beside]):
        name = f"text-{number}"
        seeds[f"{name}.txt"] = seed = Seed.of(one["text"].encode(), f"seeds/{name}.txt")
        card: dict[str, Any] = {key: one[key] for key in _CARD if one.get(key)}
        if one.get("published"):
            card["found_by_editors"] = {"published": one["published"], "checked_on": "2026"}
        card |= {"working_title": "A text", "short_name": name, "seed": f"{name}.txt", "sha256": seed.sha256}
        sources[name] = _entry("sources", name, card)
        kind, values = _claim(one, name)
        claims[kind][f"claim-{number}"] = _entry(kind, f"claim-{number}", values)
    return _library_of(given["file"], sources, seeds, claims)


def _library_of(
    file: str,
    sources: dict[str, Entry[Any]],
    seeds: dict[str, Seed],
    claims: dict[str, dict[str, Entry[Any]]],
) -> Library:
    base = _base(file).but(sources=sources, **claims)
    return Library(base.records, seeds, None, frozenset(), ())


def _claim(given: Mapping[str, Any], source: str) -> tuple[str, dict[str, Any]]:
    """The kind and the fields of the record that states it."""
    quotes = given.get("quote", given["text"])
    quotes = [quotes] if isinstance(quotes, str) else quotes
    evidence = [{"source": source, "quote": quote} for quote in quotes]
    if "translation" in given:
        evidence[0]["translation"] = given["translation"]
    when = given.get("when") or given["about"]
    if "value" in given:
        report = {name: given[name] for name in _REPORT if name in given}
        report |= {"qualifier": given.get("qualifier", "exact"), **evidence[0]}
        return "indicators", {
            "name": given.get("name", "Figure"),
            "unit": given.get("unit", "countries"),
            **({"currency": given["currency"]} if "currency" in given else {}),
            "counted": "As printed.",
            "themes": ["diplomacy"],
            "partners": given["partners"],
            "observations": [{"period": given.get("period", when), "reports": [report]}],
        }
    fact = {name: given[name] for name in _FACT if given.get(name)}
    fact.setdefault("kind", "relation" if "relation" in fact else "event")
    if fact["kind"] in SPOKEN:
        fact.setdefault("said_by", [source])
    people = [{"person": one} if isinstance(one, str) else one for one in given["people"]]
    return "facts", {
        **fact,
        "when": when,
        "themes": ["diplomacy"],
        "people": people,
        "evidence": evidence,
    }
