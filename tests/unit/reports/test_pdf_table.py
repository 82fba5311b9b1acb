from __future__ import annotations

import pytest

from sportsec.reports.document import Align, Cell, Column, Row, RowKind, Table, Tone
from sportsec.reports.pdf.table import table_boxes
from sportsec.reports.pdf.table_box import TableBox
from tests.unit.reports.sheet import WIDTH, Sheet, measure, printed

THREE = (Column("الأول"), Column("الثاني", 3), Column("الثالث", keep=True))


def table(*rows: Row, columns: tuple[Column, ...] = THREE, **more: object) -> Table:
    return Table(columns, rows, **more)  # type: ignore[arg-type]  # passed on


def test_an_arabic_table_runs_from_right_to_left() -> None:
    sheet = printed(table(Row(("س", "ع", "ص"))))
    first, second, third = (sheet.place(sign).x for sign in "سعص")
    assert first > second > third
    assert sheet.place("الأول").x > sheet.place("الثالث").x


def test_a_french_table_runs_from_left_to_right() -> None:
    sheet = printed(table(Row(("s", "d", "t"))), language="fr")
    assert sheet.place("s").x < sheet.place("d").x < sheet.place("t").x


def test_a_mirrored_table_is_the_mirror_image() -> None:
    block = table(Row(("1", "2", "3")), columns=(Column(), Column(width=3), Column()))
    left, right = printed(block, language="fr"), printed(block, language="ar")
    for sign in "123":
        one, other = left.place(sign), right.place(sign)
        assert one.x == pytest.approx(WIDTH - other.x - other.width)
    dividers = sorted({round(WIDTH - x, 3) for (x, _), (y, _) in left.lines if x == y})
    assert dividers == sorted({round(x, 3) for (x, _), (y, _) in right.lines if x == y})


def test_a_kept_column_never_wraps() -> None:
    long = Row(("نص " * 60, "نص " * 60, "\u2066+212 5 22 00 11 22\u2069"))
    place = printed(table(long)).place("+212 5 22 00 11 22")
    assert place.text == "+212 5 22 00 11 22"


def test_a_number_is_not_broken_while_the_words_fit() -> None:
    columns = tuple(Column(str(k)) for k in range(12))
    row = Row(tuple("10" if k % 2 else "قطاع" for k in range(12)))
    sheet = printed(table(row, columns=columns))
    assert sum(words.text == "10" for words in sheet.words) == 7  # one is a heading


def test_type_grows_smaller_before_words_break() -> None:
    columns = tuple(Column("المستشفيات") for _ in range(10))
    wide = printed(table(Row(("أ",) * 8), columns=columns[:3])).words[0].size
    many = printed(table(Row(("أ",) * 10), columns=columns))
    assert many.words[0].size < wide
    assert [words.text for words in many.words].count("المستشفيات") == 10


def test_too_many_columns_lose_no_letter() -> None:
    columns = tuple(Column(str(k)) for k in range(60))
    sheet = printed(table(Row(("المحافظة",) * 60), columns=columns))
    letters = "".join(words.text for words in sheet.words)
    assert letters.count("ظ") == 60
    assert letters.count("ح") == 60


def test_a_cell_may_cover_several_columns() -> None:
    total = Row((Cell("المجموع", span=2), "7"), RowKind.TOTAL)
    sheet = printed(table(Row(("أ", "ب", "1")), total))
    assert sheet.place("المجموع").x > sheet.place("7").x


def test_missing_cells_are_empty_and_superfluous_ones_ignored() -> None:
    sheet = printed(table(Row(("وحيد",)), Row(("أ", "ب", "ج", "زائد"))))
    assert "وحيد" in sheet.all_text()
    assert "زائد" not in sheet.all_text()


def test_a_table_without_rows_says_so() -> None:
    assert "لا شيء" in printed(table(empty="لا شيء")).all_text()


def test_figures_may_stand_at_the_reading_end() -> None:
    columns = (Column("أ"), Column("ب", align=Align.END))
    sheet = printed(table(Row(("س", "5")), columns=columns))
    assert sheet.place("5").x < 20.0


def test_group_headings_stand_over_their_columns() -> None:
    sheet = printed(table(Row(("1", "2", "3")), groups=(("مجموعة", 2), ("", 1))))
    group = sheet.place("مجموعة")
    assert group.baseline < sheet.place("الأول").baseline
    assert group.x > sheet.place("الثالث").x


def test_a_caption_stays_with_its_table() -> None:
    caption, box = table_boxes(table(Row(("1",)), caption="عنوان"), measure())
    assert caption.with_next
    assert isinstance(box, TableBox)


def test_a_loud_cell_has_a_ground_of_its_own() -> None:
    sheet = Sheet()
    for box in table_boxes(table(Row((Cell("خطر", tone=Tone.ALERT),))), measure()):
        box.draw(sheet, 0, 0)
    assert any(shape.get("fill") == "FBE9E7" for shape in sheet.boxes)


def test_compact_tables_are_smaller() -> None:
    row = Row(("1", "2", "3"))
    small, large = printed(table(row, compact=True)), printed(table(row))
    assert small.words[0].size < large.words[0].size
