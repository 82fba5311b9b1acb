"""Who scrolls a page over a closed list scrolls the page, and decides nothing."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import sportsec.ui
from sportsec.ui.widgets.steady_combo import SteadyCombo


def turned_on(widget: QWidget) -> QWheelEvent:
    """Turn the wheel over a widget; what it does not accept, Qt takes to its parent."""
    at = QPointF(widget.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)
    return turned


def test_the_wheel_is_left_to_the_page(qtbot: QtBot) -> None:
    combo = SteadyCombo()
    combo.addItems(["Maghreb Club", "Union Club"])
    qtbot.addWidget(combo)
    combo.show()
    combo.setFocus()
    assert not turned_on(combo).isAccepted()
    assert combo.currentIndex() == 0


def test_no_list_of_the_program_is_made_otherwise() -> None:
    makes = re.compile(r"\bQComboBox\(")
    made = {
        path.name
        for path in Path(sportsec.ui.__file__).parent.rglob("*.py")
        if makes.search(path.read_text(encoding="utf-8"))
    }
    assert made == set()
