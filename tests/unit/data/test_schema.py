"""JSON Schema of the records: fresh, wired, true to the loader, and of use where a file is wrong."""

from __future__ import annotations

import fnmatch
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import project
import pytest
import yaml
from bamboo import kinds
from bamboo.data import shape, yamlfile
from bamboo.kinds import schema
from bamboo.kinds.base import Kind
from every import Every
from labels import label_of

FILES = sorted((project.SAMPLE / "data").glob("*/**/*.yml"))
CHECKERS = {kind.name: jsonschema.Draft7Validator(schema.of_kind(kind)) for kind in kinds.ALL}


class Core(yaml.SafeLoader):
    """Plain values as YAML 1.2 has them, which is what editors' programs read: `NO` and dates are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def read(text: str) -> Any:
    return yaml.load(text, Loader=Core)


def wrong(kind: str, text: str) -> list[str]:
    return [error.message for error in CHECKERS[kind].iter_errors(read(text))]


def test_the_files_are_fresh() -> None:
    folder = project.ROOT / schema.FOLDER
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schema.schemas(), (
        "run `make schemas`"
    )


@pytest.mark.parametrize("kind", kinds.ALL, ids=list(kinds.BY_NAME))
def test_they_are_schemas_that_explain_every_field(kind: Kind[Any], every: Every) -> None:
    whole = schema.of_kind(kind)
    jsonschema.Draft7Validator.check_schema(whole)
    for part in (whole, *whole.get("definitions", {}).values()):
        with every.test(label_of(part)):
            assert part["description"]
            assert part["additionalProperties"] is False
            for name, field in part["properties"].items():
                assert field["description"], name
    assert [*whole["properties"]] == shape.field_names(kind.record)


def test_every_record_fits(every: Every) -> None:
    for path in [*FILES, *(project.CASES / "base" / "data").glob("*/**/*.yml")]:
        with every.test(label_of(path)):
            parts = path.parts
            kind = parts[parts.index("data", len(path.parts) - 4) + 1]
            assert wrong(kind, path.read_text(encoding="utf-8")) == [], path


FORUM = (project.CASES / "base" / "data" / "facts" / "2024" / "forum-held.yml").read_text(encoding="utf-8")
TRADE = (project.CASES / "base" / "data" / "indicators" / "trade.yml").read_text(encoding="utf-8")
CARD = (project.CASES / "base" / "data" / "sources" / "small-review.yml").read_text(encoding="utf-8")
BRAZIL = (project.CASES / "base" / "data" / "partners" / "brazil.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "text", "old", "new"),
    [
        ("facts", FORUM, "kind: event", "kind: evnt"),
        ("facts", FORUM, "kind: event", "knd: event"),
        ("facts", FORUM, "kind: event\n", ""),
        ("facts", FORUM, "kind: event", "kind: event\npartner: [brazil]"),
        ("facts", FORUM, "kind: event", "kind: relation"),
        ("facts", FORUM, "kind: event", "kind: plan"),
        ("facts", FORUM, "kind: event", "kind: plan\nsaid_by: []"),
        (
            "facts",
            FORUM,
            "kind: event",
            "kind: event\nrelation: {partner: brazil, tier: strategic-partnership, change: stated}",
        ),
        ("facts", FORUM, "themes: [partnerships]", "themes: partnerships"),
        ("facts", FORUM, "themes: [partnerships]", "themes: []"),
        ("facts", FORUM, "themes: [partnerships]", "themes: [Partner Ships]"),
        ("facts", FORUM, "when: 2024-05-02", "when: May 2024"),
        ("facts", FORUM, "when: 2024-05-02", "when:"),
        ("facts", FORUM, "when: 2024-05-02", "when: 2024-13"),
        ("facts", FORUM, "- source: small-review\n    quote", "- sorce: small-review\n    quote"),
        ("facts", FORUM, "- source: small-review\n    quote", "- quote"),
        ("indicators", TRADE, "value: 8", "value: US$8"),
        ("indicators", TRADE, "value: 8", "value: 1,500"),
        ("indicators", TRADE, "qualifier: nearly", "qualifier: almost"),
        ("sources", CARD, "title: A Small Review", "title: A\nworking_title: B"),
        ("sources", CARD, "title: A Small Review", "title: null"),
        ("sources", CARD, "language: en", "language: English"),
        ("sources", CARD, "seed: small-review.txt", "seed: ../small.txt"),
        ("sources", CARD, "reason: heading", "reason: headline"),
        ("partners", BRAZIL, "iso: BR\n", ""),
        ("partners", BRAZIL, "iso: BR", "iso: br"),
        ("partners", BRAZIL, "kind: country", "kind: company"),
    ],
)
def test_broken_records_do_not_fit(kind: str, text: str, old: str, new: str) -> None:
    assert text.count(old) == 1
    broken = text.replace(old, new)
    assert wrong(kind, broken)
    document, findings = yamlfile.read(broken.encode("utf-8"), "x.yml")  # and the loader thinks so too
    assert findings or (document and shape.fit(kinds.BY_NAME[kind].record, document)[0] is None)


@pytest.mark.parametrize(
    ("kind", "text", "old", "new"),
    [
        ("facts", FORUM, "when: 2024-05-02", "when: 2024"),
        ("facts", FORUM, "when: 2024-05-02", "when: '2024'"),
        ("facts", FORUM, "when: 2024-05-02", "when: 2024-05"),
        ("facts", FORUM, "themes: [partnerships]", "themes: [2024]"),
        ("facts", FORUM, "kind: event", "kind: event\nnote: null\nrelation: null"),
        ("facts", FORUM, "kind: event", "kind: event\nnote: 2024"),
        ("facts", FORUM, "kind: event", "kind: event\nnote: true"),
        ("indicators", TRADE, "value: 8", "value: 8.5"),
        ("indicators", TRADE, "value: 8", "value: '8'"),
        ("sources", CARD, "title: A Small Review", "title: null\nworking_title: 2024"),
        ("partners", BRAZIL, "iso: BR", "iso: NO"),
    ],
)
def test_what_the_loader_takes_the_schema_takes(kind: str, text: str, old: str, new: str) -> None:
    assert text.count(old) == 1
    good = text.replace(old, new)
    assert wrong(kind, good) == []
    document, _ = yamlfile.read(good.encode("utf-8"), "x.yml")
    assert document is not None
    assert shape.fit(kinds.BY_NAME[kind].record, document)[0] is not None


def test_editors_programs_find_the_schema_of_each_file(every: Every) -> None:
    text = (project.ROOT / schema.SETTINGS).read_text(encoding="utf-8")
    settings = json.loads(text)
    assert text == schema.settings(text), "run `make schemas`"
    schemas = settings["yaml.schemas"]
    for path in FILES:
        with every.test(label_of(path)):
            file = path.relative_to(project.SAMPLE).as_posix()
            kind = file.split("/")[1]
            fitting = [name for name, glob in schemas.items() if fnmatch.fnmatchcase(file, glob)]
            assert fitting == [f"./{schema.FOLDER}/{kind}.json"], file
            assert (project.ROOT / fitting[0]).is_file()


def test_the_command_writes_them_anew(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    done = project.command(folder, "schema")
    assert (done.returncode, done.stdout) == (
        0,
        "10 schemas written to docs/data/v1/schema/, "
        "and which files they are for to .vscode/settings.json.\n",
    )
    assert (folder / schema.SETTINGS).read_text(encoding="utf-8") == schema.settings("{}")
    assert sorted(path.name for path in (folder / schema.FOLDER).iterdir()) == sorted(schema.schemas())


def test_the_list_of_old_addresses_has_its_schema(every: Every) -> None:
    made = json.loads(schema.schemas()["moved.json"])
    jsonschema.Draft7Validator.check_schema(made)
    good = yaml.safe_load((project.CASES / "base" / "data" / "moved.yml").read_text(encoding="utf-8"))
    check = jsonschema.Draft7Validator(made)
    assert list(check.iter_errors(good)) == []
    broken: list[dict[str, Any]] = [
        {"moved": [{"from": "themes/x"}]},
        {"moved": [{"from": "x.yml", "to": "themes/x"}]},
        {"gone": []},
    ]
    for bad in broken:
        with every.test(label_of(bad)):
            assert list(check.iter_errors(bad)), bad
