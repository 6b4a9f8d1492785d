"""How the search answers what people type, asked without a browser: the floor of each class, and false words.

Nobody tunes with the held-out half; it is not asked here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from functools import cache
from typing import Any

import node
import project
import pytest
import yaml
from bamboo.graph.claims import Graph, link
from bamboo.kinds.library import load
from bamboo.site import search
from bamboo.site.search import absent

from benchmarks.search.queries import (
    DEVELOPMENT,
    FRESH,
    NOTHING,
    TYPED,
    TYPED_CLASSES,
    Query,
    never_absent,
    read,
)

AT_3 = 0.95
CLASS_AT_3 = 0.9
FRESH_AT_3 = 0.97

# Letters of Vietnamese syllables without marks: what they begin with, and the rest.
ONSETS = re.findall(r"\w+", "b c ch d g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x")
RHYMES = re.findall(
    r"\w+",
    """
    a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien ieng iep iet
    ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oat oay oc oe oen oeo oet oi om on ong
    op ot u ua uan uang uat uay uc ue uech uen uenh uet ui um un ung uoc uoi uom uon uong uop uot uou up
    ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu
    """,
)
ACUTE = "\u0301"
TONES = "\u0300\u0301\u0303\u0309\u0323"

PLACES = ("box", "page")
Answer = dict[str, Any]
Index = dict[str, str]


@pytest.fixture(scope="module")
def linked() -> Graph:
    return link(load(project.ROOT))


@pytest.fixture(scope="module")
def index(linked: Graph) -> Index:
    """The scripts of the index by name."""
    return {file.address.removeprefix("search/"): file.text for file in search.files(linked)}


def ask(index: Index, queries: list[str], *places: str) -> list[list[Answer]]:
    """What is answered to each query in the box, on the page of results, or both.

    Without a place, which countries it is said to name that no source does.
    """
    given = {
        "files": index,
        "minisearch": str(project.ROOT / "docs/assets/vendor/minisearch-7.2.0/minisearch.js"),
        "queries": queries,
        "places": places,
    }
    done = node.run(str(project.ROOT / "tests/data/asking.mjs"), input=json.dumps(given), capture_output=True)
    assert done.returncode == 0, done.stderr
    answers: list[list[Answer]] = json.loads(done.stdout)
    return answers


def missed(index: Index, queries: tuple[Query, ...]) -> list[dict[str, list[str]]]:
    """By place and class, the queries that none of the first three results answers."""
    now_at = cache(project.now_at)
    answers = ask(index, [query.text for query in queries], *PLACES)
    places: list[dict[str, list[str]]] = []
    for place in range(len(PLACES)):
        found_not = defaultdict(list)
        for query, answer in zip(queries, answers, strict=True):
            found = answer[place]["urls"]
            first = set(found[:3])
            reached = first & set(query.expect) or first & set(map(now_at, query.expect))
            if found if query.kind == NOTHING else not reached:
                found_not[query.kind].append(query.text)
        places.append(found_not)
    return places


def test_what_people_type_is_answered_in_the_box_and_on_the_page(index: Index) -> None:
    queries = read(TYPED[DEVELOPMENT])
    total = [query for query in queries if query.kind != NOTHING]
    for its in missed(index, queries):
        lacking = sum(len(texts) for kind, texts in its.items() if kind != NOTHING)
        assert 1 - lacking / len(total) >= AT_3, dict(its)
        for kind in TYPED_CLASSES:
            share = 1 - len(its[kind]) / sum(query.kind == kind for query in queries)
            assert share >= CLASS_AT_3, (kind, its[kind])


def test_more_questions_and_names_are_answered(index: Index) -> None:
    queries = read(FRESH)
    for its in missed(index, queries):
        for kind in {query.kind for query in queries}:
            share = 1 - len(its[kind]) / sum(query.kind == kind for query in queries)
            assert share >= FRESH_AT_3, (kind, its[kind])


def syllables() -> list[str]:
    """Every syllable that Vietnamese can have, typed without marks and with a tone."""
    plain = [onset + rhyme for onset in ["", *ONSETS] for rhyme in RHYMES]
    return [*plain, *(word + ACUTE for word in plain)]


def written(name: str) -> str:
    """A name in small letters, its tones at the end: "aó" is "áo" to the search, as "hoà" is "hòa"."""
    letters = unicodedata.normalize("NFKD", name.lower())
    tones = [sign for sign in letters if sign in TONES]
    return "".join([*(sign for sign in letters if sign not in TONES), *tones])


def test_no_vietnamese_word_is_taken_for_an_absent_country(index: Index, linked: Graph) -> None:
    """Of a whole word that is the country's name alone is it said that no source names it."""
    lists = yaml.safe_load((project.ROOT / "hooks/bamboo/site/search/words.yml").read_text(encoding="utf-8"))
    words = [word for group in never_absent().values() for word in group]
    words += [word for word in lists["vietnamese"] if " " in word]
    words += [word.strip() for word in lists["everyday"].split(",")]
    countries = {written(name) for its in absent.countries(linked) for name in its}
    asked = [word for word in [*words, *syllables()] if written(word) not in countries]
    answers = ask(index, asked)
    wrong = [(word, a["absent"]) for word, (a,) in zip(asked, answers, strict=True) if a["absent"]]
    assert wrong == []


def test_right_words_are_not_replaced(index: Index) -> None:
    right = ["police", "price", "interpol", "space", "nation's police", "the value of trade"]
    for query, (answer,) in zip(right, ask(index, right, "box"), strict=True):
        assert answer["corrected"] == [], query


def test_a_word_too_many_leaves_the_rest_answered(index: Index) -> None:
    queries = {
        "Malaisia visit": "partners/malaysia.html",
        "which country shares the waterfall with Vietnam": "terms/ban-gioc-detian-waterfall.html",
    }
    for (query, page), answers in zip(queries.items(), ask(index, [*queries], *PLACES), strict=True):
        for answer in answers:
            assert answer["urls"][:1] == [page], query


def test_a_word_that_is_taken_for_another_is_named(index: Index) -> None:
    queries = ["Malaisia", "semicondutors", "ngoại gaio kinh tế", "bamboo diplomcay essay"]
    for query, answers in zip(queries, ask(index, queries, *PLACES), strict=True):
        for answer in answers:
            assert answer["urls"], query
            assert answer["corrected"], query
            assert answer["corrected"][0]["from"] in query
