"""The checks of a build: those that take long go on in a process beside, while pages are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from bamboo import checks
from bamboo.data.locations import Finding
from bamboo.data.mind import forget
from bamboo.data.processes import Beside
from bamboo.kinds.library import Library


class RefusedError(Exception):
    """Nothing is to be made of a library with these findings."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = tuple(findings)


class Checking:
    """The checks of a library; `keep` is called with it when all is known. It is begun with RefusedError
    where anything is found before something can be made of it.

    With `beside`, that is all that keeps a page from being made; the rest is found out meanwhile, and what is
    made is not to be shown before the `end`.
    """

    def __init__(
        self, library: Library, workers: int, keep: Callable[[Library], None], beside: bool = False
    ) -> None:
        self._rest: Beside[list[Finding]] | None = None
        self.others = workers
        """How many processes have nothing to do with the checks."""

        def kept(findings: list[Finding]) -> list[Finding]:
            keep(library)
            return findings

        def found(first: Sequence[Finding]) -> list[Finding]:
            findings = checks.rest(library, first)
            # What is kept is put together in this room.
            forget("bamboo.reading", "bamboo.checks")
            return kept(findings)

        if not (beside and workers > 1 and checks.is_much(library)):
            self._refuse(kept(checks.run(library, workers)))
            return
        if first := checks.first(library):
            self._refuse(kept(checks.rest(library, first, workers)))
        self._rest = Beside(partial(found, first))
        self.others = workers - 1

    def goes_on(self) -> None:
        """RefusedError where something is found by now."""
        if self._rest and self._rest.is_made:
            self.end()

    def end(self) -> None:
        """The same of all that is ever found."""
        if self._rest:
            self._refuse(self._rest.get())

    @contextmanager
    def before(self) -> Iterator[None]:
        """What is made before the end: an error in it may come of what is found then."""
        try:
            yield
        except RefusedError:
            raise
        except Exception:
            self.end()
            raise
        except BaseException:
            if self._rest:
                self._rest.stop()
            raise

    @staticmethod
    def _refuse(findings: Sequence[Finding]) -> None:
        if findings:
            raise RefusedError(findings)
