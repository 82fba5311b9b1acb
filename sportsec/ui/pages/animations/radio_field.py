"""One of a few things, all of them in view: chosen with one key or one click."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from sportsec.ui.language import is_rtl, label, tr
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.flow import FlowLayout

_KEY = Qt.Key
#: Whether one reads from the right → key → how many further.
_STEPS = {
    is_right: {
        _KEY.Key_Down: 1,
        _KEY.Key_Up: -1,
        _KEY.Key_Right: -1 if is_right else 1,
        _KEY.Key_Left: 1 if is_right else -1,
    }
    for is_right in (False, True)
}


class RadioField(Field):
    """A member of an enumeration; arrow keys go from one to the next.

    Args:
        members: In the order in which they stand.
    """

    def __init__(self, members: Iterable[Enum]) -> None:
        super().__init__()
        self.buttons: dict[Enum, QRadioButton] = {}
        self._group = QButtonGroup(self)
        flow = FlowLayout(gap=14, even=True)
        for member in members:
            button = QRadioButton(label(member))
            button.toggled.connect(self._on_toggled)
            button.installEventFilter(self)
            self._group.addButton(button)
            self.buttons[member] = button
            flow.addWidget(button)
        self._loading = False
        self.box.addLayout(flow, 1)

    def value(self) -> Any:
        """Return what is chosen."""
        chosen = self._group.checkedButton()
        return next((one for one, each in self.buttons.items() if each is chosen), None)

    def set_value(self, value: Any) -> None:
        """Choose one."""
        self._loading = True
        self.buttons[value].setChecked(True)
        self._loading = False

    def offered(self) -> Sequence[Any]:
        """Return the members."""
        return tuple(self.buttons)

    def inputs(self) -> Sequence[QWidget]:
        """Return the buttons."""
        return tuple(self.buttons.values())

    def call(self, name: str) -> None:
        """Tell screen readers what is chosen here."""
        self.setAccessibleName(name)
        for button in self.buttons.values():
            said = tr("{name}: {text}", name=name, text=button.text())
            button.setAccessibleName(said)

    def focus(self) -> None:
        """Stand on what is chosen: arrow keys go on from there."""
        chosen = self._group.checkedButton() or self.inputs()[0]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on and back as one reads; Qt looks only for what lies in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS[is_rtl()].get(Qt.Key(event.key()))
            buttons = list(self.buttons.values())
            if step is not None and watched in buttons:
                at = buttons.index(watched)
                beside = buttons[(at + step) % len(buttons)]
                beside.setChecked(True)
                beside.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        if on and not self._loading:
            self.changed.emit()
