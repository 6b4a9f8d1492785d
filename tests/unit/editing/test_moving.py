"""`bamboo rename` and `bamboo merge`: what names a record follows it, and nothing else changes by a byte."""

from __future__ import annotations

import contextlib
import difflib
import io
import random
import re
from functools import cache
from pathlib import Path

import project
import pytest
from bamboo import checks, cli
from bamboo.data import yamlfile
from bamboo.data.records import references
from bamboo.editing import follow
from bamboo.editing.follow import Plan
from bamboo.editing.merge import merge
from bamboo.editing.outline import comments
from bamboo.editing.rename import rename
from bamboo.kinds.library import Library, load
from hypothesis import assume, given, settings
from hypothesis import strategies as st


def command(folder: Path, *words: str) -> tuple[int, str]:
    """The exit code and all that is printed; not in a process of its own, since many tests ask it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            code = cli.main(["--root", str(folder), *words])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return code, printed.getvalue()


def run(folder: Path, *words: str) -> str:
    """What a command prints; it must end well."""
    code, printed = command(folder, *words)
    assert code == 0, printed
    return printed


def refused(folder: Path, *words: str) -> str:
    """What a command says that writes nothing."""
    before = files(folder)
    code, printed = command(folder, *words)
    assert code in (1, 2)
    assert files(folder) == before
    return printed


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[str]]:
    """The lines that went and came, by file."""
    return {
        name: [
            line
            for line in difflib.ndiff(
                before.get(name, b"").decode().splitlines(), after.get(name, b"").decode().splitlines()
            )
            if line[:1] in "+-"
        ]
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    }


BLOCK = "related:\n  # first\n  - 'partnerships' # kept\n"
PAGES = {
    "docs/about.md": (
        "See [one](themes/partnerships.md), [two](../themes/partnerships.html#year-2024), not\n"
        "old-themes/partnerships.html or themes/partnerships-2.html, but `data/themes/partnerships.yml`.\n"
        "```console\n~ themes/partnerships.html\n```\n"
    )
}


def test_all_that_names_a_theme_follows_it(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"add": PAGES, "replace": {
        "data/themes/economy.yml": [["related: [partnerships]\n", BLOCK]],
    }})  # fmt: skip
    before = files(folder)
    run(folder, "rename", "themes/partnerships", "ties")
    after = files(folder)
    told = changed(before, after)
    assert after["data/themes/ties.yml"] == before["data/themes/partnerships.yml"]
    assert "data/themes/partnerships.yml" not in after
    assert told["data/themes/economy.yml"] == ["-   - 'partnerships' # kept", "+   - 'ties' # kept"]
    assert after["data/moved.yml"].decode() == before["data/moved.yml"].decode().replace(
        "    to: themes/partnerships\n",
        "    to: themes/ties\n  - from: themes/partnerships\n    to: themes/ties\n    renamed: true\n",
    )
    assert after["docs/about.md"].decode() == (
        "See [one](themes/ties.md), [two](../themes/ties.html#year-2024), not\n"
        "old-themes/partnerships.html or themes/partnerships-2.html, but `data/themes/ties.yml`.\n"
        "```console\n~ themes/partnerships.html\n```\n"
    )
    facts = {name for name in told if name.startswith("data/facts/")}
    assert len(facts) == 4
    assert all(told[name] == ["- themes: [partnerships]", "+ themes: [ties]"] for name in facts)
    assert checks.run(load(folder)) == []


@pytest.mark.parametrize(
    ("written", "renamed"),
    [
        ("themes:\n  - partnerships\n", "themes:\n  - ties\n"),
        ("themes:\n- economy\n- partnerships\n", "themes:\n- economy\n- ties\n"),
        ('themes: [economy, "partnerships"]\n', 'themes: [economy, "ties"]\n'),
        ("themes: [\n  economy,\n  partnerships,\n]\n", "themes: [\n  economy,\n  ties,\n]\n"),
        (
            "themes:\n  # partnerships\n  - partnerships  # main\n",
            "themes:\n  # partnerships\n  - ties  # main\n",
        ),
        ("themes:\n  - economy\n", "themes:\n  - economy\n"),
    ],
)
def test_a_list_is_renamed_however_it_is_written(tmp_path: Path, written: str, renamed: str) -> None:
    folder = project.base(tmp_path)
    fact = "data/facts/2024/forum-held.yml"
    project.change(folder, {"replace": {fact: [["themes: [partnerships]\n", written]]}})
    before = (folder / fact).read_text(encoding="utf-8")
    run(folder, "rename", "partnerships", "ties")
    assert (folder / fact).read_text(encoding="utf-8") == before.replace(written, renamed)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("data/partners/norway.yml", "noreg", {"- of: norway", "+ of: noreg", "+ partners: [noreg]"}),
        ("brazil", "brasil", {
            "+ relation: {partner: brasil, tier: strategic-partnership, change: upgraded}"
        }),
        ("people/an-binh.html", "an-b", {"+ speaker: an-b", "+   - person: an-b"}),
        ("terms/strategic-partnership", "terms/strategic", {
            "+ relation: {partner: brazil, tier: strategic, change: upgraded}"
        }),
        ("facts/2024/forum-held", "forum", {"+     see: [facts/2024/forum]", "+     to: facts/2024/forum"}),
        ("sources/small-review", "review", {"+ seed: review.txt", "+   - source: review"}),
        ("trade", "turnover", {"+   - from: indicators/trade", "+     to: indicators/turnover"}),
    ],
)  # fmt: skip
def test_every_kind_is_renamed(tmp_path: Path, old: str, new: str, lines: set[str]) -> None:
    folder = project.base(tmp_path)
    before = files(folder)
    run(folder, "rename", old, new)
    told = changed(before, files(folder))
    assert lines <= {line for name in told for line in told[name]}
    assert checks.run(load(folder)) == []


def test_a_fact_follows_its_year(tmp_path: Path) -> None:
    """A fact whose date was corrected belongs into another folder; the folder alone is its new place."""
    folder = project.base(tmp_path)
    project.change(
        folder,
        {
            "rename": {"data/facts/2024/forum-held.yml": "data/facts/2023/forum-held.yml"},
            "remove": ["data/moved.yml"],
        },
    )
    assert [finding.rule for finding in checks.run(load(folder))] == ["identity"]
    run(folder, "rename", "forum-held", "facts/2024/forum-held")
    assert (folder / "data/moved.yml").read_text() == (
        "moved:\n  - from: facts/2023/forum-held\n    to: facts/2024/forum-held\n    renamed: true\n"
    )
    assert checks.run(load(folder)) == []
    assert not (folder / "data/facts/2023").exists()
    assert "is in 2025/" in refused(folder, "rename", "forum-held", "facts/2025/forum-held")


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    before = files(folder)
    said = run(folder, "rename", "economy", "trade-and-money", "--dry-run")
    assert files(folder) == before
    assert "-themes: [economy]\n+themes: [trade-and-money]\n" in said
    assert "Nothing was written" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rename", "economi", "e"), "Did you mean `economy`?"),
        (("rename", "economy", "Economy!"), "cannot be an id"),
        (("rename", "economy", "partnerships"), "is taken"),
        (("rename", "economy", "economy"), "It is themes/economy already."),
        (("rename", "economy", "terms/economy"), "stays in themes/"),
        (("rename", "forum-held", "trade-2024"), "is taken"),
        (("rename", "economy", "alliances"), "leads elsewhere"),
        (("rename", "forum-held", "forum-postponed"), "was removed"),
        (("merge", "economy", "into", "economy"), "Both are themes/economy."),
        (("merge", "economy", "into", "norway"), "of two kinds"),
        (("merge", "trade", "into", "contracts"), "not merged by a program"),
        (("merge", "norway", "into", "brazil"), "are two countries: NO and BR."),
        (("merge", "brazil-strategic-partnership", "into", "forum-held"), "The check would then find:"),
        (("merge", "economy", "partnerships"), "usage:"),
    ],
)
def test_what_is_refused(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    assert said in refused(project.base(tmp_path), *words)


def test_an_id_that_two_records_have(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    run(folder, "rename", "terms/forum-2024", "economy")
    said = refused(folder, "rename", "economy", "other")
    assert "  themes/economy\n  terms/economy\n" in said


def test_a_file_that_cannot_be_read_and_names_it(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"replace": {"data/facts/2024/forum-held.yml": [["kind: event", "kind: 'event"]]}})
    assert "data/facts/2024/forum-held.yml names `partnerships`" in refused(
        folder, "rename", "partnerships", "ties"
    )
    run(folder, "rename", "an-binh", "an-b")


def test_two_facts_become_one(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"replace": {"data/facts/2024/forum-first.yml": [
        ["    quote: >-\n", "    # as printed\n    quote: >-\n"],
        ["evidence:", "note: It says so.\nevidence:"],
    ]}})  # fmt: skip
    before = files(folder)
    run(folder, "merge", "forum-first", "into", "forum-held")
    after = files(folder)
    assert after["data/facts/2024/forum-held.yml"].decode() == (
        before["data/facts/2024/forum-held.yml"].decode()
        + "  - source: small-review\n    # as printed\n    quote: >-\n      The forum was the first.\n"
        "    context:\n      - quote: >-\n          Hanoi hosted a forum on May 2, 2024.\nnote: It says so.\n"
    )
    assert b"  - from: facts/2024/forum-first\n    to: facts/2024/forum-held\n" in after["data/moved.yml"]
    assert checks.run(load(folder)) == []


def test_two_records_become_one(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {
        "add": {"data/themes/market.yml": (
            "name: Market\nsummary: What is sold.\nalso_known_as:\n  - name: Trade fairs\n"
            "  - name: Thị trường\n    lang: vi\nrelated: [economy]\n"
        )},
        "replace": {
            "data/facts/2024/trade-said.yml": [["[economy]", "[market, partnerships, economy]"]],
            "data/themes/economy.yml": [["[partnerships]", "[market]"]],
        },
    })  # fmt: skip
    said = run(folder, "merge", "market", "into", "themes/economy")
    assert "Not kept: `summary` and `related` of data/themes/market.yml." in said
    economy = (folder / "data/themes/economy.yml").read_text(encoding="utf-8")
    assert "related" not in economy
    assert "  - name: Trade fairs\n  - name: Thị trường\n    lang: vi\n" in economy
    assert "themes: [economy, partnerships]" in (folder / "data/facts/2024/trade-said.yml").read_text()
    assert checks.run(load(folder)) == []


@cache
def sample() -> tuple[Library, dict[str, str]]:
    """The sample project: enough to meet every form that editors write."""
    paths = sorted((project.SAMPLE / "data").rglob("*.yml"))
    texts = {path.relative_to(project.SAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    return load(project.SAMPLE), texts


def styled(texts: dict[str, str], number: int) -> dict[str, str]:
    """The same data in other dress: lists on lines of their own, ids in quotation marks, remarks between."""
    chance = random.Random(number)

    def dressed(found: re.Match[str]) -> str:
        if chance.random() < 0.5:
            return found[0]
        indent = chance.choice(["", "  ", "    "])
        marks = [chance.choice(["", "'", '"']) for _ in found[2].split(", ")]
        items = zip(found[2].split(", "), marks, strict=True)
        return f"{found[1]}: # [a]\n" + "\n".join(f"{indent}- {m}{item}{m} # '{item}'" for item, m in items)

    return {
        name: re.sub(
            r"^(themes|partners|terms|said_by|related): \[([a-z0-9, -]+)\]$", dressed, text, flags=re.M
        )
        for name, text in texts.items()
    }


def applied(texts: dict[str, str], plan: Plan) -> dict[str, str]:
    gone = {*plan.moved, *plan.gone}
    return {name: text for name, text in texts.items() if name not in gone} | plan.edited


# A year's name is the year, and there is one home page: neither can have another id.
RECORDS = sorted(entry.file for kind, entry in sample()[0].entries() if kind not in ("years", "home"))


@settings(max_examples=25)
@given(st.sampled_from(RECORDS), st.integers(0, 2**32))
def test_there_and_back_is_where_it_was(file: str, number: int) -> None:
    library, plain = sample()
    texts = styled(plain, number)
    there = rename(library, texts, file, "quite-another-id")
    assert isinstance(there, Plan)
    moved, after = applied(texts, there), follow.changed(library, there)
    assert not any(
        target == there.old.ident and there.old.kind in ref.kinds
        for _, entry in after.entries()
        for _, ref, target in references(entry.record)
    )
    back = rename(after, moved, there.new.path, there.old.ident)
    assert isinstance(back, Plan)
    again = applied(moved, back)
    new = f"  - from: {there.new.path}\n    to: {there.old.path}\n"
    assert again.pop("data/moved.yml").replace(new, "") == texts["data/moved.yml"]
    assert again == {name: text for name, text in texts.items() if name != "data/moved.yml"}


FACTS = [file for file in RECORDS if file.startswith("data/facts/")]


@settings(max_examples=25)
@given(st.sampled_from(FACTS), st.sampled_from(FACTS), st.integers(0, 2**32))
def test_a_merge_keeps_every_quote(one: str, other: str, number: int) -> None:
    assume(one != other)
    library, plain = sample()
    texts = styled(plain, number)
    plan = merge(library, texts, one, other)
    assert isinstance(plan, Plan)
    values = [yamlfile.read(texts[file].encode(), file)[0].values for file in (one, other)]  # type: ignore[union-attr]
    joined = yamlfile.read(plan.edited[other].encode(), other)[0].values  # type: ignore[union-attr]
    quotes = [quoted(quote) for value in (values[1], values[0]) for quote in value["evidence"]]
    assert [quoted(quote) for quote in joined["evidence"]] == list(dict.fromkeys(quotes))
    for name in ("claim", "kind", "when", "relation"):
        assert joined.get(name) == values[1].get(name)
    for name in ("themes", "partners", "terms", "said_by"):
        assert joined.get(name, []) == list(
            dict.fromkeys([*values[1].get(name, []), *values[0].get(name, [])])
        )
    assert comments(texts[other]) <= comments(plan.edited[other])
    after = plan.edited[other].splitlines()  # only lists on one line and the joined note may be other lines
    before = [line for line in texts[other].partition("\nnote:")[0].splitlines() if "[" not in line]
    assert [line for line in before if line in after] == before
    overviews = {
        entry.file
        for _, entry in library.entries()
        if any(
            target == Path(one).stem for _, ref, target in references(entry.record) if "facts" in ref.kinds
        )
    }
    assert set(plan.edited) == {other, "data/moved.yml", *overviews}


def quoted(quote: dict[str, str]) -> tuple[str, ...]:
    """By what two quotes are the same."""
    return tuple(" ".join(quote.get(part, "").split()) for part in ("source", "quote", "prefix", "suffix"))
