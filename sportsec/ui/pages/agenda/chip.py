"""A filter as a chip: says what is chosen, opens a short list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl, tr
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.search_field import SearchField

#: Asked for what was typed: pairs of value and text.
Find = Callable[[Work, str], Sequence[tuple[Any, str]]]

POPUP_WIDTH, POPUP_HEIGHT = 300, 320
_VALUE = Qt.ItemDataRole.UserRole


class FilterChip(QWidget):
    """One filter.

    Args:
        title: What is filtered, such as "Club".
        find: Asked in the read lane each time the list opens or a letter is typed.
        searched: Whether the list has a search field of its own.
    """

    changed = Signal(object)

    def __init__(
        self, runner: Runner, title: str, find: Find, *, searched: bool = False
    ) -> None:
        super().__init__()
        self._runner = runner
        self._title = title
        self._find = find
        self.value: Any = None
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setProperty("choice", True)
        self.button.clicked.connect(lambda _on: self.open_list())
        self.clear_button = QToolButton()
        self.clear_button.setIcon(icon("close"))
        self.clear_button.clicked.connect(lambda _on: self.choose(None, ""))
        self.popup = _Popup(self, searched=searched)
        self.popup.chosen.connect(self.choose)
        self.popup.asked.connect(self._ask)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.button)
        box.addWidget(self.clear_button)
        self._show("")

    def choose(self, value: Any, text: str) -> None:
        """Take a value; None takes the filter away."""
        self.popup.hide()
        changed = value != self.value
        self.value = value
        self._show(text)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.changed.emit(value)

    def recall(self, value: Any, text: str) -> None:
        """Show a value that was chosen before, without telling anybody."""
        self.value = value
        self._show(text)

    def open_list(self) -> None:
        """Show what can be chosen, below the chip."""
        self.button.setChecked(self.value is not None)
        corner = self.rect().bottomRight() if is_rtl() else self.rect().bottomLeft()
        place = self.mapToGlobal(corner + QPoint(0, 4))
        if is_rtl():
            place -= QPoint(self.width(), 0)
        self.popup.open_at(place)
        self._ask("")

    def _ask(self, text: str) -> None:
        self._runner.read(
            self, "find", lambda work: self._find(work, text), self.popup.offer
        )

    def _show(self, text: str) -> None:
        chosen = self.value is not None
        name = f"{self._title}: {text}" if chosen else self._title
        self.button.setText(name)
        self.button.setAccessibleName(name)
        self.button.setIcon(icon("filter" if chosen else "down"))
        clear = tr("Remove the filter {name}", name=self._title)
        self.clear_button.setToolTip(clear)
        self.clear_button.setAccessibleName(clear)
        self.clear_button.setVisible(chosen)
        self.button.setChecked(chosen)


class _Popup(QFrame):
    """The list below a chip."""

    chosen = Signal(object, str)
    asked = Signal(str)

    def __init__(self, parent: QWidget, *, searched: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.search = SearchField()
        self.search.searched.connect(self.asked)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Choices"))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.search)
        self.search.setVisible(searched)  # only once it is no window of its own
        box.addWidget(self.list, 1)
        self._searched = searched

    def open_at(self, place: QPoint) -> None:
        """Show an empty list; `offer` fills it."""
        self.search.clear()
        self.resize(scaled(POPUP_WIDTH), scaled(POPUP_HEIGHT))
        self.move(place)
        self.show()
        first = self.search if self._searched else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, pairs: Sequence[tuple[Any, str]]) -> None:
        """Show what can be chosen."""
        self.list.clear()
        for value, text in pairs:
            item = QListWidgetItem(text)
            item.setData(_VALUE, (value,))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search field work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.list.setFocus()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self.list.currentRow() >= 0:
                    self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _take(self, item: QListWidgetItem) -> None:
        (value,) = item.data(_VALUE)
        if self.isVisible():
            self.chosen.emit(value, item.text())
