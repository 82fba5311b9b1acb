"""What stands in a layout is told in its order, and Qt's items are left alone."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import sportsec.ui
from sportsec.ui.widgets.laid_out import laid_out
from sportsec.ui.widgets.tab_order import follow_reading

ASKING = (".itemAt(", ".itemAtPosition(")


def test_widgets_and_layouts_are_told_in_their_order(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box, inner = QVBoxLayout(holder), QHBoxLayout()
    last, first, within = QLabel("last"), QLabel("first"), QLabel("within")
    box.addWidget(last)
    box.insertLayout(0, inner)
    inner.addWidget(within)
    box.insertStretch(0)
    box.insertWidget(0, first)
    assert laid_out(box) == {0: first, 2: inner, 3: last}
    assert laid_out(inner) == {0: within}


def test_no_item_of_a_layout_outlives_its_widget_in_python(qtbot: QtBot) -> None:
    before = _items()
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    box.addWidget(QLabel("one"))
    holder.show()
    follow_reading(holder)
    assert _items() == before


def _items() -> int:
    """Count the items of layouts that Python holds."""
    held = shiboken6.getAllValidWrappers()
    items = (one for one in held if isinstance(one, QLayoutItem))
    return sum(not isinstance(one, QLayout) for one in items)


def test_no_screen_asks_a_layout_for_its_items() -> None:
    sources = Path(sportsec.ui.__file__).parent.rglob("*.py")
    asking = [
        source.name
        for source in sources
        if any(ask in source.read_text("utf-8") for ask in ASKING)
    ]
    assert asking == []
