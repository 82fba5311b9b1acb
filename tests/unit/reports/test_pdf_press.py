from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from sportsec.reports.document import Column, Document, Heading, Paragraph, Row, Table
from sportsec.reports.pdf.press import print_document


def sizes(document: Document) -> list[tuple[float, float]]:
    pages = PdfReader(BytesIO(print_document(document))).pages
    return [(float(p.mediabox.width), float(p.mediabox.height)) for p in pages]


def test_paper_is_a4_upright_or_lying() -> None:
    ((wide, high),) = sizes(Document("t", "fr", ()))
    assert (round(wide), round(high)) == (595, 842)
    assert sizes(Document("t", "fr", (), landscape=True)) == [(high, wide)]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_absurd_papers_are_printed_all_the_same(language: str) -> None:
    narrow = Table(
        tuple(Column("x" * 40) for _ in range(50)), (Row(("y" * 400,) * 50),)
    )
    blocks = (
        Heading("h" * 500),
        narrow,
        Paragraph(""),
        Table((), ()),
        Paragraph("\n\n"),
    )
    assert sizes(Document("t" * 300, language, blocks))


def test_a_page_says_its_body_before_its_foot() -> None:
    document = Document("t", "fr", (Paragraph("corps"),), page_of="pied {page}")
    text = PdfReader(BytesIO(print_document(document))).pages[0].extract_text()
    assert text.index("corps") < text.index("pied")
