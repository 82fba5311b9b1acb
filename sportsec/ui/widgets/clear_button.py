"""The cross at the end of a line that empties it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from sportsec.ui.icons import icon

#: The name Qt gives to what the cross does.
_ACTION = "_q_qlineeditclearaction"


def add_clear_button(line: QLineEdit) -> None:
    """Let a line be emptied by a cross; Qt's own keeps the colour of its first day."""
    line.setClearButtonEnabled(True)
    action = line.findChild(QAction, _ACTION)
    if action is not None:
        action.setIcon(icon("close"))
