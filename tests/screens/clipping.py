"""Finds what does not fit: words cut off, parts that lie outside of what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from sportsec.ui.widgets.elided import ElidedLabel

NEAR = 2  # pixels that nobody sees


def cut_off(shown: QWidget) -> list[str]:
    """Return a line for each part on view that is smaller than what it holds."""
    return [
        f"{_called(part)}: {fault}"
        for part in _parts(shown)
        for fault in (_squeezed(part), _outside(part, shown))
        if fault
    ]


def _parts(shown: QWidget) -> Iterator[QWidget]:
    for part in shown.findChildren(QWidget):
        if not part.isVisibleTo(shown) or isinstance(part, QScrollBar):
            continue
        inside = part.parentWidget()
        # What Qt itself puts there, such as the arrows of a bar of tabs, is its own.
        if isinstance(inside, QAbstractScrollArea | QLineEdit | QTabBar):
            continue
        if part.isWindow():
            continue
        if part.window() is shown.window():
            yield part


def _squeezed(part: QWidget) -> str:
    if not isinstance(part, QLabel | QAbstractButton) or isinstance(part, ElidedLabel):
        return ""
    least = part.minimumSizeHint()
    if isinstance(part, QLabel) and part.wordWrap():
        least.setHeight(part.heightForWidth(part.width()))
    least = least.boundedTo(part.maximumSize())
    size = part.size()
    if size.width() + NEAR < least.width() or size.height() + NEAR < least.height():
        return f"needs {least.toTuple()}, has {size.toTuple()}"
    return ""


def _outside(part: QWidget, shown: QWidget) -> str:
    holder = part.parentWidget()
    if holder is None or part is shown or _scrolls(holder):
        return ""
    room = holder.rect().adjusted(-NEAR, -NEAR, NEAR, NEAR)
    if part.size().isEmpty() or room.contains(part.geometry()):
        return ""
    return f"at {part.geometry().getRect()} in {holder.size().toTuple()}"


def _scrolls(holder: QWidget) -> bool:
    """Say whether what lies in it may be larger than itself."""
    area = holder.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is holder


def _called(part: QWidget) -> str:
    text = part.accessibleName() or getattr(part, "text", lambda: "")()
    above = part.parentWidget()
    return f"{type(above).__name__}/{type(part).__name__} «{str(text)[:40]}»"
