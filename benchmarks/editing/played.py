"""A source reviewed by a program that knows what editors made of it, key by key."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from bamboo import checks
from bamboo.commands import disk
from bamboo.editing.add import Written
from bamboo.editing.add.source import source as card_of
from bamboo.editing.form import plain
from bamboo.editing.review.desk import Desk, Files
from bamboo.editing.review.items import Words
from bamboo.editing.review.session import Session
from bamboo.editing.write import Edited
from bamboo.evidence.coverage import of_source
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.indicator import INDICATORS, Indicator
from bamboo.kinds.library import Library, load
from bamboo.reading import titles

from benchmarks.draft.measure import Real, reals

HALF = 0.5
GO = 4  # keys to get to a field of a file
# What the program copies from the editors' fact; the rest of a proposal stays.
FIELDS = ("kind", "when", "themes", "partners", "terms", "said_by")
BY_HAND = 40  # keys for a quote that is put into a file by hand: open, paste, save


@dataclass
class Played:
    """What was typed and made. `typed` are values of fields, `stated` the keys for statements by files."""

    source: str
    words: int = 0
    keys: int = 0
    stated: int = 0
    edited: int = 0
    """Of the keys, those for the words of statements."""
    by_hand: int = 0
    changed: int = 0
    """Lines of proposals that were changed: statements, titles, fields."""
    facts: int = 0
    merged: int = 0
    set_aside: int = 0
    left: int = 0
    typed: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """Lines that the editor writes or changes, those put in by hand at three each."""
        return self.changed + 3 * (self.by_hand // BY_HAND)

    @property
    def files(self) -> int:
        """Files that the editor opens or names: the card, and those that need a hand."""
        return 1 + self.by_hand // BY_HAND


def played(root: Path, folder: Path, source: str | Path) -> Played:
    """One sitting in a copy of the data in `folder`, for a source as if it were new, or for a new text."""
    for name in ("data", "seeds"):
        shutil.copytree(root / name, folder / name)
    truth: list[Real] = []
    if isinstance(source, Path):
        ident = source.stem
        data = source.read_bytes()
        made = card_of(load(folder), data, source.name)
        assert isinstance(made, Written), made
        (folder / "seeds" / source.name).write_bytes(data)
        (folder / made.file).write_text(made.text, encoding="utf-8")
    else:
        ident = source
        truth = reals(load(root), source)
        forget(folder, source)
    editor = _Editor(folder, ident, truth)
    return editor.play()


def forget(folder: Path, source: str) -> None:
    """Take out of the files what only this source gives, and its quotes from the others."""
    library = load(folder)
    for kind, record, name in ((FACTS, Fact, "evidence"), (INDICATORS, Indicator, "observations")):
        for entry in library.of(kind.name).values():
            path = folder / entry.file
            edited = Edited(entry.file, record, entry.document.text)
            gone = _quotes_of(entry.document.values, name, source)
            for at in reversed(list(gone)):
                if len(at) == 2 and len(edited.values[name]) == 1:
                    path.unlink()
                    break
                edited.drop(at)
            else:
                path.write_text(edited.text, encoding="utf-8")
    for file in _without_overviews(folder, load(folder)):
        file.unlink()
    card = library.sources[source]
    edited = Edited(card.file, type(card.record), card.document.text)
    if "set_aside" in edited.values:
        edited.drop(("set_aside",))
    (folder / card.file).write_text(edited.text, encoding="utf-8")
    for found in checks.orphans.check(load(folder)):
        if found.location.file.split("/")[1] in ("partners", "people", "terms"):
            (folder / found.location.file).unlink()


def _without_overviews(folder: Path, library: Library) -> Iterator[Path]:
    """Takes out the overviews, which may rest on what is gone; the files in which nothing else is."""
    for _, entry in library.entries():
        if not entry.document.values.get("overview"):
            continue
        if len(entry.document.values) == 1:
            yield folder / entry.file
            continue
        edited = Edited(entry.file, type(entry.record), entry.document.text)
        edited.drop(("overview",))
        (folder / entry.file).write_text(edited.text, encoding="utf-8")


def _quotes_of(
    values: dict[str, list[dict[str, object]]], name: str, source: str
) -> Iterator[tuple[str | int, ...]]:
    for at, entry in enumerate(values[name]):
        if name == "evidence" and entry["source"] == source:
            yield name, at
        reports = entry.get("reports")
        if isinstance(reports, list):
            own = [n for n, report in enumerate(reports) if report["source"] == source]
            if len(own) == len(reports):
                yield name, at
            else:
                yield from ((name, at, "reports", n) for n in own)


class _Editor:
    """Answers each question as somebody would who knows what the records are to be."""

    def __init__(self, folder: Path, source: str, truth: list[Real]) -> None:
        self.folder, self.truth = folder, truth
        self.done = Played(source)
        self.used: set[str] = set()
        self.answers: list[str] = []
        self.asked: object = None
        self.lines: dict[str, str] = {}
        desk = Desk(
            lambda words: None,
            self.ask,
            lambda text: None,
            lambda old: load(folder, old),
            self.write,
            self.amend,
        )
        self.session = Session(desk, source, load(folder))

    def play(self) -> Played:
        """Review it all, and see what is left."""
        self.session.run()
        library, done = load(self.folder), self.done
        done.words = of_source(library, done.source).words
        counted = self.session.counted
        done.facts, done.merged, done.set_aside = counted.facts, counted.merged, counted.aside
        done.left = of_source(library, done.source).left
        return done

    def write(self, files: Files) -> Files:
        old = {n: path.read_bytes() if (path := self.folder / n).exists() else None for n in files}
        for name in files:
            for kind, names in (("data/partners/", self.done.partners), ("data/people/", self.done.people)):
                if name.startswith(kind) and old[name] is None:
                    names.append(Path(name).stem)
        disk.write(self.folder, files)
        return old

    def ask(self, words: str) -> str | None:
        """The next key."""
        item = self.session.items[self.session.at]
        if item is not self.asked:
            self.asked, self.answers = item, list(self._answers(item)) if isinstance(item, Words) else [""]
        answer = (
            self.answers.pop(0) if self.answers else ("n" if "n later" in words or "n no" in words else "")
        )
        self.done.keys += len(answer) + 1
        return answer

    def amend(self, words: str, given: str) -> str:
        """A line changed in its place."""
        wanted = self.lines[words]
        keys = amending(given, wanted) + 1
        self.done.keys += keys
        self.done.edited += keys
        return wanted

    def _answers(self, item: Words) -> Iterator[str]:
        if not self.truth:
            yield ""
            return
        real = self._meant(item)
        if real is None:
            yield "n"
            return
        self.used.add(real.entry.file)
        if (self.folder / real.entry.file).exists() or not isinstance(real.entry.record, Fact):
            yield from self._known(item, real)
        elif item.draft is None:
            self.done.by_hand += BY_HAND + len(real.entry.record.claim)
            yield "n"
        else:
            yield from self._changes(item.draft.fact, real.entry.record)
            yield ""
            yield "a!"

    def _known(self, item: Words, real: Real) -> Iterator[str]:
        """The words prove what is recorded: merged where it is shown, else put there by hand."""
        shown = [similar.told.file for similar in item.similar]
        figures = [figure.file for figure in item.figures]
        if real.entry.file in shown:
            yield f"m {shown.index(real.entry.file) + 1}"
            yield "k"
        elif real.entry.file in figures:
            yield f"f {figures.index(real.entry.file) + 1}"
            yield "k"
        else:
            self.done.by_hand += BY_HAND
        yield "n"

    def _changes(self, proposed: Fact, wanted: Fact) -> Iterator[str]:
        """The fields that the editors have otherwise, typed."""
        self.lines = {"claim": wanted.claim, "title": wanted.title or ""}
        if wanted.claim != proposed.claim:
            self.done.stated += GO + amending(proposed.claim, wanted.claim)
            self.done.changed += 1
            yield "c"
        # The title follows the claim.
        title = titles.proposed(wanted.claim) if titles.needed(wanted.claim) else ""
        if wanted.title and wanted.title != title:
            self.done.stated += GO + amending(title, wanted.title)
            self.done.changed += 1
            yield "t"
        own, now = plain(wanted), plain(proposed)
        for name in FIELDS:
            if own.get(name) != now.get(name) and own.get(name):
                self.done.typed.append(own[name] if isinstance(own[name], str) else " ".join(own[name]))
                self.done.changed += 1
                yield f"{name[:2]}: {self._shortest(name, own[name], now.get(name) or [])}"

    def _shortest(self, name: str, wanted: str | list[str], now: str | list[str]) -> str:
        """A value in as few keys as the review takes."""
        known = self.session.known.get(name, ())
        if isinstance(wanted, str) or isinstance(now, str):
            return beginning(str(wanted), known)
        whole = " ".join(beginning(one, known) for one in wanted)
        more = [f"+{beginning(one, known)}" for one in wanted if one not in now]
        less = [f"-{beginning(one, now)}" for one in now if one not in wanted]
        in_order = [one for one in now if one in wanted] == wanted[: len(wanted) - len(more)]
        return min(whole, " ".join([*less, *more]), key=len) if in_order else whole

    def _meant(self, item: Words) -> Real | None:
        near = [real for real in self.truth if real.entry.file not in self.used and _same(real, item)]
        return max(near, key=lambda real: _shared(real, item), default=None)


def beginning(value: str, known: Collection[str]) -> str:
    """The shortest beginning of a value that no other known one has."""
    if value not in known:
        return value
    for length in range(1, len(value)):
        if [one for one in known if one.startswith(value[:length])] == [value]:
            return value[:length]
    return value


def amending(now: str, wanted: str) -> int:
    """Keys to change a line in its place, or to type it new, whichever is less.

    One to go to its beginning, one to go on by a word, one to delete a word; new words letter by letter.
    """
    one, other = now.split(), wanted.split()
    keys = waiting = 1
    for what, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            waiting += end - start
            continue
        keys, waiting = keys + waiting, 0
        keys += end - start + sum(len(word) + 1 for word in other[first:last])
    return min(keys, len(wanted) + 1)


def _shared(real: Real, item: Words) -> int:
    return min(real.span.end, item.span.end) - max(real.span.start, item.span.start)


def _same(real: Real, item: Words) -> bool:
    shorter = min(real.span.end - real.span.start, item.span.end - item.span.start)
    return _shared(real, item) >= HALF * shorter
