"""The command line: `bamboo check`, `bamboo pages DIR`, `bamboo build`. Exit 0 good, 1 findings, 2 misuse."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bamboo import checks, report, wording
from bamboo.build import Site, build
from bamboo.load import load

NEXT, LAST = ".site-next", ".site-last"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # quotes hold letters that not every terminal's encoding has
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace) -> int:
    root = Path(options.root)
    if not (root / "data").is_dir():
        print(
            f"There is no folder data/ in {root.resolve()}: name the project's folder with --root.",
            file=sys.stderr,
        )
        return 2
    if options.command == "check":
        return _check(root, options.format)
    if options.command == "pages":
        return _pages(root, Path(options.folder))
    return _build(root)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bamboo", description="Checks the data and makes the site's pages.")
    parser.add_argument("--root", default=".", help="the project's folder (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check every data file against its sources")
    check.add_argument(
        "--format", choices=sorted(report.FORMATS), default="text", help="how findings are written"
    )
    pages = commands.add_parser(
        "pages", help="write the pages as Markdown, and the public data, into a folder"
    )
    pages.add_argument("folder", metavar="DIR", help="a new or empty folder")
    commands.add_parser("build", help="build the site into site/")
    return parser


def _check(root: Path, style: str) -> int:
    library = load(root)
    findings = checks.run(library)
    if findings or style != "text":
        print(report.FORMATS[style](findings))
    else:
        claims = [
            wording.counted(len(library.facts), "fact"),
            wording.counted(len(library.indicators), "figure"),
        ]
        texts = wording.counted(len(library.sources), "source")
        print(f"{wording.listed(claims)} checked against {texts}: nothing found.")
    return 1 if findings else 0


def _pages(root: Path, folder: Path) -> int:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is not an empty folder.", file=sys.stderr)
        return 2
    site = build(root)
    if site.findings:
        return _refuse(site)
    for name, text in [*((p.path, p.text) for p in site.pages), *((f.address, f.text) for f in site.files)]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(site.pages)} pages and {len(site.files)} data files written to {folder}.")
    return 0


def _build(root: Path) -> int:
    """Build beside the last good site and take its place only when everything went well."""
    findings = checks.run(load(root))
    if findings:
        return _refuse(Site(findings=tuple(findings)))
    root = root.resolve()
    new, old, place = root / NEXT, root / LAST, root / "site"
    if old.exists() and not place.exists():
        old.rename(place)  # a build was stopped between its two last steps
    shutil.rmtree(new, ignore_errors=True)
    # Not --quiet: it would drop the warnings before --strict counts them. They are shown only then.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    # Material prints its end-of-life notice at every start; README says what it means for us.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
        shutil.rmtree(new, ignore_errors=True)
        print("The site was not built; site/ is as it was.", file=sys.stderr)
        return 1
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    print(f"The site is built: open {place / 'index.html'}")
    return 0


def _refuse(site: Site) -> int:
    print(report.text(site.findings), file=sys.stderr)
    return 1
