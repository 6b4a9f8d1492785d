"""A reference as a RIS record."""

from __future__ import annotations

from bamboo.cite.work import SITE, Work


def lines(work: Work) -> list[str]:
    """The record, line by line. A date that is not stated is left out: the form has no word for it."""
    date = work.date
    # The comma at the end of a name keeps readers from cutting it into first and last.
    tags = [
        ("TY", "ELEC" if work.site else "GEN"),
        ("ID", work.key),
        *(("AU", f"{name},") for name in work.authors),
        ("TI", work.title),
        ("T2", SITE if work.site else ""),
        ("A4", f"{work.translator}," if work.translator else ""),
        ("PB", work.publisher),
        ("PY", f"{date[0]:04}" if date else ""),
        ("DA", "/".join([*(f"{part:02}" for part in date), "", "", ""][:4]) if date else ""),
        ("LA", work.language),
        ("UR", work.address),
        ("N1", work.note),
        ("AB", work.abstract),
    ]
    return [*(f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value), "ER  - "]
