"""`bamboo pages DIR`: the site's pages as Markdown, and the public data, without MkDocs."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo.build import build
from bamboo.commands import history
from bamboo.commands.command import Command, misuse, refuse


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a new or empty folder")


def _run(root: Path, options: argparse.Namespace) -> int:
    folder = Path(options.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return misuse(f"{folder} is not an empty folder.")
    site = build(root, history=history.read(root))
    if site.findings:
        return refuse(site.findings)
    files = {page.path: page.text.encode() for page in site.pages}
    files |= {file.address: file.content for file in site.files}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{len(site.pages)} pages and {len(files) - len(site.pages)} data files written to {folder}.")
    return 0


COMMAND = Command(
    "pages", "write the pages as Markdown, and the public data, into a folder", _run, _arguments
)
