"""What readers take away: statements with their citations, for buttons beside them, and a subject's files."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.graph.claims import Graph
from bamboo.site.collect import scripts, subjects
from bamboo.site.collect.file import File, Job, Text

__all__ = ["File", "Job", "Text", "jobs"]


def jobs(graph: Graph, site_url: str) -> Iterator[Job]:
    """All of them. `site_url` is where the site will be, if that is known."""
    yield from scripts.jobs(graph, site_url)
    yield from subjects.jobs(graph, site_url)
