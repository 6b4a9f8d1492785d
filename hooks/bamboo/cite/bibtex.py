"""A reference as a BibTeX entry, in UTF-8."""

from __future__ import annotations

import re

from babel import Locale

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
# BibLaTeX takes EDTF with its marks; the one for "about, and uncertain" would begin a comment elsewhere.
_DATES = {ord("%"): "~"}


def lines(work: Work) -> list[str]:
    """The entry, line by line; the address has a line of its own. Each field ends with a comma.

    `date` is BibLaTeX's and holds days and intervals; without one, styles say "n.d." themselves. A translator
    is named in the note: entries of this type have no field for one.
    """
    translated = f"Translated by {work.translator}." if work.translator else ""
    fields = [
        ("author", " and ".join(f"{{{escape(name)}}}" for name in work.authors)),
        ("title", _title(work)),
        ("howpublished", f"{{{escape(work.publisher or (SITE if work.site else ''))}}}"),
        ("date", work.issued.translate(_DATES)),
        ("langid", language(work.language)),
        ("url", work.address.translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})),
        ("note", escape(" ".join(filter(None, (translated, work.note))))),
        ("abstract", escape(work.abstract)),
    ]
    rows = [f"  {name} = {{{value}}}," for name, value in fields if value.strip("{}")]
    return [f"@misc{{{work.key},", *rows, "}"]


def _title(work: Work) -> str:
    """The title with braces round its names, whose capitals a style must keep, and round nothing else."""
    found, at = [], 0
    for span in work.names:
        name = escape(work.title[span.start : span.end])
        found += [_spaced(work.title[at : span.start]), f"{{{name}}}"]
        at = span.end
    return "".join([*found, _spaced(work.title[at:])]).strip()


def language(code: str) -> str:
    """The name of a language as BibLaTeX's `langid` has it: `english`, `vietnamese`; or ""."""
    return str(Locale("en").languages.get(code.partition("-")[0], "")).lower()


def escape(text: str) -> str:
    """`text` on one line, with nothing in it that LaTeX or BibTeX would act on."""
    return _spaced(text).strip()


def _spaced(text: str) -> str:
    """The same with the blanks at its ends, one each."""
    # What is printable has no blanks but single ones, most often.
    if not text.isprintable() or "  " in text:
        text = re.sub(r"\s+", " ", text)
    return text.translate(_ESCAPES)
