"""A long claim has a title, and the title says nothing that the claim does not say."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks import attribution
from bamboo.data.locations import Finding
from bamboo.evidence.proof import Proof, Wanted, Words
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.library import Entry, Library
from bamboo.reading import codes, days, phrases, titles
from bamboo.reading.mentions import lexicon, plain

RULE = "title"


def check(library: Library) -> Iterator[Finding]:
    """Titles that are missing, too long, or name or count something else than their claim."""
    yield from library.about(RULE, record, FACTS.name)


def record(library: Library, entry: Entry[Fact]) -> Iterator[Finding]:
    """One fact."""
    title, claim = entry.record.title, entry.record.claim
    if title is None:
        # What nobody has confirmed has no words of the editors yet.
        if (
            titles.needed(claim)
            and not entry.record.draft
            and not attribution.found_in(library, entry.record)
        ):
            yield Finding(
                entry.document.location("claim"),
                RULE,
                f"The claim has {len(claim)} characters and no `title`, which one longer than "
                f"{titles.LONGEST} needs.",
                f"Add one above it, such as `title: {proposed}`."
                if (proposed := titles.proposed(claim))
                else "Add one above it that says the same in fewer words.",
                code="missing",
            )
        return
    if len(title) > titles.LONGEST:
        yield Finding(
            entry.document.location("title"),
            RULE,
            f"`title` has {len(title)} characters; expected {titles.LONGEST} at most.",
            f"Shorten it, for example to “{proposed}”."
            if (proposed := titles.proposed(title))
            else "Say the same in fewer words.",
            code="too-long",
            path=("title",),
            value=title,
        )
    elif titles.is_cut(title, titles.bare(claim)):
        yield Finding(
            entry.document.location("title"),
            RULE,
            f"The title stops in the middle of a phrase, at “{title.rpartition(' ')[2]}”.",
            "End it where something is said, or say the same in fewer words.",
            code="cut-off",
            path=("title",),
            value=title,
        )
    for said in dict.fromkeys(_beyond(library, entry, plain(title))):
        yield Finding(
            entry.document.location("title"),
            RULE,
            f"The title says “{said}”; the claim does not.",
            "Say in the title what the claim says, or correct the claim.",
            code="not-in-claim",
            path=("title",),
            value=title,
        )


def _beyond(library: Library, entry: Entry[Fact], title: str) -> Iterator[str]:
    """What a title says and its claim does not: dates, numbers, names, tiers."""
    claim, record = plain(entry.record.claim), entry.record
    proof = Proof((Words(claim),), (days.of_edtf(record.when),))
    for date in days.read(title):
        if not proof.says_date(date):
            yield title[date.start : date.end]
    for figure, words in phrases.read(title):
        found, better = proof.matches(Wanted.of(figure, words))
        if better or figure.qualifier not in [other.qualifier for other in found]:
            yield figure.text
    if said_codes := codes.read(title):
        printed = codes.read(claim)
        yield from (code for code in said_codes if code not in printed)
    names = lexicon(library)
    for finder, listed in (
        (names.partners, {*record.partners}),
        (names.people, {role.person for role in record.people}),
        (names.tiers, {record.relation.tier} if record.relation else set()),
    ):
        if not (mentions := finder.find(title)):
            continue
        said = finder.ids([claim]) | listed
        meant = {mention.start for mention in mentions if mention.ident in said}
        yield from (title[m.start : m.end] for m in mentions if m.start not in meant)
