"""Our lines beside Qt's: the same glyphs, the same order, the same search."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.reports.document import Span
from sportsec.reports.pdf.fonts import FaceName, face
from sportsec.reports.pdf.lines import one_line
from sportsec.reports.pdf.palette import Type
from sportsec.reports.pdf.renderer import render
from sportsec.reports.pdf.typeset import typeset
from tests.unit.reports.papers import arabic

SIZE = 1000.0
ARABIC = (
    "إحاطة أمنية خاصة بمباراة لكرة القدم",
    "تنطلق المباراة على الساعة 20:00 بالمركب الرياضي البلدي",
    "تفتح الأبواب ابتداء من الساعة \u206616:30\u2069 أمام 32.500 متفرج",
    "يتولى العميد الإقليمي قيادة العملية من مركز القيادة (PC Alpha 2).",
    "القطاع ب – المدرج الشمالي «Virage Nord» – 120 عنصرا",
    "الهاتف \u2066+212 5 22 00 11 22\u2069، القناة 4",
    "لا يُسمح بإدخال الشهب الاصطناعية والليزر إلى الملعب",
    "مُحَمَّدٌ الأمين، ولاية أمن الدار البيضاء",
    "حَافِظُوا عَلَى ضَبْطِ النَّفْسِ",
    "التصنيف: مرتفع (61/100)؛ هل من سؤال؟",
    "من \u206617:00 – 23:30\u2069 إلى غاية رفع الترتيبات",
    "الله أكبر، لله الأمر، الآلات والأعلام والإسناد اللوجستيكي",
    "النتيجة 2 – 1 لفائدة Raja في مباراة الذهاب",
    "نسبة الحضور 98,5% بزيادة 12% عن الموسم الماضي",
    "پيتزا ڤيلا ڭرسيف گراج",
    "البند [أ] ثم البند [ب] (انظر الملحق 3)",
    "القانون رقم \u206809.09\u2069 المتعلق بتتميم مجموعة القانون الجنائي",
    "بتاريخ 28/11/2026 على الساعة 18:45",
    "يوم 28-11-2026: الحافلة A3 ثم الحافلة B12",
    "١٢٣ متفرجا من أصل ٤٥٦",
)
LATIN = (
    "Fiche de match – Sécurité générale",
    "L’équipe visiteuse arrive à 17 h 45 par l’autoroute A3.",
    "« Huis clos » écarté ; 32 500 spectateurs, dont 1 800 visiteurs",
    "Œuvre, façade, affluence, officiel, coefficient",
    "AVATAR Toulouse Yaoundé WAY",
    "The commander’s intent: keep both groups apart (gate 7).",
    "Match Raja – Wydad (الرجاء – الوداد) à 20:00",
    "Porte n° 3: الباب الرئيسي, 120 agents",
    "Ultras «الحلالة بويز» 2005",
    "0123456789 +-×÷=%€",
)
LINES = [(line, True) for line in ARABIC] + [(line, False) for line in LATIN]


@pytest.fixture(scope="module")
def _faces(qapp: QApplication) -> None:
    for name in FaceName:
        assert QFontDatabase.addApplicationFont(str(name.path)) >= 0


def qt_glyphs(text: str, *, rtl: bool, bold: bool = False) -> list[tuple[int, float]]:
    """(glyph, position) from left to right, as Qt lays out the line."""
    font = QFont("Vazirmatn")
    font.setPixelSize(int(SIZE))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(right if rtl else left)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100 * SIZE)
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    found = [
        (glyph, position.x())
        for run in layout.glyphRuns()
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    return _without_spaces(found)


def our_glyphs(text: str, *, rtl: bool, bold: bool = False) -> list[tuple[int, float]]:
    """The same, as it is printed."""
    found = []
    at = 0.0
    for piece in one_line(typeset(text, Type(SIZE, bold=bold), rtl=rtl)).pieces:
        for glyph in piece.shaped.glyphs:
            if not glyph.carrier:
                found.append((glyph.glyph, at + glyph.dx))
            at += glyph.advance
    return _without_spaces(found)


def _without_spaces(found: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Drop what shows nothing, order from left to right, count from the first glyph."""
    hb_font = face(FaceName.REGULAR).hb_font
    empty = {hb_font.get_nominal_glyph(ord(sign)) for sign in " \u00a0"}
    seen = sorted((x, glyph) for glyph, x in found if glyph not in empty)
    first = seen[0][0]
    return [(glyph, x - first) for x, glyph in seen]


@pytest.mark.usefixtures("_faces")
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(("text", "rtl"), LINES)
def test_lines_have_the_glyphs_of_qt_in_the_same_order(
    text: str, *, rtl: bool, bold: bool
) -> None:
    ours, theirs = (make(text, rtl=rtl, bold=bold) for make in (our_glyphs, qt_glyphs))
    assert [glyph for glyph, _ in ours] == [glyph for glyph, _ in theirs]
    for (_, one), (_, other) in zip(ours, theirs, strict=True):
        assert abs(one - other) < SIZE * 0.02  # of one letter's height


@pytest.mark.usefixtures("_faces")
def test_a_bold_piece_in_mid_word_has_the_glyphs_of_the_whole_word() -> None:
    line = one_line(
        typeset(("الم", Span("بار", bold=True), "اة"), Type(SIZE), rtl=True)
    )
    glyphs = chain.from_iterable(piece.shaped.glyphs for piece in line.pieces)
    whole = [glyph for glyph, _ in qt_glyphs("المباراة", rtl=True)]
    assert [glyph.glyph for glyph in glyphs] == whole


@pytest.mark.parametrize(
    "word",
    [
        "الأمل الرياضي",
        "الإقليمي",
        "الأبواب",
        "اللجنة",
        "المجموع",
        "حَافِظُوا",
        "16:30",
        "الاحتياط والتدخل السريع",
    ],
)
def test_arabic_words_are_found_by_the_search_of_the_preview(
    word: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(render(arabic(8)))
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    search = QPdfSearchModel()
    search.setDocument(document)
    search.setSearchString(word)
    pages = range(document.pageCount())
    qtbot.waitUntil(lambda: any(search.resultsOnPage(page) for page in pages))
    document.close()
