"""A reference as a BibTeX entry, in UTF-8."""

from __future__ import annotations

from bamboo.cite.work import SITE, Work

# What LaTeX reads as more than itself. BibTeX counts braces, also escaped ones: they need words.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def lines(work: Work) -> list[str]:
    """The entry, line by line; the address has a line of its own. Each field ends with a comma."""
    date = work.date
    fields = [
        ("author", " and ".join(f"{{{escape(name)}}}" for name in work.authors)),
        ("title", f"{{{escape(work.title)}}}"),
        ("howpublished", f"{{{escape(work.publisher or (SITE if work.site else ''))}}}"),
        ("year", str(date[0]) if date else "n.d."),
        ("month", _MONTHS[date[1] - 1] if len(date) > 1 else ""),
        ("day", str(date[2]) if len(date) > 2 else ""),
        ("translator", f"{{{escape(work.translator)}}}"),
        ("language", escape(work.language)),
        ("url", work.address.translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})),
        ("note", escape(work.note)),
        ("abstract", escape(work.abstract)),
    ]
    # A month is one of BibTeX's own words, which stand without braces.
    rows = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields
        if value.strip("{}")
    ]
    return [f"@misc{{{work.key},", *rows, "}"]


def escape(text: str) -> str:
    """`text` on one line, with nothing in it that LaTeX or BibTeX would act on."""
    return " ".join(text.split()).translate(_ESCAPES)
