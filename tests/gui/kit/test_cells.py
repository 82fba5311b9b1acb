"""Names in cells of lists that are in other letters than the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.cells import CellDelegate

NAME = "Rachid Essakhiri Mohammed"
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(autouse=True)
def in_arabic(speak: Callable[[str], None]) -> None:
    speak("ar")


def drawn(direction: Qt.LayoutDirection, name: str = NAME) -> QImage:
    """Draw a name that is too long, from the left."""
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), name)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    model.setData(model.index(0, 0), left, Qt.ItemDataRole.TextAlignmentRole)
    picture = QImage(110, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect, option.direction = QRect(0, 0, 110, 30), direction
    option.textElideMode = Qt.TextElideMode.ElideRight
    painter = QPainter(picture)
    CellDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    return picture


def test_a_latin_name_is_cut_at_its_own_end(qtbot: QtBot) -> None:
    assert drawn(RIGHT) == drawn(LEFT)


def test_an_arabic_name_is_cut_at_its_own_end(qtbot: QtBot) -> None:
    name = "الشباب الرياضي السالمي"
    assert drawn(LEFT, name) == drawn(RIGHT, name)
