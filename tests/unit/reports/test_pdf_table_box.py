from __future__ import annotations

from itertools import pairwise

from sportsec.reports.document import Column, Heading, Row, RowKind, Spacer, Table
from sportsec.reports.pdf.box import Stack, paginate
from sportsec.reports.pdf.table import table_boxes
from tests.unit.reports.sheet import ROOM, Sheet, boxes, measure

COLUMNS = (Column("رقم", keep=True), Column("المركز"))


def pages_of(*rows: Row, repeat_header: bool = True) -> list[Sheet]:
    block = Table(COLUMNS, rows, repeat_header=repeat_header)
    sheets = []
    for page in paginate(table_boxes(block, measure()), ROOM):
        sheet = Sheet()
        page.draw(sheet, 0.0, 0.0)
        sheets.append(sheet)
    return sheets


def posts(count: int) -> list[Row]:
    return [Row((str(k), f"مركز {k}")) for k in range(count)]


def test_a_long_table_repeats_its_headings_and_loses_no_row() -> None:
    pages = pages_of(*posts(300))
    assert len(pages) > 5
    assert all("المركز" in page.all_text() for page in pages)
    seen = [words.text for page in pages for words in page.words]
    assert [text for text in seen if text.isdigit()] == [str(k) for k in range(300)]


def test_headings_are_printed_once_where_that_is_asked() -> None:
    pages = pages_of(*posts(100), repeat_header=False)
    assert ["المركز" in page.all_text() for page in pages].count(True) == 1


def test_no_row_leaves_its_page() -> None:
    for page in pages_of(*posts(200)):
        assert max(words.baseline for words in page.words) < ROOM


def test_a_subheading_moves_to_the_page_of_its_rows() -> None:
    fitting = len([w for w in pages_of(*posts(100))[0].words if w.text.isdigit()])
    section = Row(("قطاع",), RowKind.SECTION)
    pages = pages_of(*posts(fitting - 1), section, *posts(5))
    assert "قطاع" not in pages[0].all_text()
    assert "قطاع" in pages[1].all_text()


def test_a_subheading_stands_with_two_of_its_rows_unless_it_has_but_one() -> None:
    fitting = len([w for w in pages_of(*posts(100))[0].words if w.text.isdigit()])
    section = Row(("قطاع",), RowKind.SECTION)
    pages = pages_of(*posts(fitting - 2), section, *posts(5))
    assert "قطاع" not in pages[0].all_text()
    pages = pages_of(*posts(fitting - 2), section, *posts(1), section, *posts(5))
    assert pages[0].all_text().count("قطاع") == 1


def test_each_page_says_again_under_which_subheading_its_rows_stand() -> None:
    first, second = (Row((name,), RowKind.SECTION) for name in ("قبل", "بعد"))
    pages = pages_of(first, *posts(60), second, *posts(60))
    assert len(pages) > 3
    for page in pages:
        at = page.all_text()
        assert "قبل" in at or "بعد" in at
    assert "قبل" not in pages[-1].all_text()
    rows = [w.text for page in pages for w in page.words if w.text.isdigit()]
    assert rows == [str(k) for k in range(60)] * 2


def test_a_subheading_that_begins_a_page_is_said_once() -> None:
    fitting = len([w for w in pages_of(*posts(100))[0].words if w.text.isdigit()])
    first, second = (Row((name,), RowKind.SECTION) for name in ("قبل", "بعد"))
    pages = pages_of(first, *posts(fitting - 1), second, *posts(3))
    assert pages[1].all_text().count("بعد") == 1
    assert "قبل" not in pages[1].all_text()


def test_a_subheading_is_none_of_the_two_rows_that_begin_a_table() -> None:
    rows = Row(("قطاع",), RowKind.SECTION), *posts(9)
    (whole,) = table_boxes(Table(COLUMNS, rows), measure())
    (short,) = table_boxes(Table(COLUMNS, rows[:3]), measure())
    assert whole.head == short.height


def test_a_table_of_subheadings_does_not_leave_its_title_alone() -> None:
    rows = tuple(Row((f"قطاع {k}",), RowKind.SECTION) for k in range(90))
    laid = boxes(Spacer(20), Heading("ملحق"), Table(COLUMNS, rows))
    sheet = Sheet()
    paginate(laid, ROOM)[0].draw(sheet, 0.0, 0.0)
    assert "ملحق" in sheet.all_text()
    assert "قطاع" in sheet.all_text()


def test_a_total_is_never_alone_on_a_page() -> None:
    fitting = len([w for w in pages_of(*posts(100))[0].words if w.text.isdigit()])
    pages = pages_of(*posts(fitting), Row(("999",), RowKind.TOTAL))
    last = [words.text for words in pages[1].words if words.text.isdigit()]
    assert last == [str(fitting - 1), "999"]


def test_only_a_row_that_no_page_can_hold_is_divided() -> None:
    giant = Row(("7", "كلمة " * 3000))
    pages = pages_of(Row(("1", "أ")), giant, Row(("9", "ب")))
    assert len(pages) > 2
    assert sum(page.all_text().count("كلمة") for page in pages) == 3000
    tall = Row(("8", "كلمة " * 400))
    first, second = pages_of(*posts(25), tall)
    assert "كلمة" not in first.all_text()
    assert second.all_text().count("كلمة") == 400


def test_subheadings_alone_still_fill_pages() -> None:
    rows = [Row((f"قطاع {k}",), RowKind.SECTION) for k in range(90)]
    pages = pages_of(*rows)
    assert sum(page.all_text().count("قطاع") for page in pages) == 90
    assert all(max(w.baseline for w in page.words) < ROOM for page in pages)


def test_grave_rows_carry_a_bar_at_their_start_in_black_ink_too() -> None:
    rows = Row(("1", "أ"), RowKind.WARN), Row(("2", "ب"), RowKind.ALERT)
    sheet = Sheet()
    Stack.of(table_boxes(Table(COLUMNS, rows), measure())).draw(sheet, 0.0, 0.0)
    bars = [shape for shape in sheet.boxes if shape["width"] == 3.0]
    assert [shape["x"] for shape in bars] == [477.0, 477.0]
    hollow, solid = bars
    assert hollow.get("stroke")
    assert not solid.get("stroke")


def test_rows_follow_each_other_without_gap() -> None:
    (page,) = pages_of(*posts(5))
    lines = [w.baseline for w in page.words if w.text.isdigit()]
    steps = [below - above for above, below in pairwise(lines)]
    assert max(steps) - min(steps) < 0.01
