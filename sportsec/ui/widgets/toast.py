"""A message that passes by itself, with one action such as "Undo"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from sportsec.ui.theme import restyle
from sportsec.ui.widgets.aimed import Aim
from sportsec.ui.widgets.cards import Mark, text_label

#: How long it is shown: the least, and for each letter, as a hurried reader needs.
SHOWN_MS, LETTER_MS = 5000, 60
#: Of the window: over its status line as far as that reaches, off the page.
ABOVE_BOTTOM = 3
#: Between it and the sides of the window, and what it keeps clear of.
EDGE = 16
#: Levels whose shape is shown, as a banner shows it: colour is never the only sign.
_MARKED = {"warn", "block"}


class Toast(QFrame):
    """Floats over the lower edge of a window; stays while the mouse is on it.

    A dialog that stays open after what is done in it has one of its own: it says what
    would be said behind the dialog.

    Args:
        clear_of: Stand at one end of that edge and are never covered: a click that
            comes as the message goes would be theirs. A message too long for the room
            beside them stands above them, broken into lines.
    """

    def __init__(self, parent: QWidget, clear_of: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        self._over = parent
        self._clear_of = clear_of
        self.setProperty("role", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark = Mark("block", 16)
        self.label = text_label("", "message")
        self.button = QPushButton()
        self.button.setAutoDefault(False)  # in a dialog Enter is not meant for it
        self.button.hide()
        self._aim = Aim(self)
        self._aim.guard(self.button)
        self._act: Callable[[], object] | None = None
        self._stays = False
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self._pass)
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
        if (front := self._in_front()) is not None:
            front.say(text, level=level, action=action, on_action=on_action)
            return
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
        self._aim.begin()
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
        """Stay in its place when the window changes size."""
        kinds = {QEvent.Type.Resize, QEvent.Type.Show}
        if event.type() in kinds and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _in_front(self) -> Toast | None:
        """Return that of the dialog in front that was opened from this window."""
        dialog = QApplication.activeModalWidget()
        behind = dialog.parentWidget() if dialog is not None else None
        while behind is not None and behind.window() is not self._over.window():
            behind = behind.window().parentWidget()
        if dialog is None or behind is None:
            return None
        children = Qt.FindChildOption.FindDirectChildrenOnly
        return dialog.findChild(Toast, options=children)

    def _count(self) -> None:
        if self._stays:
            self._clock.stop()
        else:
            self._clock.start()

    def _pass(self) -> None:
        """Go, unless the pointer is on it: it may have rested there from the first."""
        if self.rect().contains(self.mapFromGlobal(QCursor.pos())):
            self._clock.start()
        else:
            self.hide()

    def _place(self) -> None:
        over, kept = self._over.rect(), self._kept_clear()
        room = beside = over.adjusted(EDGE, 0, -EDGE, 0)
        lower = over.height() - ABOVE_BOTTOM
        if not kept.isNull():
            if kept.center().x() < over.center().x():
                beside = room.adjusted(kept.right() + 1, 0, 0, 0)
            else:
                beside = room.adjusted(0, 0, kept.left() - over.width(), 0)
        self.label.setWordWrap(False)
        self.label.setMinimumWidth(0)
        wanted = self.sizeHint().width()
        around = wanted - self.label.sizeHint().width()
        if wanted <= beside.width():
            room = beside
        elif not kept.isNull():
            lower = kept.top() - ABOVE_BOTTOM
        if wanted > room.width():
            self.label.setWordWrap(True)
            self.label.setMinimumWidth(room.width() - around)
        self.adjustSize()
        middle = (over.width() - self.width()) // 2
        last = room.left() + room.width() - self.width()
        x = max(room.left(), min(middle, last))
        self.move(x, lower - self.height())

    def _kept_clear(self) -> QRect:
        """Return where in the window that lies which must not be covered."""
        kept = QRect()
        for each in self._clear_of:
            if each.isVisible():
                corner = each.mapTo(self._over, QPoint())
                kept = kept.united(QRect(corner, each.size()))
        return kept

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
