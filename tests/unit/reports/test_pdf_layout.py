from __future__ import annotations

from typing import get_args

import pytest

from sportsec.reports.document import (
    Badge,
    Block,
    Column,
    Columns,
    Heading,
    InLanguage,
    KeepTogether,
    KeyValues,
    Level,
    PageBreak,
    Paragraph,
    Row,
    SideBySide,
    Signature,
    SignatureBlock,
    Spacer,
    Table,
)
from sportsec.reports.pdf.box import Bound, paginate
from sportsec.reports.pdf.layout import can_lay_out
from sportsec.reports.pdf.palette import MM
from tests.unit.reports.sheet import ROOM, WIDTH, Sheet, boxes, printed

LONG = Paragraph("كلمة " * 900)


@pytest.mark.parametrize("kind", get_args(Block))
def test_every_kind_of_block_can_be_printed(kind: type) -> None:
    assert can_lay_out(kind)


def test_the_first_language_stands_on_its_reading_start_side() -> None:
    block = SideBySide((Paragraph("عربي"),), (Paragraph("français"),))
    sheet = printed(block, language="ar", second="fr")
    assert sheet.place("عربي").x > WIDTH / 2 > sheet.place("français").x
    assert sheet.place("français").x == 0.0
    sheet = printed(SideBySide(block.second, block.first), language="fr", second="ar")
    assert sheet.place("عربي").x > WIDTH / 2 > sheet.place("français").x


def test_columns_run_on_together_over_pages() -> None:
    block = Columns(((LONG,), (Paragraph("قصير"),)))
    pages = paginate(boxes(block, Paragraph("بعد")), ROOM)
    sheets = [Sheet() for _ in pages]
    for page, sheet in zip(pages, sheets, strict=True):
        page.draw(sheet, 0.0, 0.0)
    assert len(pages) > 1
    assert "قصير" in sheets[0].all_text()
    assert "بعد" in sheets[-1].all_text()
    assert sum(sheet.all_text().count("كلمة") for sheet in sheets) == 900


def test_shares_decide_the_widths_of_columns() -> None:
    block = Columns(((Paragraph("أ"),), (LONG,)), shares=(1, 3))
    wide = max(words.width for words in printed(block).words)
    assert wide > WIDTH * 0.6


def test_blocks_in_another_language_turn_their_direction() -> None:
    block = InLanguage("fr", (Paragraph("bonjour"),))
    assert printed(block).place("bonjour").x == 0.0


def test_what_is_kept_together_is_bound_if_a_page_can_hold_it() -> None:
    short = boxes(KeepTogether((Heading("أ"), Paragraph("ب"))))
    assert isinstance(short[0], Bound)
    long = boxes(KeepTogether((LONG, LONG)))
    assert len(long) == 2


def test_what_leads_to_a_table_longer_than_a_page_stands_with_its_first_rows() -> None:
    table = Table((Column("عمود"),), tuple(Row((f"سطر {k}",)) for k in range(80)))
    sheet = KeepTogether((Heading("عنوان"), KeyValues((("اسم", "قيمة"),)), table))
    for lines in range(30):
        before = Spacer(lines * 10.0)
        pages = paginate(boxes(Paragraph("قبل"), before, sheet), ROOM)
        drawn = [Sheet() for _ in pages]
        for page, each in zip(pages, drawn, strict=True):
            page.draw(each, 0.0, 0.0)
        (headed,) = (each for each in drawn if "عنوان" in each.all_text())
        assert "قيمة" in headed.all_text()
        assert "سطر" in headed.all_text()


SIGNED = SignatureBlock((Signature("صادق عليه"),))


def last_page(*blocks: Block) -> str:
    sheet = Sheet()
    paginate(boxes(*blocks), ROOM)[-1].draw(sheet, 0.0, 0.0)
    return sheet.all_text()


def filled_up_to(room: float) -> tuple[Block, ...]:
    """A page of which about so many points are left."""
    return Paragraph("صفحة"), Spacer((ROOM - room) / MM)


@pytest.mark.parametrize("room", range(60, 260, 20))
@pytest.mark.parametrize(
    "block",
    [
        Paragraph("كلمة " * 60),
        Table((Column("رقم"),), tuple(Row((f"سطر {n}",)) for n in range(4))),
        KeepTogether((Heading("عنوان"), Paragraph("كلمة"))),
    ],
)
def test_signatures_never_stand_alone_on_a_page(block: Block, room: int) -> None:
    """They stand with two lines, or two rows, of what they sign at least."""
    said = last_page(*filled_up_to(room), block, SIGNED)
    assert "صادق" in said
    assert said.count("كلمة") + said.count("سطر") > 0
    if isinstance(block, Table):
        assert said.count("سطر") >= 2


def test_what_fills_a_page_leaves_its_end_to_the_signatures() -> None:
    rows = tuple(Row((f"سطر {n}",)) for n in range(34))
    block = KeepTogether((Heading("عنوان"), Table((Column("رقم"),), rows)))
    assert len(paginate(boxes(block), ROOM)) == 1
    said = last_page(block, SIGNED)
    assert "صادق" in said
    assert said.count("سطر") >= 2


@pytest.mark.parametrize("room", range(20, 140, 10))
@pytest.mark.parametrize("bullet", ["", "•"])
def test_the_last_of_several_points_never_stands_alone_on_a_page(
    room: int, bullet: str
) -> None:
    points = [Paragraph(f"نقطة {n}", bullet=bullet) for n in range(4)]
    assert last_page(*filled_up_to(room), Heading("عنوان"), *points).count("نقطة") > 1


def test_a_page_break_breaks_and_a_spacer_leaves_room() -> None:
    assert boxes(PageBreak())[0].breaks
    below = printed(Paragraph("أ"), Spacer(20), Paragraph("ب"))
    near = printed(Paragraph("أ"), Paragraph("ب"))
    assert below.place("ب").baseline - near.place("ب").baseline > 50


def test_a_single_badge_is_a_row_of_one() -> None:
    assert "حرج" in printed(Badge("حرج", Level.CRITICAL)).all_text()
