"""The recipe for a new public format: one module and its line in the list, nothing else."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import project
import recipes


def test_a_new_format_is_one_module_and_its_line_in_the_list(tmp_path: Path) -> None:
    folder = project.with_program(project.base(tmp_path / "project"))
    recipes.play("Add an export", folder)
    out = tmp_path / "pages"
    done = project.bamboo(folder, "pages", str(out), PYTHONPATH=str(folder / "hooks"))
    assert done.returncode == 0, done.stdout + done.stderr

    made = (out / "data/v1/names.txt").read_bytes()
    assert "Brazil" in made.decode().splitlines()
    page = (out / "data/index.md").read_text(encoding="utf-8")
    row = re.search(r'<tr[^>]*>.*<a href="v1/names.txt">.*</tr>', page)
    assert row
    cells = re.findall(r">([^<]+)<", row[0])
    assert cells == ["data/v1/names.txt", "the names of all partners", "some names"]
    assert '<dt>Plain text <span class="note">text/plain</span></dt>' in page
    assert "<p>One name a line: <code>a &lt; b</code> is *no* markup here.</p>" in page
    (described,) = (
        found
        for found in json.loads((out / "data/v1/datapackage.json").read_bytes())["resources"]
        if found["path"] == "names.txt"
    )
    assert (described["format"], described["mediatype"]) == ("txt", "text/plain")
    assert described["hash"] == f"sha256:{hashlib.sha256(made).hexdigest()}"
    assert '"contentUrl":"v1/names.txt","encodingFormat":"text/plain"' in page
