"""One sitting of a review: what is decided and can be undone, its files, and the talk with the editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bamboo.data.seed import Seed
from bamboo.editing.review import showing
from bamboo.editing.review.desk import Back, Counted, Desk, Files, Stop
from bamboo.editing.review.items import Item, NewName, items
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Library


@dataclass
class Sitting:
    """`undo` holds what files were before each decision, and which item it was about."""

    desk: Desk
    source: str
    library: Library
    items: list[Item] = field(default_factory=list)
    at: int = 0
    undo: list[tuple[int, Files, list[Item], Counted]] = field(default_factory=list)
    counted: Counted = field(default_factory=Counted)

    @property
    def seed(self) -> Seed:
        """The source's text."""
        seed = seed_of(self.library, self.source)
        assert seed is not None
        return seed

    @property
    def card(self) -> str:
        """The file of the source's card."""
        return self.library.sources[self.source].file

    def _decide(self, texts: Mapping[str, str], said: str, after: list[Item] | None = None) -> None:
        before = self.items
        old = self._write(texts)
        self.undo.append((self.at, old, before, replace(self.counted)))
        self.desk.say(said)
        if after is not None:
            self.items = after
        self._next()

    def _write(self, texts: Mapping[str, str]) -> Files:
        old = self.desk.write({file: text.encode("utf-8") for file, text in texts.items()})
        self.library = self.desk.load(self.library)
        return old

    def _next(self, later: bool = False) -> None:
        if later:
            self.undo.append((self.at, {}, self.items, replace(self.counted)))
            self.counted.later += 1
        named = isinstance(self.items[self.at], NewName)
        self.at += 1
        if named and not (self.at < len(self.items) and isinstance(self.items[self.at], NewName)):
            # Drafts know the new names now.
            fresh = [one for one in items(self.library, self.source) if not isinstance(one, NewName)]
            self.items = [*self.items[: self.at], *fresh]

    def _back(self) -> None:
        if not self.undo:
            self._say("This is the first.")
            return
        self.at, old, self.items, self.counted = self.undo.pop()
        if old:
            self.desk.write(old)
            self.library = self.desk.load(self.library)

    def _text(self, file: str) -> str:
        known = next(entry for _, entry in self.library.entries() if entry.file == file)
        return known.document.text

    def _ask(self, keys: str, plain: bool = False) -> str:
        answer = self.desk.ask(f"{keys} > ")
        if answer is None:
            raise Stop
        answer = answer.strip()
        if plain:
            return answer
        if answer == "q":
            raise Stop
        if answer == "b":
            self._back()
            raise Back
        if answer == "?":
            self.desk.say(showing.help_lines())
            return self._ask(keys)
        return answer

    def _say(self, *lines: str) -> None:
        self.desk.say("\n".join(lines))

    def _unknown(self, answer: str) -> None:
        self._say(f"`{answer}` is none of the keys; ? shows them.")
