"""Which columns a list shows, and in which order: ticked, dragged, moved by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.language import tr
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.column_widths import ColumnWidths
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.fitting import fit

WIDTH, HEIGHT = 420, 480
_AT = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Everything is done at once on the list behind it."""

    def __init__(
        self,
        widths: ColumnWidths,
        columns: Sequence[Column[Any]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._widths = widths
        self._columns = columns
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Arrange columns"))
        fit(self, WIDTH, HEIGHT)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns in their order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.up = _button(tr("Move up"), "up", "Alt+Up")
        self.down = _button(tr("Move down"), "down", "Alt+Down")
        self.usual = QPushButton(tr("Restore the usual columns"))
        self._lay_out()
        self._show()
        self._connect()

    def shift(self, by: int) -> None:
        """Move the current column up or down."""
        row = self.list.currentRow()
        target = row + by
        if row >= 0 and 0 <= target < self.list.count():
            self.list.insertItem(target, self.list.takeItem(row))
            self.list.setCurrentRow(target)
            self._place()

    def reset(self) -> None:
        """Show the columns as they come."""
        self._widths.restore(())
        self._widths.changed.emit()
        self._show()

    # ---- inside

    def _lay_out(self) -> None:
        said = tr("Tick what the list shows; drag a column to its place.")
        tools = QHBoxLayout()
        for button in (self.up, self.down):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.usual)
        done = QPushButton(tr("Close"))
        done.setDefault(True)
        done.clicked.connect(self.reject)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(done)
        box = QVBoxLayout(self)
        label = text_label(said, "subtitle")
        label.setWordWrap(True)
        box.addWidget(label)
        box.addWidget(self.list, 1)
        box.addLayout(tools)
        box.addLayout(end)

    def _show(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for at in self._widths.places():
            item = QListWidgetItem(self._columns[at].header)
            item.setData(_AT, at)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(is_on=self._widths.is_shown(at)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._tick)
        self.list.model().rowsMoved.connect(lambda *_: self._place())
        self.up.clicked.connect(lambda _on: self.shift(-1))
        self.down.clicked.connect(lambda _on: self.shift(1))
        self.usual.clicked.connect(lambda _on: self.reset())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            short = QShortcut(QKeySequence(keys), self)
            short.activated.connect(lambda by=by: self.shift(by))

    def _tick(self, item: QListWidgetItem) -> None:
        at = item.data(_AT)
        self._widths.show(at, shown=item.checkState() is Qt.CheckState.Checked)
        # The last column stays, whatever was ticked.
        self.list.blockSignals(True)
        item.setCheckState(_state(is_on=self._widths.is_shown(at)))
        self.list.blockSignals(False)

    def _place(self) -> None:
        for place in range(self.list.count()):
            self._widths.move(self.list.item(place).data(_AT), place)


def _state(*, is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked


def _button(text: str, icon_name: str, keys: str) -> QPushButton:
    button = IconButton(icon_name, text)
    button.setToolTip(f"{text}  ({keys})")
    return button
