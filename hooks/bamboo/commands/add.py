"""`bamboo add`: a new record of any kind, written ready to be filled in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bamboo import checks
from bamboo.checks import report
from bamboo.commands import disk
from bamboo.commands.command import Command, misuse
from bamboo.editing.add import Written, fact, figure, overview, partner, person, source, term
from bamboo.editing.add.received import LARGEST, RECEIVED, Received, received
from bamboo.editing.name import Refused
from bamboo.kinds.claims import FACT_KINDS
from bamboo.kinds.library import Library, load

AGREEMENT = "agreement"


def _arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    one = words.add_parser(
        "source", help="texts just received (.txt, .html, .docx, .pdf): copies them to seeds/, writes cards"
    )
    one.add_argument(
        "files", metavar="FILE", nargs="+", help="the text: a file in UTF-8, or .html, .docx, .pdf"
    )
    one.add_argument("--id", default="", help="its id, for one file (default: from the file's name)")
    one.add_argument("--url", default="", help="where it was published, for one file")
    one = words.add_parser("partner", help="a country, organisation, company or group")
    one.add_argument("name", metavar="NAME", help="its name in English or Vietnamese")
    one.add_argument("--kind", choices=partner.KINDS, help="what it is (default: a country, if it is one)")
    one.add_argument("--iso", help="a country's code, where it is known under another name")
    one.add_argument("--id", help="its id (default: from the name)")
    one = words.add_parser("person", help="somebody who acts or speaks in a source")
    one.add_argument("name", metavar="NAME", help="the name as the source prints it")
    one.add_argument(
        "--of", default="", metavar="ID", help="vietnam, the partner the person acts for, or nobody"
    )
    one.add_argument("--id", default="", help="the id (default: from the name)")
    for what, about in (("term", "a named thing"), (AGREEMENT, "a term that is an agreement")):
        one = words.add_parser(what, help=about)
        one.add_argument("name", metavar="NAME", help="its name as the source prints it")
        if what == "term":
            one.add_argument("--kind", choices=term.KINDS, default="", help="what it is")
        one.add_argument("--parent", default="", metavar="ID", help="the term it is part of")
        one.add_argument("--id", default="", help="its id (default: from the name)")
    one = words.add_parser("figure", help="what is counted, with its first value from a quote")
    one.add_argument("name", metavar="NAME", help="its name as a heading")
    one.add_argument("--source", required=True, metavar="ID", help="the source's id")
    one.add_argument("--quote", required=True, metavar="TEXT", help="words of the source; - reads them")
    one.add_argument("--unit", default="", help="the unit with its scale, such as `billion US dollars`")
    one.add_argument("--period", default="", metavar="DATE", help="the time counted, such as 2024")
    one.add_argument("--theme", action="append", default=[], metavar="ID", help="a theme; may be given again")
    one.add_argument("--id", default="", help="its id (default: from the name)")
    _of_fact(words.add_parser("fact", help="a claim on a quote of a source"))
    one = words.add_parser("overview", help="what a page says first: lists its claims and writes the frame")
    one.add_argument(
        "kind", choices=overview.SUBJECTS, metavar="KIND", help=f"one of: {', '.join(overview.SUBJECTS)}"
    )
    one.add_argument("id", nargs="?", default="", metavar="ID", help="the id; none for the home page")


def _of_fact(one: argparse.ArgumentParser) -> None:
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


def _run(root: Path, options: argparse.Namespace) -> int:
    if options.what == "source":
        return _sources(root, options)
    made = _made(root, load(root), options)
    if isinstance(made, Refused):
        return _refuse(made)
    return _write(root, made, {})


def _sources(root: Path, options: argparse.Namespace) -> int:
    """Each file by itself: one that cannot be added keeps no other from being."""
    paths = [Path(name) for name in options.files]
    if missing := [path for path in paths if not path.is_file()]:
        return misuse(f"There is no file {missing[0]}.")
    if len(paths) > 1 and (options.id or options.url):
        return misuse("--id and --url are for one file.")
    return max(_source(root, path, options) for path in paths)


def _source(root: Path, path: Path, options: argparse.Namespace) -> int:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    read = received(data, path.name)
    if isinstance(read, Refused):
        return _refuse(read)
    made = source.source(load(root), read.text, path.name, options.id or None, options.url or None)
    if isinstance(made, Refused):
        return _refuse(made)
    ident = Path(made.file).stem
    seed, beside = f"seeds/{ident}.txt", dict[str, bytes | None]()
    if not ((root / seed).is_file() and (root / seed).read_bytes() == read.text):
        beside[seed] = read.text
    if read.ending:
        beside[f"{RECEIVED}/{ident}.{read.ending}"] = data
    return _write(root, made, beside, _as_read(read, path.name, seed))


def _as_read(read: Received, name: str, seed: str) -> tuple[str, ...]:
    """What to look at where a text was read out of another file."""
    if not read.ending:
        return ()
    by = f" by {read.by}" if read.by else ""
    return (
        f"{name} was read{by}: compare {seed} with it.",
        "If words are wrong or missing there, save them as plain text and add that instead.",
    )


def _refuse(refused: Refused) -> int:
    print("Nothing was written.", *refused.lines, sep="\n", file=sys.stderr)
    return 1


def _write(root: Path, made: Written, beside: dict[str, bytes | None], notes: tuple[str, ...] = ()) -> int:
    files = {**beside, made.file: made.text.encode("utf-8")}
    try:
        disk.write(root, files, fresh=made.fresh)
    except OSError as error:
        print(f"Nothing was written.\n{disk.why(error)}", file=sys.stderr)
        return 1
    for name in files:
        print(f"Written: {name}" if made.fresh else f"Changed: {name}")
    for note in (*made.notes, *notes):
        print(f"  {note}")
    _what_next(root, made.file)
    return 0


def _made(root: Path, library: Library, options: argparse.Namespace) -> Written | Refused:
    if options.what == "partner":
        return partner.partner(library, options.name, options.kind, options.iso, options.id)
    if options.what == "person":
        return person.person(library, options.name, options.of, options.id)
    if options.what in ("term", AGREEMENT):
        kind = AGREEMENT if options.what == AGREEMENT else options.kind
        return term.term(library, options.name, kind, options.parent, options.id)
    if options.what == "overview":
        return _overview(root, library, options.kind, options.id)
    quote = sys.stdin.read() if options.quote == "-" else options.quote
    if options.what == "figure":
        asked = figure.Counted(
            name=options.name,
            source=options.source,
            quote=quote,
            unit=options.unit,
            period=options.period,
            themes=options.theme,
            ident=options.id,
        )
        return figure.figure(library, asked)
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
    library = load(root)
    found = [finding for finding in checks.run(library) if finding.location.file == file]
    text = (root / file).read_text(encoding="utf-8")
    if file.startswith("data/sources/") and not found:
        print(f"Next: complete the card, then run `bamboo review {Path(file).stem}`.")
    elif "# fill in" in text:
        print("Next: fill in what is marked `# fill in`, delete those remarks, and run `bamboo check`.")
    else:
        print("Next: read it against its source, and run `bamboo check`.")
    if found:
        print(f"\nThe check says of it now:\n\n{report.text(found)}")


COMMAND = Command("add", "write a new record of any kind, ready to be filled in", _run, _arguments)
