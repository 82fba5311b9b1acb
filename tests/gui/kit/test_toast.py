"""The message that passes by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.aimed import DEAF_MS
from sportsec.ui.widgets.cards import Mark
from sportsec.ui.widgets.toast import EDGE, LETTER_MS, SHOWN_MS, Toast

LONG = "Nothing looks alike; select two of a list to merge them. " * 4


@pytest.fixture(autouse=True)
def no_pointer_over_it(qapp: QApplication) -> None:
    """Whatever a test before this one pointed at."""
    QCursor.setPos(QPoint(0, 0))


@pytest.mark.parametrize(
    ("level", "is_marked"), [("ok", False), ("info", False), ("block", True)]
)
def test_an_error_has_its_shape_as_in_a_banner(
    qtbot: QtBot, level: str, is_marked: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    toast.say("Something", level=level)
    mark = toast.findChild(Mark)
    assert mark is not None
    assert mark.isVisible() is is_marked
    assert not is_marked or mark.level == level


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_message_is_broken_within_the_window_and_stays_to_be_read(
    language: str, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak(language)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    toast = Toast(window)
    toast.say(LONG, action="Undo")
    assert window.rect().adjusted(EDGE, 0, -EDGE, 0).contains(toast.geometry())
    lines = toast.label.heightForWidth(toast.label.width())
    assert toast.label.height() >= lines > 2 * toast.fontMetrics().height()
    assert toast._clock.interval() == len(LONG) * LETTER_MS > SHOWN_MS
    toast.say("Saved")
    assert toast.width() < window.width() / 2
    assert toast._clock.interval() == SHOWN_MS


@pytest.mark.parametrize(
    ("level", "action", "stays"),
    [("block", "Close", True), ("block", "", False), ("ok", "Undo", False)],
)
def test_what_went_wrong_stays_until_it_is_closed(
    level: str, action: str, *, stays: bool, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    toast.say("Saved")
    toast.say("Not saved", level=level, action=action)
    assert toast._clock.isActive() is not stays
    toast.button.click()
    assert not toast.isVisible()


@pytest.mark.parametrize(
    ("way", "after_ms", "is_undone"),
    [(0, 0, False), (0, DEAF_MS, False), (30, 0, False), (30, DEAF_MS, True)],
)
def test_a_second_click_on_save_does_not_undo_what_was_saved(
    way: int, after_ms: int, is_undone: bool, qtbot: QtBot
) -> None:
    """The action may appear right under the pointer; one that was aimed at counts."""
    window = QWidget()
    window.resize(600, 300)
    qtbot.addWidget(window)
    window.show()
    done: list[bool] = []
    toast = Toast(window)
    toast.say("Saved", action="Undo this call")
    place = toast.button.rect().center()
    QCursor.setPos(toast.button.mapToGlobal(place))
    toast.say("Saved", action="Undo this call", on_action=lambda: done.append(True))
    if after_ms:
        QTest.qWait(after_ms + 50)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(toast.button, left, pos=place + QPoint(way, 0))
    assert bool(done) is is_undone


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("said", ["Saved", "Saved " * 11, LONG])
def test_what_stands_at_the_end_of_the_lower_edge_is_never_covered(
    language: str, said: str, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    """A click on "Undo" as the message goes must not change the language."""
    speak(language)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 400)
    switches = [QPushButton(text) for text in ("Arabic", "French", "English")]
    row = QHBoxLayout()
    row.addStretch(1)
    for each in switches:
        row.addWidget(each)
    box = QVBoxLayout(window)
    box.addStretch(1)
    box.addLayout(row)
    toast = Toast(window, switches)
    toast.say(said, action="Undo")
    window.show()
    for width in (800, 640):
        window.resize(width, 400)
        qtbot.wait(10)
        place = toast.geometry()
        assert window.rect().adjusted(EDGE, 0, -EDGE, 0).contains(place)
        assert not any(place.intersects(each.geometry()) for each in switches)


def test_a_message_does_not_pass_under_the_pointer(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 300)
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    toast.say("Saved", action="Undo")
    QCursor.setPos(toast.mapToGlobal(toast.rect().center()))
    toast.say("Saved", action="Undo")  # it comes up where the pointer rests already
    toast._clock.timeout.emit()
    assert toast.isVisible()
    assert toast._clock.isActive()
    QCursor.setPos(window.mapToGlobal(QPoint(2, 2)))
    toast._clock.timeout.emit()
    assert not toast.isVisible()


def test_a_dialog_opened_from_the_window_says_it_and_one_of_another_does_not(
    qtbot: QtBot,
) -> None:
    window, other = QWidget(), QWidget()
    dialog = QDialog(window)
    for each in (dialog, window, other):
        qtbot.addWidget(each)
    window.show()
    other.show()
    usual, front, elsewhere = Toast(window), Toast(dialog), Toast(other)
    dialog.open()
    usual.say("Saved")
    elsewhere.say("Sent")
    assert (front.label.text(), usual.isVisible()) == ("Saved", False)
    assert (elsewhere.label.text(), elsewhere.isVisible()) == ("Sent", True)
