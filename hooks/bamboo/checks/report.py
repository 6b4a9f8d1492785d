"""Findings as text for people, as annotations for pull requests, as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence

from bamboo.data.locations import Finding, unhidden

MOST = 50  # problems shown to a person at once
MANY = 3  # files from which on one mistake made in all of them is told once
PLACES = 3  # of those, so many are named


def text(findings: Sequence[Finding]) -> str:
    """At most four lines for each: place and rule, what was read and expected, the fix.

    Findings of a file are together. What is wrong in the same way in many files is reported once, and
    what goes beyond MOST is only counted.
    """
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.message, finding.hint), []).append(finding)
    shown: list[list[Finding]] = []
    for finding in findings:
        group = groups[finding.rule, finding.message, finding.hint]
        if len({other.location.file for other in group}) < MANY:
            shown.append([finding])
        elif group[0] is finding:
            shown.append(group)
    blocks = [_group(group) if len(group) > 1 else _one(group[0]) for group in shown[:MOST]]
    if left := Counter(finding.rule for group in shown[MOST:] for finding in group):
        rules = ", ".join(f"{many} {rule}" for rule, many in left.most_common())
        blocks.append(f"… and {left.total()} more: {rules}.")
    if findings:
        files = len({finding.location.file for finding in findings})
        many = f"{len(findings)} finding{'s' if len(findings) > 1 else ''}"
        blocks.append(f"{many} in {files} files." if files > 1 else f"{many}.")
    return unhidden("\n\n".join(blocks))


def _one(finding: Finding) -> str:
    return "\n".join([f"{_place(finding)}  {finding.rule}", *_words(finding)])


def _group(group: Sequence[Finding]) -> str:
    places = ", ".join(_place(finding) for finding in group[:PLACES])
    more = f" and {len(group) - PLACES} more" if len(group) > PLACES else ""
    files = len({finding.location.file for finding in group})
    return "\n".join([f"{group[0].rule}, in {files} files", *_words(group[0]), f"  At: {places}{more}"])


def _words(finding: Finding) -> list[str]:
    lines = [f"  {line}" for line in finding.message.splitlines()]
    return [*lines, f"  Fix: {finding.hint}"] if finding.hint else lines


def _place(finding: Finding) -> str:
    return f"{finding.location.file}:{finding.location.line}:{finding.location.column}"


def github(findings: Sequence[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    return "\n".join(
        f"::{finding.level} file={_property(finding.location.file)},line={finding.location.line},"
        f"col={finding.location.column},title={_property(finding.rule)}::"
        + _escaped(unhidden(f"{finding.message}\n{finding.hint}".strip()))
        for finding in findings
    )


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects with file, line, column, rule, level, message, hint, code, path, value."""
    return json.dumps([finding.as_dict() for finding in findings], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": text, "github": github, "json": as_json}


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(message: str) -> str:
    return _escaped(message).replace(":", "%3A").replace(",", "%2C")
