"""The site's scripts without a browser: each module by itself in Node.js, and how they become one script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import node
import project
import pytest
from bamboo.cite import files as cite
from bamboo.cite.work import of_claim, of_source
from bamboo.exports.tables import Table
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from bamboo.site import collect, scripts, search
from bamboo.site.collect.rows import COLUMNS, row

HERE = Path(__file__).parent
ROOT = "https://example.org/bamboo/"
MINISEARCH = project.ROOT / "docs/assets/vendor/minisearch-7.2.0/minisearch.js"


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search's index of a small project, as a page would load it."""
    folder = tmp_path_factory.mktemp("index")
    (folder / search.FOLDER).mkdir()
    core, *more = search.files(link(load(project.CASES / "base")))
    for file in (core, *more):
        (folder / file.address).write_text(file.text, encoding="utf-8")
    return folder / core.address


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pages load of a small project's statements, and their citations as the program writes them."""
    graph = link(load(project.CASES / "base"))
    held: dict[str, Any] = {}
    for file in (file for job in collect.jobs(graph, "") for file in job.make()):
        if file.address.startswith("collect/"):
            name, _, text = file.text.removeprefix('bambooShelf.load("').partition('",')
            held[name] = json.loads(text.removesuffix(");\n"))
    shared = held.pop("sources")
    found = {ident: one for bucket in held.values() for ident, one in bucket.items()}
    claims = [graph.claims[ident] for ident in found]
    sources = dict.fromkeys(source for claim in claims for source in claim.sources)
    cited = [*(of_source(graph, ident) for ident in sources), *(of_claim(graph, one, ROOT) for one in claims)]
    given = {
        "root": ROOT,
        "statements": list(found.values()),
        **shared,
        "buckets": {ident: int(name) for name, bucket in held.items() for ident in bucket},
        "expected": {
            "ris": cite.records(cited),
            "bib": cite.bibliography(cited),
            "csl.json": cite.items(cited),
            "csv": Table("", "", COLUMNS, tuple(row(graph, claim, ROOT) for claim in claims)).text,
        },
    }
    path = tmp_path_factory.mktemp("collected") / "statements.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    return path


@pytest.mark.parametrize("file", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_units(file: str, index: Path, collected: Path) -> None:
    environment = {
        "BAMBOO_INDEX": str(index),
        "BAMBOO_MINISEARCH": str(MINISEARCH),
        "BAMBOO_COLLECT": str(collected),
    }
    done = node.run("--test", str(HERE / file), more_environment=environment, capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout or "ℹ fail 0" in done.stdout


def test_a_failing_unit_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "bad.test.mjs"
    path.write_text(
        'import test from "node:test"; import assert from "node:assert";'
        'test("no", () => assert.equal(1, 2));',
        encoding="utf-8",
    )
    assert node.run("--test", str(path), capture_output=True).returncode == 1


# --- joined into one script ----------------------------------------------------------------------


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.mjs").write_text(text, encoding="utf-8")
    return folder / "start.mjs"


def run(folder: Path, script: str) -> str:
    (folder / "joined.js").write_text(
        f"{script}console.log(JSON.stringify(globalThis.out));", encoding="utf-8"
    )
    done = node.run(folder / "joined.js", capture_output=True)
    assert done.returncode == 0, done.stderr
    return str(done.stdout).strip()


def test_modules_become_one_script_in_which_names_do_not_meet(tmp_path: Path) -> None:
    start = written(
        tmp_path,
        start='import { b } from "./b.mjs";\nimport { a as other } from "./a.mjs";\n'
        "const name = 1;\nexport const start = () => { globalThis.out = [name, b, other()]; };\n",
        b='import {\n  a,\n} from "./a.mjs";\nconst name = 2;\nexport const b = [name, a()];\n',
        a="const name = 3;\nlet times = 0;\nexport const a = () => [name, (times += 1)];\n",
    )
    # `a` is there once, for both that import it.
    assert run(tmp_path, scripts.joined(start)) == "[1,[2,[3,1]],[3,2]]"


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"start": "\nexport default 1;\n"}, r"start\.mjs:2: 'export default 1;' cannot be joined"),
        ({"start": 'import * as all from "./a.mjs";\n'}, r"start\.mjs:1: .* cannot be joined"),
        (
            {"start": 'import { a } from "./a.mjs";\n', "a": 'import { start } from "./start.mjs";\n'},
            r"start\.mjs: imports itself by way of a\.mjs",
        ),
    ],
)
def test_what_cannot_be_joined_is_named(tmp_path: Path, modules: dict[str, str], message: str) -> None:
    start = written(tmp_path, **modules)
    with pytest.raises(ValueError, match=message):
        scripts.joined(start)


def test_two_modules_of_one_name_are_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    written(tmp_path / "in", a="export const a = 1;\n")
    start = written(
        tmp_path,
        start='import { a } from "./a.mjs";\nimport { a as b } from "./in/a.mjs";\n',
        a="export const a = 2;\n",
    )
    with pytest.raises(ValueError, match="two modules have one file name"):
        scripts.joined(start)


@pytest.mark.parametrize("address", scripts.SCRIPTS)
def test_what_pages_load_is_a_script(tmp_path: Path, address: str) -> None:
    path = tmp_path / "script.js"
    path.write_text(scripts.files()[address], encoding="utf-8")
    assert node.run("--check", str(path), capture_output=True).returncode == 0


def test_every_module_is_in_a_script() -> None:
    joined = "".join(scripts.files().values())
    modules = sorted(path.stem for path in Path(scripts.__file__).parent.rglob("*.mjs"))
    assert [name for name in modules if f"const {name}_ = (" not in joined] == []
