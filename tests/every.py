"""A test that goes through many things names each that fails, and costs no report for each that holds.

pytest's own subtests report every one of them: over the live site that is 80,000 reports a run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

# Failures shown in full; more of them seldom say more.
SHOWN = 20


class Every:
    """Collects what fails in `with every.test(label)`; the test fails with all of it at its end."""

    def __init__(self) -> None:
        self.failures: list[str] = []

    @contextmanager
    def test(self, label: str) -> Iterator[None]:
        """One of the things that a test goes through; the test goes on when it fails."""
        try:
            yield
        except (Exception, pytest.fail.Exception) as error:
            shown = pytest.ExceptionInfo.from_exception(error).getrepr(style="short")
            self.failures.append(f"[{label}]\n{shown}")

    def report(self) -> str:
        """All failures as one text, the first `SHOWN` in full."""
        text = "\n\n".join(self.failures[:SHOWN])
        more = [failure.partition("\n")[0] for failure in self.failures[SHOWN:]]
        return f"{len(self.failures)} fail:\n\n{text}" + ("\n\nand " + " ".join(more) if more else "")
