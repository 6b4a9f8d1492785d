"""The navigation on every page: one door is lit, the way to a page ends in it, and a page has one name."""

from __future__ import annotations

from pathlib import Path

import pages
from bamboo.graph import addresses
from bamboo.site.navigation import DOORS, listed, navigation
from every import Every
from labels import label_of


def test_the_doors_are_few_and_in_their_order() -> None:
    assert [door for item in navigation() for door in item] == list(DOORS)


def test_one_door_is_lit_on_every_page(site: Path, every: Every) -> None:
    for path in pages.all_pages(site):
        with every.test(label_of(path.relative_to(site).as_posix())):
            page = pages.tree(path)
            lit = page.xpath("//nav[contains(@class, 'md-tabs')]//a[@aria-current]")
            assert len(lit) == (path.name != "404.html")
            drawer = page.find_class("doors__door--lit")
            assert [pages.text(door) for door in drawer] == [pages.text(door) for door in lit]


def test_a_fact_is_behind_the_door_of_its_list(site: Path) -> None:
    page = pages.tree(site / "facts/2024/brazil-strategic-partnership.html")
    (behind,) = page.xpath("//nav[@class='behind']//a[@aria-current]")
    assert behind.get("href") == "../index.html"


def test_the_way_to_a_page_ends_in_it(site: Path, every: Every) -> None:
    found = 0
    for path in pages.all_pages(site):
        with every.test(label_of(path.relative_to(site).as_posix())):
            for crumbs in pages.tree(path).find_class("crumbs"):
                *ways, here = [element for element in crumbs if element.get("aria-hidden") is None]
                assert here.get("aria-current") == "page"
                assert pages.text(here)
                assert all(way.tag == "a" for way in ways)
                found += 1
    assert found > 40


def test_a_page_has_one_name(site: Path, every: Every) -> None:
    """Its heading, its place in the navigation and its link in the foot; home is named after the site."""
    for row in listed():
        if row.address == addresses.HOME:
            continue
        with every.test(label_of(row.name)):
            assert row.menu
            assert row.menu.label == row.title
            for link in pages.tree(site / addresses.HOME).xpath("//footer//a"):
                if link.get("href") == row.address:
                    assert pages.text(link) == row.title
