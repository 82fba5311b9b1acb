"""The search field of the whole record: Ctrl+K, type, arrow, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from sportsec.domain.words import Words
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, words
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.search_field import SearchField

ROW = int(Qt.ItemDataRole.UserRole)
WIDTH = 360
MOST_SHOWN = 9


class Hit(NamedTuple):
    """One record found.

    Args:
        kind: Table name, such as "club".
        title: What it is called.
        subtitle: What tells it from its namesakes.
    """

    kind: str
    id: UUID
    title: Words
    subtitle: Words


#: Asks the record: (work, text) -> hits, best first.
Search = Callable[[Work, str], Sequence[Hit]]

#: Icon of each kind of record.
ICONS = {
    "fixture": "match",
    "club": "clubs",
    "venue": "venues",
    "supporter_group": "groups",
    "contact": "contacts",
    "organisation": "contacts",
    "unit": "units",
}


class SearchBox(SearchField):
    """Finds records of all kinds; emits `picked(kind, id)`."""

    picked = Signal(str, object)

    def __init__(self, runner: Runner, search: Search) -> None:
        super().__init__(tr("Search everything  (Ctrl+K)"))
        self._runner = runner
        self._search = search
        self.setMaximumWidth(scaled(WIDTH))
        self.list = QListWidget()
        self.list.setProperty("role", "popup")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Search results"))
        self.list.setIconSize(QSize(scaled(20), scaled(20)))
        self.list.setMinimumHeight(1)
        self.popup = QFrame(
            self, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
        )
        self.popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.popup.setFocusProxy(self)
        box = QVBoxLayout(self.popup)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        self.list.itemClicked.connect(self._pick)
        self.searched.connect(self._find)
        self.installEventFilter(self)

    def _find(self, text: str) -> None:
        if not text:
            self.popup.hide()
            return
        search = self._search
        self._runner.read(
            self, "hits", lambda work: list(search(work, text)), self._show
        )

    def _show(self, hits: Sequence[Hit]) -> None:
        self.list.clear()
        for hit in hits:
            kind, identity, title, subtitle = hit
            text = words(title)
            if subtitle:
                text = f"{text}\n{words(subtitle)}"
            item = QListWidgetItem(icon(ICONS.get(kind, "file")), text)
            item.setData(ROW, (kind, identity))
            self.list.addItem(item)
        if not hits:
            item = QListWidgetItem(tr("Nothing found."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if hits else -1)
        if self.hasFocus():
            self._open_popup()

    def _open_popup(self) -> None:
        shown = min(self.list.count(), MOST_SHOWN)
        height = sum(self.list.sizeHintForRow(at) for at in range(shown)) + 12
        self.popup.resize(self.width(), height)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()

    def _pick(self, item: QListWidgetItem | None) -> None:
        found = item.data(ROW) if item is not None else None
        if found:
            self.popup.hide()
            self.clear()
            self.picked.emit(found[0], found[1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose in the list, Enter opens, Escape closes."""
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self.popup.hide()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self.popup.isVisible()
        ):
            return self._steer(Qt.Key(event.key())) or super().eventFilter(
                watched, event
            )
        return super().eventFilter(watched, event)

    def _steer(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is not None:
            at = (self.list.currentRow() + step) % max(1, self.list.count())
            self.list.setCurrentRow(at)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(self.list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.popup.hide()
            return True
        return False


def no_search(_work: Work, _text: str) -> Sequence[Hit]:
    """Find nothing: for windows without a record behind them."""
    return ()
