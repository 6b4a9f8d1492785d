"""Markdown as the site's converter, which only a site by MkDocs needs, makes HTML of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from markdown import Markdown
from markdown.extensions.toc import slugify

from bamboo.kept import Kept
from bamboo.site.finished import Finisher, Token


class Extended(Protocol):
    """The extensions of a converter, and their settings."""

    @property
    def markdown_extensions(self) -> Sequence[str]: ...

    @property
    def mdx_configs(self) -> Mapping[str, Mapping[str, Any]]: ...


def finisher(by: Extended, kept: Kept) -> Finisher:
    """What makes of Markdown what a converter with these extensions does."""
    markdown = Markdown(extensions=by.markdown_extensions, extension_configs=by.mdx_configs)

    def convert(text: str) -> tuple[str, list[Token]]:
        html = markdown.reset().convert(text)
        return html, [
            {name: token[name] for name in ("level", "id", "name")} for token in markdown.toc_tokens
        ]

    return Finisher(convert, lambda text: slugify(text, "-"), kept)
