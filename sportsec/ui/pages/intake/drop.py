"""The intake page before a file is chosen and while it is read; its panels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.theme import scaled, signals
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label

EDGE, LEAST_EDGE = 56, 24
#: The sign takes room before the gaps above and below do.
_FIRST = 40


class DropPanel(QFrame):
    """Asks for a file: dropped on the window, or chosen."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.button = IconButton("folder", tr("Choose a file"), "accent_ink")
        self.button.setProperty("primary", True)
        self.button.clicked.connect(lambda _on: self.wanted.emit())
        kinds = tr(
            "Excel, OpenDocument, CSV, iCalendar, football.txt or JSON; "
            "in Arabic, French or English"
        )
        stack(
            self,
            "drop",
            tr("Drop the programme of the federation here"),
            (text_label(kinds, "caption", wrap=True), self.button),
        )


class WaitPanel(QWidget):
    """Says that a file is being read, and lets the officer give up."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(lambda _on: self.given_up.emit())
        self.text = text_label("", "section", wrap=True)
        stack(self, "file", "", (self.text, self.cancel))

    def show_name(self, name: str) -> None:
        """Say which file it is."""
        self.text.setText(tr("Reading {name}…", name=name))


class Panels(QWidget):
    """Shows one of some panels: those behind take no room, as in a stack they would.

    Attributes:
        front: Place of the one on view.
    """

    def __init__(self, panels: Sequence[QWidget]) -> None:
        super().__init__()
        self.front = 0
        self._panels = panels
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for panel in panels:
            box.addWidget(panel)

    def bring(self, front: int) -> None:
        """Bring a panel to the front; the keys go there if they were in another."""
        focused: QWidget | None = QApplication.focusWidget()
        self.front = front
        shown = self._panels[front]
        shown.show()
        behind = (each for each in self._panels if each is not shown)
        if focused is not None and any(one.isAncestorOf(focused) for one in behind):
            before: QWidget | None = shown.focusWidget()
            follow = before if before is not None else _first_in(shown)
            follow.setFocus(Qt.FocusReason.OtherFocusReason)
        for panel in self._panels:
            panel.setVisible(panel is shown)


def _first_in(panel: QWidget) -> QWidget:
    """Return what the Tab key would come to first; the panel itself if nothing."""
    stops = (
        each
        for each in panel.findChildren(QWidget)
        if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return next(stops, panel)


class Sign(QWidget):
    """What a panel is about; in a low window it gives its room to the words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setMaximumHeight(scaled(EDGE))
        signals().changed.connect(self.update)

    def show_sign(self, name: str) -> None:
        """Show another one."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """Return how low it may become: it grows as far as there is room."""
        return QSize(scaled(EDGE), scaled(LEAST_EDGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as large as there is room; one too small to be seen is left out."""
        edge = min(self.width(), self.height())
        if edge < scaled(LEAST_EDGE):
            return
        painter = QPainter(self)
        room = QRect(0, 0, edge, edge)
        room.moveCenter(self.rect().center())
        icon(self._name, "accent").paint(painter, room)
        painter.end()


def stack(
    panel: QWidget, name: str, title: str, widgets: tuple[QWidget, ...]
) -> tuple[Sign, QLabel]:
    """Put icon, title and widgets into the middle of a panel.

    Returns:
        The icon and the title, which is not there where it is empty.
    """
    middle = Qt.AlignmentFlag.AlignHCenter
    mark, heading = Sign(name), text_label(title, "section", wrap=True)
    box = QVBoxLayout(panel)
    box.setSpacing(12)
    box.addStretch(2)
    box.addWidget(mark, _FIRST, middle)
    for widget in (*([heading] if title else []), *widgets):
        if isinstance(widget, QLabel):
            widget.setAlignment(middle)
            box.addWidget(widget)
        else:
            box.addWidget(widget, 0, middle)
    box.addStretch(3)
    return mark, heading
