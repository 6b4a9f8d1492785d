"""`bamboo pages DIR`: the site's pages as Markdown, and the public data, without MkDocs."""

from __future__ import annotations

import argparse
import importlib.util
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from bamboo.build import build
from bamboo.commands import history
from bamboo.commands.command import Command, misuse, refuse
from bamboo.graph.history import History
from bamboo.site import plain, render, scripts, settings, styles
from bamboo.site.table import WRITTEN

# Pictures for the README; the site has itself to show.
_NOT_OF_THE_SITE = shutil.ignore_patterns("pictures")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a new or empty folder")
    parser.add_argument(
        "--project",
        action="store_true",
        help="all that another generator needs: mkdocs.yml, docs/, theme/, and beside/ to copy into its site",
    )


def _run(root: Path, options: argparse.Namespace) -> int:
    folder = Path(options.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return misuse(f"{folder} is not an empty folder.")
    known = history.read(root)
    site = build(root, history=known)
    if site.findings:
        return refuse(site.findings)
    pages = {page.path: page.text.encode() for page in site.pages}
    files = {file.address: file.content for file in site.files}
    was_there = folder.exists()
    try:
        if options.project:
            _project(root, folder, known)
            _write(folder / "docs", pages)
            # To others, all that ends in .md is a page.
            beside = {address for address in files if address.endswith(plain.address(".html"))}
            _write(folder / "docs", {address: files[address] for address in files.keys() - beside})
            _write(folder / "beside", {address: files[address] for address in beside})
        else:
            _write(folder, pages | files)
    except BaseException:
        # Half of the pages would look like all of them.
        shutil.rmtree(folder, ignore_errors=True)
        if was_there:
            folder.mkdir(exist_ok=True)
        raise
    print(f"{len(pages)} pages and {len(files)} data files written to {folder}.")
    return 0


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.write_bytes(content)
        except OSError as error:
            # Of a full disk the system says no name.
            raise OSError(error.errno, error.strerror, str(folder)) from error


def _project(root: Path, folder: Path, known: History | None) -> None:
    """What is beside the generated pages and the public data."""
    docs = folder / "docs"
    shutil.copytree(root / "docs", docs, ignore=_NOT_OF_THE_SITE)
    shutil.copytree(root / "hooks" / "theme", folder / "theme")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.elsewhere(text, known), encoding="utf-8")
    for path in (path for name in WRITTEN if (path := docs / name).is_file()):
        text = path.read_text(encoding="utf-8")
        front = yaml.safe_dump(render.front(WRITTEN[path.name]), sort_keys=False, allow_unicode=True)
        path.write_text(f"---\n{front}---\n\n{text}", encoding="utf-8")
        address = plain.address(path.with_suffix(".html").name)
        _write(folder / "beside", {address: plain.markdown(text).encode()})
    for address, script in scripts.files().items():
        (docs / address).write_text(script, encoding="utf-8")
    (docs / styles.ADDRESS).write_text(styles.sheet(_material(), settings.day(known)), encoding="utf-8")


def _material() -> list[str]:
    """The style sheets of Material, in their order."""
    found = importlib.util.find_spec("material")
    assert found
    assert found.origin
    sheets = Path(found.origin).parent / "templates" / "assets" / "stylesheets"
    return [path.read_text(encoding="utf-8") for path in sorted(sheets.glob("*.css"))]


COMMAND = Command(
    "pages", "write the pages as Markdown, and the public data, into a folder", _run, _arguments
)
