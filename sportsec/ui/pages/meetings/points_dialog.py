"""Which of the open points go onto the agenda: a list with a tick before each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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

from sportsec.ui.language import tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.problem_list import Wrapping
from sportsec.ui.widgets.save_bar import SaveBar
from sportsec.ui.widgets.tab_order import follow_reading

WIDTH, HEIGHT = 640, 460
#: Edge of the box before a point (`app.qss`), and the room around it.
TICK, AROUND_TICK = 16, 12
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PointsDialog(QDialog):
    """Open points, all ticked; space ticks one, Enter adds those that are.

    Args:
        points: In the language of the screen.
        take: Is given those that stay ticked, in their order.
    """

    def __init__(
        self,
        points: Sequence[str],
        take: Callable[[Sequence[str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._take = take
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(tr("From open points"))
        self.all = QCheckBox(tr("All points"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Open points"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Wrapping(self.list, scaled(TICK) + AROUND_TICK))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for point in points:
            item = QListWidgetItem(point, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        self.bar = SaveBar(tr("Put on the agenda"))
        self.bar.save.setToolTip("")
        self.bar.save.setDefault(True)
        self._lay_out()
        self.list.itemChanged.connect(lambda _item: self._judge())
        self.all.clicked.connect(lambda on: self._tick_all(is_on=on))
        self.bar.save.clicked.connect(lambda _on: self.accept())
        self.bar.cancel.clicked.connect(lambda _on: self.reject())
        self._judge()
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The points that are to be added."""
        return tuple(
            point for at, point in enumerate(self._points) if self._is_ticked(at)
        )

    def accept(self) -> None:
        """Hand over what is ticked."""
        if self.ticked:
            self._take(self.ticked)
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter add: the list would keep it for the line that it is on."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.accept()
            return True
        return super().eventFilter(watched, event)

    # ---- inside

    def _lay_out(self) -> None:
        said = tr("Untick what is not to go onto the agenda. Space ticks, Enter adds.")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(said, "subtitle", wrap=True))
        box.addWidget(self.all)
        box.addWidget(self.list, 1)
        box.addWidget(self.bar)
        fit(self, WIDTH, HEIGHT)
        follow_reading(self)

    def _is_ticked(self, at: int) -> bool:
        return self.list.item(at).checkState() is Qt.CheckState.Checked

    def _tick_all(self, *, is_on: bool) -> None:
        state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        for at in range(self.list.count()):
            self.list.item(at).setCheckState(state)

    def _judge(self) -> None:
        """With none ticked there is nothing to add."""
        ticked = self.ticked
        self.all.setChecked(len(ticked) == len(self._points))
        self.bar.save.setEnabled(bool(ticked))
