"""An input of several lines that grows with its text: what it lies in is scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from sportsec.ui.widgets.mouse_hand import is_pressed
from sportsec.ui.widgets.scrolled import lay_out_around, show_within

#: It has a scroll bar of its own for more than these, as they are broken on the screen.
MOST_LINES = 16
_PADDING = 18  # above and below, in pixels
_MARGIN = 2  # as Qt has it in an input of one line


class LinesEdit(QPlainTextEdit):
    """Shows all of its text, up to `MOST_LINES`.

    It does not become lower while one deletes: what is below would move to and fro.

    Args:
        lines: How many there is always room for.
    """

    def __init__(self, lines: int) -> None:
        super().__init__()
        line = self.fontMetrics().lineSpacing()
        self._least = line * lines + _PADDING
        self._most = line * max(lines, MOST_LINES) + _PADDING
        self.document().setDocumentMargin(_MARGIN)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self._least)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Lines are broken: a bar would cover the last of them for a blank at an end.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._keep_in_view)

    def show_text(self, text: str) -> None:
        """Show another text, in as much room as it needs."""
        self.setPlainText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        needed = self._needed()
        least = self.height() if self.document().isModified() else self._least
        self.setFixedHeight(max(least, min(needed, self._most)))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded
            if needed > self._most
            else policy.ScrollBarAlwaysOff
        )

    def _needed(self) -> int:
        """Return the height of the text, or one that is more than there may be."""
        document, layout = self.document(), self.document().documentLayout()
        frame = max(0, self.height() - self.viewport().height())
        high = frame + document.documentMargin()  # its last block brings the other
        block = document.begin()
        while block.isValid() and high <= self._most:
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        return int(high) + 1

    def _keep_in_view(self) -> None:
        """Scroll what it lies in to the line that is written, once it has its place."""
        if self.hasFocus() and not is_pressed():
            QTimer.singleShot(0, self, self._show_cursor)

    def _show_cursor(self) -> None:
        lay_out_around(self)  # it may have grown by a line just now
        show_within(self.viewport(), self.cursorRect())
