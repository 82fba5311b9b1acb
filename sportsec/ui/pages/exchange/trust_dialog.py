"""Trust in a cell: its words are compared by phone, once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.exchange import CellRow
from sportsec.ui.language import isolate, tr, words
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Banner, Card, text_label

WIDTH = 520


class TrustDialog(QDialog):
    """Shows the words of a cell; accepted once they were heard to be the same."""

    def __init__(self, cell: CellRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = cell
        name = words(cell.name) or isolate(cell.key.hex()[:8])
        self.setWindowTitle(tr("Compare these words by phone"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        call = tr(
            "Call this cell: {cell}. Use a number that you already know, not one from "
            "the file. Ask them to read out the words of their cell, which are on "
            "their Cells page.",
            cell=name,
        )
        said = Card()
        self.words = text_label(words(cell.words), "figure", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.body.addWidget(self.words)
        self.heard = QCheckBox(tr("I heard the same words"))
        self.accept_button = QPushButton(tr("Trust this cell"))
        self.accept_button.setProperty("primary", True)
        self.accept_button.setEnabled(False)
        self.cancel = QPushButton(tr("Not now"))
        self.cancel.setAutoDefault(False)
        warning = tr("If one word differs, the file is not theirs: do not take it in.")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(14)
        box.addWidget(text_label(self.windowTitle(), "title", wrap=True))
        box.addWidget(text_label(call, "value", wrap=True))
        box.addWidget(said)
        box.addWidget(Banner(warning, "warn"))
        box.addWidget(self.heard)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        box.addLayout(row)
        self.setFixedWidth(scaled(WIDTH))
        self.heard.toggled.connect(self.accept_button.setEnabled)
        self.accept_button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the texts are at this width; Qt reckons with less of it."""
        super().showEvent(event)
        self.resize(self.width(), self.heightForWidth(self.width()))
