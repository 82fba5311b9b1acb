from __future__ import annotations

import pytest

from sportsec.reports.document import Align
from sportsec.reports.pdf.palette import BODY
from sportsec.reports.pdf.text_box import TextBox, aligned, baseline_of
from tests.unit.reports.sheet import Sheet

LONG = "تنطلق المباراة بعد صلاة العشاء وتفتح الأبواب قبل ذلك بساعات " * 6


def drawn(box: TextBox) -> Sheet:
    sheet = Sheet()
    box.draw(sheet, 100.0, 50.0)
    return sheet


@pytest.mark.parametrize(
    ("align", "rtl", "left"),
    [
        (Align.START, False, 0.0),
        (Align.START, True, 60.0),
        (Align.END, False, 60.0),
        (Align.END, True, 0.0),
        (Align.CENTER, True, 30.0),
        (Align.CENTER, False, 30.0),
    ],
)
def test_start_is_where_the_language_begins(
    align: Align, left: float, *, rtl: bool
) -> None:
    assert aligned(align, 60.0, rtl=rtl) == left


def test_arabic_lines_end_at_the_right_edge() -> None:
    for words in drawn(TextBox.of(LONG, BODY, 300.0, rtl=True)).words:
        assert words.x + words.width == pytest.approx(400.0)


def test_justified_lines_fill_the_width_but_the_last_does_not() -> None:
    box = TextBox.of(LONG, BODY, 300.0, rtl=True, align=Align.JUSTIFY)
    *full, last = drawn(box).words
    assert [words.width for words in full] == pytest.approx([300.0] * len(full))
    assert all(words.x == pytest.approx(100.0) for words in full)
    assert last.width < 300.0


def test_a_division_leaves_at_least_two_lines_on_either_side() -> None:
    box = TextBox.of(LONG, BODY, 200.0, rtl=True)
    count = len(box.lines)
    parts = box.split((count - 1) * BODY.line)
    assert parts is not None
    assert [len(part.lines) for part in parts] == [count - 2, 2]  # type: ignore[attr-defined]  # both are texts
    assert box.split(1.5 * BODY.line) is None


def test_three_lines_are_never_divided() -> None:
    box = TextBox.of("أ\nب\nج", BODY, 200.0, rtl=True)
    assert box.split(2 * BODY.line) is None
    assert box.head == box.height


def test_baselines_are_a_line_apart() -> None:
    first, second = drawn(TextBox.of("أ\nب", BODY, 200.0, rtl=True)).words
    assert first.baseline == pytest.approx(50.0 + baseline_of(BODY))
    assert second.baseline - first.baseline == pytest.approx(BODY.line)
