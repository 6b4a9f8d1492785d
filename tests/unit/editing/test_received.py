"""`bamboo add source` from plain text, pages, documents of Word and PDFs, and what it refuses."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.editing.add.received import Received, received
from bamboo.editing.name import Refused
from bamboo.kinds.library import load

PAGE = """<!doctype html><html lang="en"><head><title>Norway, Vietnam sign accord | Practice Times</title>
<meta property="og:title" content="Norway, Vietnam sign accord"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Norway, Vietnam sign accord</h1>
<p>Norway and Vietnam signed an accord on trade on May 7, 2025 in Hanoi, after talks of three days between the
two ministers of trade of the two countries.</p>
<p>Trade between the two countries reached over US$9 billion in 2024, an increase of 12 percent over the year
before, the ministry of trade said in a statement.</p></article><footer>Copyright</footer></body></html>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(folder: Path, body: str) -> bytes:
    path = folder / "made.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return path.read_bytes()


def pdf(*lines: str) -> bytes:
    """A page with these lines, as small as a PDF can be."""
    words = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {words} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
        "/Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    made, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\n"
    return f"{made}{end}startxref\n{len(made)}\n%%EOF".encode("latin-1")


def words_of(data: bytes, name: str) -> str:
    read = received(data, name)
    assert isinstance(read, Received), read
    return read.text.decode("utf-8")


def test_a_page_is_its_title_and_its_text() -> None:
    text = words_of(PAGE.encode(), "page.html")
    assert text.startswith(
        "Norway, Vietnam sign accord\n\nNorway and Vietnam signed an accord on trade on May 7, 2025"
    )
    assert "over US$9 billion in 2024" in text
    assert not any(words in text for words in ("Home", "Copyright", "<", "Practice Times"))


def test_a_page_is_known_by_its_tags_whatever_it_is_called() -> None:
    assert words_of(PAGE.encode(), "saved.txt") == words_of(PAGE.encode(), "page.html")


def test_a_document_of_word_with_a_table(tmp_path: Path) -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format(paragraph("Year"), paragraph("Trade")) + row.format(
        paragraph("2024"), paragraph("9 &amp; 1")
    )
    body = paragraph("Họp báo thường kỳ") + paragraph("It began at nine.") + f"<w:tbl>{table}</w:tbl>"
    assert words_of(word(tmp_path, body), "a.docx") == (
        "Họp báo thường kỳ\n\nIt began at nine.\n\nYear | Trade\n2024 | 9 & 1\n"
    )


def test_a_pdf() -> None:
    assert words_of(pdf("Joint statement", "Norway and Vietnam agreed", "on May 9, 2025."), "b.pdf") == (
        "Joint statement\nNorway and Vietnam agreed\non May 9, 2025.\n"
    )


def test_plain_text_stays_byte_for_byte() -> None:
    data = "A text\r\n\r\n\r\nwith  its  spaces \u00ad".encode()
    assert received(data, "a.txt") == Received(data)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"%PDF-1.4 nothing", "a.pdf", "a.pdf cannot be read as a PDF"),
        (pdf(), "scan.pdf", "its pages are pictures"),
        (b"PK\3\4 nothing", "a.docx", "a.docx cannot be read as a document of Word"),
        (b"no archive", "a.docx", "cannot be read as a document of Word"),
        (b"<html><head></head><body></body></html>", "a.html", "no text is in it"),
        (b"x" * (33 * 1024 * 1024 + 1), "a.txt", "is larger than"),
    ],
    ids=["broken pdf", "pictures", "broken word", "no word", "empty page", "large"],
)
def test_what_is_refused_is_said_in_a_sentence(data: bytes, name: str, said: str) -> None:
    refused = received(data, name)
    assert isinstance(refused, Refused)
    assert said in refused.lines[0]


@pytest.mark.parametrize(("package", "data"), [("trafilatura", PAGE.encode()), ("pypdf", pdf("A text."))])
def test_without_its_reader_the_way_to_it_is_said(
    package: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    refused = received(data, "a")
    assert isinstance(refused, Refused)
    assert refused.lines[0].endswith(
        f"the package {package} is needed: run `make readers` "
        f"(or: python3 -m pip --python .venv/bin/python install {package})."
    )


def test_several_at_once_with_their_files_kept(tmp_path: Path) -> None:
    folder = project.base(tmp_path / "project")
    for name, data in {
        "page-2025-05-08.html": PAGE.encode(),
        "broken.pdf": b"%PDF-",
        "plain-text.txt": b"Norway sang in Hanoi on May 1, 2025, and the guests of the feast sang with it.",
    }.items():
        (tmp_path / name).write_bytes(data)
    files = [str(tmp_path / name) for name in ("page-2025-05-08.html", "broken.pdf", "plain-text.txt")]
    done = project.command(folder, "add", "source", *files)
    assert (done.returncode, "broken.pdf cannot be read as a PDF" in done.stderr) == (1, True)
    assert (folder / "seeds/received/page-2025-05-08.html").read_bytes() == PAGE.encode()
    assert not (folder / "seeds/received/plain-text.txt").exists()
    library = load(folder)
    assert checks.run(library) == []
    page, plain = (library.sources[ident].record for ident in ("page-2025-05-08", "plain-text"))
    assert (page.title, page.short_name) == ("Norway, Vietnam sign accord", "Page, 2025-05-08")
    assert [aside.reason for aside in page.set_aside] == ["heading"]
    assert plain.working_title == "Norway sang in Hanoi on May 1, 2025, and the guests of the…"
    assert page.in_progress
    assert plain.in_progress
    wrong = project.command(folder, "add", "source", *files, "--id", "one")
    assert (wrong.returncode, wrong.stderr) == (2, "--id and --url are for one file.\n")


def test_people_terms_and_figures(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    wrong = project.command(folder, "add", "person", "Carla Costa", "--of", "norwey")
    assert "Did you mean `norway`?" in wrong.stderr
    project.command(folder, "add", "person", "Carla Costa", "--of", "norway")
    assert "of: norway\n" in (folder / "data/people/carla-costa.yml").read_text(encoding="utf-8")
    again = project.command(folder, "add", "person", "Carla Costa")
    assert "data/people/carla-costa.yml is this person already" in again.stderr
    project.command(folder, "add", "agreement", "Trade Accord")
    assert "kind: agreement\n" in (folder / "data/terms/trade-accord.yml").read_text(encoding="utf-8")
    assert "is this term already" in project.command(folder, "add", "term", "Trade accord").stderr
    words = ("--source", "visit-report", "--unit", "percent", "--theme", "economy", "--period", "2024")
    done = project.command(folder, "add", "figure", "Exports in 2024", *words, "--quote", "exports rose 44%")
    assert done.returncode == 0, done.stderr
    text = (folder / "data/indicators/exports-in-2024.yml").read_text(encoding="utf-8")
    assert "  - period: 2024\n    reports:\n      - source: visit-report\n        value: 44\n" in text
    assert "unit: percent\n" in text
