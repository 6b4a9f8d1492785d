"""All that follows when a record gets another place: references, data/moved.yml, hand-written pages, seed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from bamboo import checks, kinds
from bamboo.data import shape, yamlfile
from bamboo.data.locations import Finding, in_order
from bamboo.data.records import Record, references
from bamboo.editing.name import Place, Refused
from bamboo.editing.outline import Path
from bamboo.editing.write import Edited, UnprovenError, piece
from bamboo.graph import addresses
from bamboo.kinds import moved as moves
from bamboo.kinds.known import Known
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.moved import Moves

Texts = Mapping[str, str]  # every data file and hand-written page, by its path from the root
_FENCED = re.compile(r"(^```.*?^```)", re.MULTILINE | re.DOTALL)


@dataclass
class Plan:
    """The files as they are to be. `moved` says which file becomes which; `notes` what an editor should know.

    A seed is moved and never edited, so its text is not here.
    """

    old: Place
    new: Place
    texts: Texts
    edited: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def text(self, file: str) -> str:
        """A file as it is to be."""
        return self.edited.get(file, self.texts[file])


def unseen(library: Library, texts: Texts, old: Place) -> Refused | None:
    """Files that cannot be read and that may name the record: what they say of it could not follow."""
    read = {entry.file for _, entry in library.entries()} | ({moves.FILE} if library.moves else set())
    word = re.compile(rf"(?<![\w-]){old.ident}(?![\w-])")
    files = [
        name for name in texts if name.endswith(".yml") and name not in read and word.search(texts[name])
    ]
    if not files:
        return None
    return Refused((f"{files[0]} names `{old.ident}` and cannot be read: run `bamboo check` first.",))


def references_follow(library: Library, plan: Plan) -> None:
    """Every reference to the old id becomes one to the new; a list names nothing twice, no record itself."""
    old, new = plan.old, plan.new
    if old.ident == new.ident:
        return
    for _, entry in library.entries():
        if entry.file in plan.gone:
            continue
        paths = [path for path, ref, target in references(entry.record) if _is(ref.kinds, target, old)]
        if not paths:
            continue
        own = Place.at(_kind(entry.file), entry)
        edited = Edited(entry.file, kinds.BY_NAME[own.kind].record, plan.text(entry.file))
        for path in paths:
            edited.put(path, new.ident)
        for path in _needless(_record(edited), new, itself=own.path == new.path):
            edited.drop(path)
        plan.edited[entry.file] = edited.text


def _is(those: tuple[str, ...], target: str, place: Place) -> bool:
    return target == place.ident and place.kind in those


def _record(edited: Edited) -> Record:
    document, _ = yamlfile.read(edited.text.encode("utf-8"), edited.file)
    record = shape.fit(edited.kind, document)[0] if document else None
    if record is None:
        raise UnprovenError(f"{edited.file} would be no record any more.")
    return record


def _needless(record: Record, new: Place, itself: bool) -> list[Path]:
    """What a record names twice now, or names as itself; the last first, so that paths stay true."""
    named = [path for path, ref, target in references(record) if _is(ref.kinds, target, new)]
    if itself:
        return sorted(named, key=str, reverse=True)
    needless = [
        path
        for path in named
        if isinstance(path[-1], int) and path[:-1] in {p[:-1] for p in named[: named.index(path)]}
    ]
    roles = [(path[:2], record.people[path[1]].as_) for path in named if path[0] == "people"]  # type: ignore[attr-defined]
    for number, (path, role) in enumerate(roles):
        others = roles[:number] if role else roles[:number] + roles[number + 1 :]
        if any(role == other or (not role and other) for _, other in others):
            needless.append(path)
    return sorted(needless, key=str, reverse=True)


def _kind(file: str) -> str:
    """The kind of record that a data file holds, by its folder."""
    return PurePosixPath(file).parts[1].removesuffix(".yml")


def moved_follows(library: Library, plan: Plan, *, renamed: bool) -> Refused | None:
    """data/moved.yml leads from the old place to the new, and whatever led to the old one leads there too.

    `renamed` says that the new place is the old record under another name.
    """
    old, new = plan.old.path, plan.new.path
    text = plan.texts.get(moves.FILE)
    if text is None or library.moves is None:
        mark = "    renamed: true\n" if renamed else ""
        plan.edited[moves.FILE] = f"moved:\n  - from: {old}\n    to: {new}\n{mark}"
        return None
    record = library.moves[0]
    if any(gone.was == new for gone in record.removed):
        return Refused((f"{new} was removed, and {moves.FILE} says why. Choose another id.",))
    if any(move.from_ == new and move.to != old for move in record.moved):
        return Refused((f"The address {new} leads elsewhere by {moves.FILE}. Choose another id.",))
    edited = Edited(moves.FILE, Moves, text)
    back = any(move.from_ == new for move in record.moved)  # it has its first name again
    added = {"from": old, "to": new, **({"renamed": "true"} if renamed and not back else {})}
    edited.append("moved", [piece(added)])
    for index, move in enumerate(record.moved):
        if move.to == old:
            edited.put(("moved", index, "to"), new)
            if move.renamed and not renamed:  # the other record has a first name of its own
                edited.drop(("moved", index, "renamed"))
    for index, gone in enumerate(record.removed):
        for at, see in enumerate(gone.see):
            if see == old:
                edited.put(("removed", index, "see", at), new)
    for index in reversed(range(len(record.moved))):
        if record.moved[index].from_ == new:  # a record of this name is there again
            edited.drop(("moved", index))
    plan.edited[moves.FILE] = edited.text
    return None


def pages_follow(plan: Plan) -> None:
    """Addresses in hand-written pages. A code block shows what commands printed, and stays."""
    swaps = []
    for suffix in (".html", ".md"):
        pair = [
            addresses.of_record(place.path).removesuffix(".html") + suffix for place in (plan.old, plan.new)
        ]
        swaps.append((pair[0], pair[1]))
    swaps.append((plan.old.file, plan.new.file))
    for name, text in plan.texts.items():
        if not name.endswith(".md"):
            continue
        parts = _FENCED.split(text)
        for old, new in swaps:
            pattern = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
            parts = [part if part.startswith("```") else pattern.sub(new, part) for part in parts]
        if (changed := "".join(parts)) != text:
            plan.edited[name] = changed


def findings(library: Library, plan: Plan) -> list[Finding]:
    """What the check would find after it and does not find now."""
    before = {_told(plan, finding) for finding in _all(library)}
    after = _all(changed(library, plan))
    return [
        finding for finding in after if (finding.rule, finding.location.file, finding.message) not in before
    ]


def _told(plan: Plan, finding: Finding) -> tuple[str, str, str]:
    file = plan.moved.get(finding.location.file, finding.location.file)
    return finding.rule, file, finding.message.replace(plan.old.ident, plan.new.ident)


def _all(library: Library) -> list[Finding]:
    every = (*checks.CHECKS, *checks.READING, *checks.SENSE, *checks.LAST)
    return in_order([*library.findings, *(finding for check in every for finding in check(library))])


def changed(library: Library, plan: Plan) -> Library:
    """The library as it is to be, read from the planned files."""
    records = {kind: dict(entries) for kind, entries in library.records.items()}
    found: list[Finding] = [f for f in library.findings if f.location.file not in plan.edited]
    moved = library.moves
    if plan.old.path != plan.new.path:
        records[plan.old.kind].pop(plan.old.ident)
    for file, text in plan.edited.items():
        document, said = yamlfile.read(text.encode("utf-8"), file) if file.endswith(".yml") else (None, [])
        found += said
        if document is None:
            continue
        if file == moves.FILE:
            record, said = shape.fit(Moves, document)
            moved = (record, document) if record else None
        else:
            kind, ident = _kind(file), PurePosixPath(file).stem
            fitted, said = shape.fit(kinds.BY_NAME[kind].record, document)
            if fitted is not None:
                records[kind][ident] = Entry(ident, fitted, document)
        found += said
    seeds = {
        PurePosixPath(new).name: replace(seed, file=new)
        for name, seed in library.seeds.items()
        if (new := plan.moved.get(f"seeds/{name}", f"seeds/{name}")) not in plan.gone
    }
    return replace(
        library,
        # Nothing known of records rests on others than these: ids have changed.
        known=Known(),
        records={kind: dict(sorted(entries.items())) for kind, entries in records.items()},
        seeds=dict(sorted(seeds.items())),
        moves=moved,
        findings=tuple(found),
    )
