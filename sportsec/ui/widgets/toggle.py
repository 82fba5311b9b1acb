"""A switch that is on or off, for what takes effect at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sportsec.ui.theme import colour, scaled, signals
from sportsec.ui.widgets.field import Field

TRACK = QSize(40, 22)
GAP = 3


class Toggle(QAbstractButton):
    """Draws a track and a knob; the knob stands at the end when on."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(scaled(TRACK.width()), scaled(TRACK.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; a frame shows the focus, the place of the knob the state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        edge = "text" if self.hasFocus() else ("accent" if on else "field_line")
        painter.setPen(QPen(colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(colour("accent" if on else "surface"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        size = track.height() - 2 * GAP
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_right = on != rtl
        x = track.right() - GAP - size if at_right else track.left() + GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_ink" if on else "field_line"))
        painter.drawEllipse(QRectF(x, track.top() + GAP, size, size))
        painter.end()


class ToggleField(Field):
    """On or off; a `bool`."""

    def __init__(self) -> None:
        super().__init__()
        self.toggle = Toggle()
        self.toggle.clicked.connect(lambda _on: self.changed.emit())
        self.box.addWidget(self.toggle)
        self.box.addStretch(1)

    def value(self) -> bool:
        """Return whether it is on."""
        return self.toggle.isChecked()

    def set_value(self, value: Any) -> None:
        """Switch on or off; None is off."""
        self.toggle.setChecked(bool(value))

    def inputs(self) -> tuple[QWidget, ...]:
        """Return the switch."""
        return (self.toggle,)

    def line_height(self) -> int:
        """Return the height of a line of text input, to stand in line with others."""
        return self.fontMetrics().height() + 16
