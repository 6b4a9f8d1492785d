"""Pages and files put into the site by the process that made them, so that none holds the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bamboo.data.locations import Location
from bamboo.kept import Seen
from bamboo.site import plain
from bamboo.site.filling import Filling
from bamboo.site.framing import Frames
from bamboo.site.making import Done, MadePage, SiteFile
from bamboo.site.render import Page


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes into a folder what its frames can be filled with. `edit` says where a record is edited, and
    `seen` how a file is known that has just been written."""

    folder: Path
    frames: Frames
    edit: Callable[[Location | None], str]
    seen: Callable[[Path, bytes], Seen]
    _folders: set[Path] = field(default_factory=set)

    def page(self, made: MadePage) -> MadePage:
        """Write a page and its Markdown, and return it without its content; as it is, if it has no frame."""
        page, finished = made.page, made.finished
        text = self._write(plain.address(page.address), made.plain.encode("utf-8"))
        found = Filling.of(page.address, page.meta, finished, self.edit(page.edit)) if finished else None
        if found is None or not self.frames.has(page, found, finished):
            return replace(made, written=text)
        html = self._write(page.address, _encoded(self.frames.fill(found)))
        without = Page(page.path, {}, "", None, page.changed)
        return replace(made, page=without, plain="", finished=None, written=text | html)

    def files(self, done: Done) -> Done:
        """Write files, and return them without their content."""
        written: dict[str, Seen] = {}
        for file in done.files:
            written |= self._write(file.address, file.content)
        return replace(done, files=tuple(SiteFile(file.address, b"") for file in done.files), written=written)

    def _write(self, address: str, content: bytes) -> dict[str, Seen]:
        path = self.folder / address
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        path.write_bytes(content)
        return {address: self.seen(path, content)}


def put(folder: Path, files: Iterable[SiteFile]) -> list[str]:
    """Write files into a folder at once, because they are large, and return their addresses."""
    found = []
    for file in files:
        path = folder / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        found.append(file.address)
    return found


def write(path: Path, html: str) -> None:
    """Write one page as MkDocs does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_encoded(html))


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")
