"""Facts in a row, with a point between those that stand on one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

POINT = "  ·  "


class DottedLine(QObject):
    """Keeps the facts of a label on as few lines as its width allows.

    A label that breaks the line itself would leave a point alone at its end.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        self._parts: Sequence[str] = ()
        label.installEventFilter(self)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show other facts; those that are empty are left out."""
        self._parts = [part for part in parts if part]
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the label."""
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        measure = self._label.fontMetrics().horizontalAdvance
        text = "\n".join(dotted(self._parts, self._label.width(), measure))
        if self._parts and text != self._label.text():
            self._label.setText(text)


def dotted(
    parts: Sequence[str], width: int, measure: Callable[[str], int]
) -> list[str]:
    """Return the facts line by line; one that is wider than a line has its own."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{POINT}{part}" if lines else part
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
