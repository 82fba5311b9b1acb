"""The button that holds what narrows a page where its window is low."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.language import is_rtl, tr, tr_count
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.flow import FlowLayout

_GAP, _EDGE = 4, 12
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NarrowButton(IconButton):
    """Says what is chosen, and opens the controls to choose something else."""

    def __init__(self) -> None:
        super().__init__("filter")
        self.setCheckable(True)
        self.setProperty("choice", True)
        self.panel = NarrowPanel(self)
        self.clicked.connect(lambda _on: self._open())
        self._narrows = False
        self.say("", ())

    def say(self, period: str, filters: Sequence[str]) -> None:
        """Say which period is on view, and the filter; several are counted.

        Args:
            period: Empty where the matches are shown by no period.
            filters: What each filter lets through, in words.
        """
        self._narrows = bool(filters)
        counted = list(filters)
        if len(filters) > 1:
            counted = [tr_count("{n} filter", "{n} filters", len(filters))]
        shown = [*filter(None, [period]), *counted]
        whole = [*filter(None, [period]), *filters]
        self.setText(" · ".join(shown) or tr("Filter"))
        self.setAccessibleName(" · ".join(whole) or tr("Filter"))
        self.setToolTip(self.accessibleName())
        self.setChecked(self._narrows)

    def _open(self) -> None:
        self.setChecked(self._narrows)
        self.panel.open_below(self)


class NarrowPanel(QFrame):
    """Controls in lines, as wide as the page; it stays while one chooses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self._lines = FlowLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        box.addLayout(self._lines)

    def hold(self, parts: Sequence[QWidget]) -> None:
        """Take controls in."""
        for part in parts:
            self._lines.addWidget(part)

    def give_back(self) -> None:
        """Let go of all that is held, for another layout."""
        self.hide()
        while self._lines.count():
            self._lines.takeAt(0)

    def open_below(self, button: QWidget) -> None:
        """Show the controls under the line that the button stands on."""
        line = button.parentWidget() or button
        corner = line.mapToGlobal(QPoint(0, 0))
        under = button.mapToGlobal(QPoint(0, button.height() + _GAP))
        self.setGeometry(QRect(corner.x(), under.y(), line.width(), 1))
        self._fit()
        self.show()

    def event(self, event: QEvent) -> bool:
        """Follow controls that say more than before, and need another line."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys to the first control."""
        super().showEvent(event)
        self._first().setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keys, as on a page."""
        button = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _first(self) -> QWidget:
        buttons = (
            each
            for each in self.findChildren(QPushButton)
            if each.isVisibleTo(self) and each.window() is self
        )
        corner = self.rect().topRight() if is_rtl() else QPoint(0, 0)

        def way(each: QWidget) -> int:
            return (each.mapTo(self, each.rect().center()) - corner).manhattanLength()

        return min(buttons, key=way, default=self)
