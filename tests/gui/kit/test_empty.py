"""What is said where there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.empty import LOW, LOW_WINDOW, EmptyState


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, LOW_WINDOW)
    yield widget
    widget.hide()


def shown(window: QWidget) -> EmptyState:
    says = EmptyState("No post yet.", "deployment", "New post", parent=window)
    box = QVBoxLayout(window)
    box.addWidget(says)
    box.addStretch(1)
    window.show()
    return says


def picture(says: EmptyState) -> QLabel:
    return next(each for each in says.findChildren(QLabel) if each is not says.label)


def test_a_picture_stands_above_the_sentence(window: QWidget, qtbot: QtBot) -> None:
    says = shown(window)
    qtbot.waitUntil(lambda: says.label.y() > picture(says).y() > 0)
    assert picture(says).isVisible()


def test_in_a_low_window_the_sentence_and_its_button_begin_at_the_top(
    window: QWidget, qtbot: QtBot
) -> None:
    window.resize(600, LOW_WINDOW - 1)
    says = shown(window)
    qtbot.waitUntil(lambda: not picture(says).isVisible())
    says.setMinimumHeight(LOW - 1)
    qtbot.waitUntil(lambda: says.height() == LOW - 1)
    line = says.fontMetrics().height()
    qtbot.waitUntil(lambda: says.label.y() < 2 * line)
    assert says.button.isVisible()


def test_what_fills_a_low_window_keeps_its_picture(
    window: QWidget, qtbot: QtBot
) -> None:
    window.resize(600, LOW_WINDOW - 1)
    says = shown(window)
    says.setMinimumHeight(LOW)
    qtbot.waitUntil(lambda: picture(says).isVisible() and says.height() == LOW)
