"""The size a window opens with: it follows the text size and fits on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from sportsec.ui.theme import scaled

FRAME = 40  # pixels that a title bar and the edges of a window take


def fit(window: QWidget, width: int, height: int, least_width: int = 0) -> None:
    """Give a window its size, made for plain text, at the text size in use.

    Args:
        least_width: In pixels, what its content needs whatever the text size.
    """
    wanted = QSize(max(scaled(width), least_width), scaled(height))
    window.resize(wanted.boundedTo(_room(window)))


def _room(window: QWidget) -> QSize:
    """Return what is left of the screen; never less than the window behind."""
    room = window.screen().availableSize() - QSize(FRAME, FRAME)
    behind = window.parentWidget()
    return room.expandedTo(behind.window().size()) if behind is not None else room
