from __future__ import annotations

from sportsec.reports.document import Callout, Heading, Paragraph, Tone
from sportsec.reports.pdf.box import Box, paginate
from sportsec.reports.pdf.prose import Frame, callout_box, heading_box
from tests.unit.reports.sheet import ROOM, WIDTH, Sheet, measure, printed

LONG = "يراقب رئيس القطاع سير العملية ويخبر مركز القيادة بكل طارئ. " * 30


def test_a_heading_stays_with_what_follows_and_enters_the_outline() -> None:
    box = heading_box(Heading("الوضعية", number="1"), measure())
    assert box.with_next
    sheet = Sheet()
    box.draw(sheet, 0.0, 0.0)
    assert sheet.entries == [("1\u2002الوضعية", 0)]


def test_only_the_first_level_has_a_rule() -> None:
    assert printed(Heading("أ")).lines
    assert not printed(Heading("أ", 2)).lines


def test_a_bullet_hangs_at_the_reading_start() -> None:
    mark, *lines = printed(Paragraph(LONG, bullet="•")).words
    assert mark.x > max(words.x + words.width for words in lines)
    mark, *lines = printed(Paragraph("Texte " * 60, bullet="•"), language="fr").words
    assert mark.x == 0.0
    assert min(words.x for words in lines) > mark.width


def test_several_lines_of_a_message_become_a_list() -> None:
    assert printed(Callout("تنبيه", ("أول", "ثان"))).all_text().count("•") == 2
    assert "•" not in printed(Callout("تنبيه", ("وحيد",))).all_text()


def test_the_bar_of_a_message_stands_at_the_reading_start() -> None:
    def bar(language: str) -> float:
        boxes = printed(Callout("x", ("y",)), language=language).boxes
        (found,) = [box for box in boxes if box["width"] == 4.0]
        return float(found["x"])

    assert bar("ar") == WIDTH - 4.0
    assert bar("fr") == 0.0


def test_only_warnings_carry_the_sign() -> None:
    assert printed(Callout("x", tone=Tone.ALERT)).paths
    assert not printed(Callout("x", tone=Tone.ACCENT)).paths


def test_no_point_of_a_message_stands_alone_on_a_page() -> None:
    box = callout_box(Callout("عنوان", ("أول", "ثان", "ثالث", "رابع")), measure())
    for room in range(int(box.height) - 1, 0, -4):
        parts = box.split(room)
        if parts is not None:
            assert [written(part).count("•") for part in parts] == [2, 2]
    three = callout_box(Callout("عنوان", ("أول", "ثان", "ثالث")), measure())
    assert three.split(three.height - 1) is None


def written(box: Box) -> str:
    sheet = Sheet()
    box.draw(sheet, 0.0, 0.0)
    return sheet.all_text()


def test_a_long_message_goes_on_in_a_frame_of_its_own() -> None:
    pages = paginate([callout_box(Callout("عنوان", (LONG,) * 6), measure())], ROOM)
    assert len(pages) > 1
    words = 0
    for page in pages:
        assert all(isinstance(box, Frame) for box in page.boxes)
        assert page.height <= ROOM
        sheet = Sheet()
        page.draw(sheet, 0.0, 0.0)
        words += sheet.all_text().count("العملية")
    assert words == 6 * 30
