"""A figure with the bound that it is to keep: what every part of this benchmark gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `least` and `most` are its bounds, both included; `about` says what it was read from."""

    name: str
    value: float
    least: float | None = None
    most: float | None = None
    percent: bool = False
    about: str = ""

    @property
    def holds(self) -> bool:
        """Whether it keeps its bounds."""
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    @property
    def bound(self) -> str:
        """`180 to 300`, `at most 17`, or nothing."""
        least, most = self._said(self.least), self._said(self.most)
        if least and most:
            return least if least == most else f"{least} to {most}"
        return f"at least {least}" if least else f"at most {most}" if most else ""

    def _said(self, value: float | None) -> str:
        if value is None:
            return ""
        return f"{value:.0%}" if self.percent else f"{value:,g}"

    def row(self) -> str:
        """A row of the table."""
        value = f"{self.value:.1%}" if self.percent else f"{round(self.value, 3):,g}"
        kept = ("yes" if self.holds else "NO") if self.bound else ""
        return f"| {self.name} | {value} | {self.bound} | {kept} | {self.about} |"


def table(figures: list[Figure]) -> str:
    """All of them, as Markdown."""
    head = ["| Figure | Now | Bound | Holds | |", "|---|---:|---|---|---|"]
    return "\n".join([*head, *(figure.row() for figure in figures)])
