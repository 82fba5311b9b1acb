"""The size a window opens with: it follows the text size and fits on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from sportsec.ui.theme import scaled

FRAME = 40  # pixels that a title bar and the edges of a window take


def fit(window: QWidget, width: int, height: int, least: QSize | None = None) -> None:
    """Give a window its size, made for plain text, at the text size in use.

    Args:
        least: In pixels, what its content needs whatever the text size.
    """
    wanted = QSize(scaled(width), scaled(height)).expandedTo(least or QSize())
    window.resize(wanted.boundedTo(room_for(window)))


def fit_height(window: QWidget) -> None:
    """Make a window lower if its layout needs less at its width."""
    layout = window.layout()
    if layout is None:
        return
    width = window.width()
    layout.activate()
    wanted = layout.totalSizeHint().height()
    if layout.hasHeightForWidth():
        wanted = layout.totalHeightForWidth(width)
    window.resize(width, min(wanted, window.height()))


def keep_on_screen(window: QWidget) -> None:
    """Move a window up that grew beyond the lower edge of the screen.

    Also beyond that of the window behind, if there is room for it.
    """
    room, taken = window.screen().availableGeometry(), window.frameGeometry()
    behind = window.parentWidget()
    if behind is not None:
        edges = behind.window().frameGeometry()
        if edges.height() >= taken.height():
            room = room.intersected(edges)
    below = taken.bottom() - room.bottom()
    if below > 0:
        window.move(window.x(), max(room.top(), window.y() - below))


def room_for(window: QWidget) -> QSize:
    """Return what is left of the screen; never less than the window behind."""
    room = window.screen().availableSize() - QSize(FRAME, FRAME)
    behind = window.parentWidget()
    return room.expandedTo(behind.window().size()) if behind is not None else room
