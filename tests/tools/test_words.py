"""Guides, pages and messages use ordinary words: none of the list in words.yml, but for its exceptions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import journeys
import project
import pytest
import yaml
from bamboo.build import build

LIST = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
WORDS = [(re.compile(rf"\b(?:{entry['word']})\b", re.IGNORECASE), entry["better"]) for entry in LIST["words"]]
EXCEPTIONS = [entry["text"] for entry in LIST["exceptions"]]
LITERAL = re.compile(r'"[^"\n]*"|`[^`]*`')


def texts() -> Iterator[tuple[str, str]]:
    """What people read, with the file that it is from: prose, templates, texts of the program."""
    root = project.ROOT
    program = root / "hooks"
    for path in [*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("benchmarks/*.md")]:
        yield str(path.relative_to(root)), journeys.FENCE.sub("", path.read_text(encoding="utf-8"))
    for path in [*program.rglob("*.jinja"), *program.rglob("*.html")]:
        yield str(path.relative_to(root)), path.read_text(encoding="utf-8")
    for path in program.rglob("*.mjs"):
        for found in LITERAL.finditer(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(root)), found[0]
    for path in program.rglob("*.py"):
        for text in literals(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(root)), text


def literals(source: str) -> Iterator[str]:
    """The texts of a module, docstrings included; those with values in them as one."""
    tree = ast.parse(source)
    inner = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            yield node.value


def found(text: str) -> tuple[list[str], set[str]]:
    """The words of the list in a text, each with its surroundings and a better one; the exceptions used."""
    text = " ".join(text.split())
    spans = [
        (found.start(), found.end(), exception)
        for exception in EXCEPTIONS
        for found in re.finditer(re.escape(exception), text)
    ]
    said, used = [], set()
    for word, better in WORDS:
        for match in word.finditer(text):
            if excused := {e for start, end, e in spans if start <= match.start() and match.end() <= end}:
                used |= excused
            else:
                said.append(f"“{text[max(0, match.start() - 40) : match.end() + 40]}”: better {better}")
    return said, used


def test_no_word_of_the_list_is_used_and_no_exception_is_needless() -> None:
    said, used = [], set()
    for place, text in texts():
        words, excused = found(text)
        said += [f"{place}: {word}" for word in words]
        used |= excused
    assert said == []
    assert set(EXCEPTIONS) - used == set(), "no text needs these exceptions"


def test_a_word_of_the_list_is_found() -> None:
    assert found("The quote stands there twice, which\nthe check tells.")[0] == [
        "“The quote stands there twice, which the check tells.”: better is, are, appears",
        "“ote stands there twice, which the check tells.”: better say, report, show",
    ]
    assert found("Cite the claims it rests on.") == ([], {"claims it rests on"})


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What readers see on each page of a small project, without code and addresses."""
    folder = project.base(tmp_path_factory.mktemp("base"))
    hidden = re.compile(r"<(script|code)\b.*?</\1>|<!--.*?-->|<[^>]*>|`[^`]*`", re.DOTALL)
    return {page.path: hidden.sub(" ", page.text) for page in build(folder).pages}


def test_pages_say_statement_for_what_the_data_calls_a_claim(pages: dict[str, str]) -> None:
    # The data page explains the format, whose field is called so.
    said = [
        (path, found[0])
        for path, text in pages.items()
        if path != "data/index.md"
        for found in re.finditer(r".{0,40}\bclaims?\b.{0,40}", text, re.IGNORECASE)
    ]
    assert pages
    assert said == []
