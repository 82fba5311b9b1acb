"""The board in a tab that may be too low for it: scrolled as one, with one bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.ui.pages.deployment.board import POSTS, Board
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.kept_head import KeptHead
from sportsec.ui.widgets.scrolled import WholeScroll
from sportsec.ui.widgets.table import TableView

#: The least height of a list that scrolls its lines itself: its head and four lines.
LEAST_TABLE = 150
#: What who stands on a chosen post needs below the list, and the gaps of the board.
_BELOW = 150


class BoardRoom(QWidget):
    """Where the tab is low, the list in front shows all its lines and is not scrolled.

    Two bars inside each other are hard to use. A deployment has tens of lines, which
    are held already. Who stands on the chosen post then stays below, in view.
    """

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self._is_whole = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        area = WholeScroll(board)
        self._box.addWidget(area, 1)
        self._foot = QWidget()
        self._foot_box = QVBoxLayout(self._foot)
        self._foot_box.setContentsMargins(0, 0, 0, 0)
        self._foot.hide()
        self._box.addWidget(self._foot)
        for table in board.tables:
            table.setMinimumHeight(scaled(LEAST_TABLE))
            KeptHead(table, area)
            table.verticalHeader().sectionCountChanged.connect(
                lambda _old, _new: self._fit_tables()
            )
        board.lists.currentChanged.connect(lambda _at: self._fit_tables())
        board.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room of the tab."""
        super().resizeEvent(event)
        self._board.room = self.height()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the parts of the board need."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        board = self._board
        # What the lists and the panel need follows from this: asked for it, they
        # would change it again, and so on without an end.
        least = board.least_height() + scaled(LEAST_TABLE) + scaled(_BELOW)
        is_whole = board.is_turned and least > self.height()
        if is_whole == self._is_whole:
            return
        self._is_whole = is_whole
        panel = board.assignments
        is_shown = not panel.isHidden()
        (self._foot_box if is_whole else board.posts_box).addWidget(panel)
        panel.setVisible(is_shown)
        panel.take_room_of_list(is_low=is_whole)
        policy = Qt.ScrollBarPolicy
        for table in board.tables:
            table.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if is_whole else policy.ScrollBarAsNeeded
            )
        self._fit_tables()

    def _fit_tables(self) -> None:
        at = self._board.lists.currentIndex()
        self._foot.setVisible(self._is_whole and at == POSTS)
        for place, table in enumerate(self._board.tables):
            is_long = self._is_whole and place == at
            high = _height(table) if is_long else 0
            table.setMinimumHeight(max(high, scaled(LEAST_TABLE)))


def _height(table: TableView) -> int:
    """Return the height of a list that shows all its lines."""
    head, lines = table.horizontalHeader(), table.verticalHeader()
    return head.sizeHint().height() + lines.length() + 2 * table.frameWidth()
