"""What a preview shows again: finished pages whose Markdown, and all that frames it, is as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from bamboo.site.render import Memory

# The empty place above every page that Material keeps for announcements.
_PLACE = '<div data-md-component="announce">'


@dataclass(slots=True)
class Preview:
    """What the last build made: a saved change alters few views, so the pages of the others are kept."""

    frame: object = None
    made: Memory = field(default_factory=dict)

    def framed_by(self, frame: object) -> None:
        """Forget every page where what they are set in (templates, theme, settings) is not what it was."""
        if frame != self.frame:
            self.made.clear()
            self.frame = frame


class Compiled(BytecodeCache):
    """The theme's templates, compiled once: the environment they are in is made again for each build.

    Jinja2 compares a checksum of the source, so a changed template is compiled again.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


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
