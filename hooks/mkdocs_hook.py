"""The only file that knows MkDocs: hands the pages over, and links each to the record it is made from."""

from __future__ import annotations

import copy
import logging
import multiprocessing
import os
import posixpath
import re
import sys
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import mkdocs
from bamboo import preview
from bamboo.build import Site, build
from bamboo.checks import report
from bamboo.commands import history
from bamboo.commands.notes import CACHE, NOTES, PLAIN, WORKERS, Notes
from bamboo.data.locations import Location
from bamboo.graph import addresses
from bamboo.graph.history import History
from bamboo.kept import Kept, digest
from bamboo.site import frame, plain, render, scripts, settings, styles
from bamboo.site.compiled import Compiled
from bamboo.site.finished import Convert, Finished, Finisher, Token
from bamboo.site.navigation import listed, navigation
from bamboo.site.table import WRITTEN
from jinja2 import Environment, Template
from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

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
        # The site by MkDocs alone, which is the same, only slower.
        self.plain = bool(os.environ.get(PLAIN))
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
        kept = Kept if self.plain else partial(kept_in, root)
        self.preview.framed_by((config.site_url, preview.stamp(shared)), kept)
        if self.history is None or not self.serving:
            # A preview shows what is about to be committed: it reads git once.
            self.history = history.read(root)
        # A preview has most pages, and threads, which copies of a process do not have.
        workers = 1 if self.serving else int(os.environ.get(WORKERS) or min(4, multiprocessing.cpu_count()))
        built = build(root, config.site_url or "", self.preview.made, self.history, workers)
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
        config.extra |= settings.extra(self.history)
        # Only here "edit this page" leads to a record, see on_pre_page.
        config.extra["edits"] = True
        # A preview's reloading is a line of script in each page.
        config.extra["policy"] = "" if self.serving else settings.POLICY
        if not config.repo_url:
            config.edit_uri = None  # without a repository there is nothing to lead to

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
        """Watch by events: MkDocs would look at every file twice a second."""
        watched = [config.docs_dir, config.config_file_path]
        for path in watched:
            server.unwatch(path)
        server.observer = preview.Events()
        for path in watched:
            server.watch(path)

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Put the generated pages and files beside the hand-written ones."""
        labels = {addresses.markdown(row.address): row.menu.label for row in listed() if row.menu}
        finisher = Finisher(converter(config), self.preview.made.kept)
        for page in self.site.pages:
            file = File.generated(config, page.path, content=page.text)
            files.append(file)
            if not self.plain and (finished := self.preview.finish(page.path, page.body, finisher)):
                file.page = FinishedPage(labels.get(page.path), file, config, dict(page.meta), finished)
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

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment | Frames:
        """Say what will be written. Pages are framed as they come; a preview compiles the theme once."""
        if self.notes:
            written = (file.dest_uri for file in files if file.inclusion.is_included())
            self.notes.announce([*written, *config.theme.static_templates])
        # Zensical's templates have it, and no methods of strings.
        env.filters["split"] = str.split
        if self.plain:
            return env
        env.bytecode_cache = Compiled(self.preview.made.kept, "theme")
        return Frames(env, config, self.preview.frames)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Keep for the next build what this one made."""
        self.preview.made.kept.save()

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Complete what a page says of itself."""
        if (row := WRITTEN.get(page.file.src_uri)) and not page.file.generated_by:
            page.meta |= render.front(row)
        if self.history:
            # For the site map, which would else have the day of the build.
            page.update_date = self.changed.get(page.file.src_uri) or self.history.as_of

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Lead "edit this page" to the record's file and line."""
        location = self.edits.get(page.file.src_uri)
        if location and config.repo_url and config.edit_uri:
            page.edit_url = edit_address(config.repo_url, config.edit_uri, location)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str | None:
        """In a preview, write the findings above every page."""
        return preview.with_findings(output, self.findings) if self.serving else None


# All that a page may say of itself for its frame to be filled.
_FILLED = frozenset({"title", "tab", "description", "leads_to", "door", "place", "scripts", "picture"})
# Those that are values; the theme decides by whether they are there.
_MAYBE = ("description", "leads_to")


class FinishedPage(Page):
    """A page whose HTML is known: MkDocs need not convert it. One that is `listed` is in the nav."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, meta: dict[str, Any], finished: Finished
    ) -> None:
        super().__init__(title, file, config)
        self.listed = title is not None
        self._meta, self._finished = meta, finished

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what is known."""
        self.markdown, self.meta = "", self._meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take what is known."""
        self.content = self._finished.html
        self.toc = get_toc(nest_toc_tokens(copy.deepcopy(list(self._finished.headings))))

    @cached_property
    def present_anchor_ids(self) -> set[str]:
        """What a link of a hand-written page may lead to."""
        return set(re.findall(r'\bid="([^"]*)"', self._finished.html))


# What the theme looks for in a page's content, and the value that begins with it.
_SIGNS = {"<h1": "heading", '<script type="application/ld+json"': "rest"}


@dataclass(frozen=True, slots=True)
class Filling:
    """What a page puts into its frame: values, and its sections, of which so many are in the marked page."""

    kind: tuple[object, ...]
    values: dict[str, str]
    sections: list[dict[str, str]]
    marked: int

    @classmethod
    def of(cls, page: Page) -> Filling | None:
        """That of a page, unless the theme may do more with it than put values in their places."""
        meta, file = page.meta, page.file
        if not isinstance(page, FinishedPage) or page.listed or not _FILLED.issuperset(meta):
            return None
        heading, end, rest = page.content.partition("</h1>")
        top = page.toc.items[0] if len(page.toc.items) == 1 else None
        if not top or top.level != 1 or any(section.children for section in top.children):
            return None
        signs = heading.startswith("<h1") and end and all(sign in page.content for sign in _SIGNS)
        as_is = file.url == file.dest_uri and escape(Markup(meta["title"]).striptags()) == meta["title"]
        if not signs or not as_is:
            return None
        folder, name = posixpath.split(file.url.removesuffix(".html"))
        known = {"title": meta["title"], "tab": meta["tab"], **{name: meta.get(name, "") for name in _MAYBE}}
        known |= {"name": name, "heading": heading, "rest": rest, "top": top.id, "edit": page.edit_url or ""}
        sections = [{"ident": section.id, "title": section.title} for section in top.children]
        # The theme folds the list of many sections.
        marked = 5 if len(sections) > 4 else 2 if sections else 0
        same = (
            meta["door"],
            meta["place"],
            meta["picture"],
            meta.get("scripts"),
            *(name in meta for name in _MAYBE),
        )
        return cls((folder, *same, bool(page.edit_url), marked), known, sections, marked)


class Frames:
    """The theme's templates to MkDocs; that of all pages is rendered once for each kind of page, then filled.

    Pages are of one kind where all is the same that the theme decides anything by. A frame is used once it
    gave the same bytes for a page as the theme did, and never for pages that it is not certain of.
    """

    def __init__(
        self, env: Environment, config: MkDocsConfig, known: dict[tuple[object, ...], frame.Frame | None]
    ) -> None:
        self.theirs, self._config, self._known = env, config, known

    def get_template(self, name: str) -> Template | Frames:
        """A template of the theme; for that of all pages, this."""
        return self if name == "main.html" else self.theirs.get_template(name)

    def render(self, context: dict[str, Any]) -> str:
        """A whole page."""
        whole, page = self.theirs.get_template("main.html"), context["page"]
        filling = Filling.of(page)
        if filling is None:
            return whole.render(context)
        if filling.kind in self._known:
            known = self._known[filling.kind]
            return known.fill(filling.values, filling.sections) if known else whole.render(context)
        marked = whole.render({**context, "page": self._marked(page, filling)})
        for sign, name in _SIGNS.items():
            marked = marked.replace(sign + frame.marker(name), frame.marker(name))
        made = frame.frame(marked, filling.marked)
        rendered = whole.render(context)
        same = made is not None and made.fill(filling.values, filling.sections) == rendered
        self._known[filling.kind] = made if same else None
        return rendered

    def _marked(self, page: FinishedPage, filling: Filling) -> FinishedPage:
        """A page of the same kind with a marker in place of each value."""
        mark = frame.marker
        sections = [
            {"level": 2, "id": mark("ident", number), "name": mark("title", number), "children": []}
            for number in range(filling.marked)
        ]
        content = "</h1>".join(sign + mark(name) for sign, name in _SIGNS.items())
        heading = {"level": 1, "id": mark("top"), "name": "", "children": []}
        name = posixpath.join(posixpath.dirname(page.file.src_uri), f"{mark('name')}.md")
        file = File.generated(self._config, name, content="")
        meta = page.meta | {name: mark(name) for name in ("title", "tab", *_MAYBE) if name in page.meta}
        marked = FinishedPage(None, file, self._config, meta, Finished(content, (heading, *sections)))
        marked.read_source(self._config)
        marked.render(self._config, Files([]))
        marked.edit_url = mark("edit") if page.edit_url else None
        marked.active = True
        return marked


def kept_in(root: Path) -> Kept:
    """What builds of this project have kept, by this very program and the versions of what it uses."""
    program = [
        file for file in sorted((root / "hooks").rglob("*")) if file.is_file() and file.suffix != ".pyc"
    ]
    versions = [
        sys.version,
        mkdocs.__version__,
        *(version(name) for name in ("mkdocs-material", "markdown", "jinja2")),
    ]
    made_by = digest(
        [*map(str.encode, versions), *(file.read_bytes() for file in [root / "mkdocs.yml", *program])]
    )
    return Kept(Path(os.environ.get(CACHE) or root / ".cache"), made_by[:16])


def converter(config: MkDocsConfig) -> Convert:
    """The site's Markdown converter."""
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)

    def convert(text: str) -> tuple[str, list[Token]]:
        html = markdown.reset().convert(text)
        return html, [
            {name: token[name] for name in ("level", "id", "name")} for token in markdown.toc_tokens
        ]

    return convert


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
on_serve = _hook.on_serve
on_files = _hook.on_files
on_env = _hook.on_env
on_post_build = _hook.on_post_build
on_page_markdown = _hook.on_page_markdown
on_pre_page = _hook.on_pre_page
on_post_page = _hook.on_post_page
