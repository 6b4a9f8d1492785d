"""Puts what was measured into benchmarks/README.md, with the machine and the day."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_PLACE = re.compile(r"(<!-- make bench-scale: [a-z]+ -->\n).*?(\n<!-- end -->)", re.DOTALL)


def write(tables: str, readme: Path = README) -> None:
    """Write tables in the place of the last ones."""
    text = readme.read_text(encoding="utf-8")
    made = f"\n{datetime.now(UTC):%-d %B %Y}, {machine()}:\n\n{tables.strip()}\n"
    written, count = _PLACE.subn(lambda found: f"{found[1]}{made}{found[2]}", text)
    if count != 1:
        raise ValueError(f"{readme} has {count} places for what was measured.")
    readme.write_text(written, encoding="utf-8")


def machine() -> str:
    """Processor, cores, memory and Python."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*: (.+)$", info.read_text() if info.is_file() else "", re.MULTILINE)
    memory = ""
    if hasattr(os, "sysconf"):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    name = names[0] if names else platform.machine()
    return f"{os.cpu_count()} cores ({name}){memory}, Python {platform.python_version()}"
