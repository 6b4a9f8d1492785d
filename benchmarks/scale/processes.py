"""What a command costs: seconds of wall and CPU, and the memory of all its processes together at its peak."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1  # seconds between looks at the memory, at least
# A look goes through all pages of all processes: it may take this share of a core, or the time of what uses
# all cores would be that of the looks, too.
_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, and mebibytes."""

    wall: float
    cpu: float
    memory: float


class StoppedError(RuntimeError):
    """A command took longer than it may."""


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    limit: float | None = None,
) -> Cost:
    """Run a command to its end. RuntimeError with what it printed where it fails, StoppedError after `limit`
    seconds.
    """
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    peak = [0.0]
    watch = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watch.start()
    try:
        said, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise StoppedError(f"stopped after {limit:.0f} s") from None
    wall = time.perf_counter() - begun
    watch.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{said[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, peak[0])


def _watch(process: subprocess.Popen[str], peak: list[float]) -> None:
    while process.poll() is None:
        begun = time.perf_counter()
        peak[0] = max(peak[0], _memory(process.pid))
        time.sleep(max(_EVERY, (time.perf_counter() - begun) / _SHARE))


def _memory(session: int) -> float:
    """Of all processes of a session, what they share counted once."""
    total = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        with suppress(OSError, ValueError, IndexError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                lines = (folder / "smaps_rollup").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
