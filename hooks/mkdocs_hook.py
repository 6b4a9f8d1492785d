"""The only file that knows MkDocs: hands the pages over, and links each to the record it is made from."""

from __future__ import annotations

import copy
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path, PurePath
from typing import Any

from bamboo import preview
from bamboo.build import Begun, Site, begin, some
from bamboo.checks import report
from bamboo.checks.checking import RefusedError
from bamboo.commands import contents, history, remembered
from bamboo.commands.notes import NOTES, PLAIN, Notes, workers
from bamboo.commands.program import kept_in
from bamboo.data.locations import Location
from bamboo.graph import addresses
from bamboo.graph.history import History
from bamboo.kept import Kept, Seen
from bamboo.preview.events import Events
from bamboo.preview.served import Served
from bamboo.site import plain, render, scripts, settings, styles
from bamboo.site.apart import Apart, divided, first
from bamboo.site.compiled import Compiled
from bamboo.site.converted import finisher
from bamboo.site.finished import Finished
from bamboo.site.framing import Frames
from bamboo.site.making import SupersededError
from bamboo.site.mapped import mapped
from bamboo.site.navigation import labels, navigation
from bamboo.site.table import WRITTEN
from bamboo.site.writing import Writer, put, write
from jinja2 import Environment
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_date

log = logging.getLogger("mkdocs.hooks.bamboo")


class Hook:
    """What MkDocs calls, in the order of a build. A preview builds many times with one object."""

    def __init__(self) -> None:
        self.site = Site()
        self.made: dict[str, render.Page] = {}
        self.findings = ""
        self.history: History | None = None
        self.serving = False
        self.preview = preview.Preview()
        self.nav: Navigation | None = None
        self.frames: Frames | None = None
        # Pages that MkDocs does not see, each with what fills its frame.
        self.apart: Apart = {}
        # What is still to be made of a site that is no preview: it is written at once, by all processes.
        self.begun: Begun | None = None
        self.written: list[str] = []
        self.seen: dict[str, Seen] = {}
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
        if self.serving:
            config.site_dir = self.preview.outputs.turn(config.site_dir)
        shared = [root / "mkdocs.yml", root / "hooks" / "theme", *render.TEMPLATES]
        kept = Kept if self.plain else partial(kept_in, root)
        self.preview.framed_by((config.site_url, preview.stamp(shared)), kept)
        if self.history is None or not self.serving:
            # A preview shows what is about to be committed: it reads git once.
            self.history = history.read(root, None if self.plain else remembered.beside(root, "history"))
        # A preview has threads, which copies of a process do not have.
        shared_by = 1 if self.serving else workers()
        made = self.preview.made
        made.finisher = None if self.plain else finisher(config, made.kept)
        made.library = known = made.library or (None if self.plain else remembered.before(root))
        made.read = remembered.read
        if self.notes:
            made.follow(self.notes.general, self.notes.last_traces)
        alone = not (self.plain or self.serving)
        made.keep = partial(remembered.keep, root, known=known) if alone else made.keep
        # Of `bamboo build`, nobody sees the site before it is whole.
        built = begin(root, config.site_url or "", made, self.history, shared_by, alone and bool(self.notes))
        self.begun = built if alone and isinstance(built, Begun) else None
        built = Site() if self.begun else built if isinstance(built, Site) else built.site()
        if built.findings:
            self._refuse(report.text(built.findings))
        else:
            self.site, self.findings = built, ""
        config.nav = navigation()
        config.extra |= settings.extra(self.history)
        # Only here "edit this page" leads to a record, see on_pre_page.
        config.extra["edits"] = True
        # A preview's reloading is a line of script in each page.
        config.extra["policy"] = "" if self.serving else settings.POLICY
        # Without a repository there is nothing to lead to.
        config.edit_uri = config.edit_uri if config.repo_url else None

    def _refuse(self, findings: str) -> None:
        """Show what is wrong; a preview goes on with the last good pages, if there are any."""
        self.findings = findings
        if self.serving and self.site.pages:
            log.error("The data has mistakes; the pages are the last good ones.\n\n%s\n", findings)
            return
        if self.notes:
            self.notes.refuse(findings)
        raise PluginError(f"The data has mistakes; the site is as it was.\n\n{findings}")

    @contextmanager
    def _checked(self) -> Iterator[None]:
        """Make what the checks may still refuse."""
        try:
            yield
        except RefusedError as refused:
            self._refuse(report.text(refused.findings))

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        """Watch by events: MkDocs would look at every file twice a second."""
        watched = [config.docs_dir, config.config_file_path]
        for path in watched:
            server.unwatch(path)
        server.observer = Events()
        for path in watched:
            server.watch(path)
        served = Served(server.serve_request, server.mount_path)
        server.set_app(served)
        server.root = self.preview.outputs.finish()
        server.error_handler = lambda code: Path(server.root, f"{code}.html").read_bytes()
        server.builder = partial(self._again, server, served, config, builder)
        self.preview.has_changed(_others(config))
        self.preview.outputs.news()

    def _again(
        self, server: LiveReloadServer, served: Served, config: MkDocsConfig, builder: Callable[[], None]
    ) -> None:
        """Build after an edit: what is wrong, or else the pages that are open, then all.

        The next edit ends that. Its own build makes what this one has not.
        """
        # MkDocs would keep everybody waiting until all is built.
        build = server._visible_epoch = server._wanted_epoch
        served.begin()
        try:
            self.preview.others_changed |= self.preview.has_changed(_others(config))
            if self.preview.others_changed or self._first(server, served, config, build):
                self.preview.made.goes_on = preview.until(lambda: server._want_rebuild)
                builder()
                server.root, news = self.preview.outputs.finish(), self.preview.outputs.news()
                if self.preview.others_changed or self.findings != served.findings:
                    served.show_all(build, self.findings)
                served.show((), news | self.preview.outputs.gone(), build)
                self.preview.others_changed = False
        except SupersededError:
            return
        except BaseException:
            served.end()
            raise
        served.end()

    def _first(self, server: LiveReloadServer, served: Served, config: MkDocsConfig, build: int) -> bool:
        """Show the pages that are open, and return whether all can be built; if not, show why."""
        root, listed = Path(config.config_file_path).parent, labels()
        asked = [address for address in served.open if addresses.markdown(address) not in listed]
        found = some(root, config.site_url or "", self.preview.made, self.history, asked)
        if found.findings:
            self._refuse(report.text(found.findings))
            served.show_all(build, self.findings)
            return False
        for page in found.pages:
            if html := self._framed(page, config):
                write(Path(server.root, page.address), html)
                news = self.preview.outputs.news()
                served.show({page.address}, news | {page.address} if served.findings else news, build)
        return True

    def _framed(self, made: render.Page, config: MkDocsConfig) -> str | None:
        """A page as a whole build makes it, where it is of a kind that is known."""
        pages = [(made, self.preview.made.finish(made))]
        apart, _ = divided(pages, partial(self._edit, config), labels(), ())
        filling = apart[made.path][1] if apart else None
        if not (filling and self.frames and self.frames.known.get(filling.kind)):
            return None
        html = self.frames.fill(filling)
        self.preview.outputs.write(made.address, html)
        return html

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Put the generated files beside the hand-written pages, and the pages that MkDocs has to see."""
        listed, by_hand = labels(), [file.content_string for file in files.documentation_pages()]
        if self.begun:
            with self._checked():
                self.site = self.begun.site(first(self.begun.work.addresses, listed, by_hand))
        self.made = {page.path: page for page in self.site.pages}
        pages = ((page, self.preview.made.finish(page)) for page in self.site.fresh)
        self.apart, theirs = divided(pages, partial(self._edit, config), listed, by_hand)
        for page, html in theirs:
            files.append(_file(page, listed.get(page.path), config, html))
        for file in self.site.files:
            # The schemas are also kept in docs/, for editors' programs; the site has those of this build.
            if kept := files.get_file_from_path(file.address):
                files.remove(kept)
            if not self.begun:
                files.append(_beside(config, file.address, file.content))
        if self.begun:
            self.written = put(Path(config.site_dir), self.site.files)
            self.site = replace(self.site, files=())
        for file in [file for file in files.documentation_pages() if not file.generated_by]:
            text = plain.markdown(file.content_string).encode("utf-8")
            files.append(_beside(config, plain.address(file.dest_uri), text))
        theme = sorted(name for name in files.src_uris if PurePath(name).match("assets/stylesheets/*.css"))
        sheets = [files.src_uris[name].content_string for name in theme]
        style = styles.sheet(sheets, settings.day(self.history))
        for address, text in (scripts.files() | {styles.ADDRESS: style}).items():
            files.append(File.generated(config, address, content=text))
        # Nothing loads them by themselves any more.
        for file in [file for file in files if file.src_uri.startswith("assets/stylesheets/")]:
            files.remove(file)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Remember what every frame shows."""
        self.nav = nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Say what will be written. A frame is made for each kind of page; a preview keeps them."""
        # Zensical's templates have it, and no methods of strings.
        env.filters["split"] = str.split
        if not self.plain:
            env.bytecode_cache = Compiled(self.preview.made.kept, "theme")
            self.frames = Frames(partial(_rendered, env, config, self.nav, files), self.preview.frames)
            for page, filling in [*self.apart.values()]:
                if not self.frames.has(page, filling, made := self.preview.made.finish(page)):
                    self._hand_over(page, made, config, files)
        if self.begun and self.frames:
            into = Writer(Path(config.site_dir), self.frames, partial(self._edit, config), contents.seen)
            with self._checked():
                self.site, left, self.seen = self.begun.rest(self.site, into)
            self.made = {page.path: page for page in self.site.pages}
            for one in left:
                self._hand_over(one.page, one.finished, config, files)
        if self.notes:
            files_of_it = [file.dest_uri for file in files if file.inclusion.is_included()]
            pages = [*self.written, *self.seen, *(page.address for page, _ in self.apart.values())]
            self.notes.announce([*files_of_it, *pages, *self.site.again, *config.theme.static_templates])
        return env

    def _hand_over(self, page: render.Page, made: Finished | None, config: MkDocsConfig, to: Files) -> None:
        """Let MkDocs frame a page after all."""
        self.apart.pop(page.path, None)
        file = _file(page, None, config, made)
        file.page = file.page or Page(None, file, config)
        self.on_pre_page(file.page, config, to)
        file.page.read_source(config)
        self.on_page_markdown("", file.page, config, to)
        file.page.render(config, to)
        to.append(file)

    def on_template_context(self, context: dict[str, Any], template_name: str, config: MkDocsConfig) -> Any:
        """Put the pages that MkDocs does not see into the map of the site."""
        if template_name == "sitemap.xml" and (self.apart or self.written):
            pages = ((page, self._updated(page.path) or get_build_date()) for page in self.site.pages)
            context["pages"] = mapped(context["pages"], pages, config.site_url)
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the pages that MkDocs does not see, and keep for the next build what this one made."""
        for page, filling in self.apart.values():
            assert self.frames
            html = self.frames.fill(filling)
            self._goes_on(page.address, html)
            write(Path(config.site_dir, page.address), html)
        if self.notes and self.notes.general:
            seen = (page.address for page in self.site.fresh if page.body and page.path not in self.apart)
            traces = self.preview.made.traces.written(seen)
            self.notes.finish(self.site.again, Path(config.site_dir), traces, self.seen)
        if not self.site.again:
            self.preview.made.kept.save()

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Complete what a page says of itself."""
        if (row := WRITTEN.get(page.file.src_uri)) and not page.file.generated_by:
            page.meta |= render.front(row)
        page.update_date = self._updated(page.file.src_uri) or page.update_date

    def _updated(self, path: str) -> str:
        """For the site map, which would else have the day of the build."""
        changed = self.made[path].changed if path in self.made else ""
        return (changed or self.history.as_of) if self.history else ""

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Lead "edit this page" to the record's file and line."""
        made = self.made.get(page.file.src_uri)
        page.edit_url = self._edit(config, made.edit if made else None) or page.edit_url

    def _edit(self, config: MkDocsConfig, location: Location | None) -> str:
        if not (location and config.repo_url and config.edit_uri):
            return ""
        return addresses.edited(config.repo_url, config.edit_uri, location)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> None:
        """Let a preview know which pages it has to show again."""
        self._goes_on(page.file.dest_uri, output)

    def _goes_on(self, address: str, html: str) -> None:
        if self.serving:
            self.preview.made.goes_on()
            self.preview.outputs.write(address, html)


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


def _others(config: MkDocsConfig) -> object:
    """All that pages are made of besides the data, as it is now."""
    root = Path(config.config_file_path).parent
    return preview.stamp([root / "mkdocs.yml", root / "CONTRIBUTING.md", root / "docs", root / "hooks"])


def _rendered(
    env: Environment,
    config: MkDocsConfig,
    nav: Navigation | None,
    files: Files,
    path: str,
    meta: render.Front,
    finished: Finished,
    edit: str,
) -> str:
    """A page as the theme makes it."""
    page = FinishedPage(None, File.generated(config, path, content=""), config, dict(meta), finished)
    page.read_source(config)
    page.render(config, files)
    page.edit_url, page.active = edit or None, True
    assert nav
    return env.get_template("main.html").render(get_context(nav, files, config, page))


def _file(page: render.Page, label: str | None, config: MkDocsConfig, finished: Finished | None) -> File:
    """A page for MkDocs; `label` is what the navigation calls it."""
    file = File.generated(config, page.path, content=page.text)
    if finished:
        file.page = FinishedPage(label, file, config, dict(page.meta), finished)
    return file


def _beside(config: MkDocsConfig, address: str, content: bytes) -> File:
    """A file of the site. MkDocs would take one that ends in .md for a page."""
    is_markdown = address.endswith(".md")
    file = File.generated(config, f"{address}.txt" if is_markdown else address, content=content)
    if is_markdown:
        file.dest_uri = address
    return file


# MkDocs looks for functions of a module.
_hook = Hook()
globals().update({name: getattr(_hook, name) for name in dir(_hook) if name.startswith("on_")})
