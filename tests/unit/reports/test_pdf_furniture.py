from __future__ import annotations

from dataclasses import replace

from sportsec.reports.document import Document
from sportsec.reports.pdf.furniture import Furniture
from tests.unit.reports.sheet import Sheet

PAPER = Document(
    "عنوان الوثيقة",
    "ar",
    (),
    marking="توزيع محدود",
    footer=("أمر 7", "النسخة 2"),
    page_of="صفحة {page} من {pages}",
)


def drawn(document: Document, page: int, pages: int = 9) -> Sheet:
    sheet = Sheet()
    furniture = Furniture(document)
    furniture.header(sheet, first=page == 1)
    furniture.footer(sheet, page, pages)
    return sheet


def test_the_marking_stands_on_the_cover_and_at_the_foot_of_each_page() -> None:
    for page, times in ((1, 2), (5, 1)):
        texts = [words.text for words in drawn(PAPER, page).words]
        assert texts.count("توزيع محدود") == times


def test_the_running_title_begins_on_the_second_page() -> None:
    assert "عنوان الوثيقة" not in drawn(PAPER, 1).all_text()
    assert "عنوان الوثيقة" in drawn(PAPER, 2).all_text()
    short = replace(PAPER, running_title="قصير")
    assert "قصير" in drawn(short, 2).all_text()


def test_pages_are_numbered_in_the_words_of_the_document() -> None:
    assert "صفحة 3 من 12" in drawn(PAPER, 3, 12).all_text()


def test_the_footer_begins_where_reading_does_and_the_number_ends_it() -> None:
    sheet = drawn(PAPER, 1)
    assert sheet.place("أمر 7").x > sheet.place("صفحة").x
    french = replace(PAPER, language="fr", footer=("Ordre",), page_of="{page}/{pages}")
    sheet = drawn(french, 1)
    assert sheet.place("Ordre").x < sheet.place("1/9").x


def test_a_bare_page_count_reads_from_left_to_right_in_arabic_too() -> None:
    sheet = drawn(replace(PAPER, page_of="{page} / {pages}"), 1, 2)
    assert "1 / 2" in sheet.all_text()


def test_two_languages_share_one_marking() -> None:
    both = replace(PAPER, second_language="fr", second_marking="Diffusion restreinte")
    assert "Diffusion restreinte" in drawn(both, 1).all_text()


def test_a_document_without_marking_has_no_frame() -> None:
    assert not drawn(replace(PAPER, marking=""), 1).boxes


def test_a_long_title_keeps_clear_of_the_body() -> None:
    sheet = drawn(replace(PAPER, title="عنوان طويل " * 60), 2)
    assert len([words for words in sheet.words if "عنوان" in words.text]) == 2


def test_landscape_turns_the_paper() -> None:
    upright, lying = Furniture(PAPER), Furniture(replace(PAPER, landscape=True))
    assert lying.paper == upright.paper[::-1]
    assert lying.width > upright.width
