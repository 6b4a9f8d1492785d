"""Two sides in, all that differs out."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.checks import progress
from bamboo.checks.progress import Progress
from bamboo.data.locations import Finding
from bamboo.editing.diff import claims
from bamboo.editing.diff.claims import Difference
from bamboo.editing.diff.merges import with_merges
from bamboo.editing.diff.side import Side
from bamboo.evidence import coverage
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Library


@dataclass(frozen=True, slots=True)
class Counts:
    """Words of a source, and what became of them."""

    words: int
    cited: int
    set_aside: int
    unaccounted: int


@dataclass(frozen=True, slots=True)
class Covered:
    """A source before and after; None where it was not there, or its text was not as on its card."""

    source: str
    before: Counts | None
    after: Counts | None


@dataclass(frozen=True, slots=True)
class Pages:
    """Addresses of pages."""

    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """What a change alters. `pages` is None where one side makes none.

    `findings` are those of the new data; `old_unread` says what could not be read of the old; `in_progress`
    are the sources that are still being read, whether or not the change is about them.
    """

    facts: Difference
    observations: Difference
    entities: Difference
    names: tuple[tuple[str, str, str], ...]
    coverage: tuple[Covered, ...]
    pages: Pages | None
    findings: tuple[Finding, ...]
    old_unread: tuple[Finding, ...]
    in_progress: tuple[Progress, ...]

    @property
    def nothing(self) -> bool:
        """Whether the meaning is as it was."""
        many = self.facts.many + self.observations.many + self.entities.many
        pages = self.pages and (self.pages.changed or self.pages.new or self.pages.gone)
        return not (many or self.names or self.coverage or pages or self.findings or self.old_unread)


def compare(old: Side, new: Side) -> Result:
    """What differs between the two."""
    entities, renames = claims.entities(old.library, new.library)
    facts = claims.facts(old.library, new.library, renames)
    return Result(
        with_merges(old.library, new.library, facts, ("facts",)),
        claims.observations(old.library, new.library, renames),
        with_merges(old.library, new.library, entities, claims.ENTITIES),
        claims.names(old.library, new.library),
        tuple(_coverage(old.library, new.library)),
        _pages(old, new),
        new.findings,
        old.library.findings,
        tuple(progress.of(new.library)),
    )


def _coverage(old: Library, new: Library) -> list[Covered]:
    found = [
        Covered(source, _counts(old, source), _counts(new, source))
        for source in sorted({*old.sources, *new.sources})
        if ("sources", source) not in old.unreadable | new.unreadable
    ]
    return [covered for covered in found if covered.before != covered.after]


def _counts(library: Library, source: str) -> Counts | None:
    if seed_of(library, source) is None:
        return None
    read = coverage.of_source(library, source)
    return Counts(read.words, read.cited, read.set_aside, read.unaccounted)


def _pages(old: Side, new: Side) -> Pages | None:
    if not new.holds:
        return None
    if old.says == new.says:
        return Pages((), (), ())
    if not old.holds:
        return None
    both = old.pages.keys() & new.pages.keys()
    return Pages(
        tuple(sorted(address for address in both if old.pages[address] != new.pages[address])),
        tuple(sorted(new.pages.keys() - old.pages.keys())),
        tuple(sorted(old.pages.keys() - new.pages.keys())),
    )
