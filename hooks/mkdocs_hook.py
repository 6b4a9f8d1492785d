"""The only file that knows MkDocs: hands the pages over, and links each to the record it is made from."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import quote

from bamboo import report
from bamboo.build import Site, build
from bamboo.spots import Spot
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.bamboo")

_site = Site()
_edits: dict[str, Spot | None] = {}
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, which goes on after a bad edit."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Check and render before MkDocs empties the site's folder: a bad edit leaves the last good site.

    A preview shows the last good pages with the findings above them, until they are mended.
    """
    global _site, _edits
    built = build(Path(config.config_file_path).parent)
    findings = report.text(built.findings)
    if not findings:
        _site = built
    elif _serving and _site.pages:
        log.error("The data has mistakes; the pages are the last good ones.\n\n%s\n", findings)
    else:
        raise PluginError(f"The data has mistakes; the site is as it was.\n\n{findings}")
    _edits = {page.path: page.edit for page in _site.pages}
    config.extra["findings"] = findings
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing to lead to


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Put the generated pages and files beside the hand-written ones."""
    for page in _site.pages:
        files.append(File.generated(config, page.path, content=page.text))
    for file in _site.files:
        files.append(File.generated(config, file.address, content=file.text))
    for database in _site.databases:
        files.append(File.generated(config, database.address, content=database.content))


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Lead "edit this page" to the record's file and line."""
    spot = _edits.get(page.file.src_uri)
    if spot and config.repo_url and config.edit_uri:
        page.edit_url = edit_address(config.repo_url, config.edit_uri, spot)


def edit_address(repo_url: str, edit_uri: str, spot: Spot) -> str:
    """Where a person edits a line, on a host that numbers lines as #L1. `edit_uri` ends in docs/."""
    return f"{repo_url.rstrip('/')}/{edit_uri.removesuffix('docs/')}{quote(spot.file)}#L{spot.line}"
