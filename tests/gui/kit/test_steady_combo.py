"""Who scrolls over a closed list or tabs scrolls the page, and decides nothing."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import sportsec.ui
from sportsec.ui.widgets.steady_combo import SteadyCombo
from sportsec.ui.widgets.steady_tabs import SteadyTabs


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


def test_over_the_names_of_tabs_too(qtbot: QtBot) -> None:
    tabs = SteadyTabs()
    for name in ("Posts", "Detachments"):
        tabs.addTab(QWidget(), name)
    qtbot.addWidget(tabs)
    tabs.show()
    assert not turned_on(tabs.tabBar()).isAccepted()
    assert tabs.currentIndex() == 0


def test_no_list_and_no_tabs_of_the_program_are_made_otherwise() -> None:
    makes = re.compile(r"\b(QComboBox|QTabWidget|QTabBar)\(")
    made = {
        path.name
        for path in Path(sportsec.ui.__file__).parent.rglob("*.py")
        if makes.search(path.read_text(encoding="utf-8"))
    }
    assert made == set()
