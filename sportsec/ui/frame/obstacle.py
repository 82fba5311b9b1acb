"""What stands in the way of opening the workspace, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.errors import Message
from sportsec.ui.language import tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Banner, text_label

WIDTH = 480


class Obstacle(QDialog):
    """A sentence, the next step, try again or leave.

    Args:
        rescue: Whether an earlier state may be brought back.
    """

    def __init__(
        self, message: Message, parent: QWidget, *, rescue: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("SportSec: the workspace cannot be opened"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        banner = Banner(message.what, message.level)
        banner.setMinimumWidth(scaled(WIDTH))
        then = text_label(message.next_step, "value", wrap=True)
        then.setMinimumWidth(scaled(WIDTH))
        self.retry = QPushButton(tr("Try again"))
        self.retry.setProperty("primary", True)
        self.retry.setDefault(True)
        self.leave = QPushButton(tr("Close the program"))
        self.leave.setAutoDefault(False)
        self.rescue = QPushButton(tr("Bring back a backup…"))
        self.rescue.setAutoDefault(False)
        self.rescue.setVisible(rescue)
        self.retry.clicked.connect(self.accept)
        self.rescue.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.rescue)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.retry)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 22, 24, 18)
        box.setSpacing(14)
        box.addWidget(banner)
        box.addWidget(then)
        box.addLayout(row)
        self.retry.setFocus()
