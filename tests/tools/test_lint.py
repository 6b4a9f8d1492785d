"""The site's own scripts and styles as eslint and stylelint judge them."""

from __future__ import annotations

from pathlib import Path

import node
import project
from every import Every
from labels import label_of

ESLINT = node.MODULES / "eslint" / "bin" / "eslint.js"
SETTINGS = node.MODULES.parent / "eslint.config.mjs"
STYLELINT = node.MODULES / "stylelint" / "bin" / "stylelint.mjs"
STYLE_SETTINGS = node.MODULES.parent / "stylelint.config.mjs"


def eslint(folder: Path, *paths: str) -> str:
    done = node.run(ESLINT, "--config", str(SETTINGS), *paths, capture_output=True, cwd=folder)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return str(done.stdout)


def test_scripts_are_clean() -> None:
    assert eslint(project.ROOT, "--report-unused-disable-directives", "hooks", "tests") == ""


def test_eslint_does_find_faults(tmp_path: Path, every: Every) -> None:
    bad = tmp_path / "hooks" / "bad.mjs"
    bad.parent.mkdir()
    bad.write_text("var a = 1;\nif (a == unknown) { let b; }\n", encoding="utf-8")
    said = eslint(tmp_path, "hooks")
    for rule in ("no-var", "eqeqeq", "no-undef", "no-unused-vars"):
        with every.test(label_of(rule)):
            assert rule in said


def stylelint(folder: Path, *paths: str) -> str:
    words = ["--config", str(STYLE_SETTINGS), "--report-needless-disables", "--no-color", *paths]
    done = node.run(STYLELINT, *words, capture_output=True, cwd=folder)
    assert done.returncode in (0, 2), done.stdout + done.stderr
    return str(done.stdout + done.stderr)


def test_styles_are_clean() -> None:
    assert stylelint(project.ROOT, "hooks/**/*.css") == ""


def test_stylelint_does_find_faults(tmp_path: Path, every: Every) -> None:
    bad = tmp_path / "bad.css"
    bad.write_text(".claim_text { colr: red; top: 0 !important; }\n.a { color: #fff; }\n", encoding="utf-8")
    said = stylelint(tmp_path, str(bad))
    for rule in (
        "property-no-unknown",
        "declaration-no-important",
        "selector-class-pattern",
        "color-hex-length",
    ):
        with every.test(label_of(rule)):
            assert rule in said
