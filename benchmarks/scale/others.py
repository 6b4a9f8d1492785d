"""Other generators on the Markdown that Bamboo writes: each of its own folder, made as fast as it can be.

Zensical is the one that the tests have. Eleventy is installed into .cache/scale/ in the version below, from
npm; where it cannot be installed, it is left out and named.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import node
import yaml

from benchmarks.scale.processes import Cost, run

ROOT = Path(__file__).parent.parent.parent
TOOLS = ROOT / ".cache" / "scale"
ELEVENTY = "3.1.8"
LIMIT = 600  # seconds of wall, after which a generator is stopped and named


@dataclass(frozen=True, slots=True)
class Other:
    """A generator: its name, and how it is run in a folder with `docs/`."""

    name: str
    command: tuple[str, ...]


def material() -> Other:
    """MkDocs with Material, as pinned for the site: no plugin, one page in its navigation."""
    return Other("MkDocs with Material", (sys.executable, "-m", "mkdocs", "build", "--quiet"))


def zensical() -> Other:
    """Zensical, by the people who made Material, as pinned for the tests."""
    command = (sys.executable, "-m", "zensical", "build", "--clean")
    return Other(f"Zensical {version('zensical')}", command)


def eleventy() -> Other:
    """Eleventy, which converts Markdown in JavaScript."""
    place = TOOLS / f"eleventy-{ELEVENTY}"
    if not (place / "done").exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        (place / "package.json").write_text('{"private": true}', encoding="utf-8")
        npm = node.home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        words = ("install", "--ignore-scripts", "--no-audit", "--no-fund", f"@11ty/eleventy@{ELEVENTY}")
        _checked(node.run(npm, *words, cwd=place, capture_output=True))
        (place / "done").touch()
    program = place / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return Other(f"Eleventy {ELEVENTY}", (str(node.home() / "bin" / "node"), str(program), "--quiet"))


def prepare(markdown: Path, folder: Path) -> None:
    """A folder in which any of them can be run: the pages in docs/, and the settings of each."""
    (folder / "docs").mkdir(parents=True)
    # The plain texts (`page.html.md`) are files beside the pages, not pages.
    for path in (path for path in markdown.rglob("*.md") if not path.name.endswith(".html.md")):
        there = folder / "docs" / path.relative_to(markdown)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, there)
    settings = {
        "site_name": "Bamboo",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [{"Home": "index.md"}],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
        "markdown_extensions": ["attr_list", "def_list", "tables", {"toc": {"permalink": True}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    # Braces are no templates here, and a layout frames each page as a theme would.
    layout = "<!doctype html><html><head><title>{{ title }}</title></head><body>{{ content }}</body></html>"
    (folder / "docs" / "_includes").mkdir()
    (folder / "docs" / "_includes" / "frame.liquid").write_text(layout, encoding="utf-8")
    permalink = "({ page }) => `${page.filePathStem}.html`"
    text = f"module.exports = {{ layout: 'frame.liquid', permalink: {permalink} }};\n"
    (folder / "docs" / "docs.11tydata.cjs").write_text(text, encoding="utf-8")
    choices = {"markdownTemplateEngine": False, "dir": {"input": "docs", "output": "made"}}
    text = f"module.exports = function () {{ return {json.dumps(choices)}; }};\n"
    (folder / "eleventy.config.cjs").write_text(text, encoding="utf-8")


def measure(other: Other, folder: Path) -> Cost:
    """From nothing made."""
    for made in ("site", "made", ".cache"):
        shutil.rmtree(folder / made, ignore_errors=True)
    cost = run(other.command, folder, {"NO_MKDOCS_2_WARNING": "1"}, LIMIT)
    if not (pages := sum(1 for made in ("site", "made") for _ in (folder / made).rglob("*.html"))):
        raise RuntimeError(f"{other.name} made no page.")
    print(f"{other.name}: {pages} pages", file=sys.stderr)
    return cost


def _checked(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        raise RuntimeError((done.stderr or done.stdout).strip()[-500:])
