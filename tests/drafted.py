"""Drafts as they are once somebody has confirmed them, and what the checks say of them then."""

from __future__ import annotations

from bamboo.checks import edges, identity, quotes, references, values
from bamboo.data import shape, yamlfile
from bamboo.editing.draft import listing, writing
from bamboo.editing.draft.suggestions import Suggestions
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Entry, Library


def confirmed(found: Suggestions) -> dict[str, Entry[Fact]]:
    """The drafts as their files would be read, with the line `draft: true` deleted and nothing else done."""
    facts = {}
    for draft in found.drafts:
        text = writing.of_fact(draft.fact, listing.remarks(draft))
        assert text.count("\ndraft: true\n") == 1
        document, findings = yamlfile.read(text.replace("\ndraft: true\n", "\n").encode(), draft.file)
        assert findings == [], text
        assert document is not None
        fact, findings = shape.fit(Fact, document)
        assert findings == [], text
        assert fact is not None
        assert fact.model_copy(update={"draft": True}) == draft.fact
        facts[draft.ident] = Entry(draft.ident, fact, document)
    return facts


def told(bare: Library, found: Suggestions) -> list[str]:
    """What the checks say of confirmed drafts."""
    facts = confirmed(found)
    assert not facts.keys() & bare.facts.keys()
    everything = bare.but(facts={**bare.facts, **facts})
    files = {entry.file for entry in facts.values()}
    return [
        finding.message
        for check in (quotes, edges, references, identity, values)
        for finding in check.check(everything)
        if finding.location.file in files
    ]
