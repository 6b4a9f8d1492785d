"""Data as a script, which a page opened from a disk can load; it can read nothing else."""

from __future__ import annotations

import json
from typing import Any


def script(loader: str, name: str, value: Any) -> str:
    """JSON handed to `loader` under a name. No text in it can end the script or a line of it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029\ufeff":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'{loader}.load("{name}",{text});\n'
