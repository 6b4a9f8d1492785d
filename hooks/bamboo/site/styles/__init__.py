"""The site's one style sheet: Material's and our own, a cascade layer each, joined at build time.

Rules outside layers win over all that are in one. So Material's sheets cannot stay links of their own:
they are put into the lowest layer, and a rule of ours wins over them however short its selector is.
Among ours, a later layer wins: what all pages share, the frame around them, what several blocks are
made of, the blocks, what one page alone needs, and what holds for every block. Each folder here is a
layer, and each file is named after its block or page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

ADDRESS = "assets/site.css"
_HERE = Path(__file__).parent
LAYERS = ("base", "frame", "parts", "blocks", "pages", "last")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_QUERY = re.compile(r"@custom-media (--[\w-]+) ([^;]+);\s*")
_USED = re.compile(r"\((--[\w-]+)\)")
# Of Material's sheets: only the first sheet of a page may have the one, and nobody is given the other.
_OF_A_FILE = re.compile(r'@charset "[^"]+";|/\*# sourceMappingURL=.*?\*/')


def sheet(theme: Iterable[str], as_of: str = "") -> str:
    """All styles of the site. `theme` holds the texts of the theme's own sheets, in their order.

    `as_of` is the day of the data, in words: paper says it. It is here so that a new day changes one file,
    not every page.
    """
    layers = [("material", _OF_A_FILE.sub("", "\n".join(theme)))]
    layers += [
        (layer, "\n".join(file.read_text(encoding="utf-8") for file in files(layer))) for layer in LAYERS
    ]
    order = ", ".join(name for name, _ in layers)
    if as_of:
        said = f'@media print {{ .printed::after {{ content: " · data of {as_of}"; }} }}\n'
        layers.append((LAYERS[-1], said))
    own = "".join(f"@layer {name} {{\n{_COMMENT.sub('', text)}}}\n" for name, text in layers[1:])
    return f"@layer {order};\n@layer material {{\n{layers[0][1]}\n}}\n{with_queries(own)}"


def files(layer: str) -> list[Path]:
    """The files of a layer, in their order."""
    return sorted((_HERE / layer).glob("*.css"))


def with_queries(text: str) -> str:
    """`text` with what each `@custom-media` means where it is used: browsers do not know them yet."""
    meanings = dict(_QUERY.findall(text))
    text = _QUERY.sub("", text)
    return re.sub(
        r"@media [^{]*",
        lambda rule: _USED.sub(lambda used: meanings[used[1]], rule[0]),
        text,
    )
