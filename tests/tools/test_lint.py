"""The site's own scripts and styles as eslint and stylelint judge them."""

from __future__ import annotations

from pathlib import Path

import node
import project

ESLINT = node.MODULES / "eslint" / "bin" / "eslint.js"
SETTINGS = node.MODULES.parent / "eslint.config.mjs"


def eslint(folder: Path, *paths: str) -> str:
    done = node.run(ESLINT, "--config", str(SETTINGS), *paths, capture_output=True, cwd=folder)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return str(done.stdout)


def test_scripts_are_clean() -> None:
    assert eslint(project.ROOT, "--report-unused-disable-directives", "hooks", "tests") == ""


def test_eslint_does_find_faults(tmp_path: Path) -> None:
    bad = tmp_path / "hooks" / "bad.mjs"
    bad.parent.mkdir()
    bad.write_text("var a = 1;\nif (a == unknown) { let b; }\n", encoding="utf-8")
    said = eslint(tmp_path, "hooks")
    for rule in ("no-var", "eqeqeq", "no-undef", "no-unused-vars"):
        assert rule in said
