"""Hidden characters are found whatever is beside them."""

from __future__ import annotations

import sys

from bamboo.data.locations import HIDDEN, hidden


def test_every_hidden_character_is_found_in_a_text() -> None:
    for letter in HIDDEN.findall("".join(map(chr, range(sys.maxunicode + 1)))):
        assert hidden(f"a\n{letter}b"), hex(ord(letter))
