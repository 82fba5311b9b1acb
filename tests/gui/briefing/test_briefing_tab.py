from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.desk import Desk
from sportsec.ui.pages.briefing.page import BriefingTab
from sportsec.ui.pages.briefing.state import CHOICES, Paper, file_name
from sportsec.ui.paper.preview import GAP, LEAST, STEP, PaperBar, Preview
from sportsec.ui.paper.printing import file_instead, print_command
from sportsec.ui.paper.view import LOW
from sportsec.ui.theme import colour, scaled


@pytest.fixture
def tab(desk: Desk, fixture_id: UUID, qtbot: QtBot) -> BriefingTab:
    tab = BriefingTab(desk, fixture_id)
    qtbot.addWidget(tab)
    with qtbot.waitSignal(tab.shown):
        tab.reload()
    return tab


def test_nothing_can_be_printed_before_there_is_something_to_see(
    desk: Desk, fixture_id: UUID, qtbot: QtBot
) -> None:
    tab = BriefingTab(desk, fixture_id)
    qtbot.addWidget(tab)
    assert not tab.print_button.isEnabled()
    assert not tab.save_button.isEnabled()


def test_what_is_saved_is_a_whole_pdf_of_the_match(
    tab: BriefingTab, tmp_path: Path
) -> None:
    tab.save_to(tmp_path / "briefing.pdf")
    document = QPdfDocument()
    document.load(str(tmp_path / "briefing.pdf"))
    assert document.pageCount() >= 1
    assert "Atlas Club" in document.getAllText(0).text()
    assert tab.folder_button.isEnabled()


def test_another_language_gives_another_paper_and_is_remembered(
    tab: BriefingTab, tmp_path: Path, desk: Desk, fixture_id: UUID, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.shown):
        tab.languages.setCurrentIndex(CHOICES.index(("fr",)))
    tab.save_to(tmp_path / "fr.pdf")
    document = QPdfDocument()
    document.load(str(tmp_path / "fr.pdf"))
    assert "Briefing de match" in document.getAllText(0).text()
    again = BriefingTab(desk, fixture_id)
    qtbot.addWidget(again)
    assert again.languages.currentIndex() == CHOICES.index(("fr",))


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing(
    tab: BriefingTab, tmp_path: Path
) -> None:
    target = tmp_path / "absent" / "briefing.pdf"
    tab.save_to(target)
    assert not target.exists()
    assert not tab.folder_button.isEnabled()


def test_a_file_is_named_by_day_clubs_version_and_languages() -> None:
    paper = Paper("Atlas Club", "Océan / FC", date(2026, 12, 5), 2, ("ar", "fr"))
    assert file_name(paper) == "2026-12-05_Atlas-Club-Océan-FC_v2_ar+fr.pdf"


def test_a_file_keeps_the_letters_of_the_clubs_as_they_are_written() -> None:
    paper = Paper("أطلس لكرة القدم", "نادي المحيط", date(2026, 12, 5), 1, ("ar",))
    assert file_name(paper) == "2026-12-05_أطلس-لكرة-القدم-نادي-المحيط_v1_ar.pdf"


def test_a_file_name_has_no_sign_that_a_file_system_refuses() -> None:
    odd = Paper('A<b>:"c|?*', "\u200f\\/\t..", date(2026, 12, 5), 1, ("fr",))
    assert file_name(odd) == "2026-12-05_A-b-c-x_v1_fr.pdf"
    long = Paper("ة" * 300, "ة" * 300, date(2026, 12, 5), 1, ("ar", "fr"))
    assert len(file_name(long).encode()) <= 255


def test_the_print_service_gets_the_file_itself(tmp_path: Path) -> None:
    command = print_command("Bureau 1", 3, tmp_path / "a.pdf")
    if command is not None:  # only where there is a print service
        assert command[1:] == ["-d", "Bureau 1", "-n", "3", str(tmp_path / "a.pdf")]
    assert print_command("", 1, tmp_path / "a.pdf") is None


def test_printed_to_a_file_is_the_file_and_no_picture_of_it(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "match.pdf"))
    assert file_instead(printer) == tmp_path / "match.pdf"


def test_the_preview_fits_the_width_or_the_whole_page(
    tab: BriefingTab, qtbot: QtBot
) -> None:
    tab.resize(1100, 500)
    tab.show()
    preview, tools = tab.preview, tab.tools
    qtbot.waitUntil(tools.page.isVisible)
    wide = preview.factor()
    tools.fitting.click()
    assert preview.factor() < wide
    assert tools.fitting.text() == "Fit the width"
    tools.fitting.click()
    assert preview.factor() == pytest.approx(wide)
    assert tools.fitting.text() == "Whole page"


def test_plus_minus_and_the_wheel_with_ctrl_change_the_size(
    tab: BriefingTab, qtbot: QtBot
) -> None:
    tab.resize(1100, 500)
    tab.show()
    preview = tab.preview
    qtbot.waitUntil(tab.tools.page.isVisible)
    before = preview.factor()
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.factor() == pytest.approx(before * STEP)
    for act in (tab.tools.smaller.click, lambda: wheel(preview, -120)):
        act()
    assert preview.factor() == pytest.approx(before / STEP)
    for _ in range(40):
        qtbot.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.factor() == pytest.approx(LEAST)


def test_the_page_in_view_is_told(tab: BriefingTab, qtbot: QtBot) -> None:
    tab.resize(1100, 500)
    tab.show()
    pages = tab.preview.document().pageCount()
    qtbot.waitUntil(lambda: said(tab) == f"Page 1 of {pages}")
    bar = tab.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: said(tab) == f"Page {pages} of {pages}")


def test_where_there_is_no_room_the_tools_stand_under_the_rest(
    tab: BriefingTab, qtbot: QtBot
) -> None:
    tab.resize(1100, 500)
    tab.show()
    qtbot.waitUntil(tab.tools.page.isVisible)
    tab.resize(tab.minimumSizeHint().width(), 500)
    bar = tab.findChildren(PaperBar)[0]
    qtbot.waitUntil(lambda: bar.has_two_lines)
    qtbot.waitUntil(lambda: tab.tools.y() >= tab.languages.geometry().bottom())
    assert tab.tools.page.isVisible()
    tab.resize(1100, 500)
    qtbot.waitUntil(lambda: not bar.has_two_lines)


def test_a_tab_that_is_scrolled_has_the_lines_that_its_window_allows(
    tab: BriefingTab, qtbot: QtBot
) -> None:
    """Its own height follows from them: it would take and give a line without end."""
    tab.fit_room(scaled(LOW) - 1)
    tab.show()
    qtbot.waitUntil(tab.tools.page.isVisible)
    bar = tab.bar
    on_a_line = bar._width_of_ends() + GAP + tab.tools.sizeHint().width()
    tab.resize(on_a_line - 20, scaled(LOW) + 40)
    for _round in range(8):
        QApplication.processEvents()
    assert not bar.has_two_lines
    tab.fit_room(scaled(LOW))
    assert bar.has_two_lines


def test_the_bar_needs_the_same_width_whatever_it_shows(
    tab: BriefingTab, qtbot: QtBot
) -> None:
    tab.resize(1400, 500)
    tab.show()
    qtbot.waitUntil(tab.tools.page.isVisible)
    bar = tab.bar
    least = set()
    for width in (*range(1400, 300, -50), *range(300, 1400, 50)):
        tab.resize(width, 500)
        QApplication.processEvents()
        least.add(bar.minimumSizeHint().width())
    assert len(least) == 1
    assert tab.save_button.text()


def said(tab: BriefingTab) -> str:
    return tab.tools.page.text().translate(dict.fromkeys(map(ord, "\u2068\u2069")))


def wheel(preview: Preview, turn: int) -> None:
    middle = QPointF(preview.viewport().rect().center())
    event = QWheelEvent(
        *(middle, middle, QPoint(), QPoint(0, turn)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(preview.viewport(), event)


def test_the_paper_is_paged_by_keys_and_shows_that_it_has_them(
    tab: BriefingTab, qtbot: QtBot
) -> None:
    preview = tab.preview
    tab.resize(800, 500)
    tab.show()
    tab.activateWindow()
    tab.languages.setFocus()
    without = preview.grab().toImage().pixelColor(1, 1)
    preview.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(preview.hasFocus)
    assert preview.grab().toImage().pixelColor(1, 1) == colour("accent") != without
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.verticalScrollBar().value() > 0
