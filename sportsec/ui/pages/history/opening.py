"""Opens the history of a record from anywhere; the window is loaded with the first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QToolButton, QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.widgets.buttons import sign_button

if TYPE_CHECKING:
    from sportsec.ui.pages.history.dialog import HistoryDialog


def show_history(parent: QWidget, desk: Desk, kind: str, record: UUID) -> HistoryDialog:
    """Open the history of a record and of what belongs to it.

    Args:
        kind: Its table, such as "club".
    """
    from sportsec.ui.pages.history.dialog import HistoryDialog  # noqa: PLC0415

    dialog = HistoryDialog(desk, kind, record, parent)
    dialog.open()
    return dialog


def history_button() -> QToolButton:
    """Return the button that opens a history: an icon alone, the same everywhere."""
    return sign_button("history", tr("History"))
