"""Builds the sites to compare, from one copy of the project: with each of the searches, and with none.

They are the same pages. Material's site and the bare one are built from mkdocs.yml with other plugins and
without Bamboo's box; the bare one is what Pagefind indexes, and what the others are weighed against.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import project
from ruamel.yaml import YAML

ROOT = project.ROOT

# What a page says, without the frame around it.
PAGEFIND = (
    "--root-selector",
    "article.md-content__inner",
    "--exclude-selectors",
    ".headerlink, .crumbs, .turn",
)


@dataclass(frozen=True)
class Sites:
    """Folders of the built sites."""

    bamboo: Path
    material: Path
    pagefind: Path


def build(work: Path, material: Mapping[str, Any]) -> Sites:
    """All sites, in folders under `work`. `material` holds the settings of Material's search."""
    site = bamboo(work)
    root = site.parent
    _without_the_box(root / "hooks" / "theme")
    sites = Sites(site, work / "with-material", work / "with-pagefind")
    _mkdocs(root, sites.material, [{"search": dict(material)}])
    _mkdocs(root, sites.pagefind, [])
    shutil.copytree(sites.pagefind, bare(sites))
    pagefind(sites.pagefind)
    return sites


def bamboo(work: Path) -> Path:
    """The folder of the site with Bamboo's search, in the copy of the project under `work`."""
    root = project.with_program(project.copy_of_the_data(work / "project", ROOT))
    done = project.bamboo(root, "build")
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return root / "site"


def bare(sites: Sites) -> Path:
    """The folder of the site without any search."""
    return sites.pagefind.with_name("without-search")


def pagefind(folder: Path) -> None:
    """Index the pages in `folder` where they are. The list of results is no page to find."""
    (folder / "search.html").unlink(missing_ok=True)
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(folder),
        *PAGEFIND,
        "--keep-index-url",
        "--silent",
    ]
    subprocess.run(command, check=True)


def _without_the_box(theme: Path) -> None:
    """Take Bamboo's search out of the theme, so that Material's own parts are there again."""
    for path in (theme / "partials").glob("*.html"):
        if "search" in path.read_text(encoding="utf-8"):
            path.unlink()


def _mkdocs(root: Path, folder: Path, plugins: list[Any]) -> None:
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    # Parsed without the tags of MkDocs, which only environment variables need.
    base = YAML(typ="safe").load(re.sub(r"!ENV\s*", "", settings))
    changed: dict[str, Any] = {"INHERIT": "mkdocs.yml", "site_dir": str(folder), "plugins": plugins}
    for key in ("extra_css", "extra_javascript"):
        changed[key] = [item for item in base.get(key, []) if "search" not in str(item)]
    path = root / "compared.yml"
    with path.open("w", encoding="utf-8") as file:
        YAML().dump(changed, file)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(path)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
