"""The navigation rail in a window that is low, and what waits on its pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from sportsec.ui.frame.rail import Rail
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.shell import Shell
from sportsec.ui.theme import apply_theme

KEYS = [page.key for page in PAGES if page.group]


@pytest.mark.parametrize("key", [KEYS[0], KEYS[-1]])
def test_the_page_on_view_is_seen_on_it(qtbot: QtBot, key: str) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.resize(rail.sizeHint().width(), 200)
    rail.show()
    qtbot.waitExposed(rail)
    for each in (*KEYS, key):
        rail.show_current(each)
    button = rail.buttons[key]
    assert button.visibleRegion().boundingRect().height() == button.height()


def seen(rail: Rail, key: str) -> bool:
    button = rail.buttons[key]
    return button.visibleRegion().boundingRect().height() == button.height()


def test_pages_stand_closer_before_any_is_out_of_sight(qtbot: QtBot) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.show()
    rail.resize(rail.width(), 1000)
    QApplication.processEvents()
    roomy = rail.buttons[KEYS[0]].sizeHint().height()
    rail.resize(rail.width(), len(KEYS) * roomy * 4 // 5)
    QApplication.processEvents()
    assert rail.buttons[KEYS[0]].sizeHint().height() < roomy
    assert all(seen(rail, key) for key in KEYS)
    rail.resize(rail.width(), 1000)
    QApplication.processEvents()
    assert rail.buttons[KEYS[0]].sizeHint().height() == roomy


def test_new_colours_leave_the_page_on_view_in_sight(qtbot: QtBot) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.show()
    rail.resize(rail.width(), 200)
    rail.show_current(KEYS[-1])
    rail._area.verticalScrollBar().setValue(0)
    assert not seen(rail, KEYS[-1])
    QApplication.sendEvent(rail, QEvent(QEvent.Type.StyleChange))
    qtbot.waitUntil(lambda: seen(rail, KEYS[-1]))


def test_a_count_takes_no_height(qtbot: QtBot) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 1000)
    rail.show()
    for width in (2000, 300):  # with names, then icons alone
        rail.fit_beside(width)
        button = rail.buttons[KEYS[3]]
        before = (rail.sizeHint().height(), button.sizeHint().height())
        rail.show_count(KEYS[3], 3)
        assert "3" in button.accessibleName()
        assert (rail.sizeHint().height(), button.sizeHint().height()) == before
        rail.show_count(KEYS[3], 0)


def test_a_count_stands_over_the_icon_where_there_are_no_names(qtbot: QtBot) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    button = rail.buttons[KEYS[3]]
    rail.fit_beside(2000)
    rail.show_count(KEYS[3], 120)
    assert (button.badge, "120" in button.text()) == ("", True)
    rail.fit_beside(300)
    assert (button.badge, button.text()) == ("99+", "")
    with_count = button.grab().toImage()
    rail.show_count(KEYS[3], 0)
    assert button.badge == ""
    assert button.grab().toImage() != with_count


def test_an_icon_alone_is_named_at_once_to_mouse_and_keyboard(
    shell: Shell, qtbot: QtBot
) -> None:
    assert shell.window is not None
    rail = shell.window.rail
    button = rail.buttons["agenda"]
    entered = QEnterEvent(*[QPointF(button.rect().center())] * 3)
    QApplication.sendEvent(button, entered)
    assert not QToolTip.isVisible()  # its name stands there
    rail.fit_beside(300)
    for event in (
        entered,
        QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason),
    ):
        QApplication.sendEvent(button, event)
        assert QToolTip.isVisible()
        assert QToolTip.text() == button.toolTip() == "Agenda  (Ctrl+2)"
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("text_size", ["100", "150", "200"])
def test_all_pages_are_seen_on_a_small_laptop(shell: Shell, text_size: str) -> None:
    shell.switch("text_size", text_size)
    window = shell.window
    assert window is not None
    window.resize(1366, 740)
    for key in KEYS:
        window.rail.show_count(key, 3)
    QApplication.processEvents()
    unseen = [key for key in KEYS if not seen(window.rail, key)]
    shell.switch("text_size", "100")
    assert not unseen


def test_in_large_text_all_pages_are_in_sight_on_a_small_laptop(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", "200")
    try:
        rail = Rail(PAGES)
        qtbot.addWidget(rail)
        rail.fit_beside(1366)
        rail.show()
        rail.resize(rail.width(), 606)  # less the bars of the window and of the task
        QApplication.processEvents()
        assert all(seen(rail, key) for key in KEYS)
    finally:
        apply_theme(qapp, "light")


def test_the_rail_is_as_wide_as_its_icons_whenever_they_became_smaller(
    qtbot: QtBot,
) -> None:
    """A count that comes while the pages have room yet leaves no width behind."""
    widths = []
    for counts_first in (True, False):
        rail = Rail(PAGES)
        qtbot.addWidget(rail)
        rail.resize(rail.width(), 1000 if counts_first else 300)
        rail.show()
        rail.fit_beside(300)
        rail.show_count(KEYS[3], 3)
        rail.resize(rail.width(), 300)
        QApplication.processEvents()
        widths.append(rail.width())
    assert widths[0] == widths[1]
