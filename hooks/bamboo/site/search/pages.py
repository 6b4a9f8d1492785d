"""Pages about the whole that people look for by what is on them, as the page table gives them."""

from __future__ import annotations

from bamboo.site.pagekind import One
from bamboo.site.table import TABLE

PAGES = tuple(row for row in TABLE if isinstance(row, One) and row.search is not None)
