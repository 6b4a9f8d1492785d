"""The scripts of the site: modules here, joined at build time into the few files that pages load.

A page opened from a disk may load no modules, so browsers get classic scripts. Joining is plain: each
module becomes a function that returns what it exports, in an order in which all that a module imports
comes before it. So nothing is global, and the tests import the modules as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent
# Address on the site -> the module whose `start` it runs.
SCRIPTS = {
    "assets/frame.js": "frame.mjs",
    "assets/palette.js": "palette.mjs",
    "assets/lost.js": "lost.mjs",
    "assets/site.js": "site.mjs",
    "assets/charts.js": "charts.mjs",
    "assets/compare.js": "compare.mjs",
    "assets/timeline.js": "timeline.mjs",
    "assets/list.js": "collect/list.mjs",
    "assets/search.js": "search/engine.mjs",
    "assets/results.js": "search/results.mjs",
}
_IMPORT = re.compile(r'^import \{([^}]+)\} from "(\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const (\w+) =)", re.MULTILINE)
_OTHER = re.compile(r"^\s*(import|export)\b.*$", re.MULTILINE)


def files() -> dict[str, str]:
    """The scripts that pages load: address and text."""
    return {address: joined(_HERE / entry) for address, entry in SCRIPTS.items()}


def joined(entry: Path) -> str:
    """One classic script that does what `entry` does when its `start` is called."""
    modules = list(dict.fromkeys(_in_order(entry.resolve(), ())))
    if len({_name(path) for path in modules}) < len(modules):
        raise ValueError(f"{entry}: two modules have one file name: {', '.join(sorted(map(str, modules)))}")
    parts = [_as_function(path) for path in modules]
    return '(() => {\n"use strict";\n' + "".join(parts) + f"{_name(entry)}.start();\n}})();\n"


def _in_order(path: Path, importers: tuple[Path, ...]) -> Iterator[Path]:
    """A module after all that it imports; one may come several times."""
    if path in importers:
        raise ValueError(f"{path}: imports itself by way of {importers[-1].name}")
    for _, address in _IMPORT.findall(path.read_text(encoding="utf-8")):
        yield from _in_order((path.parent / address).resolve(), (*importers, path))
    yield path


def _as_function(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    exported = _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    text = _IMPORT.sub(
        lambda found: f"const {{{found[1].replace(' as ', ': ')}}} = {_name(Path(found[2]))};", text
    )
    if other := _OTHER.search(text):
        line = text.count("\n", 0, other.start(1)) + 1
        raise ValueError(
            f"{path}:{line}: {other[0].strip()!r} cannot be joined; "
            'write import { names } from "./file.mjs"; or export const name ='
        )
    return f"const {_name(path)} = (() => {{\n{text}return {{ {', '.join(exported)} }};\n}})();\n"


def _name(path: Path) -> str:
    """A module as the joined script calls it; the names of files are unique."""
    return f"{path.stem}_"
