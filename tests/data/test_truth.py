"""What pages say about claims, computed a second time from the public data and the seeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pages
import project
from bamboo.site.pages.fact import BESIDE
from claims import data
from every import Every
from labels import label_of


def seed(source: str) -> str:
    return (project.ROOT / "seeds" / f"{source}.txt").read_bytes().decode("utf-8")


def claims(site: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Every claim: id, address, its quotes."""
    for fact in data(site, "facts"):
        yield fact["id"], fact["url"], fact["evidence"]
    for indicator in data(site, "indicators"):
        for observation in indicator["observations"]:
            yield observation["id"], observation["url"], observation["reports"]


def test_roles_name_only_sources_that_print_them(site: Path, every: Every) -> None:
    rows = 0
    for person in data(site, "people"):
        page = pages.tree(site / person["url"])
        for row in page.xpath("//dl[@id='roles']//dd"):
            with every.test(label_of(row)):
                role = pages.text(row.find("a"))
                linked = [
                    a.get("href").rpartition("/")[2].removesuffix(".html")
                    for a in row.xpath("span[@class='note']//a")
                ]
                assert linked, (person["id"], role)
                for source in linked:
                    assert re.search(rf"\b{re.escape(role)}\b", " ".join(seed(source).split())), (
                        role,
                        source,
                    )
                    rows += 1
    assert rows > 10


def test_what_rests_on_the_same_words_comes_first(site: Path, every: Every) -> None:
    everything = list(claims(site))
    for ident, url, evidence in everything:
        with every.test(label_of(ident, url)):
            if "#" in url:
                continue
            expected = {
                other_url
                for other, other_url, rows in everything
                if other != ident
                and any(
                    a["source"] == b["source"] and a["start"] < b["end"] and b["start"] < a["end"]
                    for a in evidence
                    for b in rows
                )
            }
            shown = pages.tree(site / url).xpath("//h2[@id='beside']/following::ul[1]//a/@href")
            resolved = []
            for href in shown:
                to = pages.target(site, pages.Reference(url, str(href), False))
                assert to is not None
                anchor = f"#{to[1]}" if to[1] else ""
                resolved.append(to[0].relative_to(site.resolve()).as_posix() + anchor)
            # Then come those of the same sentences, as far as there is room.
            first = resolved[: len(expected)]
            assert len(first) == min(len(expected), BESIDE), ident
            assert set(first) <= expected, ident


def test_the_index_of_figures_shows_the_newest(site: Path, every: Every) -> None:
    """Each figure's row has its newest value; older ones are in the pictures of several periods above."""
    page = pages.tree(site / "figures" / "index.html")
    links = page.xpath("//table//a/@href")
    above = page.xpath("//*[contains(@class, 'beside-each') or contains(@class, 'smalls')]//a/@href")
    assert links
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            newest, *older = (o["url"].rpartition("/")[2] for o in indicator["observations"])
            assert newest in links
            assert not set(older) & set(links)
            assert set(older) <= set(above) or len(older) != 1


def test_coverage_counted_a_second_time(site: Path, every: Every) -> None:
    cited: dict[str, set[int]] = {}
    for _, _, evidence in claims(site):
        for row in evidence:
            cited.setdefault(row["source"], set()).update(range(row["start"], row["end"]))
    for source in data(site, "coverage"):
        with every.test(label_of(source)):
            text = seed(source["id"])
            words = [
                [at for at in range(*found.span()) if text[at].isalnum()]
                for found in re.finditer(r"\S+", text)
                if re.search(r"\w", found[0])
            ]
            assert len(words) == source["words"]
            assert sum(all(at in cited[source["id"]] for at in word) for word in words) == source["cited"]
            assert source["cited"] > source["words"] / 2
