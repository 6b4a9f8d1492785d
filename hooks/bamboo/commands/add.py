"""`bamboo add`: a new source, partner, fact or overview, written ready to be filled in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bamboo import checks
from bamboo.checks import report
from bamboo.commands import disk
from bamboo.commands.command import Command, misuse
from bamboo.editing.add import Written, fact, overview, partner, source
from bamboo.editing.name import Refused
from bamboo.kinds.claims import FACT_KINDS
from bamboo.kinds.library import LARGEST_SEED, Library, load


def _arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    one = words.add_parser("source", help="a text just received: copies it to seeds/ and writes its card")
    one.add_argument("file", metavar="FILE", help="the text, in UTF-8")
    one.add_argument("--id", default="", help="its id (default: from the file's name)")
    one = words.add_parser("partner", help="a country, organisation, company or group")
    one.add_argument("name", metavar="NAME", help="its name in English or Vietnamese")
    one.add_argument("--kind", choices=partner.KINDS, help="what it is (default: a country, if it is one)")
    one.add_argument("--iso", help="a country's code, where it is known under another name")
    one.add_argument("--id", help="its id (default: from the name)")
    one = words.add_parser("fact", help="a claim on a quote of a source")
    one.add_argument("--source", required=True, metavar="ID", help="the source's id")
    one.add_argument(
        "--quote", required=True, metavar="TEXT", help="words of the source; - reads them from standard input"
    )
    one.add_argument("--claim", default="", metavar="TEXT", help="the claim in your words")
    one.add_argument("--when", default="", metavar="DATE", help="what time it is about, such as 2024-08")
    one.add_argument("--kind", default="", help=f"one of: {', '.join(FACT_KINDS)}")
    one.add_argument("--theme", action="append", default=[], metavar="ID", help="a theme; may be given again")
    one.add_argument("--id", default="", help="its id (default: from the claim or the quote)")
    one.add_argument(
        "--place", type=int, default=1, metavar="N", help="which place, if the words are at several"
    )

    one = words.add_parser("overview", help="what a page says first: lists its claims and writes the frame")
    one.add_argument(
        "kind", choices=overview.SUBJECTS, metavar="KIND", help=f"one of: {', '.join(overview.SUBJECTS)}"
    )
    one.add_argument("id", nargs="?", default="", metavar="ID", help="the id; none for the home page")


def _run(root: Path, options: argparse.Namespace) -> int:
    data = b""
    if options.what == "source":
        path = Path(options.file)
        if not path.is_file():
            return misuse(f"There is no file {path}.")
        with path.open("rb") as file:
            data = file.read(LARGEST_SEED + 1)
    made = _made(root, options, data)
    if isinstance(made, Refused):
        print("Nothing was written.", *made.lines, sep="\n", file=sys.stderr)
        return 1
    files: dict[str, bytes | None] = {made.file: made.text.encode("utf-8")}
    if options.what == "source":
        seed = f"seeds/{Path(made.file).stem}.txt"
        if not ((root / seed).is_file() and (root / seed).read_bytes() == data):
            files = {seed: data, **files}
    try:
        disk.write(root, files, fresh=made.fresh)
    except OSError as error:
        print(f"Nothing was written.\n{disk.why(error)}", file=sys.stderr)
        return 1
    for name in files:
        print(f"Written: {name}" if made.fresh else f"Changed: {name}")
    for note in made.notes:
        print(f"  {note}")
    _what_next(root, made.file)
    return 0


def _made(root: Path, options: argparse.Namespace, data: bytes) -> Written | Refused:
    library = load(root)
    if options.what == "source":
        return source.source(library, data, Path(options.file).name, options.id or None)
    if options.what == "partner":
        return partner.partner(library, options.name, options.kind, options.iso, options.id)
    if options.what == "overview":
        return _overview(root, library, options.kind, options.id)
    quote = sys.stdin.read() if options.quote == "-" else options.quote
    return fact.fact(
        library,
        fact.Asked(
            source=options.source,
            quote=quote,
            claim=options.claim,
            when=options.when,
            kind=options.kind,
            themes=options.theme,
            ident=options.id,
            place=options.place,
        ),
    )


def _overview(root: Path, library: Library, subject: str, ident: str) -> Written | Refused:
    file = overview.place(library, subject, ident)
    if isinstance(file, Refused):
        return file
    path = root / file
    text = path.read_bytes().decode("utf-8") if path.is_file() else ""
    return overview.overview(library, subject, ident, file, text)


def _what_next(root: Path, file: str) -> None:
    """What the check says of the new file."""
    found = [finding for finding in checks.run(load(root)) if finding.location.file == file]
    text = (root / file).read_text(encoding="utf-8")
    if "# fill in" in text:
        print("Next: fill in what is marked `# fill in`, delete those remarks, and run `bamboo check`.")
    else:
        print("Next: read it against its source, and run `bamboo check`.")
    if found:
        print(f"\nThe check says of it now:\n\n{report.text(found)}")


COMMAND = Command(
    "add", "write a new source, partner, fact or overview, ready to be filled in", _run, _arguments
)
