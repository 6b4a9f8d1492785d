"""A hook beside Bamboo's own: makes pages once more by MkDocs alone, and refuses the site if one differs.

The sites that tests look at are built with it, so that the two ways are compared without a further build.
"""

from __future__ import annotations

import logging
import posixpath
from collections import Counter
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
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
    _given.update(nav=nav, files=files)


def on_env(env: Any, config: Any, files: Any) -> None:
    _given["main"] = env.get_template("main.html")


def on_post_page(output: str, page: Any, config: Any) -> None:
    """A page that MkDocs sees; the theme frames it itself."""
    _note(page.file.dest_uri, _is_same(page, output, config))


def on_post_build(config: Any) -> None:
    """The pages that MkDocs does not see, which are written by now."""
    bamboo = config.hooks["hooks/mkdocs_hook.py"]._hook
    for page, filling in bamboo.apart.values():
        folder = posixpath.dirname(page.path)
        number = _seen[folder]
        _seen[folder] += 1
        if len(bamboo.apart) <= MANY or number in SOME:
            written = Path(config.site_dir, page.address).read_text(encoding="utf-8")
            alone = Page(None, File.generated(config, page.path, content=page.text), config)
            alone.read_source(config)
            alone.edit_url = filling.values["edit"] or alone.edit_url
            alone.render(config, _given["files"])
            alone.active = True
            context = get_context(_given["nav"], _given["files"], config, alone)
            _note(page.address, _given["main"].render(context) == written)
    (Path(config.config_file_path).parent / DONE).write_text("\n".join(_same), encoding="utf-8")


def _note(address: str, is_same: bool) -> None:
    if is_same:
        _same.append(address)
    else:
        log.error(f"{address} is not what MkDocs alone makes of it.")


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
    # The theme always frames pages of the navigation itself, each but once.
    return bool(alone.content == page.content and str(alone.toc) == str(page.toc))
