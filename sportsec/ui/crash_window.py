"""What the officer sees when the program itself is at fault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.language import isolate, tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label

WIDTH = 460


class CrashWindow(QDialog):
    """Says that it is our fault, that nothing was saved, and the number of the fault.

    Args:
        number: Four signs; the same fault has the same number.
        log: File that holds the details.
    """

    def __init__(self, number: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("SportSec: a fault of the program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._log = log
        title = text_label(tr("This is our fault, not yours."), "title", wrap=True)
        what = text_label(
            tr("What you were doing was not saved. Everything saved before is safe."),
            "value",
            wrap=True,
        )
        then = text_label(
            tr("The program goes on. If it happens again, give support this number:"),
            "value",
            wrap=True,
        )
        self.number = text_label(isolate(number), "figure")
        self.number.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        show = QPushButton(tr("Show the details"))
        show.setAutoDefault(False)
        show.clicked.connect(lambda _on: self._show_log())
        self.close_button = QPushButton(tr("Go on"))
        self.close_button.setProperty("primary", True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(show)
        row.addStretch(1)
        row.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 22, 24, 18)
        box.setSpacing(12)
        for part in (title, what, then, self.number):
            part.setFixedWidth(scaled(WIDTH))
            box.addWidget(part)
        box.addSpacing(6)
        box.addLayout(row)
        self.close_button.setFocus()

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))
