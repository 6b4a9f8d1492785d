"""The one style sheet: Material's rules under ours, a layer for each folder, one name for each width."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bamboo.site import styles

OWN = [(layer, path) for layer in styles.LAYERS for path in styles.files(layer)]


def test_paper_says_of_which_day_the_data_is() -> None:
    assert '" · data of 2 May 2024"' in styles.sheet([], "2 May 2024")
    assert "data of" not in styles.sheet([])


def test_material_is_under_our_layers() -> None:
    text = styles.sheet(['@charset "UTF-8";a{top:0}/*# sourceMappingURL=main.css.map */', "b{top:1px}"])
    assert text.startswith("@layer material, base, frame, parts, blocks, pages, last;\n")
    assert "@layer material {\na{top:0}\nb{top:1px}\n}" in text
    order = [text.index(f"@layer {layer} {{") for layer in ("material", *styles.LAYERS)]
    assert order == sorted(order)


def test_nothing_is_outside_a_layer() -> None:
    depth = 0
    outside = []
    for line in re.split(r"(?<=[{};])", styles.sheet(["a{top:0}"])):
        if depth == 0 and line.strip() and not line.strip().startswith(("@layer", "}")):
            outside.append(line)
        depth += line.count("{") - line.count("}")
    assert outside == []
    assert depth == 0


def test_a_width_is_named_once_and_means_what_it_is() -> None:
    text = "@custom-media --phone (width < 45em);\n.a { --phone: 1; }\n@media (--phone) { .b { top: 0 } }"
    assert styles.with_queries(text) == ".a { --phone: 1; }\n@media (width < 45em) { .b { top: 0 } }"
    with pytest.raises(KeyError, match="--pone"):
        styles.with_queries("@media (--pone) { .b { top: 0 } }")
    assert "custom-media" not in styles.sheet([])


def test_every_file_is_in_a_layer() -> None:
    folder = styles.files("base")[0].parent.parent
    assert {path for _, path in OWN} == set(folder.rglob("*.css"))


@pytest.mark.parametrize("path", [path for _, path in OWN], ids=lambda path: path.stem)
def test_a_file_says_what_it_is_for(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("/* ")
