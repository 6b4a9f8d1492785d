"""Views and templates to pages: (path, Markdown, the record to edit). Text from data stays text."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bamboo.cite.work import SITE
from bamboo.data import dates
from bamboo.data.locations import Location
from bamboo.exports.format import Made
from bamboo.graph import addresses, wording
from bamboo.graph.claims import Claim, Graph
from bamboo.graph.history import AS_OF
from bamboo.site import linkeddata, social
from bamboo.site.blocks import take
from bamboo.site.blocks.links import Link
from bamboo.site.charts import shapes
from bamboo.site.glossary import Glossary, explained, glossary
from bamboo.site.navigation import Place, place
from bamboo.site.pagekind import Given, Listed, One, Planned, Row, layout
from bamboo.site.table import TABLE
from bamboo.site.templates import Templates

# The pages there is one of, as templates name them.
PAGES = {row.name: row.address for row in TABLE if isinstance(row, One)}

# Views and their templates stand side by side.
TEMPLATES = (Path(__file__).parent / "pages", Path(__file__).parent / "blocks")

# What Markdown reads as more than itself, wherever it stands in a line.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>&~^:=$\"'@/%]")

_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


# What a page says of itself. Material puts these values into the page as they are, so they are HTML.
Front = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page. `path` is relative to the site's root; `edit` is the record it is made from."""

    path: str
    meta: Front
    body: str
    edit: Location | None = None
    changed: str = ""
    """The day of the last change of what it is made from, where that is known."""

    @property
    def text(self) -> str:
        """All of it, front matter first."""
        lines = (
            f"{name}: {_string(value) if isinstance(value, str) else json.dumps(value)}"
            for name, value in self.meta.items()
        )
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body

    @property
    def address(self) -> str:
        """Where it is on the site."""
        return self.path.removesuffix(".md") + ".html"


# What each page was made from, and the page, by address.
Memory = dict[str, tuple[Planned, Front, str, str, Glossary, Page]]


def pages(
    graph: Graph,
    made: Sequence[Made],
    site_url: str = "",
    memory: Memory | None = None,
    compiled: BytecodeCache | None = None,
) -> Iterator[Page]:
    """Every page of the site that follows from the data; `made` are the files that the data page describes.

    `site_url` is where the site will be, if that is known. A page that `memory` holds, made from the
    same view, is not made again; `memory` is brought up to date. It is for one set of templates.
    """
    for row in rows(graph, made, site_url, memory, compiled):
        yield from row


def rows(
    graph: Graph,
    made: Sequence[Made],
    site_url: str = "",
    memory: Memory | None = None,
    compiled: BytecodeCache | None = None,
    only: Collection[str] | None = None,
) -> Iterator[list[Page]]:
    """The same by rows of the page table; of each row `only` the pages at some addresses."""
    memory = {} if memory is None else memory
    maker = Maker(Given(graph, made, site_url), memory, compiled)
    # To list all pages of all rows costs more than to make a few: those that were there are of their row.
    known = [memory.get(address) for address in only or ()]
    those = None if only is None or None in known else {one[0].template for one in known if one}
    for row in TABLE:
        if those is not None and layout(row) not in those:
            continue
        yield [maker.page(row, one) for one in row.listed(maker.given) if only is None or one.address in only]


class Maker:
    """Makes pages of one graph."""

    def __init__(self, given: Given, memory: Memory, compiled: BytecodeCache | None) -> None:
        self.given = given
        self._memory, self._compiled = memory, compiled
        self._linked = linkeddata.Describer(given.graph, given.made, given.site_url)
        self._words = glossary(given.graph)

    def page(self, row: Row, one: Listed) -> Page:
        """A page of a row."""
        return _page(
            one.plan(), place(row), self.given.graph, self._linked, self._words, self._memory, self._compiled
        )


def _page(
    plan: Planned,
    where: Place,
    graph: Graph,
    linked: linkeddata.Describer,
    words: Glossary,
    memory: Memory,
    compiled: BytecodeCache | None,
) -> Page:
    front, script = _front(plan, where), linked.script(plan.address, plan.title, plan.description)
    changed = last_changed(graph, plan)
    known = memory.get(plan.address)
    if known is None or known[:5] != (plan, front, script, changed, words):
        text = (
            explained(
                graph,
                words,
                body(plan, take.ways(graph, plan.description.subject), compiled),
                plan.address,
            )
            + _record(plan.edit, changed)
            + f"\n{script}\n"
        )
        page = Page(addresses.markdown(plan.address), front, text, plan.edit, changed)
        known = (plan, front, script, changed, words, page)
        memory[plan.address] = known
    return known[5]


def compile_all(compiled: BytecodeCache) -> None:
    """Compile every template, before copies of this process would each do so."""
    environment = _environment(compiled)
    # Views are beside them, and what Python has compiled of those.
    for name in environment.list_templates(extensions=["jinja"]):
        environment.get_template(name)


def body(plan: Planned, taken: Sequence[Link] = (), compiled: BytecodeCache | None = None) -> str:
    """The Markdown of a page without its front matter; `taken` is its subject as files."""
    environment = _environment(compiled)
    environment.page = {
        "title": plan.title,
        "here": plan.address,
        "order": plan.previous_next,
        "parent": plan.description.section,
        "taken": taken,
    }
    return _tidy(environment.get_template(plan.template).render(view=plan.view))


def written(row: One, text: str, edit: Location) -> Page:
    """A page that is written by hand, elsewhere than in docs/."""
    return Page(addresses.markdown(row.address), {**front(row)}, text, edit)


def front(row: One) -> dict[str, str]:
    """What a page that is written by hand says of itself."""
    where = place(row)
    return {
        "title": row.title,
        "door": where.door,
        "place": where.label,
        "description": str(row.sentence),
        "picture": social.picture(row.address),
    }


def _front(plan: Planned, where: Place) -> Front:
    itself = plan.description
    front: Front = {
        "title": _html(plan.title),
        "tab": _html(_tab(plan)),
        "door": _html(where.door),
        "place": _html(where.label),
        "picture": social.picture(plan.address),
    }
    if itself.sentence:
        front["description"] = _html(itself.sentence)
    if plan.scripts:
        front["scripts"] = plan.scripts
    if plan.leads_to:
        front["leads_to"] = _html(addresses.relative(plan.leads_to, plan.address))
    return front


def _tab(plan: Planned) -> str:
    """What a browser's tab shows: the page's title, with its section and the site's name where they fit."""
    section = plan.description.section
    if plan.address == addresses.HOME:
        return SITE
    longer = [[plan.title, section.label, SITE]] if section and not _is_fact(plan) else []
    whole = (" – ".join(parts) for parts in (*longer, [plan.title, SITE]))
    return next((text for text in whole if len(text) <= wording.PAGE_TITLE), plan.title)


def _is_fact(plan: Planned) -> bool:
    return isinstance(plan.description.subject, Claim)


def _html(text: str) -> str:
    return str(escape(text))


def _string(text: str) -> str:
    """A string of JSON that is one of YAML too, so no text can end it; most characters stay as they are."""
    return _NOT_YAML.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))


def last_changed(graph: Graph, plan: Planned) -> str:
    """The day on which the record or one of the statements of a page last changed; "" where nobody knows."""
    if not graph.history:
        return ""
    match plan.description.subject:
        case Claim() as claim:
            claims: Sequence[Claim] = (claim,)
        case (str(kind), str(ident)):
            claims = graph.naming(kind, ident)
        case int(year):
            claims = graph.in_year(year)
        case _:
            graph.noting(AS_OF)
            return graph.history.as_of
    files = [claim.location.file for claim in claims] + ([plan.edit.file] if plan.edit else [])
    return max((graph.history.last(file) for file in files), default="")


def _record(edit: Location | None, changed: str) -> str:
    """Where an editor finds what a page is made from, also without a linked repository; how old it is."""
    made = f"Made from <code>{escape(edit.file)}</code>." if edit else ""
    aged = f'Last changed on <time datetime="{changed}">{dates.words(changed)}</time>.' if changed else ""
    said = " ".join(filter(None, (made, aged)))
    return f'\n<p class="record">{said}</p>\n' if said else ""


def _tidy(body: str) -> str:
    """At most one blank line in a row, none at the ends of lines."""
    while " \n" in body or "\t\n" in body:
        body = body.replace(" \n", "\n").replace("\t\n", "\n")
    while "\n\n\n" in body:
        body = body.replace("\n\n\n", "\n\n")
    return body.strip() + "\n"


@cache
def _environment(compiled: BytecodeCache | None) -> Templates:
    """Made once: a preview renders many times, each with the templates of its start."""
    environment = Templates(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
        auto_reload=False,
    )
    environment.globals["pages"] = SimpleNamespace(**PAGES)
    environment.filters.update(md=markdown_text, href=_href, anchor=_anchor, exact=_exact)
    environment.filters.update(svg=shapes.of)
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
