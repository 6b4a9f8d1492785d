"""Frames by kind of page: made from what the theme makes of the first page of a kind, and proven on it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from bamboo.site import frame
from bamboo.site.filling import MAYBE, Filling, content, unsigned
from bamboo.site.finished import Finished
from bamboo.site.render import Front, Page

# The theme's page, from a path, what the page says of itself, its content, and where it is edited.
Render = Callable[[str, Front, Finished, str], str]
Known = dict[tuple[object, ...], frame.Frame | None]


class Frames:
    """The theme's page, rendered once for each kind of page, then filled for the others.

    Pages are of one kind where all is the same that the theme decides anything by. A frame is used once it
    gave the same bytes for a page as the theme did; None is known where it did not.
    """

    def __init__(self, render: Render, known: Known) -> None:
        self._render, self.known = render, known

    def has(self, page: Page, filling: Filling, finished: Finished | None) -> bool:
        """Whether there is one for a page."""
        if filling.kind not in self.known:
            self.known[filling.kind] = self._made(page, filling, finished) if finished else None
        return self.known[filling.kind] is not None

    def fill(self, filling: Filling) -> str:
        """A page that has one."""
        found = self.known[filling.kind]
        assert found
        return found.fill(filling.values, filling.sections)

    def _made(self, page: Page, filling: Filling, finished: Finished) -> frame.Frame | None:
        path = posixpath.join(posixpath.dirname(page.path), f"{frame.marker('name')}.md")
        values = [name for name in ("title", "tab", *MAYBE) if name in page.meta]
        meta = page.meta | {name: frame.marker(name) for name in values}
        edit = filling.values["edit"]
        marked = self._render(path, meta, content(filling.marked), frame.marker("edit") if edit else "")
        found = frame.frame(unsigned(marked), filling.marked)
        whole = self._render(page.path, page.meta, finished, edit)
        return found if found and found.fill(filling.values, filling.sections) == whole else None
