"""The search's index: scripts that hold every entity and claim of a graph, for the browser to look up."""

from bamboo.site.search.index import FOLDER, File, files

__all__ = ["FOLDER", "File", "files"]
