"""Puts another style sheet on what is on view; what is hidden follows when shown.

Qt dresses every widget there is, and one inside others once for each of them: with all
pages open a switch took many seconds.
"""

from __future__ import annotations

from typing import ClassVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle


class _Wardrobe:
    """Who may wait, and who waits."""

    patient: ClassVar[WeakSet[QWidget]] = WeakSet()
    late: ClassVar[WeakSet[QWidget]] = WeakSet()
    keeper: ClassVar[QWidget | None] = None


def may_wait(widget: QWidget) -> None:
    """Let a widget and all in it keep the old look while it is hidden.

    It calls `catch_up` when it is shown.
    """
    _Wardrobe.patient.add(widget)


def redress(app: QApplication, sheet: str) -> None:
    """Give the program a style sheet.

    The old one is taken off first: otherwise Qt goes through the widgets once for each
    of their ancestors.
    """
    _keep_originals()
    for widget in _Wardrobe.patient - _Wardrobe.late:
        if shiboken6.isValid(widget) and not widget.isVisible():
            _leave_alone(widget)
    app.setStyleSheet("")
    app.setStyleSheet(sheet)


def catch_up(widget: QWidget) -> None:
    """Dress a widget that was hidden when the style sheet changed."""
    if widget not in _Wardrobe.late:
        return
    _Wardrobe.late.discard(widget)
    style = QApplication.style()
    change = QEvent(QEvent.Type.StyleChange)
    for each in _all_in(widget):
        each.setAttribute(_OWN_STYLE, on=False)
        style.unpolish(each)
        style.polish(each)
        each.setAttribute(_POLISHED)
        QApplication.sendEvent(each, change)


def _leave_alone(widget: QWidget) -> None:
    """Show widgets to Qt as ones that a new style of the program does not concern.

    Should another Qt look at something else, they are dressed at once, and only slowly.
    """
    _Wardrobe.late.add(widget)
    for each in _all_in(widget):
        each.setAttribute(_POLISHED, on=False)
        each.setAttribute(_OWN_STYLE)


def _keep_originals() -> None:
    """Hold one sheet for ever: with the last one, Qt forgets what was below it."""
    if _Wardrobe.keeper is None or not shiboken6.isValid(_Wardrobe.keeper):
        _Wardrobe.keeper = QWidget()
        _Wardrobe.keeper.setStyleSheet("QWidget {}")


def _all_in(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]
