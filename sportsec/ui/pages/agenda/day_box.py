"""One day of a board: its head, its matches as cards, and what clashes on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
)

from sportsec.queries.agenda_days import BoardMatch, DayOnBoard
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.day_head import ClashLine, DayHead
from sportsec.ui.pages.agenda.match_card import MATCH_ROLE, MatchCard
from sportsec.ui.pages.agenda.wording import match_hint, spoken_day, spoken_match
from sportsec.ui.theme import colour, signals

#: Size of the text of a month, against that of a week.
COMPACT = 0.9
#: Least height of a day of a month, in heights of a letter; below it the month scrolls.
LEAST = 4.6
#: Asked first about every key; says whether it was one of the board's.
Keys = Callable[["DayBox", QKeyEvent], bool]


class DayList(QListWidget):
    """The matches of a day. The arrow keys lead on to the neighbouring days."""

    focused = Signal()
    asked_menu = Signal(object)

    def __init__(self, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._keys = keys
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "day")
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerItem)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumSize(1, 1)  # its own least height would cut the heads of days
        self.setMouseTracking(True)

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
        item = self.itemAt(event.pos()) or self.currentItem()
        if item is not None:
            self.setCurrentItem(item)
            self.asked_menu.emit(event.globalPos())


class DayBox(QFrame):
    """A day that matches can be put on.

    Signals:
        opened: A match shall be opened, by its id.
        asked_move: A match shall be moved, to a day that is not said yet.
        entered: The officer stands on this day now.
    """

    opened = Signal(object)
    asked_move = Signal(object)
    entered = Signal(object)

    def __init__(self, keys: Keys, *, compact: bool) -> None:
        super().__init__()
        self.day = date.min
        self.compact = compact
        self.is_target = False
        self.is_today = False
        self.is_outside = False
        self.head = DayHead(compact=compact)
        self.list = DayList(lambda event: keys(self, event))
        self.list.setItemDelegate(MatchCard(self.list, compact=compact))
        self.list.itemDoubleClicked.connect(
            lambda item: self.opened.emit(item.data(MATCH_ROLE).id)
        )
        self.list.focused.connect(self._enter)
        self.list.asked_menu.connect(self._open_menu)
        self.foot = ClashLine()
        box = QVBoxLayout(self)
        edge = 3 if compact else 4
        box.setContentsMargins(edge, edge, edge, edge)
        box.setSpacing(1 if compact else 2)
        box.addWidget(self.head)
        box.addWidget(self.list, 1)
        box.addWidget(self.foot)
        if compact:
            self.setMinimumHeight(round(self.fontMetrics().ascent() * LEAST))
            small = QFont(self.font())
            small.setPointSizeF(small.pointSizeF() * COMPACT)
            self.list.setFont(small)
            bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.list.setVerticalScrollBarPolicy(bars)
        signals().changed.connect(self.update)

    def show_day(self, shown: DayOnBoard, *, today: date, outside: bool) -> None:
        """Show a day; the match that was chosen stays so.

        Args:
            outside: It belongs to the month before or after the one on view.
        """
        kept = self.current_id()
        self.day = shown.day
        self.is_today, self.is_outside = shown.day == today, outside
        self.list.clear()
        for match in shown.matches:
            self.list.addItem(_item(match))
        said = spoken_day(shown)
        self.list.setAccessibleName(said)
        self.head.show_day(shown, is_today=self.is_today, is_outside=outside)
        self.head.setToolTip(said)
        self.foot.show_kinds(shown.clashes)
        if kept is not None:
            self.select(kept)
        self._count_hidden()
        self.update()

    def current(self) -> BoardMatch | None:
        """Return the match chosen on this day."""
        row = self.list.currentRow()
        if row < 0:
            return None
        found: BoardMatch = self.list.item(row).data(MATCH_ROLE)
        return found

    def current_id(self) -> UUID | None:
        """Return the id of the match chosen on this day."""
        match = self.current()
        return match.id if match else None

    def select(self, match: UUID) -> bool:
        """Choose a match; says whether it is here."""
        for row in range(self.list.count()):
            if self.list.item(row).data(MATCH_ROLE).id == match:
                self.list.setCurrentRow(row)
                return True
        return False

    def mark_target(self, *, on: bool) -> None:
        """Show that a match would be put here."""
        if on != self.is_target:
            self.is_target = on
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say how many matches there is no room for."""
        super().resizeEvent(event)
        self._count_hidden()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground: today, the day that has the focus, the day aimed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "stripe" if not self.is_outside else "window"
        edge, width, style = "line", 1.0, Qt.PenStyle.SolidLine
        if self.is_today:
            edge = "accent"
        if self.list.hasFocus():
            edge, width = "accent", 2.0
        if self.is_target:
            ground, edge, width = "accent_soft", "accent", 2.0
            style = Qt.PenStyle.DashLine
        painter.setBrush(colour(ground))
        painter.setPen(QPen(colour(edge), width, style))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, 6, 6)
        painter.end()

    # ---- inside

    def _enter(self) -> None:
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.entered.emit(self.day)

    def _count_hidden(self) -> None:
        height = self.list.viewport().height()
        used, fitting = 0, 0
        for row in range(self.list.count()):
            used += self.list.sizeHintForRow(row)
            if used > height:
                break
            fitting += 1
        self.head.show_hidden(self.list.count() - fitting)

    def _open_menu(self, where: QPoint) -> None:
        match = self.current()
        if match is None:
            return
        menu = QMenu(self)
        menu.addAction(icon("match"), tr("Open"), lambda: self.opened.emit(match.id))
        menu.addAction(
            icon("calendar"), tr("Move"), lambda: self.asked_move.emit(match.id)
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)


def _item(match: BoardMatch) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(MATCH_ROLE, match)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken_match(match))
    item.setToolTip(match_hint(match))
    return item
