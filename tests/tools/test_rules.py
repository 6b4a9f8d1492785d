"""No rule of the checks without an example that breaks it and a line in the guide."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

import project
import pytest
import yaml
from bamboo import checks

# Rules of what is read before there is a library to check stand beside the reading.
FOLDERS = ("checks", "data", "kinds")
MODULES = [
    sys.modules[check.__module__] for check in (*checks.CHECKS, *checks.READING, *checks.SENSE, *checks.LAST)
]


def rules() -> Iterator[str]:
    """Every name that a module gives the findings it makes."""
    for folder in FOLDERS:
        for path in sorted((project.ROOT / "hooks" / "bamboo" / folder).rglob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.Assign) and any(
                    isinstance(target, ast.Name) and target.id == "RULE" for target in node.targets
                ):
                    assert isinstance(node.value, ast.Constant), path
                    yield str(node.value.value)


RULES = sorted({*rules()})


def test_every_check_has_a_rule() -> None:
    assert {"yaml", "shape", "files", *(module.RULE for module in MODULES)} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_case_that_breaks_it(rule: str) -> None:
    said = "\n".join(yaml.safe_load(path.read_text(encoding="utf-8"))["expect"] for path in project.cases())
    assert re.search(rf"^\S+:\d+:\d+  {rule}$", said, re.MULTILINE), (
        f"tests/cases has no example for the rule `{rule}`"
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_line_in_the_guide(rule: str) -> None:
    guide = (project.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{rule}` \| \S", guide, re.MULTILINE), f"the guide does not explain `{rule}`"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_among_the_promises_of_the_readme(rule: str) -> None:
    readme = (project.ROOT / "README.md").read_text(encoding="utf-8")
    promises = readme.partition("## What the checks promise")[2].partition("\n## ")[0]
    assert f"`{rule}`" in promises
