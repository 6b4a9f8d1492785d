"""A hook beside Bamboo's own: makes pages once more by MkDocs alone, and refuses the site if one differs.

The sites that tests look at are built with it, so that the two ways are compared without a further build.
"""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.audit")

# Of many pages, those of a folder with these numbers: the first has proven its frame, the others are filled.
SOME = (1, 2, 7, 19, 53)
MANY = 300
# Where it notes the pages that were the same.
DONE = "audited"

_given: dict[str, Any] = {}
_seen: Counter[str] = Counter()
_same: list[str] = []


def on_nav(nav: Any, config: Any, files: Any) -> None:
    _given.update(nav=nav, files=files, many=len(files.documentation_pages()) > MANY)


def on_env(env: Any, config: Any, files: Any) -> None:
    _given["main"] = env.theirs.get_template("main.html")


def on_post_page(output: str, page: Any, config: Any) -> None:
    folder = page.file.dest_uri.rpartition("/")[0]
    number = _seen[folder]
    _seen[folder] += 1
    if _given["many"] and number not in SOME:
        return
    if _is_same(page, output, config):
        _same.append(page.file.dest_uri)
    else:
        log.error(f"{page.file.dest_uri} is not what MkDocs alone makes of it.")


def on_post_build(config: Any) -> None:
    (Path(config.config_file_path).parent / DONE).write_text("\n".join(_same), encoding="utf-8")


def _is_same(page: Any, output: str, config: Any) -> bool:
    """Whether MkDocs makes just this of a page's Markdown, at its place in the navigation."""
    alone = Page(None, page.file, config)
    page.file.page = page
    alone.read_source(config)
    # What Bamboo's hook adds to a page.
    for name in ("title", "description", "door", "place", "picture"):
        if name in page.meta:
            alone.meta[name] = page.meta[name]
    for name in ("title", "parent", "previous_page", "next_page", "edit_url"):
        setattr(alone, name, getattr(page, name))
    alone.render(config, _given["files"])
    if getattr(page, "listed", True):
        # The theme always frames pages of the navigation itself, each but once.
        return bool(alone.content == page.content and str(alone.toc) == str(page.toc))
    alone.active = True
    return bool(_given["main"].render(get_context(_given["nav"], _given["files"], config, alone)) == output)
