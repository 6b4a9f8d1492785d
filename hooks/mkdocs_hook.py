"""The only file that knows MkDocs: hands the pages over, and links each to the record it is made from."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bamboo import preview
from bamboo.build import Site, build
from bamboo.checks import report
from bamboo.data.locations import Location
from bamboo.site import render
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.bamboo")

_site = Site()
_edits: dict[str, Location | None] = {}
_serving = False
_findings = ""
_preview = preview.Preview()
_compiled = preview.Compiled()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, which goes on after a bad edit."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Check and render before MkDocs empties the site's folder: a bad edit leaves the last good site.

    A preview shows the last good pages with the findings above them, until they are mended.
    """
    global _site, _edits, _findings
    root = Path(config.config_file_path).parent
    shared = [root / "mkdocs.yml", root / "hooks" / "theme", *render.TEMPLATES]
    _preview.framed_by((config.site_url, preview.stamp(shared)))
    built = build(root, config.site_url or "", _preview.made if _serving else None)
    _findings = report.text(built.findings)
    if not _findings:
        _site = built
    elif _serving and _site.pages:
        log.error("The data has mistakes; the pages are the last good ones.\n\n%s\n", _findings)
    else:
        raise PluginError(f"The data has mistakes; the site is as it was.\n\n{_findings}")
    _edits = {page.path: page.edit for page in _site.pages}
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing to lead to


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Put the generated pages and files beside the hand-written ones."""
    in_nav = set(_leaves(config.nav))
    for page in _site.pages:
        # Never kept in a build for publishing: that starts with nothing finished.
        html = None if page.path in in_nav else _preview.html(page.path, page.text)
        if html is None:
            files.append(File.generated(config, page.path, content=page.text))
        else:
            address = f"{page.path.removesuffix('.md')}.html"
            files.append(File.generated(config, address, content=preview.with_findings(html, _findings)))
    for file in _site.files:
        # The schemas are also kept in docs/, for editors' programs; the site has those of this build.
        if kept := files.get_file_from_path(file.address):
            files.remove(kept)
        files.append(File.generated(config, file.address, content=file.content))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """A preview compiles the theme's templates once."""
    if _serving:
        env.bytecode_cache = _compiled


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """A page of the nav has to stay a page; where its finished form is known, nothing is converted."""
    return "" if _known(page) else None


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str | None:
    """In a preview, keep what is finished and write the findings above it."""
    if not _serving:
        return None
    html = _known(page)
    if html is None:
        html = output
        if page.file.generated_by:
            _preview.keep(page.file.src_uri, page.file.content_string, output)
    return preview.with_findings(html, _findings)


def _known(page: Page) -> str | None:
    """The finished form of a generated page, if it is as it was."""
    if not page.file.generated_by:
        return None
    return _preview.html(page.file.src_uri, page.file.content_string)


def _leaves(nav: Any) -> Iterator[str]:
    """The paths that stand in a nav, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _leaves(item)


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Lead "edit this page" to the record's file and line."""
    location = _edits.get(page.file.src_uri)
    if location and config.repo_url and config.edit_uri:
        page.edit_url = edit_address(config.repo_url, config.edit_uri, location)


def edit_address(repo_url: str, edit_uri: str, location: Location) -> str:
    """Where a person edits a line, on a host that numbers lines as #L1. `edit_uri` ends in docs/."""
    return f"{repo_url.rstrip('/')}/{edit_uri.removesuffix('docs/')}{quote(location.file)}#L{location.line}"
