"""What a preview keeps from build to build, and what it follows from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bamboo.kept import Kept
from bamboo.preview.outputs import Outputs
from bamboo.site.frame import Frame
from bamboo.site.making import Memory, SupersededError


@dataclass(slots=True)
class Preview:
    """What the last build made: a saved change alters few views, so what is made of the others is kept."""

    framed: object = None
    made: Memory = field(default_factory=Memory)
    frames: dict[tuple[object, ...], Frame | None] = field(default_factory=dict)
    """By kind of page."""
    outputs: Outputs = field(default_factory=Outputs)
    others: object = None
    """What pages are made of besides the data, as it was."""
    others_changed: bool = False
    """Whether a build has yet to show that."""

    def framed_by(self, framed: object, kept: Callable[[], Kept]) -> None:
        """Forget all where what pages are set in (templates, theme, settings) is not what it was."""
        if framed != self.framed:
            self.made = Memory(kept=kept())
            self.frames.clear()
            self.framed = framed

    def has_changed(self, others: object) -> bool:
        """Whether anything else than the data is not what it was when this was asked before."""
        before, self.others = self.others, others
        return before != others


def until(newer: Callable[[], bool]) -> Callable[[], None]:
    """Ends a build with an error once there is a `newer` edit."""

    def goes_on() -> None:
        if newer():
            raise SupersededError

    return goes_on


def stamp(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Name, time of change and size of each file in `paths`, folders with all they hold."""
    files = (file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*"))))
    return tuple((str(file), (known := file.stat()).st_mtime_ns, known.st_size) for file in files)
