"""The page table: every kind of page once, in the order of the navigation.

Rendering, the navigation, the search and the tests in browsers read it. A new page kind is a view and a
template of one name in pages/, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable

from bamboo import kinds
from bamboo.data import english
from bamboo.data.locations import Location
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds import moved as moves
from bamboo.kinds.fact import FACTS
from bamboo.kinds.indicator import INDICATORS
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.person import PEOPLE
from bamboo.kinds.source import SOURCES
from bamboo.kinds.term import TERMS
from bamboo.kinds.theme import THEMES
from bamboo.site.blocks import description, pairs, previous_next, take
from bamboo.site.blocks.differing import sheets
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.previous_next import PreviousNext
from bamboo.site.pagekind import Each, Menu, One, Row, beside
from bamboo.site.pages import disagreements, facts, figures, in_year, letter, pair, timeline
from bamboo.site.pages.a_to_z import a_to_z
from bamboo.site.pages.briefing import briefing
from bamboo.site.pages.changes import changes, known
from bamboo.site.pages.charts import charts
from bamboo.site.pages.compare import compare
from bamboo.site.pages.data import data
from bamboo.site.pages.fact import fact
from bamboo.site.pages.figure import figure
from bamboo.site.pages.gaps import gaps
from bamboo.site.pages.home import home
from bamboo.site.pages.moved import moved
from bamboo.site.pages.my_list import my_list
from bamboo.site.pages.partner import partner
from bamboo.site.pages.partners import partners
from bamboo.site.pages.people import people
from bamboo.site.pages.person import person
from bamboo.site.pages.search import search
from bamboo.site.pages.source import source
from bamboo.site.pages.sources import sources
from bamboo.site.pages.term import term
from bamboo.site.pages.terms import terms
from bamboo.site.pages.theme import theme
from bamboo.site.pages.themes import themes
from bamboo.site.pages.year import year
from bamboo.site.pages.years import years
from bamboo.site.rows import INDEX, listing, of, plain, records


def _years_in_order(graph: Graph) -> Callable[[int], PreviousNext | None]:
    return previous_next.of_years(graph).__getitem__


# Written once, in the repository.
CONTRIBUTE = One(
    "contribute",
    addresses.CONTRIBUTE,
    "Contribute",
    "How to correct and extend the data of Bamboo.",
    written="CONTRIBUTING.md",
    menu=Menu("Contribute", "About"),
    search="edit guide github pull request correction mistake error",
)


_SUBJECTS: tuple[Row, ...] = (
    # Its sentence is the site's own, in mkdocs.yml.
    One("home", addresses.HOME, "Bamboo", "", of(home), menu=Menu("Home")),
    listing(
        PARTNERS,
        "{} of Vietnam that the sources name, with the tiers of relations that they state.",
        partners,
        group="Explore",
    ),
    records(PARTNERS, lambda given, entry: partner(given.graph, entry)),
    One(
        "timeline",
        addresses.TIMELINE,
        "Timeline",
        "What happened, month by month: visits, agreements, events and tiers, as exactly as sources say.",
        of(timeline.timeline),
        menu=Menu("Timeline", "Timeline"),
        search="calendar chronology dates when ics",
        scripts=("assets/timeline.js",),
    ),
    Each(
        name="timeline_in_year",
        things=timeline.of_years,
        address=lambda sheet: sheet.address,
        title=timeline.title,
        sentence=timeline.sentence,
        view=lambda given, sheet: timeline.of_year(given.graph, sheet),
        section=Link("Timeline", addresses.TIMELINE),
        scripts=("assets/timeline.js",),
        template=beside("timeline"),
    ),
    One(
        "years",
        addresses.YEARS,
        "Years",
        lambda graph: (
            f"{english.counted(len(graph.years), 'year')} that statements are about, with what the "
            "sources say of each."
        ),
        of(years),
        template=INDEX,
        menu=Menu("Years", "Timeline"),
    ),
    Each(
        name="year",
        things=lambda graph: graph.years,
        address=addresses.year,
        title=lambda graph, number: str(number),
        sentence=description.of_year,
        view=lambda given, number: year(given.graph, number),
        subject=lambda number: number,
        section=Link("Years", addresses.YEARS),
        order=_years_in_order,
    ),
    listing(THEMES, "{} under which the statements are filed.", themes, template=INDEX, group="Explore"),
    records(THEMES, lambda given, entry: theme(given.graph, entry)),
    listing(
        PEOPLE,
        "{} named in the sources, with the roles that sources give.",
        people,
        more="people",
        template=INDEX,
        group="Explore",
    ),
    records(PEOPLE, lambda given, entry: person(given.graph, entry)),
    listing(
        INDICATORS,
        "{} with every value that the sources report, and the words around it.",
        figures.figures,
        group="Figures",
    ),
    Each(
        name="figures_of_theme",
        things=figures.sheets,
        address=lambda sheet: sheet.address,
        title=figures.title,
        sentence=figures.sentence,
        view=lambda given, sheet: figures.of_theme(given.graph, sheet),
        section=Link(INDICATORS.section, addresses.index(INDICATORS.name)),
        template=beside(INDICATORS.address),
    ),
    records(
        INDICATORS,
        lambda given, entry: figure(given.graph, entry, given.site_url),
        scripts=("assets/charts.js",),
    ),
    listing(
        TERMS,
        "{} that the sources use: tiers, agreements, events, documents, institutions.",
        terms,
        template=INDEX,
        group="Explore",
    ),
    records(TERMS, lambda given, entry: term(given.graph, entry)),
    listing(SOURCES, "{} behind everything here, with what each states of itself.", sources, one="text"),
    records(SOURCES, lambda given, entry: source(given.graph, entry)),
)

_WHOLE: tuple[Row, ...] = (
    Each(
        name="in_year",
        things=in_year.pages,
        address=lambda of: of.address,
        title=in_year.title,
        sentence=in_year.sentence,
        view=lambda given, of: in_year.in_year(given.graph, of),
    ),
    One(
        "a_to_z",
        addresses.A_TO_Z,
        "A–Z",
        "Everything under every name it has, in English and Vietnamese, from A to Z.",
        of(a_to_z),
        menu=Menu("A–Z", "Explore"),
    ),
    Each(
        name="letter",
        things=letter.letters,
        address=lambda view: view.shelf.address,
        title=lambda graph, view: view.shelf.title,
        sentence=letter.sentence,
        view=lambda given, view: view,
        section=Link("A–Z", addresses.A_TO_Z),
        order=letter.order,
    ),
    One(
        "compare",
        addresses.COMPARE,
        "Side by side",
        "Partners, themes or years of your choice side by side, and the figures of the years.",
        of(compare),
        menu=Menu("Side by side", "Compare"),
        search="compare comparison years side by side",
        scripts=("assets/compare.js",),
    ),
    Each(
        name="pair",
        things=pairs.pairs,
        address=lambda of: of.address,
        title=lambda graph, of: f"{pairs.name(graph, of)} side by side",
        sentence=pair.sentence,
        view=lambda given, of: pair.pair(given.graph, of),
        section=Link("Side by side", addresses.COMPARE),
    ),
    One(
        "charts",
        addresses.CHARTS,
        "Charts",
        "Tiers raised by year, a calendar of events, statements by theme: pictures to take away and embed.",
        lambda given: charts(given.graph, given.site_url),
        menu=Menu("Charts", "Figures"),
        search="chart graph picture diagram svg png embed",
        scripts=("assets/charts.js",),
    ),
    One(
        "disagreements",
        addresses.DISAGREEMENTS,
        "Differences",
        "Where one source gives another answer than another: the answers side by side.",
        of(disagreements.disagreements),
        menu=Menu("Differences", "Compare"),
        search="disagreements disagree conflict contradiction difference",
    ),
    Each(
        name="differences",
        things=sheets,
        address=lambda sheet: sheet.address,
        title=disagreements.title,
        sentence=disagreements.sentence,
        view=lambda given, sheet: disagreements.of_kind(given.graph, sheet),
        section=Link("Differences", addresses.DISAGREEMENTS),
        template=beside("disagreements"),
    ),
    One(
        "about",
        addresses.ABOUT,
        "About",
        "What Bamboo is and is not, and how to read its statements, quotes, figures and sources.",
        written="docs/about.md",
        menu=Menu("About", "About"),
        search="bamboo licence license rights",
    ),
    listing(FACTS, "All {}, by the year they are about.", facts.facts, group="Explore"),
    Each(
        name="facts_in_year",
        things=facts.sheets,
        address=lambda sheet: sheet.address,
        title=lambda graph, sheet: sheet.title,
        sentence=facts.sentence,
        view=lambda given, sheet: facts.of_year(given.graph, sheet),
        section=Link(FACTS.section, addresses.index(FACTS.name)),
        template=beside(FACTS.address),
    ),
    Each(
        name="fact",
        things=lambda graph: [claim for claim in graph.claims.values() if not claim.indicator],
        address=lambda claim: claim.url,
        title=lambda graph, claim: claim.page_title,
        sentence=description.of_fact,
        view=lambda given, claim: fact(given.graph, claim, given.site_url),
        subject=lambda claim: claim,
        section=Link(FACTS.section, addresses.index(FACTS.name)),
        edit=lambda claim: claim.location,
    ),
    One(
        "data",
        addresses.DATA_PAGE,
        "Data",
        "All of it as data to download: JSON lists, citations and a calendar, with their fields explained.",
        lambda given: data(given.public),
        menu=Menu("Data", "About"),
        search="download json open data api csv export",
    ),
    CONTRIBUTE,
    One(
        "gaps",
        addresses.GAPS,
        "Not covered",
        "What the texts leave open, apart from what they say: by partner, theme, figure and source.",
        of(gaps),
        menu=Menu("Not covered", "About"),
        search="gaps missing unknown",
    ),
    One(
        "developers",
        addresses.DEVELOPERS,
        "Developers",
        "How the program is built: its data flow, layers and commands, and recipes for adding to it.",
        written="docs/developers.md",
        menu=Menu("Developers", "About"),
        search="code program architecture layers recipe",
    ),
    One(
        "search",
        addresses.SEARCH,
        "Search",
        "Look up a partner, person, theme, figure, term or year, or the words of any statement and quote.",
        of(search),
        scripts=("assets/results.js",),
    ),
    One(
        "my_list",
        addresses.MY_LIST,
        "My list",
        "The statements you have saved, to read, print, or take away with their sources.",
        of(my_list),
        search="saved collection basket notes citations export",
        scripts=("assets/list.js",),
    ),
    Each(
        name="changes",
        things=known,
        address=lambda days: addresses.CHANGES,
        title=lambda graph, days: "Changes",
        sentence=lambda graph, days: "Statements added, changed and withdrawn, day by day.",
        view=lambda given, days: changes(given.graph, days),
    ),
    Each(
        name="briefing",
        things=take.briefed,
        address=lambda subject: addresses.briefing(*subject),
        title=take.in_brief,
        sentence=lambda graph, subject: f"{take.name(graph, subject)} on two pages at most, to print.",
        view=lambda given, subject: briefing(given.graph, subject),
    ),
    Each(
        name="moved",
        things=moved,
        address=lambda old: old.address,
        title=lambda graph, old: old.title,
        sentence=lambda graph, old: old.why or f"{old.address} is another page now.",
        view=lambda given, old: old,
        edit=lambda old: Location(moves.FILE),
        leads_to=lambda old: old.to.address if old.to else "",
    ),
)

# Where the records of kinds are listed that have a view of their own.
_VIEWED = {row.section.address for row in (*_SUBJECTS, *_WHOLE) if isinstance(row, Each) and row.section}

TABLE: tuple[Row, ...] = (
    *_SUBJECTS,
    *(
        row
        for kind in kinds.ALL
        if not kind.single and addresses.index(kind.name) not in _VIEWED
        for row in plain(kind)
    ),
    *_WHOLE,
)

# The pages that are written by hand, by their Markdown file.
WRITTEN = {addresses.markdown(row.address): row for row in TABLE if isinstance(row, One) and row.written}
