"""What a page says of other records than its own follows them: no reading escapes the traces."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import project
import pytest
import yaml
from again import after, anew, differing, made, written
from bamboo import checks
from bamboo.kinds.library import load
from bamboo.site.making import Memory
from bamboo.site.search import index
from every import Every


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits are not borne out by any quote. The index is in parts, with a directory of words."""
    monkeypatch.setattr(checks, "run", lambda library, workers: [])
    for name, claims in {"WHOLE": 5, "NEWEST": 3, "PART": 3}.items():
        monkeypatch.setattr(index, name, claims)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The base of the cases; a minister's role is printed by one of the two facts that quote her."""
    folder = project.base(tmp_path / "edited")
    role = "  - person: an-binh\n    as: Minister\n"
    fact = {"data/facts/2024/trade-said.yml": [[role, "  - person: an-binh\n"]]}
    project.change(folder, {"replace": fact})
    return folder


# Each in a file, what stands there and what then does, with a page or file that it changes.
EDITS = {
    "a role that another fact prints": (
        "data/facts/2024/open-door.yml",
        ["as: Minister", "as: Premier"],
        "facts/2024/trade-said.html",
    ),
    "words set aside": (
        "data/sources/small-review.yml",
        ["quote: A Small Review", "quote: A Small"],
        "sources/small-review.html",
    ),
    "a country's name": ("data/partners/norway.yml", ["name: Norway", "name: Northland"], "search/core.js"),
    "a person's country": ("data/people/kari-berg.yml", ["of: norway", "of: brazil"], "search/core.js"),
}


def test_what_is_said_elsewhere_of_an_edited_record_is_made_again(folder: Path, every: Every) -> None:
    start, preview = anew(), Memory()
    before = written(made(folder, start), {})
    made(folder, preview)
    for label, (file, (old, new), shown) in EDITS.items():
        with every.test(label):
            project.change(folder, {"replace": {file: [[old, new]]}})
            whole = written(made(folder, anew()), {})
            assert whole[shown] != before[shown]
            assert differing(written(made(folder, after(start)), before), whole) == set()
            assert differing(written(made(folder, preview), {}), whole) == set()
            project.change(folder, {"replace": {file: [[new, old]]}})


ROUNDS = 12


def field_of_another(folder: Path, draw: random.Random) -> tuple[Path, dict[str, Any], str]:
    """A record that has a field as another record of its kind has it, or has it not."""
    path = draw.choice(sorted((folder / "data").rglob("*/*.yml")))
    kind = next(parent for parent in path.parents if parent.parent.name == "data")
    records = [yaml.safe_load(one.read_bytes()) for one in sorted(kind.rglob("*.yml"))]
    own, other = yaml.safe_load(path.read_bytes()), draw.choice(records)
    key = draw.choice(sorted({*own, *other}))
    own.pop(key, None)
    return path, own | {name: value for name, value in other.items() if name == key}, key


def test_the_site_after_any_field_is_another_is_that_of_a_whole_build(folder: Path, every: Every) -> None:
    draw, memory = random.Random(5), anew()
    said, rounds = written(made(folder, memory), {}), 0
    while rounds < ROUNDS:
        path, record, key = field_of_another(folder, draw)
        content = path.read_bytes()
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
        try:
            assert not load(folder).findings
            whole = written(made(folder, anew()), {})
        except (AssertionError, LookupError, ValueError):  # no record, or one of which no site is made
            path.write_bytes(content)
            continue
        memory, rounds = after(memory), rounds + 1
        with every.test(f"{path.relative_to(folder)}: {key}"):
            said = written(made(folder, memory), said)
            assert differing(said, whole) == set()
