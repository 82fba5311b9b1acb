"""Groups of a list closed and opened by key and mouse; the heading stays current."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from sportsec.ui.language import is_rtl


def turn(table: Any, place: int) -> bool:
    """Close an open group, open a closed one; say whether a heading stands there."""
    rows = table.rows
    if rows.heading_at(place) is None:
        return False
    table.setCurrentIndex(rows.index(place, table.name_column()))
    rows.fold(place, closed=not rows.is_closed_at(place))
    return True


def is_by_key(table: Any, event: QKeyEvent) -> bool:
    """Do what a key means on a heading; say whether it means something.

    Space turns it; the arrow in the reading direction opens, the other one closes.
    """
    place = table.currentIndex().row()
    if table.rows.heading_at(place) is None:
        return False
    opening = Qt.Key.Key_Left if is_rtl() else Qt.Key.Key_Right
    key = event.key()
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        table.rows.fold(place, closed=key != opening)
        return True
    return key == Qt.Key.Key_Space and table.turn(place)


def is_by_mouse(table: Any, event: QMouseEvent) -> bool:
    """Turn the group whose heading was clicked; say whether one was."""
    place = table.indexAt(event.position().toPoint()).row()
    return event.button() is Qt.MouseButton.LeftButton and table.turn(place)
