"""After an edit only what it can have changed is made again, and the site is that of a whole build."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import project
import pytest
import yaml
from again import after, anew, differing, made, written
from bamboo import checks
from bamboo.graph.history import Commit, Version, history
from bamboo.kinds.library import load
from bamboo.site import traces
from bamboo.site.search import index
from bamboo.site.traces import Traces

URL = "https://example.org/"
Fact = dict[str, Any]


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits are drawn at random, and no quote says so."""
    monkeypatch.setattr(checks, "run", lambda library, workers: [])


def edits(draw: random.Random, facts: list[Fact]) -> dict[str, Callable[[Fact], object]]:
    other = draw.choice(facts)
    return {
        "a note": lambda fact: fact.update(note="A remark that was not here before."),
        "a title": lambda fact: fact.update(title=f"Another title {draw.randrange(99)}"),
        "a claim": lambda fact: fact.update(claim=fact["claim"].removesuffix(".") + " again."),
        "a year": lambda fact: fact.update(when=str(draw.choice((2022, 2023, 2024)))),
        "other themes": lambda fact: fact.update(themes=other["themes"]),
        "other partners": lambda fact: fact.update(partners=other.get("partners", [])),
        "other terms": lambda fact: fact.update(terms=other.get("terms", [])),
        "other people": lambda fact: fact.update(people=other.get("people", [])),
        "another kind": lambda fact: fact.update(kind=other["kind"], said_by=other.get("said_by", [])),
    }


def test_the_site_after_random_edits_is_that_of_a_whole_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So that the index is in parts, with a directory of words.
    monkeypatch.setattr(index, "WHOLE", 100)
    monkeypatch.setattr(index, "NEWEST", 60)
    monkeypatch.setattr(index, "PART", 90)
    folder = project.copy_of_the_data(tmp_path / "edited")
    draw = random.Random(14)
    memory = anew()
    said = written(made(folder, memory), {})
    held = "".join(path.read_text(encoding="utf-8") for path in (folder / "data").rglob("*.yml"))
    for step in range(4):
        files = sorted((folder / "data" / "facts").rglob("*.yml"))
        facts = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
        path = draw.choice(files) if step else files[0]
        fact = yaml.safe_load(path.read_text(encoding="utf-8"))
        if step == 2:
            path = path.with_name("a-new-statement.yml")
        if step == 3:
            # Nothing may refer to a statement that is taken out.
            path = next(one for one in files if held.count(one.stem) == 0)
            path.unlink()
        else:
            found = edits(draw, facts)
            found[draw.choice(sorted(found)) if step else "a note"](fact)
            path.write_text(yaml.safe_dump(fact, allow_unicode=True, sort_keys=False), encoding="utf-8")
        memory = after(memory)
        before = memory.traces.parts
        site = made(folder, memory)
        said = written(site, said)
        # So are the rows and texts of public files and of the search.
        parts = memory.traces.parts
        new = [name for name, (_, part) in parts.items() if before.get(name, ((), None))[1] is not part]
        assert 0 < len(new) * 4 < len(parts)
        assert site.again
        if not step:
            # One edit makes few pages again.
            assert len(site.fresh) * 4 < len(site.pages)
    whole = written(made(folder, anew()), {})
    assert differing(said, whole) == set()


def test_a_new_commit_makes_again_only_what_shows_it(tmp_path: Path) -> None:
    folder = project.copy_of_the_data(tmp_path / "edited")
    files = sorted((folder / "data" / "facts").rglob("*.yml"))
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
    first, second, *_ = texts
    whole = Commit(
        "2024-05-01T12:00:00+07:00",
        "20240501T050000Z",
        tuple(Version(file, None, text) for file, text in texts.items()),
    )
    edits = [
        Commit(
            f"2024-05-02T1{number}:00:00+07:00",
            f"20240502T0{number + 3}0000Z",
            (Version(file, texts[file], texts[file].replace("claim: ", "claim: Then ")),),
        )
        for number, file in enumerate((first, second))
    ]
    memory = anew()
    said = written(made(folder, memory, history([whole, edits[0]])), {})
    memory = after(memory)
    known = history([whole, *edits])
    site = made(folder, memory, known)
    assert 0 < len(site.fresh) * 4 < len(site.pages)
    now = written(site, said)
    assert now == written(made(folder, anew(), known), {})
    assert {address for address in now if now[address] != said.get(address)} >= {"changes.html", "feed.xml"}
    # Of a commit on another day only lists show the day.
    memory, later = after(memory), replace(edits[1], at="2024-05-03T09:00:00+07:00", utc="20240503T020000Z")
    known = history([whole, edits[0], later])
    site = made(folder, memory, known)
    facts = [page for page in site.pages if page.address.startswith("facts/2")]
    assert 0 < sum(page in site.fresh for page in facts) * 4 < len(facts)
    next_day = written(site, now)
    assert next_day == written(made(folder, anew(), known), {})
    assert next_day["changes.html"] != now["changes.html"]


def other_records(folder: Path, draw: random.Random) -> dict[str, Callable[[], object]]:
    """Edits of records that are no claims."""

    def put(path: Path, values: dict[str, Any]) -> None:
        path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def change(in_folder: str, having: str = "", **values: Any) -> None:
        files = sorted((folder / "data" / in_folder).glob("*.yml"))
        texts = {file: file.read_text(encoding="utf-8") for file in files}
        path = draw.choice([file for file, text in texts.items() if re.search(having, text, re.M)])
        put(path, yaml.safe_load(texts[path]) | values)

    day, year = f"2019-05-0{draw.randrange(1, 9)}", str(draw.randrange(2010, 2024))
    names = [{"name": draw.choice(("Annual Review", "The Quartet", "Review", "Vietnam's Two Sessions"))}]
    new = folder / "data" / "people" / "annual-review.yml"
    return {
        "a partner's name": lambda: change("partners", name=f"Otherland {draw.randrange(99)}"),
        "a partner's alias": lambda: change("partners", also_known_as=names),
        "a person's name": lambda: change("people", name=f"Ban Thi {draw.choice('ABCDE')}"),
        "a person's home": lambda: change("people", of=draw.choice(("vietnam", "nobody", "japan"))),
        "a new person": lambda: put(new, {"name": "Annual Review", "of": "vietnam"}),
        "that person again": lambda: new.unlink(missing_ok=True),
        "a term's alias": lambda: change("terms", also_known_as=names),
        "a defined term's alias": lambda: change("terms", "^definition:", also_known_as=names),
        "a definition": lambda: change("terms", definition={"origin": "editor", "text": f"In {year}."}),
        "a rank": lambda: change("terms", "^rank:", rank=draw.randrange(1, 9)),
        "a theme's title": lambda: change("themes", name=f"Theme {draw.randrange(99)}"),
        "a theme's summary": lambda: change("themes", summary=f"Not {year}."),
        "a source's day": lambda: change("sources", published=day),
        "a source's title": lambda: change("sources", "^title:", title=f"The Review of {year}"),
        "a source's short name": lambda: change("sources", short_name=f"Review {year}"),
        "a source's language": lambda: change("sources", language=draw.choice(("vi", "en"))),
        "a correction": lambda: change("sources", corrected_by={"url": URL, "on": day, "what": "A name."}),
        "a retraction": lambda: change("sources", retracted={"url": URL, "on": day, "why": "It is wrong."}),
        "what is shown": lambda: change("sources", display=draw.choice(("full", "cited"))),
        "an overview": lambda: change("themes", overview=[]),
    }


ROUNDS = 8


def test_the_site_after_edits_of_other_records_is_that_of_a_whole_build(tmp_path: Path) -> None:
    folder, draw = project.copy_of_the_data(tmp_path / "edited"), random.Random(1)
    memory = anew()
    said = written(made(folder, memory), {})
    drawn: list[str] = []
    few = 0
    for _ in range(ROUNDS):
        found = other_records(folder, draw)
        left = sorted(found.keys() - {*drawn}) or sorted(found)
        drawn.append(draw.choice(left))
        before = {path: path.read_bytes() for path in (folder / "data").rglob("*.yml")}
        found[drawn[-1]]()
        if load(folder).findings:  # such as two names for one text
            for path, content in before.items():
                path.write_bytes(content)
            drawn.pop()
            continue
        memory = after(memory)
        site = made(folder, memory)
        few += len(site.fresh) * 3 < len(site.pages)
        said = written(site, said)
    whole = written(made(folder, anew()), {})
    assert differing(said, whole) == set(), drawn
    assert few * 4 > ROUNDS, drawn


def test_anything_else_than_a_record_makes_all_again(tmp_path: Path) -> None:
    folder = project.base(tmp_path / "edited")
    memory = anew()
    made(folder, memory)
    memory = after(memory)
    assert made(folder, memory).again
    path = folder / "data" / "moved.yml"
    path.write_text("moved:\n- from: people/nobody-at-all\n  to: people/nobody\n", encoding="utf-8")
    assert made(folder, after(memory)).again == frozenset()
    memory.follow("another program", memory.traces.written(()))
    assert made(folder, memory).again == frozenset()


def test_traces_are_read_as_they_were_written(tmp_path: Path) -> None:
    folder = project.base(tmp_path / "edited")
    memory = anew()
    made(folder, memory)
    kept = memory.traces
    names = sorted(kept.made)
    found = traces.read(kept.written(names[:3]))
    assert found.general == kept.general
    assert found.found == kept.found
    assert found.made == {name: kept.made[name] for name in names[3:]}
    assert found.parts == kept.parts
    assert found.parts
    assert found.claims == kept.claims
    assert found.named == kept.named
    assert traces.read(Traces().written(())) == Traces()
