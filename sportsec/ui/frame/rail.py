"""The navigation rail: one button per page; its keys are those of the menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from sportsec.ui.frame.commands import BOTTOM, Actions, ordered
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label

ICON = 20
#: In letters of the text size in use.
WIDTH = 23


class Rail(QFrame):
    """The pages, in groups; emits `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(tr("Navigation"))
        self.buttons: dict[str, QToolButton] = {}
        self._specs = {page.key: page for page in pages if page.group}
        self._group = QButtonGroup(self)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 16, 12, 12)
        box.setSpacing(2)
        brand = text_label(tr("SportSec"), "brand")
        brand.setContentsMargins(12, 0, 12, 12)
        box.addWidget(brand)
        before = None
        for page in ordered(pages):
            if page.group == BOTTOM and before != BOTTOM:
                box.addStretch(1)
            elif before not in {None, page.group}:
                box.addSpacing(14)
            before = page.group
            box.addWidget(self._button(page))
        if before != BOTTOM:
            box.addStretch(1)

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

    def show_count(self, key: str, count: int) -> None:
        """Say beside a page how much waits there; nothing for none."""
        button, title = self.buttons[key], tr(self._specs[key].title)
        shown = f"{title}  ({isolate(str(count))})" if count else title
        button.setText(f" {shown}")
        button.setAccessibleName(shown)

    def _button(self, page: PageSpec) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setText(f" {tr(page.title)}")  # Qt leaves four pixels after the icon
        button.setAccessibleName(tr(page.title))
        button.setIcon(icon(page.icon, checked="accent_soft_ink"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(scaled(ICON), scaled(ICON)))
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _on, key=page.key: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[page.key] = button
        return button


def _tell(button: QToolButton, action: QAction) -> None:
    button.setToolTip(action.toolTip() if action.shortcuts() else "")
