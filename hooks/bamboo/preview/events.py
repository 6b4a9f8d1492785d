"""Watches files by the events of the system, where MkDocs looks at every file twice a second."""

from __future__ import annotations

from pathlib import Path

from watchdog import events
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

# Of a file; a build reads files too, which systems also tell of.
_CHANGES = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
]


class Events:
    """It does as an observer of watchdog does. Where the system has no events left, it polls too."""

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
