"""A text that always has the room of two lines, so that nothing below it moves."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QSizePolicy

from sportsec.domain.plain_text import on_one_line
from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.wrapped import WrappedLabel

LINES = 2


class TwoLineLabel(WrappedLabel):
    """Two lines high whatever it says; what is longer ends in "…" and is a hint."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "value")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(start() | Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(on_one_line(text))
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """Return the height of two lines; any width will do."""
        return QSize(40, LINES * self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

    def drawn(self) -> str:
        """Return as much of the text as fits."""
        return self._lines(self.contentsRect().width()).text()

    def _breaks_itself(self) -> bool:
        return True

    def _lines(self, width: float) -> QTextLayout:
        lines = super()._lines(width)
        if lines.lineCount() <= LINES:
            return lines
        text = self.text()
        spaces = [at for at, sign in enumerate(text) if sign == " "]

        def is_too_long(at: int) -> bool:
            return self._laid_out(_cut(text, at), width).lineCount() > LINES

        fitting = bisect_right(spaces, x=False, key=is_too_long)
        kept = spaces[fitting - 1] if fitting else len(text)
        return self._laid_out(_cut(text, kept), width)


def _cut(text: str, at: int) -> str:
    return f"{text[:at]}…"
