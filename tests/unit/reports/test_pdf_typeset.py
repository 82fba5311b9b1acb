from __future__ import annotations

import pytest

from sportsec.reports.document import Inline, Span, Tone
from sportsec.reports.pdf.fonts import FaceName
from sportsec.reports.pdf.palette import BODY
from sportsec.reports.pdf.typeset import Text, natural_width, typeset


def units(inline: Inline, *, rtl: bool = False) -> list[str]:
    text = typeset(inline, BODY, rtl=rtl)
    return [
        "".join(piece.word for piece in unit.pieces)
        for paragraph in text.paragraphs
        for unit in paragraph
    ]


def ar(text: str) -> Text:
    return typeset(text, BODY, rtl=True)


def test_lines_may_break_at_spaces_and_after_the_hyphen_of_a_compound() -> None:
    assert units("Sidi-Moumen est là") == ["Sidi-", "Moumen", "est", "là"]
    assert units("le 12-14 à A-1") == ["le", "12-14", "à", "A-1"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bien ; « huis clos » ici", ["Bien ;", "« huis", "clos »", "ici"]),
        ("الأمل – النجم", ["الأمل –", "النجم"]),
        ("17\u00a0h\u00a030", ["17\u00a0h\u00a030"]),
    ],
)
def test_punctuation_stays_with_its_word(text: str, kept: list[str]) -> None:
    assert units(text) == kept


def test_isolated_hours_and_telephones_are_never_broken() -> None:
    assert units("من \u206817:00 – 23:30\u2069 إلى", rtl=True) == [
        "من",
        "17:00 – 23:30",
        "إلى",
    ]
    assert "+212 5 22 00" in units("الهاتف \u2068+212 5 22 00\u2069", rtl=True)


def test_an_isolated_name_may_be_broken() -> None:
    assert units("فريق \u2068Red Lions\u2069", rtl=True) == ["فريق", "Red", "Lions"]


def test_blanks_collapse_and_line_feeds_begin_a_line() -> None:
    assert units("  un \t deux ") == ["un", "deux"]
    assert len(typeset("un\n\ndeux", BODY, rtl=False).paragraphs) == 3


def test_spaces_between_spans_count_once() -> None:
    text = typeset(("un ", Span(" deux", bold=True)), BODY, rtl=False)
    (first, _) = text.paragraphs[0]
    assert len(first.gap) == 1


def test_a_span_gives_its_weight_and_tone() -> None:
    text = typeset(("a", Span("b", bold=True, tone=Tone.ALERT)), BODY, rtl=False)
    (unit,) = text.paragraphs[0]
    assert [piece.shaped.face for piece in unit.pieces] == [
        FaceName.REGULAR,
        FaceName.BOLD,
    ]
    assert [piece.tone for piece in unit.pieces] == [Tone.PLAIN, Tone.ALERT]


def test_marks_of_direction_leave_no_piece() -> None:
    assert units("\u2068\u2069", rtl=True) == []
    assert units("\u200fأ\u200e", rtl=True) == ["أ"]


def test_a_word_with_a_foreign_sign_uses_both_faces() -> None:
    (unit,) = typeset("ok✓", BODY, rtl=False).paragraphs[0]
    assert [piece.shaped.face for piece in unit.pieces] == [
        FaceName.REGULAR,
        FaceName.SYMBOLS,
    ]


def test_the_natural_width_is_that_of_one_line() -> None:
    text = ar("القطاع أ")
    (paragraph,) = text.paragraphs
    space = paragraph[0].gap_width
    assert text.natural == pytest.approx(natural_width(paragraph))
    assert text.natural == pytest.approx(sum(u.width for u in paragraph) + space)
    assert text.widest == max(unit.width for unit in paragraph)


def test_nothing_typesets_to_nothing() -> None:
    assert ar("").natural == 0.0
    assert typeset((), BODY, rtl=True).widest == 0.0
