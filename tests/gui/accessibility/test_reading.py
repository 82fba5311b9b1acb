"""The walk through a window sees what a screen reader would miss."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sportsec.ui.theme import LEVELS, colour
from sportsec.ui.widgets.shapes import draw_shape
from tests.screens.reading import out_of_order, unreadable


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def row(shown: QWidget, *names: str) -> list[QPushButton]:
    box = QHBoxLayout(shown)
    buttons = [QPushButton(name) for name in names]
    for button in buttons:
        box.addWidget(button)
    shown.show()
    return buttons


def test_a_button_needs_a_name(shown: QWidget) -> None:
    box = QVBoxLayout(shown)
    box.addWidget(QToolButton())
    box.addWidget(QPushButton("Save"))
    shown.show()
    (line,) = unreadable(shown)
    assert "without a name" in line


def test_a_picture_alone_is_explained_where_the_mouse_rests(shown: QWidget) -> None:
    picture = QPixmap(16, 16)
    picture.fill(colour("text"))
    box = QVBoxLayout(shown)
    bare, told, worded = (QToolButton() for _ in range(3))
    told.setToolTip("Undo")
    worded.setText("Undo")
    worded.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for button in (bare, told, worded):
        button.setAccessibleName("Undo")
        button.setIcon(picture)
        box.addWidget(button)
    shown.show()
    (line,) = unreadable(shown)
    assert "no tool tip" in line


def test_a_field_is_named_by_itself_or_its_label(shown: QWidget) -> None:
    box = QVBoxLayout(shown)
    field, named, label = QLineEdit(), QLineEdit(), QLabel("&City")
    label.setBuddy(field)
    named.setAccessibleName("Name")
    for part in (label, field, named, QLineEdit()):
        box.addWidget(part)
    shown.show()
    assert len(unreadable(shown)) == 1


def test_something_of_no_kind_takes_no_focus(shown: QWidget) -> None:
    box = QVBoxLayout(shown)
    part = QWidget()
    part.setAccessibleName("Map")
    box.addWidget(part)
    shown.show()
    assert unreadable(shown) == []
    part.setFocusPolicy(shown.focusPolicy().StrongFocus)
    assert "its role" in unreadable(shown)[0]


def test_a_tab_needs_a_name(shown: QWidget) -> None:
    box = QVBoxLayout(shown)
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "")
    box.addWidget(tabs)
    shown.show()
    assert any("its tab 0" in line for line in unreadable(shown))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_keyboard_follows_the_reading(
    shown: QWidget, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    one, two, three = row(shown, "1", "2", "3")
    assert out_of_order(shown) == []
    QWidget.setTabOrder(one, three)
    QWidget.setTabOrder(three, two)
    assert len(out_of_order(shown)) == 1


def test_a_column_is_walked_down(shown: QWidget) -> None:
    box = QVBoxLayout(shown)
    parts = [QPushButton(str(number)) for number in range(3)]
    for part in parts:
        box.addWidget(part)
    shown.show()
    assert out_of_order(shown) == []
    QWidget.setTabOrder(parts[1], parts[0])
    assert out_of_order(shown)


def test_each_level_has_a_shape_of_its_own(qapp: object) -> None:
    drawn: dict[str, bytes] = {}
    for level in LEVELS:
        image = QImage(QSize(24, 24), QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        draw_shape(painter, level, QRectF(image.rect()), colour("surface"))
        painter.end()
        drawn[level] = bytes(image.constBits())
    assert len(set(drawn.values())) == len(LEVELS)
