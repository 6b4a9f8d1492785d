"""The page table: each kind of page once, and all that lists pages reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import project
import pytest
import yaml
from bamboo import kinds
from bamboo.build import Site, build
from bamboo.graph import addresses
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from bamboo.kinds.theme import THEMES
from bamboo.site import render, scripts
from bamboo.site.navigation import navigation
from bamboo.site.pagekind import Given, Menu, One, Row, beside
from bamboo.site.rows import plain
from bamboo.site.search.pages import PAGES
from bamboo.site.table import TABLE, WRITTEN
from every import Every
from labels import label_of

SITE = project.ROOT / "hooks" / "bamboo" / "site"
ONES = [row for row in TABLE if isinstance(row, One)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages of the base project."""
    folder = project.with_program(project.base(tmp_path_factory.mktemp("base")))
    site = build(folder)
    assert not site.findings
    return site


def leaves(nav: Any) -> Iterator[str]:
    """The paths in a navigation, at any depth."""
    if isinstance(nav, str):
        yield nav
    else:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from leaves(item)


def test_names_and_addresses_are_given_once() -> None:
    assert len({row.name for row in TABLE}) == len(TABLE)
    assert len({row.address for row in ONES}) == len(ONES)


def test_every_view_and_every_template_of_a_page_is_in_the_table() -> None:
    made = [row for row in TABLE if not isinstance(row, One) or row.view]
    views = {path.stem for path in (SITE / "pages").glob("*.py")} - {"__init__"}
    plainly = {row.name for kind in kinds.ALL for row in plain(kind)}
    assert views <= {row.name for row in made}
    # A long list is cut into pages by the view and the template of the page that has all of it.
    of = {row.name if row.name in views else row.template.partition(".")[0] for row in made}
    assert of - plainly - {"subject"} <= views
    used = {row.template or beside(row.name) for row in made}
    assert {path.name for path in (SITE / "pages").glob("*.jinja")} <= used
    assert used <= {path.name for folder in render.TEMPLATES for path in folder.glob("*.jinja")}


def test_every_hand_written_page_is_in_the_table() -> None:
    docs = {path.relative_to(project.ROOT).as_posix() for path in (project.ROOT / "docs").glob("**/*.md")}
    assert {row.written for row in WRITTEN.values()} == docs | {"CONTRIBUTING.md"}


def test_every_row_there_is_one_of_has_its_page(made: Site) -> None:
    pages = {page.path for page in made.pages} | {row.removeprefix("docs/") for row in _docs()}
    assert {addresses.markdown(row.address) for row in ONES} <= pages


def _docs() -> list[str]:
    return [row.written for row in WRITTEN.values() if row.written.startswith("docs/")]


def test_no_page_is_outside_the_table(made: Site, every: Every) -> None:
    known = {addresses.markdown(row.address) for row in ONES}
    folders = {
        row.section.address.removesuffix(".html").removesuffix("/index")
        for row in TABLE
        if not isinstance(row, One) and row.section
    }
    folders.add("briefings")  # each is reached from its subject
    for page in made.pages:
        with every.test(label_of(page)):
            assert page.path in known or page.path.partition("/")[0] in folders, page.path


def test_the_navigation_is_the_tables(made: Site) -> None:
    pages = {page.path for page in made.pages} | {row.removeprefix("docs/") for row in _docs()}
    listed = list(leaves(navigation()))
    assert len(listed) == len(set(listed))
    assert set(listed) <= pages
    # These are in the head of every page.
    assert {row.name for row in ONES if row.menu is None} == {"search", "my_list"}


def test_pages_of_a_group_are_where_its_first_one_is() -> None:
    def row(name: str, group: str = "") -> Row:
        return One(name, f"{name}.html", name, "", menu=Menu(name, group))

    table = (row("one"), row("two", "More"), row("three"), row("four", "More"))
    assert navigation(table) == [
        {"one": "one.md"},
        {"More": [{"two": "two.md"}, {"four": "four.md"}]},
        {"three": "three.md"},
    ]


def test_settings_list_no_pages() -> None:
    text = re.sub(r"!ENV", "", (project.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "nav" not in yaml.safe_load(text)


def test_the_theme_names_pages_and_types_no_address(every: Every) -> None:
    for path in sorted((project.ROOT / "hooks" / "theme").rglob("*.html")):
        with every.test(label_of(path)):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"['\"][\w/-]+\.html['\"]\s*\|\s*url", text), path
            for name in re.findall(r"config\.extra\.pages\.(\w+)", text):
                assert name in render.PAGES, f"{path}: {name}"


def test_a_page_says_of_itself_what_the_table_says(made: Site, every: Every) -> None:
    texts = {page.path: page.text for page in made.pages}
    for row in ONES:
        with every.test(label_of(row)):
            if addresses.markdown(row.address) in texts and isinstance(row.sentence, str) and row.sentence:
                assert row.sentence in texts[addresses.markdown(row.address)].replace("&#39;", "'"), row.name


def test_the_search_finds_pages_by_what_the_table_says(made: Site, every: Every) -> None:
    core = next(file for file in made.files if file.address == "search/core.js").content.decode()
    assert {row.name for row in PAGES} == {row.name for row in ONES if row.search}
    for row in PAGES:
        with every.test(label_of(row)):
            assert f'"{row.address}","{row.title}"' in core
            assert str(row.search) in core


def test_scripts_that_a_page_alone_needs_exist() -> None:
    assert {script for row in TABLE for script in row.scripts} <= set(scripts.files())


def test_a_kind_without_a_view_of_its_own_has_pages(tmp_path: Path, every: Every) -> None:
    """Its index, and a page of each record with every claim that names it."""
    graph = link(load(project.base(tmp_path / "base")))
    index, each = plain(THEMES)
    (listed,) = (one.plan() for one in index.listed(Given(graph)))
    assert listed.address == "themes/index.html"
    records = graph.library.themes
    plans = [one.plan() for one in each.listed(Given(graph))]
    assert [plan.address for plan in plans] == [addresses.entity("themes", ident) for ident in records]
    for plan, (ident, entry) in zip(plans, records.items(), strict=True):
        with every.test(label_of(plan, ident)):
            assert f'<a href="{ident}.html">{entry.record.name}</a>' in render.body(listed)
            shown = render.body(replace(plan, template="subject.md.jinja"))
            assert f"# {render.markdown_text(entry.record.name)}\n" in shown
            for claim in graph.naming("themes", ident):
                assert f'id="claim-{claim.id}"' in shown
