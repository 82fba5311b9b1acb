"""A list that opens, which the wheel does not change while it is closed."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class SteadyCombo(QComboBox):
    """Leaves the wheel to the page.

    A closed list of Qt takes another line with each turn of the wheel, even without
    the focus: who scrolls a page over it would decide something unseen.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page be scrolled."""
        event.ignore()
