"""The only file that knows MkDocs: hands the pages over, and links each to the record it is made from."""

from __future__ import annotations

import logging
import os
from pathlib import Path, PurePath
from urllib.parse import quote

from bamboo import preview
from bamboo.build import NOTES, Notes, Site, build
from bamboo.checks import report
from bamboo.commands import history
from bamboo.data import dates
from bamboo.data.locations import Location
from bamboo.graph import addresses
from bamboo.graph.history import History
from bamboo.site import plain, render, scripts, social, styles
from bamboo.site.navigation import listed, navigation, place
from bamboo.site.table import WRITTEN
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.bamboo")


class Hook:
    """What MkDocs calls, in the order of a build. A preview builds many times with one object."""

    def __init__(self) -> None:
        self.site = Site()
        self.edits: dict[str, Location | None] = {}
        self.changed: dict[str, str] = {}
        self.findings = ""
        self.history: History | None = None
        self.serving = False
        self.preview = preview.Preview()
        self.compiled = preview.Compiled()
        self.notes = Notes(Path(os.environ[NOTES])) if NOTES in os.environ else None

    def on_startup(self, command: str, dirty: bool) -> None:
        """Remember whether this is a preview, which goes on after a bad edit."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Check and render before MkDocs empties the site's folder: a bad edit leaves the last good site.

        A preview shows the last good pages with the findings above them, until they are fixed.
        """
        root = Path(config.config_file_path).parent
        shared = [root / "mkdocs.yml", root / "hooks" / "theme", *render.TEMPLATES]
        self.preview.framed_by((config.site_url, preview.stamp(shared)))
        if self.history is None or not self.serving:
            # A preview shows what is about to be committed: it reads git once.
            self.history = history.read(root)
        made = self.preview.made if self.serving else None
        built = build(root, config.site_url or "", made, self.history)
        self.findings = report.text(built.findings)
        if not self.findings:
            self.site = built
        elif self.serving and self.site.pages:
            log.error("The data has mistakes; the pages are the last good ones.\n\n%s\n", self.findings)
        else:
            if self.notes:
                self.notes.refuse(self.findings)
            raise PluginError(f"The data has mistakes; the site is as it was.\n\n{self.findings}")
        self.edits = {page.path: page.edit for page in self.site.pages}
        self.changed = {page.path: page.changed for page in self.site.pages}
        config.nav = navigation()
        config.extra["pages"] = render.PAGES  # by name, for the theme's links
        config.extra["names"] = {row.name: row.menu.label for row in listed() if row.menu}
        known = self.history
        config.extra["changes"] = addresses.CHANGES if known and known.days else ""
        config.extra["feed"] = addresses.FEED if known and known.days else ""
        config.extra["as_of"] = dates.words(known.as_of) if known else ""
        if not config.repo_url:
            config.edit_uri = None  # without a repository there is nothing to lead to

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Put the generated pages and files beside the hand-written ones."""
        in_nav = {addresses.markdown(row.address) for row in listed()}
        for page in self.site.pages:
            # Never kept in a build for publishing: that starts with nothing finished.
            html = None if page.path in in_nav else self.preview.html(page.path, page.text)
            if html is None:
                files.append(File.generated(config, page.path, content=page.text))
            else:
                address = f"{page.path.removesuffix('.md')}.html"
                shown = preview.with_findings(html, self.findings)
                files.append(File.generated(config, address, content=shown))
        for file in self.site.files:
            # The schemas are also kept in docs/, for editors' programs; the site has those of this build.
            if kept := files.get_file_from_path(file.address):
                files.remove(kept)
            files.append(_beside(config, file.address, file.content))
        for file in [file for file in files.documentation_pages() if not file.generated_by]:
            text = plain.markdown(file.content_string)
            files.append(_beside(config, plain.address(file.dest_uri), text.encode("utf-8")))
        for address, text in scripts.files().items():
            files.append(File.generated(config, address, content=text))
        theme = [file for file in files if PurePath(file.src_uri).match("assets/stylesheets/*.css")]
        sheets = [file.content_string for file in sorted(theme, key=lambda file: file.src_uri)]
        files.append(File.generated(config, styles.ADDRESS, content=styles.sheet(sheets)))
        # Nothing loads them by themselves any more.
        for file in [file for file in files if file.src_uri.startswith("assets/stylesheets/")]:
            files.remove(file)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Say what will be written. A preview compiles the theme's templates once."""
        if self.notes:
            written = (file.dest_uri for file in files if file.inclusion.is_included())
            self.notes.announce([*written, *config.theme.static_templates])
        if self.serving:
            env.bytecode_cache = self.compiled

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """A page of the nav has to stay a page; where its finished form is known, nothing is converted."""
        if (row := WRITTEN.get(page.file.src_uri)) and not page.file.generated_by:
            where = place(row)
            page.meta |= {"title": row.title, "description": row.sentence}
            page.meta |= {"door": where.door, "place": where.label}
        page.meta["picture"] = social.picture(page.file.dest_uri)
        if self.history:
            # For the site map, which would else have the day of the build.
            page.update_date = self.changed.get(page.file.src_uri) or self.history.as_of
        return "" if self._known(page) else None

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Lead "edit this page" to the record's file and line."""
        location = self.edits.get(page.file.src_uri)
        if location and config.repo_url and config.edit_uri:
            page.edit_url = edit_address(config.repo_url, config.edit_uri, location)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str | None:
        """In a preview, keep what is finished and write the findings above it."""
        if not self.serving:
            return None
        html = self._known(page)
        if html is None:
            html = output
            if page.file.generated_by:
                self.preview.keep(page.file.src_uri, page.file.content_string, output)
        return preview.with_findings(html, self.findings)

    def _known(self, page: Page) -> str | None:
        """The finished form of a generated page, if it is as it was."""
        if not page.file.generated_by:
            return None
        return self.preview.html(page.file.src_uri, page.file.content_string)


def _beside(config: MkDocsConfig, address: str, content: bytes) -> File:
    """A file of the site. MkDocs would take one that ends in .md for a page."""
    is_markdown = address.endswith(".md")
    file = File.generated(config, f"{address}.txt" if is_markdown else address, content=content)
    if is_markdown:
        file.dest_uri = address
    return file


def edit_address(repo_url: str, edit_uri: str, location: Location) -> str:
    """Where a person edits a line, on a host that numbers lines as #L1. `edit_uri` ends in docs/."""
    return f"{repo_url.rstrip('/')}/{edit_uri.removesuffix('docs/')}{quote(location.file)}#L{location.line}"


# MkDocs looks for functions of a module.
_hook = Hook()
on_startup = _hook.on_startup
on_config = _hook.on_config
on_files = _hook.on_files
on_env = _hook.on_env
on_page_markdown = _hook.on_page_markdown
on_pre_page = _hook.on_pre_page
on_post_page = _hook.on_post_page
