"""Parts of a page that is larger than its window: scrolled to where one works."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE = 8  # left free above and below


def show_within(widget: QWidget, place: QRect) -> None:
    """Scroll what the widget lies in up or down, as far as a place in it needs."""
    for area, page in _areas_around(widget):
        middle = widget.mapTo(page, place.center())
        area.ensureVisible(-page.x(), middle.y(), 0, place.height() // 2 + _EDGE)


def show_from_top(widget: QWidget) -> None:
    """Scroll what the widget lies in so that it begins at the top of the window."""
    for area, page in _areas_around(widget):
        area.verticalScrollBar().setValue(widget.mapTo(page, QPoint(0, 0)).y() - _EDGE)


def _areas_around(widget: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    around = widget.parentWidget()
    while around is not None:
        page = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and page is not None:
            yield around, page
        around = around.parentWidget()
