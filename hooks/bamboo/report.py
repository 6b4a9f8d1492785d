"""Findings as text for people, as annotations for pull requests, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from bamboo.spots import Finding

MOST = 50  # findings shown to a person at once


def text(findings: Sequence[Finding]) -> str:
    """At most four lines for each: place and rule, what was read and expected, the mend."""
    shown = []
    for finding in findings[:MOST]:
        spot = finding.spot
        lines = [f"{spot.file}:{spot.line}:{spot.column}  {finding.rule}"]
        lines += [f"  {line}" for line in finding.message.splitlines()]
        if finding.hint:
            lines.append(f"  Mend: {finding.hint}")
        shown.append("\n".join(lines))
    many = len(findings)
    if many > MOST:
        shown.append(f"… and {many - MOST} more.")
    if many:
        shown.append(f"{many} finding{'s' if many > 1 else ''}.")
    return "\n\n".join(shown)


def github(findings: Sequence[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    return "\n".join(
        f"::{finding.level} file={_property(finding.spot.file)},line={finding.spot.line},"
        f"col={finding.spot.column},title={_property(finding.rule)}::"
        + _escaped(f"{finding.message}\n{finding.hint}".strip())
        for finding in findings
    )


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects with file, line, column, rule, level, message, hint."""
    return json.dumps([finding.as_dict() for finding in findings], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": text, "github": github, "json": as_json}


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(message: str) -> str:
    return _escaped(message).replace(":", "%3A").replace(",", "%2C")
