"""The design's import order: each layer uses only those before it, and MkDocs is known to the hook alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import project
from every import Every
from labels import label_of
from layers import ORDER

PACKAGE = project.ROOT / "hooks" / "bamboo"


def modules() -> Iterator[tuple[Path, str]]:
    for path in PACKAGE.rglob("*.py"):
        layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if layer != "__init__":
            yield path, layer


def imported(path: Path) -> set[str]:
    """Every module that a file imports, at its top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_module_has_its_layer() -> None:
    assert {layer for _, layer in modules()} == set(ORDER)


def test_imports_run_one_way(every: Every) -> None:
    for path, layer in modules():
        for name in imported(path):
            with every.test(label_of(name)):
                parts = name.split(".")
                if parts[0] == "bamboo" and len(parts) > 1 and parts[1] in ORDER:
                    assert parts[1] == layer or ORDER.index(parts[1]) < ORDER.index(layer), (
                        f"{path} imports {name}"
                    )


def test_only_the_hook_knows_mkdocs(every: Every) -> None:
    for path, _ in modules():
        with every.test(label_of(path)):
            assert not any(name.split(".")[0] in ("mkdocs", "material") for name in imported(path)), path
    assert any(name.split(".")[0] == "mkdocs" for name in imported(project.ROOT / "hooks" / "mkdocs_hook.py"))


def test_no_clock_and_no_environment_below_the_command_line(every: Every) -> None:
    for path, layer in modules():
        with every.test(label_of(path, layer)):
            if layer not in ("commands", "cli", "__main__"):
                names = imported(path)
                assert not names & {
                    "os",
                    "time",
                    "datetime",
                    "datetime.datetime",
                    "random",
                    "locale",
                    "socket",
                }, path
                assert "date.today" not in path.read_text(encoding="utf-8")


def test_every_module_says_what_it_is_for_and_stays_short(every: Every) -> None:
    for path in [*(path for path, _ in modules()), PACKAGE / "__init__.py"]:
        with every.test(label_of(path)):
            text = path.read_text(encoding="utf-8")
            assert ast.get_docstring(ast.parse(text)), path
            assert len(text.splitlines()) <= 400, path
