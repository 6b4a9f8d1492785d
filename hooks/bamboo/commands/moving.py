"""Makes a planned move of a record: shows it, and writes all of it or nothing."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bamboo.checks import report
from bamboo.commands import disk
from bamboo.commands.command import misuse
from bamboo.editing import follow
from bamboo.editing.add.received import RECEIVED
from bamboo.editing.follow import Plan, Texts
from bamboo.editing.name import Refused
from bamboo.editing.write import UnprovenError
from bamboo.kinds.library import Library, load

PAGES = ("README.md", "CONTRIBUTING.md", "docs/*.md")


def carry_out(root: Path, planned: Callable[[Library, Texts], Plan | Refused], dry: bool) -> int:
    """Plan it, hold the result against the checks, then write it or only show it."""
    library, texts = load(root), _texts(root)
    try:
        plan = planned(library, texts)
    except UnprovenError as error:
        return _refuse([str(error)])
    if isinstance(plan, Refused):
        return _refuse(plan.lines)
    if plan.old.kind == "sources" and not plan.gone:
        for path in sorted((root / RECEIVED).glob(f"{plan.old.ident}.*")):
            plan.moved[f"{RECEIVED}/{path.name}"] = f"{RECEIVED}/{plan.new.ident}{path.suffix}"
    if found := follow.findings(library, plan):
        return _refuse(["The check would then find:", "", report.text(found)])
    if not dry:
        try:
            disk.write(root, _files(root, plan))
        except OSError as error:
            return misuse(f"Nothing was written. {disk.why(error)}")
    print("\n".join(_shown(plan, dry)))
    return 0


def _texts(root: Path) -> dict[str, str]:
    """Every data file and hand-written page that is text."""
    paths = [*(root / "data").rglob("*.yml"), *(path for page in PAGES for path in root.glob(page))]
    texts = {}
    for path in sorted(paths):
        try:
            texts[path.relative_to(root).as_posix()] = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # whoever reads it as data says what is wrong with it
    return texts


def _files(root: Path, plan: Plan) -> dict[str, bytes | None]:
    files: dict[str, bytes | None] = {name: text.encode("utf-8") for name, text in plan.edited.items()}
    for old, new in plan.moved.items():
        if new not in files:
            files[new] = (root / old).read_bytes()
        files[old] = None
    return files | dict.fromkeys(plan.gone)


def _shown(plan: Plan, dry: bool) -> list[str]:
    """What was done; before it is done, line by line."""
    lines = [
        f"{'Joined' if old in plan.gone else 'Renamed'}: {old} → {new}" for old, new in plan.moved.items()
    ]
    came_from = {new: old for old, new in plan.moved.items() if old not in plan.gone}
    for name, text in sorted(plan.edited.items()):
        before = plan.texts.get(came_from.get(name, name), "")
        if before != text and name not in came_from:
            lines.append(f"Changed: {name}")
        if dry:
            lines += difflib.unified_diff(
                before.splitlines(), text.splitlines(), f"a/{name}", f"b/{name}", lineterm=""
            )
    lines += plan.notes
    lines.append(
        "Nothing was written: this is what would be done."
        if dry
        else "Read the changes, then run `bamboo check`."
    )
    return lines


def _refuse(lines: Sequence[str]) -> int:
    print("Nothing was written.", *lines, sep="\n", file=sys.stderr)
    return 1
