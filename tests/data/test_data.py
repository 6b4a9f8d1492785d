"""The repository's own data, held against the seeds by means that are not the program's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import project
import yaml
from bamboo import checks
from bamboo.kinds.library import load
from every import Every
from labels import label_of

DATA = project.ROOT / "data"
SEEDS = {
    path.stem: re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    for path in (project.ROOT / "seeds").glob("*.txt")
}


def test_the_checks_find_nothing() -> None:
    assert checks.run(load(project.ROOT)) == []


def claims() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each claim's file and its quotes, read with the plain YAML library."""
    for path in sorted((DATA / "facts").rglob("*.yml")):
        yield path.name, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["evidence"]
    for path in sorted((DATA / "indicators").glob("*.yml")):
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for observation in record["observations"]:
            yield path.name, observation["reports"]


def test_every_quote_is_an_exact_passage_of_its_seed(every: Every) -> None:
    quotes = 0
    for name, evidence in claims():
        with every.test(label_of(name, evidence)):
            assert evidence, name
            for row in evidence:
                text = SEEDS[row["source"]]
                for passage in [row, *row.get("context", [])]:
                    quote = re.sub(r"\s+", " ", passage["quote"])
                    assert quote in text, f"{name}: {quote}"
                    quotes += 1
    assert quotes > 300


def test_what_a_source_leaves_out_is_said_once(every: Every) -> None:
    """Its page lists under "Not stated" what its card leaves empty; its note does not say so again."""
    for ident, card in load(project.ROOT).sources.items():
        with every.test(ident):
            assert not re.search(
                r"\b(?:no|without an?|neither) (?:title|publisher|author|date)\b", card.record.note or ""
            )


def test_the_seeds_are_as_they_were_received(every: Every) -> None:
    """Byte for byte: their checksums stand on their cards, and here a second time."""
    received = {
        "wvr-2024-highlights": "0576a8528259f493cbea3965eb579a62f0837dec4217c9dbe9fa39da1e980011",
        "fm-son-2024-review": "c94874ec30078c312d8c267f597b9328f8508aee37225c89fa1c9b49569bcc53",
        "hanoi-times-2025-01-09": "ee70fb591f61511de756ee3f77c98a80683cf0dd452772125ec895de08b556b3",
        "vbf-2024-01-30": "6145198e4cd0841aea7f1f162c66ab5ec697261b91e5448cc23ca4ba0e602dea",
        "wvr-2024-h1": "39e1c199154da2432d6158bf27e91d63c7fe44d6e9a9c97ca86e1c739ae49f69",
    }
    for source, digest in received.items():
        with every.test(label_of(source, digest)):
            assert (
                hashlib.sha256((project.ROOT / "seeds" / f"{source}.txt").read_bytes()).hexdigest() == digest
            )


def test_cards_hold_only_what_the_texts_state(every: Every) -> None:
    cards = load(project.ROOT).sources
    review = cards["fm-son-2024-review"].record
    assert (review.title, review.published, review.publisher, review.authors) == (None, None, None, [])
    assert cards["vbf-2024-01-30"].record.authors == ["Quynh Chi"]
    assert cards["wvr-2024-h1"].record.translator == "Trang Linh"
    assert cards["wvr-2024-h1"].record.authors == []
    for ident, entry in cards.items():
        record = entry.record
        for stated in (record.title, record.publisher, record.translator, *record.authors):
            with every.test(label_of(stated)):
                assert stated is None or stated in SEEDS[ident], (ident, stated)


def test_nothing_is_claimed_from_memory() -> None:
    """What is true in the world and in no seed: the tier of relations with the Republic of Korea."""
    library = load(project.ROOT)
    tiers = {fact.record.relation.partner for fact in library.facts.values() if fact.record.relation}
    assert "republic-of-korea" not in tiers
    assert "china" not in tiers
    assert "australia" in tiers
