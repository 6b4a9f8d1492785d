"""How long an editor waits: from saving a change until the preview shows it, beside a build from nothing.

`python benchmarks/preview.py [PROJECT]` copies the project, or another one, to a folder of its own, starts
`mkdocs serve` there, changes one fact several times and prints the seconds, the ratio to the first build of
the same run, and what the preview takes of a processor core while nothing happens.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import string
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent.parent
LONGEST = 600
TIMES = 5
IDLE = 10


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        for part in ("data", "seeds", "docs", "hooks"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        for part in ("mkdocs.yml", "CONTRIBUTING.md"):
            shutil.copy2(ROOT / part, folder / part)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        facts = sorted((folder / "data" / "facts").rglob("*.yml"))
        fact = next(path for path in facts if "\nnote:" not in path.read_text(encoding="utf-8"))
        page = f"http://{address}/{fact.relative_to(folder / 'data').with_suffix('.html').as_posix()}"
        begun = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        try:
            wait(page, "")
            first = time.perf_counter() - begun
            time.sleep(2)
            used = processor(server.pid)
            time.sleep(IDLE)
            used = processor(server.pid) - used
            waits, costs = [], []
            for number in range(TIMES):
                time.sleep(1)
                mark = f"Preview {string.ascii_lowercase[number]} of the page."
                lines = fact.read_text(encoding="utf-8").splitlines()
                lines = [line for line in lines if not line.startswith("note: Preview")]
                fact.write_text("\n".join([*lines, f"note: {mark}", ""]), encoding="utf-8")
                begun, cost = time.perf_counter(), processor(server.pid)
                wait(page, mark)
                waits.append(time.perf_counter() - begun)
                costs.append(processor(server.pid) - cost)
        finally:
            server.terminate()
            server.wait(timeout=30)
    middle = statistics.median(waits)
    print(f"First build: {first:.1f} s. A saved change is shown after {middle:.1f} s (median of {TIMES}),")
    print(f"{middle / first:.0%} of the first build; slowest {max(waits):.1f} s.")
    print(f"Until then the preview's own process takes {statistics.median(costs):.2f} s of a processor core.")
    print(f"While nothing happens, it takes {used / IDLE:.1%} of a core.")
    return 0


def processor(pid: int) -> float:
    """The seconds of processor time that a process of Linux has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait(page: str, mark: str) -> None:
    """Until `page` answers and holds `mark`; the server answers when it has built."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(page, timeout=60) as answer:
                if mark in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise SystemExit(f"{page} did not show {mark!r} within {LONGEST} s")


if __name__ == "__main__":
    sys.exit(main())
