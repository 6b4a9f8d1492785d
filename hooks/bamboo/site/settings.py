"""What the theme reads beside a page: given by the hook, or in the settings for another generator."""

from __future__ import annotations

from typing import Any

import yaml

from bamboo.data import dates
from bamboo.graph import addresses
from bamboo.graph.history import History
from bamboo.site import render
from bamboo.site.navigation import listed, navigation

# What pages let a browser run: files of this site, on a host or a disk, and no line of script in a page.
POLICY = "script-src 'self' file:; object-src 'none'; base-uri 'none'"

# Only MkDocs knows them, or they are of the repository's folders.
_OF_MKDOCS = {"docs_dir", "site_dir", "edit_uri", "exclude_docs", "hooks", "watch", "validation"}


def extra(history: History | None) -> dict[str, Any]:
    """The values that the theme's templates name `config.extra`."""
    dated = history is not None and bool(history.days)
    return {
        "pages": render.PAGES,  # by name, for the theme's links
        "names": {row.name: row.menu.label for row in listed() if row.menu},
        "changes": addresses.CHANGES if dated else "",
        "feed": addresses.FEED if dated else "",
    }


def day(history: History | None) -> str:
    """The day of the data, in words; "" where nobody knows it."""
    return dates.words(history.as_of) if history else ""


def elsewhere(text: str, history: History | None) -> str:
    """The settings of a folder with `docs/` and `theme/` for a generator that reads `mkdocs.yml`.

    `text` is that file of the repository; what it asks of the environment is still asked there.
    """
    settings = _mapping(text)
    more = {"nav": navigation(), "extra": {"policy": POLICY, **extra(history)}}
    kept = [pair for pair in settings.value if pair[0].value not in _OF_MKDOCS]
    theme = next(value for name, value in kept if name.value == "theme")
    theme.value = [pair for pair in theme.value if pair[0].value != "custom_dir"]
    theme.value += _pairs({"custom_dir": "theme", "variant": "classic"})
    settings.value = [*kept, *_pairs(more)]
    return yaml.serialize(settings, Dumper=yaml.SafeDumper, allow_unicode=True)


def _mapping(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return node


def _pairs(values: dict[str, Any]) -> list[tuple[yaml.Node, yaml.Node]]:
    return list(_mapping(yaml.safe_dump(values, sort_keys=False, allow_unicode=True)).value)
