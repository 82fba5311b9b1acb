"""The navigation rail: one button per page; its keys are those of the menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.frame.commands import BOTTOM, Actions, ordered
from sportsec.ui.frame.rail_button import RailButton
from sportsec.ui.language import tr
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.widgets.cards import margins, scrolled, text_label

#: In letters of the text size in use.
WIDTH = 23
EDGE = 12
BAR = 12  # width of a scroll bar, which comes into the margin where the window is low
MOST = 0.25  # of the window
#: Between buttons, and between groups of them; then where the window is low.
GAP, GROUP_GAP, CLOSE_GROUP_GAP = 2, 14, 4


class Rail(QFrame):
    """The pages, in groups; emits `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(tr("Navigation"))
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._counts: dict[str, int] = {}
        self._compact = self._close = False
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._list = QWidget()
        self._box = box = QVBoxLayout(self._list)
        self._gaps: list[QSpacerItem] = []
        box.setContentsMargins(margins(0, 0, BAR, 0))
        box.setSpacing(GAP)
        self.brand = text_label(tr("SportSec"), "brand")
        self.brand.setContentsMargins(12, 0, 12, 12)
        box.addWidget(self.brand)
        before = None
        for page in ordered(pages):
            if page.group == BOTTOM and before != BOTTOM:
                box.addStretch(1)
            elif before not in {None, page.group}:
                self._gaps.append(QSpacerItem(0, GROUP_GAP))
                box.addItem(self._gaps[-1])
            before = page.group
            box.addWidget(self._button(page))
        if before != BOTTOM:
            box.addStretch(1)
        self._area = scrolled(self._list)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(margins(EDGE, 16, 0, EDGE))
        around.addWidget(self._area)
        self._set_width()

    def fit_beside(self, width: int) -> None:
        """Show icons alone where the names would take too much of the window."""
        compact = self._full_width() > width * MOST
        if compact != self._compact:
            self._compact = compact
            self.brand.setHidden(compact)
            for key in self.buttons:
                self._say(key)
            self._set_width()
            self._share_height()

    def show_keys(self, actions: Actions) -> None:
        """Say at each page by which keys it opens, whatever they become."""
        for key, button in self.buttons.items():
            action = actions[key]
            action.changed.connect(lambda b=button, a=action: _tell(b, a))
            _tell(button, action)

    def show_current(self, key: str) -> None:
        """Mark the page on view; a page off the rail marks none."""
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        self._reveal()

    def show_count(self, key: str, count: int) -> None:
        """Say beside a page how much waits there; nothing for none."""
        self._counts[key] = count
        self._say(key)
        self._set_width()
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the pages together where the window is low."""
        super().resizeEvent(event)
        self._share_height()
        self._reveal()

    def changeEvent(self, event: QEvent) -> None:
        """Come back to the page on view: new colours scroll the rail to its top."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._dressed)

    def _dressed(self) -> None:
        self._share_height()
        self._reveal()

    def _share_height(self) -> None:
        """Let the pages stand close to each other where they do not fit otherwise."""
        room = self._area.maximumViewportSize().height()
        is_close = self._roomy_height() > room
        if is_close == self._close:
            return
        self._close = is_close
        for gap in self._gaps:
            gap.changeSize(0, CLOSE_GROUP_GAP if is_close else GROUP_GAP)
        for button in self.buttons.values():
            button.stand_close(close=is_close)
        self._box.invalidate()
        self._set_width()  # smaller icons, whenever they became so

    def _roomy_height(self) -> int:
        """Return what the pages need with all the room that they like."""
        heights = [each.roomy_height() for each in self.buttons.values()]
        if not self._compact:
            heights.append(self.brand.sizeHint().height())
        return sum(heights) + GAP * len(heights) + GROUP_GAP * len(self._gaps)

    def _reveal(self) -> None:
        """In a low window the rail scrolls: let the page on view be seen on it."""
        current = self._group.checkedButton()
        if current is not None:
            self._box.activate()
            self._area.ensureWidgetVisible(current, 0, EDGE)

    def _say(self, key: str) -> None:
        self.buttons[key].say(self._counts.get(key, 0), compact=self._compact)

    def _full_width(self) -> int:
        """Return the room that all names need."""
        if not self._compact:
            least = self.fontMetrics().horizontalAdvance("n") * WIDTH
            self._wide = max(least, self._list.sizeHint().width() + EDGE)
        return self._wide

    def _set_width(self) -> None:
        compact = self._list.minimumSizeHint().width() + EDGE
        self.setFixedWidth(compact if self._compact else self._full_width())

    def _button(self, page: PageSpec) -> RailButton:
        button = RailButton(page.icon, tr(page.title))
        button.clicked.connect(lambda _on, key=page.key: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[page.key] = button
        return button


def _tell(button: QToolButton, action: QAction) -> None:
    button.setToolTip(
        action.toolTip() if action.shortcuts() else button.accessibleName()
    )


class Middle(QWidget):
    """The rail, and beside it the page, which is left enough room."""

    def __init__(self, rail: Rail, beside: QLayout) -> None:
        super().__init__()
        self._rail = rail
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rail)
        box.addLayout(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        self._rail.fit_beside(event.size().width())
        super().resizeEvent(event)
