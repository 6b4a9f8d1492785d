"""Templates place what views say: they decide nothing and type no address. Pages are made of blocks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import project
import pytest
from bamboo.kept import Kept
from bamboo.site import render
from bamboo.site.compiled import Compiled
from every import Every
from jinja2 import Environment, nodes
from labels import label_of

SITE = project.ROOT / "hooks" / "bamboo" / "site"
TEMPLATES = sorted(SITE.rglob("*.jinja"))
NAMES = [path.relative_to(SITE).as_posix() for path in TEMPLATES]

# What turns text into its form on the page; nothing here chooses, counts or sorts.
FORMS = {"md", "href", "anchor", "exact", "svg", "trim"}

# Comparing, reckoning, joining, choosing and naming are for views.
DECISIONS = (
    nodes.Compare,
    nodes.BinExpr,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Getitem,
    nodes.Slice,
    nodes.Assign,
    nodes.Test,
)

ADDRESS = re.compile(r"\.(html|json|csv|ics|bib|ris|js|css)\b")


def parsed(path: Path) -> nodes.Template:
    return Environment().parse(path.read_text(encoding="utf-8"))


def decisions(tree: nodes.Template) -> Iterator[str]:
    """Everything in a template that is more than a value, a loop, or "if there is something"."""
    for node in tree.find_all(DECISIONS):
        yield f"line {node.lineno}: {type(node).__name__}"
    for form in tree.find_all(nodes.Filter):
        if form.name not in FORMS:
            yield f"line {form.lineno}: |{form.name}"
    for loop in tree.find_all(nodes.For):
        if loop.test is not None or not isinstance(loop.iter, nodes.Name | nodes.Getattr):
            yield f"line {loop.lineno}: a loop over more than what the view gives"


def typed_addresses(tree: nodes.Template) -> Iterator[str]:
    """Texts of a template that are the address of a page or a file."""
    texts = [(text.lineno, text.data) for text in tree.find_all(nodes.TemplateData)]
    texts += [(text.lineno, text.value) for text in tree.find_all(nodes.Const)]
    for line, said in texts:
        if isinstance(said, str) and ADDRESS.search(said):
            yield f"line {line}: {ADDRESS.search(said)}"


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_decides_nothing(path: Path) -> None:
    assert list(decisions(parsed(path))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_types_no_address(path: Path) -> None:
    assert [found for found in typed_addresses(parsed(path)) if ".jinja" not in found] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_stands_beside_a_view_of_its_name(path: Path) -> None:
    assert path.with_name(path.name.split(".")[0] + ".py").is_file()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{% if view.kind == 'tier' %}x{% endif %}", "Compare"),
        ("{% if view.rows|length %}x{% endif %}", "|length"),
        ("{% for row in view.rows|sort %}x{% endfor %}", "|sort"),
        ("{% for row in [view.one, view.other] %}x{% endfor %}", "a loop over"),
        ("{{ 'a' if view.b else 'c' }}", "CondExpr"),
        ("{{ view.rows[0] }}", "Getitem"),
    ],
)
def test_decisions_are_seen(text: str, wrong: str) -> None:
    assert any(wrong in found for found in decisions(Environment().parse(text)))


@pytest.mark.parametrize("text", ['<a href="gaps.html">', "{{ 'gaps.html#tiers'|href }}"])
def test_typed_addresses_are_seen(text: str) -> None:
    assert list(typed_addresses(Environment().parse(text)))


def test_pages_are_made_of_blocks_and_never_of_pages() -> None:
    wrong = []
    for folder, forbidden in (
        ("pages", ("pages", "table", "render")),
        ("blocks", ("pages", "table", "render")),
    ):
        for path in (SITE / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                module = node.module if isinstance(node, ast.ImportFrom) else None
                names = (
                    [alias.name for alias in node.names] if isinstance(node, ast.Import) else [module or ""]
                )
                wrong += [
                    f"{path.name} imports {name}"
                    for name in names
                    for part in forbidden
                    if name.startswith(f"bamboo.site.{part}")
                ]
    assert wrong == []


def test_templates_of_pages_are_made_of_templates_of_blocks(every: Every) -> None:
    blocks = {path.name for path in (SITE / "blocks").glob("*.jinja")}
    for path in TEMPLATES:
        for used in parsed(path).find_all((nodes.FromImport, nodes.Import, nodes.Include, nodes.Extends)):
            with every.test(label_of(used)):
                name = getattr(used, "template", None)
                assert isinstance(name, nodes.Const), path
                assert name.value in blocks, f"{path.name} takes from {name.value}"


def test_what_python_compiles_beside_templates_is_no_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Views stand beside their templates, and most machines keep them compiled there."""
    (tmp_path / "page.md.jinja").write_text("{{ view.title }}", encoding="utf-8")
    (tmp_path / "page.py").write_text("BROKEN = '{{'", encoding="utf-8")
    compiled = tmp_path / "__pycache__" / "page.cpython-311.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"\xa7\r\r\n\xff")
    monkeypatch.setattr(render, "TEMPLATES", (tmp_path,))
    names: list[str] = []
    monkeypatch.setattr(Compiled, "load_bytecode", lambda self, bucket: names.append(bucket.key))
    render.compile_all(Compiled(Kept(), "pages"))
    assert names == ["pages page.md.jinja"]
