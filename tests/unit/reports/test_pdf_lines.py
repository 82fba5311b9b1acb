from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sportsec.reports.pdf.lines import Line, break_lines, one_line
from sportsec.reports.pdf.palette import BODY
from sportsec.reports.pdf.typeset import typeset

LETTERS = "ابلاجدهورأة 0123 abcdé ()،.-–ًُّ"


def logical(line: Line, *, rtl: bool) -> str:
    """Words of a line that has one direction only, in reading order."""
    pieces = line.pieces[::-1] if rtl else line.pieces
    return "".join(piece.word for piece in pieces)


def test_the_first_line_holds_the_first_words() -> None:
    text = typeset("تنطلق المباراة بعد صلاة العشاء", BODY, rtl=True)
    lines = break_lines(text, 90.0)
    assert len(lines) > 1
    assert logical(lines[0], rtl=True).startswith("تنطلق المباراة")
    assert logical(lines[-1], rtl=True).endswith("العشاء")


def test_a_number_in_arabic_stands_in_its_place_from_left_to_right() -> None:
    line = one_line(typeset("القناة 12 مفتوحة", BODY, rtl=True))
    assert [piece.word for piece in line.pieces] == ["مفتوحة", " ", "12", " ", "القناة"]


def test_a_word_that_fits_is_never_cut() -> None:
    text = typeset("رقم 10", BODY, rtl=True)
    lines = break_lines(text, text.widest)
    assert [logical(line, rtl=True) for line in lines] == ["رقم", "10"]


def test_only_the_last_line_of_a_paragraph_ends_it() -> None:
    lines = break_lines(typeset("un deux trois\nquatre", BODY, rtl=False), 30.0)
    assert [line.ends for line in lines] == [False, False, True, True]


def test_a_cut_word_keeps_its_joined_letters() -> None:
    text = typeset("المستشفى", BODY, rtl=True)
    whole = [g.glyph for g in one_line(text).pieces[0].shaped.glyphs if not g.carrier]
    cut: list[int] = []
    for line in break_lines(text, text.widest / 3):
        part = line.pieces[0].shaped.glyphs
        cut = [g.glyph for g in part if not g.carrier] + cut
    assert cut == whole


@given(
    text=st.text(LETTERS, max_size=60),
    width=st.floats(1.0, 300.0),
    rtl=st.booleans(),
)
def test_no_letter_is_lost_at_any_width(text: str, width: float, *, rtl: bool) -> None:
    lines = break_lines(typeset(text, BODY, rtl=rtl), width)
    shown = sorted(sign for line in lines for p in line.pieces for sign in p.word)
    assert [s for s in shown if s != " "] == sorted(text.replace(" ", ""))


@given(text=st.text(LETTERS, min_size=1, max_size=60), width=st.floats(30.0, 300.0))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    for line in break_lines(typeset(text, BODY, rtl=True), width):
        assert line.width <= width + 0.02
