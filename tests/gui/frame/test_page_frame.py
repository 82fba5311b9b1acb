"""A page in a window that is too low for it: scrolled, never squeezed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.identity import new_id
from sportsec.ui.desk import Desk
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.frame.page_stack import PageStack
from sportsec.ui.frame.place import Place
from sportsec.ui.page import MARGIN, Page
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.widgets.scrolled import show_from_top, show_within

ROOM = 500


class TallPage(Page):
    """A page that is higher than its window, and shows any record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Stadium")
        self.setMinimumHeight(3 * ROOM)


@pytest.fixture
def framed(desk: Desk, qtbot: QtBot) -> Callable[[int], PageFrame]:
    """Make a page of a list below controls of some height, in a low window."""

    def make(controls: int) -> PageFrame:
        page = Page(desk, "Lists")
        above, below = QWidget(), QListWidget()
        above.setFixedHeight(controls)
        page.body.addWidget(above)
        page.body.addWidget(below, 1)
        frame = PageFrame(page)
        qtbot.addWidget(frame)
        frame.resize(800, ROOM)
        frame.show()
        QApplication.processEvents()
        return frame

    return make


def the_list(frame: PageFrame) -> QListWidget:
    return frame.page.findChildren(QListWidget)[0]


def seen(frame: PageFrame, widget: QWidget, place: QRect) -> bool:
    corner = widget.mapTo(frame.viewport(), place.topLeft())
    return frame.viewport().rect().contains(QRect(corner, place.size()))


def test_a_list_with_room_shares_it_with_what_stands_above(
    framed: Callable[[int], PageFrame],
) -> None:
    frame = framed(80)
    assert frame.page.height() == ROOM
    assert the_list(frame).height() > ROOM / 2


def test_a_list_under_many_controls_gets_the_window_and_the_page_is_scrolled(
    framed: Callable[[int], PageFrame],
) -> None:
    frame = framed(250)
    assert the_list(frame).height() >= ROOM * 0.9
    assert frame.verticalScrollBar().maximum() >= 250


def test_a_tall_part_is_shown_from_its_top(framed: Callable[[int], PageFrame]) -> None:
    frame = framed(250)
    show_from_top(the_list(frame))
    top = the_list(frame).mapTo(frame.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 20


def test_the_page_follows_a_row_below_the_window_and_back(
    framed: Callable[[int], PageFrame],
) -> None:
    frame = framed(250)
    rows = the_list(frame).viewport()
    last = QRect(0, rows.height() - 30, 200, 30)
    assert not seen(frame, rows, last)
    show_within(rows, last)
    assert seen(frame, rows, last)
    moved = frame.verticalScrollBar().value()
    show_within(rows, last.translated(0, -60))
    assert frame.verticalScrollBar().value() == moved, "it is in sight already"


def test_another_record_begins_at_the_top_of_its_page(desk: Desk, qtbot: QtBot) -> None:
    """The same one is found again where it was read."""
    spec = PageSpec("venue", "Stadium", "stadium", f"{__name__}:TallPage")
    stack = PageStack(desk, [spec])
    qtbot.addWidget(stack)
    stack.resize(800, ROOM)
    stack.show()
    first, second = new_id(), new_id()
    stack.go_on(Place("venue", first))
    frame = stack.currentWidget()
    assert isinstance(frame, PageFrame)
    bar = frame.verticalScrollBar()
    bar.setValue(ROOM)
    stack.go_on(Place("venue", first))
    assert bar.value() == ROOM
    stack.go_on(Place("venue", second))
    assert bar.value() == 0


@pytest.mark.parametrize("subtitle", ["", "Wednesday, the last day of September"])
def test_buttons_stand_under_words_that_have_no_room_beside_them(
    desk: Desk, qtbot: QtBot, subtitle: str
) -> None:
    """The home page in French at 200 % was scrolled sideways for their sake."""
    page = Page(desk, "" if subtitle else "The next seven days", subtitle)
    button = page.add_button("Take in a programme", lambda: None)
    frame = PageFrame(page)
    qtbot.addWidget(frame)
    frame.show()
    words = page.header.itemAt(0).minimumSize().width()
    least = words + page.header.spacing() + button.sizeHint().width() + 2 * MARGIN
    for width, is_under in ((least, False), (least - 1, True), (least, False)):
        frame.resize(width, ROOM)
        QApplication.processEvents()
        under = button.y() > page.header.itemAt(0).geometry().bottom()
        assert under is is_under
        assert frame.horizontalScrollBar().maximum() == 0


def test_enter_presses_the_button_that_has_the_keys(desk: Desk, qtbot: QtBot) -> None:
    page = Page(desk, "Clubs")
    qtbot.addWidget(page)
    pressed: list[str] = []
    button = page.add_button("New", lambda: pressed.append("new"))
    page.show()
    page.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["new"]
    # With other keys held, Enter means something else.
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["new"]
