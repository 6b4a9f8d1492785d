"""After any edit, what is checked again and what is remembered are together the findings of a first check."""

from __future__ import annotations

import pickle
import random
import re
import shutil
import time
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import project
import pytest
import yaml
from bamboo import checks
from bamboo.checks.values.stated import Statement
from bamboo.data.locations import Finding
from bamboo.kinds.library import load
from bamboo.reading.mentions import sought

# Words that stand in many files, and what an edit may make of them.
WORDS = [
    "2024",
    "2023",
    "vietnam",
    "Vietnam",
    "Japan",
    "japan",
    "source:",
    "quote",
    "claim",
    "the",
    "of",
    "and",
]
OTHERS = ["2025", "Laos", "", "laos", "not", "five", "Xquote", "- ", "[", "france", "a\n\n", "said"]


# Where a field begins that concerns its record alone.
OWN = re.compile(r"^((?:overview|findings|set_aside):\n)", re.MULTILINE)


def edit(root: Path, originals: dict[Path, bytes], chance: random.Random) -> str:
    """One change of one file: its words, its file's name, its being there; or back as it was."""
    path = chance.choice([*originals])
    what = chance.choice(("word", "word", "word", "delete", "copy", "back", "back", "back", "back"))
    if what == "delete":
        path.unlink(missing_ok=True)
    elif what == "copy":
        (path.parent / f"other-{path.name}").write_bytes(originals[path])
    elif what == "back" or not path.exists():
        for each, content in originals.items():
            if chance.random() < 0.5 or each == path:
                each.write_bytes(content)
        for other in root.rglob("other-*"):
            if chance.random() < 0.7:
                other.unlink()
    else:
        text = path.read_text(encoding="utf-8", errors="replace")
        words = [word for word in WORDS if word in text] or [text[:3]]
        old = chance.choice(words)
        at = chance.choice([i for i in range(len(text)) if text.startswith(old, i)] or [0])
        path.write_text(text[:at] + chance.choice(OTHERS) + text[at + len(old) :], encoding="utf-8")
    return f"{what} {path.relative_to(root)}"


@pytest.mark.parametrize("seed", range(2))
def test_findings_after_edits_are_those_of_a_first_check(tmp_path: Path, seed: int) -> None:
    chance, root = random.Random(seed), tmp_path / "project"
    shutil.copytree(project.SAMPLE, root)
    facts = sorted((root / "data" / "facts").rglob("*.yml"))
    files = [*sorted((root / "data").rglob("*.yml")), *sorted((root / "seeds").glob("*.txt"))]
    # Claims are what is edited most.
    originals = {path: path.read_bytes() for path in [*chance.sample(files, 12), *chance.sample(facts, 8)]}
    library = load(root)
    checks.run(library)
    dirty = 0
    for _ in range(20):
        done = edit(root, originals, chance)
        if chance.random() < 0.3:  # as by another command
            library = pickle.loads(pickle.dumps(library, pickle.HIGHEST_PROTOCOL))
        # Files are known by their times from some moments on.
        library = load(root, library, time.time_ns() - 20_000_000)
        found, fresh = checks.run(library), checks.run(load(root))
        assert found == fresh, done
        dirty += bool(fresh)
    assert dirty > 5


def test_overviews_and_what_is_set_aside_concern_their_own_records_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, root = random.Random(5), tmp_path / "project"
    shutil.copytree(project.SAMPLE, root)
    library = load(root)
    checks.run(library)
    files = [path for path in sorted((root / "data").rglob("*.yml")) if OWN.search(path.read_text("utf-8"))]
    originals = {path: path.read_text("utf-8") for path in files}
    asked: list[str] = []
    real = checks.values.names.complete

    def complete(whole: Statement) -> Iterator[Finding]:
        asked.append(whole.entry.file)
        return real(whole)

    dirty = alone = 0
    for _ in range(14):
        path = chance.choice(files)
        before, own, rest = OWN.split(originals[path], maxsplit=1)
        lines = rest.split("\n")
        inside = len([*takewhile(lambda line: line.startswith((" ", "-")), lines)])
        at = chance.randrange(inside)
        lines[at] = re.sub(r"[^ :>-]\S*$", chance.choice(["2031", "Laos", "not so", "france"]), lines[at])
        path.write_text(before + own + "\n".join(lines), encoding="utf-8")
        if chance.random() < 0.3:
            other = chance.choice(files)
            other.write_text(originals[other], encoding="utf-8")
        monkeypatch.setattr(checks.values.names, "complete", complete)
        read = {entry.file for _, entry in library.entries()}
        library = load(root, library)
        asked.clear()
        found = checks.run(library)
        monkeypatch.setattr(checks.values.names, "complete", real)
        assert found == checks.run(load(root)), path
        # Of a record that cannot be read, nobody knows what it says to others.
        if read == {entry.file for _, entry in library.entries()}:
            assert len(asked) <= 4, (path, len(asked), lines[at])
            alone += 1
        dirty += bool(found)
    assert dirty > 5
    assert alone > 3


def test_only_what_an_edit_can_have_changed_is_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    shutil.copytree(project.SAMPLE, root)
    library = load(root)
    assert checks.run(library) == []
    asked: list[str] = []
    real = checks.values.names.complete

    def complete(whole: Statement) -> Iterator[Finding]:
        asked.append(whole.entry.file)
        return real(whole)

    monkeypatch.setattr(checks.values.names, "complete", complete)
    path = sorted((root / "data" / "facts").rglob("*.yml"))[0]
    path.write_text(path.read_text(encoding="utf-8").replace("claim: ", "claim:  "), encoding="utf-8")
    again = load(root, library)
    assert checks.run(again) == []
    assert asked == [path.relative_to(root).as_posix()]
    assert [entry for kind, entry in again.entries() if entry is not library.of(kind).get(entry.id)] == [
        again.facts[path.stem]
    ]


def other_edit(root: Path, chance: random.Random) -> str:
    """One change of a record that is no claim: what it is called, what else it says, its being there."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "seeds").glob("*.txt"))]
    named = re.compile(r"\b[A-Z][\w'-]+(?: (?:of |the )?[A-Z][\w'-]+){0,2}")
    printed = chance.choice(named.findall(chance.choice(texts)))
    kind = chance.choice(("partners", "people", "terms", "themes", "sources"))
    files = sorted((root / "data" / kind).glob("*.yml"))
    path, other = chance.choice(files), yaml.safe_load(chance.choice(files).read_text(encoding="utf-8"))
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    what = chance.choice(("alias", "alias", "name", "not meant", "of another", "remark", "new", "gone"))
    if what == "gone":
        path.unlink()
    elif what == "new":
        new = {"name": printed} | ({"of": "vietnam"} if kind == "people" else {"kind": "event"})
        path = path.with_name("a-new-one.yml")
        path.write_text(yaml.safe_dump(new, allow_unicode=True), encoding="utf-8")
    else:
        if what == "of another":
            fields = {
                "of",
                "speaker",
                "kind",
                "parent",
                "published",
                "definition",
                "language",
                "also_known_as",
            }
            record |= {
                field: other[field] for field in sorted(fields & other.keys()) if chance.random() < 0.5
            }
        elif what == "remark":
            record["summary" if kind == "themes" else "note"] = "A remark."
        elif what == "name":
            record["short_name" if kind == "sources" else "name"] = printed
        else:
            field, said = ("also_known_as", {"name": printed}) if what == "alias" else ("not_meant", printed)
            record[field] = [*record.get(field, ()), said]
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return f"{what}, {printed}: {path.relative_to(root)}"


def test_findings_after_edits_of_other_records_are_those_of_a_first_check(tmp_path: Path) -> None:
    chance, root = random.Random(3), tmp_path / "project"
    shutil.copytree(project.SAMPLE, root)
    originals = {path: path.read_bytes() for path in (root / "data").rglob("*.yml")}
    clean = load(root)
    assert checks.run(clean) == []
    dirty = narrow = 0
    for _ in range(10):
        done = other_edit(root, chance)
        if chance.random() < 0.3:  # as by another command
            clean = pickle.loads(pickle.dumps(clean, pickle.HIGHEST_PROTOCOL))
        library = load(root, clean, names=sought)
        narrow += clean.state in library.since
        found = checks.run(library)
        assert found == checks.run(load(root)), done
        dirty += bool(found)
        if found or chance.random() < 0.3:
            for path in {*(root / "data").rglob("*.yml")} - originals.keys():
                path.unlink()
            for path, content in originals.items():
                path.write_bytes(content)
        else:
            clean = library
    assert dirty > 2
    assert narrow > 3


def test_a_person_whom_no_text_names_concerns_nobody_else(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project.SAMPLE, root)
    clean = load(root)
    assert checks.run(clean) == []
    path = root / "data" / "people" / "qvirtz-brandling.yml"
    path.write_text("name: Qvirtz Brandling\nof: vietnam\n", encoding="utf-8")
    library = load(root, clean, names=sought)
    assert library.since[clean.state] == {"data/people/qvirtz-brandling.yml"}
    assert checks.run(library) == checks.run(load(root))
