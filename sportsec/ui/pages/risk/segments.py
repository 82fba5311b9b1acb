"""A row of small buttons of which one is chosen, such as 0 … 4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from sportsec.ui.language import tr


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice.

    Args:
        value: What is chosen; None for "not known".
        text: On the button.
        tip: What it means.
        level: Colour while chosen.
    """

    value: int | None
    text: str
    tip: str = ""
    level: str = "muted"


#: Keys that lead on from a row of buttons, and how many rows further.
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Button(QPushButton):
    """A choice; keys that lead elsewhere are left to the row."""

    #: Whether the mouse is choosing it: who uses keys may be on the way to another.
    by_mouse = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember who chose while it is said."""
        self.by_mouse = True
        super().mouseReleaseEvent(event)
        self.by_mouse = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would take up and down for left and right."""
        if event.key() in _STEPS or event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Segments(QWidget):
    """Buttons beside each other; arrows and digits choose too.

    Signals:
        picked: The value chosen.
        stepped: Up (-1) or down (1) was pressed.
        entered: Enter was pressed.
    """

    picked = Signal(object)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, segments: Sequence[Segment], name: str, gap: int = 4) -> None:
        super().__init__()
        self._segments = list(segments)
        self._buttons: dict[int | None, _Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(gap)
        for segment in self._segments:
            button = _Button(segment.text)
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setProperty("level", segment.level)
            button.setToolTip(segment.tip)
            spoken = segment.text
            if segment.tip:
                spoken = tr("{name}: {text}", name=spoken, text=segment.tip)
            button.setAccessibleName(f"{name}, {spoken}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on, v=segment.value: self._pick(v))
            self._group.addButton(button)
            self._buttons[segment.value] = button
            box.addWidget(button)
        self.setAccessibleName(name)
        self._lead_tab()

    @property
    def is_by_mouse(self) -> bool:
        """Whether the choice that is being said was made with the mouse."""
        return any(button.by_mouse for button in self._buttons.values())

    def button(self, value: int | None) -> QPushButton:
        """Return the button of a value."""
        return self._buttons[value]

    def focus(self) -> None:
        """Take the keys to the button chosen, or to the first."""
        self._entry().setFocus(Qt.FocusReason.TabFocusReason)

    def show_value(self, value: int | None) -> None:
        """Choose a value without saying that it was picked; one unknown is none."""
        if value in self._buttons:
            self.button(value).setChecked(True)
        else:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        self._lead_tab()

    def _entry(self) -> QAbstractButton:
        """Return the button that the keys come to first."""
        return self._group.checkedButton() or next(iter(self._buttons.values()))

    def _lead_tab(self) -> None:
        """Let one Tab lead to the row: to what is chosen, and the next one past it."""
        entry = self._entry()
        for button in self._buttons.values():
            is_entry = button is entry
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_entry else Qt.FocusPolicy.ClickFocus
            )

    def _pick(self, value: int | None) -> None:
        self._lead_tab()
        self.picked.emit(value)

    def set_tip(self, value: int | None, tip: str) -> None:
        """Say something else of a choice."""
        self.button(value).setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit as a choice; up, down and Enter lead on."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
            return
        if key in _ENTER:
            self.entered.emit()
            return
        for segment in self._segments:
            if event.text() and event.text() == segment.text:
                self.show_value(segment.value)
                self.button(segment.value).setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.picked.emit(segment.value)
                return
        super().keyPressEvent(event)
