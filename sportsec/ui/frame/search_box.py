"""The field where everything is found: type, arrow, Enter. The list lies below it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QStatusBar, QWidget

from sportsec.ui.frame.finder_entries import Entry
from sportsec.ui.frame.finder_list import FinderList
from sportsec.ui.keys import with_keys
from sportsec.ui.language import is_rtl, tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.search_field import SearchField

WIDTH, LEAST_WIDTH, LIST_WIDTH = 360, 160, 620
#: As narrow it may be while nobody types in it.
RESTING_WIDTH = 110
_PAUSE_MS = 60
_MARGIN = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
#: Lost for these the field is come back to; else it is found empty the next time.
_STAYING = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SearchBox(SearchField):
    """The field and its list.

    Signals:
        wanted: The text is another one, or the list shall be shown: offer entries.
        picked: The entry chosen, and whether Ctrl was held.

    Args:
        action: Leads here; its keys are shown.
    """

    wanted = Signal()
    picked = Signal(object, bool)

    def __init__(self, action: QAction) -> None:
        super().__init__(tr("Search everything"))
        self._action = action
        self._pause.setInterval(_PAUSE_MS)
        self._last: QWidget | None = None
        self._before: QWidget | None = None
        self.popup: FinderList | None = None
        self.is_waiting = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _text: self._want())
        action.changed.connect(self._show_keys)
        self._show_keys()
        self.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember)

    def sizeHint(self) -> QSize:
        """Return room for a name and the keys."""
        return QSize(scaled(WIDTH), super().sizeHint().height())

    def take_width(self, room: int) -> None:
        """Be as wide as the room, within reason; the keys are said where they fit."""
        least = LEAST_WIDTH if self.hasFocus() else RESTING_WIDTH
        width = max(scaled(least), min(scaled(WIDTH), room))
        if width != self.maximumWidth():
            self.setFixedWidth(width)

    def open(self) -> None:
        """Come here and offer something: what was opened last, in an empty field."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._want()

    def close_list(self) -> None:
        """Go back to where the officer was; the field is empty again."""
        self._hide()
        self.clear()
        before = self._before
        is_there = before is not None and shiboken6.isValid(before)
        if self.hasFocus() and before is not None and is_there and before.isVisible():
            before.setFocus()

    def shown(self) -> FinderList:
        """Return the list, which is made when it is needed first."""
        if self.popup is None:
            window = self.window()
            self.popup = FinderList(window)
            window.installEventFilter(self)
            self.popup.picked.connect(lambda entry: self._pick(entry, also=False))
        return self.popup

    def lay_open(self) -> None:
        """Show the list below the field, above the status bar."""
        popup = self.shown()
        self._place(popup)
        popup.show()
        popup.raise_()
        self._tell()

    def pick_current(self, *, also: bool = False) -> None:
        """Take the entry chosen; that of an answer on its way once it is there."""
        if self.is_waiting:
            return
        entry = self.shown().current()
        if entry is not None:
            self._pick(entry, also=also)

    # ---- inside

    def _want(self) -> None:
        if self.hasFocus():
            self.wanted.emit()

    def _place(self, popup: FinderList) -> None:
        window = self.window()
        width = min(max(self.width(), scaled(LIST_WIDTH)), window.width() - 2 * _MARGIN)
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        least, most = _MARGIN, window.width() - width - _MARGIN
        end = below.x() if is_rtl() else below.x() + self.width() - width
        status = window.findChild(QStatusBar)
        floor = window.height() if status is None else status.y()
        height = min(popup.height_wanted(), floor - below.y() - _MARGIN)
        popup.setGeometry(max(least, min(end, most)), below.y(), width, height)

    def _follow(self) -> None:
        """Keep the list at the field in a window that has become another."""
        if self.popup is not None and self.popup.isVisible():
            self._place(self.popup)

    def _hide(self) -> None:
        if self.popup is not None:
            self.popup.forget()
            self.popup.hide()

    def _pick(self, entry: Entry, *, also: bool) -> None:
        self.close_list()
        self.picked.emit(entry, also)

    def _show_keys(self) -> None:
        said = tr("Search everything")
        self.show_prompts(with_keys(said, self._action.shortcuts()), said)

    def _tell(self) -> None:
        """Let a screen reader say the entry chosen, though the field has the focus."""
        popup = self.shown()
        if QAccessible.isActive() and popup.current() is not None:
            event = QAccessibleEvent(popup.list, QAccessible.Event.Focus)
            event.setChild(popup.list.currentRow())
            QAccessible.updateAccessibility(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose in the list, Enter takes, Escape goes back."""
        if watched is not self and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._follow)  # once the window is laid out
        if watched is self and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            return (is_press and self._steer(event)) or super().eventFilter(
                watched, event
            )
        if watched is self and isinstance(event, QFocusEvent) and event.lostFocus():
            self._hide()
            if event.reason() not in _STAYING:
                self.clear()
        return super().eventFilter(watched, event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the list below the field."""
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list at the side of the field."""
        super().resizeEvent(event)
        self._follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer something at once."""
        super().mousePressEvent(event)
        self._want()

    def _remember(self) -> None:
        """Keep where the keys were; the signal may carry a widget that is dying."""
        now = QApplication.focusWidget()
        if now is self:
            self._before = self._last or self._before
        elif now is not None:
            self._last = now

    def _steer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_open = self.popup is not None and self.popup.isVisible()
        if key in _STEPS:
            if is_open:
                self.shown().step(_STEPS[key])
                self._tell()
            else:
                self._want()
            return True
        if key in _ENTER and is_open:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.pick_current(also=bool(held))
            return True
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        return False
