"""A quote is found exactly, at one place, and its offsets lead back to the very words."""

from __future__ import annotations

import re
import unicodedata

from bamboo.data.records import Passage
from bamboo.data.seed import Seed, fold, fold_text
from bamboo.evidence.locate import Miss, Span, locate
from every import Every
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from labels import label_of

# Letters that compose and decompose, marks, quotation marks, digits, and white space of several kinds.
LETTERS = "abcABC áàạăâđêôơưỹ ế ọ ŕ \u0301\u0323 ‘’“”\"' –—- 0123 .,$%\u00a0\u2009\u3000\n\t 각각 Ω Å"
TEXTS = st.text(alphabet=LETTERS, min_size=1, max_size=80)


def seed(text: str) -> Seed:
    return Seed.of(text.encode("utf-8"), "seeds/x.txt")


@given(TEXTS, st.data())
@settings(max_examples=300)
def test_any_whole_words_that_stand_once_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    words = list(re.finditer(r"\S+", text))
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first].start(), words[last].end()
    found = locate(seed(text), Passage(quote=text[start:end]))
    if fold_text(text).count(fold_text(text[start:end])) == 1:
        assert isinstance(found, Span)
        assert fold_text(text[found.start : found.end]) == fold_text(text[start:end])
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()


@given(TEXTS, TEXTS)
def test_what_is_found_reads_as_the_quote(text: str, quote: str) -> None:
    found = locate(seed(text), Passage(quote=quote))
    if isinstance(found, Span):
        assert fold_text(text[found.start : found.end]) == fold_text(quote)
    else:
        assert isinstance(found, Miss)


@given(TEXTS)
@example("\n\u0301a\u0301")  # a mark that stands on white space
def test_folding_agrees_with_the_library_and_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    # NFC of the whole, white space as one: computed the short way.
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))
    assert folded.text == plain
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)


def test_marks_on_white_space_keep_their_place() -> None:
    assert locate(seed(" \u0301\u0323"), Passage(quote="\u0301\u0323")) == Span(1, 3)


def test_decomposed_letters_and_no_break_spaces_count_as_the_same() -> None:
    text = "Ông Phạm Minh\u00a0Chính nói"
    decomposed = unicodedata.normalize("NFD", "Phạm Minh Chính")
    found = locate(seed(text), Passage(quote=decomposed))
    assert found == Span(text.index("Phạm"), text.index(" nói"))


def test_a_decomposed_seed_keeps_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "Ông Phạm Minh Chính nói")
    found = locate(seed(text), Passage(quote="Minh Chính"))
    assert isinstance(found, Span)
    assert text[found.start : found.end] == unicodedata.normalize("NFD", "Minh Chính")


def test_nothing_else_is_forgiven(every: Every) -> None:
    text = "a 5% rise to US$8 billion, he said: “yes”"
    for quote in (
        "A 5% rise",
        "a 5 rise",
        "a -5% rise",
        "US8 billion",
        'said: "yes"',
        "billion he said",
        "a 5% ris",
    ):
        with every.test(label_of(quote)):
            assert isinstance(locate(seed(text), Passage(quote=quote)), Miss), quote
    assert isinstance(locate(seed(text), Passage(quote="a 5%  rise\nto")), Span)


def test_prefix_and_suffix_tell_places_apart() -> None:
    text = "the forum opened. The forum closed."
    assert isinstance(locate(seed(text), Passage(quote="forum")), Miss)
    assert locate(seed(text), Passage(quote="forum", prefix="the")) == Span(4, 9)
    assert locate(seed(text), Passage(quote="forum", suffix="closed")) == Span(22, 27)
    both = locate(seed(text), Passage(quote="forum", prefix="the", suffix="closed"))
    assert isinstance(both, Miss)
    assert both.reason == "absent"
