from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from hashlib import sha256
from io import BytesIO
from unicodedata import category

import pytest
from pypdf import PdfReader

from sportsec.reports.document import (
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from sportsec.reports.pdf.renderer import render
from tests.unit.reports.papers import arabic
from tests.unit.reports.papers_latin import bilingual, french

# Languages, templates and the words for no rows are no text of the paper.
NOT_PRINTED = {"language", "second_language", "page_of", "anchor", "empty"}


def reader(document: Document) -> PdfReader:
    return PdfReader(BytesIO(render(document)))


def text_of(document: Document) -> str:
    pages = (page.extract_text() for page in reader(document).pages)
    return "".join(s for page in pages for s in page if category(s) != "Cf")


def strings(value: object) -> Iterator[str]:
    """All texts of a document, wherever they stand."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        names = {field.name for field in fields(value)} - NOT_PRINTED
        for name in sorted(names):
            yield from strings(getattr(value, name))


@pytest.mark.parametrize("make", [arabic, french, bilingual])
def test_the_same_document_gives_the_same_bytes(make: object) -> None:
    document = make()  # type: ignore[operator]  # a function without arguments
    assert render(document) == render(document)


def test_another_process_and_locale_give_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; from tests.unit.reports.papers import arabic;"
        "from sportsec.reports.pdf.renderer import render;"
        "print(hashlib.sha256(render(arabic())).hexdigest())"
    )
    strange = {
        "LC_ALL": "C",
        "LANGUAGE": "fa",
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "7",
    }
    out = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **strange},
        capture_output=True,
        check=True,
        text=True,
    )
    assert out.stdout.strip() == sha256(render(arabic())).hexdigest()


def test_what_was_printed_before_does_not_matter() -> None:
    first = render(french())
    render(arabic())
    assert render(french()) == first


def test_threads_may_print_at_the_same_time() -> None:
    alone = [render(french()), render(bilingual())]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda k: render((french, bilingual)[k % 2]()), range(8)))
    assert made == alone * 4


def test_nothing_heavy_is_imported_before_the_first_paper() -> None:
    code = (
        "import sys, sportsec.reports.pdf.renderer;"
        "print({'reportlab', 'uharfbuzz'} & set(sys.modules))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert out.stdout.strip() == "set()"


@pytest.mark.parametrize("make", [arabic, french, bilingual])
def test_no_letter_of_the_document_is_missing_on_paper(make: object) -> None:
    document = make()  # type: ignore[operator]  # as above
    written = Counter("".join(strings(document)))
    printed = Counter(text_of(document))
    missing = {
        sign: (count, printed[sign])
        for sign, count in written.items()
        if not sign.isspace() and category(sign) != "Cf" and printed[sign] < count
    }
    assert missing == {}


@pytest.mark.parametrize(
    "word",
    [
        "الإحاطة",
        "الأبواب",
        "اللجنة",
        "الإقليمي",
        "المجموع",
        "حَافِظُوا",
        "32.500",
        "20:00",
    ],
)
def test_arabic_words_are_read_back_as_written(word: str) -> None:
    assert word in text_of(replace(arabic(), subtitle="الإحاطة"))


def test_only_our_faces_are_in_the_file() -> None:
    data = render(arabic())
    names = set()
    for page in PdfReader(BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # a dict
            made = font.get_object()
            (inner,) = made["/DescendantFonts"]
            names.add(made["/BaseFont"].split("+")[1])
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"]
            assert "/ToUnicode" in made
    assert names == {
        "Vazirmatn-Regular",
        "Vazirmatn-Bold",
        "SportSecSymbols-Regular",
    }
    assert b"Helvetica" not in data


def test_the_pages_are_counted() -> None:
    pages = reader(french()).pages
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} sur {len(pages)}" in page.extract_text()


def test_three_hundred_posts_are_all_there_under_repeated_headings() -> None:
    rows = tuple(Row((f"P{k:03}", "garder la porte")) for k in range(300))
    table = Table((Column("Code", keep=True), Column("Mission")), rows)
    pages = [
        page.extract_text() for page in reader(Document("t", "fr", (table,))).pages
    ]
    assert len(pages) > 5
    assert all("Mission" in page for page in pages)
    found = [
        w for page in pages for w in page.split() if w[0] == "P" and w[1:].isdigit()
    ]
    assert found == [f"P{k:03}" for k in range(300)]


def test_the_file_says_what_it_is() -> None:
    moment = datetime(2026, 11, 26, 17, 40, tzinfo=UTC)
    made = reader(replace(arabic(), created=moment, author="خلية"))
    assert made.metadata is not None
    assert made.metadata.title == "إحاطة أمنية خاصة بمباراة لكرة القدم"
    assert made.metadata.author == "خلية"
    assert made.metadata.creation_date == moment
    catalogue = made.trailer["/Root"]
    assert catalogue["/Lang"] == "ar"  # type: ignore[index]  # a dictionary
    assert catalogue["/ViewerPreferences"]["/Direction"] == "/R2L"  # type: ignore[index]  # as above


def test_headings_are_the_outline_of_the_file() -> None:
    blocks = (Heading("Un"), Heading("Détail", 2), Heading("Deux"), Paragraph("x"))
    outline = reader(Document("t", "fr", blocks)).outline
    assert [getattr(e, "title", None) for e in outline if not isinstance(e, list)] == [
        "Un",
        "Deux",
    ]


def test_an_empty_document_is_one_page() -> None:
    assert len(reader(Document("", "ar", ())).pages) == 1
