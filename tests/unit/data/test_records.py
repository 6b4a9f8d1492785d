"""YAML, dates and fields: nothing is silently turned into something else."""

from __future__ import annotations

import ast
import re

import project
import pytest
import yaml
from bamboo import kinds
from bamboo.data import dates, shape, yamlfile
from bamboo.data.documented import documentation
from bamboo.data.records import Record, record_types
from bamboo.kinds.fact import Fact
from every import Every
from hypothesis import given
from hypothesis import strategies as st
from labels import label_of

PRINTABLE = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn")),
    max_size=40,
)


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), PRINTABLE | st.lists(PRINTABLE, max_size=3))
)
def test_texts_come_back_as_they_were(record: dict[str, str | list[str]]) -> None:
    text = yaml.safe_dump(record, allow_unicode=True, default_style='"')
    document, findings = yamlfile.read(text.encode("utf-8"), "x.yml")
    if record:
        assert findings == []
        assert document is not None
        assert document.values == record
        for name in record:
            line, column = document.key(name).line, document.key(name).column
            assert text.splitlines()[line - 1][column - 1 :].startswith(f'"{name}"')


@pytest.mark.parametrize(
    "plain", ["NO", "yes", "010", "12:30", "2024-02-30", "1_000", "1e3", "0x10", ".5", "="]
)
def test_plain_values_stay_as_typed(plain: str) -> None:
    document, _ = yamlfile.read(f"a: {plain}\n".encode(), "x.yml")
    assert document is not None
    assert document.values == {"a": plain}


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    document, findings = yamlfile.read(data, "x.yml")
    assert (document is None) == bool(findings)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    document, findings = yamlfile.read(text.encode("utf-8", "replace"), "x.yml")
    assert (document is None) == bool(findings)
    for kind in kinds.ALL:
        if document is not None:
            shape.fit(kind.record, document)


@pytest.mark.parametrize(
    ("text", "said", "years"),
    [
        ("2024", "2024", (2024,)),
        ("2024-08", "August 2024", (2024,)),
        ("2024-08-09", "9 August 2024", (2024,)),
        ("2023-12-15/2023-12-18", "15–18 December 2023", (2023,)),
        ("2024-01/2024-06", "January–June 2024", (2024,)),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", (2023, 2024)),
        ("2022/2024", "2022 – 2024", (2022, 2023, 2024)),
        ("2004~", "about 2004", (2004,)),
        ("2019/..", "since 2019", (2019,)),
        ("2019-05-03/..", "since 3 May 2019", (2019,)),
        ("../2019-05", "until May 2019", (2019,)),
        ("2019~/..", "since about 2019", (2019,)),
    ],
)
def test_dates_in_words_and_years(text: str, said: str, years: tuple[int, ...]) -> None:
    assert dates.words(text) == said
    assert dates.years(text) == years


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2023-02-29", "2024-8-1", "2024/", "../..", "2024/...", "2025/2024", "May 2024"],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"a day|a period"):
        dates.bounds(text)


def test_an_open_period_is_no_day_and_another_than_its_end() -> None:
    assert dates.precision("2019-05-03/..") == "open"
    assert not dates.is_day("2019-05-03/..")
    assert dates.bounds("../2019-05") == dates.bounds("2019-05")
    assert len({dates.slug(text) for text in ("2019", "2019/..", "../2019")}) == 3
    assert dates.within("2019/..") == "since 2019"
    assert dates.within("2019") == "in 2019"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("since 2019", "2019/.."),
        ("2019/", "2019/.."),
        ("2019-", "2019/.."),
        ("2019 – present", "2019/.."),
        ("until 2019-05", "../2019-05"),
        ("/2019", "../2019"),
    ],
)
def test_an_open_period_in_other_words_is_answered_with_the_right_form(text: str, meant: str) -> None:
    document, _ = yamlfile.read(f"when: {text}\n".encode(), "fact.yml")
    assert document is not None
    findings = shape.fit(Fact, document)[1]
    assert f"Write `{meant}`." in [finding.hint for finding in findings]


def fields(kind: type[Record]) -> set[tuple[str, str]]:
    """Every field of a record and of the records inside it, as (record, name in files)."""
    found = {(kind.__name__, name) for name in shape.field_names(kind)}
    for info in kind.model_fields.values():
        for inner in record_types(info.annotation):
            found |= fields(inner)
    return found


EXAMPLES = re.findall(
    r"```yaml\n# (data/(\w+)(?:/\S+)?\.yml)\n(.*?)```",
    (project.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("\n## The records\n")[2],
    flags=re.DOTALL,
)


def test_every_kind_of_record_has_its_example() -> None:
    assert {kind for _, kind, _ in EXAMPLES} == set(kinds.BY_NAME)


@pytest.mark.parametrize(("file", "kind", "text"), EXAMPLES, ids=[file for file, _, _ in EXAMPLES])
def test_examples_are_records_and_show_every_field(file: str, kind: str, text: str) -> None:
    document, findings = yamlfile.read(text.encode("utf-8"), file)
    assert findings == []
    assert document is not None
    record, findings = shape.fit(kinds.BY_NAME[kind].record, document)
    assert findings == []
    assert record is not None
    shown = set(re.findall(r"(?:^|[\s{,-])([a-z0-9_]+):", text))
    assert {name for _, name in fields(kinds.BY_NAME[kind].record)} <= shown


def test_every_field_says_what_it_means(every: Every) -> None:
    for kind in (known.record for known in kinds.ALL):
        for inner in {
            kind,
            *(t for info in kind.model_fields.values() for t in record_types(info.annotation)),
        }:
            for name, info in inner.model_fields.items():
                with every.test(label_of(name, info)):
                    assert documentation(inner).get(name), f"{inner.__name__}.{name}"


def test_public_functions_say_what_their_signature_cannot(every: Every) -> None:
    for path in (project.ROOT / "hooks").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            with every.test(label_of(node)):
                if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                    assert ast.get_docstring(node), f"{path.name}: {node.name}"
