"""The review of one source: asks about each thing in turn, and writes what is decided before the next.

It knows no terminal: what it says, asks, reads and writes goes through `Desk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from bamboo.checks import progress, report
from bamboo.data import dates
from bamboo.data.locations import Finding
from bamboo.data.records import Difference, Passage
from bamboo.editing.add import Written
from bamboo.editing.add.partner import partner
from bamboo.editing.add.person import person
from bamboo.editing.draft import differing
from bamboo.editing.draft.passages import sentences
from bamboo.editing.draft.suggestions import Reader
from bamboo.editing.locate import Found, find, passage_at
from bamboo.editing.name import Refused
from bamboo.editing.review import showing, writing
from bamboo.editing.review.desk import Back, Stop
from bamboo.editing.review.items import Aside, Item, NewName, Words, items, words_at
from bamboo.editing.review.proposal import Known, Proposal, of_file
from bamboo.editing.review.sitting import Sitting
from bamboo.evidence.coverage import of_source
from bamboo.kinds.claims import FACT_KINDS
from bamboo.kinds.person import SPEAKERS
from bamboo.reading import languages


class Session(Sitting):
    """Asks about each item of a source in turn."""

    def run(self) -> None:
        """Ask until everything is decided or the editor goes."""
        self.items = items(self.library, self.source)
        try:
            if self.items:
                self._begin()
            while self.at < len(self.items):
                with suppress(Back):
                    self._one(self.items[self.at])
        except Stop:
            pass
        self._end()

    def _begin(self) -> None:
        entry = self.library.sources[self.source]
        if not entry.record.in_progress and of_source(self.library, self.source).left:
            self._write({self.card: writing.with_status(self.card, self._text(self.card), True)})
            self.desk.say(f"{self.card}: status: in-progress; what is left stops neither check nor build.")
        self.desk.say("Enter takes what is proposed; ? shows all keys; q quits and goes on another time.")

    def _end(self) -> None:
        self.desk.say(f"\n{self.source}: {self.counted.words}.")
        (one,) = progress.of(self.library, self.source)
        self.desk.say(f"{progress.bar(one.counts)}  {one.brief}")
        entry = self.library.sources[self.source]
        if one.names:
            self.desk.say(f"`bamboo check --left {self.source}` lists the names.")
        elif not one.passages and entry.record.in_progress:
            self._write({self.card: writing.with_status(self.card, self._text(self.card), False)})
            self.desk.say(f"{self.card}: no longer in progress. Run `bamboo check`.")

    def _one(self, item: Item) -> None:
        many = f"{self.at + 1} of {len(self.items)}"
        place = f"  {self.seed.file}:{self.seed.line(item.span.start)}" if isinstance(item, Words) else ""
        self.desk.say(f"\n--- {many}{place}  {progress.bar(of_source(self.library, self.source))}")
        if isinstance(item, NewName):
            self._name(item)
        elif isinstance(item, Aside):
            self._aside(item)
        else:
            self._words(item)

    # Names

    def _name(self, item: NewName) -> None:
        stranger = item.stranger
        self.desk.say(showing.of_name(item, stranger.office, stranger.of))
        what = "partner" if stranger.iso else "person"
        answer = self._ask(f"Enter add the {what}, n no record, b back, q quit")
        if answer == "n":
            self._next(later=True)
        elif answer in ("", "a") or answer.startswith(("of ", "of:")):
            of = answer[3:].strip() or stranger.of
            made = (
                partner(self.library, stranger.name)
                if stranger.iso
                else person(self.library, stranger.name, of)
            )
            if isinstance(made, Written) and not stranger.iso and not of:
                self._say("For whom does the person act? Type `of vietnam`, or `of` and a partner's id.")
            elif isinstance(made, Refused):
                self._say(*made.lines)
            else:
                self._decide({made.file: _filled(made.text)}, f"Written: {made.file}")
                self.counted.names += 1
        else:
            self._unknown(answer)

    # Words that are no part of the text

    def _aside(self, item: Aside) -> None:
        self.desk.say(showing.of_aside(self.seed, item, self.desk.width))
        answer = self._ask("Enter set all aside, 1 3 all but these, n later, b back, q quit")
        if answer == "n":
            self._next(later=True)
        elif not answer or all(word.isdecimal() for word in answer.split()):
            kept = {int(word) for word in answer.split()}
            numbered = list(enumerate(item.pieces, 1))
            if wrong := kept - {number for number, _ in numbered}:
                self._say(f"There is no number {min(wrong)}.")
                return
            passages = [(piece.reason, words) for number, (piece, words) in numbered if number not in kept]
            reader = Reader(self.library, self.source)
            texts = [
                words_at(self.library, reader, piece.span)
                for number, (piece, _) in numbered
                if number in kept
            ]
            rest = sorted(
                [*(one for one in self.items[self.at + 1 :] if isinstance(one, Words)), *texts],
                key=lambda one: one.span.start,
            )
            if passages:
                text = writing.set_aside(self.card, self._text(self.card), passages)
                self._decide({self.card: text}, f"Changed: {self.card}", [*self.items[: self.at + 1], *rest])
                self.counted.aside += len(passages)
            else:
                self.items[self.at + 1 :] = rest
                self._next()
        else:
            self._unknown(answer)

    # Passages

    def _words(self, item: Words) -> None:
        proposal = Proposal.of(item.draft) if item.draft else None
        shown = False
        self.desk.say(showing.of_words(self.seed, item, proposal, self.desk.width))
        if proposal and self._foreign:
            self._say(f"The text is in {self._foreign}: type tr: and these words in English.")
        while True:
            if shown and proposal:
                self.desk.say(showing.of_change(proposal, self.desk.width))
            shown = False
            answer = self._ask(self._keys(item, proposal, bool(self._foreign)))
            key, _, rest = answer.partition(" ")
            if not answer:
                key, rest = ("m", "1") if item.told else ("a", "") if proposal else ("n", "")
            if key in ("a", "a!") and proposal and not rest:
                if self._accept(proposal, anyway=key == "a!"):
                    return
            elif key == "m" and item.quote:
                if self._merge(item, rest or "1"):
                    return
            elif key == "f" and item.figures:
                if self._figure(item, rest or "1"):
                    return
            elif key == "s" and item.quote:
                if self._set_aside(item, rest):
                    return
            elif key == "n":
                self._next(later=True)
                return
            elif key == "x" and proposal:
                if passage := self._context(item, rest):
                    proposal, shown = proposal.with_context(passage), True
            elif answer in ("c", "t") and proposal:
                proposal, shown = self._amended(proposal, "claim" if key == "c" else "title"), True
            elif key == "e" and proposal and not rest:
                proposal, shown = self._edited(proposal), True
            elif answer.startswith("tr:") and proposal and answer[3:].strip():
                proposal, item = self._translated(proposal, item, answer[3:].strip())
            elif answer.startswith("w") and ":" in answer and proposal is None:
                if redated := self._dated(item, answer.partition(":")[2].strip()):
                    self.items[self.at] = redated
                    return
            elif ":" in answer and proposal:
                changed = proposal.changed(answer, self.known)
                if isinstance(changed, Refused):
                    self._say(*changed.lines)
                else:
                    proposal, shown = changed.completed(self.library), True
            else:
                self._unknown(answer)

    def _translated(self, proposal: Proposal, item: Words, words: str) -> tuple[Proposal, Words]:
        """Both with the quote in English, which is what recorded claims are like."""
        proposal = proposal.translated(words, self.library).completed(self.library)
        item = item.translated(self.library, words, str(proposal.values["when"]))
        self.desk.say(showing.of_words(self.seed, item, proposal, self.desk.width))
        return proposal, item

    @staticmethod
    def _keys(item: Words, proposal: Proposal | None, foreign: bool) -> str:
        if item.told:
            keys = ["Enter merge into m 1", *(["a a fact of its own"] if proposal else [])]
        else:
            keys = ["Enter accept"] if proposal else ["Enter later"]
        keys += ["tr: TRANSLATION"] if proposal and foreign else []
        keys += ["FIELD: VALUE", "e edit", "x context"] if proposal else []
        keys += ["m merge"] if item.similar and not item.told else []
        keys += ["f figure"] if item.figures else []
        return ", ".join([*keys, "s set aside", "n later", "b back", "q quit"])

    @property
    def _foreign(self) -> str:
        """The name of the text's language, where that is not English."""
        lang = self.library.sources[self.source].record.language
        return "" if lang.partition("-")[0] == languages.ENGLISH else languages.name(lang)

    def _accept(self, proposal: Proposal, anyway: bool) -> bool:
        found = proposal.findings(self.library)
        if found and not (anyway and all(finding.rule != "shape" for finding in found)):
            self._found(found)
            return False
        self._decide({proposal.file: proposal.text}, f"Written: {proposal.file}")
        self.counted.facts += 1
        return True

    def _found(self, found: Sequence[Finding]) -> None:
        self._say("Not written yet: the check would find this.", report.text(found).rpartition("\n\n")[0])
        self._say("Change a field (claim: …), edit with e, or write it all the same with a!")

    def _merge(self, item: Words, which: str) -> bool:
        if not which.isdecimal() or not 1 <= int(which) <= len(item.similar):
            known = f"1 to {len(item.similar)}" if item.similar else "none: nothing similar is recorded"
            self._say(f"Into which? The numbers are {known}.")
            return False
        similar = item.similar[int(which) - 1]
        told = similar.told
        if told.period:
            number = next((n for n, one in enumerate(item.figures, 1) if one.indicator == told.ident), None)
            if number is None:
                self._say(f"{told.file} is a figure: add the value there by hand, under {told.period}.")
                return False
            return self._figure(item, str(number))
        assert item.quote is not None
        differs: list[Difference] = []
        if similar.when and item.draft:
            fact = self.library.facts[told.ident].record
            differs = self._differing(
                differing.of_time(self.library, fact, self.source, item.draft.fact.when)
            )
        return self._added(
            told.file, writing.with_quote(told.file, self._text(told.file), item.quote, differs)
        )

    def _figure(self, item: Words, which: str) -> bool:
        if not which.isdecimal() or not 1 <= int(which) <= len(item.figures):
            self._say(f"Of which? The numbers are 1 to {len(item.figures)}.")
            return False
        figure = item.figures[int(which) - 1]
        assert item.quote is not None
        file = figure.file
        found = differing.of_report(
            self.library, figure.indicator, figure.period, self.source, figure.value, figure.qualifier
        )
        differs = self._differing(found)
        text = writing.with_report(self.library, file, self._text(file), item.quote, figure, differs)
        return self._added(file, text)

    def _differing(self, found: Sequence[Difference]) -> list[Difference]:
        """The same, each with the note that the editor takes or types."""
        taken = []
        for one in found:
            self._say(f"The texts differ. differs: {one.kind}, “{one.note}”")
            typed = self._ask("Enter take this note, or type another one; b back")
            taken.append(Difference(kind=one.kind, note=typed) if typed else one)
        return taken

    def _added(self, file: str, text: str) -> bool:
        """A file with an entry more is written; where the check then finds something, the editor chooses."""
        before = {finding.message for finding in of_file(self.library, file)}
        self._decide({file: text}, f"Changed: {file}")
        self.counted.merged += 1
        found = [finding for finding in of_file(self.library, file) if finding.message not in before]
        if not found:
            return True
        self._say("The check finds this now:", report.text(found).rpartition("\n\n")[0])
        if self._ask("Enter take it back, k keep it and fix the file later") == "k":
            return True
        self._back()
        return False

    def _set_aside(self, item: Words, typed: str) -> bool:
        assert item.quote is not None
        typed = typed or self._ask(f"Why? {', '.join(showing.REASONS)} (the first letter is enough)")
        reason = next((one for one in showing.REASONS if typed and one.startswith(typed)), None)
        if reason is None:
            self._say(f"A reason is one of: {', '.join(showing.REASONS)}.")
            return False
        words = item.quote.model_dump(exclude={"source", "context"}, exclude_none=True)
        passage = Passage.model_validate(words)
        text = writing.set_aside(self.card, self._text(self.card), [(reason, passage)])
        rest = [
            one for one in self.items[self.at + 1 :] if not (isinstance(one, Words) and one.span == item.span)
        ]
        self._decide({self.card: text}, f"Set aside as {reason}.", [*self.items[: self.at + 1], *rest])
        self.counted.aside += 1
        return True

    def _context(self, item: Words, typed: str) -> Passage | None:
        """The words typed, or else the sentence before the passage, as the text has them."""
        if typed:
            found = find(self.seed, typed)
            if isinstance(found, Found):
                return found.passage
            self._say("These words are not in the text, or at several places: copy more of them.")
            return None
        before = [span for span in sentences(self.seed.text, 0, item.span.start) if span.end > span.start]
        passage = passage_at(self.seed, before[-1]) if before else None
        if passage is None:
            self._say("There is no sentence before it: type x and the words.")
        return passage

    def _amended(self, proposal: Proposal, field: str) -> Proposal:
        """The proposal with its claim or title as changed in its line."""
        now = str(proposal.values.get(field) or "")
        typed = self.desk.amend(field, now)
        if typed is None:
            raise Stop
        changed = proposal.changed(f"{field}: {typed}") if typed.strip() not in ("", now) else proposal
        assert isinstance(changed, Proposal)
        return changed.completed(self.library)

    @property
    def known(self) -> Known:
        """What the fields can have whose values an editor need not type whole."""
        library = self.library
        return {
            "kind": FACT_KINDS,
            "themes": library.themes,
            "partners": library.partners,
            "terms": library.terms,
            "said_by": [ident for kind in SPEAKERS for ident in library.of(kind)],
        }

    def _edited(self, proposal: Proposal) -> Proposal:
        """The proposal after the editor's program, or after it was asked field by field."""
        text = self.desk.edit(proposal.text)
        if text is not None:
            read = proposal.edited(text)
            if isinstance(read, Proposal):
                return read
            self._say("As edited it cannot be read; nothing is changed.", report.text(read))
            return proposal
        for name in ("claim", "title", "kind", "when", "themes"):
            typed = self._ask(f"{name} [{showing.short(proposal.values.get(name, ''))}]", plain=True)
            if typed:
                changed = proposal.changed(f"{name}: {typed}")
                assert isinstance(changed, Proposal)
                proposal = changed
        return proposal

    def _dated(self, item: Words, when: str) -> Words | None:
        try:
            dates.bounds(when)
        except ValueError as error:
            self._say(f"`{when}` is no date; expected {error}.")
            return None
        found = words_at(self.library, Reader(self.library, self.source), item.span, when)
        if found.draft is None:
            self._say("Nothing can be drafted of these words: use `bamboo add fact`.")
            return None
        return found


def _filled(text: str) -> str:
    """A new record's file without what may be filled in another time."""
    lines = (line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return "".join(line for line in lines if not line.endswith(": []\n"))
