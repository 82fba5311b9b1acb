"""The matches of one day as a list of cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem

from sportsec.queries.agenda_days import BoardMatch
from sportsec.ui.pages.agenda.match_card import MATCH_ROLE, MatchCard
from sportsec.ui.pages.agenda.wording import match_hint, spoken_match

#: Size of the text of a month, against that of a week.
COMPACT = 0.9

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class DayModel(QAbstractListModel):
    """The matches of a day; their sentences are made when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.matches: Sequence[BoardMatch] = ()

    def show_matches(self, matches: Sequence[BoardMatch]) -> None:
        """Take others."""
        if self.matches or matches:
            self.beginResetModel()
            self.matches = matches
            self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of matches."""
        return 0 if parent.isValid() else len(self.matches)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a match, or what is said of it."""
        match = self.matches[index.row()]
        if role == MATCH_ROLE:
            return match
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_match(match)
        if role == Qt.ItemDataRole.ToolTipRole:
            return match_hint(match)
        return None


class DayList(QListView):
    """The matches of a day. The arrow keys lead on to the neighbouring days.

    Signals:
        focused: The officer came here.
        asked_menu: What can be done with the current match shall be offered there.
        opened: A match shall be opened, by its id.
        moved: Other matches may be in sight than before.

    Args:
        keys: Asked first about every key; says whether it was one of the board's.
    """

    focused = Signal()
    asked_menu = Signal(object)
    opened = Signal(object)
    moved = Signal()

    def __init__(self, keys: Callable[[QKeyEvent], bool], *, compact: bool) -> None:
        super().__init__()
        self._keys = keys
        self.shown = DayModel()
        self.shown.setParent(self)
        self.setModel(self.shown)
        self._cards = MatchCard(self, compact=compact)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "day")
        self.viewport().setAutoFillBackground(False)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumSize(1, 1)  # its own least height would cut the heads of days
        self.setMouseTracking(True)
        if compact:
            self.setVerticalScrollBarPolicy(off)
            small = QFont(self.font())
            small.setPointSizeF(small.pointSizeF() * COMPACT)
            self.setFont(small)
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.moved.emit())

    def count(self) -> int:
        """Return how many matches there are."""
        return len(self.shown.matches)

    def row(self) -> int:
        """Return the place of the current match; -1 where there is none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a match the current one; -1 for none."""
        self.setCurrentIndex(self.shown.index(row))

    def current(self) -> BoardMatch | None:
        """Return the current match."""
        row = self.row()
        return self.shown.matches[row] if row >= 0 else None

    def select(self, match: UUID) -> bool:
        """Choose a match by its id; says whether it is here."""
        for row, one in enumerate(self.shown.matches):
            if one.id == match:
                self.choose(row)
                return True
        return False

    def match_at(self, where: QPoint) -> BoardMatch | None:
        """Return the match under a point of the viewport."""
        index = self.indexAt(where)
        return self.shown.matches[index.row()] if index.isValid() else None

    def hidden(self) -> list[BoardMatch]:
        """Return the matches there is no room for: the others can be read."""
        self.executeDelayedItemsLayout()  # cards may be of another height by now
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        found, high = [], self.viewport().height()
        for row, match in enumerate(self.shown.matches):
            index = self.shown.index(row)
            option.rect = self.visualRect(index)
            if not self._cards.is_told(option, index, high):
                found.append(match)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that there may be room for more, or for fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # cards are higher where names are broken
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key to the board first."""
        if self._keys(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the board where the officer is."""
        super().focusInEvent(event)
        self.focused.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a match."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
        if self.row() >= 0:
            self.asked_menu.emit(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.shown.matches[index.row()].id)
