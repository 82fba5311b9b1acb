"""A list with a tick before each line, and one act for those that stay ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.problem_list import Wrapping
from sportsec.ui.widgets.save_bar import SaveBar
from sportsec.ui.widgets.tab_order import follow_reading

WIDTH, HEIGHT = 640, 460
#: Edge of the box before a line (`app.qss`), and the room around it.
TICK, AROUND_TICK = 16, 12
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TickDialog(QDialog):
    """Lines to tick; space ticks one, Enter does what the button says.

    A kind of it says what its button is for (`judge`), and does it (`accept`).

    Args:
        title, said: Of the window, also its heading, and what is to be done in it.
        lines: In the language of the screen, each with whether it is ticked.
        names: What the list is called by those who hear the screen, and all its lines.
    """

    def __init__(
        self,
        title: str,
        said: str,
        lines: Sequence[tuple[str, bool]],
        names: tuple[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        name, every = names
        self.all = QCheckBox(every)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Wrapping(self.list, scaled(TICK) + AROUND_TICK))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for text, is_ticked in lines:
            item = QListWidgetItem(text, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(is_on=is_ticked))
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        self.bar = SaveBar()
        self.bar.save.setToolTip("")
        self.bar.save.setDefault(True)
        self._lay_out(said)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.all.clicked.connect(lambda on: self._tick_all(is_on=on))
        self.bar.save.clicked.connect(lambda _on: self.accept())
        self.bar.cancel.clicked.connect(lambda _on: self.reject())
        self._count()
        self.list.setFocus()

    def places(self) -> tuple[int, ...]:
        """Return which lines are ticked, counted from 0."""
        on = Qt.CheckState.Checked
        lines = range(self.list.count())
        return tuple(at for at in lines if self.list.item(at).checkState() is on)

    def judge(self, ticked: int) -> None:
        """Say on the button what it does with so many lines."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter act: the list would keep it for the line that it is on."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.accept()
            return True
        return super().eventFilter(watched, event)

    # ---- inside

    def _lay_out(self, said: str) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(self.windowTitle(), "title", wrap=True))
        box.addWidget(text_label(said, "subtitle", wrap=True))
        box.addWidget(self.all)
        box.addWidget(self.list, 1)
        box.addWidget(self.bar)
        fit(self, WIDTH, HEIGHT)
        follow_reading(self)

    def _tick_all(self, *, is_on: bool) -> None:
        for at in range(self.list.count()):
            self.list.item(at).setCheckState(_state(is_on=is_on))

    def _count(self) -> None:
        ticked = len(self.places())
        some = Qt.CheckState.PartiallyChecked
        is_part = 0 < ticked < self.list.count()
        self.all.setCheckState(some if is_part else _state(is_on=ticked > 0))
        self.judge(ticked)


def _state(*, is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
