"""A message that passes by itself, with one action such as "Undo"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from sportsec.ui.theme import restyle
from sportsec.ui.widgets.cards import Mark, text_label

#: How long it is shown: the least, and for each letter, as a hurried reader needs.
SHOWN_MS, LETTER_MS = 5000, 60
#: A second click of an impatient hand falls within; it was not meant for the message.
STRAY_MS = 1500
#: Nobody has read the message and aimed at its button so soon, wherever it stands.
DEAF_MS = 600
#: Of the window: over its status line as far as that reaches, off the page.
ABOVE_BOTTOM = 3
#: Between it and the sides of the window; a longer message is broken into lines.
EDGE = 16
#: Levels whose shape is shown, as a banner shows it: colour is never the only sign.
_MARKED = {"warn", "block"}


class AimedButton(QPushButton):
    """Deaf to clicks as it appears, and longer to one where the pointer rested then.

    Who clicks "Save" twice would undo at once what was saved: "Undo" may come up right
    under the pointer.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rested_at = QPoint()
        self._since = QElapsedTimer()

    def appear(self) -> None:
        """Remember where the pointer rests."""
        self._rested_at = QCursor.pos()
        self._since.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click that was aimed at it."""
        way = event.globalPosition().toPoint() - self._rested_at
        is_away = way.manhattanLength() >= QApplication.startDragDistance()
        is_aimed = is_away and self._since.hasExpired(DEAF_MS)
        if is_aimed or self._since.hasExpired(STRAY_MS):
            super().mousePressEvent(event)


class Toast(QFrame):
    """Floats over the lower edge of a window; stays while the mouse is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark = Mark("block", 16)
        self.label = text_label("", "message")
        self.button = AimedButton()
        self.button.hide()
        self._act: Callable[[], object] | None = None
        self._stays = False
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        self.button.clicked.connect(self._do)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(12)
        box.addWidget(self._mark)
        box.addWidget(self.label)
        box.addWidget(self.button)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        *,
        level: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a message; of what went wrong, with a button, until that is pressed."""
        self._stays = level == "block" and bool(action)
        self.label.setText(text)
        self.setProperty("level", level)
        self._mark.level = level
        self._mark.setVisible(level in _MARKED)
        for part in (self, self.label, self.button):
            restyle(part)
        self.setAccessibleName(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._act = on_action
        self._clock.setInterval(max(SHOWN_MS, len(text) * LETTER_MS))
        self._place()
        self.show()
        self.raise_()
        self.button.appear()
        self._count()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is being read."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._count()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        if self._stays:
            self._clock.stop()
        else:
            self._clock.start()

    def _place(self) -> None:
        over = self._over.rect()
        self.label.setWordWrap(False)
        self.label.setMinimumWidth(0)
        beside = self.sizeHint().width() - self.label.sizeHint().width()
        room = over.width() - 2 * EDGE - beside
        if self.label.sizeHint().width() > room:
            self.label.setWordWrap(True)
            self.label.setMinimumWidth(room)
        self.adjustSize()
        x = (over.width() - self.width()) // 2
        self.move(x, over.height() - self.height() - ABOVE_BOTTOM)

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
