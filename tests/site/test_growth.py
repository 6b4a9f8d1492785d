"""No page, count or list is written by hand: new data needs no change of code or template."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import project
from bamboo.build import Site, build
from every import Every
from labels import label_of

SEED = (
    "The Foreign Review, March 2026\n\n"
    "In 2026, Vietnam established relations of comprehensive partnership with Fiji.\n"
)

NEW = {
    "seeds/foreign-review-2026.txt": SEED,
    "data/sources/foreign-review-2026.yml": (
        "title: The Foreign Review, March 2026\nshort_name: Foreign Review\nlanguage: en\n"
        "seed: foreign-review-2026.txt\n"
        f"sha256: {hashlib.sha256(SEED.encode()).hexdigest()}\nabout: 2026\n"
        "set_aside: [{reason: heading, quote: 'The Foreign Review, March 2026'}]\n"
    ),
    "data/partners/fiji.yml": "name: Fiji\nkind: country\niso: FJ\n",
    "data/facts/2026/fiji-comprehensive-partnership.yml": (
        "title: Comprehensive partnership with Fiji\n"
        "claim: Vietnam and Fiji established a comprehensive partnership in 2026.\n"
        "kind: relation\nwhen: 2026\nthemes: [partnerships]\npartners: [fiji]\n"
        "relation: {partner: fiji, tier: comprehensive-partnership, change: established}\n"
        "evidence:\n  - source: foreign-review-2026\n    quote: In 2026, Vietnam established relations of"
        " comprehensive partnership with Fiji.\n"
    ),
}


def test_a_source_a_partner_and_a_year_more(tmp_path: Path, every: Every) -> None:
    folder = project.copy_of_the_data(tmp_path)
    before = texts(build(folder))
    project.change(folder, {"add": NEW})
    after = build(folder)
    assert after.findings == ()
    made = texts(after)
    new = set(made) - set(before)
    copies = {name for name in new if name.endswith(".html.md")}
    assert copies == {name.removesuffix(".md") + ".html.md" for name in new - copies if name.endswith(".md")}
    # Which pairs have a ready page follows from how much is said of each.
    paired = {name for name in new if name.startswith("compare/")}
    assert new - copies - paired == {
        "facts/2026/fiji-comprehensive-partnership.md",
        "partners/fiji.md",
        "sources/foreign-review-2026.md",
        "years/2026.md",
        # What readers take away of a subject.
        *(f"{subject}.{ending}" for subject in ("partners/fiji", "years/2026") for ending in ("csv", "ris")),
        *(name for name in made if name.startswith("collect/") and name not in before),
        # The words of the new text for the search.
        *(name for name in made if name.startswith("search/text") and name not in before),
    }
    for listing, name in {
        "index.md": "2026.html",
        "partners/index.md": "fiji.html",
        "years/index.md": "2026.html",
        "sources/index.md": "foreign-review-2026.html",
        "a-z/f.md": "fiji.html",
        "facts/index.md": "fiji-comprehensive-partnership.html",
        "themes/partnerships.md": "fiji-comprehensive-partnership.html",
        "terms/comprehensive-partnership.md": "fiji.html",
        "years/2025.md": "2026.html",
    }.items():
        with every.test(label_of(listing, name)):
            assert name in made[listing], listing
            assert name not in before[listing], listing
    number = len(json.loads(made["data/v1/partners.json"]))
    assert f"{number} partners" in made["partners/index.md"]
    assert f"{number - 1} partners" in before["partners/index.md"]


def test_a_changed_fact_changes_its_pages(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    old, new = "the first of its kind", "the first in the city"
    project.change(folder, {"replace": {"data/facts/2024/forum-held.yml": [[old, new]]}})
    made = texts(build(folder))
    assert ">Hanoi hosted a forum on 2 May 2024, the first in the city</a>" in made["years/2024.md"]
    assert not any(old in text for text in made.values())


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    assert build(folder) == build(folder)


def test_a_text_that_may_not_be_shown_whole_shows_its_passages_only(tmp_path: Path, every: Every) -> None:
    folder = project.base(tmp_path)
    before = "Nobody is told of this " * 12
    after = "nor is anybody told of that " * 12
    seed = folder / "seeds" / "small-review.txt"
    seed.write_text(f"{before}\n{seed.read_text(encoding='utf-8')}{after}", encoding="utf-8")
    card = folder / "data" / "sources" / "small-review.yml"
    digest = hashlib.sha256(seed.read_bytes()).hexdigest()
    lines = [line for line in card.read_text(encoding="utf-8").splitlines() if "sha256" not in line]
    lines = [f"sha256: {digest}", "display: cited", *lines]
    lines += [f"  - {{reason: navigation, quote: {hidden.strip()}}}" for hidden in (before, after)]
    card.write_text("\n".join(lines), encoding="utf-8")
    site = build(folder)
    assert site.findings == ()
    page = re.sub(r"<[^>]+>", "", texts(site)["sources/small-review.md"])
    assert "Hanoi hosted a forum on May 2, 2024." in page
    for name, text in texts(site).items():
        with every.test(label_of(name, text)):
            assert "Nobody is told of this " * 4 not in text, name
            assert "nor is anybody told of that " * 4 not in text, name
    assert page.count("Nobody is told") < 6
    assert page.count("nor is anybody") < 6
    assert "[…]" in page


def texts(site: Site) -> dict[str, str]:
    files = {file.address: file.content.decode("utf-8", "replace") for file in site.files}
    return {page.path: page.text for page in site.pages} | files
