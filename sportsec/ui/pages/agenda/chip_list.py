"""The list below a chip: values to tick; it stays open while one ticks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.language import is_rtl, tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.search_field import SearchField

#: Values, each with what it is called.
Pairs = Sequence[tuple[Any, str]]

WIDTH, HEIGHT = 300, 320
_VALUE = Qt.ItemDataRole.UserRole
_TICK = Qt.ItemDataRole.CheckStateRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ARROWS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChipList(QFrame):
    """Space or a click ticks a line; Enter ticks it and closes the list.

    Signals:
        ticked: A value was ticked or unticked: value, text, and which of both.
        asked: Something was typed above the list.

    Args:
        title: What is filtered.
        searched: Whether there is a search field.
    """

    ticked = Signal(object, str, bool)
    asked = Signal(str)

    def __init__(self, parent: QWidget, title: str, *, searched: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.search = SearchField()
        self.search.searched.connect(self.asked)
        self.list = QListWidget()
        self.list.setItemDelegate(_TickedLine(self.list))
        said = tr("{name}: tick one or several", name=title)
        self.list.setAccessibleName(said)
        self.list.itemChanged.connect(self._tell)
        for part in (self.search, self.list):
            part.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.search)
        self.search.setVisible(searched)  # only once it is no window of its own
        box.addWidget(self.list, 1)
        self._searched = searched

    def open_at(self, corner: QPoint) -> None:
        """Show an empty list at the corner where reading begins; `offer` fills it."""
        self.search.clear()
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        self.move(corner - QPoint(self.width(), 0) if is_rtl() else corner)
        self.show()
        first = self.search if self._searched else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, pairs: Pairs, chosen: Collection[Any]) -> None:
        """Show what can be chosen, with what is chosen ticked."""
        self.list.blockSignals(True)  # nobody ticked
        self.list.clear()
        for value, text in pairs:
            item = QListWidgetItem(text)
            item.setData(_VALUE, (value,))
            item.setCheckState(_ON if value in chosen else _OFF)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field lead to the list; Enter ends the choice."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._finish()
                return True
            if event.key() in _ARROWS and watched is self.search:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    # ---- inside

    def _tell(self, item: QListWidgetItem) -> None:
        (value,) = item.data(_VALUE)
        self.ticked.emit(value, item.text(), item.checkState() is _ON)

    def _finish(self) -> None:
        item = self.list.currentItem()
        self.hide()
        if item is not None:
            item.setCheckState(_ON)


class _TickedLine(QStyledItemDelegate):
    """Ticks a line by a click anywhere on it, and by Space."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tick the line, or take its tick away."""
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
        )
        spaced = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not (clicked or spaced):
            return False
        is_on = Qt.CheckState(index.data(_TICK)) is _ON
        return bool(model.setData(index, _OFF if is_on else _ON, _TICK))
