"""What the program writes into a data file reads back as it was, also where it looks like a merge."""

from __future__ import annotations

import pytest
from bamboo.data import yamlfile
from bamboo.data.yamltext import folded, scalar
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.sampled_from(["<<<<<<<", "=======", ">>>>>>>", "|||||||", "<<<<<<<<", "trade", "-", "HEAD"])


def read(text: str) -> object:
    document, findings = yamlfile.read(text.encode(), "written.yml")
    assert not findings
    assert document
    return document.values


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
@pytest.mark.parametrize("indent", ["", "    "])
def test_text_that_looks_like_a_merge_is_written_so_that_it_is_none(indent: str, text: str) -> None:
    written = "\n".join(folded("claim", text, indent)) + "\n"
    assert read(written) == {"claim": text}
    assert read(f"{indent}claim: {scalar(text)}\n") == {"claim": text}
