"""What the YAML parser calls a mistake, in an editor's words: what was typed, and the fix."""

from __future__ import annotations

import re

import yaml

from bamboo.data.conflicts import RULE
from bamboo.data.locations import Finding, Location, character_name, shorten
from bamboo.data.patterns import pattern

# What libyaml calls a mistake -> what an editor did, the fix, and the code.
_PLAIN = (
    (
        "mapping values are not allowed",
        "A colon followed by a space is inside a text, or this line is indented too far.",
        "Write `>-` and put the text indented on the next line, or line the field up with the one above.",
        "colon-inside",
    ),
    (
        "could not find expected ':'",
        "A line that is no field: it has no colon, or no space after its colon.",
        "Write `name: value`, or indent the line like the text it continues.",
        "no-colon",
    ),
    (
        "found character that cannot start any token",
        "A value begins with a character that YAML keeps for itself (such as @, ` or %).",
        "Put the value in quotation marks.",
        "reserved-character",
    ),
    (
        "did not find expected key",
        "The fields are not lined up here, or a quotation mark closed a text too early.",
        "Indent this line like its neighbours; inside '...' write '' for an apostrophe.",
        "not-lined-up",
    ),
    (
        "did not find expected '-' indicator",
        "The entries of a list are not lined up here.",
        "Indent every `- ` of one list by the same number of spaces.",
        "list-not-lined-up",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark is opened and never closed.",
        "Close it at the end of the value.",
        "quotation-mark-open",
    ),
    (
        "did not find expected ',' or",
        "A list in [ ] or a group in { } is not closed, or lacks a comma.",
        "Write [one, two] or {name: value, name: value}.",
        "bracket-open",
    ),
    (
        "found unknown escape character",
        "Inside double quotation marks a backslash begins a special character.",
        "Use single quotation marks, or write \\\\ for a backslash.",
        "unknown-escape",
    ),
    (
        "did not find expected node content",
        "A comma too many, or a value that is missing, in [ ] or { }.",
        "Write [one, two] or {name: value, name: value}.",
        "comma-or-value",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "A value begins with * or &, which YAML keeps for itself.",
        "Put the value in quotation marks.",
        "reserved-character",
    ),
)


def plain_words(error: yaml.YAMLError, file: str, lines: list[str]) -> Finding:
    """A parser's complaint in an editor's words."""
    problem = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if ("end of stream" in problem or "expected ':'" in problem) and opened is not None:
        mark = opened  # where it began helps; the line after it does not
    location = Location(file, mark.line + 1, mark.column + 1) if mark is not None else Location(file)
    if mark is not None and (seen := _seen_in(lines, mark.line, "expected ':'" in problem, file)):
        return seen
    for known, message, hint, code in _PLAIN:
        if known in problem:
            return Finding(location, RULE, message, hint, code=code)
    return Finding(
        location,
        RULE,
        f"YAML cannot read this: {shorten(problem)}.",
        "Compare with a neighbouring file.",
        code="unreadable",
    )


# Signs that only look right, and what is meant by them.
_FOREIGN = (
    (pattern(r" *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"), "plain spaces"),
    (pattern(r" *(?:- )?[A-Za-z_]+ ?([：﹕∶꞉])"), "a plain colon and a space"),
)


def _seen_in(lines: list[str], last: int, no_field: bool, file: str) -> Finding | None:
    """What a look at the lines says better than the parser does: a sign that only looks right."""
    for number in range(min(last + 1, len(lines))):
        for sign, right in _FOREIGN:
            if found := sign.match(lines[number]):
                return Finding(
                    Location(file, number + 1, found.start(1) + 1),
                    RULE,
                    f"This is no sign of YAML, though it looks so: {character_name(found[1])}.",
                    f"Type {right} instead.",
                    code="sign-mistaken",
                )
    line = lines[last].strip() if no_field and last < len(lines) else ""
    location = Location(file, last + 1, 1 + len(lines[last]) - len(lines[last].lstrip()) if line else 1)
    if found := re.match(r"-([^\s-].*)", line):
        return Finding(
            location,
            RULE,
            "A dash without a space after it begins no entry of a list.",
            f"Write `- {found[1]}`.",
            code="dash-without-space",
        )
    if found := re.match(r"([a-z_]+)(?::| *= *)(\S.*)", line):
        written = shorten(f"{found[1]}: {found[2]}", 60)
        return Finding(
            location,
            RULE,
            "A field needs a colon and a space after its name.",
            f"Write `{written}`.",
            code="colon-without-space",
        )
    return None
