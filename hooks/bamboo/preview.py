"""What a preview keeps from build to build, how it watches, and how it shows findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from watchdog import events
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from bamboo.build import Memory
from bamboo.kept import Kept
from bamboo.site.finished import Finished, Finisher
from bamboo.site.frame import Frame

# The empty place above every page that Material keeps for announcements.
_PLACE = '<div data-md-component="announce">'
# Of a file; a build reads files too, which systems also tell of.
_CHANGES = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
]


@dataclass(slots=True)
class Preview:
    """What the last build made: a saved change alters few views, so what is made of the others is kept."""

    framed: object = None
    made: Memory = field(default_factory=Memory)
    finished: dict[str, tuple[str, Finished | None]] = field(default_factory=dict)
    """By path, the Markdown of a page and its HTML."""
    frames: dict[tuple[object, ...], Frame | None] = field(default_factory=dict)
    """By kind of page."""

    def framed_by(self, framed: object, kept: Callable[[], Kept]) -> None:
        """Forget all where what pages are set in (templates, theme, settings) is not what it was."""
        if framed != self.framed:
            self.made = Memory(kept=kept())
            self.finished.clear()
            self.frames.clear()
            self.framed = framed

    def finish(self, path: str, markdown: str, finisher: Finisher) -> Finished | None:
        """A page's HTML, made where its Markdown is new."""
        known = self.finished.get(path)
        if known is None or known[0] != markdown:
            known = self.finished[path] = (markdown, finisher.page(markdown))
        return known[1]


class Events:
    """Watches by what the system says of changes, where MkDocs looks at every file twice a second.

    It does as an observer of watchdog does. Where the system has no such events left to give, it polls too.
    """

    def __init__(self) -> None:
        self._observer: BaseObserver = Observer()
        self._scheduled: list[tuple[FileSystemEventHandler, Path, bool]] = []

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Report to `handler` changes in a folder, or of a file."""
        self._scheduled.append((handler, Path(path), recursive))
        return self._schedule(*self._scheduled[-1])

    def _schedule(self, handler: FileSystemEventHandler, path: Path, recursive: bool) -> ObservedWatch:
        if path.is_dir():
            return self._observer.schedule(handler, str(path), recursive=recursive, event_filter=_CHANGES)
        # Programs replace a file when they save it: its folder goes on to tell of the new one.
        one = _OneFile(handler, str(path))
        return self._observer.schedule(one, str(path.parent), recursive=False, event_filter=_CHANGES)

    def unschedule(self, watch: ObservedWatch) -> None:
        """Report no more of what this watches."""
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin to watch."""
        try:
            self._observer.start()
        except OSError:
            self._observer.stop()
            self._observer = PollingObserver()
            for scheduled in self._scheduled:
                self._schedule(*scheduled)
            self._observer.start()

    def stop(self) -> None:
        """End it."""
        self._observer.stop()

    def join(self) -> None:
        """Wait until it has ended."""
        self._observer.join()


class _OneFile(FileSystemEventHandler):
    """Passes on what happens to one file of a folder."""

    def __init__(self, handler: FileSystemEventHandler, path: str) -> None:
        self._handler, self._path = handler, path

    def dispatch(self, event: FileSystemEvent) -> None:
        """Pass it on."""
        if self._path in (event.src_path, event.dest_path):
            self._handler.dispatch(event)


def stamp(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Name, time of change and size of each file in `paths`, folders with all they hold."""
    files = (file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*"))))
    return tuple((str(file), (known := file.stat()).st_mtime_ns, known.st_size) for file in files)


def with_findings(html: str, findings: str) -> str:
    """A finished page with what is wrong with the data written above it."""
    if not findings:
        return html
    shown = f'<div class="md-banner"><pre class="findings" role="alert">{escape(findings)}</pre></div>'
    return html.replace(_PLACE, _PLACE + shown, 1)
