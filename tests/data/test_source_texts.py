"""The words of the sources: every ten of them side by side, in quotation marks, lead to their source."""

from __future__ import annotations

import json
from pathlib import Path

import node
import project
import pytest
from bamboo.graph import addresses
from bamboo.graph.claims import Graph, link
from bamboo.kinds.library import load
from bamboo.site import search
from bamboo.site.search import texts

HERE = Path(__file__).parent
MINISEARCH = project.ROOT / "docs/assets/vendor/minisearch-7.2.0/minisearch.js"


@pytest.fixture(scope="module")
def linked() -> Graph:
    return link(load(project.ROOT))


@pytest.mark.parametrize("size", [texts.PART, 3000])
def test_ten_words_in_quotation_marks_are_found(
    size: int, linked: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the parts as they are, and with so many that it matters which of them are read."""
    monkeypatch.setattr(texts, "PART", size)
    (tmp_path / search.FOLDER).mkdir()
    for file in search.files(linked):
        (tmp_path / file.address).write_text(file.text, encoding="utf-8")
    whole = {addresses.entity("sources", ident): linked.seed(ident).text for ident in linked.library.sources}
    given = tmp_path / "texts.json"
    given.write_text(json.dumps(whole), encoding="utf-8")
    done = node.run(
        HERE / "stretches.mjs",
        str(tmp_path / search.FOLDER),
        str(MINISEARCH),
        str(given),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["asked"] > 5000
    assert answer["missed"] == []
