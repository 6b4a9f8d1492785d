"""A few pages before all is built, as a preview shows them; and builds that end when nobody needs them."""

from __future__ import annotations

import project
import pytest
from bamboo import build, exports
from bamboo.site.making import Memory


def test_some_pages_are_those_of_the_whole_build_also_of_a_page_that_is_new() -> None:
    memory = Memory()
    whole = {page.address: page for page in build.build(project.SAMPLE, memory=memory).pages}
    records = [address for address in whole if address.partition("/")[0] in ("facts", "partners", "years")]
    assert len(records) > 10
    for asked in (records, records[:1], [*records[:2], "facts/2024/no-such-fact.html"]):
        made = build.some(project.SAMPLE, "", memory, None, asked)
        assert {page.address: page.text for page in made.pages} == {
            address: whole[address].text for address in asked if address in whole
        }
    del memory.pages[records[0]]
    made = build.some(project.SAMPLE, "", memory, None, records[:2])
    assert {page.address for page in made.pages} == {*records[:2]}


def test_a_build_that_nobody_needs_ends_between_two_public_files() -> None:
    asked = []

    def goes_on() -> None:
        asked.append(True)
        if len(asked) == 4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build.begin(project.SAMPLE, memory=Memory(goes_on=goes_on))
    assert len(asked) == 4 < len(exports.FORMATS)
