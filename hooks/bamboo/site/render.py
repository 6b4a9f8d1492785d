"""Views and templates to pages: (path, Markdown, the record to edit). Text from data stays text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bamboo.data.locations import Location
from bamboo.exports.format import Made
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds import moved as moves
from bamboo.kinds.library import Entry
from bamboo.site import charts, linkeddata
from bamboo.site.blocks import about, neighbours
from bamboo.site.pages import (
    compare,
    data,
    disagreements,
    fact,
    figure,
    finding,
    gaps,
    home,
    moved,
    partner,
    partners,
    site,
    source,
    subjects,
    timeline,
)

# Views and their templates stand side by side.
TEMPLATES = (Path(__file__).parent / "pages", Path(__file__).parent / "blocks")

# What Markdown reads as more than itself, wherever it stands in a line.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>&~^:=$\"'@/%]")

_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page. `path` is relative to the site's root; `edit` is the record it is made from."""

    path: str
    text: str
    edit: Location | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """A page to be rendered: its address, title, template and view; `scripts` are those it alone needs."""

    address: str
    title: str
    template: str
    view: object
    description: str = ""
    edit: Location | None = None
    leads_to: str = ""
    scripts: tuple[str, ...] = ()
    beside: neighbours.Neighbours | None = None


# What each page was made from, and the page, by address.
Memory = dict[str, tuple[_Plan, str, Page]]


def pages(
    graph: Graph, made: Sequence[Made], site_url: str = "", memory: Memory | None = None
) -> Iterator[Page]:
    """Every page of the site that follows from the data; `made` are the files that the data page describes.

    `site_url` is where the site will stand, if that is known. A page that `memory` holds, made from the
    same view, is not made again; `memory` is brought up to date. It is for one set of templates.
    """
    memory = {} if memory is None else memory
    environment = _environment()
    described = about.about(graph)
    linked = linkeddata.Describer(graph, made, site_url)
    for plan in _plans(graph, made, site_url):
        itself = described.get(plan.address) or about.About(None, None, plan.description)
        front = _front(plan, itself, linked.text(plan.address, plan.title, itself))
        known = memory.get(plan.address)
        if known is None or known[:2] != (plan, front):
            body = environment.get_template(plan.template).render(
                view=plan.view, title=plan.title, here=plan.address, neighbours=plan.beside
            )
            text = front + _tidy(body) + _record(plan.edit)
            known = (plan, front, Page(addresses.markdown(plan.address), text, plan.edit))
            memory[plan.address] = known
        yield known[2]


def _plans(graph: Graph, made: Sequence[Made], site_url: str) -> Iterator[_Plan]:
    yield from _whole(graph, made)
    entities: tuple[tuple[str, str, Callable[[Graph, Entry[Any]], object]], ...] = (
        ("partners", "partner.md.jinja", partner.partner),
        ("themes", "theme.md.jinja", subjects.theme),
        ("people", "person.md.jinja", subjects.person),
        ("terms", "term.md.jinja", subjects.term),
        ("indicators", "figure.md.jinja", partial(figure.figure, site_url=site_url)),
        ("sources", "source.md.jinja", source.source),
    )
    for kind, template, view in entities:
        beside = neighbours.of_kind(graph, kind)
        for entry in graph.library.of(kind).values():
            yield _entity(graph, kind, entry, template, view(graph, entry), beside[entry.id])
    years = neighbours.of_years(graph)
    for year in graph.years:
        yield _Plan(
            addresses.year(year),
            str(year),
            "year.md.jinja",
            subjects.year(graph, year),
            beside=years[year],
        )
    for claim in graph.claims.values():
        if not claim.indicator:
            yield _fact(graph, claim, site_url)
    for old in moved.moved(graph):
        yield _Plan(
            old.address,
            old.title,
            "moved.md.jinja",
            old,
            edit=Location(moves.FILE),
            leads_to=old.to.address if old.to else "",
        )


def _whole(graph: Graph, made: Sequence[Made]) -> Iterator[_Plan]:
    # Its description is the site's own, in mkdocs.yml.
    yield _Plan("index.html", "Bamboo", "home.md.jinja", home.home(graph))
    yield _Plan(addresses.index("partners"), "Partners", "partners.md.jinja", partners.partners(graph))
    yield _Plan("years/index.html", "Years", "index.md.jinja", site.years(graph))
    yield _Plan(addresses.index("themes"), "Themes", "index.md.jinja", site.themes(graph))
    yield _Plan(addresses.index("people"), "People", "index.md.jinja", site.people(graph))
    yield _Plan(addresses.index("terms"), "Terms", "index.md.jinja", site.terms(graph))
    yield _Plan(addresses.index("indicators"), "Figures", "figures.md.jinja", figure.figures(graph))
    yield _Plan(addresses.index("sources"), "Sources", "sources.md.jinja", source.sources(graph))
    yield _Plan(
        addresses.TIMELINE,
        "Timeline",
        "timeline.md.jinja",
        timeline.timeline(graph),
        "What is dated, in order: by day, month, period or year, as exactly as the sources say.",
        scripts=("assets/timeline.js",),
    )
    yield _Plan(
        addresses.COMPARE,
        "Years side by side",
        "compare.md.jinja",
        compare.compare(graph),
        "Figures, tiers, agreements, events and plans, year beside year, each with its sources.",
    )
    yield _Plan(
        addresses.DISAGREEMENTS,
        "Where sources differ",
        "disagreements.md.jinja",
        disagreements.disagreements(graph),
        "Every claim that the sources do not tell alike, with their words side by side.",
    )
    yield _Plan(
        addresses.GAPS,
        "What no source says",
        "gaps.md.jinja",
        gaps.gaps(graph),
        "What the texts leave open, told apart from what they say: by partner, theme, figure and source.",
    )
    yield _Plan(addresses.index("facts"), "Facts", "facts.md.jinja", fact.facts(graph))
    yield _Plan("a-z.html", "A–Z", "a-z.md.jinja", site.a_to_z(graph))
    yield _Plan(
        addresses.SEARCH,
        "Search",
        "search.md.jinja",
        finding.examples(graph),
        "Look up a partner, person, theme, figure, term or year, or the words of any claim and quote.",
        scripts=("assets/search/csv.js", "assets/search/page.js"),
    )
    yield _Plan("data/index.html", "Data", "data.md.jinja", data.data(made))


def _entity(
    graph: Graph,
    kind: str,
    entry: Entry[Any],
    template: str,
    view: object,
    beside: neighbours.Neighbours,
) -> _Plan:
    title = graph.name(kind, entry.id)
    return _Plan(
        addresses.entity(kind, entry.id),
        title,
        template,
        view,
        edit=Location(entry.file),
        beside=beside,
    )


def _fact(graph: Graph, claim: Claim, site_url: str) -> _Plan:
    view = fact.fact(graph, claim, site_url)
    return _Plan(claim.url, claim.text, "fact.md.jinja", view, edit=claim.location)


def _front(plan: _Plan, itself: about.About, linked: str) -> str:
    """Front matter. Material puts its values into the page as they are, so they are HTML."""
    lines = [f"title: {_quoted(plan.title)}"]
    if itself.description:
        lines.append(f"description: {_quoted(itself.description)}")
    if itself.section and not isinstance(itself.subject, Claim):
        lines.append(f"section: {_quoted(itself.section.label)}")
    lines.append(f"linked_data: {_string(linked)}")
    if plan.scripts:
        lines.append(f"scripts: {json.dumps(plan.scripts)}")
    if plan.leads_to:
        lines.append(f"leads_to: {_quoted(addresses.relative(plan.leads_to, plan.address))}")
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _quoted(text: str) -> str:
    """Escaped for HTML, then as a JSON string: those are YAML strings, so no text can end one early."""
    return _string(str(escape(text)))


def _string(text: str) -> str:
    """A string of JSON that is one of YAML too, which takes fewer characters as they stand."""
    return _NOT_YAML.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))


def _record(edit: Location | None) -> str:
    """Where an editor finds what a page is made from, also where no repository is linked."""
    if edit is None:
        return ""
    return f'\n<p class="record">Made from <code>{escape(edit.file)}</code>.</p>\n'


def _tidy(body: str) -> str:
    """At most one blank line in a row, none at the ends of lines."""
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", re.sub(r"[ \t]+\n", "\n", body)).strip() + "\n"


@cache
def _environment() -> Environment:
    """Made once: a preview renders many times. A changed template is still seen."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(md=markdown_text, href=_href, anchor=_anchor, exact=_exact, svg=charts.svg)
    return environment


def markdown_text(text: object) -> Markup:
    """`text` inside a line of Markdown, with every character that could act written as a reference."""
    return Markup(_MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", str(text)))


@pass_context
def _href(context: Context, target: str) -> str:
    """An address of this site as a link on the page at hand; another site's as it is."""
    if target.startswith(("http://", "https://")):
        return target
    return addresses.relative(target, context["here"])


def _exact(text: str) -> Markup:
    """Text of a seed in HTML, with the white space that Markdown would change as references."""
    return Markup(str(escape(text)).replace("\t", "&#9;").replace("\r", "&#13;"))


def _anchor(ident: str) -> Markup:
    """The attribute list that gives a Markdown heading its id."""
    return Markup(f"{{#{escape(ident)}}}")
